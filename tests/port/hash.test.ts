/** The state hash: told by everything that decides how a run goes on, and by nothing else. */
import { expect, test } from "vitest";
import type { PortRun } from "../../server/port/run.ts";
import type { PortState } from "../../server/port/state.ts";
import { planOf, start } from "./simulate.ts";
import type { Day } from "./simulate.ts";

/** Queues, lanes, referrals, image reviews, exams, patience and stays all under way at eleven. */
const DAY: Day = {
  demand: {
    rates: { "08:00": "110 /h", "14:00": "0 /h" },
    flows: { laden: "80 %", empty: "20 %" },
    fast: { laden: "30 %" },
  },
  stages: {
    exportCustoms: {
      lanes: 3,
      service: "lognormal 40 s cv 0.5",
      redLight: "20 %",
      redLightService: "20 min",
    },
    approach: { lanes: 2, length: "300 m", spacing: "19 m", freeFlow: "1 min", fastSplitsAt: "60 m" },
    primary: {
      booths: { fast: 1, general: 3 },
      service: "lognormal 90 s cv 0.7",
      laneRoom: 3,
      referral: { random: "50 %", reasons: { documents: "40 %", scan: "60 %" } },
    },
    nii: { scanners: 1, service: "45 s", review: { service: "6 min", analysts: 2 } },
    secondary: { bays: 3, exams: { documents: { service: "lognormal 20 min cv 0.8", at: "bay" } } },
    lastStop: { kind: "station", servers: 2, service: "4 min", patience: "20 min" },
  },
  staffing: {
    rules: { closesFirst: "named officers" },
    primary: { fast: { "08:00": 1, "20:00": 0 }, general: { "08:00": 2, "20:00": 0 } },
  },
  changes: [
    { kind: "slowService", stage: "secondary", factor: "150 %", at: "09:00", for: "4 h" },
    { kind: "booths", fast: 2, at: "12:00" },
  ],
};
const PLAN = planOf(DAY);
const atEleven = (): PortRun => start(PLAN, { check: false }).advance("11:00").run;
const HASH = atEleven().hash();

/** Some vehicle that fits. */
function vehicle(state: PortState, fits: (vehicle: number) => boolean): number {
  const { place, capacity } = state.vehicles;
  for (let v = 0; v < capacity; v++) if (place[v]! >= 0 && fits(v)) return v;
  throw new Error("no such vehicle in the test's state");
}
const inService =
  ({ vehicles, servers }: PortState) =>
  (v: number) =>
    vehicles.server[v]! >= 0 && servers.state[vehicles.server[v]!] === 3;
const onLane =
  ({ vehicles, plan }: PortState) =>
  (v: number) =>
    plan.places[vehicles.place[v]!]!.kind === "lanes";
const isPatient =
  ({ vehicles, events, slots }: PortState) =>
  (v: number) =>
    vehicles.line[v]! >= 0 && events.isPending(slots.vehicles + v);
const swap = (column: Int32Array | Float64Array, a: number, b: number): void => {
  [column[a], column[b]] = [column[b]!, column[a]!];
};

const CHANGES: readonly (readonly [string, (state: PortState) => unknown])[] = [
  ["the key of a vehicle", (s) => s.vehicles.key[2 * vehicle(s, () => true)]!++],
  ["its flow", (s) => (s.vehicles.flow[vehicle(s, () => true)] = 5)],
  ["its marks", (s) => (s.vehicles.marks[vehicle(s, () => true)]! ^= 1)],
  ["its referral", (s) => (s.vehicles.exam[vehicle(s, () => true)] = 3)],
  ["its review", (s) => (s.vehicles.review[vehicle(s, () => true)]! ^= 1)],
  ["its returns", (s) => s.vehicles.returns[vehicle(s, () => true)]!++],
  ["whether it counts", (s) => (s.vehicles.counted[vehicle(s, () => true)]! ^= 1)],
  ["what it is blocked for", (s) => (s.vehicles.blockedFor[vehicle(s, () => true)]! += 1)],
  ["the line that it has chosen", (s) => (s.vehicles.chosenLine[vehicle(s, () => true)] = 2)],
  ["since when it is served", (s) => s.vehicles.sinceMs[vehicle(s, inService(s))]!--],
  ["how slow its service is", (s) => (s.vehicles.stretch[vehicle(s, inService(s))] = 1.25)],
  ["since when it is patient", (s) => s.vehicles.sinceMs[vehicle(s, isPatient(s))]!--],
  ["when it may leave its lane", (s) => s.vehicles.readyMs[vehicle(s, onLane(s))]!++],
  ["when it joined", (s) => s.vehicles.joinedMs[vehicle(s, onLane(s))]!--],
  ["the type that a booth changes to", (s) => (s.servers.nextPost[0] = 4)],
  ["who leaves", (s) => (s.servers.leaving[0] = 1)],
  ["officers too many", (s) => s.surplus[0]!++],
  ["officers who stay after closing", (s) => (s.kept[0] = 2)],
  ["the image in an analyst's hand", (s) => swap(s.analystVehicle, 0, 1)],
  ["since when it is read", (s) => s.analystSince[0]!--],
  ["a factor of demand", (s) => (s.demandFactor[0] = 1.01)],
  ["a factor of service", (s) => (s.serviceFactor[1] = 1.01)],
  ["the factor of referrals", (s) => (s.referralFactor = 1.01)],
  ["a share that a change gave", (s) => (s.shareOverride[0] = 0.5)],
  ["officers away", (s) => s.away[0]!++],
  ["the way on from a place", (s) => (s.routes.onward[1] = 3)],
  ["whom a lane is for", (s) => (s.lines.accepts[1]! ^= 1)],
  ["the key of what is to come", (s) => s.keys[0]!++],
  ["the factor of the day", (s) => (s.dayFactor = 1.01)],
  ["the next arrival", (s) => s.cells[0]!.times[s.cellAt[0]!]!++],
  ["changes to come", (s) => (s.effects = s.effects.slice(0, 1))],
];

test.each(CHANGES)("tells %s", (_, change) => {
  const run = atEleven();
  change(run.state as PortState);
  expect(run.hash()).not.toBe(HASH);
});

test("two orders of what is due at one instant differ", () => {
  const hashOf = (order: "first" | "last"): string => {
    const run = atEleven();
    const { events, slots, now } = run.state;
    const both = [slots.pools, slots.hour];
    for (const slot of both) events.cancel(slot);
    for (const slot of order === "first" ? both : both.toReversed()) events.schedule(slot, now + 1, 0);
    return run.hash();
  };
  expect(hashOf("first")).not.toBe(hashOf("last"));
});

test("is the same whatever room the tables have and wherever the event list was looked at", () => {
  const run = atEleven();
  run.state.events.reserve(100_000);
  run.state.events.topTime();
  expect(run.hash()).toBe(HASH);
});
