/**
 * Durations of several days put together, and how many of each day lie below any share of them: what the search for
 * the bounds of a percentile asks dozens of times.
 */
import { BINS, addTo, binStart, binWidth } from "../measure/histogram.ts";
import type { PackedHistograms } from "../measure/histogram.ts";

/** One replication: the histograms of its days, and which of them belong to the group asked for. */
export type DayHistograms = { readonly days: readonly PackedHistograms[]; readonly rows: readonly number[] };

export type DayPool = {
  /** Number of values by replication. */
  readonly values: Float64Array;
  /** Bins that have values on some day, ascending; and by bin, values of all days up to its end. */
  readonly bins: Uint16Array;
  readonly ends: Float64Array;
  /** By replication and bin, values below the bin; a replication has one entry more than there are bins, its number of values. */
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
  const all = new Float64Array(BINS);
  for (const { days: own, rows } of days)
    for (const histograms of own) for (const row of rows) addTo(all, histograms, row);
  const columnOf = new Uint16Array(BINS);
  let size = 0;
  for (let bin = 0; bin < BINS; bin++) if (all[bin] > 0) columnOf[bin] = size++;
  if (size === 0) return null;
  const bins = new Uint16Array(size);
  const ends = new Float64Array(size);
  for (let bin = 0, sum = 0; bin < BINS; bin++) {
    if (all[bin] === 0) continue;
    sum += all[bin];
    bins[columnOf[bin]] = bin;
    ends[columnOf[bin]] = sum;
  }
  const values = new Float64Array(days.length);
  const below = new Uint32Array(days.length * (size + 1));
  days.forEach((day, index) => {
    const first = index * (size + 1);
    countInto(below, first, day, columnOf);
    for (let column = 1; column <= size; column++) below[first + column] += below[first + column - 1];
    values[index] = below[first + size];
  });
  return { values, bins, ends, below };
}

function countInto(
  below: Uint32Array,
  first: number,
  { days, rows }: DayHistograms,
  columnOf: Uint16Array,
): void {
  for (const { starts, bins, counts } of days)
    for (const row of rows) {
      for (let i = starts[row]; i < starts[row + 1]; i++) below[first + columnOf[bins[i]] + 1] += counts[i];
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
  const { values, below, bins } = pool;
  const counts = new Float64Array(values.length);
  for (let day = 0, at = column; day < counts.length; day++, at += bins.length + 1)
    counts[day] = below[at] + part * (below[at + 1] - below[at]);
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
