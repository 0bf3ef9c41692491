/**
 * The groups that vehicle figures are kept by: each vehicle counts once in its class (flow and FAST mark)
 * and once in its hour of the day. All vehicles together are the sum over the classes, never over all
 * groups.
 */
import type { Core } from "../engine/core.ts";
import { FLOW_COUNT, HOURS, TALLY_CLASSES } from "../core/constants.ts";

export { HOURS } from "../core/constants.ts";
export const FIRST_HOUR_GROUP = TALLY_CLASSES;
export const GROUPS = TALLY_CLASSES + HOURS;

export const isFastClass = (tally: number): boolean => tally >= FLOW_COUNT;

/** What a vehicle is counted under while a run goes on: its class and its hour in one number; see server/core/cells.ts. */
export const CELLS = TALLY_CLASSES * HOURS;

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

/** The same by cell, as the core adds it up: number and sum side by side. */
export class CellSums {
  /** Address in the core. */
  readonly at: number;
  readonly #rows: number;
  readonly #cells: Float64Array;

  constructor(core: Core, rows = 1) {
    this.#rows = rows;
    this.at = core.exports.makeCellSums(rows);
    this.#cells = core.doubles(this.at, rows * CELLS * 2);
  }

  grouped(): GroupedSums {
    return {
      count: groupedCells(this.#cells, this.#rows, 2, 0),
      sum: groupedCells(this.#cells, this.#rows, 2, 1),
    };
  }
}
