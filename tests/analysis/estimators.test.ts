import { describe, expect, test } from "vitest";
import {
  differenceOf,
  intervalOf,
  scaled,
  standardError,
  studentFactor,
} from "../../server/analysis/linear.ts";
import { meanOf } from "../../server/analysis/mean.ts";
import { ratioOf } from "../../server/analysis/ratio.ts";
import { normals, uniforms } from "./days.ts";

describe("Student's factor", () => {
  // Two-sided quantiles as printed in tables.
  test.each([
    [0.95, 2, 12.7062],
    [0.95, 5, 2.7764],
    [0.95, 20, 2.093],
    [0.95, 121, 1.9799],
    [0.99, 11, 3.1693],
    [0.9999, 20, 4.8975],
  ])("at %f with %i days is %f", (level, days, factor) => {
    expect(studentFactor(level, days)).toBeCloseTo(factor, 4);
  });
});

describe("one number a day", () => {
  test("five samples with sum 17 and sum of squares 103", () => {
    const { value, low, high, n } = intervalOf(meanOf([0, 1, 2, 7, 7])!);
    const half = Math.sqrt(11.3 / 5) * 2.7764451;
    expect(value).toBeCloseTo(3.4, 12);
    expect(high! - value).toBeCloseTo(half, 6);
    expect(value - low!).toBeCloseTo(half, 6);
    expect(n).toBe(5);
  });

  test("days without the number say nothing", () => {
    const some = intervalOf(meanOf([3, Number.NaN, 5, Number.NaN, 7])!);
    const all = intervalOf(meanOf([3, 5, 7])!);
    expect(some).toMatchObject({ value: all.value, n: 3 });
    expect(some.low).toBeCloseTo(all.low!, 12);
  });

  test("no day with the number is no estimate", () => {
    expect(meanOf([Number.NaN])).toBeNull();
  });

  test("one day has a value and no interval", () => {
    expect(intervalOf(meanOf([4])!)).toEqual({ value: 4, low: null, high: null, n: 1 });
  });
});

describe("ratio over days", () => {
  const uniform = uniforms(7);
  const vehicles = Array.from({ length: 30 }, () => Math.floor(400 + 200 * uniform()));
  const minutes = vehicles.map((number) => number * (10 + 20 * uniform()));

  test("is per vehicle, not a mean of days", () => {
    expect(ratioOf([10, 90], [10, 30])!.value).toBe(2.5);
  });

  test("with the same number every day is the mean of days", () => {
    const days = [12, 15, 11, 19];
    const ratio = intervalOf(
      ratioOf(
        days.map((mean) => mean * 100),
        days.map(() => 100),
      )!,
    );
    const mean = intervalOf(meanOf(days)!);
    expect(ratio.value).toBeCloseTo(mean.value, 12);
    expect(ratio.low).toBeCloseTo(mean.low!, 12);
    expect(ratio.high).toBeCloseTo(mean.high!, 12);
  });

  test("has the standard error of the jackknife over days", () => {
    const ratio = ratioOf(minutes, vehicles)!;
    const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
    const without = minutes.map(
      (_, day) => (total(minutes) - minutes[day]) / (total(vehicles) - vehicles[day]),
    );
    const n = minutes.length;
    const mean = total(without) / n;
    const jackknife = Math.sqrt(((n - 1) / n) * total(without.map((value) => (value - mean) ** 2)));
    expect(standardError(ratio) / jackknife).toBeCloseTo(1, 2);
  });

  test("days without vehicles count for nothing, neither do they add certainty", () => {
    const ratio = ratioOf([...minutes, 0, 0], [...vehicles, 0, 0])!;
    expect(intervalOf(ratio).low).toBeCloseTo(intervalOf(ratioOf(minutes, vehicles)!).low!, 12);
    expect(ratio.days).toBe(30);
  });

  test("a single day with vehicles has no interval, however many days there are", () => {
    expect(intervalOf(ratioOf([0, 50, 0], [0, 10, 0])!)).toEqual({ value: 5, low: null, high: null, n: 1 });
  });

  test("without any vehicle is no estimate", () => {
    expect(ratioOf([0, 0], [0, 0])).toBeNull();
  });

  test("days that are all alike leave no doubt", () => {
    expect(intervalOf(ratioOf([20, 40], [10, 20])!)).toEqual({ value: 2, low: 2, high: 2, n: 2 });
  });

  test("its 95 % intervals hold the truth in about 95 of 100 experiments", () => {
    const normal = normals(11);
    const experiments = 1_000;
    let held = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const days = Array.from({ length: 20 }, () => {
        const number = Math.round(300 + 60 * normal());
        return { number, minutes: number * (20 + 5 * normal()) };
      });
      const { low, high } = intervalOf(
        ratioOf(
          days.map((day) => day.minutes),
          days.map((day) => day.number),
        )!,
      );
      if (low! <= 20 && high! >= 20) held++;
    }
    // Four standard errors about 95 %, and the slight optimism of linearizing at 20 days.
    expect(held / experiments).toBeGreaterThan(0.92);
    expect(held / experiments).toBeLessThan(0.98);
  });
});

describe("differences", () => {
  const normal = normals(3);
  const weather = Array.from({ length: 20 }, () => 30 + 8 * normal());
  const changed = weather.map((mean) => mean - 2 + 0.3 * normal());
  const vehicles = weather.map(() => 100);
  const before = ratioOf(
    weather.map((mean) => mean * 100),
    vehicles,
  )!;
  const after = ratioOf(
    changed.map((mean) => mean * 100),
    vehicles,
  )!;

  test("that rounding alone makes are none", () => {
    // A drive of 20 s for all: as sums in minutes over numbers of trucks, a third is another number each day.
    const constant = (trucks: readonly number[]) =>
      ratioOf(
        trucks.map((count) => (count * 20_000) / 60_000),
        trucks,
      )!;
    const few = constant([7, 11, 13, 17, 19]);
    const many = constant([8, 12, 29, 31, 37]);
    expect(intervalOf(few)).toEqual({ value: few.value, low: few.value, high: few.value, n: 5 });
    expect(intervalOf(differenceOf(few, many))).toEqual({ value: 0, low: 0, high: 0, n: 5 });
    const small = meanOf([1, 1 + 1e-9, 1 - 1e-9])!;
    expect(standardError(small)).toBeGreaterThan(1e-10);
  });

  test("of the same days are those of each day", () => {
    const { value, low, high } = intervalOf(differenceOf(before, after));
    const daily = intervalOf(meanOf(changed.map((mean, day) => mean - weather[day]))!);
    expect(value).toBeCloseTo(daily.value, 10);
    expect(low).toBeCloseTo(daily.low!, 10);
    expect(high).toBeCloseTo(daily.high!, 10);
  });

  test("of the same days are far surer than of different days", () => {
    const independent = Math.hypot(standardError(before), standardError(after));
    expect(standardError(differenceOf(before, after))).toBeLessThan(independent / 10);
  });

  test("rest on the days that both have", () => {
    const few = ratioOf([0, ...weather.slice(1).map((mean) => mean * 100)], [0, ...vehicles.slice(1)])!;
    expect(intervalOf(differenceOf(few, after)).n).toBe(19);
  });

  test("scale with their unit", () => {
    expect(intervalOf(scaled(before, 60)).high).toBeCloseTo(60 * intervalOf(before).high!, 8);
  });
});
