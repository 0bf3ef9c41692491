/**
 * The forecast of one session: many futures of the present that its live run handed over, told at most
 * twice a second while they come, and once before the first.
 */
import type { BackgroundForecast, ForecastJob } from "./live-background.ts";
import { pairedOrSingly } from "./compared.ts";
import { Forecast } from "./forecast.ts";
import { Paced } from "./paced.ts";
import type { WorkerPool } from "./pool.ts";

const TOLD_EVERY_MS = 500;
/** Of one future alone there is neither a band nor an interval. */
const LEAST_FUTURES = 2;

export class LiveForecast {
  readonly #job: ForecastJob;
  readonly #post: (forecast: BackgroundForecast) => void;
  readonly #telling = new Paced(TOLD_EVERY_MS, () => this.#tell());
  readonly #forecasts: readonly Forecast[];

  /** Begins at once; an error is told when there is nothing more to come. */
  constructor(
    pool: WorkerPool,
    job: ForecastJob,
    post: (forecast: BackgroundForecast) => void,
    failed: (error: unknown) => void,
  ) {
    this.#job = job;
    this.#post = post;
    const { scenarios, presents, seed, atMs: fromMs, untilMs, futures } = job;
    this.#forecasts = pairedOrSingly(scenarios, (indices) => {
      const request = {
        scenarios: indices.map((index) => scenarios[index]),
        presents: indices.map((index) => presents[index].stored),
        seed,
        fromMs,
        untilMs,
        futures,
      };
      return new Forecast(pool, request, () => this.#progress());
    });
    for (const forecast of this.#forecasts) {
      forecast.finished.catch((error: unknown) => {
        this.end();
        failed(error);
      });
    }
    this.#tell();
  }

  end(): void {
    this.#telling.stop();
    for (const forecast of this.#forecasts) forecast.cancel();
  }

  #done(): number {
    return Math.min(...this.#forecasts.map(({ done }) => done));
  }

  #progress(): void {
    const done = this.#done();
    if (done < LEAST_FUTURES) return;
    const isFirst = this.#forecasts.every((forecast) => forecast.done === LEAST_FUTURES);
    const isLast = this.#forecasts.every((forecast) => forecast.isDone);
    if (isFirst || isLast) this.#telling.now();
    else this.#telling.soon();
  }

  #tell(): void {
    const { sequence, atMs, untilMs, presents, futures } = this.#job;
    const results = this.#forecasts.map((forecast) => forecast.result());
    const [first] = results;
    const { fromMs, binMs } = first.bands[0];
    const scenarios = results.flatMap(({ bands, figures, differences }) =>
      bands.map(({ waitMin, queue, clearedPerHour }, index) => ({
        fan: { waitMin, queue, clearedPerHour },
        figures: figures[index],
        differences: differences[index],
      })),
    );
    this.#post({
      sequence,
      atMs,
      untilMs,
      done: this.#done(),
      total: futures,
      fromMs,
      binMs,
      scenarios: scenarios.map((scenario, index) => ({ now: presents[index].now, ...scenario })),
    });
  }
}
