/**
 * What a vehicle is counted under while a run goes on: its class (flow and FAST mark) and its hour of the day in
 * one number, its cell.
 */
import { FAST_MARK, FLOW_COUNT, HOURS, TALLY_CLASSES } from "./constants";
import { room } from "./memory";

export const CELLS: i32 = TALLY_CLASSES * HOURS;

/** Class of a vehicle: its flow, and above all flows again those with the FAST mark. */
export function tallyClass(flow: i32, marks: i32): i32 {
  return (marks & FAST_MARK) === 0 ? flow : flow + FLOW_COUNT;
}

/** Number and sum of a figure of vehicles, side by side, so that adding touches one place of memory. */
@unmanaged
class CellSum {
  count: f64;
  sum: f64;
}

/** By row and cell. */
@unmanaged
export class CellSums {
  @inline
  add(row: i32, cell: i32, value: f64, times: f64): void {
    const index = <usize>(row * CELLS + cell);
    const one = changetype<CellSum>(changetype<usize>(this) + index * offsetof<CellSum>());
    one.count += times;
    one.sum += value;
  }
}

export function make(rows: i32): CellSums {
  return changetype<CellSums>(room(<usize>(rows * CELLS) * offsetof<CellSum>()));
}
