/**
 * Levels that change in steps (vehicles in a place, servers at work), integrated over time by hour of the
 * day. Levels and times are whole numbers, so the integrals are exact.
 *
 * Several changes at one instant count as one: only a level that lasted can be the highest. What lies
 * outside the recorded span goes into a bucket of its own, so that `total` always holds everything.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
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

export class Levels implements Carried {
  readonly level: Float64Array;
  readonly #name: string;
  readonly #since: Float64Array;
  /** Of the present bucket: level × ms so far, and the highest level that lasted. */
  readonly #running: Float64Array;
  readonly #peak: Float64Array;
  readonly #integral: Float64Array;
  readonly #ends: Float64Array;
  readonly #highest: Float64Array;
  #bucket = UNRECORDED;

  constructor(name: string, size: number) {
    this.#name = name;
    this.level = new Float64Array(size);
    this.#since = new Float64Array(size);
    this.#running = new Float64Array(size);
    this.#peak = new Float64Array(size);
    this.#integral = new Float64Array(size * BUCKETS);
    this.#ends = new Float64Array(size * HOURS);
    this.#highest = new Float64Array(size);
  }

  carry(carrier: Carrier): void {
    for (const column of [this.level, this.#since, this.#running, this.#peak]) carrier.fixed(column);
    for (const column of [this.#integral, this.#ends, this.#highest]) carrier.fixed(column);
    this.#bucket = carrier.number(this.#bucket);
  }

  change(index: number, time: number, by: number): void {
    const before = this.level[index];
    const since = this.#since[index];
    if (time !== since) this.#lasted(index, before, since, time);
    const level = before + by;
    if (level < 0) this.#refuse(index, level, time);
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
    const isRecorded = this.#bucket !== UNRECORDED;
    for (let i = 0; i < this.level.length; i++) {
      const level = this.level[i];
      if (time !== this.#since[i]) this.#lasted(i, level, this.#since[i], time);
      this.#integral[i * BUCKETS + this.#bucket] += this.#running[i];
      if (isRecorded && this.#peak[i] > this.#highest[i]) this.#highest[i] = this.#peak[i];
      if (isRecorded && endsHour) this.#ends[i * HOURS + this.#bucket] += level;
      this.#running[i] = 0;
      this.#peak[i] = 0;
    }
    this.#bucket = bucket;
  }

  /** Level × ms from the start of the run to the last change or turn, recorded or not. */
  total(index: number): number {
    let sum = this.#running[index];
    for (let bucket = 0; bucket < BUCKETS; bucket++) sum += this.#integral[index * BUCKETS + bucket];
    return sum;
  }

  /** The same up to an instant not before the last change. */
  totalUntil(index: number, time: number): number {
    return this.total(index) + this.level[index] * (time - this.#since[index]);
  }

  /** What was recorded up to the last turn. */
  summary(): LevelSummary {
    const size = this.level.length;
    const integral = new Float64Array(size * HOURS);
    for (let i = 0; i < size; i++) {
      integral.set(this.#integral.subarray(i * BUCKETS, i * BUCKETS + HOURS), i * HOURS);
    }
    return { integral, ends: this.#ends.slice(), highest: this.#highest.slice() };
  }

  #lasted(index: number, level: number, since: number, time: number): void {
    if (time < since) throw new Error(`time ran backwards: from ${since} ms to ${time} ms`);
    this.#running[index] += level * (time - since);
    if (level > this.#peak[index]) this.#peak[index] = level;
    this.#since[index] = time;
  }

  #refuse(index: number, level: number, time: number): never {
    throw new Error(`${this.#name} ${index} fell to ${level} at ${time} ms`);
  }
}
