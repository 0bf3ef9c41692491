/**
 * Durations of several days put together, and how many of each day lie below any share of them: what the search for
 * the bounds of a percentile asks dozens of times.
 */
import { BINS, binStart, binWidth } from "../measure/histogram.ts";
import type { PackedHistograms } from "../measure/histogram.ts";
import { floats } from "./floats.ts";

/** One replication: the histograms of its days, and which of them belong to the group asked for. */
export type DayHistograms = { readonly days: readonly PackedHistograms[]; readonly rows: readonly number[] };

export type DayPool = {
  /** Number of values by replication. */
  readonly values: Float64Array;
  /** Bins that have values on some day, ascending; and by bin, values of all days up to its end. */
  readonly bins: Uint16Array;
  readonly ends: Float64Array;
  /** By bin and replication, values below the bin: those of a bin side by side. After the last bin, the numbers of values. */
  readonly below: Uint32Array;
};

const known = new WeakMap<readonly DayHistograms[], DayPool | null>();

/** Null when no day has values. Of the same list it is made once. */
export function poolDays(days: readonly DayHistograms[]): DayPool | null {
  const pool = known.get(days);
  if (pool !== undefined) return pool;
  const made = makePool(days);
  known.set(days, made);
  return made;
}

function makePool(days: readonly DayHistograms[]): DayPool | null {
  const bins = binsSeen(days);
  if (bins.length === 0) return null;
  const columnOf = new Uint16Array(BINS);
  bins.forEach((bin, column) => {
    columnOf[bin] = column;
  });
  const n = days.length;
  const below = new Uint32Array((bins.length + 1) * n);
  days.forEach((day, index) => countInto(below, n, index, day, columnOf));
  const ends = new Float64Array(bins.length);
  for (let column = 0, sum = 0; column < bins.length; column++) {
    for (let at = (column + 1) * n; at < (column + 2) * n; at++) {
      sum += below[at];
      below[at] += below[at - n];
    }
    ends[column] = sum;
  }
  return { values: Float64Array.from(below.subarray(bins.length * n)), bins, ends, below };
}

function binsSeen(days: readonly DayHistograms[]): Uint16Array {
  const isSeen = new Uint8Array(BINS);
  for (const { days: own, rows } of days)
    for (const { starts, bins } of own)
      for (const row of rows) {
        for (let i = starts[row], end = starts[row + 1]; i < end; i++) isSeen[bins[i]] = 1;
      }
  return Uint16Array.from(isSeen.keys().filter((bin) => isSeen[bin] === 1));
}

/** In the place of those below the next bin. */
function countInto(
  below: Uint32Array,
  n: number,
  index: number,
  { days, rows }: DayHistograms,
  columnOf: Uint16Array,
): void {
  for (const { starts, bins, counts } of days)
    for (const row of rows) {
      for (let i = starts[row], end = starts[row + 1]; i < end; i++)
        below[(columnOf[bins[i]] + 1) * n + index] += counts[i];
    }
}

/** The duration below which a share of all values lies, these spread evenly within a bin. */
export function durationAt(pool: DayPool, share: number): number {
  const { column, part } = placeOf(pool, share);
  const bin = pool.bins[column];
  return binStart(bin) + (binWidth(bin) - 1) * part;
}

/** By replication, the values below that duration; equal ones are parted like any others of a bin, so that they add up to the share. */
export function countsAt(pool: DayPool, share: number): Float64Array {
  const { column, part } = placeOf(pool, share);
  const { values, below } = pool;
  const n = values.length;
  const counts = floats(n);
  for (let day = 0, at = column * n; day < n; day++, at++)
    counts[day] = below[at] + part * (below[at + n] - below[at]);
  return counts;
}

/** The first bin at whose end the share is reached, and the part of it that is needed. */
function placeOf({ ends }: DayPool, share: number): { readonly column: number; readonly part: number } {
  const target = share * ends[ends.length - 1];
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] >= target) high = middle;
    else low = middle + 1;
  }
  const before = low === 0 ? 0 : ends[low - 1];
  return { column: low, part: Math.max(0, target - before) / (ends[low] - before) };
}
