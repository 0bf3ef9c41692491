/**
 * Instants that a date and a time of day can name. In the hour that occurs twice when clocks are put
 * back a time of day means the first; the second time round no instant has a name.
 */
import { clockOf, instantOf } from "../../shared/scenario/calendar.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";

/** The instant, or the first one after it that has a name; null after the last day. */
export function nextNamed(days: readonly CivilDay[], ms: number): number | null {
  const last = days.at(-1);
  if (last === undefined || ms >= last.startMs + last.lengthMs) return null;
  const { day, clockMs } = clockOf(days, ms);
  if (instantOf(days[day], clockMs) === ms) return ms;
  const { startMs, clockChange } = days[day];
  return clockChange === null ? null : startMs + clockChange.atMs - clockChange.byMs;
}
