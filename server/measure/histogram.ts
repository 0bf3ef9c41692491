/**
 * Counts of durations in bins that grow with the duration: 64 to an octave, so that a value is known to
 * 1.6 %, below 128 ms exactly. Histograms merge exactly, by adding.
 *
 * Packed, a set of histograms keeps its non-empty bins only: that is what a summary carries.
 */
import type { Core } from "../engine/core.ts";
import { BINS, SUB_BITS } from "../core/constants.ts";

export { BINS } from "../core/constants.ts";

const SUBS = 1 << SUB_BITS;

/** Smallest duration of a bin. */
export function binStart(bin: number): number {
  if (bin < 2 * SUBS) return bin;
  const octave = Math.floor(bin / SUBS) - 1;
  return (bin - octave * SUBS) * (1 << octave);
}

/** Number of whole milliseconds in a bin. */
export const binWidth = (bin: number): number => (bin < 2 * SUBS ? 1 : 1 << (Math.floor(bin / SUBS) - 1));

/** Non-empty bins of several histograms: those of histogram g stand from `starts[g]` to `starts[g + 1]`. */
export type PackedHistograms = {
  readonly starts: Uint32Array;
  readonly bins: Uint16Array;
  readonly counts: Uint32Array;
};

export class Histograms {
  /** Address in the core. */
  readonly at: number;
  readonly #counts: Uint32Array;
  readonly #size: number;

  constructor(core: Core, size: number) {
    this.#size = size;
    this.at = core.exports.makeHistograms(size);
    this.#counts = core.counts(this.at, size * BINS);
  }

  pack(): PackedHistograms {
    const all = this.#counts;
    const filled = filledOf(all);
    const starts = new Uint32Array(this.#size + 1);
    const bins = new Uint16Array(filled.length);
    const counts = new Uint32Array(filled.length);
    let at = 0;
    for (let histogram = 0; histogram < this.#size; histogram++) {
      const first = histogram * BINS;
      for (; at < filled.length && filled[at] < first + BINS; at++) {
        bins[at] = filled[at] - first;
        counts[at] = all[filled[at]];
      }
      starts[histogram + 1] = at;
    }
    return { starts, bins, counts };
  }
}

/** Which of many counts, nearly all of them 0, are not: looked at in pairs, which are 0 as one number when both are. */
function filledOf(counts: Uint32Array): readonly number[] {
  const pairs = new Float64Array(counts.buffer, counts.byteOffset, counts.length / 2);
  const filled: number[] = [];
  for (let pair = 0; pair < pairs.length; pair++) {
    if (pairs[pair] === 0) continue;
    for (let i = 2 * pair; i < 2 * pair + 2; i++) if (counts[i] > 0) filled.push(i);
  }
  return filled;
}

/** Adds one packed histogram to a full row of bins. */
export function addTo(pool: Float64Array, packed: PackedHistograms, index: number): void {
  for (let i = packed.starts[index]; i < packed.starts[index + 1]; i++)
    pool[packed.bins[i]] += packed.counts[i];
}

/**
 * The duration below which the share `p` of the values lies, spread evenly within a bin; NaN of nothing.
 */
export function quantileOf(pool: Float64Array, p: number): number {
  let total = 0;
  for (let bin = 0; bin < BINS; bin++) total += pool[bin];
  const target = p * total;
  let below = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const count = pool[bin];
    if (count === 0) continue;
    if (below + count >= target) {
      const part = Math.max(0, target - below) / count;
      return binStart(bin) + (binWidth(bin) - 1) * part;
    }
    below += count;
  }
  return Number.NaN;
}
