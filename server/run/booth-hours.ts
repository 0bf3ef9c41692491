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
import type { PortPlan, PostPlan, Steps } from "../port/plan.ts";
import { plannedFor } from "../port/staffing.ts";
import { levelAt, nextStepAfter } from "../port/steps.ts";
import { Experiment } from "./experiment.ts";
import type { ExperimentOptions, ExperimentResult } from "./experiment.ts";
import { planScenario } from "./plan-scenario.ts";
import type { WorkerPool } from "./pool.ts";

const MINUTES_AN_HOUR = 60;

/** One more officer at a post for an hour of the first counted day. */
export type BoothHour = {
  readonly post: string;
  readonly hour: number;
  /** Officers that the file plans there at the beginning of the hour. */
  readonly planned: number;
  readonly changes: readonly Change[];
};

export type BoothHourWorth = Omit<BoothHour, "changes"> & {
  /** Hours of delay that all trucks together are spared; null where the days do not tell. */
  readonly truckHours: Estimate | null;
};

/** The hours in which one more officer could work: the port is open, and a booth of the post is free. */
export function boothHoursOf(loaded: LoadedScenario): readonly BoothHour[] {
  const plan = planScenario(loaded);
  const posts = plan.posts.filter((post) => post.place === plan.primary && !post.isReview);
  return posts.flatMap((post) => {
    const planned = plannedFor(plan, post);
    return planned === null ? [] : hoursOf(plan).flatMap((at) => boothHourOf(plan, post, planned, at));
  });
}

/** Runs the days with each of them; `worth` of what it returns may be read at any time. */
export class BoothHours {
  readonly experiment: Experiment;
  readonly #hours: readonly BoothHour[];

  constructor(
    pool: WorkerPool,
    loaded: LoadedScenario,
    asked: { readonly seed: number; readonly replications: number },
    options: ExperimentOptions = {},
  ) {
    this.#hours = boothHoursOf(loaded);
    this.experiment = new Experiment(
      pool,
      {
        scenarios: [loaded, ...this.#hours.map(() => loaded)],
        changes: [[], ...this.#hours.map(({ changes }) => changes)],
        ...asked,
        answer: { metric: "delay", statistic: "mean" },
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

function boothHourOf(plan: PortPlan, post: PostPlan, planned: Steps, fromMs: number): readonly BoothHour[] {
  const end = fromMs + HOUR;
  const changes: Change[] = [];
  for (let at = fromMs; at < end;) {
    const until = Math.min(end, nextStepAfter(planned, at));
    const officers = levelAt(planned, at) + 1;
    if (officers > post.capacity) return [];
    const { day, clockMs } = clockOf(plan.days, at);
    changes.push({ kind: "staffing", post: post.name, officers, at: clockMs, day: day + 1, for: until - at });
    at = until;
  }
  const hour = plan.hourOfDay[plan.hourTimes.indexOf(fromMs)];
  return hour === undefined || plan.primary === NONE
    ? []
    : [{ post: post.name, hour, planned: levelAt(planned, fromMs), changes }];
}
