/**
 * The work that a day brings to a post, slot by slot, and what must be done of it by when.
 *
 * Work is counted in hours of one booth, as mean and variance: a compound Poisson stream, so that both add up over
 * slots. A wait of at most D means that whatever arrives until t is done by t + D, and that holds exactly when for every
 * beginning u of a busy period the booths do in (u, t + D] what arrives in (u, t] (the horizontal distance of a fluid
 * queue's curves of arrivals and of service; Newell, Applications of Queueing Theory, 1982, chapter 2). It is lagged, not
 * stationary: what is left of the peak is done after it. The spread of the work is met by so many standard deviations
 * of it, the square-root rule of staffing (Jennings, Mandelbaum, Massey, Whitt, Management Science 42, 1996) applied to the
 * work of a busy period instead of the work of an instant.
 */
import type { SlotGrid } from "../../../shared/staffing/shift-plan.ts";

export type PostWork = {
  /** As staffing calls it. */
  readonly post: string;
  /** Whose officers man it: the post itself, or a pool of it and others. */
  readonly pool: string;
  readonly booths: number;
  /** Officers that it keeps before others of its pool get more than they keep. */
  readonly minimum: number;
  /** By slot: booth-hours that arrive in it, and their variance. */
  readonly mean: readonly number[];
  readonly variance: readonly number[];
};

/**
 * From the beginning of slot `from` until `until` (slots from opening, with fractions) so many booth-hours are done. Beyond
 * the last slot it is the next day's where slots wrap, else those on duty at closing go on until the line is gone.
 */
export type Requirement = { readonly from: number; readonly until: number; readonly boothHours: number };

export type Asked = {
  /** How long after its arrival work is to be begun, at the latest. */
  readonly limitMs: number;
  /** Standard deviations of the work that are reckoned with above its mean; below 0: that many are let go. */
  readonly deviations: number;
};

const HOUR = 3_600_000;

/**
 * What the booths must do so that nobody waits longer than the limit, as far as there are booths for it. Where slots wrap,
 * busy periods of up to a day may go over midnight, and no day leaves work to the next for ever.
 */
export function requirementsOf(work: PostWork, grid: SlotGrid, asked: Asked): Requirement[] {
  const { slotMs, slots, wraps } = grid;
  const lag = asked.limitMs / slotMs;
  const arrived = cumulated(work.mean, wraps);
  const spread = cumulated(work.variance, wraps);
  const needOf = (from: number, at: number, until: number): Requirement => {
    const mean = levelOf(arrived, at) - arrived[from];
    const variance = levelOf(spread, at) - spread[from];
    const boothHours = mean + asked.deviations * Math.sqrt(Math.max(0, variance));
    const most = (work.booths * (until - from) * slotMs) / HOUR;
    return { from, until, boothHours: Math.min(boothHours, most) };
  };
  // A fluid's longest wait is that of who arrives, or is served, as a rate changes.
  const arrivals = Array.from({ length: wraps ? 2 * slots : slots }, (_, slot) => slot + 1);
  const served = arrivals.map((at) => at - lag);
  const found: Requirement[] = [];
  for (const at of new Set([...arrivals, ...served])) {
    // What has to be done beyond tomorrow takes more than a day from now: that follows from what each day has to do.
    if (wraps && at + lag >= 2 * slots) continue;
    for (let from = wraps ? Math.max(0, Math.ceil(at - slots)) : 0; from < at && from < slots; from++)
      found.push(needOf(from, at, at + lag));
  }
  if (wraps) {
    const { boothHours, ...day } = needOf(0, slots, slots);
    const most = (work.booths * slots * slotMs) / HOUR;
    found.push({ ...day, boothHours: Math.min(most, Math.max(boothHours, arrived[slots])) });
  }
  return found.filter(({ boothHours }) => boothHours > 0);
}

/** Booths needed on average from `from` until `until` where more are needed than there are; null: none are short. */
export function shortOfBooths(
  work: PostWork,
  grid: SlotGrid,
  limitMs: number,
): { readonly from: number; readonly until: number; readonly booths: number } | null {
  const endless = { ...work, booths: Number.POSITIVE_INFINITY };
  const needs = requirementsOf(endless, grid, { limitMs, deviations: 0 }).map(
    ({ from, until, boothHours }) => ({
      from,
      until,
      booths: (boothHours * HOUR) / ((until - from) * grid.slotMs),
    }),
  );
  const worst = needs.reduce<(typeof needs)[number] | null>(
    (most, need) => (most === null || need.booths > most.booths ? need : most),
    null,
  );
  return worst === null || worst.booths <= work.booths ? null : worst;
}

/** Sums before each slot, and of all; of two days where the second is like the first. */
function cumulated(values: readonly number[], wraps: boolean): readonly number[] {
  const sums = [0];
  for (const value of wraps ? [...values, ...values] : values) sums.push(sums[sums.length - 1] + value);
  return sums;
}

function levelOf(sums: readonly number[], at: number): number {
  const slot = Math.max(0, Math.min(sums.length - 2, Math.floor(at)));
  const part = Math.max(0, Math.min(1, at - slot));
  return sums[slot] + (sums[slot + 1] - sums[slot]) * part;
}
