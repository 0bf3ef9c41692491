/** Which days are few and alike, so that they have no interval. */
import { describe, expect, test } from "vitest";
import { areFewAlike } from "../../shared/few-alike.ts";
import { METRIC_IDS } from "../../shared/metrics.ts";

const alike = (n: number, metric?: string) => ({ value: 3, low: 3, high: 3, n, ...(metric && { metric }) });

describe("days that are alike", () => {
  test("are few below the number that requirements ask for", () => {
    expect([2, 19, 20].map((n) => areFewAlike(alike(n)))).toEqual([true, true, false]);
  });

  test("are enough where the plan alone decides", () => {
    const known = METRIC_IDS.filter((metric) => !areFewAlike(alike(2, metric)));
    expect(known).toEqual(["boothHours", "officerHours", "staffCost"]);
  });

  test("are told by the lower end where few vehicles tell no upper one, and it could be lower", () => {
    const open = { high: null, n: 3, vehiclesNeeded: 72 };
    expect(areFewAlike({ ...open, value: 0.17, low: 0.17 })).toBe(true);
    expect(areFewAlike({ ...open, value: 0.17, low: 0.16 })).toBe(false);
    expect(areFewAlike({ ...open, value: 0, low: 0 })).toBe(false);
  });

  test("are no interval, nor is one day", () => {
    expect(areFewAlike({ value: 3, low: null, high: null, n: 1 })).toBe(false);
    expect(areFewAlike({ value: 3, low: 2.9, high: 3, n: 5 })).toBe(false);
  });
});
