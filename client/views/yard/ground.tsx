/** What does not move: the lanes' ground, their separators, and the fan to the booths. */
import type { Ribbon, YardLayout } from "../../yard/layout.ts";

export function Ground({ layout }: { readonly layout: YardLayout }) {
  return (
    <svg class="yard-ground" width={layout.width} height={layout.height} aria-hidden="true">
      {layout.grounds.map(({ place, x, width, top, bottom, separators, lengthM }) => (
        <g key={place}>
          <rect class="bridge" x={x} y={top} width={width} height={bottom - top} />
          {kilometers(lengthM).map((km) => (
            <g key={km}>
              <line class="kilometer" x1={x + width - (width * km * 1_000) / (lengthM ?? 1)} x2={x + width - (width * km * 1_000) / (lengthM ?? 1)} y1={top} y2={bottom} />
              <text class="kilometer" x={x + width - (width * km * 1_000) / (lengthM ?? 1) + 3} y={bottom - 3}>
                {km} km
              </text>
            </g>
          ))}
          {separators.map((y) => (
            <line key={y} class="separator" x1={x} x2={x + width} y1={y} y2={y} />
          ))}
        </g>
      ))}
      {layout.ribbons.map((ribbon, index) => (
        <path key={index} class="ribbon" d={ribbonPath(ribbon)} stroke-width={ribbon.thickness} />
      ))}
    </svg>
  );
}

/** Whole kilometers before the end that fall inside. */
function kilometers(lengthM: number | null): number[] {
  const count = lengthM === null ? 0 : Math.ceil(lengthM / 1_000) - 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => index + 1);
}

function ribbonPath({ fromX, fromY, toX, toY, endX }: Ribbon): string {
  const middle = (fromX + toX) / 2;
  return `M${fromX},${fromY}C${middle},${fromY} ${middle},${toY} ${toX},${toY}H${endX}`;
}
