/**
 * Staffing levels as the file gives them, by steps or by shifts, for all days or by day: where each
 * stands in the file, and what it amounts to over a day.
 */
import type { z } from "zod";
import type { Path } from "../problem.ts";
import { DAY, HOUR } from "../units.ts";
import type { CivilDay } from "./calendar.ts";
import { pickForDay } from "./calendar.ts";
import type { ByDay } from "./clock.ts";
import { parseClock } from "./clock.ts";
import type { Scenario } from "./schema.ts";
import { isMapValue } from "./shape.ts";
import type { shiftSchema } from "./staffing.ts";

export type StepTable = Readonly<Record<string, number>>;
export type Shift = z.output<typeof shiftSchema>;
export type DayLevel = StepTable | { readonly shifts: readonly Shift[] };
export type Level = ByDay<DayLevel>;

/** From `from` to `to` of one day, in ms since midnight. */
export type Stretch = { readonly from: number; readonly to: number; readonly officers: number };

export const isShifts = (level: DayLevel): level is { readonly shifts: readonly Shift[] } =>
  Array.isArray((level as { readonly shifts?: unknown }).shifts);

/** Whether a staffing entry is a level of the stage itself, and not levels by part. */
export const isLevel = (entry: unknown): entry is Level =>
  isMapValue(entry) &&
  Object.keys(entry).some((key) => key === "shifts" || key === "days" || !Number.isNaN(parseClock(key)));

export type PlannedLevel = {
  readonly stage: string;
  /** Null: the stage itself. */
  readonly part: string | null;
  readonly level: Level;
  readonly path: Path;
};

const STAFFING = ["northbound", "staffing"] as const;

/** All levels that staffing gives to stages, pools apart. */
export function plannedLevels(scenario: Scenario): readonly PlannedLevel[] {
  const { rules: _rules, pools: _pools, ...entries } = scenario.northbound.staffing;
  return Object.entries(entries as Readonly<Record<string, unknown>>).flatMap(
    ([stage, entry]): PlannedLevel[] => {
      const path = [...STAFFING, stage];
      // An empty map plans nobody.
      const isEmpty = Object.keys(entry as object).length === 0;
      if (isEmpty || isLevel(entry)) return [{ stage, part: null, level: entry as Level, path }];
      return Object.entries(entry as Readonly<Record<string, Level>>).map(([part, level]) => ({
        stage,
        part,
        level,
        path: [...path, part],
      }));
    },
  );
}

/** The levels by day of a level, each with its path. */
export function dayLevels(
  level: Level,
  path: Path,
): readonly { readonly level: DayLevel; readonly path: Path }[] {
  if (!("days" in level) || !isMapValue(level.days)) return [{ level: level as DayLevel, path }];
  return Object.entries(level.days).map(([day, value]) => ({
    level: value as DayLevel,
    path: [...path, "days", day],
  }));
}

/** Officers at work over a day; the night shift of the day before is taken to be like this day's. */
export function stretchesOf(level: DayLevel): readonly Stretch[] {
  const changes = isShifts(level) ? level.shifts.flatMap(shiftChanges) : stepChanges(level);
  const times = [...new Set([0, ...changes.map(([at]) => at)])].sort((a, b) => a - b);
  return times
    .map((from, i) => ({
      from,
      to: times[i + 1] ?? DAY,
      officers: changes.reduce((sum, [at, by]) => (at <= from ? sum + by : sum), 0),
    }))
    .filter(({ from, to }) => from < to);
}

type LevelChange = readonly [at: number, by: number];

function stepChanges(steps: StepTable): readonly LevelChange[] {
  const sorted = Object.entries(steps)
    .map(([time, officers]) => [parseClock(time), officers] as const)
    .sort((a, b) => a[0] - b[0]);
  return sorted.map(([at, officers], i) => [at, officers - (sorted[i - 1]?.[1] ?? 0)]);
}

function shiftChanges(shift: Shift): readonly LevelChange[] {
  const changes = window(shift.from, shiftLength(shift), shift.officers);
  const breaks = shift.breaks.flatMap((rest) =>
    window(rest.at, rest.for, -(rest.officers ?? shift.officers)),
  );
  return [...changes, ...breaks];
}

/** A stretch that may go over midnight, folded into one day. */
function window(from: number, length: number, by: number): readonly LevelChange[] {
  const end = from + length;
  if (end <= DAY)
    return [
      [from, by],
      [end, -by],
    ];
  return [
    [from, by],
    [0, by],
    [end - DAY, -by],
  ];
}

export const shiftLength = ({ from, to }: Shift): number => (to > from ? to - from : to - from + DAY);

export const peakOf = (level: DayLevel): number =>
  Math.max(0, ...stretchesOf(level).map(({ officers }) => officers));

/** Officer-hours at work on a day from a time on, never counting more than `capacity` at once. */
export function staffedHours(level: Level, day: CivilDay, capacity: number, fromMs: number): number {
  const today = pickForDay(level, day);
  if (today === null) return 0;
  return stretchesOf(today).reduce(
    (sum, { from, to, officers }) =>
      sum + (Math.max(0, to - Math.max(from, fromMs)) / HOUR) * Math.min(Math.max(0, officers), capacity),
    0,
  );
}
