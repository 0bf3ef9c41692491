/** Days judged by what was promised of them, and how sure a share of days is. */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Sureness } from "../../../shared/staffing/result.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { GROUPS } from "../../measure/groups.ts";
import { BINS, addTo, quantileOf } from "../../measure/histogram.ts";
import type { ReplicationSummary } from "../../measure/summary.ts";
import { classRows, sumOver } from "../class-groups.ts";

type JudgedDay = Pick<ReplicationSummary, "figures" | "vehicles" | "shape">;

/**
 * The wait within which the promised share of those who arrived reached primary, in ms: the promise is kept where its
 * limit is longer. Infinity: too many went away unserved; 0: nobody came.
 */
export function waitOfShare(day: JudgedDay, promise: WaitPromise): number {
  return promise.stage === null
    ? waitForPrimary(day, promise)
    : waitAtPost(day, promise.stage, promise.share);
}

/** Of those who came to a post; who is still in the port at the end counts as one who waits there. */
function waitAtPost({ figures, vehicles, shape }: JudgedDay, post: string, share: number): number {
  const place = shape.places.findIndex(({ name }) => name === post);
  const all = classRows(null);
  const called = sumOver(figures.stageWait.count, all, place * GROUPS);
  const came = called + sumOver(vehicles.unfinished, all);
  if (came === 0) return 0;
  if (share * came > called) return Number.POSITIVE_INFINITY;
  const waits = new Float64Array(BINS);
  addTo(waits, figures.stageWaits, place);
  return quantileOf(waits, (share * came) / called);
}

function waitForPrimary({ figures, vehicles }: JudgedDay, promise: WaitPromise): number {
  const rows = classRows(promise.class);
  const arrived = sumOver(vehicles.arrived, rows);
  const reached = sumOver(figures.wait.count, rows);
  const within = promise.share * arrived;
  if (arrived === 0) return 0;
  if (within > reached) return Number.POSITIVE_INFINITY;
  // The longest is known to the millisecond, a share of the waits by its bin.
  if (promise.share === 1) return Math.max(...rows.map((row) => figures.waitHighest[row]));
  const pool = new Float64Array(BINS);
  for (const row of rows) addTo(pool, figures.waits, row);
  return quantileOf(pool, within / reached);
}

export const isKept = (wait: number, { limitMs }: WaitPromise): boolean => wait < limitMs;

/** The shortest limit that is kept on at least this share of the days. */
export function limitKept(waits: readonly number[], share: number): number {
  const sorted = waits.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** Score interval of a share of independent days (Wilson, JASA 22, 1927). */
export function shareInterval(
  kept: number,
  days: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const share = kept / days;
  const spread = z * Math.sqrt((share * (1 - share)) / days + (z * z) / (4 * days * days));
  const middle = share + (z * z) / (2 * days);
  const scale = 1 + (z * z) / days;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

export function surenessOf(kept: number, days: number, asked: number, level: number): Sureness {
  const { low, high } = shareInterval(kept, days, level);
  if (low >= asked) return "kept";
  return high < asked ? "broken" : "close";
}
