/** What does not move: the lanes' ground, their separators, and the fan to the booths. */
import type { Ribbon, YardLayout } from "../../yard/geometry.ts";

type Props = { readonly layout: YardLayout; readonly narrow: boolean };

export function Ground({ layout, narrow }: Props) {
  return (
    <svg class="yard-ground" aria-hidden="true">
      {layout.grounds.map(({ place, x, width, top, bottom, separators }) => (
        <g key={place}>
          <rect class="bridge" x={x} y={top} width={width} height={bottom - top} />
          {separators.map((y) => (
            <line key={y} class="separator" x1={x} x2={x + width} y1={y} y2={y} />
          ))}
        </g>
      ))}
      <Kilometers layout={layout} narrow={narrow} />
      {layout.ribbons.map((ribbon, index) => (
        <path key={index} class="ribbon" d={ribbonPath(ribbon)} stroke-width={ribbon.thickness} />
      ))}
    </svg>
  );
}

/** Distances before the end of the approach, on the lanes' own scale. */
function Kilometers({ layout, narrow }: Props) {
  const last = layout.grounds.at(-1);
  const first = layout.grounds[0];
  const length = laneLength(layout.grounds);
  if (first === undefined || last === undefined || length === 0) return null;
  const end = last.x + last.width;
  const perMeter = (end - first.x) / length;
  const marks = [...Array(Math.ceil(length / 1_000)).keys()].filter((km) => km > 0);
  return (
    <>
      {marks.map((km) => (
        <line
          key={km}
          class="kilometer"
          x1={end - km * 1_000 * perMeter}
          x2={end - km * 1_000 * perMeter}
          y1={0}
          y2={layout.height + 3}
        />
      ))}
      {(narrow ? [] : marks).map((km) => (
        <text
          key={km}
          class="kilometer"
          x={end - km * 1_000 * perMeter}
          y={layout.height + 12}
          text-anchor="middle"
        >
          {km} km
        </text>
      ))}
    </>
  );
}

/** Meters from the start of the first lanes to the end of the last; those side by side count once. */
export function laneLength(grounds: YardLayout["grounds"]): number {
  const seen = new Set<number>();
  let length = 0;
  for (const { x, lengthM } of grounds) {
    if (lengthM === null) return 0;
    if (!seen.has(x)) length += lengthM;
    seen.add(x);
  }
  return length;
}

function ribbonPath({ fromX, fromY, toX, toY, endX }: Ribbon): string {
  const middle = (fromX + toX) / 2;
  return `M${fromX},${fromY}C${middle},${fromY} ${middle},${toY} ${toX},${toY}H${endX}`;
}
