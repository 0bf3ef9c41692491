/** Definitions of the measures, each on a day small enough to work out by hand. */
import { describe, expect, test } from "vitest";
import { FIRST_HOUR_GROUP, HOURS } from "../../server/measure/groups.ts";
import { Core } from "../../server/engine/core.ts";
import { Tally } from "../../server/measure/tally.ts";
import { Vehicles } from "../../server/port/vehicles.ts";
import { HOUR, MINUTE, SECOND } from "../../shared/units.ts";
import { planOf } from "../port/simulate.ts";
import type { Day } from "../port/simulate.ts";
import { placeOf, tallied } from "./tallied.ts";
import type { Tallied } from "./tallied.ts";

const booth = (more: object = {}): Day["stages"] => ({
  primary: { booths: { shared: 1 }, service: { all: "60 s" }, moveUp: "10 s", ...more },
});
const withApproach = (more: object = {}): Day["stages"] => ({
  approach: { lanes: 1, length: "200 m", spacing: "20 m", freeFlow: "2 min" },
  ...booth(more),
});
const waitsOf = ({ rows }: Tallied): number[] => [...rows.waitMs].map((ms) => ms / SECOND);
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const level = (integral: Float64Array, index: number, hour: number): number =>
  integral[index * HOURS + hour] / MINUTE;

describe("wait", () => {
  test("of a vehicle that finds nobody is the move-up alone: driving freely is not waiting", () => {
    expect(waitsOf(tallied({ stages: withApproach(), arrivals: ["08:00"] }))).toEqual([10]);
  });

  test("runs from joining the line to the booth", () => {
    expect(waitsOf(tallied({ stages: withApproach(), arrivals: ["08:00", "08:00", "08:00"] }))).toEqual([
      10, 80, 150,
    ]);
  });

  test("is by the hour of joining, not of reaching the booth", () => {
    const { figures } = tallied({ stages: booth(), arrivals: ["08:59:30", "08:59:40"] }).summary;
    expect(figures.wait.count[FIRST_HOUR_GROUP + 8]).toBe(2);
    expect(figures.wait.count[FIRST_HOUR_GROUP + 9]).toBe(0);
  });

  test("from the reader includes the drive", () => {
    const { waitFromReader } = tallied({ stages: withApproach(), arrivals: ["08:00"] }).summary.figures;
    expect(waitFromReader.sum[0]).toBe(130 * SECOND);
  });

  test("over 60 min counts those strictly above", () => {
    const stages = { primary: { booths: { shared: 1 }, service: { all: "60 min" }, moveUp: "0 s" } };
    const { waitOver60 } = tallied({ stages, arrivals: ["08:00", "08:00", "08:00"] }).summary.figures;
    expect(waitOver60[0]).toBe(1);
  });
});

describe("queue", () => {
  test("leaves out who still drives, and counts them once they stand", () => {
    // The second vehicle drives until 08:02 and is called at 08:03:10.
    const day = tallied({ stages: withApproach({ laneRoom: 0 }), arrivals: ["08:00", "08:00"] });
    const approach = placeOf(day, "approach");
    expect(level(day.summary.places.waiting.integral, approach, 8)).toBeCloseTo(70 / 60, 9);
    expect(level(day.summary.places.inside.integral, approach, 8)).toBeCloseTo(2 + 2 + 70 / 60, 9);
    expect(day.summary.places.queue.highest[0]).toBe(1);
  });

  test("at the end of an hour is the one before anything happens at that instant", () => {
    const arrivals = ["08:58:50", "08:58:55", "08:59:00", "09:00"];
    const { queue } = tallied({ stages: booth(), arrivals }).summary.places;
    // At 09:00:00 the first booth visit ends and a vehicle comes; just before, two wait.
    expect(queue.ends[8]).toBe(2);
  });

  test("is as long as its vehicles stand, divided by the lanes", () => {
    const stages = {
      approach: { lanes: 2, length: "200 m", spacing: "20 m", freeFlow: "1 min" },
      ...booth({ laneRoom: 0 }),
    };
    const { queueMm } = tallied({ stages, arrivals: Array<string>(7).fill("08:00") }).summary.places;
    expect(queueMm.highest[0]).toBe((6 * 20_000) / 2);
  });

  test("is as long whether its vehicles stand outside or in the line of an earlier stage", () => {
    const approach = { lanes: 2, length: "40 m", spacing: "20 m", freeFlow: "0 s" };
    const highest = (stages: Day["stages"]): number =>
      tallied({ stages, arrivals: Array<string>(20).fill("08:00") }).summary.places.queueMm.highest[0];
    const outside = highest({ approach, ...booth({ laneRoom: 0 }) });
    const atToll = highest({ toll: { lanes: 1, service: "1 s" }, approach, ...booth({ laneRoom: 0 }) });
    // One is in service, at the booth or at the toll, and each of the others takes 10 m.
    expect([outside, atToll]).toEqual([19 * 10_000, 19 * 10_000]);
  });

  test("stands in the lines of primary where there is no approach", () => {
    const stages = { primary: { booths: { general: 2 }, service: { all: "60 s" } } };
    const { queueMm } = tallied({ stages, arrivals: Array<string>(8).fill("08:00") }).summary.places;
    expect(queueMm.highest[0]).toBe((6 * 19_000) / 2);
  });
});

describe("time after the counted days", () => {
  const stages = { primary: { booths: { shared: 1 }, service: { all: "30 min" }, moveUp: "0 s" } };

  test("counts as overtime under the clock's hours until the last counted vehicle has left", () => {
    const { summary } = tallied({ stages, arrivals: ["23:30", "23:30", "23:30"] });
    expect(summary.staff.busy.integral[0]).toBe(HOUR);
    // The first hour of the day itself, and the one after it.
    expect(summary.staff.manned.integral[0]).toBe(2 * HOUR);
    expect(level(summary.places.queue.integral, 0, 0)).toBe(30);
    expect(summary.departures[0]).toBe(2);
    expect(summary.departures[1]).toBe(1);
    expect(sum(summary.span.ms)).toBe(24 * HOUR);
  });

  test("ends with the first vehicle of the next day", () => {
    const arrivals = ["23:30", "23:30", { from: "24:00" }];
    const { summary } = tallied({ stages, arrivals: arrivals as Day["arrivals"] & object });
    expect(sum(summary.vehicles.arrived.slice(0, 12))).toBe(2);
    expect(summary.staff.busy.integral[0]).toBe(0);
  });

  test("is not added after a warm-up, which has left as much behind", () => {
    const day: Day = {
      warmUp: 1,
      stages,
      demand: { trucks: "24 /day", flows: { laden: "100 %" } },
    };
    const { summary, recorder, plan } = tallied(day);
    const inSpan = recorder.trips.filter(({ ended }) => ended >= plan.countFrom && ended < plan.countUntil);
    expect(sum(summary.departures)).toBe(inSpan.length);
    expect(sum(summary.vehicles.arrived.slice(0, 12))).toBe(
      recorder.trips.filter(({ isCounted }) => isCounted).length,
    );
  });
});

describe("days of 23 and 25 hours", () => {
  const day = (from: string): Day => ({
    zone: "America/Chicago",
    from,
    stages: booth(),
    arrivals: ["12:00"],
  });

  test("have a clock hour that is not there, or that is there twice", () => {
    expect(tallied(day("2024-03-10")).summary.span.ms[2]).toBe(0);
    expect(tallied(day("2024-11-03")).summary.span.ms[1]).toBe(2 * HOUR);
    expect(tallied(day("2024-11-03")).summary.span.ends[1]).toBe(2);
  });
});

describe("what cannot be", () => {
  const plan = planOf({ stages: booth(), arrivals: ["08:00"] });

  function fed(): { readonly tally: Tally; readonly vehicle: number } {
    const tally = new Tally(plan);
    const core = new Core();
    const vehicles = new Vehicles(core);
    tally.started(plan, vehicles, core);
    tally.hour(0);
    const vehicle = 0;
    vehicles.counted[vehicle] = 1;
    return { tally, vehicle };
  }
  const primary = plan.primary;

  test("a vehicle in two places is refused", () => {
    const { tally, vehicle } = fed();
    tally.arrived(0, vehicle);
    tally.entered(0, vehicle, primary);
    expect(() => tally.entered(5, vehicle, primary)).toThrow(/entered place 1 while in place 1/);
  });

  test("a vehicle that leaves the port from inside a place is refused", () => {
    const { tally, vehicle } = fed();
    tally.arrived(0, vehicle);
    tally.entered(0, vehicle, primary);
    expect(() => tally.gaveUp(5, vehicle)).toThrow(/it is in place 1/);
  });

  test("time between places is time lost", () => {
    const { tally, vehicle } = fed();
    tally.arrived(0, vehicle);
    tally.entered(10, vehicle, primary);
    tally.left(20, vehicle, primary, -1);
    expect(() => tally.departed(20, vehicle)).toThrow("was 20 ms in the port but 10 ms in its places");
  });

  test("a vehicle nowhere at the end is a vehicle lost", () => {
    const { tally, vehicle } = fed();
    tally.arrived(0, vehicle);
    tally.entered(0, vehicle, primary);
    tally.left(20, vehicle, primary, -1);
    expect(() => tally.finish(30)).toThrow(/in no place at 30 ms/);
  });

  test("more servers occupied than staffed is refused", () => {
    const { tally, vehicle } = fed();
    tally.arrived(0, vehicle);
    tally.entered(0, vehicle, primary);
    tally.began(0, vehicle, primary, 0);
    expect(() => tally.left(60_000, vehicle, primary, 0)).toThrow(
      "1 servers of primary.shared occupied but 0 staffed from 0 ms to 60000 ms",
    );
  });

  test("an hour that was left out is refused", () => {
    const { tally } = fed();
    expect(() => tally.hour(2 * HOUR)).toThrow(`an hour began at ${2 * HOUR} ms, expected at ${HOUR} ms`);
  });

  test("a vehicle that vanishes unseen is missed", () => {
    const { tally, vehicle } = fed();
    tally.arrived(0, vehicle);
    tally.entered(0, vehicle, primary);
    // The port hands the id to another vehicle without the first having gone.
    tally.arrived(40, vehicle);
    tally.entered(40, vehicle, primary);
    tally.left(50, vehicle, primary, -1);
    tally.turnedAway(50, vehicle);
    expect(() => tally.finish(60)).toThrow(/lost or doubled/);
  });
});
