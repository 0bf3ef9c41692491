/**
 * What days say of figures that add up over them. Read day by day, all figures of one before the next: its tables stay
 * in the processor's caches meanwhile, which those of hundreds of days do not.
 */
import type { ReplicationSummary } from "../measure/summary.ts";
import type { Linear } from "./linear.ts";
import { meanOf } from "./mean.ts";
import { ratioOf } from "./ratio.ts";
import { replicationOfEach, replicationsIn } from "./replications.ts";

type Days = readonly ReplicationSummary[];

export type Additive =
  /** What a day adds above and below the line, in the unit to be shown. */
  | {
      readonly kind: "ratio";
      readonly above: (day: ReplicationSummary) => number;
      readonly below: (day: ReplicationSummary) => number;
    }
  /** NaN on days that do not have the number. */
  | { readonly kind: "daily"; readonly of: (day: ReplicationSummary) => number }
  /** The same for the highest of each day, of which few are far off. */
  | { readonly kind: "highest"; readonly of: (day: ReplicationSummary) => number };

/** Figures are asked for by themselves, and again in differences. */
const known = new WeakMap<Additive, WeakMap<Days, Linear | null>>();

/** Null when the days have nothing to say about it. */
export function readingOf(figure: Additive, days: Days): Linear | null {
  readAhead([figure], days);
  return known.get(figure)?.get(days) ?? null;
}

/** Numbers that are read at once, so that what reading takes does not grow with the days; what is found out of them does. */
const MOST_NUMBERS = 1 << 20;

/** Reads what will be asked for one by one. */
export function readAhead(figures: readonly Additive[], days: Days): void {
  const unread = figures.filter((figure) => known.get(figure)?.has(days) !== true);
  const atOnce = Math.max(1, Math.floor(MOST_NUMBERS / Math.max(1, days.length)));
  for (let from = 0; from < unread.length; from += atOnce) read(unread.slice(from, from + atOnce), days);
}

function read(figures: readonly Additive[], days: Days): void {
  const replications = replicationsIn(days);
  const above = new Float64Array(figures.length * replications);
  const below = new Float64Array(figures.length * replications);
  const at = replicationOfEach(days);
  days.forEach((day, index) => {
    for (let figure = 0, cell = at[index]; figure < figures.length; figure++, cell += replications)
      addDay(figures[figure], day, above, below, cell);
  });
  figures.forEach((figure, index) => {
    const [from, until] = [index * replications, (index + 1) * replications];
    const [own, under] = [above.subarray(from, until), below.subarray(from, until)];
    const linear =
      figure.kind === "ratio" ? ratioOf(own, under) : meanOf(own.map((sum, day) => sum / under[day]));
    const ofFigure = known.get(figure) ?? new WeakMap<Days, Linear | null>();
    known.set(figure, ofFigure.set(days, linear));
  });
}

/** Of one number a day: the sum of those there are, and how many. */
function addDay(
  figure: Additive,
  day: ReplicationSummary,
  above: Float64Array,
  below: Float64Array,
  cell: number,
): void {
  if (figure.kind === "ratio") {
    above[cell] += figure.above(day);
    below[cell] += figure.below(day);
    return;
  }
  const value = figure.of(day);
  if (Number.isNaN(value)) return;
  above[cell] += value;
  below[cell]++;
}
