/** `cruce optimize` as a user calls it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cruceHere, smallPort } from "./cruce.ts";

// Each test runs hundreds of days, on a machine that may have others to run.
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
  const { code, stdout } = await cruceHere([
    "optimize",
    port,
    ...promise,
    ...RULES,
    "--json",
    "--write",
    plan,
  ]);
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as Record<string, never>;
  expect(report).toMatchObject({
    outcome: "found",
    promises: ["95 % of all under 15 min", "all under 40 min"],
    isCut: false,
    cover: { mostExcess: 0 },
    answer: { plan: { kept: { days: 10 } } },
  });
  expect(Object.keys(report["answer"]!).sort()).toEqual([
    "differences",
    "plan",
    "sameHours",
    "shipped",
    "sureness",
    "worth",
    "worthDays",
  ]);
  expect(report["boothHours"]).toBeLessThan(16);
  expect(readFileSync(plan, "utf8")).toContain("extends: port.yaml");
  const read = await cruceHere(["run", plan, "--replications", "2", "--json"]);
  expect(read.code).toBe(0);
  const again = await cruceHere(["optimize", port, ...promise, ...RULES, "--write", plan]);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("is not overwritten")]);
});

test("a promise that no staffing keeps ends with code 3 and says what fails", async () => {
  const { code, stderr } = await cruceHere(["optimize", port, "--promise", "all under 2 s", ...RULES]);
  expect(code).toBe(3);
  expect(stderr).toContain("No staffing keeps the promise");
  expect(stderr).toMatch(/"all under 2 s" fails: fully staffed posts keep "all under \d+ min" on 90 %/);
});

const faults = (stderr: string): readonly string[] =>
  stderr.split("\n").filter((line) => /^\S+: /.test(line) && !line.startsWith(" "));

test.each([
  [2, [/^--promise: promise$/], []],
  [
    2,
    [/^--promise: promise\[0\]$/, /^--shifts: /, /^--break: /],
    ["--promise", "95 % of trucks under 5 min", "--shifts", "0 of 8 h", "--break", "30 min"],
  ],
  [2, [/^--sure: /, /^--roster: /], ["--promise", "all under 5 min", "--sure", "100 %", "--roster", "0"]],
  [2, [/^--promise: promise\[0\]$/], ["--promise", "fast under 5 min", "--shifts", "2 h"]],
])("code %i, all faults at once: %o", async (wanted, lines, options) => {
  const { code, stderr } = await cruceHere(["optimize", port, ...options]);
  expect(code).toBe(wanted);
  const found = faults(stderr);
  expect(found).toHaveLength(lines.length);
  lines.forEach((line, i) => expect(found[i]).toMatch(line));
});

test("a question file is checked with the scenario that it names, and options go before it", async () => {
  const question = join(folder, "question.yaml");
  const text = [
    "cruce: 1",
    "optimize: port.yaml",
    "promise: [ 95 % of all under 15 min, produce under 5 min ]",
    "shifts: 8 h",
    "startsEvry: 1 h",
    "break: 30 min",
  ];
  writeFileSync(question, text.join("\n"));
  const misspelled = await cruceHere(["optimize", question]);
  expect([misspelled.code, misspelled.stderr]).toEqual([
    3,
    expect.stringMatching(/did you mean startsEvery[^]*question\.yaml:6:8: break/),
  ]);
  writeFileSync(question, text.slice(0, 4).join("\n"));
  const asked = await cruceHere(["optimize", question]);
  expect([asked.code, faults(asked.stderr).map((line) => line.replace(/^.*question/, "question"))]).toEqual([
    3,
    ["question.yaml:3:38: promise[1]", "question.yaml:4:9: shifts"],
  ]);
  const { code, stdout } = await cruceHere([
    "optimize",
    question,
    "--promise",
    "95 % of all under 15 min",
    ...RULES,
    "--json",
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: "found", promises: ["95 % of all under 15 min"] });
});

test("Ctrl-C before there is a plan is told", async () => {
  const before = process.listenerCount("SIGINT");
  const ended = cruceHere(["optimize", port, "--promise", "all under 15 min", ...RULES, "--no-store"]);
  while (process.listenerCount("SIGINT") === before) await setImmediate();
  process.emit("SIGINT");
  expect(await ended).toEqual({ code: 130, stdout: "", stderr: "Interrupted before any plan was found.\n" });
});
