/**
 * Staffings tried on the same days and trucks, each judged day by day by what is promised. Days that were run once are
 * remembered, so that what is asked in another order costs nothing again and the number of workers changes nothing. With
 * a store, days that any search or experiment has run before are taken from it.
 */
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { isKept, waitOfShare } from "../../analysis/staffing/kept.ts";
import { Experiment } from "../experiment.ts";
import type { RunWith } from "../experiment-run.ts";
import { StoppedError } from "./solver-thread.ts";
import { BusyTime } from "./time-budget.ts";
import type { RunDays } from "./time-budget.ts";
import { daysOf } from "../unit.ts";

export type JudgedDay = {
  /** By promise: the wait of its share, ms. */
  readonly waits: readonly number[];
  readonly kept: boolean;
};

export type TrialsOptions = {
  readonly promises: readonly WaitPromise[];
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Its days go after those of others. */
  readonly canWait?: boolean;
  /** After each finished day. */
  readonly onDay?: () => void;
  /** The clock, ms. */
  readonly now?: () => number;
};

export class StaffingTrials {
  readonly #by: RunWith;
  readonly #options: TrialsOptions;
  readonly #known = new Map<string, readonly JudgedDay[]>();
  readonly #busy: BusyTime;
  #days = 0;
  #taken = 0;

  constructor(by: RunWith, options: TrialsOptions) {
    this.#by = by;
    this.#options = options;
    this.#busy = new BusyTime(options.now ?? (() => performance.now()));
  }

  /** Days run so far, of all staffings together. */
  get days(): number {
    return this.#days;
  }

  /** Those of them that were in the store, as far as their staffings are judged. */
  get taken(): number {
    return this.#taken;
  }

  /** What the machine took for those that were run. */
  get run(): RunDays {
    return { days: this.#days - this.#taken, busyMs: this.#busy.ms };
  }

  /** The first days of a staffing, which `key` names; `signal` stops them in place of the search's own. Rejects with a StoppedError. */
  async judge(
    key: string,
    loaded: LoadedScenario,
    wanted: number,
    signal = this.#options.signal,
  ): Promise<readonly JudgedDay[]> {
    const { promises, seed, canWait = false, onDay } = this.#options;
    const { pool, store } = this.#by;
    const known = this.#known.get(key) ?? [];
    if (known.length >= wanted) return known.slice(0, wanted);
    const experiment = new Experiment(
      pool,
      {
        scenarios: [loaded],
        seed,
        firstReplication: known.length,
        replications: wanted - known.length,
        canWait,
      },
      {
        signal,
        ...(store !== null && { store }),
        onProgress: () => {
          this.#days++;
          onDay?.();
        },
      },
    );
    await this.#busy.during(() => experiment.finished);
    const { units, done, total, taken } = experiment;
    this.#taken += taken;
    if (done < total) throw new StoppedError();
    const judged = daysOf(units, 0).map((day): JudgedDay => {
      const waits = promises.map((promise) => waitOfShare(day, promise));
      return { waits, kept: waits.every((wait, i) => isKept(wait, promises[i])) };
    });
    const all = [...known, ...judged];
    this.#known.set(key, all);
    return all;
  }
}
