/** Timed changes: every kind while it lasts, its end, overlaps, and changes made live. */
import { describe, expect, test } from "vitest";
import { planOf, simulate, start } from "./simulate.ts";
import type { Day, Simulated } from "./simulate.ts";

type Change = NonNullable<Day["changes"]>[number];
const station = (service: string, more: object = {}) => ({ kind: "station", servers: 1, service, ...more });
const fast = (from: string, more: object = {}) => ({ from, fast: true, ...more });

const booths = { fast: 1, general: 3 };
const primaryDay = (changes: readonly Change[], more: Partial<Day> = {}) =>
  simulate({
    stages: { primary: { booths, service: "10 min" } },
    arrivals: ["12:00"],
    changes: [...changes],
    ...more,
  });
const general = (day: Simulated, times: readonly string[]) =>
  times.map((time) => day.mannedAt("primary.general", time));
const fastAndGeneral = (day: Simulated, times: readonly string[]) =>
  times.map((time) => [day.mannedAt("primary.fast", time), day.mannedAt("primary.general", time)]);

describe("booths closed", () => {
  test("are out of use while it lasts, the last ones first", () => {
    const day = primaryDay([{ kind: "boothsClosed", booths: 2, at: "08:00", for: "1 h" }]);
    expect(general(day, ["07:59:59", "08:00", "08:59:59", "09:00"])).toEqual([3, 1, 1, 3]);
  });

  test("are of the lane type that is named", () => {
    const day = primaryDay([{ kind: "boothsClosed", booths: 1, type: "fast", at: "08:00", for: "1 h" }]);
    expect(fastAndGeneral(day, ["08:00", "09:00"])).toEqual([
      [0, 3],
      [1, 3],
    ]);
  });

  test("are those of primary: the bays of secondary stay in use", () => {
    const day = simulate({
      stages: {
        primary: { booths, service: "1 min" },
        secondary: { bays: 3, exams: { documents: { service: "1 min", at: "bay" } } },
      },
      arrivals: ["12:00"],
      changes: [{ kind: "boothsClosed", booths: 2, at: "08:00", for: "1 h" }],
    });
    expect(general(day, ["08:00"])).toEqual([1]);
    expect(day.mannedAt("secondary.bay", "08:00")).toBe(3);
  });

  test("finish the vehicle in hand, and their lane goes over to others", () => {
    const day = simulate({
      stages: { primary: { booths: { general: 2 }, service: "10 min" } },
      arrivals: [{ from: "08:00", count: 4 }],
      changes: [{ kind: "boothsClosed", booths: 1, at: "08:05", for: "1 h" }],
    });
    expect(day.servers("primary")).toEqual([1, 2, 1, 1]);
    expect(day.beginnings("primary")).toEqual(["08:00", "08:00", "08:10", "08:20"]);
  });

  test("open without officers to spare only as far as the plan has them", () => {
    const day = primaryDay([{ kind: "boothsClosed", booths: 2, at: "08:00", for: "1 h" }], {
      staffing: { primary: { general: { "07:00": 2, "08:30": 3 } } },
    });
    expect(general(day, ["07:00", "08:00", "08:30", "09:00"])).toEqual([2, 1, 1, 3]);
  });
});

describe("scanners", () => {
  const scanning = (changes: readonly Change[]) =>
    simulate({
      stages: {
        nii: { scanners: 2, service: "10 min" },
        primary: { booths: { general: 1 }, service: "1 s" },
      },
      arrivals: [{ from: "08:00", count: 12 }],
      changes: [...changes],
    });
  const manned = (day: Simulated, times: readonly string[]) => times.map((time) => day.mannedAt("nii", time));

  test("down are out of use while it lasts", () => {
    const day = scanning([{ kind: "scannersDown", scanners: 1, at: "07:00", for: "2 h" }]);
    expect(manned(day, ["06:59", "07:00", "08:59", "09:00"])).toEqual([2, 1, 1, 2]);
    expect(day.began(2, "nii")).toBe("08:10");
  });

  test("may be more than were built, and no more afterwards", () => {
    const day = scanning([{ kind: "scanners", count: 10, at: "07:00", for: "80 min" }]);
    expect(manned(day, ["06:59", "07:00", "08:20"])).toEqual([2, 10, 2]);
    expect(day.beginnings("nii").filter((time) => time === "08:00").length).toBe(10);
  });

  test("may be fewer", () => {
    const day = scanning([{ kind: "scanners", count: 1, at: "07:00" }]);
    expect(manned(day, ["07:00"])).toEqual([1]);
  });

  test("down count from those in use", () => {
    const day = scanning([
      { kind: "scanners", count: 5, at: "06:00" },
      { kind: "scannersDown", scanners: 3, at: "07:00", for: "30 min" },
    ]);
    expect(manned(day, ["06:00", "07:00", "07:30"])).toEqual([5, 2, 5]);
  });
});

describe("slow service", () => {
  test("stretches the services that begin meanwhile, and no others", () => {
    const day = simulate({
      stages: { primary: { booths: { general: 1 }, service: "10 min" } },
      arrivals: [{ from: "07:55", count: 3 }, "09:00"],
      changes: [{ kind: "slowService", factor: "150 %", at: "08:00", for: "10 min" }],
    });
    expect(day.endings()).toEqual(["08:05", "08:20", "08:30", "09:10"]);
  });

  test("concerns the stage that is named, pulling up excepted", () => {
    const day = simulate({
      stages: { toll: { lanes: 1, service: "1 min", moveUp: "20 s" }, booth: station("10 min") },
      arrivals: ["08:00"],
      changes: [{ kind: "slowService", factor: "300 %", stage: "toll", at: "07:00" }],
    });
    expect(day.left(1, "toll")).toBe("08:03:20");
    expect(day.ended(1)).toBe("08:13:20");
  });
});

describe("staff away", () => {
  test("leave their post while it lasts", () => {
    const day = primaryDay(
      [{ kind: "staffAway", officers: 2, from: "primary.general", at: "08:00", for: "1 h" }],
      { staffing: { primary: { general: { "07:00": 3 } } } },
    );
    expect(general(day, ["07:59", "08:00", "09:00"])).toEqual([3, 1, 3]);
  });

  test("leave a post that nobody plans as well", () => {
    const day = primaryDay([
      { kind: "staffAway", officers: 2, from: "primary.general", at: "08:00", for: "1 h" },
    ]);
    expect(general(day, ["07:59", "08:00", "09:00"])).toEqual([3, 1, 3]);
  });

  const pools = { officers: { officers: { "07:00": 4 }, posts: ["primary.general", "primary.fast"] } };

  test("leave a pool: the post last in the order of pull goes short first", () => {
    const day = primaryDay([{ kind: "staffAway", officers: 1, from: "officers", at: "08:00", for: "1 h" }], {
      staffing: { pools },
    });
    expect(fastAndGeneral(day, ["07:59", "08:00", "09:00"])).toEqual([
      [1, 3],
      [0, 3],
      [1, 3],
    ]);
  });

  test("leave the named post of a pool, and the others keep theirs", () => {
    const day = primaryDay(
      [{ kind: "staffAway", officers: 2, from: "primary.general", at: "08:00", for: "1 h" }],
      { staffing: { pools } },
    );
    expect(fastAndGeneral(day, ["07:59", "08:00", "09:00"])).toEqual([
      [1, 3],
      [1, 1],
      [1, 3],
    ]);
  });

  test("are still paid", () => {
    const day = primaryDay(
      [{ kind: "staffAway", officers: 2, from: "primary.general", at: "08:00", for: "1 h" }],
      { staffing: { primary: { general: { "07:00": 3, "17:00": 0 } } } },
    );
    expect(day.dutyHours("primary.general", "00:00", "24:00")).toBe(30);
  });
});

describe("officers by order", () => {
  test("replace the plan while it lasts, and are paid", () => {
    const day = primaryDay(
      [{ kind: "staffing", post: "primary.general", officers: 3, at: "08:00", for: "2 h" }],
      { staffing: { primary: { general: { "07:00": 1, "09:00": 2, "17:00": 0 } } } },
    );
    expect(general(day, ["07:59", "08:00", "09:00", "10:00"])).toEqual([1, 3, 3, 2]);
    expect(day.dutyHours("primary.general", "00:00", "24:00")).toBe(1 + 6 + 14);
  });

  test("may send everybody away", () => {
    const day = primaryDay([
      { kind: "staffing", post: "primary.general", officers: 0, at: "08:00", for: "1 h" },
    ]);
    expect(general(day, ["08:00", "09:00"])).toEqual([0, 3]);
  });
});

describe("shares", () => {
  test("of an extra inspection hold while it lasts", () => {
    const day = simulate({
      stages: { stateSafety: { share: "0 %", inspectors: 5, service: "1 min" } },
      arrivals: ["07:59:59", "08:00", "08:59:59", "09:00"],
      changes: [{ kind: "extraInspection", share: "100 %", at: "08:00", for: "1 h" }],
    });
    expect(day.trips.map(({ stays }) => stays.length)).toEqual([0, 1, 1, 0]);
  });

  test("of those pre-inspected mean the class they name", () => {
    const day = simulate({
      stages: {
        preInspection: { share: "0 %", lanes: 5, service: "1 min" },
        primary: { booths: { shared: 5 }, service: "1 min" },
      },
      arrivals: ["08:00", fast("08:00"), "10:00", fast("10:00")],
      changes: [{ kind: "preInspected", share: "100 % of fast", at: "08:00", for: "1 h" }],
    });
    expect([1, 2, 3, 4].map((number) => day.route(number))).toEqual([
      "primary",
      "preInspection primary",
      "primary",
      "primary",
    ]);
  });

  test("referred are multiplied while it lasts", () => {
    const day = simulate({
      stages: {
        primary: { booths: { general: 5 }, service: "1 min", referral: { random: "50 %" } },
        secondary: { bays: 5, exams: { documents: { service: "1 min", at: "bay" } } },
      },
      arrivals: [{ from: "08:00", until: "10:00", every: "1 min" }],
      changes: [
        { kind: "referral", factor: "200 %", at: "08:30", for: "30 min" },
        { kind: "referral", factor: "0 %", at: "09:00", for: "30 min" },
      ],
    });
    const referred = (from: number, to: number) =>
      day.trips.slice(from, to).filter(({ stays }) => stays.length === 2).length;
    // Drawn when primary ends, a minute after arrival and before a change of that instant.
    expect([referred(30, 60), referred(60, 90)]).toEqual([30, 0]);
    expect(referred(0, 30) + referred(90, 120)).toBeGreaterThan(10);
    expect(referred(0, 30) + referred(90, 120)).toBeLessThan(50);
  });
});

describe("booths of another type", () => {
  const changes: Change[] = [{ kind: "booths", fast: 2, at: "08:00", for: "2 h" }];

  test("change with their officers, and back at the end", () => {
    const day = primaryDay(changes);
    expect(fastAndGeneral(day, ["07:59", "08:00", "10:00"])).toEqual([
      [1, 3],
      [2, 2],
      [1, 3],
    ]);
    expect(day.recorder.assignments.map(({ time, server, post }) => [day.time(time), server, post])).toEqual([
      ["08:00", 1, "primary.fast"],
      ["10:00", 1, "primary.general"],
    ]);
  });

  test("move officers that are planned by steps along with the booths", () => {
    const day = primaryDay(changes, {
      staffing: { primary: { fast: { "07:00": 1 }, general: { "07:00": 2, "09:00": 3, "22:00": 0 } } },
    });
    expect(fastAndGeneral(day, ["07:59", "08:00", "09:00", "10:00", "22:00"])).toEqual([
      [1, 2],
      [2, 1],
      [2, 2],
      [1, 3],
      [1, 0],
    ]);
  });

  test("serve the lane they have first", () => {
    const day = primaryDay(changes, {
      arrivals: [{ from: "07:55", count: 6 }, fast("08:01"), fast("08:02")],
    });
    expect(day.servers("primary").slice(0, 6)).toEqual([2, 3, 4, 2, 3, 4]);
    expect(day.recorder.assignments.map(({ time, server }) => [day.time(time), server])).toEqual([
      ["08:15", 1],
      ["10:00", 1],
    ]);
    expect(day.servers("primary").slice(6)).toEqual([1, 1]);
  });

  test("may be fewer for FAST", () => {
    const day = primaryDay([{ kind: "booths", fast: 0, at: "08:00", for: "1 h" }]);
    expect(fastAndGeneral(day, ["08:00", "09:00"])).toEqual([
      [0, 4],
      [1, 3],
    ]);
  });

  test("may all be for FAST", () => {
    const day = primaryDay([{ kind: "booths", fast: 4, at: "08:00", for: "1 h" }]);
    expect(fastAndGeneral(day, ["08:00", "09:00"])).toEqual([
      [4, 0],
      [1, 3],
    ]);
  });
});

describe("demand", () => {
  const demanding = (changes: readonly Change[], more: object = {}) =>
    simulate(
      {
        stages: { stay: station("1 s", { servers: "unlimited" }) },
        demand: { rates: "400 /h", flows: { laden: "75 %", empty: "25 %" }, ...more },
        changes: [...changes],
      },
      { check: false },
    );
  const ids = (day: Simulated, from: string, to: string) =>
    day.trips
      .filter(({ arrived }) => arrived >= day.ms(from) && arrived < day.ms(to))
      .map(({ identity, arrived }) => `${identity} ${arrived}`);
  const usual = demanding([]);

  test("comes only in the minutes that have a rate, where the rate changes within a quarter of an hour", () => {
    const rates = { "00:00": "0 /h", "08:05": "3600 /h", "08:10": "0 /h" };
    const day = demanding([], { rates });
    expect(ids(day, "00:00", "08:05").concat(ids(day, "08:10", "24:00"))).toEqual([]);
    expect(Math.abs(day.trips.length - 300)).toBeLessThan(4 * Math.sqrt(300));
  });

  test("more brings the same vehicles and others, from its instant to its end", () => {
    const more = demanding([{ kind: "demand", factor: "130 %", at: "08:05", for: "1 h" }]);
    expect(ids(more, "00:00", "08:05")).toEqual(ids(usual, "00:00", "08:05"));
    expect(ids(more, "09:05", "24:00")).toEqual(ids(usual, "09:05", "24:00"));
    const meanwhile = ids(more, "08:05", "09:05");
    const before = ids(usual, "08:05", "09:05");
    expect(before.every((id) => meanwhile.includes(id))).toBe(true);
    expect(Math.abs(meanwhile.length - 520)).toBeLessThan(4 * Math.sqrt(520));
    expect(meanwhile.length).toBeGreaterThan(before.length + 60);
  });

  test("less keeps some of the same vehicles", () => {
    const less = demanding([{ kind: "demand", factor: "50 %", at: "08:05", for: "1 h" }]);
    const meanwhile = ids(less, "08:05", "09:05");
    const before = ids(usual, "08:05", "09:05");
    expect(meanwhile.every((id) => before.includes(id))).toBe(true);
    expect(Math.abs(meanwhile.length - 200)).toBeLessThan(4 * Math.sqrt(200));
    expect(ids(less, "09:05", "24:00")).toEqual(ids(usual, "09:05", "24:00"));
  });

  test("of one flow leaves the others as they are", () => {
    const more = demanding([{ kind: "demand", factor: "300 %", flow: "empty", at: "08:05", for: "1 h" }]);
    const laden = (day: Simulated) =>
      day.trips.filter(({ flow }) => flow === "laden").map(({ identity }) => identity);
    expect(laden(more)).toEqual(laden(usual));
    expect(more.trips.length).toBeGreaterThan(usual.trips.length + 100);
  });

  test("that changes at the very instant of an arrival loses nobody", () => {
    const arrived = usual.trips.find(({ arrived }) => arrived > 8 * 3_600_000)!;
    const changed = start(usual.plan, {
      check: false,
      effects: [
        {
          fromMs: arrived.arrived,
          untilMs: arrived.arrived + 60_000,
          effect: { kind: "demand", factor: 1.2 },
        },
      ],
    });
    changed.run.runToEnd();
    expect(changed.trips.map(({ identity }) => identity)).toContain(arrived.identity);
  });

  test("that falls to nothing ends the arrivals until its end", () => {
    const none = demanding([{ kind: "demand", factor: "0 %", at: "08:05", for: "1 h" }]);
    expect(ids(none, "08:05", "09:05")).toEqual([]);
  });
});

describe("two changes of one thing", () => {
  test("the later holds while it lasts, then the earlier again", () => {
    const day = primaryDay([
      { kind: "staffing", post: "primary.general", officers: 1, at: "08:00", for: "4 h" },
      { kind: "staffing", post: "primary.general", officers: 2, at: "09:00", for: "1 h" },
    ]);
    expect(general(day, ["08:00", "09:00", "10:00", "12:00"])).toEqual([1, 2, 1, 3]);
  });

  test("the later holds beyond the end of the earlier", () => {
    const day = primaryDay([
      { kind: "boothsClosed", booths: 1, at: "08:00", for: "2 h" },
      { kind: "boothsClosed", booths: 2, at: "09:00", for: "2 h" },
    ]);
    expect(general(day, ["08:00", "09:00", "10:00", "11:00"])).toEqual([2, 1, 1, 3]);
  });

  test("a change to the end stays", () => {
    const day = primaryDay([{ kind: "boothsClosed", booths: 1, at: "08:00" }], { days: 2 });
    expect(general(day, ["2/12:00"])).toEqual([2]);
  });

  test("a change of a later day waits for it", () => {
    const day = primaryDay([{ kind: "boothsClosed", booths: 1, at: "08:00", day: 2, for: "1 h" }], {
      days: 2,
    });
    expect(general(day, ["08:00", "2/08:00", "2/09:00"])).toEqual([3, 2, 3]);
  });
});

describe("made live", () => {
  const busy = planOf({
    stages: {
      approach: { lanes: 2, length: "400 m", spacing: "20 m", freeFlow: "1 min" },
      primary: { booths, service: "lognormal 100 s cv 0.7", laneRoom: 3, referral: { random: "20 %" } },
      secondary: { bays: 3, room: 3, exams: { documents: { service: "exponential 10 min", at: "bay" } } },
    },
    demand: { rates: "120 /h", fast: { laden: "30 %" } },
  });
  const at = 9 * 3_600_000 + 137_000;
  const changes = [
    { kind: "boothsClosed", booths: 1 },
    { kind: "demand", factor: 1.4 },
    { kind: "booths", fast: 2 },
    { kind: "staffing", post: "primary.general", officers: 1 },
    { kind: "referral", factor: 2 },
  ] as const;

  test.each(changes)("$kind ahead of its instant goes on exactly as if known from the start", (effect) => {
    const known = start(busy, {
      check: false,
      effects: [{ fromMs: at, untilMs: at + 7_200_000, effect }],
    }).advance("23:00");
    const live = start(busy, { check: false }).advance("09:01:10");
    live.run.intervene(effect, at, 7_200_000);
    live.advance("23:00");
    expect(live.run.hash()).toBe(known.run.hash());
    expect(live.run.hash()).not.toBe(start(busy, { check: false }).advance("23:00").run.hash());
  });

  test("behind the clock is refused", () => {
    const day = start(busy, { check: false }).advance("10:00");
    expect(() => day.run.intervene({ kind: "referral", factor: 2 }, 36_000_000, null)).toThrow("too late");
  });
});
