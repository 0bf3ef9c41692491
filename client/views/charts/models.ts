/**
 * From what the server sends to what a chart draws, says and lists. Pure; the words come in.
 */
import { csvLine } from "../../../shared/csv.ts";
import type {
  Charts,
  ForecastData,
  Frame,
  Results,
  ScenarioFrame,
  Welcome,
} from "../../../shared/protocol.ts";
import { HOUR, MINUTE } from "../../../shared/units.ts";
import type { Bins, Fan, TimeChartModel, TimeSeries } from "../../charts/time-model.ts";
import { clockText } from "../../language/numbers.ts";
import { dayEndMs } from "../../state/day.ts";
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
  readonly forecast: ForecastData | null;
};

/** A table as read by people and written to CSV. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** What people read where numbers need digits of their own; left out: every number with one decimal. */
  readonly texts?: readonly (readonly string[])[];
};

export const textsOf = ({ rows, texts }: Table, { decimal }: Words): readonly (readonly string[])[] =>
  texts ??
  rows.map((row) =>
    row.map((value) => {
      if (value === null) return "–";
      return typeof value === "string" ? value : decimal(value, Number.isInteger(value) ? 0 : 1);
    }),
  );

/** The present as the yard tells it, so that both say the same. */
function nowOf(chart: TimeChart, frame: ScenarioFrame | undefined): number | null {
  if (frame === undefined) return null;
  if (chart === "wait") return frame.waitMs === null ? null : frame.waitMs / MINUTE;
  return chart === "queue" ? frame.queue : frame.clearedLastHour;
}

/** Of two futures or more: one alone is no fan. */
function fanOf(chart: TimeChart, { forecast }: Told): Fan | null {
  if (forecast === null || forecast.done < 2) return null;
  const field = FIELDS[chart];
  const { atMs, untilMs, fromMs, binMs, scenarios } = forecast;
  const series = scenarios.map(({ now, fan }) => ({ now: now[field], ...fan[field] }));
  return { atMs, untilMs, bins: { fromMs, binMs }, series };
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
    untilMs: dayEndMs(told.welcome, told.frame, told.results),
    nowMs: told.frame?.timeMs ?? told.welcome.openMs,
    series: timeSeries(chart, told),
    fan: fanOf(chart, told),
    valueText: valueText(chart, words),
    tickText: (value) => words.decimal(value),
    clockText,
  };
}

/** One sentence: how the scenarios stand now, and where futures lead or else the day's top so far. */
export function timeFinding(chart: TimeChart, told: Told, words: Words): string {
  const { t, list } = words;
  const say = valueText(chart, words);
  const model = timeChartModel(chart, told, words, { width: 0, height: 0, hoverMs: null });
  const now = model.series.flatMap((series) =>
    series.now === null ? [] : [t("chart.finding.nowOf", { label: series.label, value: say(series.now) })],
  );
  if (now.length === 0) return t("chart.finding.none");
  const values = list(now);
  if (model.fan !== null) {
    const ends = fanEnds(model.fan).map(({ low, high }, index) =>
      t("chart.finding.fanOf", { label: labelOf(index), low: say(low), high: say(high) }),
    );
    if (ends.length > 0) {
      const time = clockText(model.fan.untilMs);
      return t("chart.finding.nowAndFan", { values, time, ends: list(ends) });
    }
  }
  let top: { readonly label: string; readonly value: number; readonly atMs: number } | null = null;
  for (const { label, values, now: value } of model.series) {
    const passed = highest(values, model.bins, model.nowMs);
    const own = value !== null && value > (passed?.value ?? 0) ? { value, atMs: model.nowMs } : passed;
    if (own !== null && (top === null || own.value > top.value)) top = { label, ...own };
  }
  if (top === null) return t("chart.finding.now", { values });
  return t("chart.finding.nowAndTop", {
    values,
    label: top.label,
    value: say(top.value),
    time: clockText(top.atMs),
  });
}

/** The middle 90 % of futures at the last instant that they tell of. */
function fanEnds({ series }: Fan): { readonly low: number; readonly high: number }[] {
  return series.flatMap(({ low, high }) => {
    const [least, most] = [low.at(-1), high.at(-1)];
    return typeof least === "number" && typeof most === "number" ? [{ low: least, high: most }] : [];
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
      ...(model.fan === null ? [] : FAN_COLUMNS.map((column) => t(`chart.fan.${column}`, { label }))),
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
      ...model.series.flatMap(({ values, band }, index) => [
        atMs <= model.nowMs ? round(values[bin]) : null,
        ...(band === null ? [] : [round(band.low[bin]), round(band.high[bin])]),
        ...(model.fan === null ? [] : fanAt(model.fan, index, atMs).map(round)),
      ]),
    ]);
  }
  return { columns, rows };
}

const FAN_COLUMNS = ["low", "median", "high"] as const;

function fanAt({ series, bins }: Fan, index: number, atMs: number): (number | null | undefined)[] {
  const bin = Math.floor((atMs - bins.fromMs) / bins.binMs);
  return FAN_COLUMNS.map((column) => series[index]?.[column][bin]);
}

export const csvOf = ({ columns, rows }: Table): string => [columns, ...rows].map(csvLine).join("");
