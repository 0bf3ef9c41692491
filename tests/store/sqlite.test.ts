/** The store of sessions: what it acknowledged is there, in order, whatever else failed. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, SqliteStore } from "../../server/store/sqlite.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const session = (id: string) => ({
  id,
  controlHash: "c",
  watchHash: "w",
  createdMs: 1,
  firstEntry: "opened",
});
const mark = (positionMs: number, epoch = 1) => ({ positionMs, epoch });

test("a session read back has its entries in order and its last mark", async () => {
  const store = openStore(folder);
  await store.create(session("a"));
  await Promise.all([
    store.append("a", 2, "two", mark(5), 10),
    store.append("a", 3, "three", mark(7), 11),
    store.mark(new Map([["a", mark(9, 2)]]), 12),
  ]);
  await store.close();
  const again = openStore(folder);
  expect(again.read("a")).toEqual({
    id: "a",
    controlHash: "c",
    watchHash: "w",
    createdMs: 1,
    entries: ["opened", "two", "three"],
    mark: { positionMs: 9, epoch: 2 },
  });
  await again.close();
});

test("a session that was never made is not there", async () => {
  const store = openStore(folder);
  expect(store.read("nobody")).toBeNull();
  await store.close();
});

test("an entry that does not follow the last one is refused and the others of its turn are kept", async () => {
  const store = openStore(folder);
  await store.create(session("a"));
  await store.create(session("b"));
  const outcomes = await Promise.allSettled([
    store.append("a", 2, "two", mark(0), 1),
    store.append("a", 4, "four", mark(0), 1),
    store.append("b", 2, "two", mark(0), 1),
    store.append("nobody", 2, "two", mark(0), 1),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "rejected",
  ]);
  expect(store.read("a")?.entries).toEqual(["opened", "two"]);
  expect(store.read("b")?.entries).toEqual(["opened", "two"]);
  await store.close();
});

test("sessions that nobody used since are forgotten with their entries", async () => {
  const store = openStore(folder);
  await store.create(session("old"));
  await store.create(session("used"));
  await store.append("used", 2, "two", mark(0), 100);
  expect(await store.forgetBefore(50)).toBe(1);
  expect(store.read("old")).toBeNull();
  expect(store.read("used")?.entries).toEqual(["opened", "two"]);
  await store.close();
});

test("a folder that cannot be written gives a store in memory that says what to do", async () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  const store = openStore(join(file, "below"));
  expect(store.warning).toMatch(/cannot be stored in .*a-file.*CRUCE_DATA/);
  await store.create(session("a"));
  expect(store.read("a")?.entries).toEqual(["opened"]);
  await store.close();
});

test("a file of a newer version is left alone", async () => {
  const path = join(folder, "sessions.sqlite");
  const newer = new DatabaseSync(path);
  newer.exec("PRAGMA user_version = 999");
  newer.close();
  expect(() => new SqliteStore(path, null)).toThrow(/newer version/);
  const store = openStore(folder);
  expect(store.warning).toMatch(/newer version/);
  await store.close();
});
