import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { WorkerPool } from "../../server/run/pool.ts";
import type { GatedRequest } from "./quick-worker.ts";

type Pool = WorkerPool<GatedRequest, number>;

const folder = mkdtempSync(join(tmpdir(), "cruce-quick-pool-"));
const script = new URL("./quick-worker.ts", import.meta.url);
const [one, two]: [Pool, Pool] = [
  new WorkerPool({ workers: 1, script }),
  new WorkerPool({ workers: 2, script }),
];
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await Promise.all([one.close(), two.close()]);
  rmSync(folder, { recursive: true });
});

const UNITS = Array.from({ length: 200 }, (_, unit) => unit);

type Asked = Partial<GatedRequest> & {
  readonly name: string;
  readonly units?: readonly number[];
  /** Told of each unit that is done; true: the job is dropped. */
  readonly heard?: (unit: number) => boolean;
};

/** Numbers of the units in the order in which they came back. */
function run(pool: Pool, { name, units = UNITS, heard = () => false, ...request }: Asked) {
  const { promise, resolve, reject } = Promise.withResolvers<readonly number[]>();
  const results: number[] = [];
  const drop = pool.start({ seed: -1, ...request, names: [join(folder, name)] }, units, {
    onResult: (unit) => {
      results.push(unit);
      if (!heard(unit) && results.length < units.length) return;
      drop();
      resolve(results);
    },
    onFailed: reject,
  });
  return promise;
}

/** Lets units below the number begin. */
function gated() {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const open = (until: number): void => {
    Atomics.store(gate, 0, until);
    Atomics.notify(gate, 0);
  };
  return { gate, open };
}

test.each([
  [1, one],
  [2, two],
])("short units that wait behind one whose thread dies are run once each (%i)", async (workers, pool) => {
  const results = await run(pool, { name: `dies ${workers}`, seed: 100 });
  expect([...results].sort((a, b) => a - b)).toEqual(UNITS);
});

test("one thread runs its units in the order in which they were handed out", async () => {
  expect(await run(one, { name: "in order" })).toEqual(UNITS);
});

test("a thread at a short unit has the next one, and no more", async () => {
  const { gate, open } = gated();
  await run(one, { name: "warm" });
  const post = vi.spyOn(Worker.prototype, "postMessage");
  const sent = () =>
    post.mock.calls.filter(([message]) => (message as { kind: string }).kind === "unit").length;
  const { promise: five, resolve } = Promise.withResolvers<void>();
  open(5);
  const all = run(one, {
    name: "ahead",
    gate,
    heard: (unit) => {
      if (unit === 4) resolve();
      return false;
    },
  });
  await five;
  // Those done, the one that the thread is at, and the one after it.
  expect(sent()).toBe(5 + 1 + 1);
  open(UNITS.length);
  expect(await all).toEqual(UNITS);
});

test("no short unit is handed to a thread that is at a long one", async () => {
  const { gate, open } = gated();
  await run(two, { name: "short and known so" });
  const long = run(two, { name: "long", gate, units: [0] });
  // Were one of them behind the long unit, these would never be done.
  const urgent = await run(two, { name: "urgent", units: UNITS.slice(0, 20), isUrgent: true });
  expect(urgent).toHaveLength(20);
  open(1);
  expect(await long).toEqual([0]);
});

test("a job that is dropped reports nothing of the units that were handed out ahead", async () => {
  const heard: number[] = [];
  await run(one, { name: "dropped", heard: (unit) => heard.push(unit) > 10 });
  expect(await run(one, { name: "after it" })).toEqual(UNITS);
  expect(heard).toEqual(UNITS.slice(0, 11));
});
