/** A table says the same whether it is all that is worked out, or the figures of a report with it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { isInTables } from "../../server/cli/output/tables.ts";
import { cruceHere, smallPort } from "./cruce.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), "cruce-wanted-"));
afterAll(() => rmSync(root, { recursive: true }));
const env = { CRUCE_DATA: join(root, "data") };
const [two, three] = [2, 3].map((booths) => {
  const file = join(root, `${booths}.yaml`);
  writeFileSync(file, smallPort(booths));
  return file;
}) as [string, string];

let reports = 0;
const ofStage = ["--require", "stageWaitP95 at primary < 45 min", "--require", "waitMean in hour 8 < 9 min"];
test.each([
  ["run", two, three, "--replications", "21", ...ofStage],
  ["run", two, "--until", "stageWait at primary within 50 %", "--most-days", "40"],
  ["compare", two, three, "--replications", "21", ...ofStage, "--require", "difference of wait < 1 min"],
  ["compare", two, three, "--until", "stageWait at primary within 30 min", "--most-days", "40"],
  ["compare", two, three, "--replications", "20", "--antithetic", "--metric", "delay"],
])("%s %s %s %s %s", async (...args) => {
  const alone = await cruceHere(args, "en", env);
  const withReport = await cruceHere([...args, "--report", join(root, `${reports++}.html`)], "en", env);
  expect(alone.stdout).toBe(withReport.stdout);
  expect(alone.code).toBe(withReport.code);
  expect(alone.stdout).toMatch(/\d \(\d.* … /);
});

test("a table needs what is of the whole port, and what was asked for by name", () => {
  const wanted = isInTables([{ metric: "stageWait", statistic: "p95", stage: "nii" }]);
  const key = { metric: "wait", statistic: "p95", class: null, stage: null, hour: null } as const;
  expect(wanted(key)).toBe(true);
  expect(wanted({ ...key, hour: 8 })).toBe(false);
  expect(wanted({ ...key, metric: "stageWait", stage: "nii" })).toBe(true);
  expect(wanted({ ...key, metric: "stageWait", stage: "primary" })).toBe(false);
});
