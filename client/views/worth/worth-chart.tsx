/**
 * What one more officer is worth in each hour of a scenario: asked for, seen to come, read hour by hour, and tried in
 * “What if”. Those who watch see the same, and nothing to press.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { HourWorth, WorthData } from "../../../shared/protocol.ts";
import { HOUR } from "../../../shared/units.ts";
import { drawHourBars, hourPlaces } from "../../charts/hour-bars.ts";
import type { HourBarsModel } from "../../charts/hour-bars.ts";
import { clockText } from "../../language/numbers.ts";
import { postName } from "../../language/names.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import type { ChartProps } from "../charts/chart-card.tsx";
import { useSize } from "../parts/use-size.ts";
import { LABELS, labelOf, useDesk, useWords } from "../words.ts";
import type { Words } from "../words.ts";
import {
  bestHour,
  bestPost,
  hourBars,
  hourSentence,
  postsOf,
  scenarioToAsk,
  tryingOf,
  worthFinding,
  worthTable,
} from "./said.ts";

type Svg = RefObject<SVGSVGElement | null>;

export function worthChart(worth: WorthData | null, words: Words): ChartProps {
  const { t } = words;
  return {
    title: t("worth.title"),
    longTitle: t("worth.longTitle"),
    finding: worth === null ? t("worth.question") : worthFinding(words, worth),
    ...(worth === null || worth.hours.length === 0 ? {} : { note: t("worth.note") }),
    table: () => (worth === null ? { columns: [], rows: [] } : worthTable(words, worth)),
    children: (svg) => (worth === null ? <Question /> : <Answer worth={worth} svg={svg} />),
  };
}

/** For the wall: there is nothing to show before it was asked for. */
export function WorthCard() {
  const { worth } = useDesk();
  const words = useWords();
  return worth.value === null ? null : <ChartCard {...worthChart(worth.value, words)} id="chart-worth" />;
}

function Question() {
  const desk = useDesk();
  const { t } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const welcome = desk.welcome.value;
  if (welcome === null) return null;
  if (!desk.mayControl.value) return <p class="quiet">{t("worth.nobodyAsked")}</p>;
  const scenario = chosen ?? scenarioToAsk(welcome, desk.selected.value);
  return (
    <div class="row worth-question">
      <Scenarios scenario={scenario} onChoose={setChosen} />
      <button
        type="button"
        class="button primary small"
        onClick={() => void desk.send({ do: "worth", scenario })}
      >
        {t("worth.ask")}
      </button>
    </div>
  );
}

type ScenariosProps = { readonly scenario: number; readonly onChoose: (scenario: number) => void };

function Scenarios({ scenario, onChoose }: ScenariosProps) {
  const { welcome } = useDesk();
  const { t } = useWords();
  const count = welcome.value?.scenarios.length ?? 0;
  if (count < 2) return null;
  return (
    <div class="segments" role="group" aria-label={t("worth.scenario")}>
      {LABELS.slice(0, count).map((label, index) => (
        <button
          type="button"
          key={label}
          class={`button small series-${index}`}
          aria-label={t("worth.of", { label })}
          aria-pressed={scenario === index}
          onClick={() => onChoose(index)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function Answer({ worth, svg }: { readonly worth: WorthData; readonly svg: Svg }) {
  const desk = useDesk();
  const { t } = useWords();
  const [chosenPost, setChosenPost] = useState<string | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const posts = postsOf(worth);
  const post = posts.find((name) => name === chosenPost) ?? bestPost(worth);
  const hours = worth.hours.filter((hour) => hour.post === post);
  const wanted = pointed ?? bestHour(hours) ?? hours[0]?.hour;
  const current = hours.find(({ hour }) => hour === wanted) ?? null;
  const control = desk.mayControl.value;
  return (
    <div class={worth.isOld ? "worth-box old" : "worth-box"}>
      <HourBars worth={worth} hours={hours} current={current} svg={svg} onPoint={setPointed} />
      <div class="row worth-row">
        {control && (
          <Scenarios
            scenario={worth.scenario}
            onChoose={(scenario) => void desk.send({ do: "worth", scenario })}
          />
        )}
        {posts.length > 1 && (
          <select
            class="select small"
            aria-label={t("worth.post")}
            onChange={(event) => setChosenPost(event.currentTarget.value)}
          >
            {posts.map((name) => (
              <option key={name} value={name} selected={name === post}>
                {postName(t, name)}
              </option>
            ))}
          </select>
        )}
        <Reading worth={worth} hour={current} />
        {control && <Steering worth={worth} />}
      </div>
    </div>
  );
}

/** What the hour says that is pointed at, else the best one; and the way to try it. */
function Reading({ worth, hour }: { readonly worth: WorthData; readonly hour: HourWorth | null }) {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const [asksWhyNot, setAsksWhyNot] = useState(false);
  // Another hour is read as it is.
  useEffect(() => setAsksWhyNot(false), [hour?.hour, worth.scenario]);
  const welcome = desk.welcome.value;
  if (hour === null || welcome === null) return <span class="worth-reading" />;
  const trying = tryingOf(worth, hour.hour, welcome, desk.frame.value);
  const from = clockText(hour.hour * HOUR);
  const whyNot = trying === "yes" ? null : t(`worth.${trying}`, { label: labelOf(worth.scenario) });
  const sentence = whyNot !== null && asksWhyNot ? whyNot : hourSentence(words, hour);
  return (
    <>
      <span class="worth-reading" title={sentence}>
        {sentence}
      </span>
      {desk.mayControl.value && (
        <button
          type="button"
          class="button small"
          aria-label={t("worth.tryHour", { from })}
          title={whyNot ?? t("worth.tryHour", { from })}
          aria-disabled={trying !== "yes"}
          onClick={() => {
            if (trying === "yes") tryHour(desk, worth, hour);
            else setAsksWhyNot(true);
          }}
        >
          {t("worth.try")}
        </button>
      )}
      <span class="hidden-text" role="status">
        {asksWhyNot && whyNot}
      </span>
    </>
  );
}

function tryHour(
  { selected, hourToTry }: ReturnType<typeof useDesk>,
  { scenario }: WorthData,
  { post, hour }: HourWorth,
): void {
  selected.value = scenario;
  hourToTry.value = { scenario, post, hour };
}

/** While it runs, how far it is and the way to stop it; then the way to ask again. */
function Steering({ worth }: { readonly worth: WorthData }) {
  const desk = useDesk();
  const { t, percent } = useWords();
  const { done, total, isRunning, scenario } = worth;
  if (!isRunning)
    return (
      <button type="button" class="button small" onClick={() => void desk.send({ do: "worth", scenario })}>
        {t("worth.again")}
      </button>
    );
  const text = t("worth.progress", { done, total });
  return (
    <>
      <span
        class="quiet"
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        title={text}
      >
        {percent(total === 0 ? 1 : done / total)}
      </span>
      <button type="button" class="button small" onClick={() => void desk.send({ do: "stopWorth" })}>
        {t("worth.stop")}
      </button>
    </>
  );
}

type HourBarsProps = {
  readonly worth: WorthData;
  readonly hours: readonly HourWorth[];
  readonly current: HourWorth | null;
  readonly svg: Svg;
  readonly onPoint: (hour: number | null) => void;
};

/** The picture, and over it a button for each hour, so that each is reached and read by keyboard. */
function HourBars({ worth, hours, current, svg, onPoint }: HourBarsProps) {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const title = t("worth.longTitle");
  const model: HourBarsModel = {
    width,
    height,
    title,
    series: worth.scenario,
    bars: hourBars(hours),
    current: current?.hour ?? null,
    tickText: (value) => words.decimal(value),
  };
  useEffect(() => {
    if (svg.current !== null && width > 0 && height > 0) drawHourBars(svg.current, model);
  });
  const welcome = desk.welcome.value;
  const go = (by: number): void => {
    const index = hours.findIndex(({ hour }) => hour === current?.hour) + by;
    const next = hours[Math.min(hours.length - 1, Math.max(0, index))];
    if (next === undefined) return;
    onPoint(next.hour);
    box.current?.querySelector<HTMLElement>(`[data-hour="${next.hour}"]`)?.focus();
  };
  /** The hour that was read when the press began: on a phone the first touch of an hour only reads it. */
  const read = useRef<number | null>(null);
  const press = (hour: HourWorth, isByKey: boolean): void => {
    if (!desk.mayControl.value || welcome === null || (!isByKey && read.current !== hour.hour)) return;
    if (tryingOf(worth, hour.hour, welcome, desk.frame.value) === "yes") tryHour(desk, worth, hour);
  };
  return (
    <div
      ref={box}
      class="picture-box worth-picture"
      onPointerLeave={(event) => {
        if (event.pointerType === "mouse") onPoint(null);
      }}
    >
      <svg ref={svg} class="hour-bars" role="img" aria-label={title} width={width} height={height} />
      <div class="worth-hours" role="group" data-keys aria-label={t("worth.hours")}>
        {hourPlaces(model).map(({ hour: at, left, width: wide }, index) => {
          const hour = hours[index];
          return (
            <button
              type="button"
              key={at}
              data-hour={at}
              class="worth-hour"
              style={{ left: `${left}px`, width: `${wide}px` }}
              tabIndex={at === current?.hour ? 0 : -1}
              aria-label={hourSentence(words, hour)}
              onFocus={() => onPoint(at)}
              onPointerEnter={(event) => {
                if (event.pointerType === "mouse") onPoint(at);
              }}
              onPointerDown={() => {
                read.current = current?.hour ?? null;
              }}
              onClick={(event) => press(hour, event.detail === 0)}
              onKeyDown={(event) => {
                if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
                event.preventDefault();
                go(event.key === "ArrowRight" ? 1 : -1);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
