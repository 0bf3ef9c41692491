/**
 * Percentiles over vehicles of several days, from the days' histograms.
 *
 * Interval by test inversion (Woodruff, JASA 47, 1952; in full, Francisco and Fuller, Annals of Statistics 19, 1991):
 * a duration is in it when the share of values below it does not differ from p by more than chance. That share is a
 * ratio estimator with the day as cluster, and its chance is that at the duration tried, not at the estimate: beyond a
 * long wait lie few vehicles, all of a few bad days. Days being so skew, the test is Student's after Hall's
 * transformation. The skewness is that at the estimate or at the duration tried, whichever is less: far out it is that
 * of the one day that reaches so far, and says nothing. docs/explanation/validation.md has the coverage found.
 *
 * With controls it is the share which is moved to where it would be at the expected arrivals (Hesterberg and Nelson,
 * Management Science 44, 1998). The linear form has the slope of the pooled durations about the percentile.
 */
import { controlled } from "./controls.ts";
import type { Controls } from "./controls.ts";
import { countsAt, durationAt, poolDays } from "./day-pool.ts";
import type { DayHistograms, DayPool } from "./day-pool.ts";
import { LEVEL, freeDays, standardError, studentFactor, varianceOf, varianceRatioOf } from "./linear.ts";
import type { Estimated, Linear } from "./linear.ts";
import { lackingIn, openWhere } from "./open-ends.ts";
import { ratioOf } from "./ratio.ts";
import { hallsTransform, skewnessOf } from "./skewness.ts";

/**
 * Share of the distribution to either side of the percentile that its slope is taken over, at the least;
 * at the most half of what is there, since a slope that reaches the longest wait is that of one vehicle.
 */
const LEAST_REACH = 0.01;

export type Percentile = {
  readonly p: number;
  readonly pool: DayPool;
  readonly controls: Controls;
  /** Share of the pooled values below their own percentile; and the same, controlled. */
  readonly seen: Linear;
  readonly share: Linear;
  /** Share of the pooled values below the percentile as it would be at the expected arrivals. */
  readonly target: number;
  readonly value: number;
};

export function quantileEstimate(
  days: readonly DayHistograms[],
  p: number,
  level = LEVEL,
  controls: Controls = [],
): Estimated | null {
  const percentile = percentileOf(days, p, controls);
  if (percentile === null) return null;
  const { value, share, seen, pool } = percentile;
  if (share.days < 2) return { value, low: null, high: null, n: share.days };
  const lacking = lackingIn(pool, p, level);
  const closed = {
    value,
    low: lacking.low > 0 ? null : Math.min(value, boundOf(percentile, -1, level)),
    high: lacking.high > 0 ? null : Math.max(value, boundOf(percentile, 1, level)),
    n: share.days,
    ...(share !== seen && varianceRatioOf(share, varianceOf(seen))),
  };
  return openWhere(closed, lacking);
}

export function quantileLinear(
  days: readonly DayHistograms[],
  p: number,
  controls: Controls = [],
): Linear | null {
  const percentile = percentileOf(days, p, controls);
  return percentile === null ? null : linearOfPercentile(percentile);
}

/** Null when no day has values. */
export function percentileOf(
  days: readonly DayHistograms[],
  p: number,
  controls: Controls,
): Percentile | null {
  const pool = poolDays(days);
  const seen = pool === null ? null : ratioOf(countsAt(pool, p), pool.values);
  if (pool === null || seen === null) return null;
  const share = controlled(seen, controls);
  // More of the values would lie below at the expected arrivals: so the percentile is a lower one of those seen.
  const target = within(p + seen.value - share.value);
  return { p, pool, controls, seen, share, target, value: durationAt(pool, target) };
}

export function linearOfPercentile(percentile: Percentile): Linear {
  const { value, share } = percentile;
  const slope = slopeOf(percentile);
  return { ...share, value, influence: share.influence.map((pull) => -pull * slope) };
}

/** Duration by share, about the percentile. */
export function slopeOf({ pool, target, share }: Percentile): number {
  const spread = share.days < 2 ? 0 : studentFactor(LEVEL, freeDays(share)) * standardError(share);
  const room = Math.min(target, 1 - target) / 2;
  // Controls may take the percentile to an end of what was seen, where there is a slope to one side alone.
  const reach = room === 0 ? LEAST_REACH : Math.min(Math.max(LEAST_REACH, spread), room);
  const [from, to] = [within(target - reach), within(target + reach)];
  return (durationAt(pool, to) - durationAt(pool, from)) / (to - from);
}

/** The share of values below the duration which so many of the pooled ones lie below, controlled. */
export function shareBelow({ pool, controls, share }: Percentile, pooled: number): Linear {
  return controlled(ratioOf(countsAt(pool, pooled), pool.values) ?? share, controls);
}

/** The duration to one side of the percentile at which the share below it differs from p by more than chance. */
function boundOf(percentile: Percentile, side: 1 | -1, level: number): number {
  const { p, pool, share, target } = percentile;
  const factor = studentFactor(level, freeDays(share));
  const step = (factor * standardError(share)) / 2;
  if (step === 0) return durationAt(pool, target);
  const skewness = skewnessOf(share);
  const end = side === 1 ? 1 - target : target;
  const distance = reachOf(step, end, (away) => {
    const tried = shareBelow(percentile, target + side * away);
    return side * deviationOf(tried, tried.value - p, skewness) <= factor;
  });
  return durationAt(pool, within(target + side * distance));
}

/** Student's t of a gap between an estimate and what it should be, transformed by the lesser of two skewnesses. */
export function deviationOf(linear: Linear, gap: number, skewness: number): number {
  const spread = standardError(linear);
  if (spread === 0) return gap === 0 ? 0 : gap * Infinity;
  const own = skewnessOf(linear);
  return hallsTransform(gap / spread, Math.abs(own) < Math.abs(skewness) ? own : skewness, linear.days);
}

/** Growth of a step of the search, and halvings of the last one: to about a thousandth of the interval. */
const GROWTH = 1.3;
const HALVINGS = 8;

/** How far one may go, to the end at the most, before what is inside is left. */
export function reachOf(step: number, end: number, isInside: (distance: number) => boolean): number {
  let inside = 0;
  let outside = Math.min(step, end);
  for (let stride = step; outside < end && isInside(outside);) {
    inside = outside;
    stride *= GROWTH;
    outside = Math.min(outside + stride, end);
  }
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (inside + outside) / 2;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return outside;
}

/** Whose value there is. */
export const within = (share: number): number => Math.min(1, Math.max(0, share));
