/**
 * A sweep that goes on until a figure is precise enough at every point. All points are looked at after the same numbers
 * of days, so that they keep their days in common: what settings do is told by differences on the same days.
 *
 * Of a finished point only its figures are kept. The days of a look are read again from the store for the next one, and
 * are run again where there is none.
 */
import { keyOf } from "../analysis/figures.ts";
import { LEVEL } from "../analysis/linear.ts";
import type { Reading, Watched } from "../analysis/stopping.ts";
import type { FinishedPoint } from "../analysis/sweep/results.ts";
import type { WorkerPool } from "./pool.ts";
import { runSweep } from "./sweep.ts";
import type { SweepOptions, SweepRequest } from "./sweep.ts";
import { AbsentFigureError, lookUntilPrecise } from "./until-precise.ts";
import type { Until } from "./until-precise.ts";

export type UntilSweepRequest = Omit<SweepRequest, "replications" | "toldBefore"> & {
  /** Its figure is one of the figures asked for. */
  readonly until: Until;
  /** What a point is called where it is told how precise it is. */
  readonly pointName: (point: number) => string;
};

export type PreciseSweep = {
  /** By point, after as many days; null: it was not finished when the signal came. */
  readonly finished: readonly (FinishedPoint | null)[];
  readonly days: number;
  /** Of the last look; null: it was cancelled before the first. */
  readonly reading: Reading | null;
};

/** Progress is given of the days that are expected in all. Cancelled: the points as they were at the last look. */
export async function runSweepUntilPrecise(
  pool: WorkerPool,
  { until, pointName, ...request }: UntilSweepRequest,
  { onProgress = () => undefined, ...options }: Omit<SweepOptions, "onPoint"> = {},
): Promise<PreciseSweep> {
  const { scenarios, figures } = request;
  const { figure } = until.precision;
  const watched = figures.findIndex((one) => keyOf(one) === keyOf(figure));
  if (watched < 0) throw new Error("a sweep goes on until one of its own figures is precise");
  let finished: readonly (FinishedPoint | null)[] = [];
  let days = 0;
  let taken = 0;
  const reading = await lookUntilPrecise(until, LEVEL, async ({ look, expected }) => {
    const [daysBefore, takenBefore] = [days, taken];
    const points = await runSweep(
      pool,
      { ...request, replications: look, toldBefore: daysBefore },
      {
        ...options,
        onProgress: (done, _total, takenNow) => {
          taken = takenBefore + takenNow;
          onProgress(scenarios.length * daysBefore + done, scenarios.length * expected, taken);
        },
      },
    );
    const isWhole = points.every((point) => point !== null);
    if (isWhole || days === 0) [finished, days] = [points, look];
    return isWhole ? points.map(estimateAt) : null;
  });
  return { finished, days, reading };

  function estimateAt(one: FinishedPoint | null, point: number): Watched {
    const scenario = pointName(point);
    const estimate = one?.figures[watched]?.estimate;
    if (estimate === undefined) throw new AbsentFigureError(figure, scenario);
    return { scenario, estimate };
  }
}
