/**
 * Booths, scanners, bays: each a shape by its state and a name that says it. One stop of the tab key a
 * yard; the arrow keys move between boxes. FAST booths are rounded, so that color is not the only sign.
 */
import { useState } from "preact/hooks";
import { SERVER_STATES } from "../../../shared/picture.ts";
import type { ScenarioFrame, ScenarioView } from "../../../shared/protocol.ts";
import { laneTypesOf } from "../../yard/spots.ts";
import { classOf } from "../../yard/run-length.ts";
import type { ServerBox, YardLayout } from "../../yard/geometry.ts";
import { serverName } from "../../language/names.ts";
import { labelOf, useWords } from "../words.ts";
import type { Words } from "../words.ts";

type State = keyof typeof SERVER_STATES;
type Props = {
  readonly layout: YardLayout;
  readonly scenario: ScenarioView;
  readonly index: number;
  readonly frame: ScenarioFrame | null;
};

export function Boxes({ layout, scenario, index, frame }: Props) {
  const words = useWords();
  const [pointed, setPointed] = useState<number | null>(null);
  const [stop, setStop] = useState(0);
  const types = scenario.places.map((place, index) => laneTypesOf(place, frame?.laneTypes[index]));
  const tell = (box: ServerBox): string =>
    boxText(words, scenario, box, types[box.place][box.server] ?? null, frame);
  const move = (event: KeyboardEvent): void => {
    const to = neighbor(layout.servers, stop, event.key);
    if (to === null || !(event.currentTarget instanceof SVGElement)) return;
    event.preventDefault();
    setStop(to);
    event.currentTarget.querySelectorAll<SVGGElement>("g.box")[to]?.focus();
  };
  const shown = pointed === null ? undefined : layout.servers[pointed];
  return (
    <>
      <svg
        class="yard-boxes"
        role="group"
        data-keys
        aria-label={words.t("yard.booths", { label: labelOf(index) })}
        onKeyDown={move}
      >
        {layout.servers.map((box, b) => (
          <g
            key={b}
            class={`box state-${stateOf(frame, box)} serves-${types[box.place][box.server] ?? "any"}`}
            role="img"
            tabIndex={b === stop ? 0 : -1}
            aria-label={tell(box)}
            onFocus={() => {
              setStop(b);
              setPointed(b);
            }}
            onBlur={() => setPointed(null)}
            onPointerEnter={() => setPointed(b)}
            onPointerLeave={() => setPointed(null)}
          >
            <Shape box={box} state={stateOf(frame, box)} fast={types[box.place][box.server] === "fast"} />
            {box.named && (
              <text x={box.x + 5} y={box.y + box.height / 2} dy="0.34em">
                {namedText(words, scenario, box, frame)}
              </text>
            )}
          </g>
        ))}
      </svg>
      {shown !== undefined && <Bubble box={shown} layout={layout} text={tell(shown)} />}
    </>
  );
}

function Shape({
  box,
  state,
  fast,
}: {
  readonly box: ServerBox;
  readonly state: State;
  readonly fast: boolean;
}) {
  const { x, y, width, height } = box;
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={fast ? Math.min(5, height / 2) : 1.5} />
      {state === "down" && (
        <path
          class="sign"
          d={`M${x + 2},${y + 1.5}L${x + width - 2},${y + height - 1.5}M${x + 2},${y + height - 1.5}L${x + width - 2},${y + 1.5}`}
        />
      )}
      {state === "blocked" && <path class="sign" d={`M${x + width - 1.5},${y}v${height}`} />}
      {state === "held" && (
        <path class="sign" d={`M${x + width - 1.5},${y}v${height}M${x + width - 4.5},${y}v${height}`} />
      )}
    </>
  );
}

function Bubble({
  box,
  layout,
  text,
}: {
  readonly box: ServerBox;
  readonly layout: YardLayout;
  readonly text: string;
}) {
  const toTheLeft = box.x > layout.width / 2;
  const place = toTheLeft
    ? { right: `${layout.width - box.x + 6}px`, top: `${box.y + box.height / 2 - 13}px` }
    : { left: `${box.x + box.width + 6}px`, top: `${box.y + box.height / 2 - 13}px` };
  return (
    <span class="yard-bubble" style={place} aria-hidden="true">
      {text}
    </span>
  );
}

const STATES: readonly (readonly [string, State])[] = [
  [SERVER_STATES.closed, "closed"],
  [SERVER_STATES.opening, "opening"],
  [SERVER_STATES.idle, "idle"],
  [SERVER_STATES.busy, "busy"],
  [SERVER_STATES.blocked, "blocked"],
  [SERVER_STATES.held, "held"],
  [SERVER_STATES.down, "down"],
];

export function stateOf(
  frame: ScenarioFrame | null,
  { place, server }: Pick<ServerBox, "place" | "server">,
): State {
  const letter = frame?.servers[place]?.[2 * server] ?? SERVER_STATES.closed;
  return STATES.find(([code]) => code === letter)?.[1] ?? "closed";
}

function boxText(
  { t }: Words,
  scenario: ScenarioView,
  box: ServerBox,
  serves: "fast" | "general" | "shared" | null,
  frame: ScenarioFrame | null,
): string {
  const place = scenario.places[box.place];
  const inHand = frame?.servers[box.place]?.[2 * box.server + 1] ?? "-";
  let state: string = t(`state.${stateOf(frame, box)}`);
  if (inHand !== "-") state = t("yard.with", { state, vehicle: vehicleText(t, inHand) });
  const name = serverName(t, place);
  const number = box.server + 1;
  return serves === null
    ? t("yard.boxPlain", { name, number, state })
    : t("yard.boxState", { name, number, serves: t(`laneType.${serves}`), state });
}

/** "laden, FAST": what a letter of the picture stands for. */
function vehicleText(t: Words["t"], letter: string): string {
  const { flow, fast, preInspected } = classOf(letter);
  const parts: string[] = [t(`mark.${flow}`)];
  if (fast) parts.push(t("mark.fast"));
  if (preInspected) parts.push(t("mark.preInspected"));
  return parts.join(" ");
}

function namedText(
  { t }: Words,
  scenario: ScenarioView,
  box: ServerBox,
  frame: ScenarioFrame | null,
): string {
  const state = stateOf(frame, box);
  if (state === "down" || state === "blocked" || state === "closed") return t(`state.short.${state}`);
  return String(
    t("yard.box", {
      name: scenario.places[box.place].stageKind === "nii" ? "NII" : "",
      number: box.server + 1,
    }),
  ).trim();
}

/** Up and down within a place, left and right to the one before and after. */
function neighbor(boxes: readonly ServerBox[], at: number, key: string): number | null {
  const place = boxes[at]?.place;
  switch (key) {
    case "ArrowDown":
      return Math.min(boxes.length - 1, at + 1);
    case "ArrowUp":
      return Math.max(0, at - 1);
    case "ArrowRight": {
      const next = boxes.findIndex((box, index) => index > at && box.place !== place);
      return next < 0 ? at : next;
    }
    case "ArrowLeft": {
      const before = boxes.findLastIndex((box, index) => index < at && box.place !== place);
      return before < 0 ? at : boxes.findIndex((box) => box.place === boxes[before].place);
    }
    default:
      return null;
  }
}
