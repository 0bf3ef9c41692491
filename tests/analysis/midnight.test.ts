import { expect, test } from "vitest";
import { midnightGap as gapOf } from "../../server/analysis/midnight.ts";
import type { DaySeries } from "../../server/measure/series.ts";
import { DAY } from "../../shared/units.ts";

const BINS = 300;

const midnightGap = (series: readonly DaySeries[], countedMs: number) =>
  gapOf(
    series.map((one, replication) => ({ replication, series: one })),
    countedMs,
  );

/** A day that begins with one queue and ends with another. */
function day(first: number, last: number, part: Partial<DaySeries> = {}): DaySeries {
  const queue = new Int32Array(BINS);
  queue[0] = first;
  queue[287] = last;
  return {
    fromMs: 0,
    bins: BINS,
    endedEmpty: true,
    queue,
    waitSum: new Float64Array(BINS),
    waitCount: new Int32Array(BINS),
    departed: new Int32Array(BINS),
    ...part,
  };
}

test("a queue that is longer after the counted days than before them is told with its interval", () => {
  const gap = midnightGap([day(0, 20), day(2, 24), day(1, 18)], DAY)!;
  expect(gap).toMatchObject({ before: 1, after: 62 / 3, difference: { n: 3 } });
  expect(gap.difference.low).toBeGreaterThan(0);
});

test("midnights that agree, as far as days tell, are no matter", () => {
  expect(midnightGap([day(10, 14), day(12, 9), day(11, 10)], DAY)).toBeNull();
  expect(midnightGap([day(0, 20)], DAY)).toBeNull();
});

test("a gap of less than a vehicle, or a twentieth of the queue, is no matter, however sure", () => {
  expect(
    midnightGap([day(0, 1), day(0, 1), day(0, 0), day(0, 1), day(0, 1), day(0, 1), day(0, 1)], DAY),
  ).toBeNull();
  expect(midnightGap([day(100, 103), day(100, 104), day(101, 104)], DAY)).toBeNull();
});

test("a port that ended empty before the last midnight has no queue then; of another nothing is known", () => {
  const over = { bins: 200, endedEmpty: true };
  expect(midnightGap([day(20, 99, over), day(21, 99, over), day(22, 99, over)], DAY)).toMatchObject({
    after: 0,
  });
  const unknown = { bins: 200, endedEmpty: false };
  expect(midnightGap([day(20, 99, unknown), day(21, 99, unknown)], DAY)).toBeNull();
});
