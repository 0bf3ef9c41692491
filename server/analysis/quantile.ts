/**
 * Percentiles over vehicles of several days, from the days' histograms.
 *
 * Interval by test inversion (Woodruff, JASA 47, 1952): the share of values below the estimate is a ratio
 * estimator with the day as cluster; its interval, taken on the logit scale so that it stays between 0 and
 * 1 (Korn and Graubard 1998), is read off the pooled distribution. For differences the percentile is
 * linearized with the slope of the pooled distribution over about that interval (Francisco and Fuller 1991).
 * With controls it is that share which is moved to where it would be at the expected arrivals (Hesterberg and
 * Nelson, Management Science 44, 1998).
 */
import { BINS, addTo, countOf, countUpTo, quantileOf } from "../measure/histogram.ts";
import type { PackedHistograms } from "../measure/histogram.ts";
import { controlled } from "./controls.ts";
import type { Controls } from "./controls.ts";
import { LEVEL, freeDays, standardError, studentFactor, varianceOf, varianceRatioOf } from "./linear.ts";
import type { Estimated, Linear } from "./linear.ts";
import { ratioOf } from "./ratio.ts";

/** One day: its histograms, and which of them belong to the group asked for. */
export type DayHistograms = { readonly histograms: PackedHistograms; readonly rows: readonly number[] };

/**
 * Share of the distribution to either side of the percentile that its slope is taken over, at the least;
 * at the most half of what is there, since a slope that reaches the longest wait is that of one vehicle.
 */
const LEAST_REACH = 0.01;

/** `seen`: share of the pooled values up to their own percentile; `share`: the same, controlled; `target`: share of the pooled values up to `value`. */
type Pooled = {
  readonly seen: Linear;
  readonly pool: Float64Array;
  readonly value: number;
  readonly target: number;
  readonly share: Linear;
};

export function quantileEstimate(
  days: readonly DayHistograms[],
  p: number,
  level = LEVEL,
  controls: Controls = [],
): Estimated | null {
  const pooled = poolDays(days, p, controls);
  if (pooled === null) return null;
  const { pool, value, target, share, seen } = pooled;
  if (share.days < 2) return { value, low: null, high: null, n: share.days };
  const onLogit = (studentFactor(level, freeDays(share)) * standardError(share)) / (p * (1 - p));
  const at = (z: number): number =>
    quantileOf(pool, within(1 / (1 + ((1 - p) / p) * Math.exp(-z)) + target - p));
  return {
    value,
    low: Math.min(value, at(-onLogit)),
    high: Math.max(value, at(onLogit)),
    n: share.days,
    ...(share !== seen && varianceRatioOf(share, varianceOf(seen))),
  };
}

export function quantileLinear(
  days: readonly DayHistograms[],
  p: number,
  controls: Controls = [],
): Linear | null {
  const pooled = poolDays(days, p, controls);
  if (pooled === null) return null;
  const { pool, value, target, share } = pooled;
  const spread = share.days < 2 ? 0 : studentFactor(LEVEL, freeDays(share)) * standardError(share);
  const reach = Math.min(Math.max(LEAST_REACH, spread), target / 2, (1 - target) / 2);
  const slope = (quantileOf(pool, target + reach) - quantileOf(pool, target - reach)) / (2 * reach);
  return { ...share, value, influence: share.influence.map((pull) => -pull * slope) };
}

/** Whose value there is. */
const within = (share: number): number => Math.min(1, Math.max(0, share));

function poolDays(days: readonly DayHistograms[], p: number, controls: Controls): Pooled | null {
  const pool = new Float64Array(BINS);
  for (const { histograms, rows } of days) for (const row of rows) addTo(pool, histograms, row);
  const plain = quantileOf(pool, p);
  if (Number.isNaN(plain)) return null;
  const sum = (
    { histograms, rows }: DayHistograms,
    part: (packed: PackedHistograms, row: number) => number,
  ): number => rows.reduce((total, row) => total + part(histograms, row), 0);
  const seen = ratioOf(
    days.map((day) => sum(day, (packed, row) => countUpTo(packed, row, plain))),
    days.map((day) => sum(day, countOf)),
  );
  if (seen === null) return null;
  const share = controlled(seen, controls);
  // More of the values would lie below at the expected arrivals: so the percentile is a lower one of those seen.
  const target = within(p + seen.value - share.value);
  return { pool, value: share === seen ? plain : quantileOf(pool, target), target, share, seen };
}
