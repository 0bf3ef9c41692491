/** What a staffing question needs to know of a scenario: its posts at primary, their work and hours on the day that counts. */
import { DAY, HOUR } from "../../../shared/units.ts";
import { instantOf } from "../../../shared/scenario/calendar.ts";
import type { SlotGrid } from "../../../shared/staffing/shift-plan.ts";
import type { CivilDay } from "../../../shared/scenario/calendar.ts";
import type { Hours } from "../../../shared/scenario/clock.ts";
import { hoursOn } from "../../../shared/scenario/daily-demand.ts";
import { varianceOfServiceTime } from "../../../shared/scenario/distribution.ts";
import { plannedLevels } from "../../../shared/scenario/levels.ts";
import type { Level } from "../../../shared/scenario/levels.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { Scenario } from "../../../shared/scenario/schema.ts";
import { forClass } from "../../../shared/scenario/vehicle-classes.ts";
import type { VehicleClass } from "../../../shared/scenario/vehicle-classes.ts";
import type { StaffingRefusal } from "../../../shared/staffing/refusal.ts";
import { FLOWS } from "../../../shared/vocabulary.ts";
import type { PostWork } from "../../analysis/staffing/post-work.ts";
import type { PortPlan, Steps } from "../../port/plan.ts";
import { meanFor } from "../../port/stages/work.ts";
import { stagesOf } from "../../port/stages-of.ts";
import { levelAt, nextStepAfter } from "../../port/steps.ts";
import { PostManning } from "../manning.ts";
import { planScenario } from "../plan-scenario.ts";

type Primary = NonNullable<ReturnType<typeof stagesOf>["primary"]>;

/** A post of primary, with the pool whose officers man it: one of the file, or its own. */
export type PrimaryPost = {
  readonly name: string;
  readonly part: string;
  readonly booths: number;
  readonly pool: string;
  /** Officers that it keeps before others of its pool get more than they keep. */
  readonly minimum: number;
};

/** Officers of primary that are planned as one, with the file's plan for them. */
export type PrimaryPool = {
  /** That of its only post where the file names no pool. */
  readonly name: string;
  /** Of that post; null: a pool of the file. */
  readonly part: string | null;
  /** Of all its posts. */
  readonly booths: number;
  readonly level: Level;
  /** Hours at its booths by the file's plan on the day. */
  readonly hours: number;
  /** Officers of the file's plan at a time of the day. */
  readonly officersAt: (clockMs: number) => number;
};

export type StaffedPort = {
  readonly loaded: LoadedScenario;
  readonly plan: PortPlan;
  readonly primary: Primary;
  readonly day: CivilDay;
  /** Those that a plan is for: the day, or all days of the run where the port never closes. */
  readonly plannedDays: readonly CivilDay[];
  readonly open: Hours;
  /** On all days of the run, so that shifts may go over midnight. */
  readonly neverCloses: boolean;
  /** Those of a pool in order of pull. */
  readonly posts: readonly PrimaryPost[];
  readonly pools: readonly PrimaryPool[];
};

export function staffedPortOf(loaded: LoadedScenario): StaffedPort | StaffingRefusal {
  const { scenario } = loaded;
  const { primary } = stagesOf(scenario);
  if (primary === null) return { why: "noPrimary", params: {} };
  if (scenario.days !== 1) return { why: "days", params: { days: scenario.days } };
  const plan = planScenario(loaded);
  const day = plan.days[scenario.warmUp];
  const open = hoursOn(scenario, day);
  if (open === null) return { why: "closed", params: { date: day.date } };
  if (scenario.changes.some(({ kind }) => kind === "booths")) return { why: "boothsMove", params: {} };
  const pools: PrimaryPool[] = [];
  const posts: PrimaryPost[] = [];
  for (const group of groupsOf(scenario, primary)) {
    const pool = poolOf(loaded, plan, day, group);
    if ("why" in pool) return pool;
    pools.push(pool);
    posts.push(...group.posts);
  }
  const neverCloses = plan.days.every((one) => isAllDay(hoursOn(scenario, one)));
  const plannedDays = neverCloses ? plan.days : [day];
  return { loaded, plan, primary, day, plannedDays, open, neverCloses, posts, pools };
}

const isAllDay = (open: ReturnType<typeof hoursOn>): boolean => open?.from === 0 && open.to === DAY;

type Pools = Scenario["northbound"]["staffing"]["pools"];
type Group = { readonly pool: Pools[string] | null; readonly posts: readonly PrimaryPost[] };

function groupsOf(
  { northbound }: Scenario,
  { name: stage, stage: settings, type }: Primary,
): readonly Group[] {
  const alone = type.posts(settings).map(([part, booths]): PrimaryPost => {
    if (part === null) throw new Error(`a post of ${stage} has no lane type`);
    const name = `${stage}.${part}`;
    return { name, part, booths, pool: name, minimum: 0 };
  });
  const pooled = Object.entries(northbound.staffing.pools).flatMap(([name, pool]): readonly Group[] => {
    const posts = pool.posts.flatMap((of) => alone.filter((post) => post.name === of));
    const minimum = (post: string): number => pool.minimum[post] ?? 0;
    return posts.length === 0
      ? []
      : [{ pool, posts: posts.map((post) => ({ ...post, pool: name, minimum: minimum(post.name) })) }];
  });
  const rest = alone.filter(({ name }) => !pooled.some(({ pool }) => pool?.posts.includes(name)));
  return [...rest.map((post) => ({ pool: null, posts: [post] })), ...pooled];
}

function poolOf(
  { scenario }: LoadedScenario,
  plan: PortPlan,
  day: CivilDay,
  { pool, posts }: Group,
): PrimaryPool | StaffingRefusal {
  const [{ name: post, pool: name, part }] = posts;
  const booths = posts.reduce((sum, one) => sum + one.booths, 0);
  if (pool !== null) {
    const other = pool.posts.find((one) => !posts.some((here) => here.name === one));
    if (other !== undefined) return { why: "pool", params: { post, pool: name, other } };
    const { officers } = plan.pools.find((one) => one.name === name)!;
    const manning = pooledManning(officers!, booths);
    return { name, part: null, booths, level: pool.officers, ...worked(day, manning) };
  }
  const planned = plannedLevels(scenario).find((one) => post === `${one.stage}.${one.part}`);
  const manning = manningOf(plan, post);
  if (planned === undefined || manning === null) return { why: "unplanned", params: { post } };
  return { name, part, booths, level: planned.level, ...worked(day, manning) };
}

/** Officers at a time, and when there may be others. */
type Manned = {
  readonly at: (ms: number) => { readonly officers: number };
  readonly nextAfter: (ms: number) => number;
};

/** Orders for a post of a pool move its officers, and change not how many they are. */
const pooledManning = (officers: Steps, booths: number): Manned => ({
  at: (ms) => ({ officers: Math.min(booths, levelAt(officers, ms)) }),
  nextAfter: (ms) => nextStepAfter(officers, ms),
});

function manningOf(plan: PortPlan, name: string): PostManning | null {
  const post = plan.posts.find((one) => one.name === name);
  return post === undefined ? null : PostManning.of(plan, post, plan.effects);
}

/** With what the file's timed changes do to its plan. */
function worked(day: CivilDay, manning: Manned): Pick<PrimaryPool, "hours" | "officersAt"> {
  const end = day.startMs + day.lengthMs;
  let officerMs = 0;
  for (let at = day.startMs; at < end;) {
    const until = Math.min(end, manning.nextAfter(at));
    officerMs += manning.at(at).officers * (until - at);
    at = until;
  }
  return {
    hours: officerMs / HOUR,
    officersAt: (clockMs) => manning.at(instantOf(day, clockMs)).officers,
  };
}

/** The work of each post, by slot. */
export function workOfPosts({ plan, primary, day, posts }: StaffedPort, grid: SlotGrid): readonly PostWork[] {
  const parts = posts.map(({ part }) => part);
  const empty = posts.map(({ name, booths, pool, minimum }) => ({
    post: name,
    pool,
    booths,
    minimum,
    mean: Array.from({ length: grid.slots }, () => 0),
    variance: Array.from({ length: grid.slots }, () => 0),
  }));
  for (const [flow, name] of FLOWS.entries()) {
    for (const isFast of [false, true]) {
      const one: VehicleClass = { flow: name, isFast, isPreInspected: false, share: 1 };
      const work = empty[Math.max(0, parts.indexOf(postFor(parts, isFast)))];
      const { mean, square } = momentsOf(primary, one);
      for (let slot = 0; slot < grid.slots; slot++) {
        const [from, to] = [slot, slot + 1].map((at) => instantOf(day, grid.fromMs + at * grid.slotMs));
        const vehicles = arrivalsIn(plan, flow, isFast, from, to);
        work.mean[slot] += (vehicles * mean) / HOUR;
        work.variance[slot] += (vehicles * square) / HOUR ** 2;
      }
    }
  }
  return empty;
}

/** Booths for a class alone before those for all. */
const postFor = (parts: readonly string[], isFast: boolean): string => {
  const own = isFast ? "fast" : "general";
  return parts.includes(own) ? own : parts.includes("shared") ? "shared" : "general";
};

/** Of service and move-up: a sum over vehicles that come by chance spreads by the mean square. */
function momentsOf(
  { stage }: Primary,
  one: VehicleClass,
): { readonly mean: number; readonly square: number } {
  const { service, moveUp } = stage;
  const time = "kind" in service ? service : forClass(service, one);
  const mean = meanFor(service, one) + moveUp;
  return { mean, square: mean * mean + (time === undefined ? 0 : varianceOfServiceTime(time)) };
}

/** Expected vehicles of a class, or those listed. */
function arrivalsIn({ demand }: PortPlan, flow: number, isFast: boolean, from: number, to: number): number {
  const { list, rates, fastShare, batch } = demand;
  if (list !== null) {
    let count = 0;
    for (let row = 0; row < list.times.length; row++) {
      const isOne = list.flows[row] === flow && (list.fast[row] === 1) === isFast;
      if (isOne && list.times[row] >= from && list.times[row] < to) count += list.counts[row];
    }
    return count;
  }
  const steps = rates[flow];
  if (steps === null) return 0;
  const share = isFast ? fastShare[flow] : 1 - fastShare[flow];
  let batches = 0;
  steps.times.forEach((time, i) => {
    const until = steps.times[i + 1] ?? Number.POSITIVE_INFINITY;
    batches += (steps.perHour[i] * Math.max(0, Math.min(to, until) - Math.max(from, time))) / HOUR;
  });
  return batches * share * meanBatch(batch);
}

function meanBatch(batch: PortPlan["demand"]["batch"]): number {
  if (batch === null) return 1;
  return batch.sizes.reduce(
    (sum, size, i) => sum + size * (batch.cumulative[i] - (batch.cumulative[i - 1] ?? 0)),
    0,
  );
}
