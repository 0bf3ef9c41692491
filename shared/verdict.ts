/**
 * A difference in words: better, worse, or too close to call. It never says more than the interval does.
 *
 * "Too close to call" is an interval that holds zero; "equal" only where every day came out the same. Few days that all
 * differ by the same tell nothing of others, as one does not. Few vehicles tell no end of their percentile, and so not
 * how sure its difference is, even where the other end is known.
 */
import { openEndsOf } from "./estimate.ts";
import type { DifferenceRow } from "./estimate.ts";
import { areFewAlike } from "./few-alike.ts";
import type { OfMetric } from "./few-alike.ts";
import { about } from "./figure-name.ts";
import { fill } from "./fill.ts";
import { METRICS, isMetricId } from "./metrics.ts";
import type { Direction, MetricTexts, Outcome, Statistic, VerdictKind } from "./metrics.ts";

export type Verdict = { readonly outcome: Outcome; readonly kind: VerdictKind };

export function verdictOf(difference: OfMetric, better: Direction): Verdict {
  const { value, low, high } = difference;
  if (openEndsOf(difference) !== null) return { outcome: "fewVehicles", kind: "fewVehicles" };
  if (low === null || high === null) return { outcome: "unknown", kind: "unknown" };
  if (value === 0 && low === 0 && high === 0) return { outcome: "equal", kind: "equal" };
  if (areFewAlike(difference)) return { outcome: "unknown", kind: "unknown" };
  if (low <= 0 && high >= 0) return { outcome: "tooClose", kind: "tooClose" };
  const kind = high < 0 ? "cuts" : "raises";
  if (better === "neither") return { outcome: "different", kind };
  return { outcome: (better === "less") === (kind === "cuts") ? "better" : "worse", kind };
}

/**
 * The sentence that says so, as "B cuts the mean wait by 12.4 min (95 %: 10.9 to 13.8)". `number` writes a
 * number of the row's unit as the reader's country does; with a sign where `signed`.
 */
export function verdictSentence(
  row: DifferenceRow,
  texts: MetricTexts,
  number: (value: number, signed: boolean) => string,
): string {
  if (!isMetricId(row.metric)) throw new Error(`no such metric: ${row.metric}`);
  const { kind } = verdictOf(row, METRICS[row.metric].better);
  const isOneWay = kind === "cuts" || kind === "raises";
  const bound = (value: number | null): string =>
    value === null ? "" : number(isOneWay ? Math.abs(value) : value, !isOneWay);
  const [low, high] = kind === "cuts" ? [row.high, row.low] : [row.low, row.high];
  const unit = unitText(row, texts);
  return fill(texts.verdicts[kind], {
    scenario: row.scenario,
    baseline: row.baseline,
    what: [phraseOf(row, texts), ...about(row)].join(" "),
    by: number(isOneWay ? Math.abs(row.value) : row.value, !isOneWay),
    low: bound(low),
    high: bound(high),
    unit,
    level: "95",
    days: String(row.n),
    vehicles: String(row.vehiclesNeeded ?? ""),
  });
}

/** The figure in words: "the mean wait". */
export function phraseOf(
  { metric, statistic }: Pick<DifferenceRow, "metric" | "statistic">,
  texts: MetricTexts,
): string {
  if (!isMetricId(metric)) throw new Error(`no such metric: ${metric}`);
  const of = texts.statistics[statistic as Statistic];
  if (of === undefined) throw new Error(`no such statistic: ${statistic}`);
  return fill(of.phrase, { noun: texts.metrics[metric].noun });
}

const unitText = ({ unit }: Pick<DifferenceRow, "unit">, texts: MetricTexts): string =>
  unit === "%" ? texts.points : (texts.units[unit as keyof MetricTexts["units"]]?.short ?? unit);
