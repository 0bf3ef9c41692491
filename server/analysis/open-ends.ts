/**
 * Where few vehicles do not tell an end of the interval of a percentile, however the test inversion comes out: no
 * interval reaches beyond the longest value seen. That all of n values lie below the true percentile p happens with
 * chance pⁿ (order statistics, Wilks, Annals of Mathematical Statistics 19, 1948), and only where that is no more than
 * may be missed on that side can the longest be its end; so it is with the shortest and 1 − p. Values of a day that
 * depend on each other tell less, so that fewer are never enough.
 */
import type { Estimate } from "../../shared/estimate.ts";
import type { DayPool } from "./day-pool.ts";

/** By end, the values that it takes; 0 where there are as many. */
export type Lacking = { readonly low: number; readonly high: number };

/** Where a power is meant to be the chance itself, logarithms miss it by less than this. */
const ROUNDING = 1e-9;

/** Of values in all, so that one at the least lies beyond a share p of the distribution as surely as the level asks. */
export const valuesNeeded = (p: number, level: number): number =>
  Math.ceil(Math.log((1 - level) / 2) / Math.log(p) - ROUNDING);

export function lackingIn({ ends }: DayPool, p: number, level: number): Lacking {
  const values = ends[ends.length - 1];
  const [low, high] = [valuesNeeded(1 - p, level), valuesNeeded(p, level)];
  return { low: values < low ? low : 0, high: values < high ? high : 0 };
}

/** Of a difference: each end takes that of the other scenario and the opposite one of the baseline. */
export const lackingOfDifference = (baseline: Lacking, other: Lacking): Lacking => ({
  low: Math.max(other.low, baseline.high),
  high: Math.max(other.high, baseline.low),
});

/** Without the ends that are not known. One day tells none in any case, and that is reason enough. */
export function openWhere<T extends Estimate>(estimate: T, { low, high }: Lacking): T {
  if ((low === 0 && high === 0) || estimate.n < 2) return estimate;
  return {
    ...estimate,
    low: low > 0 ? null : estimate.low,
    high: high > 0 ? null : estimate.high,
    vehiclesNeeded: Math.max(low, high),
  };
}
