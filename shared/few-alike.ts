/**
 * Few days that all came out the same: their interval has no width, as though nothing else could be. They tell nothing
 * of others, and whoever prints an estimate says so in the place of the interval.
 */
import { LEAST_DAYS } from "./condition.ts";
import type { Estimate } from "./estimate.ts";
import { METRICS, isMetricId } from "./metrics.ts";

/** An estimate of a metric, or of something else that has none. */
export type OfMetric = Estimate & { readonly metric?: string };

/** As a share of the value: what rounding may leave of an interval without width. */
const ROUNDING = 1e-9;

/**
 * Of 20 days one in seven may be otherwise, and still none of them is seen in one of twenty experiments; of fewer far
 * more. Hours and cost of officers follow the plan, and few days tell them.
 */
export const areFewAlike = (estimate: OfMetric): boolean =>
  estimate.n < LEAST_DAYS && !isPlanned(estimate.metric) && hasNoWidth(estimate);

/** Without an upper end for want of vehicles, the lower one tells it, unless it is where nothing can be lower. */
function hasNoWidth({ value, low, high }: Estimate): boolean {
  if (low === null) return false;
  if (high === null) return value > 0 && value - low <= ROUNDING * value;
  return high - low <= ROUNDING * Math.abs(value);
}

const isPlanned = (metric: string | undefined): boolean =>
  metric !== undefined && isMetricId(metric) && "planned" in METRICS[metric];
