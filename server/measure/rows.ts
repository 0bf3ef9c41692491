/**
 * One row a counted vehicle: who it is and what became of it. Two scenarios are compared on the same
 * trucks by joining their rows; see run/unit.ts.
 */
import type { Core } from "../engine/core.ts";

export { NEVER } from "../core/constants.ts";

export type VehicleRows = {
  readonly count: number;
  readonly flow: Uint8Array;
  readonly cell: Int32Array;
  readonly number: Int32Array;
  readonly member: Int32Array;
  /** Class by flow and FAST mark. */
  readonly tally: Uint8Array;
  readonly waitMs: Float64Array;
  readonly crossingMs: Float64Array;
};

/** Bytes of a row in the core: two doubles, three integers, two bytes and two unused. */
const ROW = 32;

export class RowTable {
  /** Address in the core. */
  readonly at: number;
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
    this.at = core.exports.makeRows();
  }

  rows(): VehicleRows {
    const [count, , table] = this.#core.ints(this.at, 3);
    const doubles = this.#core.doubles(table, (count * ROW) / 8);
    const ints = this.#core.ints(table, (count * ROW) / 4);
    const bytes = this.#core.bytes(table, count * ROW);
    const doublesAt = (at: number) => strided(doubles, ROW / 8, at, new Float64Array(count));
    const intsAt = (at: number) => strided(ints, ROW / 4, at, new Int32Array(count));
    const bytesAt = (at: number) => strided(bytes, ROW, at, new Uint8Array(count));
    return {
      count,
      flow: bytesAt(28),
      cell: intsAt(4),
      number: intsAt(5),
      member: intsAt(6),
      tally: bytesAt(29),
      waitMs: doublesAt(0),
      crossingMs: doublesAt(1),
    };
  }
}

/** Every so many numbers one, into the column. */
function strided<Column extends Float64Array | Int32Array | Uint8Array>(
  from: Column,
  step: number,
  first: number,
  column: Column,
): Column {
  for (let row = 0, at = first; row < column.length; row++, at += step) column[row] = from[at];
  return column;
}
