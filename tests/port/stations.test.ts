/** Stations: lines, servers, blocking after service, refusals, patience and ways on. Times by hand. */
import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";

const station = (service: string, more: object = {}) => ({ kind: "station", servers: 1, service, ...more });

describe("a line", () => {
  test("serves first come, first served", () => {
    const day = simulate({
      stages: { queue: station("10 min") },
      arrivals: ["08:00", "08:01", "08:02"],
    });
    expect(day.beginnings("queue")).toEqual(["08:00", "08:10", "08:20"]);
    expect(day.endings()).toEqual(["08:10", "08:20", "08:30"]);
  });

  test("is served by every free server of the station", () => {
    const day = simulate({
      stages: { queue: station("10 min", { servers: 2 }) },
      arrivals: ["08:00", "08:01", "08:02"],
    });
    expect(day.endings()).toEqual(["08:10", "08:11", "08:20"]);
  });

  test("counts pulling up as part of the time at the server", () => {
    const day = simulate({
      stages: { queue: station("10 min", { moveUp: "30 s" }) },
      arrivals: ["08:00", "08:01"],
    });
    expect(day.endings()).toEqual(["08:10:30", "08:21"]);
  });

  test("of each server's own takes the vehicle that finds it shortest", () => {
    const day = simulate({
      stages: { queue: station("10 min", { servers: 2, lines: "one per server" }) },
      arrivals: ["08:00", "08:01", "08:02", "08:03", "08:04"],
    });
    expect(day.servers("queue")).toEqual([1, 2, 1, 2, 1]);
  });

  test("of each server's own is kept, though another server falls idle", () => {
    const day = simulate({
      stages: {
        queue: station("1 min", {
          servers: 2,
          lines: "one per server",
          service: { all: "1 min", hazmat: "1 h" },
        }),
      },
      arrivals: [{ from: "08:00", flow: "hazmat" }, "08:00:10", "08:00:20", "08:00:30"],
    });
    expect(day.servers("queue")).toEqual([1, 2, 1, 2]);
    expect(day.began(3, "queue")).toBe("09:00");
  });

  test("is chosen by chance at even odds where the file says so", () => {
    const day = simulate({
      stages: { queue: station("1 s", { servers: 4, lines: "one per server", choose: "random" }) },
      demand: { rates: "400 /h" },
    });
    const counts = [1, 2, 3, 4].map((server) => day.servers("queue").filter((one) => one === server).length);
    const total = day.trips.length;
    for (const count of counts)
      expect(Math.abs(count - total / 4)).toBeLessThan(4 * Math.sqrt(total * 0.1875));
  });

  test("where FAST goes first does not interrupt a service", () => {
    const day = simulate({
      stages: { queue: station("10 min", { fastFirst: true }) },
      arrivals: ["08:00", "08:01", { from: "08:02", fast: true }, { from: "08:03", fast: true }, "08:04"],
    });
    expect(day.beginnings("queue")).toEqual(["08:00", "08:30", "08:10", "08:20", "08:40"]);
  });

  test("without limit serves everybody at once", () => {
    const day = simulate({
      stages: { stay: station("10 min", { servers: "unlimited" }) },
      arrivals: [{ from: "08:00", count: 50 }],
    });
    expect(new Set(day.endings())).toEqual(new Set(["08:10"]));
  });

  test("without limit keeps apart whoever is inside, however many that are", () => {
    const day = simulate(
      {
        stages: { stay: station("1 h", { servers: "unlimited" }) },
        arrivals: Array.from({ length: 6 }, () => ({
          from: "08:00",
          count: 10_000,
          flow: "hazmat" as const,
        })),
      },
      { check: false },
    );
    expect(day.trips.length).toBe(60_000);
    expect(new Set(day.trips.map(({ flow }) => flow))).toEqual(new Set(["hazmat"]));
    expect(new Set(day.endings())).toEqual(new Set(["09:00"]));
  });
});

describe("blocking after service", () => {
  const chain = {
    first: station("1 min"),
    second: station("1 min", { room: 0 }),
    third: station("10 min", { room: 0 }),
  };

  test("holds a chain of three until the last is free", () => {
    const day = simulate({ stages: chain, arrivals: ["08:00", "08:01", "08:02"] });
    expect(day.endings()).toEqual(["08:12", "08:22", "08:32"]);
    expect(day.blocked(2, "second")).toBe("08:03");
    expect(day.left(2, "second")).toBe("08:12");
    expect(day.blocked(3, "first")).toBe("08:03");
    expect(day.left(3, "first")).toBe("08:12");
    expect(day.blocked(3, "second")).toBe("08:13");
    expect(day.left(3, "second")).toBe("08:22");
  });

  test("lets a hole travel upstream in no time", () => {
    const day = simulate({ stages: chain, arrivals: ["08:00", "08:01", "08:02", "08:03"] });
    expect(day.began(2, "third")).toBe("08:12");
    expect(day.began(3, "second")).toBe("08:12");
    expect(day.began(4, "first")).toBe("08:12");
  });

  test("uses the waiting places before it blocks", () => {
    const day = simulate({
      stages: { first: station("1 min"), second: station("10 min", { room: 2 }) },
      arrivals: ["08:00", "08:01", "08:02", "08:03"],
    });
    expect(day.blocked(3, "first")).toBe("never");
    expect(day.blocked(4, "first")).toBe("08:04");
    expect(day.left(4, "first")).toBe("08:11");
  });

  test("lets in first who finished first, whatever its server", () => {
    const day = simulate({
      stages: {
        first: station("1 min", { servers: 3, service: { all: "5 min", empty: "2 min", hazmat: "3 min" } }),
        second: station("30 min", { room: 0 }),
      },
      arrivals: [
        { from: "08:00", flow: "empty" },
        { from: "08:00:30" },
        { from: "08:00:40", flow: "hazmat" },
        { from: "08:03:30", flow: "empty" },
      ],
    });
    expect(day.blocked(3, "first")).toBe("08:03:40");
    expect(day.blocked(2, "first")).toBe("08:05:30");
    expect(day.blocked(4, "first")).toBe("08:05:30");
    expect(day.beginnings("second")).toEqual(["08:02", "09:02", "08:32", "09:32"]);
  });

  test("keeps the officer at a blocked server", () => {
    const day = simulate({
      stages: { first: station("1 min"), second: station("10 min", { room: 0 }) },
      staffing: { first: { "08:00": 1, "08:05": 0 } },
      arrivals: ["08:00", "08:01"],
    });
    expect(day.blocked(2, "first")).toBe("08:02");
    expect(day.mannedAt("first", "08:10:59")).toBe(1);
    expect(day.mannedAt("first", "08:11")).toBe(0);
  });

  test("spills back to the line outside, which lets in as soon as there is room", () => {
    const day = simulate({
      stages: { first: station("1 min", { room: 1 }), second: station("10 min", { room: 0 }) },
      arrivals: [{ from: "08:00", count: 5 }],
    });
    expect(day.route(4)).toBe("outside first second");
    expect(day.insideAt("outside", "08:00")).toBe(3);
    expect(day.entered(3, "first")).toBe("08:01");
    expect(day.entered(4, "first")).toBe("08:11");
    expect(day.entered(5, "first")).toBe("08:21");
    expect(day.endings()).toEqual(["08:11", "08:21", "08:31", "08:41", "08:51"]);
  });

  test("keeps the order of the line outside, though those behind want another stage", () => {
    const day = simulate({
      stages: {
        rare: station("30 min", { room: 0, share: { hazmat: "100 %" } }),
        usual: station("1 min"),
      },
      arrivals: [{ from: "08:00", flow: "hazmat" }, { from: "08:01", flow: "hazmat" }, "08:02"],
    });
    expect(day.left(2, "outside")).toBe("08:30");
    expect(day.left(3, "outside")).toBe("08:30");
    expect(day.endings()).toEqual(["08:31", "09:01", "08:32"]);
  });
});

describe("the line outside", () => {
  test("may be let in all at once, however long it is", () => {
    const day = simulate(
      {
        stages: {
          rare: station("30 min", { room: 0, share: { hazmat: "100 %" } }),
          usual: station("1 min", { servers: "unlimited" }),
        },
        arrivals: [
          { from: "08:00", flow: "hazmat" },
          { from: "08:01", flow: "hazmat" },
          { from: "08:02", count: 10_000 },
          { from: "08:03", count: 10_000 },
        ],
      },
      { check: false },
    );
    expect(new Set(day.endings().slice(2))).toEqual(new Set(["08:31"]));
  });
});

describe("refusals", () => {
  test("a full station turns away where the file says so", () => {
    const day = simulate({
      stages: { queue: station("10 min", { room: 1, whenFull: "turn away" }) },
      arrivals: ["08:00", "08:01", "08:02", "08:10"],
    });
    expect(day.endings()).toEqual(["08:10", "08:20", "turned away at queue 08:02", "08:30"]);
  });

  test("a release comes before an arrival of the same instant", () => {
    const day = simulate({
      stages: { queue: station("1 min", { room: 0, whenFull: "turn away" }) },
      arrivals: [{ from: "08:00", until: "08:10", every: "1 min" }],
    });
    expect(day.trips.map(({ outcome }) => outcome)).toEqual(Array(10).fill("departed"));
  });

  test("a later stage that is full turns away as well", () => {
    const day = simulate({
      stages: { first: station("1 min"), second: station("10 min", { room: 0, whenFull: "turn away" }) },
      arrivals: ["08:00", "08:01", "08:12"],
    });
    expect(day.endings()).toEqual(["08:11", "turned away at second 08:02", "08:23"]);
  });

  test.each([
    ["that is full", { room: 0, whenFull: "turn away" }],
    ["that few join", { join: { "1": "0 %" } }],
  ])(
    "a later stage %s is left before it is claimed at the same instant, whoever was scheduled first",
    (_, rule) => {
      const day = simulate({
        stages: { first: station("2 min", { servers: 2 }), second: station("1 min", rule) },
        arrivals: ["08:00", "08:01"],
      });
      expect(day.endings()).toEqual(["08:03", "08:04"]);
    },
  );

  test("at one instant a jam moves from its head, so that nobody is blocked for no time", () => {
    const chain = station("2 min", { room: 0 });
    const day = simulate({
      stages: { first: chain, second: chain, third: chain },
      arrivals: ["08:00", "08:02", "08:04"],
    });
    expect(day.endings()).toEqual(["08:06", "08:08", "08:10"]);
    expect(day.trips.flatMap(({ stays }) => stays.map(({ blocked }) => blocked))).toEqual(
      Array(9).fill(Number.NaN),
    );
  });

  test("vehicles join by the number that is there", () => {
    const day = simulate({
      stages: { queue: station("10 min", { join: { "2": "0 %" } }) },
      arrivals: ["08:00", "08:01", "08:02", "08:11"],
    });
    expect(day.endings()).toEqual(["08:10", "08:20", "turned away at queue 08:02", "08:30"]);
  });

  test("half of the vehicles join where half do", () => {
    const day = simulate({
      stages: { queue: station("1 s", { servers: 50, join: { "0": "50 %" } }) },
      demand: { rates: "200 /h" },
    });
    const { length } = day.trips;
    const joined = day.trips.filter(({ outcome }) => outcome === "departed").length;
    expect(Math.abs(joined - length / 2)).toBeLessThan(4 * Math.sqrt(length / 4));
  });
});

describe("patience", () => {
  const impatient = station("10 min", { patience: "5 min" });

  test("ends a wait, not a service", () => {
    const day = simulate({ stages: { queue: impatient }, arrivals: ["08:00", "08:01", "08:06"] });
    expect(day.endings()).toEqual(["08:10", "gave up at queue 08:06", "08:20"]);
  });

  test("leaves the others in their order", () => {
    const day = simulate({
      stages: { queue: station("10 min", { patience: "5 min", service: { all: "3 min" } }) },
      arrivals: [{ from: "08:00", count: 4 }],
    });
    expect(day.endings()).toEqual(["08:03", "08:06", "gave up at queue 08:05", "gave up at queue 08:05"]);
  });

  test("gives way to a service that begins at the same instant", () => {
    const day = simulate({
      stages: { queue: station("5 min", { patience: "5 min" }) },
      arrivals: ["08:00", "08:00"],
    });
    expect(day.endings()).toEqual(["08:05", "08:10"]);
  });

  test("makes room for those blocked before", () => {
    const day = simulate({
      stages: { first: station("1 min"), second: station("1 h", { room: 1, patience: "10 min" }) },
      arrivals: [{ from: "08:00", count: 3 }],
    });
    expect(day.blocked(3, "first")).toBe("08:03");
    expect(day.ended(2)).toBe("gave up at second 08:12");
    expect(day.entered(3, "second")).toBe("08:12");
  });
});

describe("batches", () => {
  test("arrive together and are vehicles of their own", () => {
    const day = simulate({
      stages: { queue: station("10 min") },
      arrivals: [{ from: "08:00", count: 3 }],
    });
    expect(day.trips.map(({ identity }) => identity)).toEqual(["0/0/0/0", "0/0/0/1", "0/0/0/2"]);
    expect(day.endings()).toEqual(["08:10", "08:20", "08:30"]);
  });

  test("have the sizes the file says, and make the vehicles of its rates", () => {
    const day = simulate({
      stages: { queue: station("1 s", { servers: "unlimited" }) },
      demand: { rates: "600 /h", batch: { "1": 1, "3": 1 } },
    });
    const sizes = new Map<number, number>();
    for (const { arrived } of day.trips) sizes.set(arrived, (sizes.get(arrived) ?? 0) + 1);
    const singles = [...sizes.values()].filter((size) => size === 1).length;
    const triples = [...sizes.values()].filter((size) => size === 3).length;
    expect(singles + triples).toBeGreaterThan(0.999 * sizes.size);
    expect(Math.abs(singles - triples)).toBeLessThan(4 * Math.sqrt(sizes.size));
    expect(Math.abs(day.trips.length - 14_400)).toBeLessThan(4 * Math.sqrt(14_400 * 2.5));
  });
});

describe("ways on", () => {
  test("lead to a named stage or to the exit", () => {
    const day = simulate({
      stages: {
        first: station("1 min", { next: { third: "100 %" } }),
        second: station("1 min"),
        third: station("1 min", { next: { exit: "100 %" } }),
        fourth: station("1 min"),
      },
      arrivals: ["08:00"],
    });
    expect(day.route(1)).toBe("first third");
  });

  test("to secondary lead those referred to their exam, and the others on from there", () => {
    const day = simulate({
      stages: {
        primary: {
          booths: { shared: 1 },
          service: "1 min",
          referral: { byRisk: { hazmat: "100 %" }, reasons: { k9: "100 %" } },
        },
        sorting: station("1 min", { next: { secondary: "100 %" } }),
        secondary: {
          bays: 1,
          docks: 1,
          exams: { documents: { service: "2 min", at: "bay" }, k9: { service: "5 min", at: "dock" } },
        },
        last: station("1 min"),
      },
      arrivals: ["08:00", { from: "08:01", flow: "hazmat" }],
    });
    expect([1, 2].map((trip) => day.route(trip))).toEqual([
      "primary sorting last",
      "primary sorting secondary.dock last",
    ]);
    expect(day.endings()).toEqual(["08:03", "08:09"]);
  });

  test("to a scanner lead all, whatever its share", () => {
    const day = simulate({
      stages: {
        primary: { booths: { shared: 1 }, service: "1 min" },
        sorting: station("1 min", { next: { nii: "100 %" } }),
        nii: { scanners: 1, service: "2 min" },
      },
      arrivals: ["08:00"],
    });
    expect(day.route(1)).toBe("primary sorting nii");
  });

  test("split by the shares of the file", () => {
    const day = simulate({
      stages: {
        first: station("1 s", { servers: "unlimited", next: { exit: "75 %", second: "25 %" } }),
        second: station("1 s", { servers: "unlimited" }),
      },
      demand: { rates: "200 /h" },
    });
    const { length } = day.trips;
    const second = day.trips.filter(({ stays }) => stays.length === 2).length;
    expect(Math.abs(second - length / 4)).toBeLessThan(4 * Math.sqrt(length * 0.1875));
  });

  test("may lead back, and each visit draws anew", () => {
    const day = simulate({
      stages: {
        work: station("exponential 1 min", { servers: "unlimited", next: { work: "50 %", exit: "50 %" } }),
      },
      demand: { rates: "100 /h" },
    });
    const visits = day.trips.map(({ stays }) => stays.length);
    const mean = visits.reduce((sum, count) => sum + count, 0) / visits.length;
    expect(Math.abs(mean - 2)).toBeLessThan(4 * Math.sqrt(2 / visits.length));
    const twice = day.trips.filter(({ stays }) => stays.length === 2);
    const same = twice.filter(({ stays: [a, b] }) => a!.left - a!.entered === b!.left - b!.entered);
    expect(same.length).toBe(0);
  });

  test("may lead round: who stands blocked for the place it is in goes to the first server that is free", () => {
    const day = simulate(
      {
        stages: { queue: station("5 min", { servers: 3, room: 0, next: { queue: "100 %" } }) },
        staffing: { queue: { "08:00": 2, "08:10": 3 } },
        arrivals: ["08:00", "08:01"],
      },
      { until: "08:11" },
    );
    expect(day.blocked(1, "queue")).toBe("never");
    expect(day.trip(1).stays.map(({ blocked, left }) => [day.time(blocked), day.time(left)])).toEqual([
      ["08:05", "08:10"],
      ["never", "never"],
    ]);
    expect(day.beginnings("queue")).toEqual(["08:10", "08:10"]);
    expect(day.servers("queue")[0]).toBe(3);
  });

  test("report a circle of places that block each other for ever", () => {
    const day = simulate(
      {
        stages: {
          first: station("1 min", { room: 0, next: { second: "100 %" } }),
          second: station("1 min", { room: 0, next: { first: "100 %" } }),
        },
        arrivals: ["08:00", "08:01"],
      },
      { until: "12:00" },
    );
    expect(day.recorder.locks).toEqual([
      {
        time: day.ms("08:02"),
        places: ["first", "second"],
        waits: ["first waits for second", "second waits for first"],
      },
    ]);
  });

  test("pass by a stage that takes only a share", () => {
    const day = simulate({
      stages: { some: station("1 min", { share: { hazmat: "100 %" } }), all: station("1 min") },
      arrivals: ["08:00", { from: "08:10", flow: "hazmat" }],
    });
    expect([day.route(1), day.route(2)]).toEqual(["all", "some all"]);
  });
});
