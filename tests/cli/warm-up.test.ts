/** What is said of a run's beginning: how much of it to leave out, and whether midnight agrees with midnight. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cruceHere } from "./cruce.ts";

const folder = mkdtempSync(join(tmpdir(), "cruce-warm-up-"));
const file = join(folder, "mm1.yaml");
beforeAll(() =>
  writeFileSync(
    file,
    `cruce: 1
name: always open
days: 2
northbound:
  demand: { rates: 54 /h }
  stages:
    primary: { booths: { general: 1 }, service: exponential 1 min }
`,
  ),
);
afterAll(() => rmSync(folder, { recursive: true }));

test("a port that begins empty and never empties is told to have had too few days before", async () => {
  const report = join(folder, "report.html");
  const { stdout } = await cruceHere(["run", file, "--replications", "40", "--report", report]);
  expect(stdout).toMatch(/always open: .* midnight does not agree with midnight\. .*\(`warmUp`\)/);
  expect(readFileSync(report, "utf8")).toMatch(/midnight does not agree with midnight\. [^`]* \(warmUp\)/);
}, 60_000);

test("asked for, what to leave out is a sentence and data, with the mean of one run after that", async () => {
  const asked = ["run", file, "--replications", "1", "--warm-up-check"];
  const { stdout } = await cruceHere(asked);
  expect(stdout).toMatch(/always open: .*MSER-5/);
  const { warmUps } = JSON.parse((await cruceHere([...asked, "--json"])).stdout) as {
    readonly warmUps: readonly {
      readonly statistic: readonly number[];
      readonly batchMeans: readonly number[];
      readonly queueByBatches: { readonly batchMinutes: number };
    }[];
  };
  expect(warmUps).toMatchObject([{ scenario: "always open", runs: 1, everyMinutes: 5 }]);
  // Two days of 288 numbers in batches of five, of which the last five are never all that is left.
  expect(warmUps[0]!.statistic).toHaveLength(Math.floor(576 / 5) - 5);
  expect(warmUps[0]!.batchMeans).toHaveLength(Math.floor(576 / 5));
  expect(warmUps[0]!.queueByBatches).toMatchObject({ batches: 20 });
}, 60_000);

test("the report of a port with the same rates at all hours says it unasked, that of another where it is asked", async () => {
  const reportOf = async (name: string, asked: readonly string[]): Promise<string> => {
    const report = join(folder, name);
    await cruceHere(["run", ...asked, "--replications", "1", "--report", report]);
    return readFileSync(report, "utf8");
  };
  expect(await reportOf("steady.html", [file])).toMatch(/always open: .*MSER-5/);
  const day = "scenarios/theory/t01-day.yaml";
  expect(await reportOf("day.html", [day])).not.toContain("MSER-5");
  expect(await reportOf("asked.html", [day, "--warm-up-check"])).toContain("MSER-5");
}, 60_000);

test("the report of a comparison says it of each scenario with the same rates at all hours", async () => {
  const [busier, report] = [join(folder, "busier.yaml"), join(folder, "compared.html")];
  writeFileSync(
    busier,
    "cruce: 1\nextends: ./mm1.yaml\nname: busier\nnorthbound: { demand: { rates: 57 /h } }\n",
  );
  await cruceHere(["compare", file, busier, "--replications", "2", "--report", report]);
  const page = readFileSync(report, "utf8");
  for (const name of ["always open", "busier"]) expect(page).toMatch(new RegExp(`<p>${name}: .*MSER-5`));
  expect(page).toContain("B: Queue, and how uncertain its mean is");
}, 60_000);
