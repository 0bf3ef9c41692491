/**
 * The ways in which days make an estimate: a ratio of sums over vehicles or time, a percentile over
 * vehicles, or one number a day. Each gives an interval for one scenario and, linearized, for a difference.
 */
import type { PackedHistograms } from "../measure/histogram.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { controlled } from "./controls.ts";
import type { Controls } from "./controls.ts";
import type { DayHistograms } from "./day-pool.ts";
import { differenceOf, intervalOf, LEVEL, scaled, varianceOf, varianceRatioOf } from "./linear.ts";
import type { Estimated, Linear } from "./linear.ts";
import { skewedIntervalOf } from "./mean-of-skewed.ts";
import { quantileDifference } from "./quantile-difference.ts";
import type { SideOfPair } from "./quantile-difference.ts";
import { percentileOf, quantileEstimate, quantileLinear, slopeOf } from "./quantile.ts";
import type { Percentile } from "./quantile.ts";
import { readingOf } from "./readings.ts";
import type { Additive } from "./readings.ts";
import { byReplication } from "./replications.ts";

type Quantile = {
  readonly kind: "quantile";
  readonly p: number;
  readonly of: (day: ReplicationSummary) => PackedHistograms;
  readonly rows: readonly number[];
  /** Milliseconds in the unit to be shown. */
  readonly unitMs: number;
};

export type Measure = Additive | Quantile;

/** Null when the days have nothing to say about it. */
export function estimateOf(
  measure: Measure,
  days: readonly ReplicationSummary[],
  level = LEVEL,
  controls: Controls = [],
): Estimated | null {
  if (measure.kind !== "quantile") {
    const plain = readingOf(measure, days);
    if (plain === null) return null;
    const linear = controlledReading(plain, controls);
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

/**
 * How unsure it is; of a percentile by the shares below both, each at the slope that its durations have over the days of
 * `slopesOf`. Days that are surer of the shares take the slopes over a shorter reach: a ratio of two variances at slopes
 * of their own would hold those as well.
 */
export function differenceSpread(
  from: Measured,
  to: Measured,
  slopesOf: readonly [Measured, Measured] = [from, to],
): number | null {
  const [first, second] = [linearAt(from, slopesOf[0]), linearAt(to, slopesOf[1])];
  return first === null || second === null ? null : varianceOf(differenceOf(first, second));
}

function linearAt(one: Measured, slopeOfDays: Measured): Linear | null {
  const [percentile, other] = [pooled(one), pooled(slopeOfDays)];
  if (percentile === null || other === null) return linearOf(one.measure, one.days, one.controls);
  return scaled(percentile.share, -slopeOf(other));
}

/** Of both sides of a difference it is asked for by themselves, and again for their slopes. */
const percentiles = new WeakMap<Measured, Percentile | null>();

/** Null where it is no percentile, or no day has values. */
function pooled(one: Measured): Percentile | null {
  const { measure, days, controls } = one;
  if (measure.kind !== "quantile") return null;
  const found = percentiles.get(one);
  if (found !== undefined) return found;
  const made = percentileOf(histogramsOf(measure, days), measure.p, controls);
  percentiles.set(one, made);
  return made;
}

const pairSide = (measure: Quantile, { days, controls }: Measured): SideOfPair => ({
  days: histogramsOf(measure, days),
  controls,
});

export function linearOf(
  measure: Measure,
  days: readonly ReplicationSummary[],
  controls: Controls = [],
): Linear | null {
  if (measure.kind === "quantile") {
    const linear = quantileLinear(histogramsOf(measure, days), measure.p, controls);
    return linear === null ? null : scaled(linear, 1 / measure.unitMs);
  }
  const plain = readingOf(measure, days);
  return plain === null ? null : controlledReading(plain, controls);
}

/** A figure is asked for by itself, and again in differences. */
const controlledReadings = new WeakMap<Controls, Map<Linear, Linear>>();

function controlledReading(plain: Linear, controls: Controls): Linear {
  if (controls.length === 0) return plain;
  const readings = controlledReadings.get(controls) ?? new Map<Linear, Linear>();
  const linear = readings.get(plain) ?? controlled(plain, controls);
  controlledReadings.set(controls, readings.set(plain, linear));
  return linear;
}

/** How unsure it is, to be set against the same from other days; of a percentile that of the share below it. */
export function spreadOf(
  measure: Measure,
  days: readonly ReplicationSummary[],
  controls: Controls = [],
): number | null {
  if (measure.kind === "quantile") {
    const percentile = pooled({ measure, days, controls });
    return percentile === null ? null : varianceOf(percentile.share);
  }
  const linear = linearOf(measure, days, controls);
  return linear === null ? null : varianceOf(linear);
}

export const isAdditive = (measure: Measure): measure is Additive => measure.kind !== "quantile";

type HistogramsOfGroup = Pick<Quantile, "of" | "rows"> & { readonly histograms: readonly DayHistograms[] };

/**
 * Days times groups that are kept, so that both percentiles of a group, and differences after them, pool its days once.
 * Pooled, each takes up to 3 kB.
 */
const MOST_KEPT = 12_288;

type Kept = {
  readonly replications: readonly (readonly ReplicationSummary[])[];
  readonly groups: HistogramsOfGroup[];
};

const kept = new WeakMap<readonly ReplicationSummary[], Kept>();

function histogramsOf({ of, rows }: Quantile, days: readonly ReplicationSummary[]): readonly DayHistograms[] {
  const { replications, groups } = kept.get(days) ?? { replications: byReplication(days), groups: [] };
  const known = groups.find((group) => group.of === of && group.rows === rows);
  if (known !== undefined) return known.histograms;
  const histograms = replications.map((own) => ({ days: own.map(of), rows }));
  // Whoever asks next begins with the first ones again: those stay, and the last one makes room.
  if (groups.length * days.length >= MOST_KEPT) groups.pop();
  groups.push({ of, rows, histograms });
  kept.set(days, { replications, groups });
  return histograms;
}
