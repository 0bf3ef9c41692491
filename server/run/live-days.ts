/**
 * The days behind one session: begun anew when its log changes, but not before the changes pause, and
 * told at most twice a second. Where only more days of the same log are wanted, those that are there are kept.
 */
import { pairedOrSingly } from "./compared.ts";
import { Experiment } from "./experiment.ts";
import type { BackgroundJob, BackgroundResults } from "./live-background.ts";
import { isInResults, resultsOf } from "./live-results.ts";
import { Paced } from "./paced.ts";
import type { WorkerPool } from "./pool.ts";

/** A slider that is dragged makes many changes; only the last one is worth its days. */
const QUIET_MS = 400;
const RESULTS_EVERY_MS = 500;

export class LiveDays {
  readonly #pool: WorkerPool;
  readonly #post: (results: BackgroundResults) => void;
  readonly #failed: (error: unknown) => void;
  #experiments: readonly Experiment[] = [];
  #starting: NodeJS.Timeout | null = null;
  #telling: Paced | null = null;
  #hasBegun = false;
  /** The entry of the log that the experiments answer for. */
  #sequence = -1;

  constructor(
    pool: WorkerPool,
    post: (results: BackgroundResults) => void,
    failed: (error: unknown) => void,
  ) {
    this.#pool = pool;
    this.#post = post;
    this.#failed = failed;
  }

  run(job: BackgroundJob): void {
    this.end();
    if (job.sequence !== this.#sequence) this.#experiments = [];
    this.#sequence = job.sequence;
    this.#starting = setTimeout(() => this.#begin(job), this.#hasBegun ? QUIET_MS : 0);
    this.#hasBegun = true;
  }

  end(): void {
    if (this.#starting !== null) clearTimeout(this.#starting);
    this.#telling?.stop();
    this.#starting = null;
    this.#telling = null;
    for (const experiment of this.#experiments) experiment.cancel();
  }

  #begin(job: BackgroundJob): void {
    this.#starting = null;
    const { scenarios, changes, seed, replications } = job;
    this.#telling = new Paced(RESULTS_EVERY_MS, () => this.#tell(job));
    const before = this.#experiments;
    try {
      this.#experiments = pairedOrSingly(scenarios, (indices) => {
        const request = {
          scenarios: indices.map((index) => scenarios[index]),
          changes: indices.map((index) => changes[index]),
          seed,
          replications,
        };
        const known = before[indices[0]]?.units ?? [];
        return new Experiment(this.#pool, request, { onProgress: () => this.#tellSoon(), known });
      });
    } catch (error) {
      this.#failed(error);
      return;
    }
    for (const experiment of this.#experiments) experiment.finished.catch(this.#failed);
    // Of days that were there before: fewer may be all that is wanted now.
    this.#tell(job);
  }

  #tellSoon(): void {
    const isFirst = this.#experiments.every(({ done }) => done <= 1);
    const isLast = this.#experiments.every(({ done, total }) => done === total);
    if (isFirst || isLast) this.#telling?.now();
    else this.#telling?.soon();
  }

  #tell(job: BackgroundJob): void {
    if (this.#experiments.some(({ done }) => done === 0)) return;
    const results = this.#experiments.map((experiment) => experiment.result(isInResults));
    this.#post(resultsOf(job.sequence, results));
  }
}
