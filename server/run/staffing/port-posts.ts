/** What a staffing question needs to know of a scenario: the posts that it plans, and their hours on the day that counts. */
import { DAY, HOUR } from "../../../shared/units.ts";
import { instantOf } from "../../../shared/scenario/calendar.ts";
import type { CivilDay } from "../../../shared/scenario/calendar.ts";
import type { Hours } from "../../../shared/scenario/clock.ts";
import { hoursOn } from "../../../shared/scenario/daily-demand.ts";
import { plannedLevels } from "../../../shared/scenario/levels.ts";
import type { Level } from "../../../shared/scenario/levels.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { Scenario } from "../../../shared/scenario/schema.ts";
import type { StaffingRefusal } from "../../../shared/staffing/refusal.ts";
import { postsOf } from "../../check/posts.ts";
import type { PortPlan, Steps } from "../../port/plan.ts";
import { stagesOf } from "../../port/stages-of.ts";
import { levelAt, nextStepAfter } from "../../port/steps.ts";
import { PostManning } from "../manning.ts";
import { planScenario } from "../plan-scenario.ts";

type Primary = NonNullable<ReturnType<typeof stagesOf>["primary"]>;

/** A post of primary, or one whose officers come from a pool that mans primary too. */
export type StaffedPost = {
  readonly name: string;
  readonly stage: string;
  /** After the dot of its name; null: its stage is one post. */
  readonly part: string | null;
  /** Booths, or whatever else an officer mans there. */
  readonly booths: number;
  /** One of the file, or its own. */
  readonly pool: string;
  /** Officers that it keeps before others of its pool get more than they keep. */
  readonly minimum: number;
};

/** Officers that are planned as one, with the file's plan for them. */
export type StaffedPool = {
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
  /** The most of them at any time from one until another. */
  readonly mostIn: (fromMs: number, untilMs: number) => number;
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
  readonly posts: readonly StaffedPost[];
  readonly pools: readonly StaffedPool[];
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
  const pools: StaffedPool[] = [];
  const posts: StaffedPost[] = [];
  for (const group of groupsOf(scenario, primary.name)) {
    const pool = poolOf(loaded, plan, day, group);
    if ("why" in pool) return pool;
    pools.push(pool);
    posts.push(...group.posts);
  }
  const neverCloses = plan.days.every((one) => isAllDay(hoursOn(scenario, one)));
  const plannedDays = neverCloses ? plan.days : [day];
  return { loaded, plan, primary, day, plannedDays, open, neverCloses, posts, pools };
}

/** Hours at the booths of its pools by the file's plan. */
export const hoursOfFile = ({ pools }: StaffedPort): number =>
  pools.reduce((sum, { hours }) => sum + hours, 0);

const isAllDay = (open: ReturnType<typeof hoursOn>): boolean => open?.from === 0 && open.to === DAY;

type Pools = Scenario["northbound"]["staffing"]["pools"];
type Group = { readonly pool: Pools[string] | null; readonly posts: readonly StaffedPost[] };

function groupsOf(scenario: Scenario, primary: string): readonly Group[] {
  const all = postsOf(scenario).map(({ name, stage, part, capacity }): StaffedPost => ({
    name,
    stage,
    part,
    booths: capacity,
    pool: name,
    minimum: 0,
  }));
  const pooled = Object.entries(scenario.northbound.staffing.pools).flatMap(
    ([name, pool]): readonly Group[] => {
      const posts = pool.posts.flatMap((of) => all.filter((post) => post.name === of));
      return posts.some(({ stage }) => stage === primary)
        ? [
            {
              pool,
              posts: posts.map((post) => ({ ...post, pool: name, minimum: pool.minimum[post.name] ?? 0 })),
            },
          ]
        : [];
    },
  );
  const rest = all.filter(
    ({ name, stage }) => stage === primary && !pooled.some(({ pool }) => pool?.posts.includes(name)),
  );
  return [...rest.map((post) => ({ pool: null, posts: [post] })), ...pooled];
}

function poolOf(
  { scenario }: LoadedScenario,
  plan: PortPlan,
  day: CivilDay,
  { pool, posts }: Group,
): StaffedPool | StaffingRefusal {
  const [{ name: post, pool: name, part, stage }] = posts;
  const booths = posts.reduce((sum, one) => sum + one.booths, 0);
  if (pool !== null) {
    const images = posts.find(({ name: of }) => plan.posts.some((one) => one.name === of && one.isReview));
    if (images !== undefined) return { why: "pool", params: { pool: name, other: images.name } };
    const { officers } = plan.pools.find((one) => one.name === name)!;
    const manning = pooledManning(officers!, booths);
    return { name, part: null, booths, level: pool.officers, ...worked(day, manning) };
  }
  const planned = plannedLevels(scenario).find((one) => one.stage === stage && one.part === part);
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
function worked(day: CivilDay, manning: Manned): Pick<StaffedPool, "hours" | "officersAt" | "mostIn"> {
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
    mostIn: (fromMs, untilMs) => {
      const [from, until] = [fromMs, untilMs].map((clockMs) => instantOf(day, clockMs));
      let most = 0;
      for (let at = from; at < until; at = manning.nextAfter(at))
        most = Math.max(most, manning.at(at).officers);
      return most;
    },
  };
}
