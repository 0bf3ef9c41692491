/** What a bad day is like, one in ten: the mean wait that nine of ten days stay under. For people who plan for bad days. */
import type { Estimate } from "../../shared/estimate.ts";
import { MINUTE } from "../../shared/units.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { percentileOfDays } from "./counted-days.ts";
import { firstDays } from "./replications.ts";
import { meanWait } from "./shorter-days.ts";

export const GOOD_DAYS = 0.9;

/** In minutes; null where nobody reached primary on any day. */
export const badDayOf = (days: readonly ReplicationSummary[]): Estimate | null =>
  percentileOfDays(
    firstDays(days).map((day) => meanWait(day) / MINUTE),
    GOOD_DAYS,
  );
