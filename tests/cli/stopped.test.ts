/**
 * Commands that are stopped while they write. They are told by their files: a signal comes with the nth sign of life
 * from the folder, or with the first byte that is printed, before which all days are run and after which tables are made.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { MAIN, cruceHere, smallPort } from "./cruce.ts";

// Each test starts programs, on a machine that may have others to run.
vi.setConfig({ testTimeout: 120_000 });

const root = mkdtempSync(join(tmpdir(), "cruce-stopped-"));
const port = join(root, "port.yaml");
const env = { ...process.env, LANG: "C", LC_ALL: "C", CRUCE_DATA: join(root, "data") };
const REPLICATIONS = 60;
const args = ["run", port, "--replications", String(REPLICATIONS), "--json", "--workers", "1"];
beforeAll(() => writeFileSync(port, smallPort(2)));
afterAll(() => rmSync(root, { recursive: true }));

type Ended = { readonly folder: string; readonly code: number | null; readonly stderr: string };
type Instant = number | "printed";

/** Into a new folder; `signs`: of its files. */
async function stoppedAt(instant: Instant, signal: NodeJS.Signals, more: readonly string[]): Promise<Ended> {
  const folder = mkdtempSync(join(root, "out-"));
  const child = spawn(process.execPath, [MAIN, ...args, "--out", folder, ...more], { env });
  let signs = 0;
  let stderr = "";
  const watcher = watch(folder, () => {
    if (++signs === instant) child.kill(signal);
  });
  child.stdout.once("data", () => {
    if (instant === "printed") child.kill(signal);
  });
  child.stdout.resume();
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number | null];
  watcher.close();
  return { folder, code, stderr };
}

type Metadata = {
  readonly interrupted: boolean;
  readonly files: readonly { readonly file: string; readonly rows: number }[];
};

/** Null: there are none. Fails where there are some and not all. */
function resultsIn(folder: string): Metadata | null {
  const names = readdirSync(folder).filter((name) => !name.endsWith(".part"));
  if (names.length === 0) return null;
  const metadata = JSON.parse(readFileSync(join(folder, "metadata.json"), "utf8")) as Metadata;
  expect(names.toSorted()).toEqual(["metadata.json", ...metadata.files.map(({ file }) => file)].toSorted());
  for (const { file, rows } of metadata.files.filter(({ file: name }) => name.endsWith(".csv")))
    expect(readFileSync(join(folder, file), "utf8").split("\r\n"), file).toHaveLength(rows + 2);
  return metadata;
}

test.each([
  [1, "SIGINT"],
  [8, "SIGTERM"],
  [20, "SIGINT"],
  ["printed", "SIGTERM"],
  ["printed", "SIGINT"],
] as const)(
  "a signal leaves whole results or none, and it is said which (%s, %s)",
  async (instant, signal) => {
    const more = ["--format", "both", "--with-visits"];
    const { folder, code, stderr } = await stoppedAt(instant, signal, more);
    const results = resultsIn(folder);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    if (code === 0) expect(results?.interrupted).toBe(false);
    else expect(code).toBe(130);
    const said = results === null ? /^No results are written to|^Interrupted before/m : /^Written to/m;
    expect(stderr).toMatch(said);
  },
);

test.each([3, 12, "printed"] as const)(
  "a kill leaves whole results or none, and the same command goes on (%s)",
  async (at) => {
    const { folder } = await stoppedAt(at, "SIGKILL", []);
    const results = resultsIn(folder);
    const again = await cruceHere([...args, "--out", folder], "en", { CRUCE_DATA: join(root, "data") });
    expect(again.code).toBe(results === null ? 0 : 2);
    expect(resultsIn(folder)?.interrupted).toBe(false);
  },
);

test("a report and tables are whole also where nobody reads what is printed", async () => {
  const [folder, report] = [mkdtempSync(join(root, "unread-")), join(root, "unread.html")];
  const child = spawn(process.execPath, [MAIN, ...args, "--out", folder, "--report", report], { env });
  child.stdout.destroy();
  const [code] = (await once(child, "close")) as [number | null];
  expect(code).toBe(0);
  expect(resultsIn(folder)?.files).toHaveLength(3);
  expect(readFileSync(report, "utf8")).toMatch(/<\/html>\s*$/);
});
