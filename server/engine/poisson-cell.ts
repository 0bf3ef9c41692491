/**
 * The arrivals of one flow in one cell of time (a quarter of an hour), as the core finds them; see
 * server/core/poisson-cell.ts. A further fill overwrites them, and may replace the columns.
 */
import type { Core } from "./core.ts";
import { nameWord } from "./draws.ts";

/** Purposes under a vehicle's key, which is its cell's key with k absorbed. */
export const HEIGHT = nameWord("arrival height");
export const TIME = nameWord("arrival time");

/** Bytes of a cell in the core, and some of its words: capacity, count, then the addresses of its columns. */
const CELL = 48;
const [CAPACITY, COUNT, TIMES, NUMBERS, HEIGHTS] = [2, 3, 5, 6, 7];

/** Makes the cells of a core, one for each flow. */
export const startCells = (core: Core): void => core.exports.startCells(HEIGHT, TIME);

export class PoissonCell {
  readonly #core: Core;
  readonly #flow: number;
  readonly #words: Int32Array;

  constructor(core: Core, flow: number) {
    this.#core = core;
    this.#flow = flow;
    this.#words = core.ints(core.exports.cellsAt() + flow * CELL, CELL / 4);
  }

  /** Arrival times in whole milliseconds, ascending; valid up to `count`. */
  get times(): Float64Array {
    return this.#core.doubles(this.#words[TIMES], this.#words[CAPACITY]);
  }

  /** The number k of each arrival. */
  get numbers(): Int32Array {
    return this.#core.ints(this.#words[NUMBERS], this.#words[CAPACITY]);
  }

  /** By number k: its height. Where the rate changes within a cell, those above the rate of their time do not exist. */
  get heights(): Float64Array {
    return this.#core.doubles(this.#words[HEIGHTS], this.#words[CAPACITY]);
  }

  get count(): number {
    return this.#words[COUNT];
  }

  /** Finds the arrivals of the cell that begins at `start` and is `length` ms long; returns how many there are. */
  fill(keyA: number, keyB: number, expected: number, start: number, length: number): number {
    if (!(expected >= 0 && expected < Infinity))
      throw new Error(`a cell expects a finite number of arrivals, got ${expected}`);
    if (!(length >= 1 && Number.isInteger(length)))
      throw new Error(`a cell lasts a whole number of milliseconds, got ${length}`);
    return this.#core.exports.fillCell(this.#flow, keyA, keyB, expected, start, length);
  }
}
