/**
 * An estimate as a sum over days: its value, and how much each day pulled it. Intervals of single values
 * and of paired differences both follow from it, with the day as the unit, since waits within a day
 * depend on each other.
 *
 * The interval is Student's with one degree of freedom less than the days that say something.
 */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { Estimate } from "../../shared/estimate.ts";

export const LEVEL = 0.95;

export type Linear = {
  readonly value: number;
  /** By day: value of the estimate were all days like this one, less the value; to first order. */
  readonly influence: Float64Array;
  /** Days that say something. */
  readonly days: number;
};

/** Standard errors to either side that hold the level, at this many days. */
export const studentFactor = (level: number, days: number): number => tQuantile((1 + level) / 2, days - 1);

export function standardError({ influence, days }: Linear): number {
  let squares = 0;
  for (const pull of influence) squares += pull * pull;
  return Math.sqrt((squares * days) / (days - 1)) / influence.length;
}

export function intervalOf(linear: Linear, level = LEVEL): Estimate {
  const { value, days } = linear;
  if (days < 2) return { value, low: null, high: null, n: days };
  const half = studentFactor(level, days) * standardError(linear);
  return { value, low: value - half, high: value + half, n: days };
}

/** The second less the first, on the same days. */
export function differenceOf(baseline: Linear, other: Linear): Linear {
  return {
    value: other.value - baseline.value,
    influence: other.influence.map((pull, day) => pull - baseline.influence[day]),
    days: Math.min(baseline.days, other.days),
  };
}

export function scaled({ value, influence, days }: Linear, factor: number): Linear {
  return { value: value * factor, influence: influence.map((pull) => pull * factor), days };
}
