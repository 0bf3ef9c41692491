/** A fluid queue by the slot, simulated from every beginning of a line: what requirements and covers are held against. */
import type { SlotGrid } from "../../../shared/staffing/shift-plan.ts";
import type { PostWork, Requirement } from "../../../server/analysis/staffing/post-work.ts";
import { HOUR } from "../../../shared/units.ts";

/**
 * The longest wait of a fluid whose work is served by so many booths in each slot, in ms; Infinity: never all is. Where
 * slots wrap, of days that are all alike.
 */
export function longestFluidWait(
  { mean }: PostWork,
  { slotMs, slots, wraps }: SlotGrid,
  booths: readonly number[],
): number {
  const days = wraps ? [0, 1, 2, 3] : [0];
  const can = days.flatMap(() => booths.map((number) => (number * slotMs) / HOUR));
  const come = days.flatMap(() => mean);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  if (wraps && sum(come) > sum(can)) return Number.POSITIVE_INFINITY;
  let longest = 0;
  for (let from = 0; from < slots; from++) {
    let arrived = 0;
    let served = 0;
    for (let slot = from; slot < (wraps ? from + slots : slots); slot++) {
      arrived += come[slot];
      served += can[slot];
      // Who comes last in a slot, and who is served as its booths change: the next one where nobody is served before.
      const lastOfSlot = arrived > 0 ? timeToDo(can, from, arrived) - (slot + 1) : 0;
      const servedAtEnd = can[slot] > 0 ? timeToDo : timeOfMore;
      const atChange = arrived > served ? slot + 1 - servedAtEnd(come, from, served) : 0;
      longest = Math.max(longest, lastOfSlot * slotMs, atChange * slotMs);
    }
  }
  return longest;
}

/** When, in slots, so much work is done that begins at `from`; after the last slot at its pace. */
function timeToDo(can: readonly number[], from: number, work: number): number {
  let left = work;
  for (let slot = from; slot < can.length; slot++) {
    if (left <= can[slot]) return slot + left / can[slot];
    left -= can[slot];
  }
  const last = can[can.length - 1] ?? 0;
  return last > 0 ? can.length + left / last : Number.POSITIVE_INFINITY;
}

/** When, in slots, more than so much work has come since `from`; there must be more. */
function timeOfMore(mean: readonly number[], from: number, work: number): number {
  let left = work;
  let slot = from;
  while (left >= mean[slot]) left -= mean[slot++];
  return slot + left / mean[slot];
}

/** How much of a slot lies in a requirement; beyond the last one it is the next day's, or who is on duty at closing goes on. */
export function overlapOf(
  { from, until }: Pick<Requirement, "from" | "until">,
  slot: number,
  grid: SlotGrid,
): number {
  const { slots, wraps } = grid;
  if (wraps && until > slots)
    return (
      overlapOf({ from, until: slots }, slot, grid) + overlapOf({ from: 0, until: until - slots }, slot, grid)
    );
  const end = slot === slots - 1 && !wraps ? Math.max(slots, until) : slot + 1;
  return Math.max(0, Math.min(end, until) - Math.max(slot, from));
}
