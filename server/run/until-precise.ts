/**
 * An experiment that goes on until its named answer is precise enough: of one scenario the figure itself, of
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
import { keyOf } from "../analysis/figures.ts";
import { looksUpTo, readLook } from "../analysis/stopping.ts";
import type { Reading, Watched } from "../analysis/stopping.ts";
import { Experiment } from "./experiment.ts";
import type { ExperimentOptions, ExperimentRequest, ExperimentResult } from "./experiment.ts";
import { WorkerPool } from "./pool.ts";
import type { UnitResult } from "./unit.ts";

export type Until = { readonly precision: Precision; readonly mostDays: number };

export type UntilRequest = Omit<ExperimentRequest, "replications" | "answer"> &
  ExperimentOptions & { readonly until: Until; readonly workers?: number };

export type PreciseResult = {
  readonly result: ExperimentResult;
  readonly units: readonly UnitResult[];
  /** Of the last look; null: it was cancelled before the first. */
  readonly reading: Reading | null;
};

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

/** Progress is given of the days that are expected in all. Cancelled: the days finished by then. */
export async function runUntilPrecise(request: UntilRequest): Promise<PreciseResult> {
  const { workers, until, onProgress = () => undefined, ...rest } = request;
  const { precision, mostDays } = until;
  const pool = new WorkerPool(workers === undefined ? {} : { workers: Math.min(workers, mostDays) });
  let taken = 0;
  const start = ({ look, expected }: Next, known: readonly UnitResult[]): Experiment => {
    const takenBefore = taken;
    return new Experiment(
      pool,
      { ...rest, replications: look, answer: precision.figure },
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
  const [first = mostDays] = looksUpTo(mostDays);
  let next: Next | null = { look: first, expected: first };
  let reading: Reading | null = null;
  let experiment: Experiment | null = null;
  try {
    do {
      experiment = start(next, experiment?.units ?? rest.known ?? []);
      await experiment.finished;
      // Cancelled on the way there is nothing to look at: the rule is one of fixed days.
      if (experiment.done < next.look) break;
      reading = readDays(experiment, until, next.look);
      next = reading.next;
    } while (next !== null);
    return { result: experiment.result(), units: experiment.units, reading };
  } finally {
    await pool.close();
  }
}

type Next = NonNullable<Reading["next"]>;

function readDays(experiment: Experiment, { precision, mostDays }: Until, days: number): Reading {
  const { figure, within } = precision;
  const { scenarios, estimates, differences } = experiment.result((key) => keyOf(key) === keyOf(figure));
  const [baseline, ...others] = scenarios;
  const rows = others.length === 0 ? estimates : differences;
  const watched = (others.length === 0 ? [baseline!] : others).map((scenario): Watched => {
    const estimate: Estimate | undefined = rows.find((row) => row.scenario === scenario);
    if (estimate === undefined) throw new AbsentFigureError(figure, scenario);
    return { scenario, estimate };
  });
  return readLook({ days, most: mostDays, within, level: levelOfNamed(others.length), watched });
}
