/**
 * A plan estimated anew, on seeds that its search never saw, beside the file's own staffing and beside the best that the
 * same rules make of the hours that the file has at its booths. All three meet the same days and trucks.
 */
import type { EstimateRow } from "../../../shared/estimate.ts";
import type { KeptShare, Sureness } from "../../../shared/staffing/result.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { isKept, limitKept, shareInterval, surenessOf, waitOfShare } from "../../analysis/staffing/kept.ts";
import type { Wanted } from "../../analysis/estimates.ts";
import type { Surroundings } from "../../analysis/staffing/neighbors.ts";
import { hoursAtBooths } from "../../../shared/staffing/shift-plan.ts";
import type { ShiftPlan } from "../../../shared/staffing/shift-plan.ts";
import { BoothHours, boothHoursOf } from "../booth-hours.ts";
import type { BoothHourWorth } from "../booth-hours.ts";
import { Experiment } from "../experiment.ts";
import type { ExperimentResult } from "../experiment.ts";
import type { RunWith } from "../experiment-run.ts";
import { daysOf } from "../unit.ts";
import type { UnitResult } from "../unit.ts";
import { hoursOfFile } from "./port-posts.ts";
import type { StaffedPort } from "./port-posts.ts";
import { SAME_HOURS_DAYS } from "./same-hours.ts";
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
  /** Not the seed of the search. */
  readonly seed: number;
  readonly replications: number;
  readonly names: { readonly plan: string; readonly sameHours: string };
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
  /** The hours of the file at its booths, placed by the rules; null: no plan fits into them, or time was short. */
  readonly sameHours: (Staffing & { readonly shifts: ShiftPlan }) | null;
  /** Of the three on the same days; differences against the file's own staffing, of the plan and of the same hours. */
  readonly result: ExperimentResult;
  readonly worth: readonly BoothHourWorth[];
  readonly worthDays: number;
};

/** Days of each staffing that are run however long they take: fewer tell nothing of a share of days. */
const FEWEST_DAYS = 20;

export type FreshOptions = {
  readonly signal: AbortSignal;
  /** When there is no more time: what is done by then is the answer. */
  readonly timeUp: AbortSignal;
  /** Its days go after those of others. */
  readonly canWait?: boolean;
  readonly onProgress: (done: number, total: number) => void;
};

/** Days from the search to the answer at the most: to choose the same hours, of the three staffings, of one more officer. */
export const newDaysOf = (replications: number): number => SAME_HOURS_DAYS + 3 * replications + WORTH_DAYS;

/** What the days say that are finished can be read at any time. */
export class FreshDays {
  /** Settles when no more days will be finished: all are, or it was stopped. */
  readonly finished: Promise<void>;
  readonly #asked: Asked;
  readonly #shifts: ShiftPlan;
  readonly #same: ShiftPlan | null;
  readonly #staffings: Experiment;
  readonly #startWorth: () => BoothHours | null;
  readonly #worthDays: number;
  #worth: BoothHours | null = null;

  constructor(
    { pool, store }: RunWith,
    shifts: ShiftPlan,
    same: ShiftPlan | null,
    asked: Asked,
    { signal, timeUp, canWait = false, onProgress }: FreshOptions,
  ) {
    const { port, grid, seed, replications, names } = asked;
    this.#asked = asked;
    this.#shifts = shifts;
    this.#same = same;
    const enough = new AbortController();
    const by = {
      ...(store !== null && { store }),
      onProgress: () => {
        stopIfEnough();
        onProgress(this.done, this.total);
      },
    };
    const plan = withLevels(port, levelsOf(port, shifts, grid), names.plan);
    const others = same === null ? [] : [withLevels(port, levelsOf(port, same, grid), names.sameHours)];
    const scenarios = [port.loaded, plan, ...others];
    const hours = boothHoursOf(plan);
    this.#worthDays = hours.length === 0 ? 0 : worthDaysOf(hours.length, replications);
    const fewest = Math.min(FEWEST_DAYS, replications);
    const stopIfEnough = (): void => {
      if (timeUp.aborted && this.#staffings.done >= fewest) enough.abort();
    };
    this.#staffings = new Experiment(
      pool,
      { scenarios, seed, replications, canWait },
      { ...by, signal: AbortSignal.any([signal, enough.signal]) },
    );
    timeUp.addEventListener("abort", stopIfEnough, { once: true });
    this.#startWorth = () =>
      this.#worthDays === 0 || timeUp.aborted
        ? null
        : new BoothHours(
            pool,
            { loaded: plan, hours, seed, replications: this.#worthDays, canWait },
            { ...by, signal: AbortSignal.any([signal, timeUp]) },
          );
    this.finished = this.#run();
    // Whoever reads results only need not wait for the end.
    this.finished.catch(() => undefined);
  }

  get done(): number {
    return this.#staffings.done + (this.#worth?.experiment.done ?? 0);
  }

  /** Days of scenarios that were in the store. */
  get taken(): number {
    return this.#staffings.taken + (this.#worth?.experiment.taken ?? 0);
  }

  /** Whether the days of the staffings are done, and those of the booth-hours under way. */
  get isAtWorth(): boolean {
    return this.#worth !== null;
  }

  /** Days of the staffings, and then of the booth-hours. */
  get total(): number {
    return this.#staffings.total + this.#worthDays;
  }

  /** Finished days of the staffings. */
  get units(): readonly UnitResult[] {
    return this.#staffings.units;
  }

  get hasDays(): boolean {
    return this.#staffings.done > 0;
  }

  /** Of the days that are finished by now; at least one of the staffings must be. */
  answer(wanted?: Wanted): Answer {
    const { grid, sure } = this.#asked;
    const result = this.#staffings.result(wanted);
    const staffingOf = (index: number, boothHours: number): Staffing => ({
      ...judged(this.#asked, this.#staffings, index),
      name: result.scenarios[index],
      boothHours,
      estimates: result.estimates.filter(({ scenario }) => scenario === result.scenarios[index]),
    });
    const ofPlan = staffingOf(1, hoursAtBooths(this.#shifts, grid));
    const same = this.#same;
    const worthDays = this.#worth?.experiment.done ?? 0;
    return {
      sureness: surenessOf(ofPlan.kept.kept, ofPlan.kept.days, sure, LEVEL),
      shipped: staffingOf(0, hoursOfFile(this.#asked.port)),
      plan: ofPlan,
      sameHours: same === null ? null : { ...staffingOf(2, hoursAtBooths(same, grid)), shifts: same },
      result,
      worth: worthDays === 0 ? [] : this.#worth!.worth(),
      worthDays,
    };
  }

  async #run(): Promise<void> {
    await this.#staffings.finished;
    if (this.#staffings.done < this.#staffings.total) return;
    this.#worth = this.#startWorth();
    await this.#worth?.experiment.finished;
  }
}

const worthDaysOf = (hours: number, replications: number): number =>
  Math.max(2, Math.min(MOST_WORTH_DAYS, replications, Math.floor(WORTH_DAYS / hours)));

function judged(
  { promises, sure }: Asked,
  { units }: Experiment,
  index: number,
): Pick<Staffing, "kept" | "promises"> {
  const waits = daysOf(units, index).map((day) => promises.map((promise) => waitOfShare(day, promise)));
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
