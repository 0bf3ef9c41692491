/**
 * The days behind one session: begun anew when its log changes, but not before the changes pause, and
 * told at most twice a second. More days of the same log are simulated from the first one, but what was
 * told of fewer is not told again.
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
  #told: BackgroundResults | null = null;

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
    this.#starting = setTimeout(() => this.#begin(job), this.#hasBegun ? QUIET_MS : 0);
    this.#hasBegun = true;
  }

  end(): void {
    if (this.#starting !== null) clearTimeout(this.#starting);
    this.#telling?.stop();
    this.#starting = null;
    this.#telling = null;
    for (const experiment of this.#experiments) experiment.cancel();
    this.#experiments = [];
  }

  #begin(job: BackgroundJob): void {
    this.#starting = null;
    const { sequence, scenarios, changes, seed, replications } = job;
    if (this.#told?.sequence !== sequence || this.#told.done > replications) this.#told = null;
    else this.#post({ ...this.#told, total: replications });
    this.#telling = new Paced(RESULTS_EVERY_MS, () => this.#tell(job));
    try {
      this.#experiments = pairedOrSingly(scenarios, (indices) => {
        const request = {
          scenarios: indices.map((index) => scenarios[index]),
          changes: indices.map((index) => changes[index]),
          seed,
          replications,
        };
        return new Experiment(this.#pool, request, { onProgress: () => this.#tellSoon() });
      });
    } catch (error) {
      this.#failed(error);
      return;
    }
    for (const experiment of this.#experiments) experiment.finished.catch(this.#failed);
  }

  #tellSoon(): void {
    const isFirst = this.#experiments.every(({ done }) => done <= 1);
    const isLast = this.#experiments.every(({ done, total }) => done === total);
    if (isFirst || isLast) this.#telling?.now();
    else this.#telling?.soon();
  }

  #tell(job: BackgroundJob): void {
    if (this.#experiments.some(({ done }) => done === 0)) return;
    const done = Math.min(...this.#experiments.map((experiment) => experiment.done));
    if (done < (this.#told?.done ?? 0)) return;
    this.#told = resultsOf(
      job.sequence,
      this.#experiments.map((experiment) => experiment.result(isInResults)),
    );
    this.#post(this.#told);
  }
}
