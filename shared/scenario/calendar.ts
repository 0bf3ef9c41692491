/**
 * Civil days beside the program's milliseconds. Days come from outside (`civilDays`), because
 * only a time-zone database knows them; what is here merely counts.
 *
 * A day is not always 24 hours: a wall-clock time may be skipped (it then means the instant of
 * the change) or occur twice (it then means the first).
 */
import { DAY, HOUR } from "../units.ts";
import { WEEKDAYS } from "../vocabulary.ts";
import type { Weekday } from "../vocabulary.ts";
import type { ByDay } from "./clock.ts";

export type ClockChange = {
  /** What the clock shows when it is set, in ms since midnight. */
  readonly atMs: number;
  /** How far the clock is put forward; negative when it is put back. */
  readonly byMs: number;
};

export type CivilDay = {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** 0 is Monday. */
  readonly weekday: number;
  /** 0 is January. */
  readonly month: number;
  /** From the run's first midnight. */
  readonly startMs: number;
  readonly lengthMs: number;
  readonly clockChange: ClockChange | null;
};

export type HourStart = { readonly hour: number; readonly startMs: number };

/** The instant of a wall-clock time, from the run's first midnight; "24:00" is the day's end. */
export function instantOf(day: CivilDay, clockMs: number): number {
  const change = day.clockChange;
  if (change === null || clockMs < change.atMs) return day.startMs + clockMs;
  return day.startMs + Math.max(change.atMs, clockMs - change.byMs);
}

/**
 * The day and wall-clock time of an instant; a day's end is the next day's midnight, the end of
 * the last day its "24:00".
 */
export function clockOf(
  days: readonly CivilDay[],
  ms: number,
): { readonly day: number; readonly clockMs: number } {
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (days[middle]!.startMs <= ms) low = middle;
    else high = middle - 1;
  }
  const day = days[low];
  if (day === undefined || ms < day.startMs || ms > day.startMs + day.lengthMs) {
    throw new RangeError(`instant outside the ${days.length} days: ${ms} ms`);
  }
  const elapsed = ms - day.startMs;
  const change = day.clockChange;
  return { day: low, clockMs: change === null || elapsed < change.atMs ? elapsed : elapsed + change.byMs };
}

/**
 * When each hour on the clock begins, in order of time: 23 or 25 entries on a day of that many
 * hours; an hour that occurs twice is there twice, a skipped one not at all.
 */
export function hourStarts(day: CivilDay): readonly HourStart[] {
  const change = day.clockChange;
  if (change === null) return hoursBetween(0, DAY, day.startMs);
  return [
    ...hoursBetween(0, change.atMs, day.startMs),
    ...hoursBetween(change.atMs + change.byMs, DAY, day.startMs - change.byMs),
  ];
}

/** Hours that begin between two clock times; the first may begin late, where a clock is put forward by half an hour. */
function hoursBetween(fromMs: number, toMs: number, clockZeroMs: number): readonly HourStart[] {
  const starts: HourStart[] = [];
  for (let hour = Math.floor(fromMs / HOUR); hour * HOUR < toMs; hour++) {
    starts.push({ hour, startMs: clockZeroMs + Math.max(hour * HOUR, fromMs) });
  }
  return starts;
}

/** Weekdays that a day key names, 0 for Monday, in order; none for a date. "sat-mon" goes round the week's end. */
export function weekdaysOf(dayKey: string): readonly number[] {
  const [from, to] = dayKey.split("-").map((name) => WEEKDAYS.indexOf(name as Weekday)) as [number, number?];
  if (from < 0) return [];
  const count = (((to ?? from) - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, step) => (from + step) % 7);
}

/** Weekday of a date of the calendar in use since 1583, 0 for Monday. */
export function weekdayOfDate(date: string): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  // A year that begins in March has its leap day at the end.
  const march = year - (month < 3 ? 1 : 0);
  const untilMonth = [6, 2, 1, 4, 6, 2, 4, 0, 3, 5, 1, 3][month - 1]!;
  return (
    (march + Math.floor(march / 4) - Math.floor(march / 100) + Math.floor(march / 400) + untilMonth + day) % 7
  );
}

export const isByDay = <T>(value: ByDay<T>): value is { readonly days: Readonly<Record<string, T>> } =>
  typeof value === "object" && value !== null && "days" in value;

/**
 * The value that holds on a day: one for its date beats one for its weekday, which beats a run of
 * weekdays (of two runs, the first). Null: none is given, which means closed or nobody.
 */
export function pickForDay<T>(value: ByDay<T>, day: Pick<CivilDay, "date" | "weekday">): T | null {
  if (!isByDay(value)) return value;
  const { days } = value;
  for (const key of [day.date, WEEKDAYS[day.weekday]!]) {
    const named = days[key];
    if (named !== undefined) return named;
  }
  const run = Object.keys(days).find((key) => weekdaysOf(key).includes(day.weekday));
  return run === undefined ? null : days[run]!;
}
