import { describe, expect, test } from "vitest";
import { gridPoints, latinHypercube, morrisTrajectories } from "../../../server/analysis/sweep/designs.ts";
import type { DesignDraw } from "../../../server/analysis/sweep/designs.ts";
import { uniforms } from "../days.ts";

/** The same number at the same address. */
const draws: DesignDraw = (factor, index, occurrence) => {
  const next = uniforms(1_000_003 * factor + 101 * index + occurrence);
  next();
  return next();
};

test("a grid has every combination, the last setting changing first", () => {
  expect(gridPoints([2, 3])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ]);
});

describe("a Latin hypercube", () => {
  const points = latinHypercube(40, 3, draws);

  test("meets each part of each range once", () => {
    for (const factor of [0, 1, 2]) {
      const parts = points.map((point) => Math.floor(point[factor] * 40)).sort((a, b) => a - b);
      expect(parts).toEqual(Array.from({ length: 40 }, (_, part) => part));
    }
  });

  test("orders the settings apart", () => {
    const ranks = (factor: number): string => points.map((point) => Math.floor(point[factor] * 40)).join();
    expect(new Set([0, 1, 2].map(ranks)).size).toBe(3);
  });

  test("is the same for the same draws", () => {
    expect(latinHypercube(40, 3, draws)).toEqual(points);
  });
});

describe("trajectories of Morris", () => {
  const trajectories = morrisTrajectories(400, 4, draws);

  test("move every setting once, by two thirds of its range, and no other with it", () => {
    for (const { points, steps } of trajectories) {
      expect([...steps].sort()).toEqual([0, 1, 2, 3]);
      expect(points).toHaveLength(5);
      steps.forEach((step, i) => {
        const moved = points[i + 1].map((value, factor) => value - points[i][factor]);
        moved.forEach((by, factor) => expect(Math.abs(by)).toBeCloseTo(factor === step ? 2 / 3 : 0, 12));
      });
    }
  });

  test("stay within the range and meet its four levels equally often", () => {
    const met = trajectories.flatMap(({ points }) => points.flat()).map((value) => Math.round(3 * value));
    const shares = [0, 1, 2, 3].map((level) => met.filter((one) => one === level).length / met.length);
    for (const share of shares) expect(share).toBeCloseTo(0.25, 1);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1);
  });
});
