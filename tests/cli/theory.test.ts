/** `cruce validate --theory`: what it prints where, and how it exits. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { exitOf, validateTheory } from "../../server/cli/commands/validate-theory.ts";
import { theoryTable } from "../../server/cli/output/theory.ts";
import { runProgram } from "../../server/cli/program.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { CASES } from "../../server/theory/cases.ts";
import { figuresOf } from "../../server/theory/estimate.ts";
import { runAll } from "../../server/theory/simulate.ts";
import { cruceHere } from "./cruce.ts";

vi.setConfig({ testTimeout: 60_000 });

const wasTTY = process.stderr.isTTY;
afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = wasTTY;
});

type Report = {
  readonly set: string;
  readonly agrees: boolean;
  readonly cases: readonly {
    readonly case: string;
    readonly seed: number;
    readonly figures: readonly {
      readonly expected: number;
      readonly value: number;
      readonly verdict: string;
    }[];
  }[];
};

test("prints a line a figure and how many agree, and exits 0", async () => {
  const { code, stdout, stderr } = await cruceHere(["validate", "--theory", "--quick", "--only", "t7"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^T7 +departure of vehicle 50, min +100\.5 +100\.5 +agrees$/m);
  expect(stdout).toContain("Figures that agree: 3 of 3. Cases: 1 (quick set, seed 1, mix).");
});

test("prints only JSON with --json, for as many seeds as wanted", async () => {
  const { stdout } = await cruceHere(["validate", "--theory", "--only", "T8", "--seeds", "4", "--json"]);
  const { set, agrees, cases } = JSON.parse(stdout) as Report;
  expect([set, agrees]).toEqual(["full", true]);
  expect(cases.map((one) => [one.case, one.seed])).toEqual([1, 2, 3, 4].map((seed) => ["T8", seed]));
  expect(cases[0]!.figures).toMatchObject([{ expected: 10, value: 10, verdict: "agrees" }, { expected: 0 }]);
});

test.each([
  ["files beside --theory", ["--theory", "a.yaml"], "name no files"],
  ["options of --theory without it", ["a.yaml", "--quick"], "--quick goes with --theory"],
  ["nothing at all", [], "Name scenario files"],
  ["a case that does not exist", ["--theory", "--only", "Z9"], 'No case begins with "Z9"'],
  ["a generator that does not exist", ["--theory", "--generator", "dice"], "mix, threefry"],
  ["no seed", ["--theory", "--seeds", "0"], "from 1"],
])("refuses %s", async (_, args, said) => {
  const refused = runProgram(["validate", ...args], textsIn("en"));
  await expect(refused).rejects.toMatchObject({ code: 2, message: expect.stringContaining(said) });
});

test("writes the table between the marks of a file, and nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cruce-theory-"));
  try {
    const file = join(folder, "page.md");
    const command = ["validate", "--theory", "--only", "T6", "--write", file];
    expect(await cruceHere(command)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot be read"),
    });
    writeFileSync(file, "Before.\n\nAfter.\n");
    expect(await cruceHere(command)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("has no lines"),
    });
    writeFileSync(file, "Before.\n\n<!-- theory: begin -->\nold\n<!-- theory: end -->\n\nAfter.\n");
    expect((await cruceHere(command)).code).toBe(0);
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^Before\.\n\n<!-- theory: begin -->\n\n\| case \| source \|/);
    expect(text).toContain("| T6 | counted by hand | departure of vehicle 1, min | 2 | 2 | agrees |\n");
    expect(text).toContain(
      "\n\nFigures that agree: 3 of 3. Cases: 1 (full set, seed 1, mix).\n\n<!-- theory",
    );
    expect(text).toMatch(/<!-- theory: end -->\n\nAfter\.\n$/);
    expect(text).not.toContain("old");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("exits 4 where a figure does not agree, and says in the table which", () => {
  const known = CASES.find(({ id }) => id === "T7")!;
  const wrong = { ...known, checks: known.checks.map((check) => ({ ...check, exact: check.exact + 1 })) };
  const figures = figuresOf(wrong, "full", runAll(wrong, wrong.full, { seed: 1 }));
  const reports = [{ known: wrong, seed: 1, figures }];
  expect(theoryTable(reports, textsIn("en"))).toContain("DOES NOT AGREE: the 99.99 % interval excludes it");
  expect(exitOf(reports, false)).toBe(4);
  expect(exitOf(reports, true)).toBe(130);
  expect(exitOf([], false)).toBe(0);
});

test("Ctrl-C before the first case is done says so, prints no case, and exits 130", async () => {
  const said: string[] = [];
  const printed: string[] = [];
  process.stderr.isTTY = true;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    if (/ [1-9]\d* of \d+ parts/.test(String(text))) process.emit("SIGINT");
    return true;
  });
  const options = {
    set: "quick",
    generator: "mix",
    seeds: 1,
    only: "N4",
    workers: 1,
    asJson: true,
    write: null,
  } as const;
  const code = await validateTheory(options, { texts: textsIn("en"), quiet: false });
  expect(code).toBe(130);
  expect(said.at(-1)).toContain("Interrupted before the first case was done.");
  expect(JSON.parse(printed.join(""))).toMatchObject({ interrupted: true, cases: [] });
});
