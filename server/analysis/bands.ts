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
  const band = (course: (day: DaySeries) => Course, leastDays: number): BandOfDays =>
    bandOf(days.map(course), length, leastDays);
  return {
    fromMs: days[0]?.fromMs ?? 0,
    binMs: BIN_MS,
    queue: band((day) => queueCourse(day, length), days.length),
    waitMin: band((day) => waitCourse(day, length), Math.ceil(days.length / 2)),
    clearedPerHour: band((day) => clearedCourse(day, length), days.length),
  };
}

/** After its end a day that ended empty stays so; of another nothing is known. */
const isKnown = (day: DaySeries, bin: number): boolean => bin < day.bins || day.endedEmpty;

export const queueCourse = (day: DaySeries, length: number): Course =>
  course(length, (bin) => (isKnown(day, bin) ? (bin < day.bins ? day.queue[bin] : 0) : null));

export const waitCourse = (day: DaySeries, length: number): Course =>
  course(length, (bin) => {
    const vehicles = trailing(day.waitCount, bin, WAIT_BINS);
    return vehicles === 0 ? null : trailing(day.waitSum, bin, WAIT_BINS) / vehicles / MINUTE;
  });

/** An hour that has not been whole yet counts as one. */
export const clearedCourse = (day: DaySeries, length: number): Course =>
  course(length, (bin) => (isKnown(day, bin) ? trailing(day.departed, bin, HOUR_BINS) : null));

const course = (length: number, at: (bin: number) => number | null): Course =>
  Array.from({ length }, (_, bin) => at(bin));

function trailing(values: ArrayLike<number>, bin: number, bins: number): number {
  let sum = 0;
  for (let i = Math.max(0, bin - bins + 1); i <= bin && i < values.length; i++) sum += values[i];
  return sum;
}

function bandOf(courses: readonly Course[], length: number, leastDays: number): BandOfDays {
  const at = Array.from({ length }, (_, bin) => {
    const values = courses.flatMap((of) => of[bin] ?? []).sort((a, b) => a - b);
    return values.length < Math.max(1, leastDays) ? null : values;
  });
  const percentile = (p: number): Course =>
    at.map((values) => (values === null ? null : sortedQuantile(values, p)));
  return { low: percentile(0.05), median: percentile(0.5), high: percentile(0.95) };
}

/** Linear between order statistics (definition 7 of Hyndman and Fan). */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
