/**
 * Scenarios compared over many days. Days are run by a pool in any order and read in the order of
 * replications, so that the number of workers changes no byte of the result. What is finished can be
 * read at any time; cancelling keeps it.
 *
 * With a store (`store`), days that are in it are read instead of run, scenario by scenario, and a day that was
 * run counts as finished once it is on disk. What is stored changes no byte of the result either. Whoever opens
 * a store closes it, after the experiments that use it.
 */
import type { DifferenceRow, Estimate, EstimateRow } from "../../shared/estimate.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { badDayOf } from "../analysis/bad-days.ts";
import { bandsOf } from "../analysis/bands.ts";
import type { SeriesBands } from "../analysis/bands.ts";
import { DEFAULT_ANSWER, differencesOf } from "../analysis/differences.ts";
import type { NamedAnswer } from "../analysis/differences.ts";
import { estimatesOf } from "../analysis/estimates.ts";
import type { ScenarioDays, Wanted } from "../analysis/estimates.ts";
import { midnightGap } from "../analysis/midnight.ts";
import type { MidnightGap } from "../analysis/midnight.ts";
import { PairedDays } from "../analysis/paired.ts";
import { shorterDays } from "../analysis/shorter-days.ts";
import type { Gridlock } from "../measure/gridlock.ts";
import { expectedArrivals } from "../port/expected-arrivals.ts";
import { timedEffect } from "../port/planner.ts";
import { isSteady } from "../port/steady.ts";
import type { ReplicationStore } from "../store/replication-store.ts";
import { distinctNames, planAlike } from "./compared.ts";
import { WorkerPool } from "./pool.ts";
import { Keeping } from "./keeping.ts";
import { dayNumber, daysOf } from "./unit.ts";
import type { RunUnit, UnitResult } from "./unit.ts";

export type ExperimentRequest = {
  /** The baseline first. */
  readonly scenarios: readonly LoadedScenario[];
  readonly seed: number;
  readonly replications: number;
  readonly firstReplication?: number;
  /** Each replication has its antithetic day as well; both together count as one. */
  readonly antithetic?: boolean;
  /** So many of the first days were told before: that the store has them is no news. */
  readonly toldBefore?: number;
  /** Interventions beside the files' own changes, by scenario. */
  readonly changes?: readonly (readonly Change[])[];
  /** The answer named before the runs; the mean wait when not given. */
  readonly answer?: NamedAnswer;
  /** With how many scenarios the baseline is compared in all, where these are some of them. */
  readonly compared?: number;
  /** Its days go after those of others. */
  readonly canWait?: boolean;
};

export type ExperimentOptions = {
  readonly signal?: AbortSignal;
  /** After each finished day; `taken` counts days of scenarios that were in the store. */
  readonly onProgress?: (done: number, total: number, taken: number) => void;
  /** Takes the visits of vehicles while days are run. */
  readonly visits?: VisitsTaker;
  /** Days of another experiment that asked for the same but for their number: they are not simulated again. */
  readonly known?: readonly UnitResult[];
  /** Days are taken from it and put into it. */
  readonly store?: ReplicationStore;
};

/** Lines of CSV, replications mixed: see parts-in-order.ts. What it throws ends the experiment. */
export type VisitsTaker = {
  /** More of the replication comes when it is settled. */
  part(replication: number, at: number, bytes: Uint8Array): Promise<void>;
  /** The replication is finished: no more of it comes. */
  done(replication: number): Promise<void>;
};

export type ExperimentResult = {
  readonly seed: number;
  /** Whether each replication is an antithetic pair of days. */
  readonly antithetic: boolean;
  /** Replications that are finished, in order, of so many wanted. */
  readonly replications: readonly number[];
  readonly total: number;
  /** Names as the rows have them, the baseline first. */
  readonly scenarios: readonly string[];
  readonly answer: NamedAnswer;
  /** By scenario: how long is counted, and whether nothing is planned to change meanwhile (server/port/steady.ts). */
  readonly countedMs: readonly number[];
  readonly isSteady: readonly boolean[];
  /** By scenario: counted vehicles expected by clock hour of arriving; null where they are listed. */
  readonly expected: readonly (Float64Array | null)[];
  readonly estimates: readonly EstimateRow[];
  readonly differences: readonly DifferenceRow[];
  /** By scenario. */
  readonly bands: readonly SeriesBands[];
  /** By scenario: days with a shorter mean wait than in the baseline. */
  readonly shorterDays: readonly number[];
  /** By scenario: where the queue at the midnight after the counted days is not that before them. */
  readonly midnightGaps: readonly (MidnightGap | null)[];
  /** By scenario: the mean wait that nine of ten days stay under, in minutes; null where nobody reached primary. */
  readonly badDays: readonly (Estimate | null)[];
  /** Days on which places blocked each other for good. */
  readonly gridlocks: readonly GridlockedDay[];
};

export type GridlockedDay = Gridlock & { readonly scenario: string; readonly replication: number };

export class Experiment {
  /** Settles when no more days will be finished: all are, or it was cancelled. Rejects with a UnitError. */
  readonly finished: Promise<void>;
  readonly #request: ExperimentRequest;
  readonly #names: readonly string[];
  /** By scenario: vehicles expected by hour; null where they are listed. */
  readonly #expected: readonly (Float64Array | null)[];
  readonly #countedMs: readonly number[];
  readonly #isSteady: readonly boolean[];
  readonly #units: UnitResult[];
  readonly #onProgress: NonNullable<ExperimentOptions["onProgress"]>;
  readonly #visits: VisitsTaker | null;
  readonly #keeping: Keeping | null;
  readonly #settle = Promise.withResolvers<void>();
  /** Replications that the pool was asked for, and those of them that were run. */
  readonly #asked: number;
  #received = 0;
  #stop: (() => void) | null = null;

  /** Throws a PairingError when the scenarios cannot be compared on the same vehicles. */
  constructor(pool: WorkerPool, request: ExperimentRequest, options: ExperimentOptions = {}) {
    const { signal, onProgress, visits = null, known = [], store } = options;
    const { scenarios, seed, replications, firstReplication = 0, changes = [], canWait = false } = request;
    const { antithetic = false } = request;
    if (scenarios.length === 0 || replications < 1)
      throw new Error("an experiment needs a scenario and a replication");
    const plans = planAlike(scenarios);
    this.#countedMs = plans.map(({ countFrom, countUntil }) => countUntil - countFrom);
    const effects = plans.map(({ days }, index) =>
      (changes[index] ?? []).map((change) => timedEffect(change, days)),
    );
    this.#isSteady = plans.map((plan, index) => isSteady(plan, effects[index]));
    this.#expected = plans.map((plan, index) => expectedArrivals(plan, effects[index]));
    this.#request = request;
    this.#names = distinctNames(scenarios);
    this.#onProgress = onProgress ?? (() => undefined);
    this.#visits = visits;
    this.#keeping = store === undefined ? null : new Keeping(store, seed, scenarios, changes, antithetic);
    const wanted = Array.from({ length: replications }, (_, index) => firstReplication + index);
    this.#units = known.filter(({ replication }) => wanted.includes(replication));
    this.#asked = replications - this.#units.length;
    this.finished = this.#settle.promise;
    // Whoever reads results only need not wait for the end.
    this.finished.catch(() => undefined);
    if (signal?.aborted === true || this.done === this.total) {
      this.#settle.resolve();
      return;
    }
    signal?.addEventListener("abort", () => this.cancel(), { once: true });
    this.#stop = pool.start(
      {
        kind: "days",
        names: this.#names,
        scenarios: scenarios.map(({ scenario, arrivals }) => ({ scenario, arrivals })),
        seed,
        canWait,
        antithetic,
        changes: scenarios.map((_, index) => changes[index] ?? []),
        visits: visits !== null,
        ...(this.#keeping !== null && { store: this.#keeping.request }),
      },
      wanted.filter((replication) => !this.#units.some((unit) => unit.replication === replication)),
      {
        onResult: (unit) => {
          if (unit.kind === "day") this.#receive(unit);
        },
        onPart: (replication, { at, bytes }) => this.#take(visits?.part(replication, at, bytes)),
        onFailed: (error) => this.#settle.reject(error),
      },
    );
  }

  get done(): number {
    return this.#units.length;
  }

  get total(): number {
    return this.#request.replications;
  }

  /** Days of scenarios that were in the store. */
  get taken(): number {
    return this.#keeping?.taken ?? 0;
  }

  /** Finished days, by replication. */
  get units(): readonly UnitResult[] {
    return this.#units;
  }

  cancel(): void {
    this.#stop?.();
    // What has been run by now is finished once it is on disk.
    if (this.#keeping === null) this.#settle.resolve();
    else void this.#keeping.finish().then(() => this.#settle.resolve());
  }

  /** What the days finished so far say. */
  result(wanted?: Wanted): ExperimentResult {
    const { seed } = this.#request;
    const units = this.#units;
    const scenarios = this.#scenariosOver(units);
    const paired = this.#pairedOver(units, scenarios);
    return {
      seed,
      antithetic: this.#request.antithetic ?? false,
      replications: units.map(({ replication }) => replication),
      total: this.total,
      scenarios: this.#names,
      answer: this.#answer,
      countedMs: this.#countedMs,
      isSteady: this.#isSteady,
      expected: this.#expected,
      estimates: scenarios.flatMap((scenario) => estimatesOf(scenario, wanted)),
      differences: this.#differencesOf(scenarios, paired, wanted),
      bands: scenarios.map(({ days }) => bandsOf(days.map(({ series }) => series))),
      shorterDays: [0, ...paired.map(shorterDays)],
      midnightGaps: scenarios.map(({ days }, index) => midnightGap(days, this.#countedMs[index])),
      badDays: scenarios.map(({ days }) => badDayOf(days)),
      gridlocks: this.#names.flatMap((scenario, index) =>
        units.flatMap(({ replication, days }) =>
          days.flatMap(({ summaries }, day) => {
            const { gridlock } = summaries[index];
            const number = dayNumber(replication, day, days.length);
            return gridlock === null ? [] : [{ scenario, replication: number, ...gridlock }];
          }),
        ),
      ),
    };
  }

  /** What the first so many of the finished days say of each scenario against the baseline. */
  differencesAt(days: number, wanted: Wanted): readonly DifferenceRow[] {
    const units = this.#units.slice(0, days);
    const scenarios = this.#scenariosOver(units);
    return this.#differencesOf(scenarios, this.#pairedOver(units, scenarios), wanted);
  }

  get #answer(): NamedAnswer {
    return this.#request.answer ?? DEFAULT_ANSWER;
  }

  #scenariosOver(units: readonly UnitResult[]): readonly ScenarioDays[] {
    if (units.length === 0) return [];
    return this.#names.map((name, index) => ({
      name,
      costs: this.#request.scenarios[index].scenario.costs ?? {},
      expected: this.#expected[index],
      days: daysOf(units, index),
    }));
  }

  /** Each further scenario with the baseline. */
  #pairedOver(units: readonly UnitResult[], scenarios: readonly ScenarioDays[]): readonly PairedDays[] {
    return scenarios.slice(1).map(({ days }, index) =>
      PairedDays.of(
        scenarios[0].days,
        days,
        units.flatMap((unit) => unit.days.map(({ joins }) => joins[index])),
      ),
    );
  }

  #differencesOf(
    scenarios: readonly ScenarioDays[],
    paired: readonly PairedDays[],
    wanted: Wanted | undefined,
  ): readonly DifferenceRow[] {
    return paired.flatMap((days, index) =>
      differencesOf({
        baseline: scenarios[0],
        scenario: scenarios[index + 1],
        paired: days,
        answer: this.#answer,
        compared: this.#request.compared ?? paired.length,
        wanted,
      }),
    );
  }

  #receive({ storing, ...unit }: RunUnit): void {
    if (this.#keeping === null || storing === undefined) return this.#add(unit);
    const isLast = ++this.#received === this.#asked;
    const { firstReplication = 0, toldBefore = 0 } = this.#request;
    const isNews = unit.replication >= firstReplication + toldBefore;
    void this.#take(this.#keeping.keep(storing, isNews, () => this.#add(unit)));
    if (isLast) void this.#keeping.finish();
  }

  #add(unit: UnitResult): void {
    void this.#take(this.#visits?.done(unit.replication));
    const after = this.#units.findIndex(({ replication }) => replication > unit.replication);
    this.#units.splice(after < 0 ? this.#units.length : after, 0, unit);
    this.#onProgress(this.done, this.total, this.taken);
    if (this.done < this.total) return;
    // A pool keeps what a job was prepared with until it is dropped.
    this.#stop?.();
    this.#settle.resolve();
  }

  /** Nobody wants days whose visits cannot be taken, or that ended otherwise before. */
  async #take(taking: Promise<void> | undefined): Promise<void> {
    try {
      await taking;
    } catch (error) {
      this.#stop?.();
      this.#settle.reject(error);
    }
  }
}

/** With a pool of its own, for programs that want one answer. Cancelled: the days finished by then. */
export async function runExperiment(
  request: ExperimentRequest & ExperimentOptions & { readonly workers?: number; readonly wanted?: Wanted },
): Promise<{ readonly result: ExperimentResult; readonly units: readonly UnitResult[] }> {
  const { workers, wanted, signal, onProgress, visits, store, ...rest } = request;
  const pool = new WorkerPool(workers === undefined ? {} : { workers: Math.min(workers, rest.replications) });
  try {
    const options = {
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
      ...(visits && { visits }),
      ...(store && { store }),
    };
    const experiment = new Experiment(pool, rest, options);
    await experiment.finished;
    return { result: experiment.result(wanted), units: experiment.units };
  } finally {
    await pool.close();
  }
}
