/**
 * A comparison as an experiment of its own: over so many days, or until its answer is known as well as was asked. It
 * is looked at then at fixed numbers of days only, and stops for its precision, never for what the answer is.
 */
import { askedOf } from "../../shared/experiment-check.ts";
import type { CompareData, StopReading } from "../../shared/experiments.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { LEAST_DAYS } from "../../shared/condition.ts";
import type { Precision } from "../../shared/condition.ts";
import { levelOfNamed } from "../analysis/differences.ts";
import type { Reading } from "../analysis/stopping.ts";
import { shownWarmUp } from "../analysis/warm-up.ts";
import { Experiment } from "./experiment.ts";
import type { ExperimentResult } from "./experiment.ts";
import { TOLD_EVERY_MS } from "./experiment-run.ts";
import type { CompareJob, ExperimentListener, ExperimentRun, RunWith } from "./experiment-run.ts";
import { isInRows, rowsOf } from "./live-results.ts";
import { IntervalCourse } from "./narrowing.ts";
import { Lifetime } from "./lifetime.ts";
import { warmUpCheckOf } from "./warm-up-check-of.ts";
import { lookUntilPrecise, watchedIn } from "./until-precise.ts";

export class CompareRun implements ExperimentRun {
  readonly #by: RunWith;
  readonly #job: CompareJob;
  readonly #listener: ExperimentListener;
  readonly #answer: FigureKey;
  readonly #within: Precision["within"] | null;
  readonly #mostDays: number;
  readonly #course: IntervalCourse;
  readonly #life = new Lifetime(TOLD_EVERY_MS, () => this.#tell());
  #expected: number;
  #experiment: Experiment | null = null;
  #reading: Reading | null = null;
  #taken = 0;

  constructor(by: RunWith, job: CompareJob, listener: ExperimentListener) {
    const { stop } = job.request;
    const { answer, within } = askedOf(job.request);
    this.#by = by;
    this.#job = job;
    this.#listener = listener;
    this.#answer = answer;
    this.#within = within;
    this.#mostDays = stop.by === "days" ? stop.days : stop.most;
    this.#expected = stop.by === "days" ? stop.days : Math.min(LEAST_DAYS, stop.most);
    this.#course = new IntervalCourse(answer);
    this.#life.follow(this.#run(), listener);
  }

  cancel(): void {
    this.#life.cancel();
  }

  end(): void {
    this.#life.end();
  }

  async #run(): Promise<void> {
    const [figure, within, mostDays] = [this.#answer, this.#within, this.#mostDays];
    if (within === null) await this.#runTo(mostDays);
    else
      await lookUntilPrecise(
        { precision: { figure, within }, mostDays },
        levelOfNamed(this.#job.scenarios.length - 1),
        async ({ look, expected }) => {
          this.#expected = expected;
          const experiment = await this.#runTo(look);
          return this.#life.isRunning ? watchedIn(experiment, figure) : null;
        },
        (reading) => {
          this.#reading = reading;
        },
      );
  }

  async #runTo(days: number): Promise<Experiment> {
    const { scenarios, changes, seed } = this.#job;
    const known = this.#experiment?.units ?? [];
    const request = {
      scenarios,
      changes,
      seed,
      replications: days,
      answer: this.#answer,
      canWait: true,
    };
    const { pool, store } = this.#by;
    const experiment = new Experiment(pool, request, {
      known,
      signal: this.#life.signal,
      onProgress: () => this.#life.tellSoon(),
      ...(store !== null && { store }),
    });
    this.#experiment = experiment;
    this.#life.tellNow();
    await experiment.finished;
    this.#taken += experiment.taken;
    return experiment;
  }

  #tell(): void {
    const experiment = this.#experiment;
    const reading = this.#reading;
    const done = experiment?.done ?? 0;
    if (experiment !== null) this.#course.follow(experiment);
    const result = experiment === null || done === 0 ? null : experiment.result(isInRows(this.#answer));
    const { status, problems } = this.#life;
    this.#listener.told({
      status,
      done,
      total: status === "done" ? done : this.#expected,
      most: this.#mostDays,
      taken: this.#taken,
      problems,
      data: result && {
        kind: "compare",
        rows: rowsOf(result),
        narrowing: this.#course.course(),
        within: this.#within,
        reading: reading && shown(reading),
        shorterDays: result.shorterDays,
        ...this.#warmUpsOf(result),
      },
    });
  }

  /** By place in the request. */
  #warmUpsOf(result: ExperimentResult): Pick<CompareData, "warmUps"> {
    const warmUps = result.isSteady.flatMap((isSteady, scenario) =>
      isSteady ? [{ scenario, shown: shownWarmUp(warmUpCheckOf(result, scenario)) }] : [],
    );
    return warmUps.length === 0 ? {} : { warmUps };
  }
}

const shown = ({ state, days, farthest: { half, asked, vehiclesNeeded }, next }: Reading): StopReading => ({
  state,
  days,
  half,
  asked,
  next,
  vehiclesNeeded,
});
