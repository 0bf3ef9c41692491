/** Levels of the compiled core, read: in steps, integrated over time by hour of the day; see server/core/levels.ts. */
import type { Core, Fault } from "../engine/core.ts";
import { HOURS } from "../core/constants.ts";
import { LEVEL_NEGATIVE, TIME_BACKWARDS } from "../core/fault-codes.ts";

const BUCKETS = HOURS + 1;
/** Numbers of a level: its height, since when, of the present bucket its integral and its peak, and the integral before. */
const LEVEL = 5;

export type LevelSummary = {
  /** By level and hour of the day: level × ms. */
  readonly integral: Float64Array;
  /** By level and hour: the level just before the hour ended, summed over days. */
  readonly ends: Float64Array;
  readonly highest: Float64Array;
};

export class Levels {
  readonly name: string;
  /** Address in the core. */
  readonly at: number;
  readonly #core: Core;
  readonly #size: number;
  readonly #levels: Float64Array;
  readonly #integral: Float64Array;
  readonly #ends: Float64Array;
  readonly #highest: Float64Array;

  constructor(core: Core, name: string, size: number) {
    this.name = name;
    this.#core = core;
    this.at = core.exports.makeLevels(size);
    this.#size = size;
    const [, , integral, ends, highest] = core.ints(this.at, 5);
    this.#levels = core.doubles(integral - 8 * LEVEL * size, LEVEL * size);
    this.#integral = core.doubles(integral, size * BUCKETS);
    this.#ends = core.doubles(ends, size * HOURS);
    this.#highest = core.doubles(highest, size);
  }

  now(index: number): number {
    return this.#levels[index * LEVEL];
  }

  /** Level × ms from the start of the run to the last change or turn, recorded or not. */
  total(index: number): number {
    return this.totalUntil(index, this.#levels[index * LEVEL + 1]);
  }

  /** The same up to an instant not before the last change. */
  totalUntil(index: number, time: number): number {
    return this.#core.exports.totalOfLevel(this.at, index, time);
  }

  /** What was recorded up to the last turn. */
  summary(): LevelSummary {
    const integral = new Float64Array(this.#size * HOURS);
    for (let i = 0; i < this.#size; i++) {
      integral.set(this.#integral.subarray(i * BUCKETS, i * BUCKETS + HOURS), i * HOURS);
    }
    return { integral, ends: this.#ends.slice(), highest: this.#highest.slice() };
  }
}

export const levelFaults = (all: readonly Levels[]): Readonly<Record<number, Fault>> => ({
  [TIME_BACKWARDS]: (since, time) => `time ran backwards: from ${since} ms to ${time} ms`,
  [LEVEL_NEGATIVE]: (at, index, level, time) =>
    `${all.find((levels) => levels.at === at)?.name} ${index} fell to ${level} at ${time} ms`,
});
