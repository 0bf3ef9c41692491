import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { WorkerPool } from "../../server/run/pool.ts";
import type { JobRequest } from "../../server/run/pool-messages.ts";
import type { UnitError } from "../../server/run/unit.ts";

const folder = mkdtempSync(join(tmpdir(), "cruce-quick-pool-"));
const script = new URL("./quick-worker.ts", import.meta.url);
const pools = [1, 2].map((workers) => new WorkerPool<JobRequest, number>({ workers, script }));
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  rmSync(folder, { recursive: true });
});

const UNITS = Array.from({ length: 200 }, (_, unit) => unit);

/** Numbers of the units in the order in which they came back. */
function run(pool: WorkerPool<JobRequest, number>, name: string, diesAt = -1): Promise<readonly number[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly number[]>();
  const results: number[] = [];
  const drop = pool.start({ names: [join(folder, name)], seed: diesAt }, UNITS, {
    onResult: (unit) => {
      results.push(unit);
      if (results.length < UNITS.length) return;
      drop();
      resolve(results);
    },
    onFailed: reject,
  });
  return promise;
}

test.each([1, 2])(
  "short units that wait behind one whose thread dies are run once each (%i)",
  async (workers) => {
    const results = await run(pools[workers - 1]!, `dies ${workers}`, 100);
    expect([...results].sort((a, b) => a - b)).toEqual(UNITS);
  },
);

test("one thread runs its units in the order in which they were handed out", async () => {
  expect(await run(pools[0]!, "in order")).toEqual(UNITS);
});

test("no short unit is handed to a thread that is at a long one", async () => {
  const [, two] = pools as [unknown, WorkerPool<JobRequest, number>];
  await run(two, "short and known so");
  const order: string[] = [];
  const start = (name: string, units: readonly number[], isUrgent: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      let left = units.length;
      const drop = two.start({ names: [name], seed: -1, isUrgent }, units, {
        onResult: () => {
          order.push(name);
          if (--left > 0) return;
          drop();
          resolve();
        },
        onFailed: reject,
      });
    });
  const long = start("long", [0], false);
  await start(join(folder, "urgent"), UNITS.slice(0, 20), true);
  await long;
  expect(order).toEqual([...Array<string>(20).fill(join(folder, "urgent")), "long"]);
});

test("a job that is dropped reports nothing of the units that were handed out ahead", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const heard: number[] = [];
  const drop = pools[0]!.start({ names: [join(folder, "dropped")], seed: -1 }, UNITS, {
    onResult: (unit) => {
      heard.push(unit);
      if (unit !== 10) return;
      drop();
      resolve();
    },
    onFailed: (error: UnitError) => {
      throw error;
    },
  });
  await promise;
  expect(await run(pools[0]!, "after it")).toEqual(UNITS);
  expect(heard).toEqual(UNITS.slice(0, 11));
});
