/**
 * One row a counted vehicle: who it is and what became of it. Two scenarios are compared on the same
 * trucks by joining their rows; see run/unit.ts.
 */
import type { Carried, Carrier } from "../engine/carry.ts";

/** In place of a time: it never came to that. */
export const NEVER = -1;

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

const FIRST_CAPACITY = 1024;

export class RowTable implements Carried {
  #count = 0;
  #flow = new Uint8Array(FIRST_CAPACITY);
  #cell = new Int32Array(FIRST_CAPACITY);
  #number = new Int32Array(FIRST_CAPACITY);
  #member = new Int32Array(FIRST_CAPACITY);
  #tally = new Uint8Array(FIRST_CAPACITY);
  #wait = new Float64Array(FIRST_CAPACITY);
  #crossing = new Float64Array(FIRST_CAPACITY);

  carry(carrier: Carrier): void {
    this.#count = carrier.number(this.#count);
    this.#flow = carrier.column(this.#flow);
    this.#cell = carrier.column(this.#cell);
    this.#number = carrier.column(this.#number);
    this.#member = carrier.column(this.#member);
    this.#tally = carrier.column(this.#tally);
    this.#wait = carrier.column(this.#wait);
    this.#crossing = carrier.column(this.#crossing);
  }

  add(flow: number, cell: number, number: number, member: number, tally: number): number {
    const row = this.#count++;
    if (row === this.#flow.length) this.#grow();
    this.#flow[row] = flow;
    this.#cell[row] = cell;
    this.#number[row] = number;
    this.#member[row] = member;
    this.#tally[row] = tally;
    this.#wait[row] = NEVER;
    this.#crossing[row] = NEVER;
    return row;
  }

  waited(row: number, ms: number): void {
    this.#wait[row] = ms;
  }

  crossed(row: number, ms: number): void {
    this.#crossing[row] = ms;
  }

  rows(): VehicleRows {
    const n = this.#count;
    return {
      count: n,
      flow: this.#flow.slice(0, n),
      cell: this.#cell.slice(0, n),
      number: this.#number.slice(0, n),
      member: this.#member.slice(0, n),
      tally: this.#tally.slice(0, n),
      waitMs: this.#wait.slice(0, n),
      crossingMs: this.#crossing.slice(0, n),
    };
  }

  #grow(): void {
    this.#flow = doubled(this.#flow, Uint8Array);
    this.#cell = doubled(this.#cell, Int32Array);
    this.#number = doubled(this.#number, Int32Array);
    this.#member = doubled(this.#member, Int32Array);
    this.#tally = doubled(this.#tally, Uint8Array);
    this.#wait = doubled(this.#wait, Float64Array);
    this.#crossing = doubled(this.#crossing, Float64Array);
  }
}

/** A column of twice the length with the same beginning. */
export function doubled<T extends Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array>(
  column: T,
  Kind: new (length: number) => T,
): T {
  const wider = new Kind(column.length * 2);
  wider.set(column);
  return wider;
}
