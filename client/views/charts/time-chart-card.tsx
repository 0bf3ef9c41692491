/** A chart over the day. Pointing at a time, by pointer or by arrow keys, points at it in all charts. */
import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { MINUTE } from "../../../shared/units.ts";
import { drawTimeChart, timeScale } from "../../charts/time-chart.ts";
import type { TimeChartModel } from "../../charts/time-chart.ts";
import { useSize } from "../parts/use-size.ts";
import { useDesk, useWords } from "../words.ts";
import { isStale } from "../results/rows.ts";
import { ChartCard } from "./chart-card.tsx";
import { timeChartModel, timeFinding, timeTable } from "./models.ts";
import type { Told, TimeChart } from "./models.ts";

const KEY_STEP = 15 * MINUTE;

export function useTold(): Told | null {
  const desk = useDesk();
  const welcome = desk.welcome.value;
  if (welcome === null) return null;
  return { welcome, frame: desk.frame.value, charts: desk.charts.value, results: desk.results.value };
}

export function TimeChartCard({ chart }: { readonly chart: TimeChart }) {
  const words = useWords();
  const told = useTold();
  if (told === null) return null;
  const { t } = words;
  const days = told.results?.done ?? 0;
  const stale = told.results !== null && isStale(told.welcome, told.results);
  const note = days > 1 && !stale ? t("chart.bandNote", { count: days }) : t("chart.noBandNote");
  return (
    <ChartCard
      id={`chart-${chart}`}
      title={t(`chart.${chart}.title`)}
      subtitle={t(`chart.${chart}.unit`)}
      note={note}
      finding={timeFinding(chart, told, words)}
      table={() => timeTable(chart, told, words)}
    >
      {(svg) => <TimePicture chart={chart} told={told} svg={svg} />}
    </ChartCard>
  );
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
        class={`time-chart${told.results !== null && isStale(told.welcome, told.results) ? " old-bands" : ""}`}
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

function clamp(ms: number, { fromMs, untilMs }: Pick<TimeChartModel, "fromMs" | "untilMs">): number {
  return Math.min(untilMs, Math.max(fromMs, ms));
}
