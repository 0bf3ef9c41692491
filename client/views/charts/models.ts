/**
 * From what the server sends to what a chart draws, says and lists. Pure; the words come in.
 */
import type { Charts, Frame, Results, ScenarioFrame, Welcome } from "../../../shared/protocol.ts";
import { HOUR, MINUTE } from "../../../shared/units.ts";
import type { Bins, TimeChartModel, TimeSeries } from "../../charts/time-chart.ts";
import { clockText } from "../../language/numbers.ts";
import { labelOf } from "../words.ts";
import type { Words } from "../words.ts";

export const TIME_CHARTS = ["wait", "queue", "cleared"] as const;
export type TimeChart = (typeof TIME_CHARTS)[number];

const FIELDS = { wait: "waitMin", queue: "queue", cleared: "clearedPerHour" } as const;

export type Told = {
  readonly welcome: Welcome;
  readonly frame: Frame | null;
  readonly charts: Charts | null;
  readonly results: Results | null;
};

/** A table as read by people and written to CSV. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** The present as the yard tells it, so that both say the same. */
function nowOf(chart: TimeChart, frame: ScenarioFrame | undefined): number | null {
  if (frame === undefined) return null;
  if (chart === "wait") return frame.waitMs === null ? null : frame.waitMs / MINUTE;
  return chart === "queue" ? frame.queue : frame.clearedLastHour;
}

export function timeSeries(chart: TimeChart, { welcome, frame, charts, results }: Told): TimeSeries[] {
  const field = FIELDS[chart];
  return welcome.scenarios.map((_, index) => ({
    label: labelOf(index),
    values: charts?.scenarios[index]?.[field] ?? [],
    now: nowOf(chart, frame?.scenarios[index]),
    band: results !== null && results.done > 1 ? (results.bands[index]?.[field] ?? null) : null,
  }));
}

export function valueText(chart: TimeChart, words: Words): (value: number) => string {
  if (chart === "wait") return words.wait;
  if (chart === "cleared") return (value) => words.t("numbers.perHour", { value: words.decimal(value) });
  return (value) => words.decimal(value);
}

export function timeChartModel(
  chart: TimeChart,
  told: Told,
  words: Words,
  view: { readonly width: number; readonly height: number; readonly hoverMs: number | null },
): TimeChartModel {
  return {
    ...view,
    title: words.t(`chart.${chart}.title`),
    bins: told.charts ?? told.results ?? { fromMs: 0, binMs: 5 * MINUTE },
    fromMs: Math.floor(told.welcome.openMs / HOUR) * HOUR,
    untilMs: Math.ceil(told.welcome.closeMs / HOUR) * HOUR,
    nowMs: told.frame?.timeMs ?? told.welcome.openMs,
    series: timeSeries(chart, told),
    valueText: valueText(chart, words),
    tickText: (value) => words.decimal(value),
    clockText,
  };
}

/** One sentence: how the scenarios stand now, and the day's top so far. */
export function timeFinding(chart: TimeChart, told: Told, words: Words): string {
  const { t, list } = words;
  const say = valueText(chart, words);
  const model = timeChartModel(chart, told, words, { width: 0, height: 0, hoverMs: null });
  const now = model.series.flatMap((series) =>
    series.now === null ? [] : [t("chart.finding.nowOf", { label: series.label, value: say(series.now) })],
  );
  if (now.length === 0) return t("chart.finding.none");
  let top: { readonly label: string; readonly value: number; readonly atMs: number } | null = null;
  for (const { label, values, now: value } of model.series) {
    const passed = highest(values, model.bins, model.nowMs);
    const own = value !== null && value > (passed?.value ?? 0) ? { value, atMs: model.nowMs } : passed;
    if (own !== null && (top === null || own.value > top.value)) top = { label, ...own };
  }
  const values = list(now);
  if (top === null) return t("chart.finding.now", { values });
  return t("chart.finding.nowAndTop", {
    values,
    label: top.label,
    value: say(top.value),
    time: clockText(top.atMs),
  });
}

export function highest(
  values: readonly (number | null)[],
  { fromMs, binMs }: Bins,
  untilMs: number,
): { readonly value: number; readonly atMs: number } | null {
  let top: { value: number; atMs: number } | null = null;
  values.forEach((value, bin) => {
    const atMs = fromMs + bin * binMs;
    if (value === null || value <= 0 || atMs > untilMs) return;
    if (top === null || value > top.value) top = { value, atMs };
  });
  return top;
}

export function timeTable(chart: TimeChart, told: Told, words: Words): Table {
  const { t } = words;
  const model = timeChartModel(chart, told, words, { width: 0, height: 0, hoverMs: null });
  const columns = [
    t("chart.time"),
    ...model.series.flatMap(({ label, band }) => [
      t("chart.run", { label }),
      ...(band === null ? [] : [t("chart.low", { label }), t("chart.high", { label })]),
    ]),
  ];
  const round = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Math.round(value * 10) / 10;
  const rows: (string | number | null)[][] = [];
  const { fromMs, binMs } = model.bins;
  for (let atMs = model.fromMs; atMs < model.untilMs; atMs += binMs) {
    const bin = Math.floor((atMs - fromMs) / binMs);
    rows.push([
      clockText(atMs),
      ...model.series.flatMap(({ values, band }) => [
        atMs <= model.nowMs ? round(values[bin]) : null,
        ...(band === null ? [] : [round(band.low[bin]), round(band.high[bin])]),
      ]),
    ]);
  }
  return { columns, rows };
}

/** RFC 4180: one header row, commas, quotes doubled. */
export function csvOf({ columns, rows }: Table): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? "" : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
