import { describe, expect, test } from "vitest";
import { differenceOf, intervalOf, standardError, studentFactor } from "../../server/analysis/linear.ts";
import type { Estimated, Linear } from "../../server/analysis/linear.ts";
import { quantileDifference } from "../../server/analysis/quantile-difference.ts";
import type { SideOfPair } from "../../server/analysis/quantile-difference.ts";
import { quantileEstimate, quantileLinear } from "../../server/analysis/quantile.ts";
import type { DayHistograms } from "../../server/analysis/day-pool.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { normals, uniforms } from "./days.ts";
import { dayOf } from "./histograms.ts";

/** How wide intervals of so many days are, on average, beside Student's of the spread that the estimates turn out to have. */
function widthOf(estimates: readonly Estimated[], number: number): number {
  const n = estimates.length;
  const mean = estimates.reduce((sum, { value }) => sum + value, 0) / n;
  const squares = estimates.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  const width = estimates.reduce((sum, { low, high }) => sum + high! - low!, 0) / n;
  return width / (2 * studentFactor(0.95, number) * Math.sqrt(squares / (n - 1)));
}

/**
 * A port whose days differ: every wait of a day is uniform within an hour, later by half an hour on half of
 * the days. Over all vehicles the distribution is known: a quarter of the vehicles wait under 30 min.
 */
function days(uniform: () => number, number: number, faster = 0): DayHistograms[] {
  return Array.from({ length: number }, () => {
    const later = uniform() < 0.5 ? 0 : HOUR / 2;
    const vehicles = 40 + Math.floor(40 * uniform());
    return dayOf(Array.from({ length: vehicles }, () => later + HOUR * uniform() * (1 - faster)));
  });
}
const TRUTH = { 0.25: 30 * MINUTE, 0.5: 45 * MINUTE, 0.95: 84 * MINUTE } as const;

describe("percentiles over vehicles", () => {
  test("pool the vehicles of all days", () => {
    const estimate = quantileEstimate([dayOf([10, 20, 30]), dayOf([40, 50, 60, 70, 80, 90, 100])], 0.5)!;
    expect(estimate.value).toBe(50);
  });

  test("of one day have no interval", () => {
    expect(quantileEstimate([dayOf([10, 20, 30])], 0.5)).toMatchObject({ low: null, high: null, n: 1 });
  });

  test("of days that are all alike are sure", () => {
    const { value, low, high } = quantileEstimate([dayOf([10, 20, 30, 40]), dayOf([10, 20, 30, 40])], 0.5)!;
    expect([low, high]).toEqual([value, value]);
  });

  test("of nobody are none", () => {
    expect(quantileEstimate([dayOf([]), dayOf([])], 0.5)).toBeNull();
  });

  test("stay within what was seen, however few the days", () => {
    const many = (longest: number): DayHistograms =>
      dayOf([...Array.from({ length: 40 }, () => 100), longest]);
    const { value, low, high } = quantileEstimate([many(100), many(120)], 0.95)!;
    expect(low).toBeGreaterThanOrEqual(99);
    expect(high).toBeLessThanOrEqual(121);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  });

  test.each([0.25, 0.5, 0.95] as const)("hold the true %f-quantile in about 95 of 100 experiments", (p) => {
    const uniform = uniforms(Math.round(p * 1_000));
    const experiments = 400;
    const estimates = Array.from({ length: experiments }, () => quantileEstimate(days(uniform, 20), p)!);
    const held = estimates.filter(({ low, high }) => low! <= TRUTH[p] && high! >= TRUTH[p]).length;
    expect(held / experiments).toBeGreaterThan(0.905);
    expect(held / experiments).toBeLessThan(0.995);
    expect(widthOf(estimates, 20)).toBeLessThan(1.2);
  });

  test("are far less sure than vehicles taken as independent would make believe", () => {
    const uniform = uniforms(5);
    const seen = days(uniform, 20);
    const { low, high } = quantileEstimate(seen, 0.5)!;
    // About 1 200 vehicles over 90 min: 5 min or so were each its own witness.
    expect(high! - low!).toBeGreaterThan(8 * MINUTE);
  });
});

describe("differences of percentiles", () => {
  const alone = (of: readonly DayHistograms[]): SideOfPair => ({ days: of, controls: [] });

  test("of the same days do not differ", () => {
    const seen = days(uniforms(1), 20);
    expect(quantileDifference(alone(seen), alone(seen), 0.95)).toMatchObject({ value: 0, low: 0, high: 0 });
  });

  test("of nobody, and of nobody in one of both, are none", () => {
    const [some, nobody] = [alone([dayOf([10, 20])]), alone([dayOf([])])];
    expect(quantileDifference(some, nobody, 0.95)).toBeNull();
    expect(quantileDifference(nobody, some, 0.95)).toBeNull();
  });

  test("of one day have no interval", () => {
    const [some, others] = [alone([dayOf([10, 20])]), alone([dayOf([10, 50])])];
    expect(quantileDifference(some, others, 0.9)).toMatchObject({ low: null, high: null, n: 1 });
  });

  test("from nobody who waits are as unsure as the percentile itself, on the side of the long waits at least", () => {
    const seen = days(uniforms(6), 20);
    const free = seen.map(() => dayOf([0, 0, 0, 0]));
    const { low, high } = quantileEstimate(seen, 0.95)!;
    const change = quantileDifference(alone(free), alone(seen), 0.95)!;
    expect(change.high).toBeGreaterThanOrEqual(high! - 1);
    expect(change.low).toBeLessThanOrEqual(low! + 1);
    const back = quantileDifference(alone(seen), alone(free), 0.95)!;
    expect(back.value).toBeCloseTo(-change.value, 6);
    expect(back.low).toBeCloseTo(-change.high!, 6);
    expect(back.high).toBeCloseTo(-change.low!, 6);
  });

  test("hold the true difference in about 95 of 100 experiments", () => {
    const experiments = 300;
    const estimates = Array.from({ length: experiments }, (_, experiment) => {
      // The same uniforms, so that each vehicle of a day waits a tenth of its uniform hour less.
      const [slow, fast] = [0, 0.1].map((faster) => alone(days(uniforms(9_000 + experiment), 20, faster)));
      return quantileDifference(slow, fast, 0.5)!;
    });
    // Halves overlap from 30 min to 54 min: F(x) = (x + x − 30) / 108 there, half of it at 42 min.
    const held = estimates.filter(({ low, high }) => low! <= -3 * MINUTE && high! >= -3 * MINUTE).length;
    expect(held / experiments).toBeGreaterThan(0.9);
    expect(held / experiments).toBeLessThan(0.995);
    expect(widthOf(estimates, 20)).toBeLessThan(1.3);
  });

  /** Good and bad days (lognormal), exponential waits; the second scenario cuts each day's by about a fifth. */
  function goodAndBadDays(seed: number, number: number): readonly [DayHistograms[], DayHistograms[]] {
    const normal = normals(seed);
    const uniform = uniforms(seed + 1);
    const pairs = Array.from({ length: number }, () => {
      const mean = 10 * MINUTE * Math.exp(0.5 * normal());
      const other = 0.8 * mean * Math.exp(0.15 * normal());
      const waits = Array.from({ length: 100 }, () => -Math.log(1 - uniform()));
      return [dayOf(waits.map((wait) => wait * mean)), dayOf(waits.map((wait) => wait * other))] as const;
    });
    return [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
  }

  const [manyA, manyB] = goodAndBadDays(77, 4_000);
  const truth = quantileEstimate(manyB, 0.95)!.value - quantileEstimate(manyA, 0.95)!.value;

  test.each([8, 20])("of the long waits of %i good and bad days are as sure as they say", (number) => {
    const experiments = 120;
    const estimates: Estimated[] = [];
    let width = 0;
    let jackknifed = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const [a, b] = goodAndBadDays(1_000 + 2 * experiment, number);
      estimates.push(quantileDifference(alone(a), alone(b), 0.95)!);
      const linear = intervalOf(differenceOf(quantileLinear(a, 0.95)!, quantileLinear(b, 0.95)!));
      width += (linear.high! - linear.low!) / experiments;
      const jackknife = differenceOf(withoutEachDay(a, 0.95), withoutEachDay(b, 0.95));
      jackknifed += (2 * studentFactor(0.95, number) * standardError(jackknife)) / experiments;
    }
    const held = estimates.filter(({ low, high }) => low! <= truth && high! >= truth).length;
    expect(held / experiments).toBeGreaterThan(0.9);
    expect(held / experiments).toBeLessThan(0.995);
    // The farther of two bounds, and days are so skew that Student's would be too short.
    expect(widthOf(estimates, number)).toBeLessThan(1.85);
    // The linear form beside the jackknife over days, a yardstick: wider with few vehicles a day, and never much narrower.
    expect(width / jackknifed).toBeGreaterThan(0.6);
    expect(width / jackknifed).toBeLessThan(1.2);
  });
});

/** The percentile with each day left out once, as an estimate of each day's pull. */
function withoutEachDay(days: readonly DayHistograms[], p: number): Linear {
  const valueOf = (some: readonly DayHistograms[]): number => quantileLinear(some, p)!.value;
  const value = valueOf(days);
  const influence = Float64Array.from(
    days,
    (_, left) => (days.length - 1) * (value - valueOf(days.filter((_day, index) => index !== left))),
  );
  return { value, influence, days: days.length };
}
