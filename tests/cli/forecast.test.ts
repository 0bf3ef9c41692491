/** `cruce forecast` as a user calls it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { DifferenceRow, EstimateRow } from "../../shared/estimate.ts";
import { ROUND_PORT } from "../protocol/small-port.ts";
import { cruceHere, smallPort } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 40_000 });

let folder = "";
let [few, more] = ["", ""];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-forecast-"));
  [few, more] = [1, 2].map((booths) => {
    const path = join(folder, `${booths}.yaml`);
    writeFileSync(path, smallPort(booths));
    return path;
  }) as [string, string];
});
afterAll(() => rmSync(folder, { recursive: true }));

type Report = {
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly futures: number;
  readonly estimates: readonly EstimateRow[];
  readonly differences: readonly DifferenceRow[];
  readonly bands: readonly {
    readonly scenario: string;
    readonly course: string;
    readonly minute: number;
    readonly low: number | null;
    readonly median: number | null;
    readonly high: number | null;
  }[];
};

const asked = ["--at", "09:00", "--hours", "2", "--futures", "20"];

describe("a forecast", () => {
  test("says in a sentence which scenario will do better, and shows both courses", async () => {
    const { code, stdout } = await cruceHere(["forecast", few, more, ...asked]);
    expect(code).toBe(0);
    expect(stdout).toContain("From 09:00 to 11:00: 20 futures of what is there at 09:00");
    expect(stdout).toMatch(/2 booths cuts the mean wait by [\d.]+ min \(95 %: /);
    expect(stdout.match(/^(09:30|10:00|10:30|11:00) /gm)).toHaveLength(8);
  });

  test("for machines has figures, paired differences and the bands of every five minutes", async () => {
    const { stdout } = await cruceHere(["forecast", few, more, ...asked, "--json"]);
    const report = JSON.parse(stdout) as Report;
    expect(report).toMatchObject({ fromMinute: 540, untilMinute: 660, futures: 20 });
    expect(report.estimates.map(({ metric }) => metric)).toEqual([
      "wait",
      "queue",
      "departures",
      "wait",
      "queue",
      "departures",
    ]);
    expect(report.differences.find(({ named }) => named)!.high!).toBeLessThan(0);
    const queue = report.bands.filter(
      ({ scenario, course }) => scenario === "1 booths" && course === "queue",
    );
    expect(queue.map(({ minute }) => minute)).toEqual(Array.from({ length: 24 }, (_, i) => 545 + 5 * i));
    for (const { low, median, high } of queue) {
      expect(low!).toBeLessThanOrEqual(median!);
      expect(median!).toBeLessThanOrEqual(high!);
    }
  });

  test("is the same bytes again, whatever the number of workers", async () => {
    const by = (workers: string) => cruceHere(["forecast", few, ...asked, "--csv", "--workers", workers]);
    const one = await by("1");
    expect(one.stdout.split("\r\n")[0]).toBe("scenario,course,unit,minute,low,median,high");
    expect((await by("2")).stdout).toBe(one.stdout);
  });

  test.each(["10:00", "12:00"])(
    "one that runs away from %s on says so in the reader's language",
    async (at) => {
      const round = join(folder, "round.yaml");
      writeFileSync(round, ROUND_PORT);
      const { code, stderr } = await cruceHere(["forecast", round, "--at", at, "--language", "es"]);
      expect(code).toBe(1);
      expect(stderr).toContain(
        "Round and round, 2024-05-07 a las 11:00: más de 2000000 eventos en un solo instante",
      );
    },
  );

  test.each([
    [["--at", "9:5"], "--at takes a time of day such as 14:30; found 9:5."],
    [["--at", "9 o'clock"], "--at takes a time of day such as 14:30; found 9 o'clock."],
    [["--at", "09:00", "--day", "9"], "--day takes a day of the run, 1 to"],
    [["--at", "09:00", "--hours", "0"], "--hours takes a whole number from 1 to 24; found 0."],
    [["--at", "09:00", "--json", "--csv"], "Use --json or --csv, not both."],
    [[], "cruce forecast takes --at <time>, which is missing: time of day to forecast from"],
  ])("asked wrongly (%s) says what is wrong", async (options, reason) => {
    const { code, stdout, stderr } = await cruceHere(["forecast", few, ...options]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(reason);
  });
});
