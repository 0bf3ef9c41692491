/** A command that a signal stops while it opens its files, when they are made and nothing is in them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";

// Each test starts a program, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), "cruce-opening-"));
afterAll(() => rmSync(root, { recursive: true }));

/** The signal comes with the opening of the part file, and the command waits for it. */
const opening = (work: string): string => `
  import promises from "node:fs/promises";
  import { syncBuiltinESMExports } from "node:module";
  const open = promises.open;
  promises.open = async (name, ...flags) => {
    if (!String(name).endsWith(".part")) return open(name, ...flags);
    process.kill(process.pid, "SIGTERM");
    return new Promise((resolve) => setTimeout(resolve, 30_000));
  };
  syncBuiltinESMExports();
  const of = (file) => import(new URL(file, ${JSON.stringify(new URL("../../server/cli/", import.meta.url).href)}));
  const { textsIn } = await of("texts.ts");
  ${work}`;

test.each([
  [
    "new.csv",
    'const { VisitsFile } = await of("visits-file.ts"); await VisitsFile.open("new.csv", textsIn("en"));',
  ],
  [
    "new.html",
    'const { ReportFile } = await of("report-file.ts"); await ReportFile.open("new.html", textsIn("en"));',
  ],
])("nothing of %s stays, and it is said", (name, work) => {
  const folder = mkdtempSync(join(root, "at-"));
  const args = ["--input-type=module", "-e", opening(work)];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe(`No results are written to ${name}: the command was stopped before they were whole.\n`);
  expect(status).toBe(130);
  expect(readdirSync(folder)).toEqual([]);
});
