/** Results sent to a file that has no room for them: `ulimit` cuts a write off where a full disk would. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { MAIN, smallPort } from "./cruce.ts";

// Each test starts programs, on a machine that may have others to run.
vi.setConfig({ testTimeout: 40_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-full-disk-"));
  writeFileSync(join(folder, "port.yaml"), smallPort(2));
});
afterAll(() => rmSync(folder, { recursive: true }));

const asked = ["run", "port.yaml", "--replications", "2", "--json", "--no-store"];

/** `to`: where its results go. */
const onFullDisk = (to: string, ...more: readonly string[]) =>
  spawnSync("sh", ["-c", `ulimit -f 8; exec "$0" "$@" > ${to}`, process.execPath, MAIN, ...asked, ...more], {
    cwd: folder,
    env: { ...process.env, LANG: "C", LC_ALL: "C" },
    encoding: "utf8",
  });

test("results that are cut off on the way to a file are no success", () => {
  const { status, stderr } = onFullDisk("results");
  expect(statSync(join(folder, "results")).size).toBeLessThan(10_000);
  expect(stderr).toBe("stdout cannot be written: the file would be too large.\n");
  expect(status).toBe(1);
});

test("a folder that has no room for all tables gets none", () => {
  const { status, stderr } = onFullDisk("/dev/null", "--out", "tables", "--quiet");
  expect(stderr).toBe("tables cannot be written: the file would be too large.\n");
  expect(status).toBe(1);
  expect(readdirSync(join(folder, "tables"))).toEqual([]);
});

test("where nobody can be told what is wrong, the code says it", () => {
  const { status } = spawnSync("sh", [
    "-c",
    'exec "$0" "$@" 2> /dev/full',
    process.execPath,
    MAIN,
    "run",
    "nix.yaml",
  ]);
  expect(status).toBe(3);
});
