/**
 * Control variates: what a scenario is known to bring on average, beside what it brought. Days with more vehicles
 * than expected have longer waits; an estimate is moved to where it would be had the expected number come, and
 * its interval is that of what the vehicles do not explain (Lavenberg and Welch, Management Science 27, 1981; for
 * ratios and percentiles through the influence of each day on them).
 *
 * Which controls are used goes by the number of days alone, never by what they turn out to explain. A control that
 * explains nothing costs a degree of freedom: at these numbers of days, no more than a tenth of the variance.
 */
import type { ReplicationSummary } from "../measure/summary.ts";
import { FIRST_HOUR_GROUP, HOURS } from "../measure/groups.ts";
import { controlledMean } from "./controlled-mean.ts";
import type { Linear } from "./linear.ts";

/** By control its days, less what is expected. */
export type Controls = readonly Float64Array[];

/** Fewer days have no control. */
export const DAYS_FOR_ONE = 20;
/** From so many on the arrivals are controlled in three parts of the day: early ones wait for nobody. */
export const DAYS_FOR_PARTS = 40;
const PARTS = 3;

/** `expected`: counted vehicles by clock hour of arriving; null where they are listed, and so no matter of chance. */
export function controlsOf(days: readonly ReplicationSummary[], expected: Float64Array | null): Controls {
  if (expected === null || days.length < DAYS_FOR_ONE) return [];
  const spans = days.length < DAYS_FOR_PARTS ? [[0, HOURS] as const] : partsOf(expected);
  return spans
    .map(([from, until]) => {
      const mean = sumFrom(expected, from, until);
      return Float64Array.from(
        days,
        ({ vehicles }) => sumFrom(vehicles.arrived, FIRST_HOUR_GROUP + from, FIRST_HOUR_GROUP + until) - mean,
      );
    })
    .filter(varies);
}

/** Hours that bring about a third of the vehicles each; fewer parts where they come within an hour or two. */
function partsOf(expected: Float64Array): readonly (readonly [number, number])[] {
  const total = sumFrom(expected, 0, HOURS);
  const cuts = new Set([0]);
  for (let part = 1; part < PARTS; part++) {
    let until = 0;
    while (until < HOURS && sumFrom(expected, 0, until) < (total * part) / PARTS) until++;
    cuts.add(until);
  }
  cuts.add(HOURS);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted
    .slice(1)
    .map((until, i) => [sorted[i], until] as const)
    .filter(([from, until]) => sumFrom(expected, from, until) > 0);
}

function sumFrom(values: Float64Array, from: number, until: number): number {
  let sum = 0;
  for (let i = from; i < until; i++) sum += values[i];
  return sum;
}

const varies = (column: Float64Array): boolean => column.some((value) => value !== column[0]);

/**
 * The estimate as it would be at the expected arrivals. As it was where not all days say something of it, and where it
 * would be moved out of what single days were: a share of 0 on all days but one must not become less than 0.
 */
export function controlled(plain: Linear, controls: Controls): Linear {
  const { value, influence, days } = plain;
  const n = influence.length;
  if (controls.length === 0 || days < n) return plain;
  const adjusted = controlledMean(influence, controls);
  let least = Infinity;
  let most = -Infinity;
  for (const pull of influence) {
    if (pull < least) least = pull;
    if (pull > most) most = pull;
  }
  if (adjusted.value < least || adjusted.value > most) return plain;
  // So that standardError finds that of the regression, for differences of such estimates too.
  const stretch = n * Math.sqrt(adjusted.spread / (n - controls.length));
  return {
    value: value + adjusted.value,
    influence: adjusted.residuals.map((residual) => residual * stretch),
    days,
    coefficients: controls.length,
  };
}
