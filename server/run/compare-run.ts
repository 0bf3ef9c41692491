/**
 * A comparison as an experiment of its own: over so many days, or until its answer is known as well as was asked. It
 * is looked at then at fixed numbers of days only, and stops for its precision, never for what the answer is.
 */
import { askedOf } from "../../shared/experiment-check.ts";
import type { StopReading } from "../../shared/experiments.ts";
import { formatFigure } from "../../shared/figure-name.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import type { Precision } from "../../shared/condition.ts";
import { keyOf } from "../analysis/figures.ts";
import { LEVEL } from "../analysis/linear.ts";
import { looksUpTo, readLook } from "../analysis/stopping.ts";
import type { Reading } from "../analysis/stopping.ts";
import { Experiment } from "./experiment.ts";
import { TOLD_EVERY_MS } from "./experiment-run.ts";
import type {
  CompareJob,
  ExperimentListener,
  ExperimentRun,
  RunWith,
  ToldExperiment,
} from "./experiment-run.ts";
import { isInRows, rowsOf } from "./live-results.ts";
import { IntervalCourse } from "./narrowing.ts";
import { Paced } from "./paced.ts";

export class CompareRun implements ExperimentRun {
  readonly #by: RunWith;
  readonly #job: CompareJob;
  readonly #listener: ExperimentListener;
  readonly #answer: FigureKey;
  readonly #within: Precision["within"] | null;
  /** Numbers of days at which it may stop; the last is the most. */
  readonly #looks: readonly number[];
  readonly #course: IntervalCourse;
  readonly #telling = new Paced(TOLD_EVERY_MS, () => this.#tell());
  #experiment: Experiment | null = null;
  #reading: Reading | null = null;
  #taken = 0;
  #status: ToldExperiment["status"] = "running";

  constructor(by: RunWith, job: CompareJob, listener: ExperimentListener) {
    const { stop } = job.request;
    const { answer, within } = askedOf(job.request);
    this.#by = by;
    this.#job = job;
    this.#listener = listener;
    this.#answer = answer;
    this.#within = within;
    this.#looks = stop.by === "days" ? [stop.days] : looksUpTo(stop.most);
    this.#course = new IntervalCourse(answer);
    this.#run().catch((error: unknown) => {
      if (this.#status !== "running") return;
      this.end();
      listener.failed(error);
    });
  }

  cancel(): void {
    if (this.#status !== "running") return;
    this.#status = "cancelled";
    this.#experiment?.cancel();
    this.#telling.now();
  }

  end(): void {
    this.#status = "cancelled";
    this.#telling.stop();
    this.#experiment?.cancel();
  }

  async #run(): Promise<void> {
    for (const look of this.#looks) {
      const experiment = await this.#runTo(look);
      if (this.#status !== "running") return;
      this.#reading = this.#within === null ? null : this.#readAt(experiment, look, this.#within);
      if (this.#reading !== null && this.#reading.state !== "goesOn") break;
    }
    this.#status = "done";
    this.#telling.now();
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
      onProgress: () => this.#telling.soon(),
      ...(store !== null && { store }),
    });
    this.#experiment = experiment;
    this.#telling.now();
    await experiment.finished;
    this.#taken += experiment.taken;
    return experiment;
  }

  #readAt(experiment: Experiment, days: number, within: Precision["within"]): Reading {
    const rows = experiment.differencesAt(days, (key) => keyOf(key) === keyOf(this.#answer));
    const compared = this.#job.scenarios.length - 1;
    if (rows.length < compared) throw new Error(`no scenario has ${formatFigure(this.#answer)}`);
    return readLook({
      days,
      most: this.#looks.at(-1)!,
      within,
      level: 1 - (1 - LEVEL) / compared,
      watched: rows.map(({ scenario, ...estimate }) => ({ scenario, estimate })),
    });
  }

  #tell(): void {
    const experiment = this.#experiment;
    const reading = this.#reading;
    const done = experiment?.done ?? 0;
    const expected = reading?.next?.expected ?? this.#looks[0]!;
    if (experiment !== null) this.#course.follow(experiment);
    const result = experiment === null || done === 0 ? null : experiment.result(isInRows(this.#answer));
    this.#listener.told({
      status: this.#status,
      done,
      total: this.#status === "done" ? done : expected,
      most: this.#looks.at(-1)!,
      taken: this.#taken,
      problems: [],
      data: result && {
        kind: "compare",
        rows: rowsOf(result),
        narrowing: this.#course.course(),
        within: this.#within,
        reading: reading && shown(reading),
        shorterDays: result.shorterDays,
      },
    });
  }
}

const shown = ({ state, days, farthest: { half, asked }, next }: Reading): StopReading => ({
  state,
  days,
  half,
  asked,
  next,
});
