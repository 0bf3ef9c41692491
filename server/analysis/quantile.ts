/**
 * Percentiles over vehicles of several days, from the days' histograms.
 *
 * Interval by test inversion (Woodruff, JASA 47, 1952): the share of values below the estimate is a ratio
 * estimator with the day as cluster; its interval, taken on the logit scale so that it stays between 0 and
 * 1 (Korn and Graubard 1998), is read off the pooled distribution. For differences the percentile is
 * linearized with the slope of the pooled distribution over about that interval (Francisco and Fuller 1991).
 */
import type { Estimate } from "../../shared/estimate.ts";
import { BINS, addTo, countOf, countUpTo, quantileOf } from "../measure/histogram.ts";
import type { PackedHistograms } from "../measure/histogram.ts";
import { LEVEL, standardError, studentFactor } from "./linear.ts";
import type { Linear } from "./linear.ts";
import { ratioOf } from "./ratio.ts";

/** One day: its histograms, and which of them belong to the group asked for. */
export type DayHistograms = { readonly histograms: PackedHistograms; readonly rows: readonly number[] };

/**
 * Share of the distribution to either side of the percentile that its slope is taken over, at the least;
 * at the most half of what is there, since a slope that reaches the longest wait is that of one vehicle.
 */
const LEAST_REACH = 0.01;

type Pooled = { readonly pool: Float64Array; readonly value: number; readonly share: Linear };

export function quantileEstimate(days: readonly DayHistograms[], p: number, level = LEVEL): Estimate | null {
  const pooled = poolDays(days, p);
  if (pooled === null) return null;
  const { pool, value, share } = pooled;
  if (share.days < 2) return { value, low: null, high: null, n: share.days };
  const onLogit = (studentFactor(level, share.days) * standardError(share)) / (p * (1 - p));
  const at = (z: number): number => quantileOf(pool, 1 / (1 + ((1 - p) / p) * Math.exp(-z)));
  return { value, low: Math.min(value, at(-onLogit)), high: Math.max(value, at(onLogit)), n: share.days };
}

export function quantileLinear(days: readonly DayHistograms[], p: number): Linear | null {
  const pooled = poolDays(days, p);
  if (pooled === null) return null;
  const { pool, value, share } = pooled;
  const spread = share.days < 2 ? 0 : studentFactor(LEVEL, share.days) * standardError(share);
  const reach = Math.min(Math.max(LEAST_REACH, spread), p / 2, (1 - p) / 2);
  const slope = (quantileOf(pool, p + reach) - quantileOf(pool, p - reach)) / (2 * reach);
  return { value, influence: share.influence.map((pull) => -pull * slope), days: share.days };
}

function poolDays(days: readonly DayHistograms[], p: number): Pooled | null {
  const pool = new Float64Array(BINS);
  for (const { histograms, rows } of days) for (const row of rows) addTo(pool, histograms, row);
  const value = quantileOf(pool, p);
  if (Number.isNaN(value)) return null;
  const sum = (
    { histograms, rows }: DayHistograms,
    part: (packed: PackedHistograms, row: number) => number,
  ): number => rows.reduce((total, row) => total + part(histograms, row), 0);
  const share = ratioOf(
    days.map((day) => sum(day, (packed, row) => countUpTo(packed, row, value))),
    days.map((day) => sum(day, countOf)),
  );
  return share === null ? null : { pool, value, share };
}
