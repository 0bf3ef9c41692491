/**
 * What stands over and under the columns of a yard: names, and counts that the marks alone do not tell.
 * A count that has no room ends in "…" and is told in full where it is pointed at.
 */
import type { ScenarioFrame, ScenarioView } from "../../../shared/protocol.ts";
import { partName, stageName, stageShort } from "../../language/names.ts";
import { isDelay } from "../../yard/columns.ts";
import type { StageColumn, YardLayout } from "../../yard/geometry.ts";
import { beyondSight } from "../../yard/motion.ts";
import { lineLength } from "../../yard/run-length.ts";
import { placeTexts, textWidth } from "../parts/place-texts.ts";
import type { Placed } from "../parts/place-texts.ts";
import { useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { laneLength } from "./ground.tsx";

const FONT = 11;
const GAP = 8;
const HEAD_ROWS = 2;

type HeadsProps = { readonly layout: YardLayout; readonly scenario: ScenarioView; readonly narrow: boolean };

/** Names of the stages over their columns; where they are too close, the next stands one row lower. */
export function Heads({ layout, scenario, narrow }: HeadsProps) {
  const words = useWords();
  const heads = layout.columns.map((column) => ({
    x: column.x,
    text: narrow ? stageShort(words.t, column.stage) : headText(words, scenario, layout, column),
  }));
  return (
    <div class="yard-heads">
      {placed(heads, layout, HEAD_ROWS).map(({ text, x, row, width }) => (
        <span
          key={text}
          class={`yard-head row-${row}`}
          style={{ left: `${x}px`, width: `${Math.ceil(width) + 1}px` }}
          title={text}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

const placed = (
  texts: readonly { readonly x: number; readonly text: string }[],
  layout: YardLayout,
  rows: number,
): Placed[] => placeTexts(texts, layout.width, (text) => textWidth(text, FONT), rows, GAP);

function headText(words: Words, scenario: ScenarioView, layout: YardLayout, column: StageColumn): string {
  const { t, decimal } = words;
  const name = stageName(t, column.stage);
  const first = scenario.places[column.places[0]];
  if (first.stageKind === "approach") {
    const meters = laneLength(layout.grounds.filter(({ place }) => column.places.includes(place)));
    return meters === 0 ? name : t("yard.approachKm", { name, km: decimal(meters / 1_000, 1) });
  }
  const cargo = scenario.places.some(({ stageKind }) => stageKind === "primary");
  return column.places[0] === 0 && cargo ? `${t("yard.mexico")} · ${stageShort(t, column.stage)}` : name;
}

type FeetProps = {
  readonly layout: YardLayout;
  readonly scenario: ScenarioView;
  readonly frame: ScenarioFrame;
};

/** Under the columns: what is counted there. */
export function Feet({ layout, scenario, frame }: FeetProps) {
  const words = useWords();
  const feet = layout.columns.flatMap((column) => {
    const text = footText(words, { layout, scenario, frame }, column);
    return text === "" ? [] : [{ x: footX(layout, scenario, column), text }];
  });
  return (
    <>
      {placed(feet, layout, 1).map(({ text, x, width }, index) => (
        <span
          key={index}
          class="yard-foot"
          style={{ left: `${x}px`, top: `${layout.height + 1}px`, width: `${Math.ceil(width) + 1}px` }}
          title={text}
        >
          {text}
        </span>
      ))}
    </>
  );
}

/** Counts of primary stand under its booths, which end its column. */
function footX(layout: YardLayout, scenario: ScenarioView, { places, x }: StageColumn): number {
  if (scenario.places[places[0]].stageKind !== "primary") return x;
  const booth = layout.servers.find(({ place }) => place === places[0]);
  return Math.max(x, (booth?.x ?? x) - 40);
}

function footText(
  { t, decimal }: Words,
  { layout, scenario, frame }: FeetProps,
  { places }: StageColumn,
): string {
  const first = scenario.places[places[0]];
  if (first.kind === "outside")
    return t("yard.outsideCount", { value: decimal(lineCount(frame, places[0])) });
  if (first.stageKind === "primary") return t("yard.openOf", { open: frame.boothsOpen, all: first.servers });
  const parts = places.flatMap((place) => {
    const count = isDelay(scenario.places[place]) ? lineCount(frame, place) : 0;
    return count === 0 ? [] : [`${decimal(count)} ${partName(t, scenario.places[place].name)}`];
  });
  const unseen = layout.lines
    .filter((line) => line.kind === "block" && places.includes(line.place))
    .reduce((sum, line) => sum + beyondSight(line, frame), 0);
  if (unseen > 0) parts.push(t("yard.beyondWaiting", { value: decimal(unseen) }));
  return parts.join(", ");
}

function lineCount(frame: ScenarioFrame, place: number): number {
  const pictured = (frame.lines[place] ?? []).reduce((sum, line) => sum + lineLength(line), 0);
  return (frame.more?.[place] ?? []).reduce((sum, more) => sum + more, pictured);
}

/** "+120" where a lane holds more than there is room to draw; crowds say theirs under the column. */
export function Beyond({ layout, frame }: { readonly layout: YardLayout; readonly frame: ScenarioFrame }) {
  const { t, decimal } = useWords();
  return (
    <>
      {layout.lines.map((line) => {
        const count = line.kind === "file" ? beyondSight(line, frame) : 0;
        if (line.kind !== "file" || count === 0) return null;
        const at = { left: `${Math.max(0, line.straightX - 26)}px`, top: `${line.y - 7}px` };
        return (
          <span key={`${line.place} ${line.line}`} class="yard-beyond" style={at}>
            {t("yard.beyond", { value: decimal(count) })}
          </span>
        );
      })}
    </>
  );
}
