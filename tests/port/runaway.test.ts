/** Models that run away are stopped, with the limit, the instant and the place where vehicles pile up. */
import { expect, test } from "vitest";
import { PortRun } from "../../server/port/run.ts";
import { RunawayError } from "../../server/port/runaway.ts";
import type { RunLimits, Runaway } from "../../shared/runaway.ts";
import { HOUR } from "../../shared/units.ts";
import { EventCounter } from "../bench/event-counter.ts";
import { planOf } from "./simulate.ts";
import type { Day } from "./simulate.ts";

function runawayOf(day: Day, limits: Partial<RunLimits>): Runaway {
  const run = new PortRun(planOf(day), { seed: 1, replication: 0, observer: new EventCounter(), limits });
  try {
    run.runToEnd();
  } catch (error) {
    if (error instanceof RunawayError) return error.runaway;
    throw error;
  }
  throw new Error(`it came to its end at ${run.now} ms`);
}

const station = (service: string, more: object = {}) => ({ kind: "station", servers: 1, service, ...more });
const piling: Day = {
  name: "piling up",
  stages: { gate: station("1 s"), desk: station("10 min") },
  arrivals: [{ from: "08:00", until: "10:00", every: "1 min" }],
};

test("too many vehicles inside", () => {
  expect(runawayOf(piling, { vehiclesInside: 50 })).toEqual({
    limit: "vehiclesInside",
    most: 50,
    scenario: "piling up",
    date: "2024-01-01",
    clockMs: 8 * HOUR + 55 * 60_000,
    place: "desk",
    vehicles: 50,
  });
});

test("too many events", () => {
  expect(runawayOf(piling, { events: 200 })).toMatchObject({ limit: "events", most: 200, place: "desk" });
});

test("steps of the clock in which nothing happens are no events", () => {
  const limits = { events: 200 };
  const run = new PortRun(planOf(piling), { seed: 1, replication: 0, observer: new EventCounter(), limits });
  for (let at = 1; at <= 1000; at++) run.advance(at);
  expect(run.now).toBe(1000);
});

test("a simulated span that is too long", () => {
  const found = runawayOf(piling, { spanMs: 9 * HOUR });
  expect(found).toMatchObject({ limit: "spanMs", clockMs: 9 * HOUR, place: "desk", vehicles: 55 });
});

test("vehicles that go round without taking time", () => {
  const round: Day = {
    stages: { round: station("0 s", { servers: 2, next: { round: "100 %" } }), last: station("1 s") },
    arrivals: ["08:00"],
  };
  expect(runawayOf(round, { eventsAtOnce: 100_000 })).toMatchObject({
    limit: "eventsAtOnce",
    clockMs: 8 * HOUR,
    place: "round",
    vehicles: 1,
  });
});

test("limits that are not met change nothing", () => {
  const hashOf = (limits: Partial<RunLimits>): string => {
    const observer = new EventCounter();
    const run = new PortRun(planOf(piling), { seed: 1, replication: 0, observer, limits });
    run.runToEnd();
    return run.hash();
  };
  expect(hashOf({ events: 100_000, vehiclesInside: 500 })).toBe(hashOf({}));
});
