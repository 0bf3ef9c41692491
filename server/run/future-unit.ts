/**
 * The unit of work of a forecast: one future of the same present of all scenarios. What comes back is the
 * course from the present on; the present itself is loaded once and put back for every future.
 */
import { takeOut, putIn } from "../engine/carry.ts";
import type { Item } from "../engine/carry.ts";
import { BIN_MS } from "../measure/series.ts";
import type { DaySeries } from "../measure/series.ts";
import type { PortPlan } from "../port/plan.ts";
import { loadRun } from "./stored-run.ts";
import type { Going } from "./stored-run.ts";

export type FuturesPlan = {
  readonly names: readonly string[];
  /** By scenario. */
  readonly presents: readonly { readonly going: Going; readonly items: readonly Item[] }[];
  readonly fromMs: number;
  readonly untilMs: number;
};

export type FutureResult = {
  readonly kind: "future";
  /** Number of the future. */
  readonly replication: number;
  /** By scenario: the course from the bin of the present to that of the end. */
  readonly courses: readonly DaySeries[];
};

export function planFutures(
  plans: readonly PortPlan[],
  names: readonly string[],
  stored: readonly Uint8Array[],
  untilMs: number,
): FuturesPlan {
  const presents = stored.map((bytes, index) => {
    const going = loadRun(bytes, plans[index]);
    return { going, items: takeOut(going.run, going.tally) };
  });
  return { names, presents, fromMs: presents[0].going.run.now, untilMs };
}

export function runFuture({ presents, fromMs, untilMs }: FuturesPlan, number: number): FutureResult {
  const courses = presents.map(({ going, items }) => {
    const { run, tally } = going;
    putIn(items, run, tally);
    run.redrawFuture(number);
    run.advance(Math.min(untilMs, run.plan.followUntil));
    return courseOf(
      tally.series.summary(run.now, tally.places.queueNow, run.vehicles.count),
      fromMs,
      untilMs,
    );
  });
  return { kind: "future", replication: number, courses };
}

/** What lies between two instants; whole bins, so that it begins with the one that the present is in. */
function courseOf(day: DaySeries, fromMs: number, untilMs: number): DaySeries {
  const first = Math.max(0, Math.floor((fromMs - day.fromMs) / BIN_MS));
  const end = Math.max(first, Math.min(day.queue.length, Math.ceil((untilMs - day.fromMs) / BIN_MS)));
  return {
    fromMs: day.fromMs + first * BIN_MS,
    bins: Math.max(0, Math.min(day.bins, end) - first),
    endedEmpty: day.endedEmpty,
    queue: day.queue.slice(first, end),
    waitSum: day.waitSum.slice(first, end),
    waitCount: day.waitCount.slice(first, end),
    departed: day.departed.slice(first, end),
  };
}
