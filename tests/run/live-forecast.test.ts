/** The forecast of a live session: told while it comes, each time of more futures, and not after its end. */
import { afterAll, expect, test } from "vitest";
import { Experiment } from "../../server/run/experiment.ts";
import { LiveForecast } from "../../server/run/live-forecast.ts";
import type { BackgroundForecast, ForecastJob } from "../../server/run/live-background.ts";
import { LiveTrack } from "../../server/run/live-track.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { HOUR } from "../../shared/units.ts";
import { BUSY_DAY } from "../measure/tallied.ts";
import { ONE_MORE, TODAY, loadedOf } from "./small-ports.ts";

const pool = new WorkerPool({ workers: 1 });
afterAll(() => pool.close());

const AT = 8 * HOUR;

function jobOf(scenarios: readonly LoadedScenario[], futures: number): ForecastJob {
  const presents = scenarios.map((loaded) => {
    const track = new LiveTrack(loaded, 5, []);
    track.advance(AT);
    return track.present();
  });
  return { asked: 1, sequence: 3, scenarios, seed: 5, presents, atMs: AT, untilMs: AT + HOUR, futures };
}

const fail = (error: unknown): void => {
  throw error instanceof Error ? error : new Error(String(error));
};

/** All that is told, up to the last. */
async function toldOf(job: ForecastJob): Promise<readonly BackgroundForecast[]> {
  const told: BackgroundForecast[] = [];
  const whole = Promise.withResolvers<void>();
  const hear = (forecast: BackgroundForecast): void => {
    told.push(forecast);
    if (forecast.done === forecast.total) whole.resolve();
  };
  const forecast = new LiveForecast(pool, job, hear, whole.reject);
  await whole.promise;
  forecast.end();
  return told;
}

test("a forecast is told before its first future, as futures come, and when all are there", async () => {
  const told = await toldOf(jobOf([TODAY, ONE_MORE], 40));
  const done = told.map((forecast) => forecast.done);
  expect(done[0]).toBe(0);
  expect(done[1]).toBeGreaterThanOrEqual(2);
  expect(done).toEqual([...new Set(done)].sort((a, b) => a - b));
  const [today, oneMore] = told.at(-1)!.scenarios;
  expect(told.at(-1)).toMatchObject({ sequence: 3, atMs: AT, untilMs: AT + HOUR, done: 40, total: 40 });
  expect(today).toMatchObject({ differences: null, now: { queue: expect.any(Number) } });
  expect(oneMore!.differences!.wait!.high).toBeLessThan(0);
  expect(today!.fan.queue.median).toHaveLength(12);
});

test("a forecast that is put away is told of no more", async () => {
  const told: number[] = [];
  const forecast: LiveForecast = new LiveForecast(
    pool,
    jobOf([TODAY], 500),
    ({ done }) => {
      told.push(done);
      if (done > 0) forecast.end();
    },
    fail,
  );
  // The pool takes the next one up only after all that is left of the first.
  await toldOf(jobOf([TODAY], 20));
  expect(told).toHaveLength(2);
  expect(told[1]).toBeLessThan(500);
});

test("futures go before the days of an experiment", async () => {
  const order: string[] = [];
  const days = new Experiment(
    pool,
    { scenarios: [TODAY], seed: 5, replications: 8 },
    { onProgress: () => order.push("day") },
  );
  const futures = toldOf(jobOf([TODAY], 20)).then(() => order.push("futures"));
  await Promise.all([days.finished, futures]);
  expect(order.indexOf("futures")).toBeLessThan(3);
});

test("scenarios with no trucks in common are forecast each for itself", async () => {
  const list = loadedOf("a list", { stages: BUSY_DAY.stages, arrivals: ["08:10", "08:20"] });
  const { scenarios } = (await toldOf(jobOf([TODAY, list], 20))).at(-1)!;
  expect(scenarios.map(({ differences }) => differences)).toEqual([null, null]);
  expect(scenarios[1]!.figures.cleared!.value).toBeLessThanOrEqual(2);
});
