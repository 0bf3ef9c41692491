/**
 * What one more officer is worth in each hour of a session's scenario: the hours in which most wait come first, a
 * few at a time, told at most twice a second. Stopped, it keeps what is there.
 */
import type { BoothHour, BoothHourWorth } from "./booth-hours.ts";
import { BoothHours, boothHoursOf } from "./booth-hours.ts";
import { Experiment } from "./experiment.ts";
import type { BackgroundWorth, WorthJob } from "./live-background.ts";
import { Paced } from "./paced.ts";
import type { WorkerPool } from "./pool.ts";

const TOLD_EVERY_MS = 500;
/** Each time the days are run without any of them once more, so not one at a time; nor so many that others wait long. */
const HOURS_AT_ONCE = 4;
/** Days that tell where vehicles wait: only the order of the hours depends on it. */
const QUEUE_DAYS = 2;
/** The intervals of fewer days, which hold together for all hours, are wider than any value is high. */
const LEAST_DAYS = 5;

export class LiveWorth {
  readonly #pool: WorkerPool;
  readonly #job: WorthJob;
  readonly #post: (worth: BackgroundWorth) => void;
  readonly #telling = new Paced(TOLD_EVERY_MS, () => this.#tell());
  readonly #hours: readonly BoothHour[];
  /** As far as they are known; by post and hour. */
  readonly #known = new Map<string, BoothHourWorth>();
  #running: Experiment | null = null;
  #done = 0;
  #isOver = false;

  /** Begins at once; an error is told when there is nothing more to come. */
  constructor(
    pool: WorkerPool,
    job: WorthJob,
    post: (worth: BackgroundWorth) => void,
    failed: (error: unknown) => void,
  ) {
    this.#pool = pool;
    this.#job = job;
    this.#post = post;
    this.#hours = boothHoursOf(job.loaded, job.changes);
    this.#tell();
    this.#runAll().catch((error: unknown) => {
      this.#isOver = true;
      this.#telling.stop();
      failed(error);
    });
  }

  /** Keeps what is there and tells it once more. */
  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#running?.cancel();
    this.#telling.now();
  }

  end(): void {
    this.#isOver = true;
    this.#telling.stop();
    this.#running?.cancel();
  }

  async #runAll(): Promise<void> {
    const first = await this.#inOrder();
    for (let from = 0; from < first.length && !this.#isOver; from += HOURS_AT_ONCE)
      await this.#runSome(first.slice(from, from + HOURS_AT_ONCE));
    if (this.#isOver) return;
    this.#isOver = true;
    this.#telling.now();
  }

  /** Those in which the queue is longest come first. */
  async #inOrder(): Promise<readonly BoothHour[]> {
    if (this.#hours.length < 2) return this.#hours;
    const { loaded, changes, seed } = this.#job;
    const request = {
      scenarios: [loaded],
      changes: [changes],
      seed,
      replications: QUEUE_DAYS,
      canWait: true,
    };
    this.#running = new Experiment(this.#pool, request);
    await this.#running.finished;
    const { estimates } = this.#running.result(
      ({ metric, statistic, stage, hour }) =>
        metric === "queue" && statistic === "mean" && stage === null && hour !== null,
    );
    const queue = (of: BoothHour): number => estimates.find(({ hour }) => hour === of.hour)?.value ?? 0;
    return [...this.#hours].sort((a, b) => queue(b) - queue(a));
  }

  async #runSome(hours: readonly BoothHour[]): Promise<void> {
    const { loaded, changes, seed, days: replications } = this.#job;
    const before = this.#done;
    const asked = { loaded, changes, hours, hoursInAll: this.#hours.length, seed, replications };
    const some = new BoothHours(
      this.#pool,
      { ...asked, canWait: true },
      {
        onProgress: (days) => {
          this.#done = before + days * hours.length;
          if (days < LEAST_DAYS) return;
          for (const worth of some.worth()) this.#known.set(keyOf(worth), worth);
          if (days === LEAST_DAYS) this.#telling.now();
          else this.#telling.soon();
        },
      },
    );
    this.#running = some.experiment;
    await some.experiment.finished;
  }

  #tell(): void {
    this.#post({
      isRunning: !this.#isOver,
      done: this.#done,
      total: this.#hours.length * this.#job.days,
      days: this.#job.days,
      hours: this.#hours.map(({ post, hour, planned }) => ({
        post,
        hour,
        planned,
        truckHours: this.#known.get(keyOf({ post, hour }))?.truckHours ?? null,
      })),
    });
  }
}

const keyOf = ({ post, hour }: Pick<BoothHour, "post" | "hour">): string => `${post} ${hour}`;
