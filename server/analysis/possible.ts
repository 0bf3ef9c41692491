/**
 * What a figure can be at all: a share up to 100 %, none less than nothing. The interval of few days, or of skew ones,
 * may reach beyond, and ends there.
 */
import type { Estimate } from "../../shared/estimate.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { unitOf } from "../../shared/metrics.ts";

type Kind = Pick<FigureKey, "metric" | "statistic">;

const mostOf = ({ metric, statistic }: Kind): number => (unitOf(metric, statistic) === "%" ? 100 : Infinity);

/** Of a scenario. */
export const possible = <T extends Estimate>(estimate: T, of: Kind): T => between(estimate, 0, mostOf(of));

/** The second less the first. */
export const possibleDifference = <T extends Estimate>(estimate: T, of: Kind): T =>
  between(estimate, -mostOf(of), mostOf(of));

export const atLeastNothing = <T extends Estimate>(estimate: T): T => between(estimate, 0, Infinity);

function between<T extends Estimate>(estimate: T, least: number, most: number): T {
  const { value, low, high } = estimate;
  // A value at an end may be past it by rounding.
  return {
    ...estimate,
    low: low === null ? null : Math.min(value, Math.max(low, least)),
    high: high === null ? null : Math.max(value, Math.min(high, most)),
  };
}
