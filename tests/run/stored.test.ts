/** Experiments with a store: nothing that is there is run again, and nobody can tell from the results. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { Experiment } from "../../server/run/experiment.ts";
import type { ExperimentOptions, ExperimentRequest } from "../../server/run/experiment.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { HashMismatchError, ReplicationStore } from "../../server/store/replication-store.ts";
import { ONE_MORE, TODAY } from "./small-ports.ts";

const root = mkdtempSync(join(tmpdir(), "cruce-stored-"));
const [one, two] = [1, 2].map((workers) => new WorkerPool({ workers })) as [WorkerPool, WorkerPool];
afterAll(async () => {
  await Promise.all([one.close(), two.close()]);
  rmSync(root, { recursive: true });
});

let folder: string;
let folders = 0;
beforeEach(() => {
  folder = join(root, String(folders++));
  mkdirSync(folder);
});

const COMPARE = { scenarios: [TODAY, ONE_MORE], seed: 5, replications: 6 };
const ALONE = { ...COMPARE, scenarios: [TODAY] };

async function run(
  request: ExperimentRequest,
  { pool = one, ...options }: ExperimentOptions & { readonly pool?: WorkerPool } = {},
): Promise<{ readonly text: string; readonly taken: number; readonly store: ReplicationStore }> {
  const store = options.store ?? ReplicationStore.open(folder, "m1");
  const experiment = new Experiment(pool, request, { ...options, store });
  try {
    await experiment.finished;
    const text = JSON.stringify([experiment.result(), experiment.units], (_, part: unknown) =>
      ArrayBuffer.isView(part) ? Object.values(part) : part,
    );
    return { text, taken: experiment.taken, store };
  } finally {
    if (options.store === undefined) store.close();
  }
}

async function unstored(request: ExperimentRequest): Promise<string> {
  const experiment = new Experiment(one, request);
  await experiment.finished;
  return JSON.stringify([experiment.result(), experiment.units], (_, part: unknown) =>
    ArrayBuffer.isView(part) ? Object.values(part) : part,
  );
}

describe("the results are the same bytes", () => {
  const stored: readonly (readonly [string, readonly ExperimentRequest[], number])[] = [
    ["nothing", [], 0],
    ["half of the days", [{ ...COMPARE, replications: 3 }], 6],
    ["days in the middle", [{ ...COMPARE, firstReplication: 2, replications: 2 }], 4],
    ["the baseline alone", [ALONE], 6],
    ["the other scenario alone", [{ ...COMPARE, scenarios: [ONE_MORE], replications: 4 }], 4],
    ["everything", [COMPARE], 12],
  ];
  test.each(stored)("with %s in the store", async (_, before, found) => {
    for (const request of before) await run(request);
    const { text, taken } = await run(COMPARE, { pool: two });
    expect(taken).toBe(found);
    expect(text === (await unstored(COMPARE))).toBe(true);
  });

  test("for one scenario whose days were stored by a comparison", async () => {
    await run(COMPARE);
    const { text, taken } = await run(ALONE);
    expect(taken).toBe(6);
    expect(text === (await unstored(ALONE))).toBe(true);
  });
});

test("of antithetic pairs the first days are those of an ordinary run, and the others are kept apart", async () => {
  await run(ALONE);
  const inPairs = { ...ALONE, antithetic: true };
  const { text, taken } = await run(inPairs);
  expect(taken).toBe(6);
  expect((await run(inPairs)).taken).toBe(12);
  expect(text === (await unstored(inPairs))).toBe(true);
  expect((await run({ ...ALONE, replications: 12 })).taken).toBe(6);
});

test("a scenario under another name and with other prices is the same work", async () => {
  await run(ALONE);
  const renamed = { ...TODAY, file: "b.yaml", scenario: { ...TODAY.scenario, name: "B", about: "as A" } };
  expect((await run({ ...ALONE, scenarios: [renamed] })).taken).toBe(6);
});

test.each<[string, Partial<ExperimentRequest>]>([
  ["another seed", { seed: 6 }],
  ["other replications", { firstReplication: 6 }],
  ["interventions", { changes: [[{ kind: "slowService", at: 0, day: 1, factor: 2, stage: "primary" }]] }],
  ["another scenario", { scenarios: [ONE_MORE] }],
])("%s is other work", async (_, other) => {
  await run(ALONE);
  expect((await run({ ...ALONE, ...other })).taken).toBe(0);
});

test("a day counts as finished once it is on disk", async () => {
  const store = ReplicationStore.open(folder, "m1");
  const seen: boolean[] = [];
  const onProgress = (done: number): void => void seen.push(store.contents().replications >= done);
  await run(ALONE, { store, onProgress });
  expect(seen).toEqual([true, true, true, true, true, true]);
  store.close();
});

test("cancelled, it has every day that is on disk, and goes on from there", async () => {
  const abort = new AbortController();
  const onProgress = (done: number): void => {
    if (done === 3) abort.abort();
  };
  const long = { ...ALONE, replications: 300 };
  const store = ReplicationStore.open(folder, "m1");
  const cut = new Experiment(one, long, { store, signal: abort.signal, onProgress });
  await cut.finished;
  expect(store.contents().replications).toBe(cut.done);
  expect(cut.done).toBeLessThan(300);
  const more = { ...ALONE, replications: cut.done + 1 };
  expect((await run(more, { store })).taken).toBe(cut.done);
  store.close();
});

describe("a run that ended otherwise before", () => {
  const spoil = (): void => {
    const db = new DatabaseSync(join(folder, "replications.sqlite"));
    db.exec("UPDATE replication SET hash = 'another' WHERE number = 2");
    db.close();
  };

  test("is found out when its visits are asked for, as it is then run again", async () => {
    await run(ALONE);
    spoil();
    const visits = { part: () => Promise.resolve(), done: () => Promise.resolve() };
    const again = run(ALONE, { visits });
    await expect(again).rejects.toThrow(HashMismatchError);
    await expect(again).rejects.toThrow(/today, seed 5, replication 2 ended as [0-9a-f]+.*as another/);
  });
});

test("visits of stored days are run again and end as they are stored", async () => {
  const sent = async (): Promise<number> => {
    let bytes = 0;
    const visits = {
      part: (_replication: number, _at: number, part: Uint8Array) => {
        bytes += part.length;
        return Promise.resolve();
      },
      done: () => Promise.resolve(),
    };
    expect((await run(ALONE, { visits })).taken).toBe(0);
    return bytes;
  };
  const first = await sent();
  expect(first).toBeGreaterThan(1000);
  expect(await sent()).toBe(first);
});

test("bytes that went bad are noticed, and what they held is run anew", async () => {
  await run(COMPARE);
  const path = join(folder, "replications.sqlite");
  const db = new DatabaseSync(path);
  db.exec(
    "UPDATE replication SET summary = CAST(substr(summary, 1, 400) || x'00' || substr(summary, 402) AS BLOB)",
  );
  db.close();
  const before = readFileSync(path);
  const { text, store } = await run(COMPARE);
  expect(text === (await unstored(COMPARE))).toBe(true);
  expect(store.failure?.fault).toBe("damaged");
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("what a full store cannot take is run and shown all the same", async () => {
  const store = ReplicationStore.open(folder, "m1", { mostBytes: 100_000 });
  const { text } = await run(COMPARE, { store });
  expect(text === (await unstored(COMPARE))).toBe(true);
  expect(store.failure?.fault).toBe("full");
  store.close();
});
