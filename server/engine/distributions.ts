/**
 * The distributions of durations, each sampled by inversion: one uniform gives one variate, and a larger uniform never
 * a shorter duration. `quantile` is the exact real number; `sample` rounds it once, to the nearest millisecond, because
 * simulated time is whole milliseconds.
 */
import { exp, log } from "./elementary.ts";
import { gammaQuantile, gammaTable } from "./gamma-table.ts";
import { normalQuantile } from "./normal.ts";

/** Times are milliseconds; `cv` is the coefficient of variation, standard deviation over mean. */
export type Distribution =
  | { readonly kind: "constant"; readonly meanMs: number }
  | { readonly kind: "exponential"; readonly meanMs: number }
  | { readonly kind: "erlang"; readonly meanMs: number; readonly shape: number }
  | { readonly kind: "gamma"; readonly meanMs: number; readonly cv: number }
  | { readonly kind: "lognormal"; readonly meanMs: number; readonly cv: number }
  | { readonly kind: "uniform"; readonly lowMs: number; readonly highMs: number }
  | { readonly kind: "triangular"; readonly lowMs: number; readonly modeMs: number; readonly highMs: number };

// No form is 0, which is what unused places of the table hold.
const CONSTANT = 1;
const EXPONENTIAL = 2;
const GAMMA = 3;
const LOGNORMAL = 4;
const UNIFORM = 5;
const TRIANGULAR = 6;

/** The largest number below 1. */
const LARGEST_SHARE = 1 - 1 / 9007199254740992;

/** A distribution reduced to what the quantile needs; what the three numbers are depends on the form. */
interface Reduced {
  readonly form: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly mean: number;
}

/** Beyond it nearly every variate is zero, and the upper tail drowns in rounding. */
const GAMMA_CV_MAX = 30;

const NO_TABLE = new Float64Array(0);

/** Distributions by index. Those that come to the same share one. */
export class DistributionTable {
  #forms: Uint8Array = new Uint8Array(8);
  #a: Float64Array = new Float64Array(8);
  #b: Float64Array = new Float64Array(8);
  #c: Float64Array = new Float64Array(8);
  #means: Float64Array = new Float64Array(8);
  #size = 0;
  readonly #gammaTables: Float64Array[] = [];
  readonly #indexes = new Map<string, number>();

  get size(): number {
    return this.#size;
  }

  /** The index of the distribution, which is added if it is new. */
  add(distribution: Distribution): number {
    const { form, a, b, c, mean } = reduce(distribution);
    const key = `${form} ${a} ${b} ${c}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.#size++;
    if (index === this.#forms.length) this.#grow();
    this.#forms[index] = form;
    this.#a[index] = a;
    this.#b[index] = b;
    this.#c[index] = c;
    this.#means[index] = mean;
    this.#gammaTables.push(form === GAMMA ? gammaTable(b) : NO_TABLE);
    this.#indexes.set(key, index);
    return index;
  }

  /** The duration in whole milliseconds at the uniform u, 0 < u < 1. */
  sample(index: number, u: number): number {
    return Math.floor(this.quantile(index, u) + 0.5);
  }

  /** The duration, in milliseconds, that a variate falls below with probability u, 0 < u < 1. */
  quantile(index: number, u: number): number {
    const a = this.#a[index];
    switch (this.#forms[index]) {
      case CONSTANT:
        return a;
      case EXPONENTIAL:
        return -a * log(1 - u);
      case LOGNORMAL:
        return a * exp(this.#b[index] * normalQuantile(u));
      case GAMMA:
        return a * gammaQuantile(this.#gammaTables[index], this.#b[index], u);
      case UNIFORM:
        return a + this.#b[index] * u;
      case TRIANGULAR:
        return triangularQuantile(a, this.#b[index], this.#c[index], u);
      default:
        return this.#refuse(index);
    }
  }

  /** A duration in whole milliseconds of those that are longer than `elapsed`, at the uniform u of these alone. */
  sampleBeyond(index: number, elapsed: number, u: number): number {
    return Math.floor(this.quantileBeyond(index, elapsed, u) + 0.5);
  }

  /** The quantile of a duration of which it is known that it is longer than `elapsed` ms. */
  quantileBeyond(index: number, elapsed: number, u: number): number {
    if (elapsed <= 0) return this.quantile(index, u);
    const below = this.#shareBelow(index, elapsed);
    const whole = Math.min(below + (1 - below) * u, LARGEST_SHARE);
    return Math.max(elapsed, this.quantile(index, whole));
  }

  /** Where the quantile passes a duration, by halving: the same for all forms, and only asked for branches. */
  #shareBelow(index: number, ms: number): number {
    let low = 0;
    for (let step = 0.5; step >= 1 - LARGEST_SHARE; step /= 2) {
      if (this.quantile(index, low + step) <= ms) low += step;
    }
    return low;
  }

  /** The mean of the distribution in milliseconds, before rounding. */
  meanOf(index: number): number {
    if (!(this.#forms[index] > 0)) this.#refuse(index);
    return this.#means[index];
  }

  /** What the table holds, for telling two apart. */
  toJSON(): readonly string[] {
    return [...this.#indexes.keys()];
  }

  #refuse(index: number): never {
    throw new Error(`no distribution has the index ${index}; there are ${this.#size}`);
  }

  #grow(): void {
    const capacity = 2 * this.#forms.length;
    const forms = new Uint8Array(capacity);
    forms.set(this.#forms);
    this.#forms = forms;
    this.#a = grown(this.#a, capacity);
    this.#b = grown(this.#b, capacity);
    this.#c = grown(this.#c, capacity);
    this.#means = grown(this.#means, capacity);
  }
}

function grown(column: Float64Array, capacity: number): Float64Array {
  const larger = new Float64Array(capacity);
  larger.set(column);
  return larger;
}

/** `peak` is the share of the width at which the mode lies, and the probability of staying below it. */
function triangularQuantile(low: number, width: number, peak: number, u: number): number {
  if (u < peak) return low + width * Math.sqrt(u * peak);
  return low + width * (1 - Math.sqrt((1 - u) * (1 - peak)));
}

function reduce(d: Distribution): Reduced {
  switch (d.kind) {
    case "constant":
      return constant(checked("mean", d.meanMs));
    case "exponential":
      return exponential(checked("mean", d.meanMs));
    case "erlang":
      if (!Number.isInteger(d.shape) || d.shape < 1)
        throw new Error(`an Erlang shape is a whole number from 1, got ${d.shape}`);
      return gamma(checked("mean", d.meanMs), d.shape);
    case "gamma": {
      const cv = checked("coefficient of variation", d.cv);
      if (cv > GAMMA_CV_MAX)
        throw new Error(
          `the coefficient of variation of a gamma duration is at most ${GAMMA_CV_MAX}, got ${cv}`,
        );
      return cv === 0 ? constant(checked("mean", d.meanMs)) : gamma(checked("mean", d.meanMs), 1 / (cv * cv));
    }
    case "lognormal":
      return lognormal(checked("mean", d.meanMs), checked("coefficient of variation", d.cv));
    case "uniform":
      return uniform(checked("lowest value", d.lowMs), checked("highest value", d.highMs));
    case "triangular":
      return triangular(
        checked("lowest value", d.lowMs),
        checked("mode", d.modeMs),
        checked("highest value", d.highMs),
      );
    default:
      return d satisfies never;
  }
}

function checked(name: string, value: number): number {
  if (!(value >= 0 && value < Infinity))
    throw new Error(`the ${name} of a duration is a finite number from 0, got ${value}`);
  return value;
}

function constant(mean: number): Reduced {
  return { form: CONSTANT, a: mean, b: 0, c: 0, mean };
}

function exponential(mean: number): Reduced {
  return mean === 0 ? constant(0) : { form: EXPONENTIAL, a: mean, b: 0, c: 0, mean };
}

function gamma(mean: number, shape: number): Reduced {
  if (mean === 0) return constant(0);
  return shape === 1 ? exponential(mean) : { form: GAMMA, a: mean, b: shape, c: 0, mean };
}

function lognormal(mean: number, cv: number): Reduced {
  if (mean === 0 || cv === 0) return constant(mean);
  const variance = log(1 + cv * cv);
  return { form: LOGNORMAL, a: mean * exp(-variance / 2), b: Math.sqrt(variance), c: 0, mean };
}

function uniform(low: number, high: number): Reduced {
  if (low > high) throw new Error(`a uniform duration from ${low} to ${high} ms runs backwards`);
  return low === high
    ? constant(low)
    : { form: UNIFORM, a: low, b: high - low, c: 0, mean: (low + high) / 2 };
}

function triangular(low: number, mode: number, high: number): Reduced {
  if (!(low <= mode && mode <= high))
    throw new Error(
      `a triangular duration needs low, mode and high in order, got ${low}, ${mode}, ${high} ms`,
    );
  if (low === high) return constant(low);
  const width = high - low;
  return { form: TRIANGULAR, a: low, b: width, c: (mode - low) / width, mean: (low + mode + high) / 3 };
}
