/** Sizes of stationary cases, from the customers that they need. */
import type { Input, Size } from "../case.ts";

/** Never many short runs from empty. */
const LONG_RUNS = 20;
/**
 * Each run is cut into stretches that are long beside what the queue remembers: some twenty-five times
 * 1/(cμ(1 − √ρ)²), in which it forgets where it began, or more. The more there are, the better the interval itself is
 * known.
 */
export const STRETCHES: Stretches = [5, 20];
/** For queues that soon forget: of many servers, or not busy. */
export const MANY_STRETCHES: Stretches = [10, 40];
const MINUTES_A_DAY = 1_440;

/** How many customers, in millions, come to a case in the quick set and in the full one. */
export type Millions = readonly [quick: number, full: number];
export type Stretches = readonly [quick: number, full: number];

export function customers(
  [quick, full]: Millions,
  perMinute: number,
  stretches: Stretches = STRETCHES,
): { readonly quick: Size; readonly full: Size } {
  const size = (millions: number, parts: number): Size => ({
    runs: LONG_RUNS,
    days: Math.max(1, Math.ceil((millions * 1e6) / (LONG_RUNS * perMinute * MINUTES_A_DAY))),
    stretches: parts,
  });
  return { quick: size(quick, stretches[0]), full: size(full, stretches[1]) };
}

/** What goes into a queue: how many come, and how long they take. */
export const arrivalsAndService = (place: string, minutes: number): readonly Input[] => [
  { of: "arrivals" },
  { of: "service", place, minutes },
];
