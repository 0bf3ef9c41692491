/** Which tallied classes (flow and FAST mark) a reported class is made of; null: all. */
import { FLOWS, RESULT_CLASSES } from "../../shared/vocabulary.ts";
import type { ResultClass } from "../../shared/vocabulary.ts";
import { FIRST_HOUR_GROUP, isFastClass } from "../measure/groups.ts";
import type { ReplicationSummary } from "../measure/summary.ts";

const ALL: readonly number[] = Array.from({ length: FIRST_HOUR_GROUP }, (_, tally) => tally);

export function classRows(reported: ResultClass | null): readonly number[] {
  if (reported === null) return ALL;
  if (reported === "fast") return ALL.filter(isFastClass);
  if (reported === "general") return ALL.filter((tally) => !isFastClass(tally));
  const flow = FLOWS.indexOf(reported);
  return [flow, flow + FLOWS.length];
}

export const hourRow = (hour: number): number => FIRST_HOUR_GROUP + hour;

/** Reported classes that some vehicle of these days belonged to. */
export function classesSeen(days: readonly ReplicationSummary[]): readonly ResultClass[] {
  return RESULT_CLASSES.filter((reported) => {
    const rows = classRows(reported);
    return days.some(({ vehicles }) => rows.some((row) => vehicles.arrived[row] > 0));
  });
}

/** Share of the vehicles that came in these days and did not get through: waits do not cover them. */
export function shareNotThrough(days: readonly ReplicationSummary[]): number {
  const total = (of: (day: ReplicationSummary) => Float64Array): number =>
    days.reduce((sum, day) => sum + sumOver(of(day), ALL), 0);
  const arrived = total(({ vehicles }) => vehicles.arrived);
  return arrived === 0 ? 0 : 1 - total(({ vehicles }) => vehicles.departed) / arrived;
}

/** Sum of some entries of an array. */
export function sumOver(values: ArrayLike<number>, rows: readonly number[], first = 0): number {
  let sum = 0;
  for (const row of rows) sum += values[first + row];
  return sum;
}
