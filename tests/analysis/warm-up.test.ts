/** The beginning of the counted days: what is read from the course of the queue, and what a picture of it holds. */
import { describe, expect, test } from "vitest";
import type { SeriesBands } from "../../server/analysis/bands.ts";
import { shownWarmUp, warmUpCheck } from "../../server/analysis/warm-up.ts";
import { warmUp as en } from "../../shared/messages/en/warm-up.ts";
import { DAY, MINUTE } from "../../shared/units.ts";
import { warmUpPictureTexts, warmUpRows, warmUpSentences } from "../../shared/warm-up.ts";

const BINS = 288;

/** Of which only the median of the queue is read. */
function bandsOf(queue: readonly (number | null)[]): SeriesBands {
  const band = { low: queue, median: queue, high: queue };
  return { fromMs: 0, binMs: 5 * MINUTE, queue: band, waitMin: band, clearedPerHour: band };
}

/** A queue that fills for two hours, then goes up and down around a level. */
const filling = (bins: number): number[] =>
  Array.from({ length: bins }, (_, bin) => (bin < 24 ? bin / 4 : 10 + Math.sin(bin * 2.4)));

const of = (queue: readonly (number | null)[], days: number, runs = 1) =>
  warmUpCheck(bandsOf(queue), { scenario: "port", countedMs: days * DAY, runs });

describe("the beginning to leave out", () => {
  test("is that in which the queue fills, to the batch", () => {
    const { finding } = of(filling(2 * BINS), 2);
    // 576 numbers are 115 batches and one left over; the queue has filled after 24.
    expect(finding).toMatchObject({ isSettled: true, leaveOutMinutes: 5 * (1 + 25) });
  });

  test("is looked for in the counted days alone, up to where the queue is known", () => {
    const counted = of(filling(2 * BINS), 2).finding;
    expect(of([...filling(2 * BINS), ...Array.from({ length: 50 }, () => 900)], 2).finding).toEqual(counted);
    expect(of([...filling(2 * BINS), null, 900], 3).finding).toEqual(counted);
  });

  test("comes with the mean of the rest where there is one run, by batches whose length is told", () => {
    const { queueByBatches, leaveOutMinutes } = of(filling(2 * BINS), 2).finding;
    expect(queueByBatches!.value).toBeCloseTo(10, 1);
    expect(queueByBatches!.batchMinutes).toBe(5 * Math.floor((576 - leaveOutMinutes / 5) / 20));
    expect(of(filling(2 * BINS), 2, 30).finding.queueByBatches).toBeNull();
  });
});

describe("its picture", () => {
  test("has a step for each batch of a short run, with the root of what is minimized", () => {
    const check = of(filling(2 * BINS), 2);
    const { curve } = shownWarmUp(check);
    expect(curve).toMatchObject({ fromMinutes: 5, stepMinutes: 25, queue: check.course.batchMeans });
    expect(curve.error).toEqual(check.course.statistic.map(Math.sqrt));
    expect(curve.leastError).toBe(Math.min(...curve.error));
  });

  test("keeps its least point and its mean where a long run has more batches than a picture has room for", () => {
    const check = of(filling(30 * BINS), 30);
    const { curve } = shownWarmUp(check);
    expect(curve.queue.length).toBeLessThanOrEqual(240);
    expect(curve.stepMinutes).toBe(25 * 8);
    expect(curve.leastError).toBe(Math.sqrt(Math.min(...check.course.statistic)));
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(curve.queue[3]).toBeCloseTo(mean(check.course.batchMeans.slice(24, 32)), 10);
    expect(curve.error[3]).toBe(Math.sqrt(check.course.statistic[24]!));
  });

  test("says in its table what is left out before each step, and of the last ones no more than the queue", () => {
    const shown = shownWarmUp(of(filling(2 * BINS), 2));
    const rows = warmUpRows(shown);
    expect(rows.slice(0, 2).map(([hours]) => hours)).toEqual([0, 0.5]);
    expect(rows).toHaveLength(115);
    expect(rows.slice(-6).map(([, , error]) => error === null)).toEqual([
      false,
      ...Array.from({ length: 5 }, () => true),
    ]);
  });

  test("has no cut, and its sentence no hours, where the queue has not settled by the middle", () => {
    const { finding } = of(
      Array.from({ length: BINS }, (_, bin) => bin),
      1,
    );
    const say = { hours: String, correlation: String, estimate: () => "" };
    expect(warmUpPictureTexts(finding, en, String).cut).toBeNull();
    expect(warmUpSentences(finding, en, say)).toEqual([expect.stringContaining("has not settled")]);
  });
});
