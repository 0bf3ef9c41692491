/** The same trucks in every variant, and a run that is a pure function of plan, seed and replication. */
import { describe, expect, test } from "vitest";
import { takeOut } from "../../server/engine/carry.ts";
import { mix, threefry } from "../../server/engine/draws.ts";
import { planOf, start } from "./simulate.ts";
import type { Day, RunChoices, Simulated } from "./simulate.ts";
import type { Stay, Trip } from "./record.ts";

const UNCHECKED = { check: false };
const run = (day: Day, choices: RunChoices = {}): Simulated => {
  const simulated = start(planOf(day), { ...UNCHECKED, ...choices });
  simulated.run.runToEnd();
  return simulated;
};

const stages = {
  exportCustoms: {
    lanes: 3,
    service: "lognormal 40 s cv 0.5",
    redLight: "10 %",
    redLightService: "exponential 10 min",
  },
  approach: { lanes: 2, length: "500 m", spacing: "19 m", freeFlow: "1 min", fastSplitsAt: "100 m" },
  primary: {
    booths: { fast: 1, general: 2 },
    service: { all: "lognormal 60 s cv 0.7", fast: "lognormal 40 s cv 0.6" },
    laneRoom: 4,
    referral: { random: "20 %", reasons: { documents: "60 %", scan: "40 %" } },
  },
  nii: {
    scanners: 1,
    service: "45 s",
    review: { service: "lognormal 3 min cv 0.5", analysts: 1 },
    alarm: "20 %",
  },
  secondary: {
    bays: 5,
    docks: 1,
    exams: {
      documents: { service: "lognormal 10 min cv 0.8", at: "bay" },
      partialUnload: { service: "exponential 30 min", at: "dock" },
    },
  },
  stateSafety: { share: "20 %", inspectors: 2, service: "exponential 5 min" },
};
const demand = {
  rates: { "00:00": "0 /h", "08:00": "70 /h", "14:00": "0 /h" },
  flows: { laden: "90 %", hazmat: "10 %" },
  fast: { laden: "25 %" },
} as const;
const base: Day = { stages, demand };

const byIdentity = (day: Simulated): ReadonlyMap<string, Trip> =>
  new Map(day.trips.map((trip) => [trip.identity, trip]));
const service = (stay: Stay): number =>
  (Number.isNaN(stay.blocked) ? stay.left : stay.blocked) -
  (Number.isNaN(stay.heldUntil) ? stay.began : stay.heldUntil);
/** What a truck meets by its own draws: its mark, the places of its kind, its time at each server. */
const character = (trip: Trip, places: (name: string) => boolean): string =>
  JSON.stringify([
    trip.arrived,
    trip.isFast,
    trip.stays
      .filter(({ place, began }) => places(place) && !Number.isNaN(began))
      .map((stay) => [stay.place, service(stay)]),
  ]);

/** Of the trucks in both, how many fare the same by their draws, and how many there are. */
function alike(a: Simulated, b: Simulated, places: (name: string) => boolean = () => true): [number, number] {
  const others = byIdentity(b);
  const both = a.trips.filter(({ identity }) => others.has(identity));
  return [
    both.filter((trip) => character(trip, places) === character(others.get(trip.identity)!, places)).length,
    both.length,
  ];
}

describe("the same truck", () => {
  const today = run(base);

  test("meets the same draws when a stage is added before, between or after the others", () => {
    const more = run({
      ...base,
      stages: {
        toll: { lanes: 2, service: "exponential 10 s" },
        ...stages,
        gate: { kind: "station", servers: 2, service: "exponential 20 s" },
      },
    });
    const [same, both] = alike(today, more, (place) => place !== "toll" && place !== "gate");
    expect([same, both]).toEqual([today.trips.length, today.trips.length]);
  });

  test("meets the same draws in a network that sends it back, a stage more or less", () => {
    const station = { kind: "station", servers: "unlimited", service: "exponential 5 min" };
    const network = {
      first: station,
      second: { ...station, next: { first: "40 %", second: "20 %", exit: "40 %" } },
    };
    const between = { first: network.first, between: station, second: network.second };
    const without = run({ demand, stages: network });
    const [same, both] = alike(without, run({ demand, stages: between }), (place) => place !== "between");
    expect([same, both]).toEqual([without.trips.length, without.trips.length]);
    expect(Math.max(...without.trips.map(({ stays }) => stays.length))).toBeGreaterThan(6);
  });

  test("meets the same draws when more officers, lanes or bays serve it", () => {
    const more = run({
      ...base,
      stages: {
        ...stages,
        exportCustoms: { ...stages.exportCustoms, lanes: 9 },
        primary: { ...stages.primary, booths: { fast: 3, general: 5 }, laneRoom: 9 },
        secondary: { ...stages.secondary, bays: 50, docks: 9 },
      },
    });
    const [same, both] = alike(today, more);
    expect([same, both]).toEqual([today.trips.length, today.trips.length]);
  });

  test("comes in a larger demand too, which brings others besides", () => {
    const more = run({ ...base, demand: { ...demand, factor: "115 %" } });
    const [same, both] = alike(today, more);
    expect([same, both]).toEqual([today.trips.length, today.trips.length]);
    const expected = today.trips.length * 0.15;
    expect(Math.abs(more.trips.length - today.trips.length - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  test("keeps its FAST mark when more carry it", () => {
    const more = run({ ...base, demand: { ...demand, fast: { laden: "60 %" } } });
    const others = byIdentity(more);
    const fast = today.trips.filter(({ isFast }) => isFast);
    expect(fast.length).toBeGreaterThan(50);
    expect(fast.every(({ identity }) => others.get(identity)!.isFast)).toBe(true);
    expect(more.trips.filter(({ isFast }) => isFast).length).toBeGreaterThan(1.8 * fast.length);
  });

  test("comes on the same date, whatever the first day of the run", () => {
    const later = run({ ...base, from: "2024-05-08", days: 1 });
    const both = run({ ...base, from: "2024-05-07", days: 2 });
    const second = both.trips.filter(({ arrived }) => arrived >= 86_400_000);
    expect(second.map(({ identity, arrived }) => [identity, arrived - 86_400_000])).toEqual(
      later.trips.map(({ identity, arrived }) => [identity, arrived]),
    );
  });

  test("comes at the same time of day by every list that has it in the same row", () => {
    const list = { arrivals: ["08:00", "08:01", "08:02"], stages };
    const [same, both] = alike(
      run(list),
      run({ ...list, stages: { ...stages, primary: { ...stages.primary, laneRoom: 9 } } }),
    );
    expect([same, both]).toEqual([3, 3]);
  });
});

describe("two replications", () => {
  test("share no arrival and no service time", () => {
    const [zero, one] = [0, 1].map((replication) => run(base, { replication }));
    const times = new Set(zero!.trips.map(({ arrived }) => arrived));
    const shared = one!.trips.filter(({ arrived }) => times.has(arrived)).length;
    // Two of some 400 each on 21.6 million ms meet by chance once in a hundred.
    expect(shared).toBeLessThan(3);
    const [same] = alike(zero!, one!);
    expect(same).toBe(0);
  });

  test("of another seed differ as well", () => {
    const [same] = alike(run(base, { seed: 1 }), run(base, { seed: 2 }));
    expect(same).toBe(0);
  });
});

describe("a run", () => {
  const plan = planOf(base);
  const straight = (choices: RunChoices = {}) =>
    start(plan, { ...UNCHECKED, ...choices })
      .advance("13:00")
      .run.hash();

  test("is the same again, and another with another seed or replication", () => {
    expect(straight()).toBe(straight());
    expect(new Set([straight(), straight({ seed: 2 }), straight({ replication: 1 })]).size).toBe(3);
  });

  test.each([
    ["mix", mix],
    ["threefry", threefry],
  ])("under %s is the same when the core asks for its draws outside", (_, generator) => {
    expect(straight({ generator: { ...generator } })).toBe(straight({ generator }));
  });

  test("in many small steps ends as in one", () => {
    const stepped = start(plan, UNCHECKED);
    for (let at = 0; at < stepped.ms("13:00"); at += 7_919) stepped.run.advance(at);
    expect(stepped.advance("13:00").run.hash()).toBe(straight());
  });

  test("of which a copy is taken goes on as though none had been, through changes still to come", () => {
    const changes = [{ kind: "boothsClosed" as const, booths: 1, at: "11:00", for: "1 h" }];
    const changed = planOf({ ...base, changes });
    const copied = start(changed, UNCHECKED).advance("10:00");
    takeOut(copied.run);
    const alone = start(changed, UNCHECKED).advance("13:00");
    expect(copied.advance("13:00").run.hash()).toBe(alone.run.hash());
    expect(alone.run.hash()).not.toBe(straight());
  });

  test("does not touch another that goes on beside it", () => {
    const a = start(plan, UNCHECKED);
    const b = start(plan, { ...UNCHECKED, seed: 2 });
    for (const time of ["09:00", "10:00", "11:00", "12:00", "13:00"]) {
      a.advance(time);
      b.advance(time);
    }
    expect([a.run.hash(), b.run.hash()]).toEqual([straight(), straight({ seed: 2 })]);
  });

  test("never goes back in time", () => {
    const day = start(plan, UNCHECKED).advance("09:00");
    expect(() => day.advance("08:59")).toThrow("time ran backwards: from 32400000 ms to 32340000 ms");
  });

  test("keeps every invariant after every event", () => {
    expect(() => start(plan).run.runToEnd()).not.toThrow();
  });
});
