/** Visits beside all that a run reports, and beside what a tally makes of it. */
import { describe, expect, test } from "vitest";
import { FanOut } from "../../server/measure/fan-out.ts";
import { Tally } from "../../server/measure/tally.ts";
import { Visits } from "../../server/measure/visits.ts";
import type { Visit } from "../../server/measure/visits.ts";
import { TALLY_CLASSES } from "../../server/core/constants.ts";
import { NONE } from "../../server/port/plan.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import { PortRun } from "../../server/port/run.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import { Recorder } from "../port/record.ts";
import { planOf } from "../port/simulate.ts";
import type { Day } from "../port/simulate.ts";
import { BUSY_DAY, IMPATIENT_DAY } from "./tallied.ts";

type Visited = {
  readonly plan: PortPlan;
  readonly tally: Tally;
  readonly recorder: Recorder;
  readonly visits: readonly Visit[];
  readonly now: number;
};

function visited(day: Day, seed = 1): Visited {
  const plan = planOf(day);
  const visits: Visit[] = [];
  const tally = new Tally(plan);
  const recorder = new Recorder();
  const observer = new Visits(plan, (visit) => visits.push(visit));
  const run = new PortRun(plan, {
    seed,
    replication: 0,
    observer: new FanOut(tally, recorder, observer),
  });
  run.runToEnd();
  observer.finish();
  tally.finish(run.now);
  return { plan, tally, recorder, visits, now: run.now };
}

const BUSY = visited(BUSY_DAY);
const IMPATIENT = visited(IMPATIENT_DAY);
/** Closed with a line before it, and followed for two hours only; with vehicles of days that do not count. */
const HELD = visited({
  ...BUSY_DAY,
  days: 2,
  warmUp: 1,
  atClosing: "hold it until opening",
  followFor: "2 h",
  staffing: { primary: { fast: { "06:00": 0, "24:00": 0 }, general: { "06:00": 1, "24:00": 0 } } },
});
const DAYS: readonly (readonly [string, Visited])[] = [
  ["busy", BUSY],
  ["impatient", IMPATIENT],
  ["held", HELD],
];

const identityOf = ({ flow, cell, number, member }: Visit): string => [flow, cell, number, member].join("/");
const countOf = (visits: readonly Visit[], outcome: Visit["outcome"]): number =>
  visits.filter((visit) => visit.isCounted && visit.outcome === outcome).length;
function counted({ tally }: Visited, of: "departed" | "turnedAway" | "gaveUp" | "unfinished"): number {
  const byGroup = tally.ledger.summary()[of];
  return byGroup.slice(0, TALLY_CLASSES).reduce((sum, n) => sum + n, 0);
}

describe.each(DAYS)("of a day that is %s", (_, day) => {
  const { plan, recorder, visits, tally, now } = day;

  test("are the stays of each vehicle, with all that happened there", () => {
    const expected = recorder.trips.flatMap(({ identity, flow, isFast, isCounted, stays }) =>
      stays.map((stay) => ({
        identity,
        flow,
        isFast,
        isCounted,
        stage: stay.place,
        times: [stay.entered, stay.began, stay.left],
        server: stay.server,
      })),
    );
    const found = visits
      .filter(({ enteredMs }) => !Number.isNaN(enteredMs))
      .map((visit) => ({
        identity: identityOf(visit),
        flow: FLOWS[visit.flow],
        isFast: visit.isFast,
        isCounted: visit.isCounted,
        stage: plan.places[visit.place]!.name,
        times: [visit.enteredMs, visit.beganMs, visit.leftMs],
        server: visit.server,
      }));
    const order = (a: (typeof found)[number], b: (typeof found)[number]): number =>
      a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : a.times[0]! - b.times[0]!;
    expect(found.sort(order)).toEqual(expected.sort(order));
  });

  test("add up to the figures of the day: outcomes to vehicles, stays to the integral of the number there", () => {
    for (const outcome of ["departed", "turnedAway", "gaveUp", "unfinished"] as const)
      expect(countOf(visits, outcome)).toBe(counted(day, outcome));
    for (const { index } of plan.places) {
      const stays = visits.filter(({ place, enteredMs }) => place === index && !Number.isNaN(enteredMs));
      const spent = stays.reduce(
        (sum, { enteredMs, leftMs }) => sum + (Number.isNaN(leftMs) ? now : leftMs) - enteredMs,
        0,
      );
      expect(spent).toBe(tally.places.inside.total(index));
    }
  });

  test("come in the order in which they end", () => {
    const ends = visits.map(({ leftMs }) => (Number.isNaN(leftMs) ? Infinity : leftMs));
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  });

  test("begin on the day of the run that the calendar says", () => {
    for (const { day: number, enteredMs, leftMs } of visits) {
      const began = Number.isNaN(enteredMs) ? leftMs : enteredMs;
      const last = plan.days.findLastIndex(({ startMs }) => startMs <= began);
      expect(number).toBe(last + 1);
    }
  });
});

test("blocked is since when a vehicle was done without room ahead", () => {
  const { plan, recorder, visits } = BUSY;
  const blocked = visits.filter(({ blockedMs }) => !Number.isNaN(blockedMs));
  expect(blocked.length).toBeGreaterThan(20);
  for (const visit of blocked) {
    const trip = recorder.trips.find(({ identity }) => identity === identityOf(visit))!;
    const stay = trip.stays.find(({ entered }) => entered === visit.enteredMs)!;
    expect([stay.place, stay.blocked]).toEqual([plan.places[visit.place]!.name, visit.blockedMs]);
  }
});

test("who is inside at the end of the run comes last, without having left", () => {
  const { visits } = HELD;
  const first = visits.findIndex(({ outcome }) => outcome === "unfinished");
  expect(countOf(visits, "unfinished")).toBeGreaterThan(10);
  for (const { outcome, leftMs } of visits.slice(first))
    expect([outcome, leftMs]).toEqual(["unfinished", Number.NaN]);
});

test("who is refused has a visit where that was, without having entered", () => {
  const { plan, visits } = IMPATIENT;
  const refused = visits.filter(({ outcome }) => outcome === "turnedAway");
  expect(refused.length).toBeGreaterThan(10);
  for (const { place, enteredMs, beganMs } of refused)
    expect([plan.places[place]!.name, enteredMs, beganMs]).toEqual(["yard", Number.NaN, Number.NaN]);
});

test("who passes the port without a stop has one visit, to no place", () => {
  const { visits } = visited({
    stages: { side: { kind: "station", servers: 1, service: "1 min", share: "0 %" } },
    arrivals: ["08:00"],
  });
  expect(visits).toMatchObject([
    { place: NONE, enteredMs: Number.NaN, leftMs: 8 * 3_600_000, outcome: "departed" },
  ]);
});
