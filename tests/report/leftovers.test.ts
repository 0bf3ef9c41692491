/** Results whose writer is killed while their files take their names: a reader can tell, and the next writer clears up. */
import { spawnSync } from "node:child_process";
import { linkSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test, vi } from "vitest";
import { sha256Of } from "../../server/report/tables/metadata.ts";
import { HasResultsError } from "../../server/report/tables/result-files.ts";
import { RESULTS, writeResults } from "./some-results.ts";

// Starts programs, on a machine that may have others to run.
vi.setConfig({ testTimeout: 120_000 });

const KILLED = fileURLToPath(new URL("./killed-while-naming.ts", import.meta.url));
/** Each file takes its name and gives up the one it had until then. */
const NAMINGS = 2 * RESULTS.length;
/** No process has such a number. */
const GONE = 999_999_999;

const root = mkdtempSync(join(tmpdir(), "cruce-leftovers-"));
afterAll(() => rmSync(root, { recursive: true }));

const newFolder = (): string => mkdtempSync(join(root, "out-"));
const killedAt = (naming: number, folder: string): NodeJS.Signals | null =>
  spawnSync(process.execPath, [KILLED, folder, String(naming)]).signal;

type Metadata = {
  readonly scenario: string;
  readonly files: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
};

/** Whose results they are; null: metadata is not there. Fails where it is, and a file is not the one that it lists. */
function wholeOf(folder: string): string | null {
  if (!readdirSync(folder).includes("metadata.json")) return null;
  const { scenario, files } = JSON.parse(readFileSync(join(folder, "metadata.json"), "utf8")) as Metadata;
  expect(files.map(({ file }) => file)).toEqual(["points.csv", "frontier.csv"]);
  for (const { file, bytes, sha256 } of files) {
    const text = readFileSync(join(folder, file), "utf8");
    expect([Buffer.byteLength(text), sha256Of(text)]).toEqual([bytes, sha256]);
  }
  return scenario;
}

test.each(Array.from({ length: NAMINGS }, (_, i) => i + 1))(
  "killed before naming %i, results are whole or without metadata, and the next writer clears up",
  async (naming) => {
    const folder = newFolder();
    expect(killedAt(naming, folder)).toBe("SIGKILL");
    const left = readdirSync(folder).filter((name) => name !== "metadata.json");
    const isWhole = naming > RESULTS.length;
    expect(wholeOf(folder)).toBe(isWhole ? "killed" : null);
    if (isWhole) await expect(writeResults(folder, "next")).rejects.toThrow(HasResultsError);
    else expect((await writeResults(folder, "next")).toSorted()).toEqual(left.toSorted());
    expect(wholeOf(folder)).toBe(isWhole ? "killed" : "next");
    expect(readdirSync(folder).toSorted()).toEqual(RESULTS);
  },
);

test("nothing else is done to names: who is not killed by then ends as ever", () => {
  const folder = newFolder();
  expect(killedAt(NAMINGS + 1, folder)).toBe(null);
  expect(readdirSync(folder).toSorted()).toEqual(RESULTS);
});

test("a table without metadata that is not known to be a leftover stays, and is refused as that", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "points.csv"), "mine");
  writeFileSync(join(folder, `points.csv.${GONE}-0123abcd.part`), "half");
  await expect(writeResults(folder, "next")).rejects.toMatchObject({ file: "points.csv", isWhole: false });
  expect(readdirSync(folder)).toEqual(["points.csv"]);
});

test("what another process is still writing, and what results do not have, is left alone", async () => {
  const folder = newFolder();
  const others = [`points.csv.${process.ppid}-0123abcd.part`, `notes.csv.${GONE}-0123abcd.part`];
  for (const name of others) writeFileSync(join(folder, name), "half");
  expect(await writeResults(folder, "next")).toEqual([]);
  expect(readdirSync(folder).toSorted()).toEqual([...RESULTS, ...others].toSorted());
});

test("a second name that a killed process left to whole results goes, and the results stay", async () => {
  const folder = newFolder();
  await writeResults(folder, "first");
  linkSync(join(folder, "points.csv"), join(folder, `points.csv.${GONE}-0123abcd.part`));
  await expect(writeResults(folder, "next")).rejects.toMatchObject({ file: "metadata.json", isWhole: true });
  expect(wholeOf(folder)).toBe("first");
  expect(readdirSync(folder).toSorted()).toEqual(RESULTS);
});
