/**
 * The interval of a mean of days of which few are far off, such as the longest queue of each: by BCa bootstrap, stretched
 * so that days without skew have Student's interval (the bootstrap alone is too short for few days; Hesterberg,
 * American Statistician 69, 2015).
 */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Estimate } from "../../shared/estimate.ts";
import { bootstrap, meanOfDrawn } from "./bca.ts";
import { mean } from "./controlled-mean.ts";
import { dot } from "./least-squares.ts";
import { atLeastStudents, freeDays, intervalOf, standardError, studentFactor } from "./linear.ts";
import type { Linear } from "./linear.ts";
import { LEAST_DAYS_FOR_SKEW } from "./skewness.ts";

/** With more days it no longer matters which way their skew is taken into account. */
const MOST_DAYS = 500;

export function skewedIntervalOf(linear: Linear, level: number): Estimate {
  const { value, influence, days } = linear;
  const plain = intervalOf(linear, level);
  if (days !== influence.length || days < LEAST_DAYS_FOR_SKEW || days > MOST_DAYS) return plain;
  const spread = standardError(linear);
  if (spread === 0) return plain;
  // Moved to the expected arrivals, pulls do not add up to nothing (controls.ts); what is resampled is their spread.
  const center = mean(influence);
  const pulls = influence.map((pull) => pull - center);
  // The standard error as the bootstrap sees it, and the factor it reckons with.
  const seen = Math.sqrt(dot(pulls, pulls)) / days;
  if (seen === 0) return plain;
  const stretch =
    (spread * studentFactor(level, freeDays(linear))) / (seen * normalQuantile((1 + level) / 2, 0, 1));
  const stretched = pulls.map((pull) => pull * stretch);
  const { low, high } = bootstrap(stretched, meanOfDrawn, level);
  return atLeastStudents({ ...plain, low: value + low, high: value + high }, linear, level);
}
