/**
 * Staffing of the file as steps for each post and pool, over all days of the run.
 *
 * Every post belongs to a pool: one that a pool names, else a pool of its own. Posts that nobody plans
 * are manned while their place is open and cost nobody's hours.
 */
import { instantOf, pickForDay } from "../../../shared/scenario/calendar.ts";
import type { CivilDay } from "../../../shared/scenario/calendar.ts";
import { parseClock } from "../../../shared/scenario/clock.ts";
import type { ByDay } from "../../../shared/scenario/clock.ts";
import type { Staffing } from "../../../shared/scenario/schema.ts";
import { DAY } from "../../../shared/units.ts";
import type { PlacePlan, PoolPlan, PostPlan, Steps } from "../plan.ts";
import { makeSteps, sumSteps } from "../steps.ts";
import type { DraftPost } from "./builder.ts";

type StepTable = Readonly<Record<string, number>>;
type Shift = {
  readonly officers: number;
  readonly from: number;
  readonly to: number;
  readonly breaks: readonly {
    readonly at: number;
    readonly for: number;
    readonly officers?: number | undefined;
  }[];
};
type DayLevel = StepTable | { readonly shifts: readonly Shift[] };
type Level = ByDay<DayLevel>;

/** Officers at work, and officers paid for (breaks included). */
type Planned = { readonly atWork: Steps; readonly onDuty: Steps; readonly byShift: boolean };

export function planStaffing(
  staffing: Staffing,
  drafts: readonly DraftPost[],
  places: readonly PlacePlan[],
  open: Steps,
  days: readonly CivilDay[],
): { readonly posts: readonly PostPlan[]; readonly pools: readonly PoolPlan[] } {
  const pools: PoolPlan[] = [];
  const poolOf = new Map<string, number>();
  const minimumOf = new Map<string, number>();
  for (const [name, pool] of Object.entries(staffing.pools)) {
    const { atWork, onDuty, byShift } = planLevel(pool.officers as Level, days);
    for (const post of pool.posts) poolOf.set(post, pools.length);
    for (const [post, least] of Object.entries(pool.minimum)) minimumOf.set(post, least);
    const posts = pool.posts.map((post) => drafts.findIndex((draft) => draft.name === post));
    pools.push({
      index: pools.length,
      name,
      posts,
      officers: atWork,
      onDuty,
      relief: byShift ? 1 : staffing.rules.relief,
    });
  }
  const posts = drafts.map((draft, index): PostPlan => {
    const level = levelOf(staffing, draft.name);
    const planned = level === null ? null : planLevel(level, days);
    const shared = poolOf.get(draft.name);
    const base = { ...draft, index, minimum: minimumOf.get(draft.name) ?? 0 };
    if (shared !== undefined) return { ...base, pool: shared, wanted: planned?.atWork ?? null };
    const pool = pools.length;
    const common = { index: pool, name: draft.name, posts: [index] };
    if (planned === null) {
      pools.push({ ...common, officers: null, onDuty: null, relief: 0 });
      return { ...base, pool, wanted: whileOpen(draft, places[draft.place], open) };
    }
    const relief = planned.byShift ? 1 : staffing.rules.relief;
    pools.push({ ...common, officers: planned.atWork, onDuty: planned.onDuty, relief });
    return { ...base, pool, wanted: null };
  });
  return { posts, pools };
}

/** Up to primary a place works while it is open; after it, always. */
function whileOpen(draft: DraftPost, place: PlacePlan, open: Steps): Steps | null {
  const hours = place.hours ?? (place.beforePrimary ? open : null);
  if (hours === null) return null;
  return makeSteps([...hours.times].map((time, i) => [time, hours.levels[i] > 0 ? draft.capacity : 0]));
}

/** The level that the file plans for a post, or null. */
function levelOf(staffing: Staffing, name: string): Level | null {
  const [stage, part] = name.split(".") as [string, string | undefined];
  const entry = (staffing as Readonly<Record<string, unknown>>)[stage];
  if (entry === undefined || stage === "rules" || stage === "pools") return null;
  const isLevel = Object.keys(entry as object).some(
    (key) => key === "shifts" || key === "days" || key.includes(":"),
  );
  if (isLevel) return part === undefined ? (entry as Level) : null;
  return part === undefined ? null : ((entry as Readonly<Record<string, Level>>)[part] ?? null);
}

function planLevel(level: Level, days: readonly CivilDay[]): Planned {
  const points: [number, number][] = [];
  const atWork: Steps[] = [];
  const onDuty: Steps[] = [];
  for (const day of days) {
    const today = pickForDay(level, day);
    if (today !== null && "shifts" in today) {
      for (const shift of today.shifts as readonly Shift[]) addShift(shift, day, atWork, onDuty);
      points.push([day.startMs, 0]);
      continue;
    }
    const table = Object.entries((today ?? {}) as StepTable).map(
      ([time, officers]) => [parseClock(time), officers] as const,
    );
    if (!table.some(([clock]) => clock === 0)) points.push([day.startMs, 0]);
    for (const [clock, officers] of table) points.push([instantOf(day, clock), officers]);
  }
  const steps = makeSteps(points);
  if (atWork.length === 0) return { atWork: steps, onDuty: steps, byShift: false };
  return { atWork: sumSteps([steps, ...atWork]), onDuty: sumSteps([steps, ...onDuty]), byShift: true };
}

function addShift(shift: Shift, day: CivilDay, atWork: Steps[], onDuty: Steps[]): void {
  const from = instantOf(day, shift.from);
  const to = shift.to > shift.from ? instantOf(day, shift.to) : instantOf(day, shift.to) + DAY;
  onDuty.push(window(from, to, shift.officers));
  atWork.push(window(from, to, shift.officers));
  for (const rest of shift.breaks) {
    // A break earlier on the clock than the shift's start is on the next morning.
    const at = instantOf(day, rest.at) + (rest.at < shift.from ? DAY : 0);
    atWork.push(window(at, Math.min(to, at + rest.for), -(rest.officers ?? shift.officers)));
  }
}

const window = (from: number, to: number, level: number): Steps =>
  makeSteps([
    [from, level],
    [to, 0],
  ]);
