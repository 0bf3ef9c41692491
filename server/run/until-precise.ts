/**
 * Experiments that go on until their named answer is precise enough: of one scenario the figure itself, of
 * several the difference of every one to the baseline. The rule is that of analysis/stopping.ts.
 *
 * It is looked at after fixed numbers of days, whichever thread is done first, so that the number of workers
 * changes no byte of the result; days of one look are those of the next.
 */
import type { Precision } from "../../shared/condition.ts";
import type { Estimate } from "../../shared/estimate.ts";
import { formatFigure } from "../../shared/figure-name.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { levelOfNamed } from "../analysis/differences.ts";
import type { Wanted } from "../analysis/estimates.ts";
import { keyOf } from "../analysis/figures.ts";
import { looksUpTo, readLook } from "../analysis/stopping.ts";
import type { Reading, Watched } from "../analysis/stopping.ts";
import { Experiment } from "./experiment.ts";
import type { ExperimentOptions, ExperimentRequest, ExperimentResult } from "./experiment.ts";
import { WorkerPool } from "./pool.ts";
import type { UnitResult } from "./unit.ts";

export type Until = { readonly precision: Precision; readonly mostDays: number };

export type UntilRequest = Omit<ExperimentRequest, "replications" | "answer"> &
  ExperimentOptions & { readonly until: Until; readonly workers?: number; readonly wanted?: Wanted };

export type PreciseResult = {
  readonly result: ExperimentResult;
  readonly units: readonly UnitResult[];
  /** Of the last look; null: it was cancelled before the first. */
  readonly reading: Reading | null;
};

/** The look that is due, and the one that is expected to be the last. */
export type Next = NonNullable<Reading["next"]>;

/** A scenario has no such figure, so that it will never be known. */
export class AbsentFigureError extends Error {
  readonly figure: FigureKey;
  readonly scenario: string;

  constructor(figure: FigureKey, scenario: string) {
    super(`${scenario} has no figure ${formatFigure(figure)}`);
    this.name = "AbsentFigureError";
    this.figure = figure;
    this.scenario = scenario;
  }
}

/**
 * One look after another, until all that is watched is precise enough. `runTo` runs the days up to a look and says what
 * they tell; null: it was cancelled on the way, and there is nothing to look at, since the rule is one of fixed days.
 */
export async function lookUntilPrecise(
  { precision: { within }, mostDays }: Until,
  level: number,
  runTo: (next: Next) => Promise<readonly Watched[] | null>,
  onReading: (reading: Reading) => void = () => undefined,
): Promise<Reading | null> {
  const [first = mostDays] = looksUpTo(mostDays);
  let next: Next | null = { look: first, expected: first };
  let reading: Reading | null = null;
  while (next !== null) {
    const watched = await runTo(next);
    if (watched === null) break;
    reading = readLook({ days: next.look, most: mostDays, within, level, watched });
    onReading(reading);
    next = reading.next;
  }
  return reading;
}

/** What an experiment is to know: of one scenario the figure, of several the difference of each to the baseline. */
export function watchedIn(experiment: Experiment, figure: FigureKey): readonly Watched[] {
  const { scenarios, estimates, differences } = experiment.result((key) => keyOf(key) === keyOf(figure));
  const [baseline, ...others] = scenarios;
  const rows = others.length === 0 ? estimates : differences;
  return (others.length === 0 ? [baseline!] : others).map((scenario): Watched => {
    const estimate: Estimate | undefined = rows.find((row) => row.scenario === scenario);
    if (estimate === undefined) throw new AbsentFigureError(figure, scenario);
    return { scenario, estimate };
  });
}

/** Progress is given of the days that are expected in all. Cancelled: the days finished by then. */
export async function runUntilPrecise(request: UntilRequest): Promise<PreciseResult> {
  const { workers, wanted, until, onProgress = () => undefined, ...rest } = request;
  const { figure } = until.precision;
  const pool = new WorkerPool(workers === undefined ? {} : { workers: Math.min(workers, until.mostDays) });
  let taken = 0;
  const start = ({ look, expected }: Next, known: readonly UnitResult[]): Experiment => {
    const takenBefore = taken;
    return new Experiment(
      pool,
      { ...rest, replications: look, answer: figure },
      {
        ...rest,
        known,
        onProgress: (done, _total, takenNow) => {
          taken = takenBefore + takenNow;
          onProgress(done, expected, taken);
        },
      },
    );
  };
  const experiments: Experiment[] = [];
  try {
    const reading = await lookUntilPrecise(until, levelOfNamed(rest.scenarios.length - 1), async (next) => {
      const experiment = start(next, experiments.at(-1)?.units ?? rest.known ?? []);
      experiments.push(experiment);
      await experiment.finished;
      return experiment.done < next.look ? null : watchedIn(experiment, figure);
    });
    const last = experiments.at(-1)!;
    return { result: last.result(wanted), units: last.units, reading };
  } finally {
    await pool.close();
  }
}
