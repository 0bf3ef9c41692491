/** Hall's transformation of Student's t, its inverse, and the intervals of skew days that follow from it. */
import { describe, expect, test } from "vitest";
import { controlled } from "../../server/analysis/controls.ts";
import { differenceOf, intervalOf, studentInterval } from "../../server/analysis/linear.ts";
import type { Linear } from "../../server/analysis/linear.ts";
import { meanOf } from "../../server/analysis/mean.ts";
import { skewedIntervalOf } from "../../server/analysis/mean-of-skewed.ts";
import { ratioOf } from "../../server/analysis/ratio.ts";
import { hallsInverse, hallsTransform } from "../../server/analysis/skewness.ts";
import { normals, uniforms } from "./days.ts";

describe("the inverse of Hall's transformation", () => {
  test.each([
    [2.093, 1.2, 20],
    [-2.093, 1.2, 20],
    [2.093, -3.9, 20],
    [-4.9, 4.2, 20],
    [1.96, 0.01, 2_000],
    [-12.7, 8, 80],
  ])("of %f, for a skewness of %f over %i days, is transformed back to it", (transformed, skewness, days) => {
    const t = hallsInverse(transformed, skewness, days);
    expect(hallsTransform(t, skewness, days)).toBeCloseTo(transformed, 9);
  });

  test("is the same number without skew, and next to it with next to none", () => {
    expect([hallsInverse(2.093, 0, 20), hallsInverse(-2.093, 0, 20)]).toEqual([2.093, -2.093]);
    expect(hallsInverse(2.093, 1e-12, 20)).toBeCloseTo(2.093, 11);
  });

  test("is at most four times as far, and a little more by the shift of the cubic", () => {
    const days = 20;
    const mostSkew = (days - 2) / Math.sqrt(days - 1);
    for (let skewness = -mostSkew; skewness <= mostSkew; skewness += mostSkew / 50) {
      for (const factor of [-12, -2.093, 2.093, 12]) {
        const t = hallsInverse(factor, skewness, days);
        const lean = skewness / Math.sqrt(days);
        expect(Math.abs(t)).toBeLessThanOrEqual(4 * (Math.abs(factor) + Math.abs(lean) / 6));
        expect(Math.sign(t)).toBe(Math.sign(factor));
      }
    }
  });
});

/** Exponential days, of mean 1: skewness 2. */
const exponentials = (uniform: () => number, number: number): number[] =>
  Array.from({ length: number }, () => -Math.log(1 - uniform()));

type Misses = { below: number; above: number };

/** In how many of 100 experiments the truth lies above the interval, or below it: Hall's, and Student's. */
function missesOf(experiment: () => Linear, truth: number, experiments = 3_000) {
  const [hall, student]: [Misses, Misses] = [
    { below: 0, above: 0 },
    { below: 0, above: 0 },
  ];
  for (let i = 0; i < experiments; i++) {
    const linear = experiment();
    for (const [misses, { low, high }] of [
      [hall, intervalOf(linear)],
      [student, studentInterval(linear)],
    ] as const) {
      if (high! < truth) misses.above += 100 / experiments;
      if (low! > truth) misses.below += 100 / experiments;
    }
  }
  return { hall, student };
}

describe("the interval of days that are skew", () => {
  test("ends where Student's t of the days, transformed by the cubic written out, is at its factor", () => {
    const values = exponentials(uniforms(3), 20);
    const mean = values.reduce((sum, value) => sum + value, 0) / 20;
    const moment = (k: number): number => values.reduce((sum, value) => sum + (value - mean) ** k, 0) / 20;
    const skewness = moment(3) / moment(2) ** 1.5;
    const transformed = (bound: number): number => {
      const t = (mean - bound) / Math.sqrt(moment(2) / 19);
      return (
        t +
        (skewness * t ** 2) / 3 / Math.sqrt(20) +
        (skewness ** 2 * t ** 3) / 27 / 20 +
        skewness / 6 / Math.sqrt(20)
      );
    };
    const { low, high } = intervalOf(meanOf(values)!);
    // Student's at 19 degrees of freedom, of a table.
    expect(transformed(low!)).toBeCloseTo(2.093, 3);
    expect(transformed(high!)).toBeCloseTo(-2.093, 3);
    expect(high! - mean).toBeGreaterThan(1.2 * (mean - low!));
  });

  test("is Student's where they are not, and mirrored where they lean the other way", () => {
    const even = Array.from({ length: 20 }, (_, day) => day - 9.5);
    const linear = meanOf(even)!;
    expect(intervalOf(linear).high).toBeCloseTo(studentInterval(linear).high!, 12);
    expect(intervalOf(linear).low).toBeCloseTo(studentInterval(linear).low!, 12);
    const skew = exponentials(uniforms(4), 20);
    const [one, other] = [intervalOf(meanOf(skew)!), intervalOf(meanOf(skew.map((value) => -value))!)];
    expect(other.low).toBeCloseTo(-one.high!, 12);
    expect(other.high).toBeCloseTo(-one.low!, 12);
  });

  test("is Student's of fewer than 10 days, which do not tell how skew they are", () => {
    const [nine, ten] = [9, 10].map((number) => meanOf(exponentials(uniforms(5), number))!) as [
      Linear,
      Linear,
    ];
    expect(intervalOf(nine).high).toBeCloseTo(studentInterval(nine).high!, 12);
    expect(intervalOf(ten).high).toBeGreaterThan(studentInterval(ten).high!);
  });

  test.each([
    ["Hall's", intervalOf],
    ["that of the bootstrap", skewedIntervalOf],
  ])("is never shorter than Student's where it holds with others: %s", (_, interval) => {
    const linear = meanOf(exponentials(uniforms(12), 20))!;
    const [single, together] = [0.95, 0.99].map((level) => interval(linear, level));
    expect(single!.low).toBeGreaterThan(studentInterval(linear, 0.95).low!);
    expect(together!.low).toBe(studentInterval(linear, 0.99).low);
    expect(together!.high).toBeGreaterThan(studentInterval(linear, 0.99).high!);
  });

  test("is a number, and has its value inside, though a single day is unlike the others", () => {
    for (const number of [10, 20, 400]) {
      const { value, low, high } = intervalOf(meanOf([1, ...Array(number - 1).fill(0)])!);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(high).toBeLessThan(1);
    }
  });

  test("of a mean holds the truth nearly as often as it says, where Student's holds too seldom on one side", () => {
    const uniform = uniforms(6);
    const { hall, student } = missesOf(() => meanOf(exponentials(uniform, 20))!, 1);
    expect(student.above).toBeGreaterThan(6.5);
    expect(hall.above).toBeLessThan(5);
    expect(hall.below).toBeGreaterThan(0.7);
    expect(hall.above + hall.below).toBeLessThan(6.5);
  });

  test("of a ratio does, the vehicles of a day being no more on long days", () => {
    const uniform = uniforms(7);
    const { hall, student } = missesOf(() => {
      const vehicles = Array.from({ length: 20 }, () => 50 + Math.floor(20 * uniform()));
      return ratioOf(
        exponentials(uniform, 20).map((mean, day) => mean * vehicles[day]!),
        vehicles,
      )!;
    }, 1);
    expect(student.above + student.below).toBeGreaterThan(7);
    expect(hall.above + hall.below).toBeLessThan(6.5);
  });

  test("of a difference on the same days does, by the skewness of what the days differ by", () => {
    const [uniform, normal] = [uniforms(8), normals(9)];
    const { hall, student } = missesOf(() => {
      const weather = Array.from({ length: 20 }, () => 10 * normal());
      const gains = exponentials(uniform, 20);
      return differenceOf(meanOf(weather)!, meanOf(weather.map((wait, day) => wait - gains[day]!))!);
    }, -1);
    expect(student.below).toBeGreaterThan(6.5);
    expect(hall.below).toBeLessThan(5);
    expect(hall.above + hall.below).toBeLessThan(6.5);
  });

  test("of a mean with a control does, by the skewness of what arrivals do not explain", () => {
    const [uniform, normal] = [uniforms(10), normals(11)];
    const { hall, student } = missesOf(() => {
      const arrivals = Float64Array.from({ length: 20 }, normal);
      const rests = exponentials(uniform, 20);
      return controlled(meanOf(rests.map((rest, day) => rest + 3 * arrivals[day]!))!, [arrivals]);
    }, 1);
    expect(student.above).toBeGreaterThan(6);
    expect(hall.above).toBeLessThan(5);
    expect(hall.above + hall.below).toBeLessThan(7);
  });
});
