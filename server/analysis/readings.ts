/**
 * What days say of figures that add up over them. Read day by day, all figures of one before the next: its tables stay
 * in the processor's caches meanwhile, which those of hundreds of days do not.
 */
import type { ReplicationSummary } from "../measure/summary.ts";
import { readSums } from "./cell-sums.ts";
import type { CellSum } from "./cell-sums.ts";
import type { Linear } from "./linear.ts";
import { meanOf } from "./mean.ts";
import { ratioOf } from "./ratio.ts";
import { meansOf, replicationOfEach, replicationsIn, sumsOf } from "./replications.ts";

type Days = readonly ReplicationSummary[];

/** What a day adds, in the unit to be shown: a sum of cells, or what no such sum can tell. */
export type OfDay = CellSum | ((day: ReplicationSummary) => number);

export type Additive =
  | { readonly kind: "ratio"; readonly above: OfDay; readonly below: OfDay }
  /** One number a day; NaN on days that do not have it. */
  | { readonly kind: "daily"; readonly of: OfDay }
  /** The same for the highest of each day, of which few are far off. */
  | { readonly kind: "highest"; readonly of: OfDay };

/** Figures are asked for by themselves, and again in differences. */
const known = new WeakMap<Days, Map<Additive, Linear | null>>();

/** Null when the days have nothing to say about it. */
export function readingOf(figure: Additive, days: Days): Linear | null {
  const reading = known.get(days)?.get(figure);
  if (reading !== undefined) return reading;
  read([figure], days);
  return readingOf(figure, days);
}

/** Numbers that are read at once, so that what reading takes does not grow with the days; what is found out of them does. */
const MOST_NUMBERS = 1 << 20;

/** Reads what will be asked for one by one. */
export function readAhead(figures: readonly Additive[], days: Days): void {
  const unread = figures.filter((figure) => known.get(days)?.has(figure) !== true);
  const atOnce = Math.max(1, Math.floor(MOST_NUMBERS / Math.max(1, days.length)));
  for (let from = 0; from < unread.length; from += atOnce) read(unread.slice(from, from + atOnce), days);
}

function read(figures: readonly Additive[], days: Days): void {
  const ofDays = known.get(days) ?? new Map<Additive, Linear | null>();
  known.set(days, ofDays);
  const replicationOf = replicationOfEach(days);
  const replications = replicationsIn(days);
  const daysOfEach = sumsOf(days, () => 1);
  const sums = figures.flatMap(partsOf).filter((part) => typeof part !== "function");
  const read = readSums(sums, days, replicationOf, replications).values();
  const next = (part: OfDay, ofFunction: typeof sumsOf): Float64Array =>
    typeof part === "function" ? ofFunction(days, part) : read.next().value!;
  for (const figure of figures) {
    let linear: Linear | null;
    if (figure.kind === "ratio") linear = ratioOf(next(figure.above, sumsOf), next(figure.below, sumsOf));
    else {
      const own = next(figure.of, meansOf);
      linear = meanOf(typeof figure.of === "function" ? own : own.map((sum, i) => sum / daysOfEach[i]));
    }
    ofDays.set(figure, linear);
  }
}

const partsOf = (figure: Additive): readonly OfDay[] =>
  figure.kind === "ratio" ? [figure.above, figure.below] : [figure.of];
