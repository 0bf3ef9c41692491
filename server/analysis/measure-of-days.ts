/**
 * The three ways in which days make an estimate: a ratio of sums over vehicles or time, a percentile over
 * vehicles, or one number a day. Each gives an interval for one scenario and, linearized, for a difference.
 */
import type { Estimate } from "../../shared/estimate.ts";
import type { PackedHistograms } from "../measure/histogram.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { intervalOf, LEVEL, scaled } from "./linear.ts";
import type { Linear } from "./linear.ts";
import { meanOf } from "./mean.ts";
import { quantileEstimate, quantileLinear } from "./quantile.ts";
import { ratioOf } from "./ratio.ts";

export type Measure =
  /** What a day adds above and below the line, in the unit to be shown. */
  | {
      readonly kind: "ratio";
      readonly above: (day: ReplicationSummary) => number;
      readonly below: (day: ReplicationSummary) => number;
    }
  /** NaN on days that do not have the number. */
  | { readonly kind: "daily"; readonly of: (day: ReplicationSummary) => number }
  | {
      readonly kind: "quantile";
      readonly p: number;
      readonly of: (day: ReplicationSummary) => PackedHistograms;
      readonly rows: readonly number[];
      /** Milliseconds in the unit to be shown. */
      readonly unitMs: number;
    };

/** Null when the days have nothing to say about it. */
export function estimateOf(
  measure: Measure,
  days: readonly ReplicationSummary[],
  level = LEVEL,
): Estimate | null {
  if (measure.kind !== "quantile") {
    const linear = linearOf(measure, days);
    return linear === null ? null : intervalOf(linear, level);
  }
  const { p, unitMs } = measure;
  const estimate = quantileEstimate(histogramsOf(measure, days), p, level);
  if (estimate === null) return null;
  const { value, low, high, n } = estimate;
  const inUnit = (ms: number | null): number | null => (ms === null ? null : ms / unitMs);
  return { value: value / unitMs, low: inUnit(low), high: inUnit(high), n };
}

export function linearOf(measure: Measure, days: readonly ReplicationSummary[]): Linear | null {
  switch (measure.kind) {
    case "ratio":
      return ratioOf(days.map(measure.above), days.map(measure.below));
    case "daily":
      return meanOf(days.map(measure.of));
    case "quantile": {
      const linear = quantileLinear(histogramsOf(measure, days), measure.p);
      return linear === null ? null : scaled(linear, 1 / measure.unitMs);
    }
    default:
      return measure satisfies never;
  }
}

const histogramsOf = (
  { of, rows }: Extract<Measure, { kind: "quantile" }>,
  days: readonly ReplicationSummary[],
) => days.map((day) => ({ histograms: of(day), rows }));
