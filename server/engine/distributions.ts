/**
 * The distributions of durations, each sampled by inversion: one uniform gives one variate, and a larger uniform never
 * a shorter duration. `quantile` is the exact real number; `sample` rounds it once, to the nearest millisecond, because
 * simulated time is whole milliseconds.
 */
import type { Exports } from "../../dist/core.js";
import { CONSTANT, EXPONENTIAL, GAMMA, LOGNORMAL, TRIANGULAR, UNIFORM } from "../core/constants.ts";
import { exp, log } from "./elementary.ts";
import { gammaTable } from "./gamma-table.ts";
import { Core } from "./core.ts";

/** Times are milliseconds; `cv` is the coefficient of variation, standard deviation over mean. */
export type Distribution =
  | { readonly kind: "constant"; readonly meanMs: number }
  | { readonly kind: "exponential"; readonly meanMs: number }
  | { readonly kind: "erlang"; readonly meanMs: number; readonly shape: number }
  | { readonly kind: "gamma"; readonly meanMs: number; readonly cv: number }
  | { readonly kind: "lognormal"; readonly meanMs: number; readonly cv: number }
  | { readonly kind: "uniform"; readonly lowMs: number; readonly highMs: number }
  | { readonly kind: "triangular"; readonly lowMs: number; readonly modeMs: number; readonly highMs: number };

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

/** Bytes of a distribution in the core: three numbers, its form, the address of its table. */
const ROW = 32;

/** Distributions by index. Those that come to the same share one. */
export class DistributionTable {
  readonly #rows: Reduced[] = [];
  readonly #gammaTables: Float64Array[] = [];
  readonly #indexes = new Map<string, number>();
  /** A core that holds the table, for callers without a run. */
  #core: Core | null = null;

  get size(): number {
    return this.#rows.length;
  }

  /** The index of the distribution, which is added if it is new. */
  add(distribution: Distribution): number {
    const row = reduce(distribution);
    const { form, a, b, c } = row;
    const key = `${form} ${a} ${b} ${c}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#core = null;
    this.#indexes.set(key, this.#rows.length);
    this.#gammaTables.push(form === GAMMA ? gammaTable(b) : NO_TABLE);
    return this.#rows.push(row) - 1;
  }

  /** Puts the table as it is now into a core. */
  writeTo(core: Core): void {
    const at = core.exports.startDistributions(this.#rows.length);
    this.#rows.forEach(({ a, b, c, form }, i) => {
      const table = core.newDoubles(this.#gammaTables[i]);
      core.doubles(at + i * ROW, 3).set([a, b, c]);
      core.ints(at + i * ROW + 24, 2).set([form, table.byteOffset]);
    });
  }

  /** The duration in whole milliseconds at the uniform u, 0 < u < 1. */
  sample(index: number, u: number): number {
    return this.#holding(index).sample(index, u);
  }

  /** The duration, in milliseconds, that a variate falls below with probability u, 0 < u < 1. */
  quantile(index: number, u: number): number {
    return this.#holding(index).quantile(index, u);
  }

  /** A duration in whole milliseconds of those that are longer than `elapsed`, at the uniform u of these alone. */
  sampleBeyond(index: number, elapsed: number, u: number): number {
    return this.#holding(index).sampleBeyond(index, elapsed, u);
  }

  /** The quantile of a duration of which it is known that it is longer than `elapsed` ms. */
  quantileBeyond(index: number, elapsed: number, u: number): number {
    return this.#holding(index).quantileBeyond(index, elapsed, u);
  }

  /** The mean of the distribution in milliseconds, before rounding. */
  meanOf(index: number): number {
    return this.#row(index).mean;
  }

  /** What the table holds, for telling two apart. */
  toJSON(): readonly string[] {
    return [...this.#indexes.keys()];
  }

  #row(index: number): Reduced {
    const row = this.#rows[index];
    if (row === undefined)
      throw new Error(`no distribution has the index ${index}; there are ${this.#rows.length}`);
    return row;
  }

  /** A core with the table, in which the index means something. */
  #holding(index: number): Exports {
    this.#row(index);
    if (this.#core === null) {
      this.#core = new Core();
      this.writeTo(this.#core);
    }
    return this.#core.exports;
  }
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
