/** Intervals for days that are counted: on how many something is so, and what a share of them stays under. */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Estimate } from "../../shared/estimate.ts";
import { sortedQuantile } from "./bands.ts";
import { LEVEL } from "./linear.ts";

/** The share of days, in %, on which something is so, with the interval of Wilson (JASA 22, 1927). */
export function shareOfDays(yes: number, days: number, level = LEVEL): Estimate {
  const z2 = normalQuantile((1 + level) / 2, 0, 1) ** 2;
  const share = yes / days;
  const middle = (yes + z2 / 2) / (days + z2);
  const half = Math.sqrt(z2 * (yes * (1 - share) + z2 / 4)) / (days + z2);
  // At the ends the bound is the end itself, which rounding may miss.
  const low = yes === 0 ? 0 : 100 * (middle - half);
  const high = yes === days ? 100 : 100 * (middle + half);
  return { value: 100 * share, low, high, n: days };
}

/**
 * What a share p of days stays under, from one number a day, between two of these numbers: however they are distributed,
 * the interval holds at least as often as it says (order statistics; Wilks, Annals of Mathematical Statistics 19, 1948).
 * A bound is null where so few days do not reach that far. Days without the number (NaN) say nothing.
 */
export function percentileOfDays(values: readonly number[], p: number, level = LEVEL): Estimate | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return null;
  const rest = (1 - level) / 2;
  let low: number | null = null;
  let high: number | null = null;
  // Chance that the true percentile lies below the value of this rank: that fewer than `rank` days are under it. Terms of
  // the binomial through logarithms, since with many days the first of them is no number of its own.
  let log = n * Math.log1p(-p);
  let below = 0;
  for (let rank = 1; rank <= n; rank++) {
    below += Math.exp(log);
    if (below <= rest) low = sorted[rank - 1];
    if (high === null && below >= 1 - rest) high = sorted[rank - 1];
    log += Math.log(((n - rank + 1) * p) / (rank * (1 - p)));
  }
  return { value: sortedQuantile(sorted, p), low, high, n };
}
