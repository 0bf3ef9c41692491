import { expect, test } from "vitest";
import { BIN_MS, Series } from "../../server/measure/series.ts";
import { DAY, MINUTE } from "../../shared/units.ts";
import { BUSY_DAY, tallied } from "./tallied.ts";

const series = (): Series => new Series({ countFrom: 0, followUntil: DAY });

test("a bin has the queue after all that happens at its last instant", () => {
  const one = series();
  one.queueUntil(BIN_MS, 3);
  one.queueUntil(BIN_MS + 1, 4);
  one.queueUntil(3 * BIN_MS + 1, 9);
  expect(Array.from(one.summary(3 * BIN_MS + 1, 0, 0).queue.slice(0, 4))).toEqual([4, 9, 9, 0]);
});

test("waits are in the bin in which the booth was reached", () => {
  const one = series();
  one.atBooth(BIN_MS - 1, 60);
  one.atBooth(BIN_MS, 100);
  one.departed(2 * BIN_MS + 5);
  const { waitSum, waitCount, departed } = one.summary(DAY, 0, 0);
  expect(Array.from(waitSum.slice(0, 3))).toEqual([60, 100, 0]);
  expect(Array.from(waitCount.slice(0, 3))).toEqual([1, 1, 0]);
  expect(Array.from(departed.slice(0, 3))).toEqual([0, 0, 1]);
});

test("long runs are charted for their first days only", () => {
  const long = new Series({ countFrom: DAY, followUntil: 400 * DAY });
  long.departed(300 * DAY);
  expect(long.summary(300 * DAY, 0, 0).queue.length * BIN_MS).toBe(8 * DAY);
});

test("the course of a day agrees with its totals", () => {
  const { summary } = tallied(BUSY_DAY);
  const { waitSum, departed, bins, endedEmpty } = summary.series;
  const sum = (values: ArrayLike<number>): number =>
    Array.from(values).reduce((total, value) => total + value, 0);
  expect(sum(waitSum)).toBe(sum(summary.figures.wait.sum.slice(0, 12)));
  expect(sum(departed)).toBe(sum(summary.departures));
  expect(bins).toBe(Math.floor(summary.endedMs / (5 * MINUTE)));
  expect(endedEmpty).toBe(true);
});
