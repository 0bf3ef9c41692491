/**
 * What a day can be like: for each five minutes the median day and the middle 90 % of days, of the queue,
 * the wait of those who reached the booth in the last 15 minutes, and departures over the last hour.
 *
 * This is the spread of days, not how sure we are of their average; never show the two as one.
 */
import { MINUTE } from "../../shared/units.ts";
import { BIN_MS } from "../measure/series.ts";
import type { DaySeries } from "../measure/series.ts";

/** One value a bin; null where a day, or too few days, has none. */
type Course = readonly (number | null)[];

export type BandOfDays = { readonly low: Course; readonly median: Course; readonly high: Course };

export type SeriesBands = {
  /** Start of the first bin, ms from the run's first midnight, and the length of bins. */
  readonly fromMs: number;
  readonly binMs: number;
  readonly queue: BandOfDays;
  readonly waitMin: BandOfDays;
  readonly clearedPerHour: BandOfDays;
};

const WAIT_BINS = 3;
const HOUR_BINS = 12;

export function bandsOf(days: readonly DaySeries[]): SeriesBands {
  const length = Math.max(0, ...days.map(({ bins }) => bins));
  return {
    fromMs: days[0]?.fromMs ?? 0,
    binMs: BIN_MS,
    queue: bandOf(days, queueAt, length, days.length),
    waitMin: bandOf(days, waitAt, length, Math.ceil(days.length / 2)),
    clearedPerHour: bandOf(days, clearedAt, length, days.length),
  };
}

/** What a day had in a bin; NaN: nothing. */
type At = (day: DaySeries, bin: number) => number;

/** After its end a day that ended empty stays so; of another nothing is known. */
const isKnown = (day: DaySeries, bin: number): boolean => bin < day.bins || day.endedEmpty;

const queueAt: At = (day, bin) => (isKnown(day, bin) ? (bin < day.bins ? day.queue[bin] : 0) : Number.NaN);

/** NaN where nobody reached the booth. */
const waitAt: At = (day, bin) =>
  trailing(day.waitSum, bin, WAIT_BINS) / trailing(day.waitCount, bin, WAIT_BINS) / MINUTE;

/** An hour that has not been whole yet counts as one. */
const clearedAt: At = (day, bin) => (isKnown(day, bin) ? trailing(day.departed, bin, HOUR_BINS) : Number.NaN);

const courseOf =
  (at: At) =>
  (day: DaySeries, length: number): Course =>
    Array.from({ length }, (_, bin) => orNull(at(day, bin)));

export const queueCourse = courseOf(queueAt);
export const waitCourse = courseOf(waitAt);
export const clearedCourse = courseOf(clearedAt);

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

function trailing(values: Int32Array | Float64Array, bin: number, bins: number): number {
  let sum = 0;
  for (let i = Math.max(0, bin - bins + 1); i <= bin && i < values.length; i++) sum += values[i];
  return sum;
}

function bandOf(days: readonly DaySeries[], at: At, length: number, leastDays: number): BandOfDays {
  const values = new Float64Array(length * days.length);
  days.forEach((day, index) => {
    for (let bin = 0; bin < length; bin++) values[bin * days.length + index] = at(day, bin);
  });
  const bins = Array.from({ length }, (_, bin) =>
    valuesOf(values.subarray(bin * days.length, (bin + 1) * days.length)),
  );
  const percentile = (p: number): Course =>
    bins.map((sorted) => (sorted.length < Math.max(1, leastDays) ? null : sortedQuantile(sorted, p)));
  return { low: percentile(0.05), median: percentile(0.5), high: percentile(0.95) };
}

/** In order, without the days that have none. */
function valuesOf(bin: Float64Array): Float64Array {
  // Typed arrays have NaN last.
  const sorted = bin.sort();
  const first = sorted.findIndex(Number.isNaN);
  return first < 0 ? sorted : sorted.subarray(0, first);
}

/** Linear between order statistics (definition 7 of Hyndman and Fan). */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
