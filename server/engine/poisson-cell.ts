/**
 * The arrivals of one flow in one cell of time (a quarter of an hour), found by heights: vehicle k stands at a height,
 * the sum of k + 1 exponential steps, and at a time, uniform in the cell; those below the expected number exist. So
 * their number is exactly Poisson, and a larger demand keeps every vehicle of the smaller one at its time and adds
 * others in between. A change of demand within the cell is a second fill of which the caller keeps the times to come.
 *
 * The entries come sorted by (time, k); `numbers` holds k, the vehicle's identity within the cell. A further fill
 * overwrites them, and may replace the columns.
 */
import type { Carried, Carrier } from "./carry.ts";
import { nameWord } from "./draws.ts";
import type { DrawGenerator } from "./draws.ts";
import { log } from "./elementary.ts";

/** Purposes under a vehicle's key, which is its cell's key with k absorbed. */
export const HEIGHT = nameWord("arrival height");
export const TIME = nameWord("arrival time");

const INITIAL_CAPACITY = 64;

export class PoissonCell implements Carried {
  /** The key of the cell, then by number k that of each vehicle. */
  #keys = new Int32Array(2 + 2 * INITIAL_CAPACITY);
  #times = new Float64Array(INITIAL_CAPACITY);
  #numbers = new Int32Array(INITIAL_CAPACITY);
  #unsorted = new Float64Array(INITIAL_CAPACITY);
  #heights = new Float64Array(INITIAL_CAPACITY);
  /** By bucket: where its next entry goes. */
  #places = new Int32Array(INITIAL_CAPACITY);
  #count = 0;

  /** Arrival times in whole milliseconds, ascending; valid up to `count`. */
  get times(): Float64Array {
    return this.#times;
  }

  /** The number k of each arrival. */
  get numbers(): Int32Array {
    return this.#numbers;
  }

  /** By number k: its height. Where the rate changes within a cell, those above the rate of their time do not exist. */
  get heights(): Float64Array {
    return this.#heights;
  }

  get count(): number {
    return this.#count;
  }

  /** Writes the key of vehicle k, which all its draws begin with, into `out` at `at` and after it. */
  writeKey(k: number, out: Int32Array, at: number): void {
    out[at] = this.#keys[2 + 2 * k];
    out[at + 1] = this.#keys[3 + 2 * k];
  }

  carry(carrier: Carrier): void {
    this.#keys = carrier.column(this.#keys);
    this.#times = carrier.column(this.#times);
    this.#numbers = carrier.column(this.#numbers);
    this.#unsorted = carrier.column(this.#unsorted);
    this.#heights = carrier.column(this.#heights);
    this.#places = carrier.column(this.#places);
    this.#count = carrier.number(this.#count);
  }

  /** Finds the arrivals of the cell that begins at `start` and is `length` ms long; returns how many there are. */
  fill(
    generator: DrawGenerator,
    cellKeyA: number,
    cellKeyB: number,
    expected: number,
    start: number,
    length: number,
  ): number {
    if (!(expected >= 0 && expected < Infinity))
      throw new Error(`a cell expects a finite number of arrivals, got ${expected}`);
    if (!(length >= 1 && Number.isInteger(length)))
      throw new Error(`a cell lasts a whole number of milliseconds, got ${length}`);
    let keys = this.#keys;
    keys[0] = cellKeyA;
    keys[1] = cellKeyB;
    let count = 0;
    let height = 0;
    for (;;) {
      const at = 2 + 2 * count;
      if (at === keys.length) {
        this.#grow();
        keys = this.#keys;
      }
      generator.absorb(keys, 0, at, count);
      height -= log(generator.uniform(keys[at], keys[at + 1], HEIGHT));
      if (height >= expected) break;
      this.#heights[count] = height;
      // Rounding never brings the product up to the length: the largest draw is half a unit below 1.
      this.#unsorted[count++] = start + Math.floor(generator.uniform(keys[at], keys[at + 1], TIME) * length);
    }
    this.#count = count;
    this.#sort(start, length);
    return count;
  }

  /** Times are uniform, so as many buckets as entries leave few in each; what is out of order within them is inserted. */
  #sort(start: number, length: number): void {
    const count = this.#count;
    const unsorted = this.#unsorted;
    const times = this.#times;
    const numbers = this.#numbers;
    const places = this.#places;
    const bucketsPerMs = count / length;
    places.fill(0, 0, count);
    for (let k = 0; k < count; k++) places[Math.floor((unsorted[k] - start) * bucketsPerMs)]++;
    for (let bucket = 0, next = 0; bucket < count; bucket++) {
      const inBucket = places[bucket];
      places[bucket] = next;
      next += inBucket;
    }
    for (let k = 0; k < count; k++) {
      const place = places[Math.floor((unsorted[k] - start) * bucketsPerMs)]++;
      times[place] = unsorted[k];
      numbers[place] = k;
    }
    // Entries of one bucket stand in the order of k, and only a later time moves: ties stay in the order of k.
    for (let i = 1; i < count; i++) {
      const time = times[i];
      const number = numbers[i];
      let hole = i;
      for (; hole > 0 && times[hole - 1] > time; hole--) {
        times[hole] = times[hole - 1];
        numbers[hole] = numbers[hole - 1];
      }
      times[hole] = time;
      numbers[hole] = number;
    }
  }

  #grow(): void {
    const unsorted = new Float64Array(2 * this.#unsorted.length);
    unsorted.set(this.#unsorted);
    const heights = new Float64Array(unsorted.length);
    heights.set(this.#heights);
    this.#heights = heights;
    const keys = new Int32Array(2 + 2 * unsorted.length);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#unsorted = unsorted;
    this.#times = new Float64Array(unsorted.length);
    this.#numbers = new Int32Array(unsorted.length);
    this.#places = new Int32Array(unsorted.length);
  }
}
