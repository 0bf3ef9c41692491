import { describe, expect, test } from "vitest";
import { expectedArrivals } from "../../server/port/expected-arrivals.ts";
import type { TimedEffect } from "../../server/port/plan.ts";
import { parseClock } from "../../shared/scenario/clock.ts";
import { planOf } from "./simulate.ts";
import type { Day } from "./simulate.ts";

const PORT: Day = {
  stages: {},
  hours: "00:00-24:00",
  demand: { rates: "60 /h", flows: { laden: "75 %", empty: "25 %" } },
};
const expected = (day: Day, interventions: readonly TimedEffect[] = []): number[] =>
  [...expectedArrivals(planOf(day), interventions)!].map((vehicles) => Math.round(1e6 * vehicles) / 1e6);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const until = (from: string, to: string, effect: Partial<TimedEffect["effect"]>): TimedEffect => ({
  fromMs: parseClock(from),
  untilMs: parseClock(to),
  effect: { kind: "demand", ...effect } as TimedEffect["effect"],
});

describe("vehicles expected by hour", () => {
  test("are the rate, whatever it is made of", () => {
    expect(expected(PORT)).toEqual(Array.from({ length: 24 }, () => 60));
  });

  test("follow the shape of the day and its busyness, and are the day's number in all", () => {
    const byHour = { "06:00": "25 %", "07:30": "75 %" };
    const day = {
      ...PORT,
      hours: "06:00-09:00",
      demand: { trucks: "1000 /day", flows: { laden: "100 %" }, byHour },
    };
    const hours = expected(day);
    expect(hours.slice(6, 9)).toEqual([166.666667, 83.333333 + 375, 375]);
    expect(sum(hours)).toBeCloseTo(1_000, 4);
  });

  test("count the vehicles of a batch, not the batches", () => {
    const demand = { ...PORT.demand!, batch: { "1": 1, "5": 1 } };
    expect(sum(expected({ ...PORT, demand }))).toBeCloseTo(24 * 60, 6);
  });

  test("are those of the counted days alone, all of them", () => {
    expect(sum(expected({ ...PORT, warmUp: 2, days: 3 }))).toBeCloseTo(3 * 24 * 60, 6);
  });

  test("change with the demand, of one flow or of all, for as long as it does; what began last holds", () => {
    const hours = expected(PORT, [
      until("08:00", "10:00", { factor: 2 }),
      until("09:30", "11:00", { factor: 0, flow: "laden" }),
    ]);
    expect(hours.slice(7, 12)).toEqual([60, 120, 60 + 0.5 * 30, 15, 60]);
  });

  test("are unknown where arrivals are listed", () => {
    expect(expectedArrivals(planOf({ stages: {}, arrivals: ["08:00"] }))).toBeNull();
  });
});
