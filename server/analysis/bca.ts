/**
 * Intervals for one number a day of which few days are far off, such as the longest queue: the bias-corrected and
 * accelerated bootstrap over days (Efron, JASA 82, 1987). Resamples come from a fixed counter, so that the same days
 * always have the same interval.
 */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { errorFunction } from "simple-statistics";
import { sortedQuantile } from "./bands.ts";
import { mean } from "./controlled-mean.ts";

const RESAMPLES = 2_000;

export type Bootstrapped = {
  readonly low: number;
  readonly high: number;
  /** z₀ and a of Efron. */
  readonly bias: number;
  readonly acceleration: number;
};

type Statistic = (sample: Float64Array) => number;

export function bootstrap(
  values: Float64Array,
  statistic: Statistic,
  level: number,
  resamples = RESAMPLES,
): Bootstrapped {
  const value = statistic(values);
  const drawn = resampled(values, statistic, resamples);
  const bias = normalQuantile(shareBelow(drawn, value), 0, 1);
  const acceleration = accelerationOf(values, statistic);
  const at = (p: number): number => {
    const z = bias + normalQuantile(p, 0, 1);
    return sortedQuantile(drawn, normalShare(bias + z / (1 - acceleration * z)));
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2), bias, acceleration };
}

function resampled(values: Float64Array, statistic: Statistic, resamples: number): Float64Array {
  const n = values.length;
  const days = daysDrawn(n, resamples);
  const sample = new Float64Array(n);
  const drawn = new Float64Array(resamples);
  for (let resample = 0, at = 0; resample < resamples; resample++, at += n) {
    for (let i = 0; i < n; i++) sample[i] = values[days[at + i]];
    drawn[resample] = statistic(sample);
  }
  return drawn.sort();
}

/** Which days each resample is made of: the same for all figures of as many days, one after another. */
let lastDrawn = { days: 0, of: new Uint16Array(0) };

function daysDrawn(days: number, resamples: number): Uint16Array {
  if (lastDrawn.days !== days || lastDrawn.of.length !== days * resamples) {
    const of = Uint16Array.from({ length: days * resamples }, (_, i) => Math.floor(uniformAt(i) * days));
    lastDrawn = { days, of };
  }
  return lastDrawn.of;
}

/** Ties count by half; never none or all, whose normal quantile is infinite. */
function shareBelow(drawn: Float64Array, value: number): number {
  let below = 0;
  for (const one of drawn) below += one < value ? 1 : one === value ? 0.5 : 0;
  return Math.min(drawn.length - 0.5, Math.max(0.5, below)) / drawn.length;
}

/** Skewness of the statistic's jackknife over days, by six (Efron's formula 6.6). */
function accelerationOf(values: Float64Array, statistic: Statistic): number {
  // All but the first; then, day by day, the one left out takes the place of the next.
  const others = values.slice(1);
  const without = values.map((_, left) => {
    if (left > 0) others[left - 1] = values[left - 1];
    return statistic(others);
  });
  const center = mean(without);
  let squares = 0;
  let cubes = 0;
  for (const one of without) {
    squares += (center - one) ** 2;
    cubes += (center - one) ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

const normalShare = (z: number): number => (1 + errorFunction(z / Math.SQRT2)) / 2;

/** A number from 0 on, below 1: the counter through the finalizer of MurmurHash3, as SplitMix does with 64 bits. */
function uniformAt(counter: number): number {
  let mixed = Math.imul(counter + 1, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
