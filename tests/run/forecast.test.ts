/** Forecasts: the same futures whoever runs them, from the present on, compared future by future. */
import { serialize } from "node:v8";
import { afterAll, describe, expect, test } from "vitest";
import { PairingError } from "../../server/analysis/paired.ts";
import { Forecast } from "../../server/run/forecast.ts";
import type { ForecastRequest } from "../../server/run/forecast.ts";
import { presentOf } from "../../server/run/present.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { BUSY_DAY } from "../measure/tallied.ts";
import { ONE_MORE, TODAY, loadedOf } from "./small-ports.ts";

const pools = [new WorkerPool({ workers: 1 }), new WorkerPool({ workers: 2 })];
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

const AT = 6.4 * HOUR;
const request: ForecastRequest = {
  scenarios: [TODAY, ONE_MORE],
  presents: [TODAY, ONE_MORE].map((loaded) => presentOf(loaded, { seed: 5, replication: 2, atMs: AT })),
  seed: 5,
  fromMs: AT,
  untilMs: AT + 2 * HOUR,
  futures: 24,
};

async function finished(forecast: Forecast): Promise<Forecast> {
  await forecast.finished;
  return forecast;
}

describe("a forecast", () => {
  test("is the same bytes for one worker and two", async () => {
    const [one, two] = await Promise.all(pools.map((pool) => finished(new Forecast(pool, request))));
    expect(serialize(two!.result()).equals(serialize(one!.result()))).toBe(true);
  });

  test("covers the time from the present to its end, and fans out from one point", async () => {
    const { bands, futures } = (await finished(new Forecast(pools[0]!, request))).result();
    expect(futures).toEqual(Array.from({ length: 24 }, (_, number) => number));
    const [today] = bands;
    expect(today!.fromMs).toBe(6 * HOUR + 20 * MINUTE);
    expect(today!.queue.median).toHaveLength(24);
    const width = (bin: number): number => today!.queue.high[bin]! - today!.queue.low[bin]!;
    expect(width(0)).toBeLessThanOrEqual(width(12));
    expect(width(12)).toBeGreaterThan(0);
    // The first figure of the last hour is nearly all past, the same in every future.
    const { low, high } = today!.clearedPerHour;
    expect(low[0]).toBeGreaterThan(5);
    expect(high[0]! - low[0]!).toBeLessThan(high[20]! - low[20]!);
  });

  test("finds the better scenario on the same trucks, with an interval", async () => {
    const { figures, differences, scenarios } = (await finished(new Forecast(pools[0]!, request))).result();
    expect(scenarios).toEqual(["today", "one more booth"]);
    expect(differences[0]).toBe(null);
    const wait = differences[1]!.wait!;
    expect(wait.value).toBeCloseTo(figures[1]!.wait!.value - figures[0]!.wait!.value, 9);
    expect(wait.high!).toBeLessThan(0);
    // Futures of the same number have the same trucks, so that the difference is surer than either.
    expect(wait.high! - wait.low!).toBeLessThan(figures[0]!.wait!.high! - figures[0]!.wait!.low!);
  });

  test("says of no figure that it may be less than nothing, of a difference that it may", async () => {
    const { figures, differences } = (
      await finished(new Forecast(pools[0]!, { ...request, futures: 2 }))
    ).result();
    const { value, low, high } = figures[0]!.queueMax!;
    // Student's of two futures reaches as far to either side.
    expect(2 * value - high!).toBeLessThan(0);
    expect(low).toBe(0);
    expect(differences[1]!.queueMax!.low).toBeLessThan(0);
  });

  test("can be read while it runs, and keeps what is finished when it is cancelled", async () => {
    const seen: number[] = [];
    const forecast: Forecast = new Forecast(pools[0]!, { ...request, futures: 500 }, (done) => {
      seen.push(forecast.result().futures.length);
      if (done === 3) forecast.cancel();
    });
    await forecast.finished;
    expect(seen).toEqual([1, 2, 3]);
    expect(forecast.result()).toMatchObject({ total: 500, futures: [0, 1, 2] });
  });

  test("refuses scenarios that are not about the same vehicles", () => {
    const list = loadedOf("a list", { stages: BUSY_DAY.stages, arrivals: ["08:00"] });
    expect(() => new Forecast(pools[0]!, { ...request, scenarios: [TODAY, list] })).toThrow(PairingError);
  });

  test("of a present that does not fit its scenario fails in words", async () => {
    const swapped = { ...request, presents: [...request.presents].reverse() };
    await expect(new Forecast(pools[0]!, swapped).finished).rejects.toThrow("stored of another scenario");
  });
});
