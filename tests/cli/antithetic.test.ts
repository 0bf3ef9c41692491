/** `--antithetic`: n counts pairs, everywhere, and the result says what they brought. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { cruceHere, smallPort } from "./cruce.ts";

vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), "cruce-antithetic-"));
afterAll(() => rmSync(root, { recursive: true }));
const [two, three] = [2, 3].map((booths) => {
  const file = join(root, `${booths}.yaml`);
  writeFileSync(file, smallPort(booths));
  return file;
}) as [string, string];
const here = (...args: readonly string[]) => cruceHere([...args, "--antithetic", "--no-store", "--quiet"]);

const GAIN = /from antithetic pairs, the variance of .* is [\d.]+(–[\d.]+)? % of what it would be/;

test("run says that it counts pairs, and what they brought", async () => {
  const table = await here("run", two, "--replications", "6");
  expect(table.stdout).toMatch(/\n6 antithetic pairs of days, seed 1,/);
  expect(table.stdout).toMatch(GAIN);
  const json = await here("run", two, "--replications", "6", "--json");
  const report = JSON.parse(json.stdout) as { estimates: { n: number; antitheticRatio: number }[] };
  expect(report).toMatchObject({ replications: 6, antithetic: true });
  expect(Math.max(...report.estimates.map(({ n }) => n))).toBe(6);
  expect(report.estimates[0]!.antitheticRatio).toBeGreaterThan(0);
});

test("compare counts pairs in its differences, its CSV and the sentence of the named answer", async () => {
  const { stdout } = await here("compare", two, three, "--replications", "5");
  expect(stdout).toMatch(/\n5 antithetic pairs of days, seed 1,/);
  expect(stdout).toMatch(
    /3 booths: from antithetic pairs, the variance of the difference in the mean wait is/,
  );
  const csv = await here("compare", two, three, "--replications", "5", "--csv");
  const [head, ...rows] = csv.stdout.split("\r\n").map((row) => row.split(","));
  const [n, ratio] = ["n", "antitheticRatio"].map((name) => head!.indexOf(name)) as [number, number];
  const wait = rows.find((row) => row[1] === "2 booths" && row[2] === "wait")!;
  expect(wait[n]).toBe("5");
  expect(Number(wait[ratio])).toBeGreaterThan(0);
});

test("sweep counts pairs at every point", async () => {
  const vary = ["--vary", "northbound.stages.primary.booths.shared = 2, 3", "--respond", "wait"];
  const { stdout } = await here("sweep", two, ...vary, "--replications", "4");
  expect(stdout).toMatch(/\n4 antithetic pairs of days, seed 1,/);
  expect(stdout).toMatch(GAIN);
  const json = await here("sweep", two, ...vary, "--replications", "4", "--json");
  expect(JSON.parse(json.stdout)).toMatchObject({
    replications: 4,
    antithetic: true,
    points: [{ estimates: [{ n: 4, antitheticRatio: expect.any(Number) }] }, {}],
  });
});

test("a precision is looked at after pairs", async () => {
  const { stdout } = await here("run", two, "--until", "wait within 30 min");
  expect(stdout).toContain("2 booths: after 20 antithetic pairs of days waitMean is known within");
});

test("files number the days of pairs through, and say that they are pairs", async () => {
  const out = join(root, "out");
  const { code } = await here("run", two, "--replications", "3", "--out", out, "--with-visits");
  expect(code).toBe(0);
  for (const file of ["replications.csv", "intervals.csv", "visits.csv"]) {
    const rows = readFileSync(join(out, file), "utf8").split("\r\n").slice(1, -1);
    expect([...new Set(rows.map((row) => row.split(",")[1]))]).toEqual(["0", "1", "2", "3", "4", "5"]);
  }
  expect(JSON.parse(readFileSync(join(out, "metadata.json"), "utf8"))).toMatchObject({
    replications: 3,
    antithetic: true,
  });
});
