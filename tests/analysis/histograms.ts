/** A day of made-up durations, as a tally would pack it. */
import type { DayHistograms } from "../../server/analysis/day-pool.ts";
import { Core } from "../../server/engine/core.ts";

const { binOf } = new Core().exports;

export function dayOf(values: readonly number[]): DayHistograms {
  const counts = new Map<number, number>();
  for (const value of values) {
    const bin = binOf(Math.round(value));
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const bins = Uint16Array.from([...counts.keys()].sort((a, b) => a - b));
  const histograms = {
    starts: Uint32Array.of(0, bins.length),
    bins,
    counts: Uint32Array.from(bins, (bin) => counts.get(bin)!),
  };
  return { days: [histograms], rows: [0] };
}
