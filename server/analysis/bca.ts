/**
 * Intervals for one number a day of which few days are far off, such as the longest queue: the bias-corrected and
 * accelerated bootstrap over days (Efron, JASA 82, 1987). Resamples come from a fixed counter, so that the same days
 * always have the same interval.
 */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { errorFunction } from "simple-statistics";
import { sortedQuantile } from "./bands.ts";

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

function resampled(values: Float64Array, statistic: Statistic, resamples: number): readonly number[] {
  const sample = new Float64Array(values.length);
  let counter = 0;
  const drawn = Array.from({ length: resamples }, () => {
    for (let i = 0; i < sample.length; i++)
      sample[i] = values[Math.floor(uniformAt(counter++) * values.length)];
    return statistic(sample);
  });
  return drawn.sort((a, b) => a - b);
}

/** Ties count by half; never none or all, whose normal quantile is infinite. */
function shareBelow(drawn: readonly number[], value: number): number {
  const below = drawn.reduce((sum, one) => sum + (one < value ? 1 : one === value ? 0.5 : 0), 0);
  return Math.min(drawn.length - 0.5, Math.max(0.5, below)) / drawn.length;
}

/** Skewness of the statistic's jackknife over days, by six (Efron's formula 6.6). */
function accelerationOf(values: Float64Array, statistic: Statistic): number {
  const without = Array.from(values, (_, left) => statistic(values.filter((_day, day) => day !== left)));
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length;
  const power = (k: number): number => without.reduce((sum, one) => sum + (mean - one) ** k, 0);
  const squares = power(2);
  return squares > 0 ? power(3) / (6 * squares ** 1.5) : 0;
}

const normalShare = (z: number): number => (1 + errorFunction(z / Math.SQRT2)) / 2;

/** A number from 0 on, below 1: the counter through the finalizer of MurmurHash3, as SplitMix does with 64 bits. */
function uniformAt(counter: number): number {
  let mixed = Math.imul(counter + 1, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
