/**
 * The points of a sweep, each run on the same days with the same vehicles. Points are begun in their order and only a
 * few are under way at once, so that whoever stops has whole points, and of a finished point only its figures are kept.
 */
import type { Asked, FigureKey } from "../../shared/figure-name.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { RESULT_CLASSES } from "../../shared/vocabulary.ts";
import { askedFigure } from "../analysis/asked-figure.ts";
import { shareNotThrough } from "../analysis/class-groups.ts";
import { figuresOf } from "../analysis/figures.ts";
import { pairsGain } from "../analysis/estimates.ts";
import { estimateOf, linearOf } from "../analysis/measure-of-days.ts";
import { possible } from "../analysis/possible.ts";
import type { FinishedPoint, PointFigure } from "../analysis/sweep/results.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { Experiment } from "./experiment.ts";
import type { ExperimentOptions } from "./experiment.ts";
import type { WorkerPool } from "./pool.ts";
import { UnitError, daysOf } from "./unit.ts";

export type SweepRequest = {
  /** One a point. */
  readonly scenarios: readonly LoadedScenario[];
  readonly figures: readonly FigureKey[];
  readonly seed: number;
  readonly replications: number;
  /** Each replication has its antithetic day as well. */
  readonly antithetic?: boolean;
  /** Figures are told of each day alone as well. */
  readonly eachDay?: boolean;
  /** So many of the first days were told before: that they come again is no progress. */
  readonly toldBefore?: number;
  /** Days that are under way or wait for a worker, at the least: a few for each worker keep all of them busy. */
  readonly ahead: number;
  /** Its days go after those of others. */
  readonly canWait?: boolean;
};

export type SweepOptions = Omit<ExperimentOptions, "visits" | "known"> & {
  /** When all days of a point are done. */
  readonly onPoint?: (point: number, finished: FinishedPoint) => void;
};

/** A figure that was asked for does not exist in the scenario. */
export class NoSuchFigure extends Error {
  readonly fault: Extract<Asked<never>, { readonly ok: false }>;

  constructor(fault: NoSuchFigure["fault"]) {
    super(`no such figure: ${fault.params["found"]}`);
    this.name = "NoSuchFigure";
    this.fault = fault;
  }
}

/**
 * By point; null: it was not finished when the signal came. Rejects with a NoSuchFigure, or with a UnitError that says
 * the point.
 */
export function runSweep(
  pool: WorkerPool,
  request: SweepRequest,
  { signal, onProgress, onPoint, ...options }: SweepOptions = {},
): Promise<readonly (FinishedPoint | null)[]> {
  const {
    scenarios,
    seed,
    replications,
    toldBefore = 0,
    ahead,
    canWait = false,
    antithetic = false,
  } = request;
  const finished: (FinishedPoint | null)[] = scenarios.map(() => null);
  const { promise, resolve, reject } = Promise.withResolvers<readonly (FinishedPoint | null)[]>();
  const active = new Set<Experiment>();
  let next = 0;
  let daysDone = 0;
  let takenBefore = 0;
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    for (const experiment of active) experiment.cancel();
  };
  const begin = (point: number): void => {
    const experiment: Experiment = new Experiment(
      pool,
      { scenarios: [scenarios[point]], seed, replications, toldBefore, canWait, antithetic },
      {
        ...options,
        onProgress: () => {
          if (experiment.done > toldBefore) daysDone++;
          onProgress?.(daysDone, scenarios.length * (replications - toldBefore), taken());
          goOn();
        },
      },
    );
    active.add(experiment);
    const settled = async (): Promise<void> => {
      await experiment.finished;
      active.delete(experiment);
      takenBefore += experiment.taken;
      if (experiment.done === experiment.total) {
        const done = finishedPoint(request, scenarios[point], daysOf(experiment.units, 0));
        finished[point] = done;
        onPoint?.(point, done);
      }
      goOn();
    };
    settled().catch((error: unknown) => {
      stop();
      reject(error instanceof UnitError ? atPoint(error, point) : error);
    });
  };
  const taken = (): number => [...active].reduce((sum, experiment) => sum + experiment.taken, takenBefore);
  const undone = (): number => [...active].reduce((sum, { done, total }) => sum + total - done, 0);
  const goOn = (): void => {
    while (!isOver && next < scenarios.length && undone() < ahead) begin(next++);
    if (active.size === 0) resolve(finished);
  };
  signal?.addEventListener("abort", stop, { once: true });
  if (signal?.aborted === true) isOver = true;
  goOn();
  return promise;
}

/** Points have one name: which of them it was is told by its number. */
const atPoint = ({ scenario, seed, replication, reason, runaway }: UnitError, point: number): UnitError =>
  new UnitError(`${scenario}, point ${point + 1}`, seed, replication, reason, runaway);

function finishedPoint(
  { figures, eachDay = false }: SweepRequest,
  { scenario }: LoadedScenario,
  days: readonly ReplicationSummary[],
): FinishedPoint {
  const known = figuresOf(days[0].shape, RESULT_CLASSES, scenario.costs ?? {});
  return {
    figures: figures.map((key): PointFigure | null => {
      const figure = askedFigure(known, key);
      if (!figure.ok) throw new NoSuchFigure(figure);
      const { measure } = figure.value;
      const [estimate, linear] = [estimateOf(measure, days), linearOf(measure, days)];
      if (estimate === null || linear === null) return null;
      const byDay = eachDay ? days.map((day) => estimateOf(measure, [day])?.value ?? null) : [];
      return {
        estimate: { ...possible(estimate, key), ...pairsGain(measure, days) },
        linear,
        byDay,
      };
    }),
    notThrough: shareNotThrough(days),
    gridlocks: days.filter(({ gridlock }) => gridlock !== null).length,
  };
}
