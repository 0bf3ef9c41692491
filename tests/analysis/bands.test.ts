import { expect, test } from "vitest";
import { bandsOf, sortedQuantile } from "../../server/analysis/bands.ts";
import type { DaySeries } from "../../server/measure/series.ts";
import { MINUTE } from "../../shared/units.ts";

const BINS = 24;

function day(part: Partial<DaySeries>): DaySeries {
  return {
    fromMs: 0,
    bins: BINS,
    endedEmpty: true,
    queue: new Int32Array(BINS),
    waitSum: new Float64Array(BINS),
    waitCount: new Int32Array(BINS),
    departed: new Int32Array(BINS),
    ...part,
  };
}

test("a band is the middle 90 % of days about the median day", () => {
  const days = Array.from({ length: 21 }, (_, i) => day({ queue: new Int32Array(BINS).fill(i) }));
  const { low, median, high } = bandsOf(days).queue;
  expect([low[3], median[3], high[3]]).toEqual([1, 10, 19]);
});

test("the wait is of those who reached the booth in the last 15 minutes", () => {
  const waitSum = Float64Array.from({ length: BINS }, (_, bin) =>
    bin === 2 ? 30 * MINUTE : bin === 4 ? 60 * MINUTE : 0,
  );
  const waitCount = Int32Array.from({ length: BINS }, (_, bin) => (bin === 2 ? 2 : bin === 4 ? 1 : 0));
  const { median } = bandsOf([day({ waitSum, waitCount })]).waitMin;
  expect(median.slice(0, 8)).toEqual([null, null, 15, 15, 30, 60, 60, null]);
});

test("throughput is over the last hour", () => {
  const departed = Int32Array.from({ length: BINS }, (_, bin) => (bin < 12 ? 10 : 0));
  const { median } = bandsOf([day({ departed })]).clearedPerHour;
  expect([median[0], median[11], median[12], median[23]]).toEqual([10, 120, 110, 0]);
});

test("a day that ended empty goes on at zero, of another nothing is known", () => {
  const long = day({ queue: new Int32Array(BINS).fill(8) });
  const empty = day({ bins: 10, queue: new Int32Array(BINS).fill(4) });
  expect(bandsOf([long, empty]).queue.low[12]).toBeCloseTo(0.4, 12);
  expect(bandsOf([long, { ...empty, endedEmpty: false }]).queue.low[12]).toBeNull();
  expect(bandsOf([long, { ...empty, endedEmpty: false }]).queue.low[9]).toBeCloseTo(4.2, 12);
});

test("where few days have a wait there is no band", () => {
  const waited = day({
    waitSum: new Float64Array(BINS).fill(MINUTE),
    waitCount: new Int32Array(BINS).fill(1),
  });
  expect(bandsOf([waited, day({}), day({})]).waitMin.median[5]).toBeNull();
  expect(bandsOf([waited, waited, day({})]).waitMin.median[5]).toBe(1);
});

test("percentiles of few days lie between them", () => {
  expect(sortedQuantile([10, 20], 0.05)).toBeCloseTo(10.5, 12);
  expect(sortedQuantile([10], 0.95)).toBe(10);
});
