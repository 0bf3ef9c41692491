/**
 * The civil days of a run in its time zone, from the time-zone database of the pinned runtime.
 *
 * The only place that knows when clocks change; everything after it counts milliseconds from the
 * run's first midnight.
 */
import type { CivilDay } from "../../shared/scenario/calendar.ts";
import { DAY } from "../../shared/units.ts";

/** A zone or first date that does not exist: a fault of the file, to be told with its place. */
export class CalendarError extends Error {
  readonly what: "zone" | "date";
  readonly found: string;

  constructor(what: "zone" | "date", found: string) {
    super(`no such ${what}: ${found}`);
    this.name = "CalendarError";
    this.what = what;
    this.found = found;
  }
}

/** Whether the runtime knows this IANA zone; offsets such as "-06:00" are none. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Whether "2024-02-29" and the like are days of the calendar. */
export function isRealDate(date: string): boolean {
  try {
    Temporal.PlainDate.from(date, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

export function civilDays(zone: string, from: string, days: number): CivilDay[] {
  if (!isKnownZone(zone)) throw new CalendarError("zone", zone);
  if (!isRealDate(from)) throw new CalendarError("date", from);
  const firstDate = Temporal.PlainDate.from(from);
  let start = firstDate.toZonedDateTime(zone);
  const runStart = start.epochMilliseconds;
  return Array.from({ length: days }, (_, index) => {
    const date = firstDate.add({ days: index });
    const next = firstDate.add({ days: index + 1 }).toZonedDateTime(zone);
    const startMs = start.epochMilliseconds - runStart;
    const lengthMs = next.epochMilliseconds - start.epochMilliseconds;
    const clockChange = lengthMs === DAY ? null : { atMs: changeAfter(start, next), byMs: DAY - lengthMs };
    start = next;
    return {
      date: date.toString(),
      weekday: date.dayOfWeek - 1,
      month: date.month - 1,
      startMs,
      lengthMs,
      clockChange,
    };
  });
}

/** Time from a day's start to its clock change; a change at midnight itself has skipped the day's first clock times. */
function changeAfter(start: Temporal.ZonedDateTime, next: Temporal.ZonedDateTime): number {
  if (start.hour !== 0 || start.minute !== 0) return 0;
  const change = start.getTimeZoneTransition("next");
  if (change === null || change.epochMilliseconds > next.epochMilliseconds) {
    throw new Error(`a day of ${start.until(next).toString()} without a clock change: ${start.toString()}`);
  }
  return change.epochMilliseconds - start.epochMilliseconds;
}
