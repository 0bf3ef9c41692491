/**
 * Whether a port that never empties begins as it ends: the queue at the midnight before the counted days against that at
 * the midnight after them. Where the second is longer the days before were too few to fill the port (`warmUp`).
 */
import type { Estimate } from "../../shared/estimate.ts";
import type { DaySeries } from "../measure/series.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { BIN_MS } from "../measure/series.ts";
import { intervalOf } from "./linear.ts";
import { meanOf } from "./mean.ts";
import { meansOf } from "./replications.ts";

export type MidnightGap = { readonly before: number; readonly after: number; readonly difference: Estimate };

/** Smaller gaps are of no matter, however sure: vehicles, and as a share of the longer queue. */
const LEAST_VEHICLES = 1;
const LEAST_SHARE = 0.05;

/** Null where midnight agrees with midnight, as far as these days tell. */
export function midnightGap(
  days: readonly Pick<ReplicationSummary, "replication" | "series">[],
  countedMs: number,
): MidnightGap | null {
  const first = ({ series }: (typeof days)[number]): number => series.queue[0] ?? 0;
  const last = ({ series }: (typeof days)[number]): number => lastMidnight(series, countedMs);
  const before = meanOf(meansOf(days, first));
  const after = meanOf(meansOf(days, last));
  const gaps = meanOf(meansOf(days, (day) => last(day) - first(day)));
  if (before === null || after === null || gaps === null) return null;
  const difference = intervalOf(gaps);
  const { low, high, value } = difference;
  const isSure = low !== null && high !== null && (low > 0 || high < 0);
  const matters = Math.max(LEAST_VEHICLES, LEAST_SHARE * Math.max(before.value, after.value));
  if (!isSure || Math.abs(value) < matters) return null;
  return { before: before.value, after: after.value, difference };
}

/** The queue at the end of the counted days, or of the last that is charted. A run that is over by then ended empty, or is not known. */
function lastMidnight({ queue, bins, endedEmpty }: DaySeries, countedMs: number): number {
  const bin = Math.min(Math.round(countedMs / BIN_MS), queue.length) - 1;
  if (bin < bins) return queue[bin] ?? 0;
  return endedEmpty ? 0 : Number.NaN;
}
