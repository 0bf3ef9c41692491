import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { describe, expect, test } from "vitest";
import type { Linear } from "../../../server/analysis/linear.ts";
import { meanOf } from "../../../server/analysis/mean.ts";
import { frontierOf } from "../../../server/analysis/sweep/frontier.ts";
import type { Pair } from "../../../server/analysis/sweep/frontier.ts";
import { uniforms } from "../days.ts";

const figure = (...days: readonly number[]): Linear => meanOf(days)!;
const sure = (value: number): Linear => figure(...Array.from({ length: 30 }, () => value));
const draws = () => {
  const next = uniforms(9);
  return () => next();
};
const on = (points: readonly Pair[], isLess: readonly [boolean, boolean] = [true, true]) =>
  frontierOf(points, isLess, draws()).map(({ isOn }) => isOn);

describe("the frontier", () => {
  const points: readonly Pair[] = [
    [sure(1), sure(9)],
    [sure(2), sure(4)],
    [sure(2), sure(5)],
    [sure(3), sure(4)],
    [sure(4), sure(1)],
  ];

  test("has the points that no other is as good as in both figures", () => {
    expect(on(points)).toEqual([true, true, false, false, true]);
  });

  test("turns with what is better", () => {
    expect(on(points, [false, true])).toEqual([false, false, false, false, true]);
    expect(on(points, [true, false])).toEqual([true, false, false, false, false]);
    expect(on(points, [false, false])).toEqual([true, false, true, true, true]);
  });

  test("has two points that are equal in both, or neither", () => {
    expect(on([...points, [sure(2), sure(4)]])).toEqual([true, true, false, false, true, true]);
  });

  test("is not decided by rounding: what is the same but for the last bit is the same", () => {
    const [three, rounded] = [0.3, 0.1 + 0.2];
    expect(rounded).toBeGreaterThan(three);
    const exactly = (value: number): Linear => ({ ...sure(1), value });
    const both = (x: number, y: number): Pair => [exactly(x), exactly(y)];
    expect(on([both(three, 5), both(rounded, 4)])).toEqual([false, true]);
    expect(on([both(three, rounded), both(1, three)])).toEqual([true, false]);
    expect(on([both(three, 1), both(rounded, 1)])).toEqual([true, true]);
  });

  test("is certain where days do not differ", () => {
    expect(frontierOf(points, [true, true], draws()).map((point) => point.sure)).toEqual([1, 1, 0, 0, 1]);
  });

  test("is not told to be sure by a single day", () => {
    expect(frontierOf([[figure(1), figure(2)]], [true, true], draws())).toEqual([{ isOn: true, sure: null }]);
  });
});

describe("how sure a point is", () => {
  /** Thirty days whose mean lies so many standard errors from 0. */
  const apart = (errors: number): Linear => {
    const days = Array.from({ length: 30 }, (_, day) => normalQuantile((day + 0.5) / 30, 0, 1));
    const spread = Math.sqrt(days.reduce((sum, value) => sum + value * value, 0) / 29);
    return figure(...days.map((value) => value + (errors * spread) / Math.sqrt(30)));
  };

  test.each([
    [0, 0.5],
    [1, 0.8413],
    [1.6449, 0.95],
    [-1, 0.1587],
  ])("%d standard errors better than a cheaper point: in about %d of the days", (errors, share) => {
    const [cheap, dear] = frontierOf(
      [
        [sure(1), sure(0)],
        [sure(2), apart(-errors)],
      ],
      [true, true],
      draws(),
    );
    expect(cheap.sure).toBe(1);
    expect(dear.sure).toBeCloseTo(share, 1);
  });

  test("does not suffer from days that are bad for all points alike", () => {
    const days = [1, 9, 4, 30, 2, 12];
    const [, better] = frontierOf(
      [
        [figure(1, 1, 1, 1, 1, 1), figure(...days)],
        [figure(2, 2, 2, 2, 2, 2), figure(...days.map((wait) => wait - 0.5))],
      ],
      [true, true],
      draws(),
    );
    expect(better.sure).toBe(1);
  });
});
