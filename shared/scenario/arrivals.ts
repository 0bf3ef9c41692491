/**
 * Arrivals given one by one, by a timetable in the scenario or a CSV beside it.
 *
 * A row's place in the list is the identity of its vehicles, so the order must not depend on
 * anything but the list: by time, and as written where times are equal.
 */
import type { Flow } from "../vocabulary.ts";
import { instantOf } from "./calendar.ts";
import type { CivilDay } from "./calendar.ts";
import type { Demand } from "./schema.ts";

export type ArrivalRow = {
  /** From the run's first midnight. */
  readonly timeMs: number;
  readonly flow: Flow;
  /** Whether they carry the FAST mark. */
  readonly fast: boolean;
  /** Vehicles that arrive together. */
  readonly count: number;
};

export type Timetable = Extract<NonNullable<Demand["arrivals"]>, { timetable: unknown }>["timetable"];

/** Rows in order of time; rows of the same time stay as written. */
export const byTime = (rows: readonly ArrivalRow[]): ArrivalRow[] =>
  [...rows].sort((a, b) => a.timeMs - b.timeMs);

/** Every arrival of a timetable; its times are of the first day given, `until` itself excluded. */
export function timetableRows(timetable: Timetable, firstDay: CivilDay | null = null): ArrivalRow[] {
  const instant = (clockMs: number): number => (firstDay === null ? clockMs : instantOf(firstDay, clockMs));
  return byTime(
    timetable.flatMap(({ from, until, every, flow, fast, count }) => {
      const first = instant(from);
      if (until === undefined || every === undefined) return [{ timeMs: first, flow, fast, count }];
      const arrivals = Math.max(0, Math.ceil((instant(until) - first) / every));
      return Array.from({ length: arrivals }, (_, k) => ({ timeMs: first + k * every, flow, fast, count }));
    }),
  );
}
