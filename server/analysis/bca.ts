/**
 * Intervals for one number a day of which few days are far off, such as the longest queue: the bias-corrected and
 * accelerated bootstrap over days (Efron, JASA 82, 1987). Resamples come from a fixed counter, so that the same days
 * always have the same interval.
 */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { errorFunction, quickselect } from "simple-statistics";
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

/** Of a sample that is made of some of the values, each as often as its index stands in `drawn`. */
export type Statistic = (values: Float64Array, drawn: Uint16Array) => number;

/** Four sums at a time: each addition waits for the one before it to the same sum. */
export const meanOfDrawn: Statistic = (values, drawn) => {
  const whole = drawn.length - (drawn.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    a += values[drawn[i]];
    b += values[drawn[i + 1]];
    c += values[drawn[i + 2]];
    d += values[drawn[i + 3]];
  }
  for (let i = whole; i < drawn.length; i++) a += values[drawn[i]];
  return (a + b + c + d) / drawn.length;
};

export function bootstrap(
  values: Float64Array,
  statistic: Statistic,
  level: number,
  resamples = RESAMPLES,
): Bootstrapped {
  const value = statistic(values, each(values.length));
  const drawn = samplesOf(values.length, resamples).map((sample) => statistic(values, sample));
  const bias = normalQuantile(shareBelow(drawn, value), 0, 1);
  const acceleration = accelerationOf(values, statistic);
  const at = (p: number): number => {
    const z = bias + normalQuantile(p, 0, 1);
    return quantileAmong(drawn, normalShare(bias + z / (1 - acceleration * z)));
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2), bias, acceleration };
}

/** Of numbers in any order: two of them are put in their places, which takes a quarter of the time that sorting all does. */
function quantileAmong(numbers: number[], p: number): number {
  const below = Math.floor(p * (numbers.length - 1));
  quickselect(numbers, below);
  if (below + 1 < numbers.length) quickselect(numbers, below + 1, below + 1);
  return sortedQuantile(numbers, p);
}

const each = (days: number): Uint16Array => new Uint16Array(days).map((_, day) => day);

/** Which days each resample is made of: the same for all figures of as many days, one after another. */
let lastSamples = { days: 0, of: [] as readonly Uint16Array[] };

function samplesOf(days: number, resamples: number): readonly Uint16Array[] {
  if (lastSamples.days !== days || lastSamples.of.length !== resamples) {
    const draw = (sample: number) => (_: unknown, i: number) =>
      Math.floor(uniformAt(sample * days + i) * days);
    const of = Array.from({ length: resamples }, (_, sample) =>
      Uint16Array.from({ length: days }, draw(sample)),
    );
    lastSamples = { days, of };
  }
  return lastSamples.of;
}

/** Ties count by half; never none or all, whose normal quantile is infinite. */
function shareBelow(drawn: readonly number[], value: number): number {
  let below = 0;
  for (const one of drawn) below += one < value ? 1 : one === value ? 0.5 : 0;
  return Math.min(drawn.length - 0.5, Math.max(0.5, below)) / drawn.length;
}

/** Skewness of the statistic's jackknife over days, by six (Efron's formula 6.6). */
function accelerationOf(values: Float64Array, statistic: Statistic): number {
  // All but the first; then, day by day, the one left out takes the place of the next.
  const others = each(values.length).subarray(1);
  const without = values.map((_, left) => {
    if (left > 0) others[left - 1] = left - 1;
    return statistic(values, others);
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
