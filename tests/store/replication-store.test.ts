/** The store of replications: what it acknowledged is there once, and what it cannot read stays as it is. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ReplicationReader } from "../../server/store/replication-reader.ts";
import { HashMismatchError, ReplicationStore, STORE_FILE } from "../../server/store/replication-store.ts";
import type { NewReplication } from "../../server/store/replication-store.ts";
import { StoreError } from "../../server/store/store-error.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-replications-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const work = { content: "a bridge", seed: 1 };
const replicationOf = (replication: number, of: Partial<NewReplication> = {}): NewReplication => ({
  work,
  scenario: "A bridge",
  replication,
  hash: `hash ${replication}`,
  summary: Uint8Array.of(replication, 1),
  vehicles: Uint8Array.of(replication, 2, 3),
  ...of,
});

/** Opens it anew, and says which replications of the work it has. */
function storedOf(model = "m1", of = work): readonly number[] {
  const reader = new ReplicationReader(join(folder, STORE_FILE), model);
  return Array.from({ length: 50 }, (_, i) => i).filter((i) => reader.read(of, i, false) !== null);
}

function faultOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof StoreError) return error.fault;
    throw error;
  }
  return "none";
}

test("what was saved can be read by its work and number, with its vehicles where they are wanted", async () => {
  const store = ReplicationStore.open(folder, "m1");
  await store.save([replicationOf(3)]);
  const reader = new ReplicationReader(store.file, "m1");
  const { hash, summary, vehicles } = replicationOf(3);
  expect(reader.read(work, 3, true)).toEqual({ hash, summary, vehicles });
  expect(reader.read(work, 3, false)).toEqual({ hash, summary, vehicles: null });
  store.close();
});

test.each<[string, string, typeof work, number]>([
  ["another version of the model", "m2", work, 3],
  ["another scenario", "m1", { ...work, content: "another bridge" }, 3],
  ["another seed", "m1", { ...work, seed: 2 }, 3],
  ["another number", "m1", work, 4],
])("a replication of %s is not there", async (_, model, of, number) => {
  const store = ReplicationStore.open(folder, "m1");
  await store.save([replicationOf(3)]);
  expect(new ReplicationReader(store.file, model).read(of, number, false)).toBeNull();
  store.close();
});

test("closing brings what is under way to the disk", async () => {
  const store = ReplicationStore.open(folder, "m1");
  const saved = [0, 1, 2].map((i) => store.save([replicationOf(i)]));
  store.close();
  await Promise.all(saved);
  expect(storedOf()).toEqual([0, 1, 2]);
});

test("what is stored already is kept, and the same run may come again", async () => {
  const store = ReplicationStore.open(folder, "m1");
  await store.save([replicationOf(0)]);
  await store.save([replicationOf(0), replicationOf(1)]);
  expect(store.contents().replications).toBe(2);
  store.close();
});

test("the same run that ended in two ways is a mistake, and the others of its batch are stored", async () => {
  const store = ReplicationStore.open(folder, "m1");
  await store.save([replicationOf(0)]);
  const outcomes = Promise.allSettled([
    store.save([replicationOf(1)]),
    store.save([replicationOf(0, { hash: "other" })]),
    store.save([replicationOf(2)]),
  ]);
  store.flush();
  const [first, second, third] = await outcomes;
  expect([first.status, third.status]).toEqual(["fulfilled", "fulfilled"]);
  expect(second).toMatchObject({ status: "rejected", reason: expect.any(HashMismatchError) as unknown });
  expect(String((second as PromiseRejectedResult).reason)).toMatch(
    /A bridge, seed 1, replication 0 ended as other.*as hash 0/,
  );
  store.close();
  expect(storedOf()).toEqual([0, 1, 2]);
});

test("two that write to one file both get in, and what both have is there once", async () => {
  const [one, two] = [ReplicationStore.open(folder, "m1"), ReplicationStore.open(folder, "m1")];
  await Promise.all([
    one.save([replicationOf(0), replicationOf(1)]),
    two.save([replicationOf(1), replicationOf(2)]),
  ]);
  expect(one.contents().replications).toBe(3);
  one.close();
  two.close();
});

describe("a store that has reached its size", () => {
  const large = (replication: number): NewReplication =>
    replicationOf(replication, { vehicles: new Uint8Array(300_000).fill(replication + 1) });

  test("acknowledges without storing, says why, and keeps what it has", async () => {
    const store = ReplicationStore.open(folder, "m1", { mostBytes: 1_000_000 });
    for (let i = 0; i < 6; i++) await store.save([large(i)]);
    expect(store.failure?.fault).toBe("full");
    const stored = store.contents().replications;
    expect(stored).toBeGreaterThan(0);
    store.close();
    expect(storedOf()).toEqual(Array.from({ length: stored }, (_, i) => i));
  });

  test("takes all or nothing of what was saved together", async () => {
    const store = ReplicationStore.open(folder, "m1", { mostBytes: 1_000_000 });
    await store.save([large(0), large(1), large(2), large(3), large(4)]);
    expect(store.failure?.fault).toBe("full");
    expect(store.contents().replications).toBe(0);
    store.close();
  });
});

describe("is refused and left as it is:", () => {
  const path = (): string => join(folder, STORE_FILE);
  const sqlite = (statements: string): void => {
    const db = new DatabaseSync(path());
    db.exec(statements);
    db.close();
  };

  async function spoiled(): Promise<void> {
    const store = ReplicationStore.open(folder, "m1");
    await store.save([replicationOf(0)]);
    store.close();
    const bytes = readFileSync(path());
    // Behind the head of the file stands the list of its tables.
    bytes.fill(0xff, 100, 4000);
    writeFileSync(path(), bytes);
  }

  async function newer(): Promise<void> {
    ReplicationStore.open(folder, "m1").close();
    sqlite("PRAGMA user_version = 999");
  }

  test.each<[string, string, () => void | Promise<void>]>([
    ["a text", "foreign", () => writeFileSync(path(), "no database at all ".repeat(100))],
    ["a database of another program", "foreign", () => sqlite("CREATE TABLE notes (text TEXT)")],
    ["a file that was written over", "damaged", spoiled],
    ["a store of a newer version", "newer", newer],
  ])("%s", async (_, fault, make) => {
    await make();
    const before = readFileSync(path());
    expect(faultOf(() => ReplicationStore.open(folder, "m1"))).toBe(fault);
    expect(readFileSync(path()).equals(before)).toBe(true);
  });
});

test("a folder that cannot be made is said to be none", () => {
  writeFileSync(join(folder, "file"), "");
  expect(faultOf(() => ReplicationStore.open(join(folder, "file", "below"), "m1"))).toBe("noFolder");
});

describe("clearing", () => {
  beforeEach(async () => {
    const earlier = ReplicationStore.open(folder, "m1");
    await earlier.save([replicationOf(0), replicationOf(1)]);
    earlier.close();
  });

  test("what earlier models left keeps what the present one has", async () => {
    const store = ReplicationStore.open(folder, "m2");
    await store.save([replicationOf(0)]);
    expect(store.contents()).toMatchObject({ replications: 1, ofEarlierModels: 2 });
    expect(store.clear("earlier")).toBe(2);
    expect(store.contents()).toMatchObject({ replications: 1, ofEarlierModels: 0 });
    store.close();
    expect(storedOf("m2")).toEqual([0]);
  });

  test("all leaves a store that can be used", async () => {
    const store = ReplicationStore.open(folder, "m1");
    expect(store.clear("all")).toBe(2);
    store.shrink();
    await store.save([replicationOf(5)]);
    expect(store.contents().replications).toBe(1);
    store.close();
    expect(storedOf()).toEqual([5]);
  });
});
