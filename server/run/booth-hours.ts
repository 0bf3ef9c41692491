/**
 * What one more officer is worth in each hour of the day: the same days once more for each hour in which a post of
 * primary has a booth that nobody staffs, with that booth staffed for the hour. The difference is taken on the
 * same trucks, so that a few days tell it.
 */
import type { Estimate } from "../../shared/estimate.ts";
import { clockOf } from "../../shared/scenario/calendar.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { HOUR } from "../../shared/units.ts";
import { NONE } from "../port/plan.ts";
import type { PortPlan } from "../port/plan.ts";
import { timedEffect } from "../port/planner.ts";
import { levelAt } from "../port/steps.ts";
import { Experiment } from "./experiment.ts";
import type { ExperimentOptions, ExperimentResult } from "./experiment.ts";
import { PostManning } from "./manning.ts";
import { planScenario } from "./plan-scenario.ts";
import type { WorkerPool } from "./pool.ts";

const MINUTES_AN_HOUR = 60;

/** One more officer at a post for an hour of the first counted day. */
export type BoothHour = {
  readonly post: string;
  readonly hour: number;
  /** Officers planned there at the beginning of the hour. */
  readonly planned: number;
  readonly changes: readonly Change[];
};

export type BoothHourWorth = Omit<BoothHour, "changes"> & {
  /** Hours of delay that all trucks together are spared; null where the days do not tell. */
  readonly truckHours: Estimate | null;
};

/**
 * The hours in which one more officer could work: the port is open, and a booth of the post is free. `changes` are
 * those made beside the file's own.
 */
export function boothHoursOf(loaded: LoadedScenario, changes: readonly Change[] = []): readonly BoothHour[] {
  const plan = planScenario(loaded);
  const effects = [...plan.effects, ...changes.map((change) => timedEffect(change, plan.days))];
  const posts = plan.posts.filter((post) => post.place === plan.primary && !post.isReview);
  return posts.flatMap((post) => {
    const manning = PostManning.of(plan, post, effects);
    return manning === null
      ? []
      : hoursOf(plan).flatMap((at) => boothHourOf(plan, post.name, manning, at) ?? []);
  });
}

export type BoothHoursAsked = {
  readonly loaded: LoadedScenario;
  /** Beside the file's own. */
  readonly changes?: readonly Change[];
  readonly hours: readonly BoothHour[];
  /** How many hours are asked about in all, where these are some of them: the intervals hold together for all. */
  readonly hoursInAll?: number;
  readonly seed: number;
  readonly replications: number;
  /** Its days go after those of others. */
  readonly canWait?: boolean;
};

/** Runs the days with each of them; `worth` of what it returns may be read at any time. */
export class BoothHours {
  readonly experiment: Experiment;
  readonly #hours: readonly BoothHour[];

  constructor(pool: WorkerPool, asked: BoothHoursAsked, options: ExperimentOptions = {}) {
    const { loaded, changes = [], hours, hoursInAll = hours.length, seed, replications, canWait } = asked;
    this.#hours = hours;
    this.experiment = new Experiment(
      pool,
      {
        scenarios: [loaded, ...hours.map(() => loaded)],
        // Of two changes at one instant the later in the list holds.
        changes: [changes, ...hours.map((hour) => [...changes, ...hour.changes])],
        seed,
        replications,
        answer: { metric: "delay", statistic: "mean" },
        compared: hoursInAll,
        ...(canWait === undefined ? {} : { canWait }),
      },
      options,
    );
  }

  worth(): readonly BoothHourWorth[] {
    const result = this.experiment.result(
      ({ metric, class: of, stage, hour }) =>
        (metric === "delay" || metric === "departures") && of === null && stage === null && hour === null,
    );
    return this.#hours.map(({ post, hour, planned }, i) => ({
      post,
      hour,
      planned,
      truckHours: truckHoursSaved(result, i + 1),
    }));
  }
}

function truckHoursSaved(
  { scenarios, differences, estimates }: ExperimentResult,
  index: number,
): Estimate | null {
  const name = scenarios[index];
  const delay = differences.find((row) => row.scenario === name && row.metric === "delay");
  const trucks = estimates.find((row) => row.scenario === name && row.metric === "departures");
  if (delay === undefined || trucks === undefined) return null;
  const saved = (minutes: number | null): number | null =>
    minutes === null ? null : (-minutes * trucks.value) / MINUTES_AN_HOUR;
  return { value: saved(delay.value)!, low: saved(delay.high), high: saved(delay.low), n: delay.n };
}

/** Beginnings of the clock hours of the first counted day in which the port is open. */
function hoursOf({ days, countFrom, hourTimes, open }: PortPlan): readonly number[] {
  const day = days.find(({ startMs }) => startMs === countFrom);
  return [...hourTimes].filter(
    (at) =>
      day !== undefined && at >= day.startMs && at < day.startMs + day.lengthMs && levelAt(open, at) > 0,
  );
}

/** Null where no booth is free in all of the hour. */
function boothHourOf(plan: PortPlan, post: string, manning: PostManning, fromMs: number): BoothHour | null {
  const end = fromMs + HOUR;
  const changes: Change[] = [];
  for (let at = fromMs; at < end;) {
    const until = Math.min(end, manning.nextAfter(at));
    const { officers, booths } = manning.at(at);
    if (officers >= booths) return null;
    const { day, clockMs } = clockOf(plan.days, at);
    changes.push({
      kind: "staffing",
      post,
      officers: officers + 1,
      at: clockMs,
      day: day + 1,
      for: until - at,
    });
    at = until;
  }
  const hour = plan.hourOfDay[plan.hourTimes.indexOf(fromMs)];
  return hour === undefined || plan.primary === NONE
    ? null
    : { post, hour, planned: manning.at(fromMs).officers, changes };
}
