/** Bounds of percentiles against known distributions, and against a search of every value by formulas of its own. */
import { describe, expect, test } from "vitest";
import type { DayHistograms } from "../../server/analysis/day-pool.ts";
import { studentFactor } from "../../server/analysis/linear.ts";
import { quantileEstimate } from "../../server/analysis/quantile.ts";
import { hallsTransform } from "../../server/analysis/skewness.ts";
import { MINUTE } from "../../shared/units.ts";
import { normals, uniforms } from "./days.ts";
import { dayOf } from "./histograms.ts";

describe("Student's t of skew days", () => {
  test("is left as it is without skew, and infinite where it was", () => {
    expect(hallsTransform(1.7, 0, 20)).toBe(1.7);
    expect(hallsTransform(Infinity, -2, 20)).toBe(Infinity);
  });

  test("is nearer to normal after Hall's transformation: as often beyond its quantile on either side", () => {
    const normal = normals(8);
    const days = 30;
    const [plain, transformed] = [
      [0, 0],
      [0, 0],
    ];
    const count = (into: number[], t: number): void => {
      if (t < -1.96) into[0]++;
      if (t > 1.96) into[1]++;
    };
    for (let experiment = 0; experiment < 6_000; experiment++) {
      // Squares of normals, less their mean: skewness √8.
      const sample = Array.from({ length: days }, () => normal() ** 2 - 1);
      const mean = sample.reduce((sum, x) => sum + x, 0) / days;
      const moment = (k: number): number => sample.reduce((sum, x) => sum + (x - mean) ** k, 0) / days;
      const t = mean / Math.sqrt(moment(2) / (days - 1));
      count(plain, t);
      count(transformed, hallsTransform(t, moment(3) / moment(2) ** 1.5, days));
    }
    const below = (counts: readonly number[]): number => counts[0] / 6_000;
    const above = (counts: readonly number[]): number => counts[1] / 6_000;
    expect(below(plain)).toBeGreaterThan(0.08);
    expect(above(plain)).toBeLessThan(0.01);
    expect(below(transformed)).toBeLessThan(0.06);
    expect(above(transformed)).toBeGreaterThan(0.015);
  });
});

type Tried = { readonly gap: number; readonly t: number; readonly skewness: number };

/** Of all values, each different from the others: what the days say of the share up to one of them. */
function tryValue(days: readonly (readonly number[])[], value: number, p: number): Tried {
  const number = days.length;
  const all = days.flat().length / number;
  const counts = days.map((waits) => waits.filter((wait) => wait <= value).length);
  const share = counts.reduce((sum, count) => sum + count, 0) / (all * number);
  const pulls = days.map((waits, day) => (counts[day] - share * waits.length) / all);
  const power = (k: number): number => pulls.reduce((sum, pull) => sum + pull ** k, 0);
  const gap = share - p;
  const t = gap / Math.sqrt(power(2) / (number * (number - 1)));
  return { gap, t, skewness: power(3) / number / (power(2) / number) ** 1.5 };
}

test("the bounds are those of a search of every value", () => {
  const uniform = uniforms(42);
  // Below 128 ms a histogram is exact. Long waits are of the last days.
  const shuffled = Array.from({ length: 120 }, (_, wait) => ({ wait, at: wait / 40 + 3 * uniform() })).sort(
    (a, b) => a.at - b.at,
  );
  const days = Array.from({ length: 12 }, (_, day) =>
    shuffled.slice(10 * day, 10 * day + 10).map(({ wait }) => wait),
  );
  const p = 0.8;
  const factor = studentFactor(0.95, 12);
  const sorted = days.flat().sort((a, b) => a - b);
  const { skewness } = tryValue(days, 95, p);
  const isIn = (value: number): boolean => {
    const tried = tryValue(days, value, p);
    const lesser = Math.abs(tried.skewness) < Math.abs(skewness) ? tried.skewness : skewness;
    return Math.abs(tried.t) === Infinity ? false : Math.abs(hallsTransform(tried.t, lesser, 12)) <= factor;
  };
  const above = sorted.filter((value) => value > 95);
  const below = sorted.filter((value) => value <= 95).reverse();
  const firstAbove = above.find((value) => !isIn(value))!;
  const firstBelow = below.find((value) => !isIn(value))!;
  const { value, low, high } = quantileEstimate(days.map(dayOf), p)!;
  expect(value).toBe(95);
  expect(high).toBeGreaterThan(firstAbove - 1.001);
  expect(high).toBeLessThanOrEqual(firstAbove);
  expect(low).toBeGreaterThanOrEqual(firstBelow);
  expect(low).toBeLessThan(firstBelow + 1.001);
  // Of use only where neither is the end of what was seen, and the day's own variance makes them lie unequally far.
  expect(high).toBeLessThan(119);
  expect(high! - value).not.toBeCloseTo(value - low!, 0);
});

/** How often an interval lies below or above the known percentile. */
function missesOf(day: () => DayHistograms, number: number, exact: number): { low: number; high: number } {
  const experiments = 500;
  let [low, high] = [0, 0];
  for (let experiment = 0; experiment < experiments; experiment++) {
    const estimate = quantileEstimate(Array.from({ length: number }, day), 0.95)!;
    if (estimate.high! < exact) low++;
    if (estimate.low! > exact) high++;
  }
  return { low: low / experiments, high: high / experiments };
}

describe("intervals of the 95th percentile hold as often as they say", () => {
  test("of days that are alike: exponential waits", () => {
    const uniform = uniforms(1);
    const day = (): DayHistograms =>
      dayOf(Array.from({ length: 60 }, () => -10 * MINUTE * Math.log(1 - uniform())));
    const misses = missesOf(day, 20, 10 * MINUTE * Math.log(20));
    for (const side of [misses.low, misses.high]) {
      expect(side).toBeGreaterThan(0.005);
      expect(side).toBeLessThan(0.05);
    }
  });

  test("of days of which one in six is bad: the truth is hardly ever farther up, nor farther down", () => {
    const uniform = uniforms(2);
    const day = (): DayHistograms => {
      const mean = uniform() < 1 / 6 ? 40 : 10;
      return dayOf(Array.from({ length: 60 }, () => -mean * MINUTE * Math.log(1 - uniform())));
    };
    // Share above x: 5/6 e^(-x/10) + 1/6 e^(-x/40), a twentieth at 52.012.
    const exact = 52.012;
    expect((5 / 6) * Math.exp(-exact / 10) + (1 / 6) * Math.exp(-exact / 40)).toBeCloseTo(0.05, 4);
    const misses = missesOf(day, 40, exact * MINUTE);
    expect(misses.low).toBeLessThan(0.05);
    expect(misses.high).toBeLessThan(0.05);
    // Nor is it so wide that it never fails.
    expect(misses.low + misses.high).toBeGreaterThan(0.005);
  });
});
