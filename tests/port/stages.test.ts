/** Pre-inspection, export customs, scanning with image review, secondary and state safety. Times by hand. */
import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import type { Day } from "./simulate.ts";

const fast = (from: string, more: object = {}) => ({ from, fast: true, ...more });
const station = (service: string, more: object = {}) => ({ kind: "station", servers: 1, service, ...more });

describe("pre-inspection", () => {
  const joint = (more: object = {}, rest: Partial<Day> = {}) =>
    simulate({
      stages: {
        preInspection: { share: "100 % of fast", lanes: 1, service: "5 min", hours: "08:00-16:00", ...more },
        exportCustoms: { lanes: 2, service: "2 min" },
        primary: {
          booths: { shared: 4 },
          service: { all: "10 min", fast: "6 min", preInspected: "1 min" },
          referral: { random: "100 %", preInspectedFactor: "0 %" },
        },
        secondary: { bays: 9, exams: { documents: { service: "30 min", at: "bay" } } },
      },
      arrivals: [fast("09:00"), "09:00", fast("07:00")],
      ...rest,
    });

  test("stands in for the stages it replaces, for those enrolled alone", () => {
    const day = joint();
    expect(day.route(2)).toBe("preInspection primary");
    expect(day.route(3)).toBe("exportCustoms primary secondary.bay");
  });

  test("does not spare those whom primary refers their exam, even where it replaces secondary", () => {
    const day = simulate({
      stages: {
        preInspection: { share: "100 %", lanes: 1, service: "5 min", replaces: ["secondary"] },
        primary: {
          booths: { shared: 1 },
          service: "1 min",
          referral: { random: "100 %", preInspectedFactor: "100 %" },
        },
        secondary: { bays: 1, exams: { documents: { service: "30 min", at: "bay" } } },
      },
      arrivals: ["09:00"],
    });
    expect(day.route(1)).toBe("preInspection primary secondary.bay");
  });

  test("replaces nothing else where the file names other stages", () => {
    expect(joint({ replaces: [] }).route(2)).toBe("preInspection exportCustoms primary");
  });

  test("is closed outside its own hours, and all go the usual way", () => {
    expect(joint().route(1)).toBe("exportCustoms primary secondary.bay");
  });

  test("shortens primary for those who passed it", () => {
    const day = joint();
    expect([day.left(2, "preInspection"), day.ended(2)]).toEqual(["09:05", "09:06"]);
  });

  test("serves who stands in its line when it closes, then its officer goes", () => {
    const day = joint({}, { arrivals: [{ from: "15:58", fast: true, count: 3 }, fast("16:00")] });
    expect(day.beginnings("preInspection")).toEqual(["15:58", "16:03", "16:08", "never"]);
    expect(["16:12:59", "16:13"].map((time) => day.mannedAt("preInspection", time))).toEqual([1, 0]);
  });

  test("serves who stood blocked for it when it closed, and nobody who comes to the head later", () => {
    const day = joint({ room: 0 }, { arrivals: [{ from: "15:58", fast: true, count: 3 }] });
    expect(day.beginnings("preInspection")).toEqual(["15:58", "16:03", "never"]);
    expect(day.route(3)).toBe("outside exportCustoms primary secondary.bay");
    expect(["16:07:59", "16:08"].map((time) => day.mannedAt("preInspection", time))).toEqual([1, 0]);
  });

  test("shares are nested, and mean the class they name", () => {
    const chosen = (share: string) => {
      const day = simulate({
        stages: { preInspection: { share, lanes: 50, service: "1 s" } },
        demand: { rates: "100 /h", fast: { laden: "50 %" } },
      });
      return new Set(day.trips.filter(({ stays }) => stays.length > 0).map(({ identity }) => identity));
    };
    const few = chosen("20 % of fast");
    const more = chosen("60 % of fast");
    const all = chosen("100 % of fast");
    expect([...few].every((identity) => more.has(identity))).toBe(true);
    expect([...more].every((identity) => all.has(identity))).toBe(true);
    expect(Math.abs(few.size / all.size - 0.2)).toBeLessThan(0.05);
    expect([...chosen("100 % of general")].some((identity) => all.has(identity))).toBe(false);
  });
});

describe("export customs", () => {
  test("sends a red light to an inspection of its own, the module goes on", () => {
    const day = simulate({
      stages: { exportCustoms: { lanes: 1, service: "1 min", redLight: "100 %", redLightService: "20 min" } },
      arrivals: [{ from: "08:00", count: 2 }],
    });
    expect(day.route(1)).toBe("exportCustoms exportCustoms.redLight");
    expect(day.endings()).toEqual(["08:21", "08:22"]);
  });

  test("inspects as many at once as there are bays", () => {
    const day = simulate({
      stages: {
        exportCustoms: {
          lanes: 1,
          service: "1 min",
          redLight: "100 %",
          redLightService: "20 min",
          redLightBays: 1,
        },
      },
      arrivals: [{ from: "08:00", count: 2 }],
    });
    expect(day.endings()).toEqual(["08:21", "08:41"]);
  });

  test("draws the share of the file", () => {
    const day = simulate({
      stages: { exportCustoms: { lanes: 40, service: "1 s", redLight: "30 %", redLightService: "1 s" } },
      demand: { rates: "150 /h" },
    });
    const red = day.trips.filter(({ stays }) => stays.length === 2).length;
    expect(Math.abs(red / day.trips.length - 0.3)).toBeLessThan(0.03);
  });
});

describe("scanning before primary", () => {
  const scanned = (review: object | undefined, more: object = {}, rest: Partial<Day> = {}) =>
    simulate({
      stages: {
        nii: { scanners: 1, service: "1 min", ...(review === undefined ? {} : { review }), ...more },
        primary: { booths: { general: 1 }, service: "10 min" },
        secondary: { bays: 2, docks: 1, exams: { partialUnload: { service: "1 h", at: "dock" } } },
      },
      arrivals: ["08:00", "08:00:30"],
      ...rest,
    });
  const reading = (service: string, wait: string, analysts = 1) => ({ service, analysts, wait });

  test("takes all where the file gives no share", () => {
    expect(scanned(undefined).endings()).toEqual(["08:11", "08:21"]);
  });

  test("takes the share by class that the file gives", () => {
    const day = scanned(
      undefined,
      { share: { all: "0 %", hazmat: "100 %" } },
      {
        arrivals: ["08:00", { from: "09:00", flow: "hazmat" }],
      },
    );
    expect([day.route(1), day.route(2)]).toEqual(["primary", "nii primary"]);
  });

  test("while queueing: holds nobody whose image is read before he reaches the booth", () => {
    const day = scanned(reading("5 min", "goes on queueing", 2));
    expect(day.began(2, "primary")).toBe("08:16");
    expect(day.stay(2, "primary").heldFrom).toBeNaN();
  });

  test("while queueing: holds at the booth who reaches it first, and its service begins when the image is read", () => {
    const day = scanned(reading("5 min", "goes on queueing"));
    const { began, heldFrom, heldUntil } = day.stay(1, "primary");
    expect([began, heldFrom, heldUntil].map((ms) => day.time(ms))).toEqual(["08:01", "08:01", "08:06"]);
    expect(day.left(1, "primary")).toBe("08:16");
  });

  test("at the scanner: keeps the scanner from the next", () => {
    const day = scanned(reading("5 min", "at the scanner"));
    expect([day.left(1, "nii"), day.began(2, "nii"), day.left(2, "nii")]).toEqual([
      "08:06",
      "08:06",
      "08:12",
    ]);
  });

  test("in the yard: frees the scanner, and goes on when the image is read", () => {
    const day = scanned(reading("5 min", "in the yard"));
    expect(day.route(1)).toBe("nii nii.yard primary");
    expect([day.left(1, "nii.yard"), day.left(2, "nii.yard")]).toEqual(["08:06", "08:11"]);
    expect(day.beginnings("primary")).toEqual(["08:06", "08:16"]);
  });

  test("images are read first come, first served, by as many analysts as are on duty", () => {
    const day = scanned(
      reading("5 min", "in the yard", 3),
      { scanners: 4 },
      {
        arrivals: [{ from: "08:00", count: 4 }],
        staffing: { nii: { review: { "07:00": 2 } } },
      },
    );
    const yard = [1, 2, 3, 4].map((number) => day.left(number, "nii.yard"));
    expect(yard).toEqual(["08:06", "08:06", "08:11", "08:11"]);
    expect(["08:01", "08:11"].map((time) => day.reviewersAt("nii.review", time))).toEqual([2, 0]);
  });

  test("wait for an analyst to come on duty", () => {
    const day = scanned(
      reading("5 min", "in the yard"),
      {},
      {
        staffing: { nii: { review: { "09:00": 1 } } },
      },
    );
    expect(day.left(1, "nii.yard")).toBe("09:05");
  });

  test("an analyst who leaves finishes the image in hand, and is at the post until then", () => {
    const day = scanned(
      reading("5 min", "in the yard"),
      {},
      {
        staffing: { nii: { review: { "07:00": 1, "08:02": 0, "09:00": 1 } } },
      },
    );
    expect([day.left(1, "nii.yard"), day.left(2, "nii.yard")]).toEqual(["08:06", "09:05"]);
    expect(["08:05:59", "08:06"].map((time) => day.mannedAt("nii.review", time))).toEqual([1, 0]);
  });

  test("an alarm sends to a partial unload after primary", () => {
    expect(scanned(undefined, { alarm: "100 %" }).route(1)).toBe("nii primary secondary.dock");
    expect(scanned(reading("5 min", "goes on queueing"), { alarm: "100 %" }).route(1)).toBe(
      "nii primary secondary.dock",
    );
  });

  test("the image of a vehicle that leaves the port is not read", () => {
    const day = simulate({
      stages: {
        nii: { scanners: 2, service: "1 min", review: { service: "10 min", analysts: 1 } },
        wait: station("1 h", { patience: "2 min" }),
        primary: { booths: { general: 1 }, service: "1 min" },
      },
      arrivals: ["07:30", "08:00", "08:00:10", "08:06"],
    });
    // The second and third give up at 08:03; the second's image is read to its end, the third's is dropped.
    expect(day.endings().slice(1, 3)).toEqual(["gave up at wait 08:03", "gave up at wait 08:03:10"]);
    expect(["08:10:59", "08:11"].map((time) => day.reviewersAt("nii.review", time))).toEqual([1, 0]);
  });

  test("a second scanner holds until the first image is read", () => {
    const day = simulate({
      stages: {
        gate: { kind: "nii", scanners: 1, service: "1 min", review: { service: "10 min", analysts: 1 } },
        portal: { kind: "nii", scanners: 1, service: "1 min", review: { service: "10 min", analysts: 1 } },
        primary: { booths: { general: 1 }, service: "1 min" },
      },
      arrivals: ["08:00"],
    });
    expect(day.left(1, "portal")).toBe("08:12");
    expect(day.ended(1)).toBe("08:23");
  });
});

describe("scanning after primary", () => {
  const afterPrimary = (more: object = {}, exam = "scan") =>
    simulate({
      stages: {
        primary: {
          booths: { general: 1 },
          service: "1 min",
          referral: { random: "100 %", reasons: { [exam]: "100 %" } },
        },
        nii: { scanners: 1, service: "2 min", ...more },
        secondary: {
          bays: 2,
          docks: 1,
          exams: {
            documents: { service: "30 min", at: "bay" },
            partialUnload: { service: "1 h", at: "dock" },
          },
        },
      },
      arrivals: ["08:00"],
    });

  test("takes those referred to a scan, and lets them go when the image is clear", () => {
    const day = afterPrimary();
    expect([day.route(1), day.ended(1)]).toEqual(["primary nii", "08:03"]);
  });

  test("is passed by those referred to something else", () => {
    expect(afterPrimary({}, "documents").route(1)).toBe("primary secondary.bay");
  });

  test("takes a share of the others where the file says so, and they go on to their own exam", () => {
    expect(afterPrimary({ share: "100 %" }, "documents").route(1)).toBe("primary nii secondary.bay");
  });

  test("an alarm leads on to a partial unload", () => {
    expect(afterPrimary({ alarm: "100 %" }).route(1)).toBe("primary nii secondary.dock");
  });

  test("waits in the yard for the image, since the next inspection depends on it", () => {
    const day = afterPrimary({ review: { service: "5 min", analysts: 1 } });
    expect([day.route(1), day.ended(1)]).toEqual(["primary nii nii.yard", "08:08"]);
  });
});

describe("secondary", () => {
  test("has bays and docks, and the time that the exam takes", () => {
    const inspected = (exam: string) => {
      const day = simulate({
        stages: {
          primary: {
            booths: { general: 1 },
            service: "1 min",
            referral: { random: "100 %", reasons: { [exam]: "100 %" } },
          },
          secondary: {
            bays: 1,
            docks: 1,
            exams: {
              documents: { service: "30 min", at: "bay" },
              fullUnload: { service: "4 h", at: "dock" },
              scan: { service: "15 min", at: "bay" },
            },
          },
        },
        arrivals: ["08:00"],
      });
      return [day.route(1), day.ended(1)];
    };
    expect(inspected("documents")).toEqual(["primary secondary.bay", "08:31"]);
    expect(inspected("fullUnload")).toEqual(["primary secondary.dock", "12:01"]);
    expect(inspected("scan")).toEqual(["primary secondary.bay", "08:16"]);
  });

  test("that is full keeps the booth from its next vehicle", () => {
    const day = simulate({
      stages: {
        primary: { booths: { general: 1 }, service: "1 min", referral: { random: "100 %" } },
        secondary: { bays: 1, room: 1, exams: { documents: { service: "30 min", at: "bay" } } },
      },
      arrivals: [{ from: "08:00", count: 4 }],
    });
    expect(day.blocked(3, "primary")).toBe("08:03");
    expect(day.began(4, "primary")).toBe("08:31");
  });

  test("unloads in bays where there are no docks", () => {
    const day = simulate({
      stages: {
        primary: {
          booths: { general: 1 },
          service: "1 min",
          referral: { random: "100 %", reasons: { partialUnload: "100 %" } },
        },
        secondary: { bays: 1, exams: { partialUnload: { service: "1 h", at: "dock" } } },
      },
      arrivals: ["08:00"],
    });
    expect(day.route(1)).toBe("primary secondary.bay");
  });
});

describe("state safety", () => {
  test("stops its share by class after the federal exit", () => {
    const day = simulate({
      stages: {
        primary: { booths: { shared: 2 }, service: "1 min" },
        stateSafety: { share: { all: "100 %", fast: "0 %" }, inspectors: 1, service: "8 min" },
      },
      arrivals: ["08:00", fast("08:00")],
    });
    expect([day.route(1), day.route(2)]).toEqual(["primary stateSafety", "primary"]);
    expect(day.endings()).toEqual(["08:09", "08:01"]);
  });

  test("draws the share of the file", () => {
    const day = simulate({
      stages: { stateSafety: { share: "25 %", inspectors: 30, service: "1 s" } },
      demand: { rates: "150 /h" },
    });
    const stopped = day.trips.filter(({ stays }) => stays.length > 0).length;
    expect(Math.abs(stopped / day.trips.length - 0.25)).toBeLessThan(0.03);
  });
});
