/**
 * The same day in two scenarios, joined truck by truck: what changed for those who reached primary in
 * both, and how many did so in one of them only. Sums by class of the baseline, for shared vehicles.
 */
import { TALLY_CLASSES } from "../core/constants.ts";
import { NEVER } from "./rows.ts";
import type { VehicleRows } from "./rows.ts";

export type VehicleJoin = {
  /** By class: vehicles that reached the booth in both, and the sum of their waits' differences. */
  readonly waitShared: Float64Array;
  readonly waitDifference: Float64Array;
  /** By class: vehicles that departed in both, and the sum of their crossing times' differences. */
  readonly crossingShared: Float64Array;
  readonly crossingDifference: Float64Array;
  /** By class: vehicles that reached the booth in one of them alone. */
  readonly onlyInBaseline: Float64Array;
  readonly onlyInScenario: Float64Array;
};

export function joinVehicles(baseline: VehicleRows, scenario: VehicleRows): VehicleJoin {
  const join = {
    waitShared: new Float64Array(TALLY_CLASSES),
    waitDifference: new Float64Array(TALLY_CLASSES),
    crossingShared: new Float64Array(TALLY_CLASSES),
    crossingDifference: new Float64Array(TALLY_CLASSES),
    onlyInBaseline: new Float64Array(TALLY_CLASSES),
    onlyInScenario: new Float64Array(TALLY_CLASSES),
  };
  const taken = new Uint8Array(baseline.count);
  const rows = new RowFinder(baseline);
  for (let b = 0; b < scenario.count; b++) {
    const a = rows.find(scenario, b);
    if (a >= 0) taken[a] = 1;
    const reached = scenario.waitMs[b] !== NEVER;
    if (a < 0 || baseline.waitMs[a] === NEVER) {
      if (reached) join.onlyInScenario[scenario.tally[b]]++;
    } else if (reached) {
      join.waitShared[baseline.tally[a]]++;
      join.waitDifference[baseline.tally[a]] += scenario.waitMs[b] - baseline.waitMs[a];
    } else {
      join.onlyInBaseline[baseline.tally[a]]++;
    }
    if (a >= 0 && baseline.crossingMs[a] !== NEVER && scenario.crossingMs[b] !== NEVER) {
      join.crossingShared[baseline.tally[a]]++;
      join.crossingDifference[baseline.tally[a]] += scenario.crossingMs[b] - baseline.crossingMs[a];
    }
  }
  for (let a = 0; a < baseline.count; a++) {
    if (taken[a] === 0 && baseline.waitMs[a] !== NEVER) join.onlyInBaseline[baseline.tally[a]]++;
  }
  return join;
}

/** Finds a vehicle by its identity: in both scenarios they come in one order, but for those that one of them has alone. */
class RowFinder {
  readonly #rows: VehicleRows;
  #next = 0;
  #index: RowIndex | null = null;

  constructor(rows: VehicleRows) {
    this.#rows = rows;
  }

  /** Row of the same vehicle here, or −1. */
  find(others: VehicleRows, other: number): number {
    const isNext = this.#next < this.#rows.count && isSame(this.#rows, this.#next, others, other);
    const row = isNext ? this.#next : this.#indexed(others, other);
    if (row >= 0) this.#next = row + 1;
    return row;
  }

  #indexed(others: VehicleRows, other: number): number {
    this.#index ??= new RowIndex(this.#rows);
    return this.#index.find(others, other);
  }
}

/** Open addressing over the rows, whatever their order. */
class RowIndex {
  readonly #rows: VehicleRows;
  readonly #slots: Int32Array;

  constructor(rows: VehicleRows) {
    this.#rows = rows;
    let size = 16;
    while (size < 2 * rows.count) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    for (let row = 0; row < rows.count; row++) {
      let slot = slotOf(rows, row) & (size - 1);
      while (this.#slots[slot] >= 0) {
        if (isSame(rows, this.#slots[slot], rows, row)) {
          throw new Error(
            `two vehicles of one identity: flow ${rows.flow[row]}, cell ${rows.cell[row]}, number ${rows.number[row]}`,
          );
        }
        slot = (slot + 1) & (size - 1);
      }
      this.#slots[slot] = row;
    }
  }

  find(others: VehicleRows, other: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = slotOf(others, other) & mask; this.#slots[slot] >= 0; slot = (slot + 1) & mask) {
      const row = this.#slots[slot];
      if (isSame(this.#rows, row, others, other)) return row;
    }
    return -1;
  }
}

function slotOf(rows: VehicleRows, row: number): number {
  let hash = Math.imul(rows.cell[row], 0x9e3779b1) + rows.flow[row];
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) + rows.number[row];
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) + rows.member[row];
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 14);
}

const isSame = (one: VehicleRows, a: number, other: VehicleRows, b: number): boolean =>
  one.cell[a] === other.cell[b] &&
  one.number[a] === other.number[b] &&
  one.flow[a] === other.flow[b] &&
  one.member[a] === other.member[b];
