/** Primary: who may use which booth, pooled lines, and who is referred to what. */
import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import type { Simulated } from "./simulate.ts";

const primary = (booths: object, more: object = {}) => ({
  kind: "primary",
  booths,
  service: { all: "10 min", fast: "5 min" },
  ...more,
});
const fast = (from: string, more: object = {}) => ({ from, fast: true, ...more });

describe("booths with lanes of their own", () => {
  test("serve FAST and others apart", () => {
    const day = simulate({
      stages: { primary: primary({ fast: 1, general: 1 }) },
      arrivals: ["08:00", "08:01", fast("08:02"), fast("08:03")],
    });
    expect(day.servers("primary")).toEqual([2, 2, 1, 1]);
    expect(day.beginnings("primary")).toEqual(["08:00", "08:10", "08:02", "08:07"]);
  });

  test("serve all at shared booths", () => {
    const day = simulate({
      stages: { primary: primary({ shared: 2 }) },
      arrivals: ["08:00", fast("08:01"), "08:02", fast("08:03")],
    });
    expect(day.servers("primary")).toEqual([1, 2, 1, 2]);
  });

  test("let FAST go first in a lane it shares", () => {
    const day = simulate({
      stages: { primary: primary({ shared: 1 }, { fastFirst: true }) },
      arrivals: ["08:00", "08:01", fast("08:02"), fast("08:03")],
    });
    expect(day.beginnings("primary")).toEqual(["08:00", "08:20", "08:10", "08:15"]);
  });
});

describe("FAST at general booths", () => {
  const arrivals = [fast("08:00"), fast("08:01"), fast("08:02")];
  const at = (fastUsesGeneral: string, officers: number) =>
    simulate({
      stages: { primary: primary({ fast: 1, general: 1 }, { fastUsesGeneral }) },
      staffing: { primary: { fast: { "07:00": officers, "09:00": 1 }, general: { "07:00": 1 } } },
      arrivals,
    });

  test("never: waits for a FAST booth", () => {
    expect(at("never", 0).beginnings("primary")).toEqual(["09:00", "09:05", "09:10"]);
  });

  test("when no FAST booth is staffed: only then", () => {
    expect(at("when no fast booth is staffed", 0).servers("primary")).toEqual([2, 2, 2]);
    expect(at("when no fast booth is staffed", 1).servers("primary")).toEqual([1, 1, 1]);
  });

  test("when it is shorter: joins the shortest lane of all", () => {
    expect(at("when it is shorter", 1).servers("primary")).toEqual([1, 2, 1]);
  });

  test("that stood blocked for a FAST lane goes to a general booth once no FAST booth is staffed", () => {
    const day = simulate({
      stages: {
        approach: { lanes: 1, length: "200 m", spacing: "20 m", freeFlow: "1 min" },
        primary: primary({ fast: 1, general: 1 }, { laneRoom: 0, service: "2 h" }),
      },
      staffing: { primary: { fast: { "07:00": 1, "09:00": 0 }, general: { "07:00": 1 } } },
      arrivals: [fast("08:00"), fast("08:05")],
    });
    expect(day.blocked(2, "approach")).toBe("08:06");
    expect(day.began(2, "primary")).toBe("09:00");
    expect(day.servers("primary")).toEqual([1, 2]);
  });
});

describe("pooled lines", () => {
  test("one for each lane type, the next free booth calls", () => {
    const day = simulate({
      stages: { primary: primary({ fast: 1, general: 2 }, { line: "pooled" }) },
      arrivals: [{ from: "08:00", count: 3 }, fast("08:00"), fast("08:01")],
    });
    expect(day.beginnings("primary")).toEqual(["08:00", "08:00", "08:10", "08:00", "08:05"]);
  });

  test("let FAST go first without interrupting anybody", () => {
    const day = simulate({
      stages: { primary: primary({ shared: 2 }, { line: "pooled", fastFirst: true }) },
      arrivals: [{ from: "08:00", count: 3 }, fast("08:01"), fast("08:02")],
    });
    expect(day.beginnings("primary")).toEqual(["08:00", "08:00", "08:15", "08:10", "08:10"]);
  });

  test("hold as many as the file gives them room, those in service apart", () => {
    const day = simulate({
      stages: { primary: primary({ general: 2 }, { line: "pooled", laneRoom: 3 }) },
      arrivals: [{ from: "08:00", count: 7 }],
    });
    expect([day.insideAt("primary", "08:00"), day.insideAt("outside", "08:00")]).toEqual([5, 2]);
  });

  test("do not take FAST where nobody serves it while a general line would", () => {
    const day = simulate({
      stages: { primary: primary({ fast: 1, general: 1 }, { line: "pooled" }) },
      staffing: { primary: { fast: { "07:00": 0 }, general: { "07:00": 1 } } },
      arrivals: ["08:00", "08:01", fast("08:02")],
    });
    expect(day.beginnings("primary")).toEqual(["08:00", "08:10", "08:20"]);
  });

  test("hand FAST over to the general line once no FAST booth is staffed", () => {
    const day = simulate({
      stages: { primary: primary({ fast: 1, general: 1 }, { line: "pooled" }) },
      staffing: { primary: { fast: { "07:00": 1, "08:04": 0 }, general: { "07:00": 1 } } },
      arrivals: [fast("08:00"), fast("08:01"), fast("08:02"), "08:03"],
    });
    expect(day.beginnings("primary")).toEqual(["08:00", "08:13", "08:18", "08:03"]);
  });
});

describe("referral", () => {
  const referring = (referral: object, arrivals: readonly object[] = [{ from: "08:00" }]) =>
    simulate({
      stages: {
        primary: primary({ shared: 9 }, { referral, service: "1 s" }),
        secondary: {
          bays: 9,
          exams: { documents: { service: "3 s", at: "bay" }, k9: { service: "2 s", at: "bay" } },
        },
      },
      demand:
        arrivals.length === 0
          ? { rates: "150 /h", fast: { laden: "50 %" } }
          : { arrivals: { timetable: arrivals as { from: string }[] } },
    });
  const isReferred = (day: Simulated, i: number): boolean => day.route(i + 1).includes("secondary");
  const referred = (day: Simulated) =>
    day.trips.filter((_, i) => isReferred(day, i)).map(({ identity }) => identity);

  test("sends everybody on where it refers all, and nobody where none", () => {
    expect(referring({ random: "100 %" }).route(1)).toBe("primary secondary.bay");
    expect(referring({ random: "0 %" }).route(1)).toBe("primary");
  });

  test("adds the share by risk to the share drawn blindly", () => {
    const arrivals = [{ from: "08:00" }, { from: "08:00", flow: "hazmat" }];
    const day = referring({ random: "60 %", byRisk: { hazmat: "40 %", laden: "40 %" } }, arrivals);
    expect([day.route(1), day.route(2)]).toEqual(Array(2).fill("primary secondary.bay"));
  });

  test("marks are nested: a larger share refers the same vehicles and more", () => {
    const few = new Set(referred(referring({ random: "10 %" }, [])));
    const many = new Set(referred(referring({ random: "30 %" }, [])));
    expect(few.size).toBeGreaterThan(100);
    expect(many.size).toBeGreaterThan(2 * few.size);
    expect([...few].every((identity) => many.has(identity))).toBe(true);
  });

  test("is rarer for FAST by its factor", () => {
    const day = referring({ random: "40 %", fastFactor: "25 %" }, []);
    const share = (isFast: boolean) => {
      const all = day.trips.flatMap((trip, i) => (trip.isFast === isFast ? [isReferred(day, i)] : []));
      return all.filter(Boolean).length / all.length;
    };
    expect(Math.abs(share(false) - 0.4)).toBeLessThan(0.04);
    expect(Math.abs(share(true) - 0.1)).toBeLessThan(0.03);
  });

  test("asks for the exams of the file in their shares", () => {
    const day = referring({ random: "100 %", reasons: { documents: "75 %", k9: "25 %" } }, []);
    const dwell = day.trips.map(({ stays }) => stays.at(-1)!.left - stays.at(-1)!.began);
    expect(new Set(dwell)).toEqual(new Set([3_000, 2_000]));
    const long = dwell.filter((ms) => ms === 3_000).length;
    expect(Math.abs(long / dwell.length - 0.75)).toBeLessThan(0.03);
  });

  test("has reasons of their own for classes that the file names", () => {
    const day = referring(
      { random: "100 %", reasons: { documents: "100 %" }, reasonsOf: { hazmat: { k9: "100 %" } } },
      [{ from: "08:00", flow: "hazmat" }],
    );
    expect(day.ended(1)).toBe("08:00:03");
  });
});

describe("service times", () => {
  test("go by the most specific class that fits", () => {
    const service = { all: "1 min", fast: "2 min", empty: "3 min", "fast empty": "4 min" };
    const day = simulate({
      stages: { primary: primary({ shared: 9 }, { service }) },
      arrivals: [
        "08:00",
        fast("08:00"),
        { from: "08:00", flow: "empty" },
        fast("08:00", { flow: "empty" }),
        fast("08:00", { flow: "hazmat" }),
      ],
    });
    expect(day.endings()).toEqual(["08:01", "08:02", "08:03", "08:04", "08:02"]);
  });
});
