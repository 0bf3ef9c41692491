/** `cruce optimize` as a user calls it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cruce, smallPort } from "./cruce.ts";

// Each test starts programs that run hundreds of days, on a machine that may have others to run.
vi.setConfig({ testTimeout: 180_000 });

let folder = "";
let port = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-optimize-"));
  port = join(folder, "port.yaml");
  const staffing = '  staffing: { primary: { shared: { "08:00": 4, "12:00": 0 } } }\n';
  writeFileSync(port, `${smallPort(4, "port")}${staffing}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const RULES = ["--shifts", "2 h, 1 h", "--replications", "10"];

test("a plan is told, and written as a scenario that extends the file and is read back", async () => {
  const plan = join(folder, "plan.yaml");
  const promise = ["--promise", "95 % of all under 15 min", "--promise", "waitMax < 40 min"];
  const { code, stdout } = await cruce(["optimize", port, ...promise, ...RULES, "--json", "--write", plan]);
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as Record<string, never>;
  expect(report).toMatchObject({
    outcome: "found",
    promises: ["95 % of all under 15 min", "all under 40 min"],
    isCut: false,
    answer: { plan: { kept: { days: 10 } } },
  });
  expect(report["boothHours"]).toBeLessThan(16);
  expect(readFileSync(plan, "utf8")).toContain("extends: port.yaml");
  const read = await cruce(["run", plan, "--replications", "2", "--json"]);
  expect(read.code).toBe(0);
  const again = await cruce(["optimize", port, ...promise, ...RULES, "--write", plan]);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("is not overwritten")]);
});

test("a promise that no staffing keeps ends with code 3 and says what fails", async () => {
  const { code, stderr } = await cruce(["optimize", port, "--promise", "all under 2 s", ...RULES]);
  expect(code).toBe(3);
  expect(stderr).toContain("No staffing keeps the promise");
  expect(stderr).toMatch(/"all under 2 s" fails: all booths together keep "all under \d+ min" on 90 %/);
});

test.each([
  [2, "Say what is promised", []],
  [2, "is no promise", ["--promise", "quick"]],
  [2, "is no class of vehicles", ["--promise", "95 % of trucks under 5 min"]],
  [2, "--sure takes", ["--promise", "all under 5 min", "--sure", "100 %"]],
  [2, "--shifts takes", ["--promise", "all under 5 min", "--shifts", "0 of 8 h"]],
  [2, "--break takes", ["--promise", "all under 5 min", "--break", "30 min"]],
  [3, "Nobody comes", ["--promise", "fast under 5 min"]],
  [3, "does not fit the opening hours 08:00 to 12:00", ["--promise", "all under 5 min"]],
])("code %i: %s", async (wanted, text, options) => {
  const { code, stderr } = await cruce(["optimize", port, ...options]);
  expect(code).toBe(wanted);
  expect(stderr).toContain(text);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});
