import { describe, expect, test } from "vitest";
import { batchedMean, truncationOf } from "../../server/analysis/long-run.ts";
import { normals } from "./days.ts";

describe("how much of a run to leave out", () => {
  test("is what the definition says, written out over all that may be left out", () => {
    const normal = normals(9);
    const series = Array.from({ length: 200 }, (_, i) => 10 - 8 * Math.exp(-i / 20) + normal());
    const batches = Array.from({ length: 40 }, (_, b) => mean(series.slice(5 * b, 5 * b + 5)));
    const errors = Array.from({ length: 35 }, (_, d) => {
      const rest = batches.slice(d);
      return rest.reduce((sum, one) => sum + (one - mean(rest)) ** 2, 0) / rest.length ** 2;
    });
    const { leaveOut, statistic, isSettled } = truncationOf(series);
    errors.forEach((error, d) => expect(statistic[d]).toBeCloseTo(error, 10));
    expect(leaveOut).toBe(5 * errors.indexOf(Math.min(...errors)));
    expect(leaveOut).toBeGreaterThan(20);
    expect(isSettled).toBe(true);
  });

  test("is nothing of a run that begins as it goes on", () => {
    expect(truncationOf(Array.from({ length: 100 }, (_, i) => i % 5)).leaveOut).toBe(0);
  });

  test("is the beginning to the number, where it is all that differs", () => {
    expect(
      truncationOf([...Array.from({ length: 30 }, () => 0), ...Array.from({ length: 170 }, () => 7)])
        .leaveOut,
    ).toBe(30);
  });

  test("is not known of a run that has not settled by its middle", () => {
    expect(truncationOf(Array.from({ length: 200 }, (_, i) => i)).isSettled).toBe(false);
  });

  test("of next to nothing is nothing", () => {
    expect(truncationOf([]).leaveOut).toBe(0);
    expect(truncationOf([1, 2, 3]).leaveOut).toBe(0);
  });
});

/** Each number remembers this much of the one before; mean 50, variance 1. */
function remembering(seed: number, length: number, share: number): number[] {
  const normal = normals(seed);
  let state = normal();
  return Array.from({ length }, () => {
    state = share * state + Math.sqrt(1 - share * share) * normal();
    return 50 + state;
  });
}

describe("the mean of a long run by batches", () => {
  test("is that of the batches with Student's interval", () => {
    const { value, low, high, batches } = batchedMean([9, 1, 3, 5, 7, 2, 2, 5, 9], 4, 0.95)!;
    // Batches 2, 6, 2, 7: variance 6.9167, and 3.1824 standard errors to either side.
    expect([value, batches]).toEqual([4.25, 4]);
    expect(high - value).toBeCloseTo(3.182446 * Math.sqrt(6.916667 / 4), 5);
    expect(value - low).toBeCloseTo(high - value, 10);
  });

  test("holds the truth as often as it says where batches are long, and says so", () => {
    const runs = Array.from({ length: 400 }, (_, seed) =>
      batchedMean(remembering(seed, 4_000, 0.9), 20, 0.95)!,
    );
    const held = runs.filter(({ low, high }) => low <= 50 && high >= 50).length / 400;
    expect(held).toBeGreaterThan(0.915);
    expect(held).toBeLessThan(0.985);
    // One in twenty is called dependent by chance, and some more since batches still know a little of each other.
    expect(runs.filter(({ isIndependent }) => isIndependent).length / 400).toBeGreaterThan(0.85);
  });

  test("is called too sure of itself where batches are short", () => {
    const runs = Array.from({ length: 100 }, (_, seed) =>
      batchedMean(remembering(seed, 400, 0.97), 40, 0.95)!,
    );
    expect(runs.filter(({ isIndependent }) => !isIndependent).length).toBeGreaterThan(90);
  });

  test("needs more numbers than batches, and three of these", () => {
    expect(batchedMean([1, 2, 3], 4, 0.95)).toBeNull();
    expect(batchedMean([1, 2, 3], 2, 0.95)).toBeNull();
  });
});

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
