import { describe, expect, test } from "vitest";
import { differenceOf, intervalOf, standardError, studentFactor } from "../../server/analysis/linear.ts";
import type { Linear } from "../../server/analysis/linear.ts";
import { quantileEstimate, quantileLinear } from "../../server/analysis/quantile.ts";
import type { DayHistograms } from "../../server/analysis/quantile.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { normals, uniforms } from "./days.ts";
import { dayOf } from "./histograms.ts";

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
    const { value, low, high } = quantileEstimate([dayOf([100, 100, 100]), dayOf([100, 100, 120])], 0.95)!;
    expect(low).toBeGreaterThanOrEqual(99);
    expect(high).toBeLessThanOrEqual(121);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  });

  test.each([0.25, 0.5, 0.95] as const)("hold the true %f-quantile in about 95 of 100 experiments", (p) => {
    const uniform = uniforms(Math.round(p * 1_000));
    const experiments = 400;
    let held = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const { low, high } = quantileEstimate(days(uniform, 20), p)!;
      if (low! <= TRUTH[p] && high! >= TRUTH[p]) held++;
    }
    expect(held / experiments).toBeGreaterThan(0.905);
    expect(held / experiments).toBeLessThan(0.995);
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
  test("of the same days do not differ", () => {
    const seen = days(uniforms(1), 20);
    const linear = quantileLinear(seen, 0.95)!;
    expect(intervalOf(differenceOf(linear, linear))).toMatchObject({ value: 0, low: 0, high: 0 });
  });

  test("hold the true difference in about 95 of 100 experiments", () => {
    const experiments = 300;
    let held = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      // The same uniforms, so that each vehicle of a day waits a tenth of its uniform hour less.
      const [slow, fast] = [0, 0.1].map((faster) =>
        quantileLinear(days(uniforms(9_000 + experiment), 20, faster), 0.5)!,
      );
      const { low, high } = intervalOf(differenceOf(slow, fast));
      // Halves overlap from 30 min to 54 min: F(x) = (x + x − 30) / 108 there, half of it at 42 min.
      if (low! <= -3 * MINUTE && high! >= -3 * MINUTE) held++;
    }
    expect(held / experiments).toBeGreaterThan(0.9);
    expect(held / experiments).toBeLessThan(0.995);
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

  const [manyA, manyB] = goodAndBadDays(77, 6_000);
  const truth = quantileEstimate(manyB, 0.95)!.value - quantileEstimate(manyA, 0.95)!.value;

  test.each([8, 20])("of the long waits of %i good and bad days are as sure as they say", (number) => {
    const experiments = 250;
    let held = 0;
    let width = 0;
    let jackknifed = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const [a, b] = goodAndBadDays(1_000 + 2 * experiment, number);
      const { low, high } = intervalOf(differenceOf(quantileLinear(a, 0.95)!, quantileLinear(b, 0.95)!));
      if (low! <= truth && high! >= truth) held++;
      width += (high! - low!) / experiments;
      const jackknife = differenceOf(withoutEachDay(a, 0.95), withoutEachDay(b, 0.95));
      jackknifed += (2 * studentFactor(0.95, number) * standardError(jackknife)) / experiments;
    }
    expect(held / experiments).toBeGreaterThan(0.88);
    expect(held / experiments).toBeLessThan(0.995);
    // The jackknife over days, a yardstick: wider with few vehicles a day, and never much narrower.
    expect(width / jackknifed).toBeGreaterThan(0.6);
    expect(width / jackknifed).toBeLessThan(1.2);
  });
});

/** The percentile with each day left out once, as an estimate of each day's pull. */
function withoutEachDay(days: readonly DayHistograms[], p: number): Linear {
  const { value } = quantileEstimate(days, p)!;
  const influence = Float64Array.from(
    days,
    (_, left) =>
      (days.length - 1) *
      (value -
        quantileEstimate(
          days.filter((_day, index) => index !== left),
          p,
        )!.value),
  );
  return { value, influence, days: days.length };
}
