/**
 * The groups that vehicle figures are kept by: each vehicle counts once in its class (flow and FAST mark)
 * and once in its hour of the day. All vehicles together are the sum over the classes, never over all
 * groups.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { FAST_MARK, FLOW_COUNT, TALLY_CLASSES } from "../port/plan.ts";

export const HOURS = 24;
export const FIRST_HOUR_GROUP = TALLY_CLASSES;
export const GROUPS = TALLY_CLASSES + HOURS;

/** Class of a vehicle: its flow, and above all flows again those with the FAST mark. */
export const tallyClass = (flow: number, marks: number): number =>
  flow + ((marks & FAST_MARK) === 0 ? 0 : FLOW_COUNT);

export const isFastClass = (tally: number): boolean => tally >= FLOW_COUNT;

/** What a vehicle is counted under while a run goes on: its class and its hour in one number. */
export const CELLS = TALLY_CLASSES * HOURS;
export const cellOf = (tally: number, hour: number): number => tally * HOURS + hour;

/** The totals of rows of cells by group: over all hours for a class, over all classes for an hour. */
export function groupedCells(cells: Float64Array, rows = 1, stride = 1, offset = 0): Float64Array {
  const groups = new Float64Array(rows * GROUPS);
  for (let row = 0; row < rows; row++) {
    for (let cell = 0; cell < CELLS; cell++) {
      const value = cells[(row * CELLS + cell) * stride + offset];
      groups[row * GROUPS + Math.floor(cell / HOURS)] += value;
      groups[row * GROUPS + FIRST_HOUR_GROUP + (cell % HOURS)] += value;
    }
  }
  return groups;
}

/** Number and sum of a figure of vehicles, by group, for one thing or for several rows of them. */
export type GroupedSums = { readonly count: Float64Array; readonly sum: Float64Array };

/** The same by cell: number and sum stand side by side, so that adding touches one place of memory. */
export class CellSums implements Carried {
  readonly #rows: number;
  readonly #cells: Float64Array;

  constructor(rows = 1) {
    this.#rows = rows;
    this.#cells = new Float64Array(rows * CELLS * 2);
  }

  carry(carrier: Carrier): void {
    carrier.fixed(this.#cells);
  }

  add(row: number, cell: number, value: number, times: number): void {
    const at = (row * CELLS + cell) * 2;
    this.#cells[at] += times;
    this.#cells[at + 1] += value;
  }

  grouped(): GroupedSums {
    return {
      count: groupedCells(this.#cells, this.#rows, 2, 0),
      sum: groupedCells(this.#cells, this.#rows, 2, 1),
    };
  }
}
