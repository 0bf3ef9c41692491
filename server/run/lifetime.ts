/** What every experiment of a session goes through: it runs until it is done, refused or stopped, and is told of at a bounded rate. */
import type { ExperimentProblem } from "../../shared/experiment-check.ts";
import type { ExperimentListener, ExperimentRun, ToldExperiment } from "./experiment-run.ts";
import { Paced } from "./paced.ts";

export class Lifetime implements ExperimentRun {
  readonly #telling: Paced;
  readonly #stopping = new AbortController();
  #status: ToldExperiment["status"] = "running";
  #isEnded = false;
  #problems: readonly ExperimentProblem[] = [];

  constructor(everyMs: number, tell: () => void) {
    this.#telling = new Paced(everyMs, tell);
  }

  get status(): ToldExperiment["status"] {
    return this.#status;
  }

  get isRunning(): boolean {
    return this.#status === "running";
  }

  /** Why it failed, where that is in what was asked. */
  get problems(): readonly ExperimentProblem[] {
    return this.#problems;
  }

  /** Aborted when it is stopped. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Done when this work is; what it throws while it runs is its failure. */
  follow(work: Promise<void>, { failed }: ExperimentListener): void {
    work
      .then(() => this.#finish("done"))
      .catch((error: unknown) => {
        if (!this.isRunning) return;
        this.end();
        failed(error);
      });
  }

  /** For what changes often, and for what must not wait. Nothing is told after the end. */
  tellSoon(): void {
    if (!this.#isEnded) this.#telling.soon();
  }

  tellNow(): void {
    if (!this.#isEnded) this.#telling.now();
  }

  refuse(problems: readonly ExperimentProblem[]): void {
    this.#problems = problems;
    this.#finish("failed");
  }

  cancel(): void {
    if (!this.isRunning) return;
    this.#finish("cancelled");
    this.#stopping.abort();
  }

  end(): void {
    this.#isEnded = true;
    this.#status = "cancelled";
    this.#telling.stop();
    this.#stopping.abort();
  }

  #finish(status: ToldExperiment["status"]): void {
    if (!this.isRunning) return;
    this.#status = status;
    this.#telling.now();
  }
}
