/**
 * One scenario's port: its numbers at the left, the schematic, what leaves for the United States at the
 * right. Ground and boxes are SVG and text; only the trucks between them are painted on a canvas.
 */
import { useMemo, useRef } from "preact/hooks";
import type { ScenarioFrame, ScenarioView } from "../../../shared/protocol.ts";
import { MINUTE } from "../../../shared/units.ts";
import { layOutYard } from "../../yard/layout.ts";
import { beyondSight } from "../../yard/motion.ts";
import type { YardLayout } from "../../yard/layout.ts";
import { stageName } from "../../language/names.ts";
import { useSize } from "../parts/use-size.ts";
import { labelOf, useDesk, useWords } from "../words.ts";
import { Boxes } from "./boxes.tsx";
import { Ground } from "./ground.tsx";
import { Trucks } from "./trucks.tsx";

type Props = { readonly scenario: ScenarioView; readonly index: number; readonly count: number; readonly compact: boolean };

export function YardRow({ scenario, index, compact }: Props) {
  const desk = useDesk();
  const scene = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(scene);
  const frame = desk.frame.value?.scenarios[index] ?? null;
  // Scanners may be added while the run goes on: then the frame has more servers than the file built.
  const counts = scenario.places.map(({ servers }, place) => Math.max(servers, (frame?.servers[place]?.length ?? 0) / 2));
  const built = counts.join(" ");
  const layout = useMemo(() => {
    if (width === 0 || height === 0) return null;
    const places = scenario.places.map((place, index) => ({ ...place, servers: counts[index] }));
    return layOutYard(places, { width, height }, compact || width < 620);
  }, [scenario, built, width, height, compact]);
  return (
    <div class={`yard-row series-${index}`}>
      <Facts frame={frame} scenario={scenario} index={index} />
      <div class="yard-middle">
        {layout !== null && <Heads layout={layout} scenario={scenario} frame={frame} />}
        <div class="yard-scene" ref={scene}>
          {layout !== null && (
            <>
              <Ground layout={layout} />
              <Trucks layout={layout} index={index} />
              <Boxes layout={layout} scenario={scenario} index={index} frame={frame} />
              {frame !== null && <Beyond layout={layout} frame={frame} />}
            </>
          )}
        </div>
      </div>
      <Exit frame={frame} />
    </div>
  );
}

function Facts({ frame, index }: { readonly frame: ScenarioFrame | null; readonly scenario: ScenarioView; readonly index: number }) {
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

/** Names of the stages over their columns, with what can be said in two words. */
function Heads({ layout, scenario, frame }: { readonly layout: YardLayout; readonly scenario: ScenarioView; readonly frame: ScenarioFrame | null }) {
  const { t, decimal } = useWords();
  const starts = layout.columns.map(({ x }) => x);
  return (
    <div class="yard-heads">
      {layout.columns.map(({ stage, places, x }, column) => {
        const place = scenario.places[places[0]];
        const until = starts[column + 1] ?? layout.width;
        let aside = "";
        if (place.kind === "outside" && frame !== null) aside = outsideText(t, decimal, frame, places[0]);
        else if (place.stageKind === "primary" && frame !== null) aside = t("yard.openOf", { open: frame.boothsOpen, all: place.servers });
        else if (place.lengthM !== null) aside = t("yard.lengthKm", { km: decimal(place.lengthM / 1_000, 1) });
        const name = stageName(t, stage);
        return (
          <span key={stage} class="yard-head" style={{ left: `${x}px`, width: `${until - x - 6}px` }} title={`${name} ${aside}`}>
            {name} {aside !== "" && <b>{aside}</b>}
          </span>
        );
      })}
    </div>
  );
}

function outsideText(
  t: ReturnType<typeof useWords>["t"],
  decimal: (value: number) => string,
  frame: ScenarioFrame,
  place: number,
): string {
  const count = outsideCount(frame, place);
  return count === 0 ? t("yard.outsideNone") : decimal(count);
}

function outsideCount(frame: ScenarioFrame, place: number): number {
  let count = 0;
  for (const line of frame.lines[place] ?? []) for (const run of line.matchAll(/[A-Za-z](\d*)/g)) count += run[1] === "" ? 1 : Number(run[1]);
  for (const more of frame.more?.[place] ?? []) count += more;
  return count;
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
            ? { left: `${Math.max(0, line.headX - line.columns * line.stepX)}px`, top: `${line.top + line.perColumn * line.stepY - 12}px` }
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
