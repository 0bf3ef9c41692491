/**
 * The groups that vehicle figures are kept by: each vehicle counts once in its class (flow and FAST mark)
 * and once in its hour of the day. All vehicles together are the sum over the classes, never over all
 * groups.
 */
import { FAST_MARK, FLOW_COUNT, TALLY_CLASSES } from "../port/plan.ts";

export const HOURS = 24;
export const FIRST_HOUR_GROUP = TALLY_CLASSES;
export const GROUPS = TALLY_CLASSES + HOURS;

/** Class of a vehicle: its flow, and above all flows again those with the FAST mark. */
export const tallyClass = (flow: number, marks: number): number =>
  flow + ((marks & FAST_MARK) === 0 ? 0 : FLOW_COUNT);

export const isFastClass = (tally: number): boolean => tally >= FLOW_COUNT;

/** Number and sum of a figure of vehicles, by group, for one thing or for several rows of them. */
export type GroupedSums = { readonly count: Float64Array; readonly sum: Float64Array };

export class GroupSums {
  readonly count: Float64Array;
  readonly sum: Float64Array;

  constructor(rows = 1) {
    this.count = new Float64Array(rows * GROUPS);
    this.sum = new Float64Array(rows * GROUPS);
  }

  add(row: number, tally: number, hour: number, value: number, times = 1): void {
    const byClass = row * GROUPS + tally;
    const byHour = row * GROUPS + FIRST_HOUR_GROUP + hour;
    this.count[byClass] += times;
    this.sum[byClass] += value;
    this.count[byHour] += times;
    this.sum[byHour] += value;
  }

  copy(): GroupedSums {
    return { count: this.count.slice(), sum: this.sum.slice() };
  }
}
