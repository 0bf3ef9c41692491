/** On how many of the days the mean wait was shorter than in the baseline: for people who count days. */
import type { ReplicationSummary } from "../measure/summary.ts";
import { classRows, sumOver } from "./class-groups.ts";
import type { PairedDays } from "./paired.ts";
import { firstDays } from "./replications.ts";

export function shorterDays({ baseline, other }: PairedDays): number {
  const others = firstDays(other);
  return firstDays(baseline).filter((day, index) => meanWait(others[index]) < meanWait(day)).length;
}

const ALL = classRows(null);
/** In milliseconds; NaN on a day on which nobody reached primary: it is not shorter than anything. */
export const meanWait = ({ figures: { wait } }: ReplicationSummary): number =>
  sumOver(wait.sum, ALL) / sumOver(wait.count, ALL);
