/**
 * Control variates: what a scenario is known to bring on average, beside what it brought. Days with more vehicles
 * than expected have longer waits; an estimate is moved to where it would be had the expected number come, and
 * its interval is that of what the vehicles do not explain (Lavenberg and Welch, Management Science 27, 1981; for
 * ratios and percentiles through the influence of each day on them).
 *
 * Days on which much more or less came than usual decide the coefficient, and are often the bad ones: so each day
 * counts with its own residual, by what it weighs (the variance HC2 of MacKinnon and White, Journal of Econometrics
 * 29, 1985; where all days differ alike it is that of the regression, on average).
 *
 * Which controls are used goes by the number of days alone, never by what they turn out to explain. A control that
 * explains nothing costs a degree of freedom: at these numbers of days, no more than a tenth of the variance.
 */
import type { ReplicationSummary } from "../measure/summary.ts";
import { FIRST_HOUR_GROUP, HOURS } from "../measure/groups.ts";
import { explained, regressionOn } from "./controlled-mean.ts";
import type { Regression } from "./controlled-mean.ts";
import type { Linear } from "./linear.ts";
import { meansOf, replicationsIn } from "./replications.ts";

/** By control its replications, less what is expected of a day. */
export type Controls = readonly Float64Array[];

/** Fewer days have no control. */
export const DAYS_FOR_ONE = 20;
/** From so many on the arrivals are controlled in three parts of the day: early ones wait for nobody. */
export const DAYS_FOR_PARTS = 40;
const PARTS = 3;

type Known = { readonly expected: Float64Array | null; readonly controls: Controls };

/** Of the same days always the same list, by which others remember. */
const knownControls = new WeakMap<readonly ReplicationSummary[], Known>();

/** `expected`: counted vehicles by clock hour of arriving; null where they are listed, and so no matter of chance. */
export function controlsOf(days: readonly ReplicationSummary[], expected: Float64Array | null): Controls {
  const known = knownControls.get(days);
  if (known?.expected === expected) return known.controls;
  const controls = madeControls(days, expected);
  knownControls.set(days, { expected, controls });
  return controls;
}

function madeControls(days: readonly ReplicationSummary[], expected: Float64Array | null): Controls {
  const replications = replicationsIn(days);
  if (expected === null || replications < DAYS_FOR_ONE) return [];
  const spans = replications < DAYS_FOR_PARTS ? [[0, HOURS] as const] : partsOf(expected);
  return spans
    .map(([from, until]) => {
      const mean = sumFrom(expected, from, until);
      return meansOf(
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
  if (controls.length === 0 || days < n || isStill(influence)) return plain;
  const fit = knownFit(controls, n);
  const adjusted = explained(influence, fit.regression);
  if (isBeyondAll(influence, adjusted.value)) return plain;
  return {
    value: value + adjusted.value,
    influence: pullsOf(adjusted.residuals, fit),
    days,
    coefficients: controls.length,
  };
}

/** Nothing to explain: of the hours in which a port is closed there are many figures. */
function isStill(pulls: Float64Array): boolean {
  for (let i = 0; i < pulls.length; i++) if (pulls[i] !== 0) return false;
  return true;
}

function isBeyondAll(pulls: Float64Array, value: number): boolean {
  let isBelow = true;
  let isAbove = true;
  for (let i = 0; i < pulls.length && (isBelow || isAbove); i++) {
    if (value >= pulls[i]) isBelow = false;
    if (value <= pulls[i]) isAbove = false;
  }
  return isBelow || isAbove;
}

/** How each replication pulled the value, in the place of what is not explained of it. */
function pullsOf(residuals: Float64Array, { stretch, shrink }: Fit): Float64Array {
  for (let day = 0; day < residuals.length; day++)
    residuals[day] = (stretch[day] * residuals[day]) / shrink[day];
  return residuals;
}

/** What the controls of the same days say of all their figures, of which there are hundreds. */
type Fit = {
  readonly regression: Regression;
  /** By replication, what makes a pull of its residual: so that `standardError` is the root of HC2, for differences too. */
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
};

function fitOf(controls: Controls, n: number): Fit {
  const regression = regressionOn(controls, n);
  const free = n - controls.length;
  const all = n * Math.sqrt((free - 1) / free);
  return {
    regression,
    stretch: regression.weights.map((weight) => all * weight),
    // A day that decides a coefficient alone has no residual, and nothing is left without it.
    shrink: regression.leverages.map((leverage) => Math.sqrt(Math.max(1 - leverage, 1 / n))),
  };
}

const knownFits = new WeakMap<Controls, Fit>();

function knownFit(controls: Controls, n: number): Fit {
  let fit = knownFits.get(controls);
  if (fit === undefined) {
    fit = fitOf(controls, n);
    knownFits.set(controls, fit);
  }
  return fit;
}
