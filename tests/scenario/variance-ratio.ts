/**
 * What common draws are worth: the variance of a difference of mean waits on the same days, over the variance that it
 * would have on as many days of each scenario drawn independently.
 */
import { classRows, sumOver } from "../../server/analysis/class-groups.ts";
import { differenceOf, intervalOf, standardError } from "../../server/analysis/linear.ts";
import type { Linear } from "../../server/analysis/linear.ts";
import { meanOf } from "../../server/analysis/mean.ts";
import { ratioOf } from "../../server/analysis/ratio.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";
import type { Estimate } from "../../shared/estimate.ts";
import { MINUTE } from "../../shared/units.ts";

type Days = readonly ReplicationSummary[];
const EVERYONE = classRows(null);

/** Per vehicle, in minutes. */
export function meanWait(days: Days): Linear {
  const mean = ratioOf(
    days.map(({ figures }) => sumOver(figures.wait.sum, EVERYONE) / MINUTE),
    days.map(({ figures }) => sumOver(figures.wait.count, EVERYONE)),
  );
  if (mean === null) throw new Error("nobody waited on any day");
  return mean;
}

function ratioOn(baseline: Days, variant: Days): number {
  const from = meanWait(baseline);
  const to = meanWait(variant);
  const independent = standardError(from) ** 2 + standardError(to) ** 2;
  return standardError(differenceOf(from, to)) ** 2 / independent;
}

/** With the interval of the jackknife: each day left out once, on the scale of logarithms. */
export function varianceRatio(baseline: Days, variant: Days): Estimate {
  const n = baseline.length;
  const whole = Math.log(ratioOn(baseline, variant));
  const without = (days: Days, day: number): Days => days.filter((_, index) => index !== day);
  const pseudovalues = baseline.map((_, day) => {
    const rest = Math.log(ratioOn(without(baseline, day), without(variant, day)));
    return n * whole - (n - 1) * rest;
  });
  const { low, high } = intervalOf({ ...meanOf(pseudovalues)!, value: whole });
  return { value: Math.exp(whole), low: Math.exp(low!), high: Math.exp(high!), n };
}
