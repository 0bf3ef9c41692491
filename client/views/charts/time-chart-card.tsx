/** A chart over the day. Pointing at a time, by pointer or by arrow keys, points at it in all charts. */
import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { MINUTE } from "../../../shared/units.ts";
import { drawTimeChart } from "../../charts/time-chart.ts";
import { timeScale } from "../../charts/time-model.ts";
import type { TimeChartModel } from "../../charts/time-model.ts";
import { clockText } from "../../language/numbers.ts";
import { useSize } from "../parts/use-size.ts";
import { useDesk, useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { ageOf } from "../forecast/said.ts";
import { isStale } from "../results/rows.ts";
import { ChartCard } from "./chart-card.tsx";
import { timeChartModel, timeFinding, timeTable } from "./models.ts";
import type { Told, TimeChart } from "./models.ts";

const KEY_STEP = 15 * MINUTE;

export function useTold(): Told | null {
  const desk = useDesk();
  const welcome = desk.welcome.value;
  if (welcome === null) return null;
  return {
    welcome,
    frame: desk.frame.value,
    charts: desk.charts.value,
    results: desk.results.value,
    forecast: desk.forecast.value,
  };
}

export function TimeChartCard({ chart }: { readonly chart: TimeChart }) {
  const words = useWords();
  const told = useTold();
  if (told === null) return null;
  return (
    <ChartCard
      id={`chart-${chart}`}
      title={words.t(`chart.${chart}.title`)}
      subtitle={words.t(`chart.${chart}.unit`)}
      note={bandNote(told, words)}
      finding={timeFinding(chart, told, words)}
      table={() => timeTable(chart, told, words)}
    >
      {(svg) => <TimePicture chart={chart} told={told} svg={svg} />}
    </ChartCard>
  );
}

/** What the line, the bands and the fan are; a band of before a change is not called one of the days. */
function bandNote(told: Told, { t }: Words): string {
  const { results, forecast, welcome, frame } = told;
  const days = results !== null && results.done > 1 && !isStale(welcome, results) ? results.done : null;
  if (forecast === null || forecast.done < 2)
    return days === null ? t("chart.noBandNote") : t("chart.bandNote", { count: days });
  const about = { time: clockText(forecast.atMs), futures: forecast.done };
  const isOld = ageOf(forecast, welcome, frame) !== "fresh";
  if (days === null) return t(isOld ? "chart.oldFanNote" : "chart.fanNote", about);
  return t(isOld ? "chart.bandAndOldFanNote" : "chart.bandAndFanNote", { ...about, count: days });
}

export function TimePicture({
  chart,
  told,
  svg,
}: {
  readonly chart: TimeChart;
  readonly told: Told;
  readonly svg: RefObject<SVGSVGElement | null>;
}) {
  const desk = useDesk();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const model = timeChartModel(chart, told, words, { width, height, hoverMs: desk.hoverMs.value });
  useEffect(() => {
    if (svg.current !== null && width > 0 && height > 0) drawTimeChart(svg.current, model);
  });
  const point = (ms: number | null): void => {
    desk.hoverMs.value = ms === null ? null : clamp(Math.round(ms / MINUTE) * MINUTE, model);
  };
  return (
    <div ref={box} class="picture-box">
      <svg
        ref={svg}
        class={`time-chart${agesOf(told)}`}
        role="img"
        tabIndex={0}
        data-keys
        aria-label={model.title}
        aria-description={words.t("chart.keys")}
        width={width}
        height={height}
        onPointerMove={(event) => point(timeScale(model).invert(event.offsetX))}
        onPointerLeave={() => point(null)}
        onBlur={() => point(null)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
          event.preventDefault();
          const from = desk.hoverMs.peek() ?? model.nowMs;
          point(from + (event.key === "ArrowRight" ? KEY_STEP : -KEY_STEP));
        }}
      />
    </div>
  );
}

/** What is old is drawn faintly. */
function agesOf({ welcome, results, forecast, frame }: Told): string {
  const bands = results !== null && isStale(welcome, results) ? " old-bands" : "";
  const fan = forecast !== null && ageOf(forecast, welcome, frame) !== "fresh" ? " old-fan" : "";
  return bands + fan;
}

function clamp(ms: number, { fromMs, untilMs }: Pick<TimeChartModel, "fromMs" | "untilMs">): number {
  return Math.min(untilMs, Math.max(fromMs, ms));
}
