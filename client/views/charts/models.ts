/**
 * From what the server sends to what a chart draws, says and lists. Pure; the words come in.
 */
import type { Charts, Frame, PlaceView, Results, ScenarioFrame, Welcome } from "../../../shared/protocol.ts";
import { STAGE_KINDS } from "../../../shared/vocabulary.ts";
import { HOUR, MINUTE } from "../../../shared/units.ts";
import type { Bins, TimeChartModel, TimeSeries } from "../../charts/time-chart.ts";
import { clockText } from "../../language/numbers.ts";
import { stageName } from "../../language/names.ts";
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

export type StageTimes = readonly (readonly (readonly [string, number])[])[];

/** Mean minutes by stage: of the simulated days where there are some, else of this run so far. */
export function stageTimes({ welcome, frame, results }: Told): {
  readonly times: StageTimes;
  readonly days: number | null;
} {
  const known = results !== null && results.done > 1 && results.timeByStage.length > 0 ? results : null;
  const byPlace =
    known === null ? (frame?.scenarios.map(({ timeByStage }) => timeByStage) ?? []) : known.timeByStage;
  const times = byPlace.map((own, index) => byStage(own, welcome.scenarios[index]?.places ?? []));
  return { times, days: known?.done ?? null };
}

/** Places of one stage together, in the order of the road. */
function byStage(times: StageTimes[number], places: readonly PlaceView[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, minutes] of times) {
    const stage = places.find((place) => place.name === name)?.stage ?? name;
    sums.set(stage, (sums.get(stage) ?? 0) + minutes);
  }
  return [...sums];
}

/** All stages of all scenarios, each once, in the order of the road. */
export function stagesOf(times: StageTimes): string[] {
  const stages: string[] = [];
  for (const own of times) {
    own.forEach(([stage], index) => {
      if (stages.includes(stage)) return;
      const before = own[index - 1]?.[0];
      stages.splice(before === undefined ? 0 : stages.indexOf(before) + 1, 0, stage);
    });
  }
  return stages;
}

export const SHADES = 9;

/** A kind of stage has one shade everywhere; stations of a file's own take them in turn. */
export function stageShades({ welcome }: Told, stages: readonly string[]): (stage: string) => number {
  const kinds = new Map(
    welcome.scenarios.flatMap(({ places }) =>
      places.map(({ stage, stageKind }) => [stage, stageKind] as const),
    ),
  );
  return (stage) => {
    const kind = kinds.get(stage);
    const known = kind === undefined || kind === "station" ? -1 : ["outside", ...STAGE_KINDS].indexOf(kind);
    return (known >= 0 ? known : stages.indexOf(stage)) % SHADES;
  };
}

const sumOf = (times: readonly (readonly [string, number])[]): number =>
  times.reduce((sum, [, minutes]) => sum + minutes, 0);

export function stageFinding(told: Told, words: Words): string {
  const { t, wait, list } = words;
  const parts = stageTimes(told).times.flatMap((own, index) => {
    const most = own.reduce<readonly [string, number] | null>(
      (top, one) => (top === null || one[1] > top[1] ? one : top),
      null,
    );
    if (most === null || most[1] <= 0) return [];
    return [
      t("chart.finding.stages", {
        label: labelOf(index),
        stage: stageName(t, most[0]),
        value: wait(most[1]),
        total: wait(sumOf(own)),
      }),
    ];
  });
  return parts.length === 0 ? t("chart.finding.none") : t("chart.finding.stagesAll", { parts: list(parts) });
}

export function stageTable(told: Told, words: Words): Table {
  const { times } = stageTimes(told);
  const { t } = words;
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    columns: [t("chart.stage"), ...times.map((_, index) => labelOf(index))],
    rows: [
      ...stagesOf(times).map((stage) => [
        stageName(t, stage),
        ...times.map((own) => round(own.find(([name]) => name === stage)?.[1] ?? 0)),
      ]),
      [t("chart.total"), ...times.map((own) => round(sumOf(own)))],
    ],
  };
}

/** RFC 4180: one header row, commas, quotes doubled. */
export function csvOf({ columns, rows }: Table): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? "" : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
