/** Opening hours, closing rules, civil days, warm-up and counted days. */
import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import type { Day } from "./simulate.ts";

const primary = (booths: object, more: object = {}) => ({
  kind: "primary",
  booths,
  service: "10 min",
  ...more,
});

describe("opening hours", () => {
  test("hold over several days, by weekday and date", () => {
    const day = simulate({
      from: "2024-05-10", // a Friday
      days: 4,
      hours: {
        days: { "mon-fri": "08:00-20:00", sat: "09:00-12:00", sun: "closed", "2024-05-13": "10:00-11:00" },
      },
      stages: { primary: primary({ general: 1 }) },
      arrivals: ["08:00"],
    });
    const times = [
      "07:59",
      "08:00",
      "20:00",
      "2/08:59",
      "2/09:00",
      "2/12:00",
      "3/10:00",
      "4/08:00",
      "4/10:00",
      "4/11:00",
    ];
    expect(times.map((time) => day.mannedAt("primary.general", time))).toEqual([
      0, 1, 0, 0, 1, 0, 0, 0, 1, 0,
    ]);
  });

  test("to 24:00 go on without a gap where the next day begins at 00:00", () => {
    const day = simulate({
      days: 2,
      stages: { primary: primary({ general: 1 }) },
      staffing: { rules: { setUp: "30 min" } },
      arrivals: ["23:55"],
    });
    expect(day.ended(1)).toBe("2/00:05");
    expect(day.mannedAt("primary.general", "2/00:00")).toBe(1);
  });

  test("mean the clock of the port on the day it is put forward", () => {
    const day = simulate({
      zone: "America/Chicago",
      from: "2024-03-09",
      days: 2,
      hours: "07:00-20:00",
      stages: { primary: primary({ general: 1 }) },
      arrivals: ["08:00"],
    });
    expect(day.ms("2/07:00")).toBe((24 + 6) * 3_600_000);
    expect(["2/06:59:59", "2/07:00", "2/20:00"].map((time) => day.mannedAt("primary.general", time))).toEqual(
      [0, 1, 0],
    );
  });

  test("report every hour of the clock: 23 and 25 on the days it is changed", () => {
    const hours = (from: string) => {
      const day = simulate({
        zone: "America/Chicago",
        from,
        days: 1,
        stages: { primary: primary({ general: 1 }) },
        arrivals: ["08:00"],
      });
      return day.recorder.hours.filter((time) => time < day.plan.countUntil);
    };
    expect(hours("2024-03-10")).toEqual(Array.from({ length: 23 }, (_, hour) => hour * 3_600_000));
    expect(hours("2024-11-03")).toEqual(Array.from({ length: 25 }, (_, hour) => hour * 3_600_000));
  });

  test("an hour that occurs twice brings its demand twice", () => {
    const between = (from: string, ms: number) => {
      const day = simulate({
        zone: "America/Chicago",
        from,
        stages: { stay: { kind: "station", servers: "unlimited", service: "1 s" } },
        demand: { rates: { "00:00": "0 /h", "01:00": "300 /h", "02:00": "0 /h" } },
      });
      const { length } = day.trips.filter(({ arrived }) => arrived >= 3_600_000 && arrived < 3_600_000 + ms);
      return { length, all: day.trips.length };
    };
    const long = between("2024-11-03", 2 * 3_600_000);
    expect(long.length).toBe(long.all);
    expect(Math.abs(long.length - 600)).toBeLessThan(4 * Math.sqrt(600));
    const usual = between("2024-11-04", 3_600_000);
    expect(Math.abs(usual.length - 300)).toBeLessThan(4 * Math.sqrt(300));
  });
});

describe("at closing", () => {
  const closing = (atClosing: Day["atClosing"], more: Partial<Day> = {}) =>
    simulate({
      hours: "08:00-20:00",
      atClosing,
      stages: {
        toll: { lanes: 1, service: "1 min" },
        approach: { lanes: 1, length: "500 m", spacing: "100 m", freeFlow: "2 min" },
        primary: primary({ general: 1 }, { laneRoom: 1, referral: { random: "100 %" } }),
        secondary: { bays: 1, exams: { documents: { service: "30 min", at: "bay" } } },
      },
      arrivals: [{ from: "19:50", count: 4 }],
      ...more,
    });

  test("the queue is cleared: officers stay until nobody waits for primary", () => {
    const day = closing("clear the queue");
    expect(day.beginnings("primary")).toEqual(["19:53", "20:03", "20:13", "20:23"]);
    expect(day.trips.map(({ outcome }) => outcome)).toEqual(Array(4).fill("departed"));
    expect(["toll", "primary.general"].map((post) => day.mannedAt(post, "21:30"))).toEqual([0, 0]);
  });

  test("the queue is cleared by no more officers than vehicles are to come", () => {
    const day = simulate({
      hours: "08:00-20:00",
      stages: { primary: primary({ general: 4 }, { line: "pooled" }) },
      arrivals: [{ from: "19:55", count: 7 }],
    });
    expect(
      ["20:00", "20:04:59", "20:05", "20:14:59", "20:15"].map((time) =>
        day.mannedAt("primary.general", time),
      ),
    ).toEqual([4, 4, 3, 3, 0]);
  });

  test("the queue is held until opening: nobody is called before, whoever is in hand is finished", () => {
    const day = closing("hold it until opening");
    expect(day.left(1, "primary")).toBe("20:03");
    expect(day.beginnings("primary")).toEqual(["19:53", "2/08:00", "2/08:10", "2/08:20"]);
    expect(day.mannedAt("primary.general", "2/03:00")).toBe(0);
  });

  test("the queue is turned away: from lines and lanes at once, others after their service", () => {
    const day = simulate({
      hours: "08:00-20:00",
      atClosing: "turn it away",
      stages: {
        toll: { lanes: 1, service: "2 min", room: 0 },
        approach: { lanes: 1, length: "100 m", spacing: "100 m", freeFlow: "2 min" },
        primary: primary({ general: 1 }, { laneRoom: 0 }),
      },
      arrivals: ["19:50", "19:50", "19:57:30", "19:58", "20:01"],
    });
    expect(day.endings()).toEqual([
      "20:04",
      "turned away at approach 20:00",
      "turned away at toll 20:00",
      "turned away at outside 20:00",
      "turned away at toll 20:01",
    ]);
  });

  test("those blocked at an earlier stage are turned away with the others, never let in", () => {
    const day = simulate({
      hours: "08:00-20:00",
      atClosing: "turn it away",
      stages: {
        toll: { lanes: 1, service: "1 min" },
        primary: primary({ general: 1 }, { line: "pooled", laneRoom: 1 }),
      },
      arrivals: [{ from: "19:50", count: 4 }],
    });
    expect(day.blocked(3, "toll")).toBe("19:53");
    expect(day.endings()).toEqual([
      "20:01",
      "turned away at primary 20:00",
      "turned away at toll 20:00",
      "turned away at toll 20:00",
    ]);
  });

  test("a very long line can be turned away at once", () => {
    const day = simulate(
      {
        hours: "08:00-09:00",
        atClosing: "turn it away",
        stages: { primary: primary({ general: 1 }, { laneRoom: 0 }) },
        arrivals: [
          { from: "08:58", count: 10_000 },
          { from: "08:59", count: 10_000 },
        ],
      },
      { check: false },
    );
    const ends = day.trips.slice(1).map(({ outcome, ended }) => `${outcome} ${day.time(ended)}`);
    expect(new Set(ends)).toEqual(new Set(["turned away 09:00"]));
  });

  test("secondary goes on until its last vehicle has gone, where the queue is cleared", () => {
    const day = simulate({
      hours: "08:00-20:00",
      stages: {
        primary: primary({ general: 1 }, { referral: { random: "100 %" } }),
        secondary: { bays: 1, exams: { documents: { service: "3 h", at: "bay" } } },
      },
      staffing: { secondary: { bay: { "08:00": 1, "20:00": 0 } } },
      arrivals: [{ from: "19:30", count: 2 }],
    });
    expect(day.beginnings("secondary.bay")).toEqual(["19:40", "22:40"]);
    expect(["2/01:39:59", "2/01:40"].map((time) => day.mannedAt("secondary.bay", time))).toEqual([1, 0]);
  });
});

describe("days", () => {
  test("of warm-up are run and not counted", () => {
    const day = simulate({
      warmUp: 1,
      days: 1,
      stages: { stay: { kind: "station", servers: "unlimited", service: "1 min" } },
      demand: { rates: "10 /h" },
    });
    expect(day.plan.countFrom).toBe(86_400_000);
    const counted = day.trips.map(({ arrived, isCounted }) => [arrived >= 86_400_000, isCounted]);
    expect(counted.filter(([late, isCounted]) => late !== isCounted && !late)).toEqual([]);
    expect(counted.some(([late]) => !late)).toBe(true);
  });

  test("a timetable is of the first counted day", () => {
    const day = simulate({
      warmUp: 1,
      stages: { stay: { kind: "station", servers: "unlimited", service: "1 min" } },
      arrivals: ["08:00"],
    });
    expect(day.arrived(1)).toBe("2/08:00");
  });

  test("end when the last counted vehicle has gone, arrivals going on until then", () => {
    const day = simulate({
      stages: { queue: { kind: "station", servers: 1, service: "2 min" } },
      demand: { rates: { "00:00": "1 /h", "23:00": "100 /h", "24:00": "0 /h" } },
      followFor: "12 h",
    });
    expect(day.run.finished).toBe(true);
    const last = Math.max(...day.trips.filter(({ isCounted }) => isCounted).map(({ ended }) => ended));
    expect(day.run.now).toBe(last);
    expect(day.trips.some(({ isCounted }) => !isCounted)).toBe(true);
  });

  test("leave those still inside at the limit unfinished", () => {
    const day = simulate({
      stages: { queue: { kind: "station", servers: 1, service: "20 h" } },
      arrivals: ["23:00", "23:00"],
      followFor: "24 h",
    });
    expect(day.endings()).toEqual(["2/19:00", "never"]);
    expect(day.time(day.run.now)).toBe("3/00:00");
  });

  test("differ by their demand by weekday, whose weights count by their ratios alone", () => {
    const perDay = (weekdays: object) => {
      const day = simulate({
        from: "2024-05-10", // a Friday
        days: 2,
        stages: { stay: { kind: "station", servers: "unlimited", service: "1 s" } },
        demand: { trucks: "1000 /day", weekdays, refersTo: { weekdays: "fri" } },
      });
      const friday = day.trips.filter(({ arrived }) => arrived < 86_400_000).length;
      return [friday, day.trips.length - friday];
    };
    expect(perDay({ fri: 1, sat: 0.5 })).toEqual(perDay({ fri: 2, sat: 1 }));
    const [friday, saturday] = perDay({ fri: 1, sat: 0.5 }) as [number, number];
    expect(Math.abs(friday - 1000)).toBeLessThan(4 * Math.sqrt(1000));
    expect(Math.abs(saturday - 500)).toBeLessThan(4 * Math.sqrt(500));
  });

  test("vary by their factor where the file says so, and by chance alone where not", () => {
    const counts = (dayToDay: string) => {
      const day = simulate(
        {
          days: 40,
          stages: { stay: { kind: "station", servers: "unlimited", service: "1 s" } },
          demand: { trucks: "400 /day", dayToDay },
        },
        { check: false },
      );
      const each = Array.from({ length: 40 }, () => 0);
      for (const { arrived } of day.trips)
        if (arrived < day.plan.countUntil) each[Math.floor(arrived / 86_400_000)]!++;
      const mean = each.reduce((sum, one) => sum + one, 0) / 40;
      return each.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 39 / mean;
    };
    expect(counts("0 %")).toBeLessThan(2);
    // Poisson alone gives 1; a factor of 30 % adds 400 × 0.09.
    expect(Math.abs(counts("30 %") - 37)).toBeLessThan(25);
  });
});
