/** A sweep of a session: what its finished points say is told while the others are run. */
import type { ExperimentProblem } from "../../shared/experiment-check.ts";
import { sweepResult } from "../analysis/sweep/results.ts";
import type { FinishedPoint } from "../analysis/sweep/results.ts";
import { readAskedSweep } from "./asked-sweep.ts";
import type { AskedSweep } from "./asked-sweep.ts";
import type {
  ExperimentListener,
  ExperimentRun,
  RunWith,
  SweepJob,
  ToldExperiment,
} from "./experiment-run.ts";
import { Paced } from "./paced.ts";
import { runSweep } from "./sweep.ts";
import { resampleDraw } from "./sweep-points.ts";

/** Days are resampled for each tell: there is more to work out than of a comparison. */
const TOLD_EVERY_MS = 1_000;
/** Enough to keep every worker busy, and so few that points are finished in their order. */
const DAYS_AHEAD = 16;

export class SweepRun implements ExperimentRun {
  readonly #listener: ExperimentListener;
  readonly #telling = new Paced(TOLD_EVERY_MS, () => this.#tell());
  readonly #stopping = new AbortController();
  #asked: AskedSweep | null = null;
  #finished: (FinishedPoint | null)[] = [];
  #daysDone = 0;
  #taken = 0;
  #problems: readonly ExperimentProblem[] = [];
  #status: ToldExperiment["status"] = "running";

  constructor(by: RunWith, job: SweepJob, listener: ExperimentListener) {
    this.#listener = listener;
    this.#run(by, job).catch((error: unknown) => {
      if (this.#status !== "running") return;
      this.end();
      listener.failed(error);
    });
  }

  cancel(): void {
    if (this.#status !== "running") return;
    this.#status = "cancelled";
    this.#stopping.abort();
    this.#telling.now();
  }

  end(): void {
    this.#status = "cancelled";
    this.#telling.stop();
    this.#stopping.abort();
  }

  async #run({ pool, store }: RunWith, { request, base, seed }: SweepJob): Promise<void> {
    const asked = readAskedSweep(request, base, seed);
    if (!asked.ok) return this.#refuse(asked.problems);
    this.#asked = asked;
    this.#finished = asked.points.levels.map(() => null);
    this.#telling.now();
    const loaded = asked.load();
    if (!loaded.ok) return this.#refuse(loaded.problems);
    const { respond: figures, replications } = asked.plan;
    const { scenarios } = loaded;
    await runSweep(
      pool,
      { scenarios, figures, seed, replications, ahead: DAYS_AHEAD, canWait: true },
      {
        signal: this.#stopping.signal,
        ...(store !== null && { store }),
        onProgress: (days, _total, taken) => {
          this.#daysDone = days;
          this.#taken = taken;
          this.#telling.soon();
        },
        onPoint: (point, finished) => {
          this.#finished[point] = finished;
        },
      },
    );
    if (this.#status !== "running") return;
    this.#status = "done";
    this.#telling.now();
  }

  #refuse(problems: readonly ExperimentProblem[]): void {
    this.#status = "failed";
    this.#problems = problems;
    this.#telling.now();
  }

  #tell(): void {
    const asked = this.#asked;
    const total = asked === null ? 0 : asked.points.levels.length * asked.plan.replications;
    const isAny = this.#finished.some((point) => point !== null);
    this.#listener.told({
      status: this.#status,
      done: this.#daysDone,
      total,
      most: total,
      taken: this.#taken,
      problems: this.#problems,
      data:
        asked === null || !isAny
          ? null
          : {
              kind: "sweep",
              result: sweepResult(asked.plan, asked.points, this.#finished, resampleDraw(asked.plan.seed)),
            },
    });
  }
}
