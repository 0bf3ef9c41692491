/** The paired results in words: the headline sentence, and what a row of the table is called. */
import { unitOf, isMetricId, STATISTICS } from "../../../shared/metrics.ts";
import { resources } from "../../language/resources.ts";
import { openEndsOf } from "../../../shared/estimate.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import type { ResultRow, Results, Welcome } from "../../../shared/protocol.ts";
import { labelOf } from "../words.ts";
import type { Words } from "../words.ts";

/** A change, or one taken back, makes results old until its own days are in. */
export function isStale(
  { answersFor }: Pick<Welcome, "answersFor">,
  { sequence }: Pick<Results, "sequence">,
): boolean {
  return sequence !== answersFor;
}

/** A value of a row in its unit, which stands elsewhere and is that of the interval too: minutes as waits, everything else whole or with one decimal. */
export function rowValue(words: Words, row: Pick<ResultRow, "unit">, value: number): string {
  switch (row.unit) {
    case "min":
      return words.waitNumber(value);
    case "%":
      return words.percent(value / 100, 1);
    case "$":
      return words.sum(value);
    case "km":
      return words.decimal(value, 1);
    default:
      return words.decimal(value, Math.abs(value) < 100 && row.unit !== "vehicles" ? 1 : 0);
  }
}

/** Decimals of a difference: as many as tell it from nothing, and the ends of its interval from each other. */
export function decimalsOf(row: Pick<ResultRow, "unit">, { value, low, high }: Estimate): number {
  if (row.unit === "vehicles" || row.unit === "$") return 0;
  const narrow = row.unit !== "min" && low !== null && high !== null && low !== high && high - low < 0.1;
  return narrow || (Math.abs(value) < 0.95 && value !== 0) ? 2 : 1;
}

/** A difference in its row's unit, with its sign. */
export function differenceText(
  words: Words,
  row: Pick<ResultRow, "unit">,
  value: number,
  digits: number,
): string {
  return row.unit === "$" ? words.sum(value, true) : words.signed(value, digits);
}

export function rowTitle(
  words: Words,
  row: Pick<ResultRow, "metric" | "statistic" | "class" | "named">,
): string {
  const { metrics } = resources[words.language].metrics;
  const parts = [isMetricId(row.metric) ? metrics[row.metric].title : row.metric];
  const statistic = STATISTICS.find((known) => known === row.statistic);
  if (statistic !== undefined && statistic !== "total" && (statistic !== "mean" || row.named)) {
    parts.push(words.t(`results.statistic.${statistic}`));
  }
  if (row.class !== null) parts.push(className(words, row.class));
  return parts.join(", ");
}

export function rowUnit(words: Words, row: Pick<ResultRow, "metric" | "statistic" | "unit">): string {
  const { units } = resources[words.language].metrics;
  const statistic = STATISTICS.find((known) => known === row.statistic);
  if (!isMetricId(row.metric) || statistic === undefined) return row.unit;
  return units[unitOf(row.metric, statistic)].short;
}

/** Rows that everyone wants to see; the others stand behind "all measures". */
const FIRST = [
  "wait mean",
  "wait p95",
  "wait shareOver60",
  "crossingTime mean",
  "departures total",
  "officerHours total",
];

export function firstRows(rows: readonly ResultRow[]): ResultRow[] {
  return rows.filter(
    ({ metric, statistic, class: of, named }) =>
      named ||
      (FIRST.includes(`${metric} ${statistic}`) && (of === null || of === "fast" || of === "general")),
  );
}

function className({ t }: Words, name: string): string {
  switch (name) {
    case "fast":
    case "general":
      return t(`laneType.${name}`);
    case "laden":
    case "empty":
    case "bobtail":
    case "hazmat":
    case "produce":
    case "oversize":
      return t(`mark.${name}`);
    default:
      return name;
  }
}

/** Why an interval is not whole: few vehicles, or few days that are alike; null where it is, or one day tells none. */
export function remarkOn({ t }: Words, metric: string, estimate: Estimate): string | null {
  const { n, vehiclesNeeded = 0 } = estimate;
  const open = openEndsOf(estimate);
  if (open !== null) return t(`results.fewVehicles.${open}`, { vehicles: vehiclesNeeded });
  return areFewAlike({ ...estimate, metric }) ? t("results.fewAlike", { days: n }) : null;
}

/** "38 to ?; fewer than 72 vehicles: no upper end"; null where no end is missing for want of vehicles. */
export function openText({ t }: Words, estimate: Estimate, say: (value: number) => string): string | null {
  const open = openEndsOf(estimate);
  if (open === null) return null;
  const why = t(`results.fewVehicles.${open}`, { vehicles: estimate.vehiclesNeeded ?? 0 });
  const end = (one: number | null): string => (one === null ? "?" : say(one));
  if (open === "both") return why;
  return `${t("results.interval", { low: end(estimate.low), high: end(estimate.high) })}; ${why}`;
}

export type Verdict = "shorter" | "longer" | "close" | "same";

export function verdictOf({ value, low, high }: Estimate): Verdict {
  if (value === 0 && (low === null || (low === 0 && high === 0))) return "same";
  if (low === null || high === null) return "close";
  if (high < 0) return "shorter";
  return low > 0 ? "longer" : "close";
}

/** The answer in one sentence: the named row, one scenario against the first. */
export function headline(words: Words, results: Results, scenario: number): string | null {
  const { t, decimal, signed, wait } = words;
  const row = results.rows.find(({ named }) => named) ?? results.rows[0];
  if (row === undefined) return null;
  const difference = row.differences[scenario];
  if (difference === null || difference === undefined) {
    const { value, low, high, n } = row.estimates[0];
    if (low === null || high === null) return null;
    if (areFewAlike({ ...row.estimates[0], metric: row.metric }))
      return t("results.aloneAlike", { value: wait(value), days: n });
    return t("results.alone", { value: wait(value), low: wait(low), high: wait(high) });
  }
  const verdict = verdictOf(difference);
  const label = labelOf(scenario);
  if (verdict === "same") return t("results.same", { label });
  const { value, low, high } = difference;
  const digits = decimalsOf(row, difference);
  if (low === null || high === null) return null;
  if (verdict === "close") {
    return t("results.close", {
      label,
      count: results.done,
      value: t("numbers.minutes", { value: signed(value, digits) }),
      low: signed(low, digits),
      high: signed(high, digits),
    });
  }
  const [least, most] = verdict === "shorter" ? [-high, -low] : [low, high];
  return t(`results.${verdict}`, {
    label,
    value: t("numbers.minutes", { value: decimal(Math.abs(value), digits) }),
    low: decimal(least, digits),
    high: decimal(most, digits),
  });
}

/** A difference as a share of the first scenario's value; null where that is nothing. */
export function relative(
  row: ResultRow,
  scenario: number,
): { readonly value: number; readonly low: number | null; readonly high: number | null } | null {
  const base = row.estimates[0]?.value ?? 0;
  const difference = row.differences[scenario];
  if (difference === null || difference === undefined || Math.abs(base) < 1e-9) return null;
  const share = (value: number | null): number | null => (value === null ? null : value / Math.abs(base));
  return {
    value: difference.value / Math.abs(base),
    low: share(difference.low),
    high: share(difference.high),
  };
}
