/**
 * What may come from the present on: many futures of it, in all compared scenarios, run by a pool in any
 * order and read in the order of their numbers. What is finished can be read at any time.
 */
import type { Estimate } from "../../shared/estimate.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { MINUTE } from "../../shared/units.ts";
import { bandsOf } from "../analysis/bands.ts";
import type { BandOfDays, SeriesBands } from "../analysis/bands.ts";
import { differenceOf, intervalOf } from "../analysis/linear.ts";
import type { Linear } from "../analysis/linear.ts";
import { meanOf } from "../analysis/mean.ts";
import { atLeastNothing } from "../analysis/possible.ts";
import { ratioOf } from "../analysis/ratio.ts";
import { BIN_MS } from "../measure/series.ts";
import type { DaySeries } from "../measure/series.ts";
import { distinctNames, planAlike } from "./compared.ts";
import type { FutureOfScenario, FutureResult } from "./future-unit.ts";
import type { WorkerPool } from "./pool.ts";

export type ForecastRequest = {
  /** The baseline first. */
  readonly scenarios: readonly LoadedScenario[];
  /** By scenario: its run at the present instant, as `storeRun` gives it. All of the same seed and instant. */
  readonly presents: readonly Uint8Array[];
  readonly seed: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly futures: number;
};

export const FORECAST_FIGURES = ["wait", "queueMax", "cleared"] as const;
/**
 * From the present to the end: mean wait of those who reach a booth (min), longest queue (vehicles),
 * vehicles that leave the port.
 */
export type ForecastFigure = (typeof FORECAST_FIGURES)[number];

export type ForecastResult = {
  readonly futures: readonly number[];
  readonly total: number;
  readonly scenarios: readonly string[];
  /** By scenario. */
  readonly bands: readonly SeriesBands[];
  readonly figures: readonly Readonly<Record<ForecastFigure, Estimate | null>>[];
  /** Less the baseline, future by future; null for the baseline. */
  readonly differences: readonly (Readonly<Record<ForecastFigure, Estimate | null>> | null)[];
};

export class Forecast {
  /** Settles when all futures are there or it was cancelled. Rejects with a UnitError. */
  readonly finished: Promise<void>;
  readonly #request: ForecastRequest;
  readonly #names: readonly string[];
  readonly #onProgress: (done: number, total: number) => void;
  readonly #settle = Promise.withResolvers<void>();
  readonly #stop: () => void;
  #results: readonly FutureResult[] = [];

  /** Throws a PairingError when the scenarios cannot be compared on the same vehicles. */
  constructor(
    pool: WorkerPool,
    request: ForecastRequest,
    onProgress: (done: number, total: number) => void = () => undefined,
  ) {
    const { scenarios, presents, seed, untilMs, futures } = request;
    // Refuses scenarios of other vehicles; the futures are planned where they are run.
    planAlike(scenarios);
    this.#request = request;
    this.#names = distinctNames(scenarios);
    this.#onProgress = onProgress;
    this.finished = this.#settle.promise;
    // Whoever reads results only need not wait for the end.
    this.finished.catch(() => undefined);
    this.#stop = pool.start(
      {
        kind: "futures",
        names: this.#names,
        scenarios: scenarios.map(({ scenario, arrivals }) => ({ scenario, arrivals })),
        seed,
        isUrgent: true,
        presents,
        untilMs,
      },
      Array.from({ length: futures }, (_, number) => number),
      {
        onResult: (result) => {
          if (result.kind === "future") this.#add(result);
        },
        onFailed: (error) => this.#settle.reject(error),
      },
    );
  }

  get done(): number {
    return this.#results.length;
  }

  get isDone(): boolean {
    return this.done === this.#request.futures;
  }

  cancel(): void {
    this.#stop();
    this.#settle.resolve();
  }

  result(): ForecastResult {
    const { fromMs } = this.#request;
    const futures = this.#names.map((_, index) => this.#results.map(({ scenarios }) => scenarios[index]));
    const figures = futures.map((of) => linearFigures(of, fromMs));
    return {
      futures: this.#results.map(({ replication }) => replication),
      total: this.#request.futures,
      scenarios: this.#names,
      bands: futures.map((of) => bandsFrom(fromMs, bandsOf(of.map(({ course }) => course)))),
      figures: figures.map((of) => each((figure) => interval(of[figure]))),
      differences: figures.map((of, index) =>
        index === 0 ? null : each((figure) => difference(figures[0][figure], of[figure])),
      ),
    };
  }

  #add(result: FutureResult): void {
    this.#results = [...this.#results, result].sort((a, b) => a.replication - b.replication);
    this.#onProgress(this.done, this.#request.futures);
    if (this.isDone) this.#settle.resolve();
  }
}

type Figures<T> = Readonly<Record<ForecastFigure, T>>;

const each = <T>(of: (figure: ForecastFigure) => T): Figures<T> => ({
  wait: of("wait"),
  queueMax: of("queueMax"),
  cleared: of("cleared"),
});

/** The future is the unit, as the day is elsewhere. */
function linearFigures(futures: readonly FutureOfScenario[], fromMs: number): Figures<Linear | null> {
  const waitsMin = futures.map(({ waitMs }) => waitMs / MINUTE);
  const reached = futures.map((of) => of.reached);
  return {
    wait: ratioOf(waitsMin, reached),
    queueMax: meanOf(futures.map(({ course }) => longestQueue(course, fromMs))),
    cleared: meanOf(futures.map(({ departed }) => departed)),
  };
}

const longestQueue = ({ fromMs, queue, bins }: DaySeries, presentMs: number): number =>
  Math.max(0, ...queue.subarray(binsBefore(presentMs, fromMs), bins));

/** Whole bins from the first on that end before the present. */
const binsBefore = (presentMs: number, firstMs: number): number =>
  Math.max(0, Math.floor((presentMs - firstMs) / BIN_MS));

/** Without what all futures have in common: from the bin of the present on. */
function bandsFrom(presentMs: number, bands: SeriesBands): SeriesBands {
  const past = binsBefore(presentMs, bands.fromMs);
  const cut = ({ low, median, high }: BandOfDays): BandOfDays => ({
    low: low.slice(past),
    median: median.slice(past),
    high: high.slice(past),
  });
  return {
    fromMs: bands.fromMs + past * bands.binMs,
    binMs: bands.binMs,
    queue: cut(bands.queue),
    waitMin: cut(bands.waitMin),
    clearedPerHour: cut(bands.clearedPerHour),
  };
}

const interval = (linear: Linear | null): Estimate | null =>
  linear === null ? null : atLeastNothing(intervalOf(linear));

const difference = (baseline: Linear | null, other: Linear | null): Estimate | null =>
  baseline === null || other === null ? null : intervalOf(differenceOf(baseline, other));
