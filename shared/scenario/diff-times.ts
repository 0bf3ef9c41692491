/**
 * Values by time of day and by day, compared as functions of time: whether a table names 08:00
 * does not matter where the value there is the same as at 07:00.
 */
import { DAY, HOUR } from "../units.ts";
import { WEEKDAYS } from "../vocabulary.ts";
import { isByDay, pickForDay, weekdayOfDate, weekdaysOf } from "./calendar.ts";
import { formatClock, parseClock } from "./clock.ts";
import type { ByDay } from "./clock.ts";
import { parseQuantity } from "./quantity.ts";

/** Clock time → value that holds from then on. */
export type Steps = Readonly<Record<string, string | number>>;

/** A part of the day over which both sides are constant and differ. */
export type Stretch = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly before: string;
  readonly after: string;
};

/** Where two tables differ over the day; before its first time a table has the value `initial`. */
export function stretches(a: Steps, b: Steps, initial: string): readonly Stretch[] {
  const times = new Set([0, DAY, ...Object.keys(a).map(parseClock), ...Object.keys(b).map(parseClock)]);
  const edges = [...times].sort((x, y) => x - y);
  const found: Stretch[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const fromMs = edges[i]!;
    const toMs = edges[i + 1]!;
    const [before, after] = [valueAt(a, fromMs, initial), valueAt(b, fromMs, initial)];
    const last = found.at(-1);
    if (before === after) continue;
    if (last !== undefined && last.toMs === fromMs && last.before === before && last.after === after) {
      found[found.length - 1] = { ...last, toMs };
    } else found.push({ fromMs, toMs, before, after });
  }
  return found;
}

function valueAt(steps: Steps, ms: number, initial: string): string {
  let latest = -1;
  let value = initial;
  for (const [time, step] of Object.entries(steps)) {
    const from = parseClock(time);
    if (from <= ms && from > latest) {
      latest = from;
      value = String(step);
    }
  }
  return value;
}

export const wholeDay = (stretch: Stretch): boolean => stretch.fromMs === 0 && stretch.toMs === DAY;

export const sayStretch = ({ fromMs, toMs }: Stretch): string =>
  `${formatClock(fromMs)}–${formatClock(toMs)}`;

/**
 * Shares of the day from each time to the next, as shares an hour: comparable where two tables
 * cut the day differently, and the file's own figures where steps are an hour long.
 */
export function sharesAnHour(shares: Readonly<Record<string, string>>): Steps {
  const times = Object.keys(shares).sort((a, b) => parseClock(a) - parseClock(b));
  return Object.fromEntries(
    times.map((time, index) => {
      const next = times[index + 1];
      const hours = ((next === undefined ? DAY : parseClock(next)) - parseClock(time)) / HOUR;
      const percent = hours > 0 ? (parseQuantity("share", shares[time]!)! * 100) / hours : 0;
      return [time, `${Number(percent.toPrecision(4))} %`];
    }),
  );
}

export type DayDifference<P> = { readonly days: string | null; readonly found: P };

/**
 * Compares what holds on each weekday, and on each date that either side names; weekdays in a row
 * with the same findings make one. `days` is null where every day differs alike.
 */
export function byDayDifferences<T, P>(
  a: ByDay<T>,
  b: ByDay<T>,
  compare: (before: T | null, after: T | null) => readonly P[],
): readonly DayDifference<P>[] {
  if (!isByDay(a) && !isByDay(b)) return compare(a, b).map((found) => ({ days: null, found }));
  const on = (date: string, weekday: number): readonly P[] =>
    compare(pickForDay(a, { date, weekday }), pickForDay(b, { date, weekday }));
  const week = WEEKDAYS.map((_, weekday) => on("", weekday));
  const dates = datesOf(a, b)
    .map((date) => ({ days: date, found: on(date, weekdayOfDate(date)) }))
    .filter(({ days, found }) => !isSame(found, week[weekdayOfDate(days)]));
  return [...runsOf(week), ...dates].flatMap(({ days, found }) => found.map((one) => ({ days, found: one })));
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function runsOf<P>(week: readonly (readonly P[])[]): readonly DayDifference<readonly P[]>[] {
  const runs: { first: number; last: number; found: readonly P[] }[] = [];
  for (const [weekday, found] of week.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && isSame(run.found, found)) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, found });
  }
  const name = (first: number, last: number): string =>
    first === last ? WEEKDAYS[first]! : `${WEEKDAYS[first]}-${WEEKDAYS[last]}`;
  return runs.map(({ first, last, found }) => ({
    days: last - first === 6 ? null : name(first, last),
    found,
  }));
}

function datesOf<T>(...values: readonly ByDay<T>[]): readonly string[] {
  const keys = values.flatMap((value) => (isByDay(value) ? Object.keys(value.days) : []));
  return [...new Set(keys.filter((key) => weekdaysOf(key).length === 0))].sort();
}
