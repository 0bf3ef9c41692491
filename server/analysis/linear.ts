/**
 * An estimate as a sum over days: its value, and how much each day pulled it. Intervals of single values
 * and of paired differences both follow from it, with the day as the unit, since waits within a day
 * depend on each other.
 *
 * The interval is Student's after Hall's transformation for the skewness of the days (skewness.ts), with one degree of
 * freedom less than the days that say something, and one less for each coefficient that was estimated from them
 * (controls.ts). Skewness is that of the pulls: by the expansion of Edgeworth a weighted sum of days, as a mean with
 * controls or a difference is, leans as the sum of the cubes of its parts does.
 */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { Estimate } from "../../shared/estimate.ts";
import { floats } from "./floats.ts";
import { LEAST_DAYS_FOR_SKEW, hallsInverse, skewnessOf } from "./skewness.ts";

export const LEVEL = 0.95;

export type Linear = {
  readonly value: number;
  /** By replication: value of the estimate were all replications like this one, less the value; to first order. */
  readonly influence: Float64Array;
  /** Replications that say something. */
  readonly days: number;
  /** Coefficients estimated from the same days; none where not given. */
  readonly coefficients?: number;
};

export type Estimated = Estimate & {
  /** Variance as a share of that without controls; absent without any. */
  readonly varianceRatio?: number;
};

/** By level and days: an experiment asks for the same few of them thousands of times. */
const factors = new Map<number, Map<number, number>>();

/** Standard errors to either side that hold the level, at this many days. */
export function studentFactor(level: number, days: number): number {
  const ofLevel = factors.get(level) ?? new Map<number, number>();
  factors.set(level, ofLevel);
  const factor = ofLevel.get(days) ?? tQuantile((1 + level) / 2, days - 1);
  ofLevel.set(days, factor);
  return factor;
}

/** Days less what was estimated from them: what Student's factor goes by. */
export const freeDays = ({ days, coefficients = 0 }: Linear): number => days - coefficients;

export function standardError(linear: Linear): number {
  const { influence } = linear;
  const free = freeDays(linear);
  let squares = 0;
  for (let i = 0; i < influence.length; i++) squares += influence[i] ** 2;
  return Math.sqrt((squares * free) / (free - 1)) / influence.length;
}

export const varianceOf = (linear: Linear): number => standardError(linear) ** 2;

/** Its variance as a share of another, such as that without controls; absent where nothing varies. */
export function varianceRatioOf(linear: Linear, variance: number): Pick<Estimated, "varianceRatio"> {
  if (linear.days < 2 || !(variance > 0 && variance < Infinity)) return {};
  return { varianceRatio: varianceOf(linear) / variance };
}

export function intervalOf(linear: Linear, level = LEVEL): Estimate {
  const skewness = linear.days < LEAST_DAYS_FOR_SKEW ? 0 : skewnessOf(linear);
  return atLeastStudents(intervalFor(linear, level, skewness), linear, level);
}

/** As though days were not skew. */
export const studentInterval = (linear: Linear, level = LEVEL): Estimate => intervalFor(linear, level, 0);

function intervalFor(linear: Linear, level: number, skewness: number): Estimate {
  const { value, days } = linear;
  if (days < 2) return { value, low: null, high: null, n: days };
  const factor = studentFactor(level, freeDays(linear));
  const spread = standardError(linear);
  // Few long days missing, the mean is too low and looks too sure: the truth may lie farther up.
  const below = hallsInverse(factor, skewness, days);
  const above = -hallsInverse(-factor, skewness, days);
  return { value, low: value - spread * below, high: value + spread * above, n: days };
}

/**
 * Of intervals that hold together the tails are so thin that the skewness of few days says too little of them: neither
 * bound is then nearer than Student's.
 */
export function atLeastStudents<T extends Estimate>(estimate: T, linear: Linear, level: number): T {
  if (level <= LEVEL) return estimate;
  const student = studentInterval(linear, level);
  if (student.low === null || student.high === null || estimate.low === null || estimate.high === null)
    return estimate;
  return {
    ...estimate,
    low: Math.min(estimate.low, student.low),
    high: Math.max(estimate.high, student.high),
  };
}

/** Of numbers that are the same, but were reckoned in another order, so much of them is left over. */
const ROUNDING = 1e-12;

/** The first less the second; nothing where rounding alone tells them apart, so that no figure is sure of it. */
export function apartBy(one: number, other: number): number {
  const difference = one - other;
  return Math.abs(difference) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other)) ? 0 : difference;
}

/** Whether they are one number, but for rounding. */
export const areSame = (values: readonly number[]): boolean =>
  values.length === 0 || apartBy(Math.max(...values), Math.min(...values)) === 0;

/** The second less the first, on the same days. */
export function differenceOf(baseline: Linear, other: Linear): Linear {
  const influence = floats(other.influence.length);
  for (let day = 0; day < influence.length; day++)
    influence[day] = apartBy(other.influence[day], baseline.influence[day]);
  return {
    value: apartBy(other.value, baseline.value),
    influence,
    days: Math.min(baseline.days, other.days),
    coefficients: Math.max(baseline.coefficients ?? 0, other.coefficients ?? 0),
  };
}

export function scaled(linear: Linear, factor: number): Linear {
  const influence = floats(linear.influence.length);
  for (let day = 0; day < influence.length; day++) influence[day] = linear.influence[day] * factor;
  return { ...linear, value: linear.value * factor, influence };
}
