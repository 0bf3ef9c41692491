/**
 * The ways in which days make an estimate: a ratio of sums over vehicles or time, a percentile over
 * vehicles, or one number a day. Each gives an interval for one scenario and, linearized, for a difference.
 */
import type { PackedHistograms } from "../measure/histogram.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { controlled } from "./controls.ts";
import type { Controls } from "./controls.ts";
import { differenceOf, intervalOf, LEVEL, scaled, varianceOf, varianceRatioOf } from "./linear.ts";
import type { Estimated, Linear } from "./linear.ts";
import { meanOf } from "./mean.ts";
import { skewedIntervalOf } from "./mean-of-skewed.ts";
import { quantileDifference } from "./quantile-difference.ts";
import type { SideOfPair } from "./quantile-difference.ts";
import { percentileOf, quantileEstimate, quantileLinear } from "./quantile.ts";
import { ratioOf } from "./ratio.ts";
import { byReplication, meansOf, sumsOf } from "./replications.ts";

export type Measure =
  /** What a day adds above and below the line, in the unit to be shown. */
  | {
      readonly kind: "ratio";
      readonly above: (day: ReplicationSummary) => number;
      readonly below: (day: ReplicationSummary) => number;
    }
  /** NaN on days that do not have the number. */
  | { readonly kind: "daily"; readonly of: (day: ReplicationSummary) => number }
  /** The same for the highest of each day, of which few are far off. */
  | { readonly kind: "highest"; readonly of: (day: ReplicationSummary) => number }
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
  controls: Controls = [],
): Estimated | null {
  if (measure.kind !== "quantile") {
    const plain = plainLinear(measure, days);
    if (plain === null) return null;
    const linear = controlled(plain, controls);
    const interval = measure.kind === "highest" ? skewedIntervalOf : intervalOf;
    return {
      ...interval(linear, level),
      ...(linear !== plain && varianceRatioOf(linear, varianceOf(plain))),
    };
  }
  const { p, unitMs } = measure;
  const estimate = quantileEstimate(histogramsOf(measure, days), p, level, controls);
  if (estimate === null) return null;
  return inUnit(estimate, unitMs);
}

const inUnit = (estimate: Estimated, unitMs: number): Estimated => ({
  ...estimate,
  value: estimate.value / unitMs,
  low: estimate.low === null ? null : estimate.low / unitMs,
  high: estimate.high === null ? null : estimate.high / unitMs,
});

/** A figure of the days of one scenario. */
export type Measured = {
  readonly measure: Measure;
  readonly days: readonly ReplicationSummary[];
  readonly controls: Controls;
};

/** The second less the first, on the same days. Null when one of them has nothing to say about it. */
export function differenceEstimate(from: Measured, to: Measured, level = LEVEL): Estimated | null {
  const [measure, other] = [from.measure, to.measure];
  if (measure.kind === "quantile" && other.kind === "quantile") {
    const sides = [pairSide(measure, from), pairSide(other, to)] as const;
    const difference = quantileDifference(sides[0], sides[1], measure.p, level);
    return difference === null ? null : inUnit(difference, measure.unitMs);
  }
  const [first, second] = [from, to].map((one) => linearOf(one.measure, one.days, one.controls));
  if (first === null || second === null) return null;
  const difference = differenceOf(first, second);
  // Of days of their own the variances would add up.
  return {
    ...intervalOf(difference, level),
    ...varianceRatioOf(difference, varianceOf(first) + varianceOf(second)),
  };
}

/** How unsure it is; of a percentile by its linear form, so that a ratio of two holds that of their slopes as well. */
export function differenceSpread(from: Measured, to: Measured): number | null {
  const [first, second] = [from, to].map((one) => linearOf(one.measure, one.days, one.controls));
  return first === null || second === null ? null : varianceOf(differenceOf(first, second));
}

const pairSide = (
  measure: Extract<Measure, { kind: "quantile" }>,
  { days, controls }: Measured,
): SideOfPair => ({ days: histogramsOf(measure, days), controls });

export function linearOf(
  measure: Measure,
  days: readonly ReplicationSummary[],
  controls: Controls = [],
): Linear | null {
  if (measure.kind === "quantile") {
    const linear = quantileLinear(histogramsOf(measure, days), measure.p, controls);
    return linear === null ? null : scaled(linear, 1 / measure.unitMs);
  }
  const plain = plainLinear(measure, days);
  return plain === null ? null : controlled(plain, controls);
}

/** How unsure it is, to be set against the same from other days; of a percentile that of the share below it. */
export function spreadOf(
  measure: Measure,
  days: readonly ReplicationSummary[],
  controls: Controls = [],
): number | null {
  if (measure.kind === "quantile") {
    const percentile = percentileOf(histogramsOf(measure, days), measure.p, controls);
    return percentile === null ? null : varianceOf(percentile.share);
  }
  const linear = linearOf(measure, days, controls);
  return linear === null ? null : varianceOf(linear);
}

type Additive = Exclude<Measure, { kind: "quantile" }>;

/** What days say of a figure that was asked for before: reading it off hundreds of them takes most of the time. */
const known = new WeakMap<
  Additive,
  WeakMap<readonly ReplicationSummary[], { readonly linear: Linear | null }>
>();

function plainLinear(measure: Additive, days: readonly ReplicationSummary[]): Linear | null {
  const ofMeasure = known.get(measure) ?? new WeakMap();
  known.set(measure, ofMeasure);
  const linear = ofMeasure.has(days) ? ofMeasure.get(days)!.linear : readOff(measure, days);
  ofMeasure.set(days, { linear });
  return linear;
}

const readOff = (measure: Additive, days: readonly ReplicationSummary[]): Linear | null =>
  measure.kind === "ratio"
    ? ratioOf(sumsOf(days, measure.above), sumsOf(days, measure.below))
    : meanOf(meansOf(days, measure.of));

const histogramsOf = (
  { of, rows }: Extract<Measure, { kind: "quantile" }>,
  days: readonly ReplicationSummary[],
) => byReplication(days).map((own) => ({ days: own.map(of), rows }));
