import { describe, expect, test } from "vitest";
import { percentileOfDays, shareOfDays } from "../../server/analysis/counted-days.ts";

describe("a share of days", () => {
  // Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
  test.each([
    [81, 263, 25.53, 36.62],
    [15, 148, 6.24, 16.05],
    [0, 20, 0, 16.11],
    [1, 29, 0.61, 17.18],
  ])("%i of %i is from %f to %f %%", (yes, days, low, high) => {
    const estimate = shareOfDays(yes, days);
    expect(estimate.low).toBeCloseTo(low, 2);
    expect(estimate.high).toBeCloseTo(high, 2);
    expect(estimate.value).toBeCloseTo((100 * yes) / days, 10);
    expect(estimate.n).toBe(days);
  });

  test("of all days is the mirror of none", () => {
    expect(shareOfDays(20, 20).low).toBeCloseTo(100 - 16.11, 2);
    expect(shareOfDays(20, 20).high).toBe(100);
  });
});

describe("what a share of days stays under", () => {
  const days = (n: number): number[] => Array.from({ length: n }, (_, i) => n - i);
  const ranks = (n: number, p: number) => {
    const { low, high } = percentileOfDays(days(n), p)!;
    return [low, high];
  };

  // Ranks for 95 % as printed in tables for the median (Conover 1999, section 3.2), and for the ends from 0.9ⁿ.
  test.each([
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [20, 0.5, 6, 15],
    [50, 0.5, 18, 33],
  ])("of %i days at %f lies between these two of them: %i and %i", (n, p, low, high) => {
    expect(ranks(n, p)).toEqual([low, high]);
  });

  test("has no upper bound until days reach that far: 0.9ⁿ is below 2.5 % from 36 days on", () => {
    expect(ranks(35, 0.9)[1]).toBeNull();
    expect(ranks(36, 0.9)[1]).toBe(36);
  });

  test("is between the days themselves, whatever days without the number say", () => {
    expect(percentileOfDays([4, Number.NaN, 2], 0.5)).toMatchObject({ value: 3, n: 2 });
    expect(percentileOfDays([Number.NaN], 0.5)).toBeNull();
  });

  test("of a hundred thousand days is as the normal limit has it", () => {
    const [low, high] = ranks(100_000, 0.9);
    const half = 1.96 * Math.sqrt(100_000 * 0.9 * 0.1);
    expect(Math.abs(low! - (90_000 - half))).toBeLessThan(3);
    expect(Math.abs(high! - (90_000 + half))).toBeLessThan(3);
  });
});
