/** A sweep of a session: what its finished points say is told while the others are run. */
import { sweepResult } from "../analysis/sweep/results.ts";
import type { FinishedPoint } from "../analysis/sweep/results.ts";
import { readAskedSweep } from "./asked-sweep.ts";
import type { AskedSweep } from "./asked-sweep.ts";
import type { ExperimentListener, ExperimentRun, RunWith, SweepJob } from "./experiment-run.ts";
import { Lifetime } from "./lifetime.ts";
import { runSweep } from "./sweep.ts";
import { resampleDraw } from "./sweep-points.ts";

/** Days are resampled for each tell: there is more to work out than of a comparison. */
const TOLD_EVERY_MS = 1_000;
/** Enough to keep every worker busy, and so few that points are finished in their order. */
const DAYS_AHEAD = 16;

export class SweepRun implements ExperimentRun {
  readonly #listener: ExperimentListener;
  readonly #life = new Lifetime(TOLD_EVERY_MS, () => this.#tell());
  #asked: AskedSweep | null = null;
  #finished: (FinishedPoint | null)[] = [];
  #daysDone = 0;
  #taken = 0;

  constructor(by: RunWith, job: SweepJob, listener: ExperimentListener) {
    this.#listener = listener;
    this.#life.follow(this.#run(by, job), listener);
  }

  cancel(): void {
    this.#life.cancel();
  }

  end(): void {
    this.#life.end();
  }

  async #run({ pool, store }: RunWith, { request, base, seed }: SweepJob): Promise<void> {
    const asked = readAskedSweep(request, base, seed);
    if (!asked.ok) return this.#life.refuse(asked.problems);
    this.#asked = asked;
    this.#finished = asked.points.levels.map(() => null);
    this.#life.tellNow();
    const loaded = asked.load();
    if (!loaded.ok) return this.#life.refuse(loaded.problems);
    const { respond: figures, replications } = asked.plan;
    const { scenarios } = loaded;
    await runSweep(
      pool,
      { scenarios, figures, seed, replications, ahead: DAYS_AHEAD, canWait: true },
      {
        signal: this.#life.signal,
        ...(store !== null && { store }),
        onProgress: (days, _total, taken) => {
          this.#daysDone = days;
          this.#taken = taken;
          this.#life.tellSoon();
        },
        onPoint: (point, finished) => {
          this.#finished[point] = finished;
        },
      },
    );
  }

  #tell(): void {
    const asked = this.#asked;
    const total = asked === null ? 0 : asked.points.levels.length * asked.plan.replications;
    const isAny = this.#finished.some((point) => point !== null);
    const { status, problems } = this.#life;
    this.#listener.told({
      status,
      done: this.#daysDone,
      total,
      most: total,
      taken: this.#taken,
      problems,
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
