/** Sweeps that end when a figure is precise enough at every point. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { WorkerPool } from "../../server/run/pool.ts";
import { runSweep } from "../../server/run/sweep.ts";
import { runSweepUntilPrecise } from "../../server/run/sweep-until.ts";
import type { UntilSweepRequest } from "../../server/run/sweep-until.ts";
import { AbsentFigureError } from "../../server/run/until-precise.ts";
import { ReplicationStore } from "../../server/store/replication-store.ts";
import { parsePrecision } from "../../shared/condition.ts";
import { ONE_MORE, TODAY } from "./small-ports.ts";

vi.setConfig({ testTimeout: 60_000 });

const pool = new WorkerPool({ workers: 2 });
const folder = mkdtempSync(join(tmpdir(), "cruce-sweep-until-"));
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

function request(text: string, mostDays: number): UntilSweepRequest {
  const precision = parsePrecision(text);
  if (!precision.ok) throw new Error(text);
  return {
    scenarios: [TODAY, ONE_MORE],
    figures: [precision.value.figure],
    seed: 5,
    ahead: 8,
    until: { precision: precision.value, mostDays },
    pointName: (point) => `point ${point + 1}`,
  };
}

test("all points have as many days as the least precise takes, and say what so many days asked for say", async () => {
  const asked = request("wait within 1000 min", 160);
  const first = await runSweepUntilPrecise(pool, asked);
  expect(first).toMatchObject({ days: 20, reading: { state: "reached" } });
  const halves = first.finished.map((point) => {
    const { value, high } = point!.figures[0]!.estimate;
    return high! - value;
  });
  const worst = Math.max(...halves);
  expect(halves).not.toEqual([worst, worst]);
  expect(first.reading!.farthest.scenario).toBe(`point ${halves.indexOf(worst) + 1}`);
  const second = await runSweepUntilPrecise(
    pool,
    request(`wait within ${(0.99 * worst).toFixed(6)} min`, 40),
  );
  expect(second.days).toBe(40);
  const fixed = await runSweep(pool, { ...asked, replications: 40 });
  expect(second.finished).toEqual(fixed);
});

test("days that are read again for the next look are no news", async () => {
  const store = ReplicationStore.open(folder, "this model");
  const told: number[][] = [];
  await runSweepUntilPrecise(pool, request("wait within 0.000001 min", 24), {
    store,
    onProgress: (...progress) => told.push(progress as number[]),
  });
  const { taken, made } = store;
  store.close();
  expect({ taken, made }).toEqual({ taken: 0, made: 48 });
  const done = told.map(([days]) => days!);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(told.at(-1)).toEqual([48, 48, 0]);
});

test("stopped on the way it has the points as they were at the last look", async () => {
  const abort = new AbortController();
  const asked = request("wait within 0.000001 min", 160);
  const { finished, days, reading } = await runSweepUntilPrecise(pool, asked, {
    signal: abort.signal,
    onProgress: (done) => done === 41 && abort.abort(),
  });
  expect({ days, state: reading?.state }).toEqual({ days: 20, state: "goesOn" });
  expect(finished).toEqual(await runSweep(pool, { ...asked, replications: 20 }));
});

test("is over where a point has no such figure", async () => {
  const running = runSweepUntilPrecise(pool, request("wait of hazmat within 1 min", 20));
  await expect(running).rejects.toThrow(AbsentFigureError);
  await expect(running).rejects.toThrow("point 1 has no figure waitMean of hazmat");
});
