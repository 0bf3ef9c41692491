/** Estimates as people read them in a terminal: numbers of the language, the interval beside the value. */
import { LEAST_DAYS } from "../../../shared/condition.ts";
import { openEndsOf } from "../../../shared/estimate.ts";
import type { EstimateRow } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import type { OfMetric } from "../../../shared/few-alike.ts";
import type { MetricId, MetricUnit, Statistic } from "../../../shared/metrics.ts";
import type { Texts } from "../texts.ts";

/** The lines of the table, in order; those that a scenario does not have are left out. */
export const HEADLINES: readonly {
  readonly metric: MetricId;
  readonly statistic: Statistic;
  readonly classes?: boolean;
  /** Left out where it is zero in all scenarios. */
  readonly ifAny?: boolean;
}[] = [
  { metric: "wait", statistic: "mean", classes: true },
  { metric: "wait", statistic: "p95", classes: true },
  { metric: "wait", statistic: "shareOver60" },
  { metric: "crossingTime", statistic: "mean" },
  { metric: "crossingTime", statistic: "p95" },
  { metric: "delay", statistic: "mean" },
  { metric: "delayOfficers", statistic: "mean", ifAny: true },
  { metric: "delayBlocked", statistic: "mean", ifAny: true },
  { metric: "delayTrapped", statistic: "mean", ifAny: true },
  { metric: "delayClosed", statistic: "mean", ifAny: true },
  { metric: "delayScanner", statistic: "mean", ifAny: true },
  { metric: "delayReview", statistic: "mean", ifAny: true },
  { metric: "delaySetUp", statistic: "mean", ifAny: true },
  { metric: "queue", statistic: "mean" },
  { metric: "queue", statistic: "max" },
  { metric: "queueKm", statistic: "max" },
  { metric: "arrivals", statistic: "total" },
  { metric: "departures", statistic: "total" },
  { metric: "turnedAway", statistic: "total" },
  { metric: "gaveUp", statistic: "total" },
  { metric: "unfinished", statistic: "total" },
  { metric: "boothHours", statistic: "total" },
  { metric: "trucksPerBoothHour", statistic: "mean" },
  { metric: "officerHours", statistic: "total" },
  { metric: "delayCost", statistic: "total" },
  { metric: "staffCost", statistic: "total" },
];

/** Digits that an estimate is worth: none above 100, one above 10, two below. */
export function formatNumber(value: number, { locale }: Texts, signed = false): string {
  const size = Math.abs(value);
  // 9.998 shows as 10.0: the digits are those of what is shown.
  const digits = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? "exceptZero" : "negative",
  }).format(value);
}

/** A unit in a sentence, which an abbreviation would end with two full stops. */
export function unitInSentence(unit: MetricUnit, { metrics }: Texts): string {
  const { short, long } = metrics.units[unit];
  return short.endsWith(".") ? long : short;
}

/**
 * "27.1 (25.9 … 28.3)"; "45.2 (38.1 … ?)" where few vehicles do not tell an end; without an interval the value alone;
 * "0.00 (all 5 alike)" of few days that are.
 */
export function formatEstimate(estimate: OfMetric, texts: Texts, signed = false): string {
  const value = formatNumber(estimate.value, texts, signed);
  if (areFewAlike(estimate)) return `${value} (${texts.t("notes.alike", { n: estimate.n })})`;
  const { low, high } = estimate;
  if ((low === null || high === null) && openEndsOf(estimate) === null) return value;
  const end = (one: number | null): string => (one === null ? "?" : formatNumber(one, texts, signed));
  return `${value} (${end(low)} … ${end(high)})`;
}

/** What the marks of few days that are alike and of few vehicles mean, where one of these estimates has them. */
export function notesOfMarks(estimates: readonly OfMetric[], { t }: Texts): readonly string[] {
  const others = estimates.filter((estimate) => !areFewAlike(estimate));
  const needed = new Set(others.flatMap(({ vehiclesNeeded }) => vehiclesNeeded ?? []));
  return [
    ...(estimates.some(areFewAlike) ? [t("notes.fewAlike", { least: LEAST_DAYS })] : []),
    ...[...needed].sort((a, b) => a - b).map((vehicles) => t("notes.fewVehicles", { vehicles })),
  ];
}

type Titled = Pick<EstimateRow, "metric" | "statistic" | "class" | "unit"> &
  Partial<Pick<EstimateRow, "stage" | "hour">>;

/** "Wait, mean, FAST"; "Wait at a stage, 95th percentile, nii, 08:00" where it is told apart further. */
export function figureTitle(row: Titled, { metrics: { metrics, statistics }, words }: Texts): string {
  const { stage = null, hour = null } = row;
  const metric = metrics[row.metric as MetricId].title;
  const statistic = row.statistic === "total" ? [] : [statistics[row.statistic as Statistic].title];
  const kind = row.class === null ? [] : [words.class[row.class as keyof Texts["words"]["class"]]];
  const place = stage === null ? [] : [stage];
  const time = hour === null ? [] : [`${String(hour).padStart(2, "0")}:00`];
  return [metric, ...statistic, ...kind, ...place, ...time].join(", ");
}

/** With its unit: "Wait, mean, FAST [min]". */
export const titleOf = (row: Titled, texts: Texts): string =>
  `${figureTitle(row, texts)} [${texts.metrics.units[row.unit as MetricUnit].short}]`;
