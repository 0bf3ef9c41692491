/**
 * Levels that change in steps (vehicles in a place, servers at work), integrated over time by hour of the
 * day. Levels and times are whole numbers, so the integrals are exact.
 *
 * Several changes at one instant count as one: only a level that lasted can be the highest. What lies
 * outside the recorded span goes into a bucket of its own, so that `total` always holds everything.
 */
import { HOURS } from "./groups.ts";

/** The bucket of time that is not recorded. */
export const UNRECORDED = HOURS;
const BUCKETS = HOURS + 1;

export type LevelSummary = {
  /** By level and hour of the day: level × ms. */
  readonly integral: Float64Array;
  /** By level and hour: the level just before the hour ended, summed over days. */
  readonly ends: Float64Array;
  readonly highest: Float64Array;
};

export class Levels {
  readonly level: Float64Array;
  readonly #name: string;
  readonly #since: Float64Array;
  readonly #integral: Float64Array;
  readonly #ends: Float64Array;
  readonly #highest: Float64Array;
  #bucket = UNRECORDED;

  constructor(name: string, size: number) {
    this.#name = name;
    this.level = new Float64Array(size);
    this.#since = new Float64Array(size);
    this.#integral = new Float64Array(size * BUCKETS);
    this.#ends = new Float64Array(size * HOURS);
    this.#highest = new Float64Array(size);
  }

  change(index: number, time: number, by: number): void {
    this.#settle(index, time);
    const level = this.level[index] + by;
    if (level < 0) throw new Error(`${this.#name} ${index} fell to ${level} at ${time} ms`);
    this.level[index] = level;
  }

  set(index: number, time: number, level: number): void {
    this.change(index, time, level - this.level[index]);
  }

  /** Since when the level has been what it is. */
  since(index: number): number {
    return this.#since[index];
  }

  /** From now on time counts for another hour of the day; `endsHour`: the levels now are those at its end. */
  turn(time: number, bucket: number, endsHour: boolean): void {
    for (let i = 0; i < this.level.length; i++) {
      this.#settle(i, time);
      if (endsHour && this.#bucket !== UNRECORDED) this.#ends[i * HOURS + this.#bucket] += this.level[i];
    }
    this.#bucket = bucket;
  }

  /** Level × ms from the start of the run to the last change or turn, recorded or not. */
  total(index: number): number {
    let sum = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) sum += this.#integral[index * BUCKETS + bucket];
    return sum;
  }

  summary(): LevelSummary {
    const size = this.level.length;
    const integral = new Float64Array(size * HOURS);
    for (let i = 0; i < size; i++) {
      integral.set(this.#integral.subarray(i * BUCKETS, i * BUCKETS + HOURS), i * HOURS);
    }
    return { integral, ends: this.#ends.slice(), highest: this.#highest.slice() };
  }

  #settle(index: number, time: number): void {
    const since = this.#since[index];
    if (time === since) return;
    if (time < since) throw new Error(`time ran backwards: from ${since} ms to ${time} ms`);
    const level = this.level[index];
    this.#integral[index * BUCKETS + this.#bucket] += level * (time - since);
    if (this.#bucket !== UNRECORDED && level > this.#highest[index]) this.#highest[index] = level;
    this.#since[index] = time;
  }
}
