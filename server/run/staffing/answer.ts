/**
 * A plan estimated anew, on seeds that its search never saw, beside the file's own staffing and beside the best that the
 * same rules make of the hours that the file has at its booths. All three meet the same days and trucks.
 */
import type { DifferenceRow, EstimateRow } from "../../../shared/estimate.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { leastBacklog } from "../../analysis/staffing/cover.ts";
import { isKept, limitKept, shareInterval, surenessOf, waitOfShare } from "../../analysis/staffing/kept.ts";
import type { Sureness } from "../../analysis/staffing/kept.ts";
import type { Solve } from "../../analysis/staffing/linear-model.ts";
import type { Surroundings } from "../../analysis/staffing/neighbors.ts";
import { hoursAtBooths } from "../../analysis/staffing/shift-plan.ts";
import type { ShiftPlan } from "../../analysis/staffing/shift-plan.ts";
import { BoothHours, boothHoursOf } from "../booth-hours.ts";
import type { BoothHourWorth } from "../booth-hours.ts";
import { Experiment } from "../experiment.ts";
import type { RunWith } from "../experiment-run.ts";
import type { StaffedPort } from "./port-posts.ts";
import { levelsOf, withLevels } from "./with-plan.ts";

/** Two-sided, as of all results. */
const LEVEL = 0.95;
/** Days that the worth of all booth-hours together may take, and of one of them at the most. */
const WORTH_DAYS = 400;
const MOST_WORTH_DAYS = 20;

export type Asked = Surroundings & {
  readonly port: StaffedPort;
  readonly promises: readonly WaitPromise[];
  readonly sure: number;
  readonly solve: Solve;
  /** Not the seed of the search. */
  readonly seed: number;
  readonly replications: number;
  readonly names: { readonly plan: string; readonly sameHours: string };
};

/** A share of days with its 95 % interval. */
export type KeptShare = {
  readonly kept: number;
  readonly days: number;
  readonly low: number;
  readonly high: number;
};

export type Staffing = {
  readonly name: string;
  readonly kept: KeptShare;
  /** By promise, with the shortest limit that the days keep as often as asked, ms. */
  readonly promises: readonly (KeptShare & { readonly limitMs: number })[];
  readonly boothHours: number;
  readonly estimates: readonly EstimateRow[];
};

export type Answer = {
  readonly sureness: Sureness;
  readonly shipped: Staffing;
  readonly plan: Staffing;
  /** The hours of the file at its booths, placed by the rules; null: no plan of the rules fits into them. */
  readonly sameHours: (Staffing & { readonly shifts: ShiftPlan }) | null;
  /** Against the file's own staffing; of the plan, and of the same hours. */
  readonly differences: readonly DifferenceRow[];
  readonly worth: readonly BoothHourWorth[];
  readonly worthDays: number;
};

export type AnswerOptions = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

/** Null where it was stopped before it was done. */
export async function estimateAnew(
  { pool, store }: RunWith,
  shifts: ShiftPlan,
  asked: Asked,
  { signal, onProgress }: AnswerOptions,
): Promise<Answer | null> {
  const { port, grid, solve, seed, replications, names, sure } = asked;
  const shippedHours = port.posts.reduce((sum, { hours }) => sum + hours, 0);
  const same = leastBacklog(solve, asked, shippedHours);
  const plan = withLevels(port, levelsOf(port, shifts, grid), names.plan);
  const others = same === null ? [] : [withLevels(port, levelsOf(port, same, grid), names.sameHours)];
  const free = boothHoursOf(plan);
  const worthDays = Math.max(2, Math.min(MOST_WORTH_DAYS, Math.floor(WORTH_DAYS / Math.max(1, free.length))));
  const total = replications + (free.length === 0 ? 0 : worthDays);
  const scenarios = [port.loaded, plan, ...others];
  const by = { signal, ...(store !== null && { store }) };
  const experiment = new Experiment(
    pool,
    { scenarios, seed, replications },
    { ...by, onProgress: (done) => onProgress(done, total) },
  );
  await experiment.finished;
  if (experiment.done < experiment.total) return null;
  const result = experiment.result(({ stage, hour }) => stage === null && hour === null);
  const staffingOf = (index: number, boothHours: number): Staffing => ({
    ...judged(asked, experiment, index),
    name: result.scenarios[index],
    boothHours,
    estimates: result.estimates.filter(({ scenario }) => scenario === result.scenarios[index]),
  });
  const hours = new BoothHours(
    pool,
    { loaded: plan, hours: free, seed, replications: worthDays },
    { ...by, onProgress: (done) => onProgress(replications + done, total) },
  );
  if (free.length === 0) hours.experiment.cancel();
  await hours.experiment.finished;
  const ofPlan = staffingOf(1, hoursAtBooths(shifts, grid));
  return {
    sureness: surenessOf(ofPlan.kept.kept, ofPlan.kept.days, sure, LEVEL),
    shipped: staffingOf(0, shippedHours),
    plan: ofPlan,
    sameHours: same === null ? null : { ...staffingOf(2, hoursAtBooths(same, grid)), shifts: same },
    differences: result.differences,
    worth: hours.experiment.done === 0 || free.length === 0 ? [] : hours.worth(),
    worthDays: hours.experiment.done,
  };
}

function judged(
  { promises, sure }: Asked,
  { units }: Experiment,
  index: number,
): Pick<Staffing, "kept" | "promises"> {
  const waits = units.map(({ summaries }) =>
    promises.map((promise) => waitOfShare(summaries[index], promise)),
  );
  const share = (kept: number): KeptShare => ({
    kept,
    days: waits.length,
    ...shareInterval(kept, waits.length, LEVEL),
  });
  const keeps = (p: number) => waits.filter((of) => isKept(of[p], promises[p])).length;
  return {
    kept: share(waits.filter((of) => of.every((wait, p) => isKept(wait, promises[p]))).length),
    promises: promises.map((_, p) => ({
      ...share(keeps(p)),
      limitMs: limitKept(
        waits.map((of) => of[p]),
        sure,
      ),
    })),
  };
}
