/** What `--require` asks for, as a user meets it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { cruce, cruceHere, smallPort } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), "cruce-require-"));
afterAll(() => rmSync(root, { recursive: true }));
const env = { CRUCE_DATA: join(root, "data") };
const [two, three] = [2, 3].map((booths) => {
  const file = join(root, `${booths}.yaml`);
  writeFileSync(file, smallPort(booths));
  return file;
}) as [string, string];

const run = (...args: string[]) => cruceHere([...args, "--replications", "8"], "en", env);
const requiring = (...conditions: string[]) => conditions.flatMap((one) => ["--require", one]);

test("run judges every scenario by every condition, in the order in which they were given", async () => {
  const asked = requiring("wait < 1 min", "wait < 60 min", "wait of fast < 60 min", "unfinished < 1");
  const { code, stdout } = await cruce(["run", two, three, ...asked, "--replications", "8"], { env });
  const interval = String.raw`\d+\.\d+ \(\d+\.\d+ … \d+\.\d+\) min\.`;
  const said = stdout.split("\n").filter((line) => /^(Met|Not met|Too close|Not known)/.test(line));
  const expected = [
    `Not met: 2 booths, wait < 1 min: ${interval}`,
    `Met: 3 booths, wait < 1 min: ${interval}`,
    `Met: 2 booths, wait < 60 min: ${interval}`,
    `Met: 3 booths, wait < 60 min: ${interval}`,
    "Not known: 2 booths, wait of fast < 60 min: no vehicle tells it; without an interval nothing is met.",
    "Not known: 3 booths, wait of fast < 60 min: no vehicle tells it; without an interval nothing is met.",
    ...["2 booths", "3 booths"].map(
      (name) =>
        String.raw`Not known: ${name}, unfinished < 1: 0\.00 \(all 8 alike\) vehicles; fewer than 20 replications .*`,
    ),
  ];
  expect(said).toHaveLength(expected.length);
  expected.forEach((pattern, i) => expect(said[i]).toMatch(new RegExp(`^${pattern}$`)));
  expect(code).toBe(4);
});

test("the report tells what was asked for apart from what is to be read with care", async () => {
  const report = join(root, "report.html");
  const asked = requiring("wait < 60 min", "wait < 1 min");
  const { stderr } = await run("run", two, ...asked, "--report", report);
  expect(stderr).toContain(`The report is written to ${report}.\n`);
  const page = readFileSync(report, "utf8");
  expect(page).toMatch(/<h3>What was asked for<\/h3><ul><li>Met: 2 booths, .*<\/li><li>Not met: 2 booths, /);
  expect(page).not.toContain("Read with care");
});

test("compare judges the difference from the baseline, and exits 0 when all is met", async () => {
  const asked = requiring("difference of wait < -0.1 min", "wait < 60 min");
  const { code, stdout, stderr } = await run("compare", two, three, ...asked, "--json");
  const { requirements } = JSON.parse(stdout) as { requirements: readonly object[] };
  expect(requirements).toMatchObject([
    {
      requirement: "difference of wait < -0.1 min",
      scenario: "3 booths",
      baseline: "2 booths",
      outcome: "met",
    },
    { requirement: "wait < 60 min", scenario: "2 booths", baseline: null, limit: 60, unit: "min", n: 8 },
    { requirement: "wait < 60 min", scenario: "3 booths", baseline: null, outcome: "met" },
  ]);
  expect(stderr).toContain("Met: 3 booths, difference of wait < -0.1 min: -");
  expect(code).toBe(0);
});

describe("is refused before anything is run:", () => {
  test.each([
    ["wiat < 5 min", '--require wiat < 5 min: "wiat" names no figure. Did you mean wait?'],
    ["wait < 5", '--require wait < 5: "5" does not fit wait: expected a number with one of the units'],
    ["difference of wait < 5 min", "--require difference of wait < 5 min: only compare has differences."],
    ["stageWaitP95 at secondary < 5 min", 'stageWait is not measured at "secondary" here, but at primary.'],
    ["delayCost < $ 5", "The scenario has no figure delayCost."],
  ])("%s", async (condition, said) => {
    const { code, stdout, stderr } = await run("run", two, ...requiring(condition));
    expect({ code, stdout, lines: stderr.split("\n").length }).toEqual({ code: 2, stdout: "", lines: 2 });
    expect(stderr).toContain(said);
  });
});
