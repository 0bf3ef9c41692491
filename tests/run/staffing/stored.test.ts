/** A staffing question with a store: no day is run twice, and nobody can tell from the answer. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WorkerPool } from "../../../server/run/pool.ts";
import { optimize, prepare } from "../../../server/run/staffing/optimize.ts";
import type { OptimizeOptions } from "../../../server/run/staffing/optimize.ts";
import { ReplicationStore } from "../../../server/store/replication-store.ts";
import { HOUR, MINUTE } from "../../../shared/units.ts";
import { loadedOf } from "../small-ports.ts";

// Hundreds of days, on a machine that may have others to run.
vi.setConfig({ testTimeout: 120_000 });

/** Trucks that come by chance, so that days differ. */
const PORT = loadedOf("port", {
  hours: "08:00-10:00",
  demand: { trucks: "100 /day" },
  stages: { primary: { booths: { shared: 2 }, line: "pooled", service: "exponential 60 s", moveUp: "0 s" } },
  staffing: { primary: { shared: { "08:00": 2, "10:00": 0 } } },
});
const asked = prepare(PORT, {
  promises: [{ share: 0.95, class: null, stage: null, limitMs: 10 * MINUTE }],
  sure: 0.8,
  rules: {
    shifts: [{ lengthMs: HOUR, most: null }],
    startsEveryMs: HOUR,
    rest: null,
    roster: null,
  },
});
if (!("grid" in asked)) throw new Error(JSON.stringify(asked));
const prepared = asked;

let pool: WorkerPool;
let folder: string;
beforeAll(() => {
  pool = new WorkerPool({ workers: 2 });
  folder = mkdtempSync(join(tmpdir(), "cruce-staffing-"));
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

async function run(store: ReplicationStore | null, also: Partial<OptimizeOptions> = {}): Promise<string> {
  const optimized = await optimize({ pool, store }, prepared, {
    seed: 3,
    replications: 10,
    budgetMs: 60 * MINUTE,
    signal: new AbortController().signal,
    names: { plan: "plan", sameHours: "same hours" },
    onSearch: () => undefined,
    onEstimate: () => undefined,
    ...also,
  });
  return JSON.stringify(optimized);
}

/** With a store of its own session; says what it found there and what it had to run. */
async function stored(also: Partial<OptimizeOptions> = {}) {
  const store = ReplicationStore.open(folder, "m1");
  try {
    const text = await run(store, also);
    return { text, taken: store.taken, made: store.made };
  } finally {
    store.close();
  }
}

test("the answer is the same bytes without a store and with one that is empty, interrupted, half full or full", async () => {
  const without = await run(null);

  const abort = new AbortController();
  let days = 0;
  const interrupted = await stored({
    signal: abort.signal,
    onSearch: () => {
      if (++days === 5) abort.abort();
    },
  });
  expect(interrupted.made).toBeGreaterThan(0);
  expect(interrupted.text).not.toBe(without);

  const resumed = await stored();
  expect(resumed.text === without).toBe(true);
  // Plans that differ may staff the same booths: such a day is run once.
  expect(resumed.taken).toBeGreaterThanOrEqual(interrupted.made);
  expect(resumed.made).toBeGreaterThan(0);

  const full = await stored();
  expect(full.text === without).toBe(true);
  expect([full.taken, full.made]).toEqual([resumed.taken + resumed.made, 0]);

  const db = new DatabaseSync(join(folder, "replications.sqlite"));
  db.exec("DELETE FROM replication WHERE number % 2 = 1");
  db.close();
  const half = await stored();
  expect(half.text === without).toBe(true);
  expect(half.taken + half.made).toBe(full.taken);
  expect(half.made).toBeGreaterThan(full.taken / 3);
});
