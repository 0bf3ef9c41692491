/** What the tally of the cases counts, against every trip of small runs. */
import { expect, test } from "vitest";
import { PortRun } from "../../server/port/run.ts";
import type { Measure } from "../../server/theory/case.ts";
import { Level } from "../../server/theory/level.ts";
import { planOf } from "../../server/theory/simulate.ts";
import { TheoryTally } from "../../server/theory/tally.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { Recorder } from "../port/record.ts";

test("a level that is 5 from 2, 3 from 4, 8 from 5, −1 from 8, 2 from 9, has a mean of 4.2 from 2 to 12", () => {
  const level = new Level(2, 10, 1);
  for (const [time, by] of [
    [2, 5],
    [4, -2],
    [5, 5],
    [8, -9],
    [9, 3],
  ] as const)
    level.change(time, by);
  expect(level.mean(0)).toBe(4.2);
});

test("a level is cut at the end of each stretch, and does not count beyond the last", () => {
  const level = new Level(10, 10, 2);
  level.change(5, 2);
  level.change(25, 4);
  level.change(90, -6);
  expect([level.mean(0), level.mean(1)]).toEqual([2, 4]);
});

test("a mean until an instant within a stretch goes no further", () => {
  const level = new Level(0, 10, 1);
  level.change(0, 4);
  level.change(2, -3);
  expect(level.mean(0, 4)).toBe(2.5);
});

/** Two runs of the same draws: every trip, and the tally. */
function observed(file: string, days: number, stretches: number, measures: readonly Measure[]) {
  const plan = planOf(file, days);
  const draws = { seed: 3, replication: 0 };
  const recorder = new Recorder();
  new PortRun(plan, { ...draws, observer: recorder }).runToEnd();
  const place = plan.places[1]!.name;
  const tally = new TheoryTally({
    measures,
    inputs: [{ of: "arrivals" }, { of: "visits", place, share: 1 }, { of: "service", place, minutes: 1 }],
    stretches,
  });
  new PortRun(plan, { ...draws, observer: tally }).runToEnd();
  const stretchMs = (plan.countUntil - plan.countFrom) / stretches;
  const stretchOf = (ms: number): number => Math.floor((ms - plan.countFrom) / stretchMs);
  return { plan, tally, trips: recorder.trips, stretchMs, stretchOf };
}

test("a wait counts in the stretch in which the vehicle arrived", () => {
  const measure = { of: "wait", place: "queue" } as const;
  const { tally, trips, stretchOf } = observed("q02-mm2-load-50.yaml", 2, 4, [measure]);
  for (const stretch of [0, 3]) {
    const waits = trips
      .filter(({ arrived }) => stretchOf(arrived) === stretch)
      .map(({ stays: [stay] }) => stay!.began - stay!.entered);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(tally.value(measure, stretch)).toBeCloseTo(mean / MINUTE, 9);
  }
});

test("inputs are what was drawn in a stretch, less its known mean", () => {
  const { tally, trips, stretchMs, stretchOf } = observed("q02-mm2-load-50.yaml", 2, 4, []);
  const [arrivals, visits, services] = tally.drawn.values();
  const came = trips.filter(({ arrived }) => stretchOf(arrived) === 2).length;
  expect(arrivals![2]).toBeCloseTo(came - (60 * stretchMs) / HOUR, 6);
  expect(visits![2]).toBe(arrivals![2]);
  const served = trips.flatMap(({ stays: [stay] }) =>
    stay !== undefined && stretchOf(stay.began) === 2 ? [stay.left - stay.began] : [],
  );
  const minutes = served.reduce((sum, ms) => sum + ms, 0) / MINUTE;
  expect(services![2]).toBeCloseTo(minutes - served.length, 6);
  expect(tally.drawn.pending).toBe(0);
});

test("rates are of vehicles, in batches too", () => {
  const { tally, trips, stretchMs, stretchOf } = observed("q08-batches-of-1-to-3.yaml", 2, 2, []);
  const came = trips.filter(({ arrived }) => stretchOf(arrived) === 1).length;
  expect(tally.drawn.values()[0]![1]).toBeCloseTo(came - (48 * stretchMs) / HOUR, 6);
});
