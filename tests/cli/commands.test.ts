/** What each command prints where, and how it exits. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DifferenceRow, EstimateRow } from "../../shared/estimate.ts";
import { cruce, cruceHere, smallPort } from "./cruce.ts";

// Most tests run days and some start programs, on a machine that may have others to run.
vi.setConfig({ testTimeout: 40_000 });

let folder = "";
let two = "";
let three = "";
let broken = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-cli-"));
  two = join(folder, "two.yaml");
  three = join(folder, "three.yaml");
  broken = join(folder, "broken.yaml");
  writeFileSync(two, smallPort(2));
  writeFileSync(three, smallPort(3));
  writeFileSync(broken, smallPort(2).replace("100 s", "100").replace("line: pooled", "lime: pooled"));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Report = {
  readonly replications: number;
  readonly estimates: readonly EstimateRow[];
  readonly differences?: readonly DifferenceRow[];
  readonly answers?: readonly string[];
};
const estimate = (report: Report, metric: string, statistic: string): EstimateRow =>
  report.estimates.find(
    (row) =>
      row.metric === metric &&
      row.statistic === statistic &&
      row.class === null &&
      row.stage === null &&
      row.hour === null,
  )!;

test("run prints only JSON on stdout, with an interval around each estimate", async () => {
  const { code, stdout, stderr } = await cruce(["run", two, "--json", "--replications", "5"]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const wait = estimate(JSON.parse(stdout) as Report, "wait", "mean");
  expect(wait).toMatchObject({ scenario: "2 booths", unit: "min", n: 5 });
  expect(wait.low!).toBeLessThan(wait.value);
  expect(wait.high!).toBeGreaterThan(wait.value);
});

test("one replication has null bounds and says why", async () => {
  const { code, stdout, stderr } = await cruceHere(["run", two, "--json", "--replications", "1"]);
  expect(code).toBe(0);
  expect(estimate(JSON.parse(stdout) as Report, "wait", "mean")).toMatchObject({
    low: null,
    high: null,
    n: 1,
  });
  expect(stderr).toContain("no intervals");
});

test("the same seed gives the same bytes whatever the number of workers, another seed does not", async () => {
  const run = (...more: string[]) => cruceHere(["run", two, "--json", "--replications", "6", ...more]);
  const [one, both, other] = [
    await run("--workers", "1"),
    await run("--workers", "2"),
    await run("--seed", "2"),
  ];
  expect(both.stdout).toBe(one.stdout);
  expect(other.stdout).not.toBe(one.stdout);
});

test("compare gives differences against the baseline, one of them named, and says it in a sentence", async () => {
  const { code, stdout } = await cruceHere(["compare", two, three, "--json", "--replications", "10"]);
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as Report;
  const named = report.differences!.filter((row) => row.named);
  expect(named).toHaveLength(1);
  expect(named[0]).toMatchObject({
    scenario: "3 booths",
    baseline: "2 booths",
    metric: "wait",
    statistic: "mean",
  });
  expect(named[0]!.high!).toBeLessThan(0);
  expect(report.answers).toEqual([
    expect.stringMatching(/^3 booths cuts the mean wait by .* min \(95 %: .* to .*\)$/),
  ]);
});

test("compare of a scenario with its copy is too small a difference to be one", async () => {
  const copy = join(folder, "copy.yaml");
  writeFileSync(copy, smallPort(2, "copy"));
  const { stdout } = await cruceHere(["compare", two, copy, "--json", "--replications", "3"]);
  const report = JSON.parse(stdout) as Report;
  expect(report.differences!.find((row) => row.named)).toMatchObject({ value: 0, low: 0, high: 0 });
});

test("the table of compare tells the changes, the answer and what it rests on", async () => {
  const { stdout } = await cruceHere(["compare", two, three, "--replications", "10"]);
  expect(stdout).toContain("2 → 3");
  expect(stdout).toContain("3 booths cuts the mean wait by");
  expect(stdout).toMatch(/10 days, seed 1, Cruce \d+\.\d+\.\d+/);
});

test("CSV is one tidy list with a header", async () => {
  const { stdout } = await cruceHere(["compare", two, three, "--csv", "--replications", "3"]);
  const [header, ...lines] = stdout.trimEnd().split("\r\n");
  expect(header).toBe(
    "scenario,baseline,metric,statistic,class,stage,hour,unit,value,low,high,n,named,varianceRatio,antitheticRatio,fewAlike,vehiclesNeeded",
  );
  expect(lines.filter((line) => /,true,[\d.e-]*,[\d.e-]*,(true)?,\d*$/.test(line))).toHaveLength(1);
  expect(lines.every((line) => line.split(",").length === 17)).toBe(true);
});

test("nothing is colored when it goes into a file or when NO_COLOR is set", async () => {
  const { stdout, stderr } = await cruce(["compare", two, broken], { env: { NO_COLOR: "1" } });
  expect(stdout + stderr).not.toContain("\u001b");
});

test("an invalid scenario exits 3 with every problem on stderr and nothing on stdout", async () => {
  const { code, stdout, stderr } = await cruce(["run", broken]);
  expect(code).toBe(3);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/broken\.yaml:10:\d+/);
  expect(stderr).toMatch(/broken\.yaml:11:\d+/);
  expect(stderr).toContain("2 errors.");
});

test("a missing file exits 3 with one clear line of what was expected", async () => {
  const { code, stderr } = await cruceHere(["run", join(folder, "missing.yaml")]);
  expect(code).toBe(3);
  expect(stderr).toContain("expected a file");
  expect(stderr).not.toContain("    at ");
});

test("validate exits 0 for fine files and 3 for others, as JSON too", async () => {
  expect((await cruceHere(["validate", two, three])).code).toBe(0);
  const { code, stdout } = await cruceHere(["validate", two, broken, "--json"]);
  expect(code).toBe(3);
  const { files } = JSON.parse(stdout) as { files: { valid: boolean; problems: unknown[] }[] };
  expect(files.map((file) => file.valid)).toEqual([true, false]);
  expect(files[1]!.problems).toHaveLength(2);
});

test.each([
  ["an unknown command", ["frobnicate"]],
  ["no command", []],
  ["an unknown option", ["run", "x.yaml", "--frob"]],
  ["a replication count that is none", ["run", "x.yaml", "--replications", "many"]],
  ["two formats", ["run", "x.yaml", "--json", "--csv"]],
  ["an unknown metric", ["compare", "x.yaml", "y.yaml", "--metric", "wate"]],
  ["a file named twice", ["compare", "x.yaml", "x.yaml"]],
  ["a file under two names", ["compare", "x.yaml", "./x.yaml"]],
])("%s exits 2 without a stack trace", async (_, args) => {
  const { code, stdout, stderr } = await cruceHere(args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).not.toBe("");
  expect(stderr).not.toContain("    at ");
});

test("standard input is read where a file is named -", async () => {
  const { code, stdout } = await cruce(["run", "-", "--json", "--replications", "2"], {
    stdin: smallPort(4),
  });
  expect(code).toBe(0);
  expect(stdout).toContain('"4 booths"');
});

test("diff says the change in words, in the language asked for", async () => {
  const { code, stdout } = await cruceHere(["diff", two, three]);
  expect(code).toBe(0);
  expect(stdout).toContain("2 → 3");
  const spanish = await cruceHere(["diff", two, three, "--language", "es"]);
  expect(spanish.stdout).not.toBe(stdout);
  expect(spanish.stdout).toContain("2 → 3");
});

test("schema prints the committed JSON Schema", async () => {
  const { stdout } = await cruceHere(["schema"]);
  expect(JSON.parse(stdout)).toHaveProperty("$schema");
});

test.each([
  ["en", "number", "default: 20"],
  ["es", "número", "si falta: 20"],
  ["fr", "nombre", "par défaut : 20"],
])("help says what holds where an option is not given: %s", async (language, number, usual) => {
  const { stdout } = await cruceHere(["run", "--help", "--language", language]);
  expect(stdout).toMatch(new RegExp(String.raw`--replications <${number}> .*\(${usual}\)`));
  expect(stdout).not.toContain("[]");
});

test("help begins with what it is and shows examples", async () => {
  const { code, stdout } = await cruceHere(["--help"]);
  expect(code).toBe(0);
  expect(stdout).toContain("Examples:");
});

test("the version is that of the package", async () => {
  expect((await cruceHere(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
