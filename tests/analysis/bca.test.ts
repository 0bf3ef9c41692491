import { describe, expect, test } from "vitest";
import { bootstrap, meanOfDrawn } from "../../server/analysis/bca.ts";
import type { Statistic } from "../../server/analysis/bca.ts";
import { intervalOf, studentInterval } from "../../server/analysis/linear.ts";
import { meanOf } from "../../server/analysis/mean.ts";
import { skewedIntervalOf } from "../../server/analysis/mean-of-skewed.ts";
import { normals } from "./days.ts";

const mean = (sample: Float64Array): number => sample.reduce((sum, one) => sum + one, 0) / sample.length;
const variance = (sample: Float64Array): number => mean(sample.map((one) => (one - mean(sample)) ** 2));
const varianceOfDrawn: Statistic = (values, drawn) => variance(Float64Array.from(drawn, (at) => values[at]!));

/** The spatial test data A of Efron and Tibshirani 1993, table 14.1. */
const SPATIAL = Float64Array.of(
  48,
  36,
  20,
  29,
  42,
  42,
  20,
  42,
  22,
  41,
  45,
  14,
  6,
  0,
  33,
  28,
  34,
  4,
  32,
  24,
  47,
  41,
  24,
  26,
  30,
  41,
);

describe("the bootstrap over days", () => {
  test("gives the published interval of a variance, its bias and its acceleration", () => {
    expect(variance(SPATIAL)).toBeCloseTo(171.5, 1);
    const { low, high, bias, acceleration } = bootstrap(SPATIAL, varianceOfDrawn, 0.9, 10_000);
    // Efron and Tibshirani, section 14.3: (115.8, 259.6) from 2 000 resamples, a = 0.061, z₀ = 0.146.
    expect(acceleration).toBeCloseTo(0.061, 3);
    expect(Math.abs(bias - 0.146)).toBeLessThan(0.06);
    expect(Math.abs(low - 115.8)).toBeLessThan(4);
    expect(Math.abs(high - 259.6)).toBeLessThan(10);
  });

  test("of a mean of many days is as wide as the closed form has it", () => {
    const normal = normals(2);
    const days = Float64Array.from({ length: 200 }, () => 50 + 8 * normal());
    const { low, high } = bootstrap(days, meanOfDrawn, 0.95, 10_000);
    const half = 1.96 * Math.sqrt(variance(days) / 200);
    expect((high - low) / (2 * half)).toBeGreaterThan(0.97);
    expect((high - low) / (2 * half)).toBeLessThan(1.03);
  });

  test.each([1, 4, 7])("takes each value as often as it was drawn, of %i too", (length) => {
    const drawn = Uint16Array.from({ length }, (_, i) => (i * 5) % 3);
    const expected = mean(Float64Array.from(drawn, (at) => SPATIAL[at]!));
    expect(meanOfDrawn(SPATIAL, drawn)).toBeCloseTo(expected, 12);
  });

  test("of the same days is the same", () => {
    expect(bootstrap(SPATIAL, varianceOfDrawn, 0.95)).toEqual(bootstrap(SPATIAL, varianceOfDrawn, 0.95));
  });
});

describe("the mean of skewed days", () => {
  const of = (values: readonly number[]) => skewedIntervalOf(meanOf(values)!, 0.95);

  test("without skew has about Student's interval", () => {
    const days = Array.from({ length: 20 }, (_, i) => i - 9.5);
    const student = intervalOf(meanOf(days)!);
    expect(of(days).high! / student.high!).toBeGreaterThan(0.95);
    expect(of(days).high! / student.high!).toBeLessThan(1.05);
  });

  test("reaches farther on the side of the few long days", () => {
    const { value, low, high } = of([...Array.from({ length: 18 }, (_, i) => 10 + (i % 3)), 40, 60]);
    expect(high! - value).toBeGreaterThan(1.3 * (value - low!));
  });

  test("whose pulls do not add up to nothing stands about the value all the same", () => {
    const influence = Float64Array.from({ length: 20 }, (_, i) => i - 9.5 + 2);
    const { low, high } = skewedIntervalOf({ value: 50, influence, days: 20, coefficients: 1 }, 0.95);
    // 2,000 resamples leave a tenth of chance; by itself the shift of 2 would make it a factor of 6.
    expect((high! - 50) / (50 - low!)).toBeGreaterThan(0.85);
    expect((high! - 50) / (50 - low!)).toBeLessThan(1.15);
  });

  test("holds the truth more often than Student's", () => {
    const normal = normals(31);
    const truth = Math.exp(0.5);
    let [held, student] = [0, 0];
    for (let experiment = 0; experiment < 300; experiment++) {
      const linear = meanOf(Array.from({ length: 20 }, () => Math.exp(normal())))!;
      const holds = ({ low, high }: ReturnType<typeof intervalOf>): number =>
        low! <= truth && high! >= truth ? 1 : 0;
      held += holds(skewedIntervalOf(linear, 0.95));
      student += holds(studentInterval(linear));
    }
    expect(held).toBeGreaterThan(student);
  });

  test("of days that are all alike, or of few, is as for any mean", () => {
    expect(of(Array.from({ length: 20 }, () => 5))).toEqual({ value: 5, low: 5, high: 5, n: 20 });
    expect(of([1, 2, 9])).toEqual(intervalOf(meanOf([1, 2, 9])!));
  });
});
