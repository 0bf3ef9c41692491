/** `cruce worth` as a user calls it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cruceHere, smallPort } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 40_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-worth-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function port(staffing: string): string {
  const path = join(folder, `${staffing.length}.yaml`);
  writeFileSync(path, `${smallPort(3)}${staffing}`);
  return path;
}

/** Three booths; one officer until ten, when more come than one can serve, then two. */
const shortUntilTen = `
  staffing:
    primary:
      shared: { "08:00": 1, "10:00": 2, "12:00": 0 }
`;
const allStaffed = `
  staffing:
    primary:
      shared: { "08:00": 3, "12:00": 0 }
`;

test("an officer more is worth most where the line has long to go", async () => {
  const { code, stdout } = await cruceHere(["worth", port(shortUntilTen), "--replications", "8", "--json"]);
  expect(code).toBe(0);
  const { boothHours } = JSON.parse(stdout) as {
    boothHours: readonly {
      hour: number;
      planned: number;
      value: number;
      low: number;
      high: number;
      n: number;
    }[];
  };
  expect(boothHours.map(({ hour, planned }) => [hour, planned])).toEqual([
    [8, 1],
    [9, 1],
    [10, 2],
    [11, 2],
  ]);
  const [first, second, third, last] = boothHours;
  expect(first!.low).toBeGreaterThan(last!.high);
  expect(second!.value).toBeGreaterThan(third!.value);
  for (const { low, value, high, n } of boothHours) {
    expect([low <= value, value <= high, n]).toEqual([true, true, 8]);
  }
});

test("the table says what the numbers are", async () => {
  const { stdout } = await cruceHere(["worth", port(shortUntilTen), "--replications", "3"]);
  expect(stdout).toMatch(/^primary\.shared\s+08:00\s+1\s+[\d.]+ \([-\d.]+ … [\d.]+\)\s+█+$/m);
  expect(stdout).toContain("Hours of delay that all trucks of the day together are spared");
});

test("what an hour is worth in dollars has the interval of its truck-hours", async () => {
  const path = join(folder, "dollars.yaml");
  writeFileSync(path, `${smallPort(3)}${shortUntilTen}costs:\n  truckHour: $ 100 /h\n`);
  const { stdout } = await cruceHere(["worth", path, "--replications", "3"]);
  const cells = [...stdout.matchAll(/([-\d.,]+) \(([-\d.,]+) … ([-\d.,]+)\)/g)].map((match) =>
    match.slice(1).map((number) => Number(number.replaceAll(",", ""))),
  );
  expect(cells).toHaveLength(8);
  const [hours, dollars] = [cells[0]!, cells[1]!];
  // Shown with two decimals or fewer.
  hours.forEach((one, i) => expect(Math.abs(dollars[i]! - 100 * one)).toBeLessThan(6));
});

test("one day has no interval, and the table says why", async () => {
  const { stdout } = await cruceHere(["worth", port(shortUntilTen), "--replications", "1"]);
  expect(stdout).toMatch(/^primary\.shared\s+08:00\s+1\s+[\d.]+\s+█+$/m);
  expect(stdout).toContain("One replication tells nothing of others: there are no intervals");
});

test("where every booth is staffed there is nothing to ask", async () => {
  const { code, stdout, stderr } = await cruceHere(["worth", port(allStaffed)]);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("There is no hour in which one more officer could work");
});
