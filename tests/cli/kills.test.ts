/**
 * `cruce run` killed at 20 instants. They are told by the store: a kill comes with the nth sign of life from its
 * files, be it in the middle of a transaction or between two.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { MAIN, cruceHere, smallPort } from "./cruce.ts";

const KILLS = 20;
const REPLICATIONS = 1500;

const root = mkdtempSync(join(tmpdir(), "cruce-kills-"));
afterAll(() => rmSync(root, { recursive: true }));
const data = join(root, "data");
mkdirSync(data);
const file = join(root, "port.yaml");
writeFileSync(file, smallPort(2));
const args = ["run", file, "--replications", String(REPLICATIONS), "--json"];

/** Starts the command and kills it after so many signs of life; says which signal ended it. */
async function killedAfter(signs: number): Promise<NodeJS.Signals | null> {
  const env = { ...process.env, CRUCE_DATA: data };
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: "ignore" });
  let seen = 0;
  const watcher = watch(data, () => {
    if (++seen === signs) child.kill("SIGKILL");
  });
  const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  watcher.close();
  return signal;
}

/** Numbers of the replications that are stored, in order; reading proves that the file is whole. */
function stored(): readonly number[] {
  const db = new DatabaseSync(join(data, "replications.sqlite"));
  try {
    expect(db.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    // The first kills come before there is a table.
    if (db.prepare("PRAGMA user_version").get()?.["user_version"] === 0) return [];
    return db
      .prepare("SELECT number FROM replication ORDER BY number")
      .all()
      .map((row) => Number(row["number"]));
  } finally {
    db.close();
  }
}

test(
  "a run that is killed 20 times loses nothing that was finished, doubles nothing, and ends in the same bytes",
  { timeout: 600_000 },
  async () => {
    let before: readonly number[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      // From the making of the file on to the middle of the run.
      expect(await killedAfter(2 * kill)).toBe("SIGKILL");
      const now = stored();
      expect(before.filter((number) => !now.includes(number))).toEqual([]);
      expect(new Set(now).size).toBe(now.length);
      before = now;
    }
    expect(before.length).toBeGreaterThan(0);
    const finished = await cruceHere(args, "en", { CRUCE_DATA: data });
    expect(finished.stderr).toBe(`${before.length} of ${REPLICATIONS} runs were taken from the store.\n`);
    const undisturbed = await cruceHere([...args, "--no-store"]);
    expect(finished.stdout === undisturbed.stdout).toBe(true);
    expect(stored()).toEqual(Array.from({ length: REPLICATIONS }, (_, i) => i));
  },
);
