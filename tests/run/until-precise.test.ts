/** Experiments that end when their named answer is precise enough. */
import { describe, expect, test } from "vitest";
import { Experiment } from "../../server/run/experiment.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { AbsentFigureError, runUntilPrecise } from "../../server/run/until-precise.ts";
import type { UntilRequest } from "../../server/run/until-precise.ts";
import { parsePrecision } from "../../shared/condition.ts";
import { ONE_MORE, TODAY } from "./small-ports.ts";

/** Every number of it, in order; the same text means the same result to the last bit. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (ArrayBuffer.isView(part) ? Object.values(part) : part));

function until(text: string, mostDays = 160): UntilRequest["until"] {
  const precision = parsePrecision(text);
  if (!precision.ok) throw new Error(JSON.stringify(precision));
  return { precision: precision.value, mostDays };
}

const one = { scenarios: [TODAY], seed: 5 };
const two = { scenarios: [TODAY, ONE_MORE], seed: 5 };

describe("an experiment until it is precise", () => {
  test("ends at the first look that finds the named answer as precise as was asked, and not before", async () => {
    const loose = await runUntilPrecise({ ...one, until: until("wait within 1000 min") });
    expect(loose.reading).toMatchObject({ state: "reached", days: 20 });
    const { half } = loose.reading!.farthest;
    const tight = await runUntilPrecise({
      ...one,
      until: until(`wait within ${(0.99 * half!).toFixed(6)} min`),
    });
    expect(tight.reading).toMatchObject({ state: "reached", days: 40 });
    expect(tight.result.replications).toHaveLength(40);
  }, 60_000);

  test("simulates no day twice, and gives what as many days asked for at once give", async () => {
    const seen: number[] = [];
    const onProgress = (done: number): void => void seen.push(done);
    const { result, units } = await runUntilPrecise({
      ...two,
      until: until("wait within 0.000001 min", 24),
      onProgress,
    });
    expect(seen).toEqual(Array.from({ length: 24 }, (_, day) => day + 1));
    const pool = new WorkerPool({ workers: 1 });
    const answer = result.answer;
    const fixed = new Experiment(pool, { ...two, replications: 24, answer });
    await fixed.finished;
    await pool.close();
    expect(written(units) === written(fixed.units)).toBe(true);
    expect(written(result) === written(fixed.result())).toBe(true);
  }, 60_000);

  test("gives the same bytes for one worker and two", async () => {
    const [alone, both] = await Promise.all(
      [1, 2].map((workers) =>
        runUntilPrecise({ ...two, until: until("wait within 0.000001 min", 24), workers }),
      ),
    );
    expect(written(both) === written(alone)).toBe(true);
  }, 60_000);

  test("of several scenarios waits until every difference is precise enough, at the level of all together", async () => {
    const { result, reading } = await runUntilPrecise({
      scenarios: [TODAY, ONE_MORE, TODAY],
      seed: 5,
      until: until("waitP95 within 1000 min"),
    });
    const named = result.differences.filter((row) => row.named);
    expect(named.map(({ metric, statistic }) => `${metric} ${statistic}`)).toEqual(["wait p95", "wait p95"]);
    const [{ value, high }] = named as [(typeof named)[0]];
    expect(reading!.farthest.half).toBeCloseTo(high! - value, 9);
  }, 60_000);

  test("says at the last look how far it is from what was asked", async () => {
    const { reading } = await runUntilPrecise({ ...one, until: until("wait within 0.001 min", 20) });
    expect(reading).toMatchObject({ state: "limit", days: 20, next: null });
    expect(reading!.farthest.needed).toBeGreaterThan(1_000);
  }, 60_000);

  test("expects days in all from the first look on", async () => {
    const totals = new Set<number>();
    const onProgress = (_done: number, total: number): void => void totals.add(total);
    await runUntilPrecise({ ...one, until: until("wait within 0.001 min", 24), onProgress });
    expect([...totals]).toEqual([20, 24]);
  }, 60_000);

  test("keeps what is finished when it is cancelled, and the last look", async () => {
    const abort = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 23) abort.abort();
    };
    const { result, reading } = await runUntilPrecise({
      ...one,
      until: until("wait within 0.001 min"),
      workers: 1,
      signal: abort.signal,
      onProgress,
    });
    expect(result.replications).toHaveLength(23);
    expect(reading).toMatchObject({ state: "goesOn", days: 20 });
  }, 60_000);

  test("cancelled before the first look has days and no look", async () => {
    const { result, reading } = await runUntilPrecise({
      ...one,
      until: until("wait within 1 min"),
      signal: AbortSignal.abort(),
    });
    expect(result.replications).toEqual([]);
    expect(reading).toBeNull();
  });

  test("ends in an error where a scenario has no such figure", async () => {
    const running = runUntilPrecise({ ...two, until: until("stageWait at nowhere within 1 min") });
    await expect(running).rejects.toThrow(AbsentFigureError);
    await expect(running).rejects.toThrow("one more booth has no figure stageWaitMean at nowhere");
  }, 60_000);
});
