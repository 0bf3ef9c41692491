/**
 * What happens in the cases that a description of a queue usually leaves open, one rule a test, to the
 * millisecond. The titles are the rules of docs/explanation/semantics.md; those not here have their test
 * beside the subject they belong to, which that page names.
 */
import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";

const station = (service: string, more: object = {}) => ({ kind: "station", servers: 1, service, ...more });
/** Two minutes for empty, five for laden trucks. */
const mixed = { kind: "station", service: { all: "5 min", empty: "2 min" } };
const empty = (from: string) => ({ from, flow: "empty" as const });
const fast = (from: string) => ({ from, fast: true });

describe("capacity that falls during service", () => {
  test("falls that nobody could follow yet add up", () => {
    const day = simulate({
      stages: { queue: station("10 min", { servers: 3 }) },
      staffing: { queue: { "08:00": 3, "08:04": 2, "08:06": 1, "12:00": 0 } },
      arrivals: ["08:00", "08:02", "08:03", "08:05", "08:07"],
    });
    expect(["08:09", "08:10", "08:12", "08:13"].map((time) => day.mannedAt("queue", time))).toEqual([
      3, 2, 1, 1,
    ]);
    expect(day.beginnings("queue").slice(3)).toEqual(["08:13", "08:23"]);
  });

  test("a service that ends as the officer is to leave is over first: the next in line is called and finished", () => {
    const day = simulate({
      stages: { queue: station("5 min") },
      staffing: { queue: { "08:00": 1, "08:05": 0, "12:00": 1 } },
      arrivals: ["08:00", "08:01", "08:02"],
    });
    expect(day.beginnings("queue")).toEqual(["08:00", "08:05", "12:00"]);
    expect(["08:09", "08:10"].map((time) => day.mannedAt("queue", time))).toEqual([1, 0]);
  });
});

describe("ties", () => {
  test("of services that end at one instant the one begun first ends first", () => {
    const day = simulate({
      stages: { first: { ...mixed, servers: 2 }, second: station("1 h") },
      arrivals: ["08:00", empty("08:03")],
    });
    expect(day.beginnings("second")).toEqual(["08:05", "09:05"]);
  });

  test("who arrives as the last officer leaves finds nobody", () => {
    const day = simulate({
      stages: { queue: station("1 min") },
      staffing: { queue: { "08:00": 1, "09:00": 0, "10:00": 1 } },
      arrivals: ["08:59:59", "09:00"],
    });
    expect(day.beginnings("queue")).toEqual(["08:59:59", "10:00"]);
  });

  test("who arrives as an officer comes is served at once", () => {
    const day = simulate({
      stages: { queue: station("1 min") },
      staffing: { queue: { "08:00": 1, "12:00": 0 } },
      arrivals: ["08:00"],
    });
    expect(day.beginnings("queue")).toEqual(["08:00"]);
  });

  test("who gives up has left before anybody arrives at that instant", () => {
    const day = simulate({
      stages: { queue: station("10 min", { room: 1, whenFull: "turn away", patience: "5 min" }) },
      arrivals: ["08:00", "08:01", "08:06"],
    });
    expect(day.endings()).toEqual(["08:10", "gave up at queue 08:06", "08:20"]);
  });

  test("a change holds from its instant until before its end, for what comes after releases", () => {
    const day = simulate({
      stages: { queue: station("5 min", { servers: 2 }) },
      changes: [{ kind: "slowService", stage: "queue", factor: "200 %", at: "08:05", for: "25 min" }],
      arrivals: ["08:00", "08:01", "08:02", "08:30"],
    });
    // The third begins as the first ends, which comes before the change; the fourth as the change ends.
    expect(day.endings()).toEqual(["08:05", "08:06", "08:10", "08:35"]);
    const slow = simulate({
      stages: { queue: station("5 min") },
      changes: [{ kind: "slowService", stage: "queue", factor: "200 %", at: "08:05", for: "25 min" }],
      arrivals: ["08:05"],
    });
    expect(slow.endings()).toEqual(["08:15"]);
  });

  test("of two changes from one instant the one that stands later in the file holds", () => {
    const slow = (factor: string) => ({ kind: "slowService", stage: "queue", factor, at: "08:00" }) as const;
    const day = simulate({
      stages: { queue: station("1 min") },
      changes: [slow("300 %"), slow("200 %")],
      arrivals: ["08:00"],
    });
    expect(day.endings()).toEqual(["08:02"]);
  });

  test("of equally short lines the first is taken", () => {
    const day = simulate({
      stages: { queue: station("10 min", { servers: 3, lines: "one per server" }) },
      arrivals: [{ from: "08:00", count: 4 }],
    });
    expect(day.servers("queue")).toEqual([1, 2, 3, 1]);
  });

  test("of several free servers the one that became free last is called", () => {
    const day = simulate({
      stages: { queue: { ...mixed, servers: 2 } },
      arrivals: [empty("08:00"), "08:00", "08:10"],
    });
    const [first, second, third] = day.servers("queue");
    expect(first).not.toBe(second);
    expect(third).toBe(second);
  });

  test("of listed arrivals at one instant the one written first comes first", () => {
    const day = simulate({
      stages: { queue: station("1 min") },
      arrivals: ["08:00", empty("08:00")],
    });
    expect(day.trips.map(({ flow, ended }) => [flow, day.time(ended)])).toEqual([
      ["laden", "08:01"],
      ["empty", "08:02"],
    ]);
  });
});

describe("priorities", () => {
  test("those who go first are served among themselves as they came", () => {
    const day = simulate({
      stages: { queue: station("1 min", { fastFirst: true }) },
      arrivals: ["08:00", "08:00:10", fast("08:00:20"), fast("08:00:30")],
    });
    expect(day.endings()).toEqual(["08:01", "08:04", "08:02", "08:03"]);
  });

  test("priority counts within a line, not among those who wait for room in it", () => {
    const day = simulate({
      stages: {
        first: station("10 s", { servers: 4 }),
        second: station("10 min", { room: 1, fastFirst: true }),
      },
      arrivals: ["08:00", "08:00:01", "08:00:02", fast("08:00:03")],
    });
    expect(day.beginnings("second")).toEqual(["08:00:10", "08:10:10", "08:20:10", "08:30:10"]);
  });
});

describe("blocking", () => {
  test("one who finds no room for its class does not hold those of another class who wait behind", () => {
    const day = simulate({
      stages: {
        first: station("10 s", { servers: 4 }),
        primary: { booths: { fast: 1, general: 1 }, service: { all: "10 min", fast: "1 min" }, laneRoom: 0 },
      },
      arrivals: ["08:00", fast("08:00:01"), "08:00:02", fast("08:00:03")],
    });
    expect(day.blocked(3, "first")).toBe("08:00:12");
    expect(day.blocked(4, "first")).toBe("08:00:13");
    expect(day.beginnings("primary")).toEqual(["08:00:10", "08:00:11", "08:10:10", "08:01:11"]);
  });

  test("a line chosen by chance stays chosen: who finds it closed waits for it", () => {
    const day = simulate({
      stages: {
        first: station("1 s", { servers: 16 }),
        second: station("1 s", { servers: 2, lines: "one per server", choose: "random" }),
      },
      staffing: {
        rules: { closesFirst: "named officers" },
        second: { "08:00": 2, "08:30": 1, "12:00": 2, "13:00": 0 },
      },
      arrivals: [{ from: "09:00", count: 16 }],
    });
    const servers = day.servers("second");
    expect(new Set(servers)).toEqual(new Set([1, 2]));
    servers.forEach((server, i) => {
      expect(day.blocked(i + 1, "first")).toBe(server === 2 ? "09:00:01" : "never");
      expect(day.entered(i + 1, "second")).toBe(server === 2 ? "12:00" : "09:00:01");
    });
  });

  test("one who finds its line by chance full does not hold those who wait behind for another", () => {
    const day = simulate({
      stages: {
        first: station("1 s", { servers: 16 }),
        second: station("10 min", { servers: 2, lines: "one per server", choose: "random", room: 0 }),
      },
      arrivals: [{ from: "09:00", count: 16 }],
    });
    const servers = day.servers("second");
    expect(new Set(servers)).toEqual(new Set([1, 2]));
    const began = day.trips.map((_, i) => day.ms(day.began(i + 1, "second")) - day.ms("09:00:01"));
    const served = [0, 0, 0];
    servers.forEach((server, i) => expect(began[i]).toBe(served[server]++ * 600_000));
  });

  test("room goes to those who wait blocked before anybody who arrives at that instant", () => {
    const day = simulate({
      stages: {
        side: station("10 s", { share: { empty: "100 %" } }),
        second: station("10 min", { room: 0 }),
      },
      arrivals: [empty("08:00"), empty("08:00:10"), "08:10:10"],
    });
    expect(day.blocked(2, "side")).toBe("08:00:20");
    expect(day.beginnings("second")).toEqual(["08:00:10", "08:10:10", "08:20:10"]);
  });
});

describe("opening and closing", () => {
  test("who arrives at the instant of closing is too late, at the instant of opening in time", () => {
    const day = simulate({
      hours: "08:00-10:00",
      atClosing: "turn it away",
      stages: { primary: { booths: { general: 1 }, service: "1 min" } },
      arrivals: ["07:59:59", "08:00", "09:59:59", "10:00"],
    });
    expect(day.endings()).toEqual([
      "turned away at primary 07:59:59",
      "08:01",
      "10:00:59",
      "turned away at primary 10:00",
    ]);
  });
});

describe("batches", () => {
  test("are let in one by one: some may find room and others not", () => {
    const day = simulate({
      stages: { queue: station("1 min", { room: 1, whenFull: "turn away" }) },
      arrivals: [{ from: "08:00", count: 4 }],
    });
    expect(day.endings()).toEqual([
      "08:01",
      "08:02",
      "turned away at queue 08:00",
      "turned away at queue 08:00",
    ]);
  });

  test("each of a batch sees those of it who went in before", () => {
    const day = simulate({
      stages: { queue: station("1 min", { join: { "2": "0 %" } }) },
      arrivals: [{ from: "08:00", count: 3 }],
    });
    expect(day.endings()).toEqual(["08:01", "08:02", "turned away at queue 08:00"]);
  });
});

describe("balking", () => {
  test("the highest number that is reached decides", () => {
    const day = simulate({
      stages: { queue: station("1 h", { join: { "1": "0 %", "2": "100 %", "4": "0 %" }, servers: 2 }) },
      arrivals: ["08:00", "08:01"],
    });
    expect(day.endings()).toEqual(["09:00", "turned away at queue 08:01"]);
    const full = simulate({
      stages: { queue: station("1 h", { join: { "0": "100 %", "2": "100 %", "4": "0 %" } }) },
      arrivals: [{ from: "08:00", count: 5 }],
    });
    expect(full.endings().filter((end) => end.startsWith("turned"))).toHaveLength(1);
  });

  test("those blocked in the place count as there", () => {
    const day = simulate({
      stages: { queue: station("1 min", { join: { "1": "0 %" } }), next: station("10 min", { room: 0 }) },
      arrivals: ["08:00", "08:01", "08:05"],
    });
    expect(day.blocked(2, "queue")).toBe("08:02");
    expect(day.ended(3)).toBe("turned away at queue 08:05");
  });
});
