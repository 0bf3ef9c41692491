/**
 * The unit of work of a forecast: one future of the same present of all scenarios. What comes back is the
 * course from the present on; the present itself is loaded once and put back for every future.
 */
import { takeOut, putIn } from "../engine/carry.ts";
import type { Item } from "../engine/carry.ts";
import { HOUR } from "../../shared/units.ts";
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
  readonly scenarios: readonly FutureOfScenario[];
};

export type FutureOfScenario = {
  /** From an hour before the present, which figures over the last hour look back to, to the end. */
  readonly course: DaySeries;
  /** From the present to the end: vehicles that reached a booth, the sum of their waits, vehicles that left. */
  readonly reached: number;
  readonly waitMs: number;
  readonly departed: number;
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
  const scenarios = presents.map(({ going, items }) => {
    const { run, tally } = going;
    putIn(items, run, tally);
    const { reached, waitMs, departed } = tally.running;
    run.redrawFuture(number);
    run.advance(Math.min(untilMs, run.plan.followUntil));
    const day = tally.series.summary(run.now, tally.places.queueNow, run.vehicles.count);
    return {
      course: courseOf(day, fromMs - HOUR, untilMs),
      reached: tally.running.reached - reached,
      waitMs: tally.running.waitMs - waitMs,
      departed: tally.running.departed - departed,
    };
  });
  return { kind: "future", replication: number, scenarios };
}

/** What lies between two instants, in whole bins. */
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
