/**
 * One scenario's port: its numbers at the left, the schematic, what leaves for the United States at the
 * right. Ground and boxes are SVG and text; only the trucks between them are painted on a canvas.
 */
import { useMemo, useRef } from "preact/hooks";
import type { ScenarioFrame, ScenarioView } from "../../../shared/protocol.ts";
import { MINUTE } from "../../../shared/units.ts";
import { isDelay, layOutYard } from "../../yard/layout.ts";
import { beyondSight } from "../../yard/motion.ts";
import type { YardLayout } from "../../yard/layout.ts";
import { lineLength } from "../../yard/run-length.ts";
import { partName, stageName } from "../../language/names.ts";
import { placeTexts, textWidth } from "../parts/place-texts.ts";
import { useSize } from "../parts/use-size.ts";
import { labelOf, useDesk, useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { Boxes } from "./boxes.tsx";
import { Ground } from "./ground.tsx";
import { Trucks } from "./trucks.tsx";

/** Room under the lanes for counts and kilometers. */
const FOOT = 14;

type Props = {
  readonly scenario: ScenarioView;
  readonly index: number;
  readonly count: number;
  readonly compact: boolean;
};

export function YardRow({ scenario, index, compact }: Props) {
  const desk = useDesk();
  const scene = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(scene);
  const frame = desk.frame.value?.scenarios[index] ?? null;
  // Scanners may be added while the run goes on: then the frame has more servers than the file built.
  const counts = scenario.places.map(({ servers }, place) =>
    Math.max(servers, (frame?.servers[place]?.length ?? 0) / 2),
  );
  const built = counts.join(" ");
  const layout = useMemo(() => {
    if (width === 0 || height === 0) return null;
    const places = scenario.places.map((place, index) => ({ ...place, servers: counts[index] }));
    return layOutYard(places, { width, height: height - FOOT }, compact || width < 620);
  }, [scenario, built, width, height, compact]);
  return (
    <div class={`yard-row series-${index}`}>
      <Facts frame={frame} scenario={scenario} index={index} />
      <div class="yard-middle">
        {layout !== null && <Heads layout={layout} scenario={scenario} />}
        <div class="yard-scene" ref={scene}>
          {layout !== null && (
            <>
              <Ground layout={layout} />
              <Trucks layout={layout} index={index} />
              <Boxes layout={layout} scenario={scenario} index={index} frame={frame} />
              {frame !== null && <Beyond layout={layout} frame={frame} />}
              {frame !== null && <Feet layout={layout} scenario={scenario} frame={frame} />}
            </>
          )}
        </div>
      </div>
      <Exit frame={frame} />
    </div>
  );
}

function Facts({
  frame,
  index,
}: {
  readonly frame: ScenarioFrame | null;
  readonly scenario: ScenarioView;
  readonly index: number;
}) {
  const { t, decimal, waitNumber, wait } = useWords();
  const minutes = frame?.waitMs === null || frame === null ? null : frame.waitMs / MINUTE;
  return (
    <div class="yard-facts">
      <b class="letter">{labelOf(index)}</b>
      <div class="fact main">
        {minutes === null ? (
          <span class="quiet">{t("yard.noWait")}</span>
        ) : (
          <>
            <b>
              {minutes >= 119.5 ? wait(minutes) : waitNumber(minutes)}
              {minutes < 119.5 && <small> min</small>}
            </b>
            <span class="quiet">{t("yard.waitNow")}</span>
          </>
        )}
      </div>
      {frame !== null && (
        <div class="fact">
          <b>{decimal(frame.queue)}</b> <span class="quiet">{t("yard.inQueue")}</span>
          <br />
          <span class="quiet">{t("yard.lengthKm", { km: decimal(frame.queueKm, 1) })}</span>
        </div>
      )}
    </div>
  );
}

const HEAD_FONT = 11;
const HEAD_GAP = 8;
const HEAD_ROWS = 2;

/** Names of the stages over their columns; where they are too close, the next stands one row lower. */
function Heads({ layout, scenario }: { readonly layout: YardLayout; readonly scenario: ScenarioView }) {
  const { t } = useWords();
  const heads = layout.columns.map(({ stage, places, x }) => ({
    x,
    text: headText(t, scenario, stage, places[0]),
  }));
  const placed = placeTexts(heads, layout.width, (text) => textWidth(text, HEAD_FONT), HEAD_ROWS, HEAD_GAP);
  return (
    <div class="yard-heads">
      {placed.map(({ text, x, row, width }) => (
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

function headText(t: Words["t"], scenario: ScenarioView, stage: string, first: number): string {
  const name = stageName(t, stage);
  return first === 0 && scenario.places.some(({ stageKind }) => stageKind === "primary")
    ? `${t("yard.mexico")} · ${name}`
    : name;
}

/** Under the columns: what is counted there. */
function Feet({
  layout,
  scenario,
  frame,
}: {
  readonly layout: YardLayout;
  readonly scenario: ScenarioView;
  readonly frame: ScenarioFrame;
}) {
  const { t, decimal } = useWords();
  const feet = layout.columns.flatMap(({ stage, places, x }) => {
    const counted = places
      .filter((place) => isDelay(scenario.places[place]))
      .map((place) => ({ place, count: lineCount(frame, place) }));
    const place = scenario.places[places[0]];
    if (place.kind === "outside")
      return [{ stage, x, text: t("yard.outsideCount", { value: decimal(lineCount(frame, places[0])) }) }];
    if (place.stageKind === "primary") {
      const boxes = layout.servers.filter((box) => box.place === places[0]);
      return [
        {
          stage,
          x: (boxes[0]?.x ?? x) - 40,
          text: t("yard.openOf", { open: frame.boothsOpen, all: place.servers }),
        },
      ];
    }
    return counted.some(({ count }) => count > 0)
      ? [
          {
            stage,
            x,
            text: counted
              .map(
                ({ place: index, count }) => `${decimal(count)} ${partName(t, scenario.places[index].name)}`,
              )
              .join(", "),
          },
        ]
      : [];
  });
  return (
    <>
      {feet.map(({ stage, x, text }) => (
        <span key={stage} class="yard-foot" style={{ left: `${x}px`, top: `${layout.height + 1}px` }}>
          {text}
        </span>
      ))}
    </>
  );
}

function lineCount(frame: ScenarioFrame, place: number): number {
  const pictured = (frame.lines[place] ?? []).reduce((sum, line) => sum + lineLength(line), 0);
  return (frame.more?.[place] ?? []).reduce((sum, more) => sum + more, pictured);
}

/** "+ 120" where a line holds more than there is room to draw. */
function Beyond({ layout, frame }: { readonly layout: YardLayout; readonly frame: ScenarioFrame }) {
  const { t, decimal } = useWords();
  return (
    <>
      {layout.lines.map((line) => {
        const count = beyondSight(line, frame);
        if (count === 0) return null;
        const at =
          line.kind === "block"
            ? {
                left: `${Math.max(0, line.headX - line.columns * line.stepX)}px`,
                top: `${line.top + line.perColumn * line.stepY - 12}px`,
              }
            : { left: `${Math.max(0, line.straightX - 26)}px`, top: `${line.y - 7}px` };
        return (
          <span key={`${line.place} ${line.line}`} class="yard-beyond" style={at}>
            {t("yard.beyond", { value: decimal(count) })}
          </span>
        );
      })}
    </>
  );
}

function Exit({ frame }: { readonly frame: ScenarioFrame | null }) {
  const { t, decimal } = useWords();
  return (
    <div class="yard-exit">
      <span class="quiet">{t("yard.unitedStates")}</span>
      <b>{frame === null ? "–" : decimal(frame.clearedLastHour)}</b>
      <span class="quiet">{t("yard.perHour")}</span>
    </div>
  );
}
