import { expect, test } from "vitest";
import { Core } from "../../server/engine/core.ts";
import { BIN_MS, Series } from "../../server/measure/series.ts";
import { DAY, MINUTE } from "../../shared/units.ts";
import { BUSY_DAY, tallied } from "./tallied.ts";

function made(countFrom: number, followUntil: number) {
  const core = new Core();
  const series = new Series(core, { countFrom, followUntil });
  const { seriesQueueUntil: queueUntil, seriesAtBooth: atBooth, seriesDeparted: departed } = core.exports;
  return { series, queueUntil, atBooth, departed };
}

test("a bin has the queue after all that happens at its last instant", () => {
  const { series, queueUntil } = made(0, DAY);
  queueUntil(BIN_MS, 3);
  queueUntil(BIN_MS + 1, 4);
  queueUntil(3 * BIN_MS + 1, 9);
  expect(Array.from(series.summary(3 * BIN_MS + 1, 0, 0).queue.slice(0, 4))).toEqual([4, 9, 9, 0]);
});

test("waits are in the bin in which the booth was reached", () => {
  const { series, atBooth, departed } = made(0, DAY);
  atBooth(BIN_MS - 1, 60);
  atBooth(BIN_MS, 100);
  departed(2 * BIN_MS + 5);
  const summary = series.summary(DAY, 0, 0);
  expect(Array.from(summary.waitSum.slice(0, 3))).toEqual([60, 100, 0]);
  expect(Array.from(summary.waitCount.slice(0, 3))).toEqual([1, 1, 0]);
  expect(Array.from(summary.departed.slice(0, 3))).toEqual([0, 0, 1]);
});

test("long runs are charted for their first days only", () => {
  const { series, departed } = made(DAY, 400 * DAY);
  departed(DAY - 1);
  departed(300 * DAY);
  const summary = series.summary(300 * DAY, 0, 0);
  expect(summary.queue.length * BIN_MS).toBe(8 * DAY);
  expect(summary.departed.every((number) => number === 0)).toBe(true);
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
