/** Durations of several days put together, and what of each day lies below a share of them. */
import { expect, test } from "vitest";
import { countsAt, durationAt, poolDays } from "../../server/analysis/day-pool.ts";
import { BINS, addTo, quantileOf } from "../../server/measure/histogram.ts";
import { uniforms } from "./days.ts";
import { dayOf } from "./histograms.ts";

const uniform = uniforms(3);
const VALUES = [900, 40, 0, 1_500].map((count) =>
  Array.from({ length: count }, () => Math.floor(3_600_000 * uniform() ** 3)),
);
const DAYS = VALUES.map(dayOf);
const POOL = poolDays(DAYS)!;

test("a share lies below the duration that the merged histogram says", () => {
  const all = new Float64Array(BINS);
  for (const { days } of DAYS) addTo(all, days[0]!, 0);
  for (const share of [0, 0.001, 0.3, 0.5, 0.95, 1])
    expect(durationAt(POOL, share)).toBe(quantileOf(all, share));
});

test("the values of the days below it add up to the share", () => {
  expect([...POOL.values]).toEqual([900, 40, 0, 1_500]);
  for (const share of [0, 0.01, 0.5, 0.95, 0.999, 1]) {
    const sum = countsAt(POOL, share).reduce((all, count) => all + count, 0);
    expect(sum / 2_440).toBeCloseTo(share, 12);
  }
});

test("they are those of each day, but for the bin in which the duration lies", () => {
  const duration = durationAt(POOL, 0.8);
  countsAt(POOL, 0.8).forEach((count, day) => {
    const upTo = (ms: number): number => VALUES[day].filter((value) => value <= ms).length;
    expect(count).toBeGreaterThanOrEqual(upTo(duration * (1 - 1 / 64)));
    expect(count).toBeLessThanOrEqual(upTo(duration * (1 + 1 / 64)));
  });
});

test("equal values are parted in proportion", () => {
  const pool = poolDays([dayOf([0, 0, 0, 60]), dayOf([0, 50, 50, 50])])!;
  expect([...countsAt(pool, 0.25)]).toEqual([1.5, 0.5]);
  expect(durationAt(pool, 0.25)).toBe(0);
});

test("of nobody there is no pool", () => {
  expect(poolDays([dayOf([]), dayOf([])])).toBeNull();
});
