/** A scenario with another staffing of primary on the day that counts. */
import { isByDay } from "../../../shared/scenario/calendar.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import type { DayLevel, Level, Shift } from "../../../shared/scenario/levels.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { Staffing } from "../../../shared/scenario/schema.ts";
import { WEEKDAYS } from "../../../shared/vocabulary.ts";
import { officersBySlot } from "../../../shared/staffing/shift-plan.ts";
import type { PlannedShift, ShiftPlan, SlotGrid } from "../../../shared/staffing/shift-plan.ts";
import type { StaffedPort } from "./port-posts.ts";

/** By pool. */
export type DayLevels = Readonly<Record<string, DayLevel>>;

/** Every booth staffed from opening to closing. */
export const fullLevels = ({ pools, open }: StaffedPort): DayLevels =>
  Object.fromEntries(
    pools.map(({ name, booths }) => [name, { [formatClock(open.from)]: booths, [formatClock(open.to)]: 0 }]),
  );

/**
 * A plan as the file says it: by shifts where these have breaks, else by the booths that they staff, since the port's
 * relief covers the breaks of officers planned by steps only (staffing.rules.relief).
 */
export function levelsOf({ pools, open }: StaffedPort, plan: ShiftPlan, grid: SlotGrid): DayLevels {
  const byShift = plan.some(({ rest }) => rest !== null);
  return Object.fromEntries(
    pools.map(({ name, booths }) => {
      if (byShift) return [name, { shifts: shiftsOf(plan, name, grid) }];
      const staffed = officersBySlot(plan, name, grid).map((officers) => Math.min(officers, booths));
      const steps = staffed.flatMap((officers, slot) =>
        slot > 0 && officers === staffed[slot - 1]
          ? []
          : [[formatClock(grid.fromMs + slot * grid.slotMs), officers]],
      );
      return [name, Object.fromEntries([...steps, [formatClock(open.to), 0]])];
    }),
  );
}

/** Shifts of the same hours are one, with a break for those who rest at once. */
function shiftsOf(plan: ShiftPlan, post: string, grid: SlotGrid): readonly Shift[] {
  const { fromMs, slotMs } = grid;
  const clock = (slot: number): number => fromMs + slot * slotMs;
  const byHours = new Map<string, Shift>();
  for (const { on, breaks, officers } of plan
    .filter((shift) => shift.post === post)
    .flatMap((shift) => withinDay(shift, grid))) {
    const same = byHours.get(`${on.start}+${on.length}`);
    byHours.set(`${on.start}+${on.length}`, {
      officers: officers + (same?.officers ?? 0),
      from: clock(on.start),
      to: clock(on.start + on.length),
      breaks: [
        ...(same?.breaks ?? []),
        ...breaks.map(({ start, length }) => ({ at: clock(start), for: length * slotMs, officers })),
      ],
    });
  }
  return [...byHours.values()];
}

type Span = { readonly start: number; readonly length: number };

/**
 * A shift over midnight as its evening and its morning, so that a day has all its officers whatever the day before it
 * was; a hand-over between the two takes no time.
 */
function withinDay({ start, length, rest, officers }: PlannedShift, { slots }: SlotGrid) {
  return cutAt({ start, length }, slots).map((on) => ({
    on,
    officers,
    breaks: (rest === null ? [] : cutAt(rest, slots)).filter(
      (one) => one.start >= on.start && one.start < on.start + on.length,
    ),
  }));
}

function cutAt({ start, length }: Span, slots: number): readonly Span[] {
  const evening = { start, length: Math.min(length, slots - start) };
  const morning = { start: Math.max(0, start - slots), length: start + length - Math.max(slots, start) };
  return [evening, morning].filter((span) => span.length > 0);
}

export function withLevels(port: StaffedPort, levels: DayLevels, name: string): LoadedScenario {
  const { loaded, primary, posts, pools } = port;
  const { scenario } = loaded;
  const { staffing } = scenario.northbound;
  const planned = pools.map(({ name: pool, part, level }) => ({
    pool,
    part,
    level: levelOn(port, level, levels[pool]),
  }));
  const own = planned.flatMap(({ part, level }) => (part === null ? [] : [[part, level]]));
  const shared = planned.flatMap(({ pool, part, level }) =>
    part === null ? [[pool, { ...staffing.pools[pool], officers: level }]] : [],
  );
  // The same but for `readonly`, which a file's own type does not have.
  const entry = Object.fromEntries(own) as Record<string, Extract<Staffing[string], { days: unknown }>>;
  const changed = Object.assign({}, staffing, own.length === 0 ? {} : { [primary.name]: entry }, {
    pools: { ...staffing.pools, ...(Object.fromEntries(shared) as typeof staffing.pools) },
  });
  const northbound = { ...scenario.northbound, staffing: changed };
  // What was ordered at these posts was part of the staffing that this one takes the place of.
  const changes = scenario.changes.filter(
    (change) => change.kind !== "staffing" || !posts.some((post) => post.name === change.post),
  );
  return { ...loaded, scenario: { ...scenario, name, northbound, changes } };
}

/** Only of the planned days where the file has levels by day. */
function levelOn(port: StaffedPort, level: Level, onDay: DayLevel): Level {
  const planned = dayKeysOf(port, level).map((key) => [key, onDay] as const);
  return isByDay(level) ? { days: { ...level.days, ...Object.fromEntries(planned) } } : onDay;
}

/** The days for which a plan is, by weekday, or by date where the file names it: that holds before all else. */
export const dayKeysOf = ({ plannedDays }: StaffedPort, level: Level): readonly string[] =>
  plannedDays.map(({ date, weekday }) =>
    isByDay(level) && level.days[date] !== undefined ? date : WEEKDAYS[weekday],
  );
