/** Why vehicles wait: each cause on a day small enough to see it. That they add up on any port is a law: tests/properties/laws.ts. */
import { describe, expect, test } from "vitest";
import * as CODE from "../../server/core/constants.ts";
import { runReplication } from "../../server/run/replication.ts";
import { MINUTE } from "../../shared/units.ts";
import { CAUSES } from "../../shared/vocabulary.ts";
import type { Cause } from "../../shared/vocabulary.ts";
import { planOf } from "../port/simulate.ts";
import type { Day } from "../port/simulate.ts";

/** Truck-minutes by place and cause, those that are not zero. */
function causesOf(day: Day): Readonly<Record<string, number>> {
  const plan = planOf(day);
  const { causes } = runReplication(plan, { seed: 1, replication: 0 });
  const found = plan.places.flatMap(({ name, index }) =>
    CAUSES.flatMap((cause: Cause, code): [string, number][] => {
      const ms = causes[index * CAUSES.length + code]!;
      return ms === 0 ? [] : [[`${name}: ${cause}`, ms / MINUTE]];
    }),
  );
  return Object.fromEntries(found);
}

const booth = (more: object = {}) => ({ booths: { general: 1 }, service: "30 min", ...more });
const station = (service: string, more: object = {}) => ({ kind: "station", servers: 1, service, ...more });

test("the core calls the causes by their places in the vocabulary", () => {
  const codes = [
    CODE.CAUSE_OFFICERS,
    CODE.CAUSE_BLOCKED,
    CODE.CAUSE_TRAPPED,
    CODE.CAUSE_CLOSED,
    CODE.CAUSE_SCANNER,
    CODE.CAUSE_REVIEW,
    CODE.CAUSE_SET_UP,
  ];
  const words = ["officers", "blocked", "trapped", "closed", "scanner", "review", "setUp"];
  expect(codes.map((code) => CAUSES[code])).toEqual(words);
  expect(CODE.CAUSES).toBe(CAUSES.length);
});

describe("a vehicle waits", () => {
  test("for officers while those there are serve others", () => {
    const arrivals = ["08:00", "08:00", "08:00"];
    expect(causesOf({ stages: { primary: booth() }, arrivals })).toEqual({ "primary: officers": 30 + 60 });
  });

  test("for officers where an open port has none at work", () => {
    const staffing = { primary: { general: { "09:00": 1, "24:00": 0 } } };
    const day = { stages: { primary: booth({ line: "pooled" }) }, staffing, arrivals: ["08:00"] };
    expect(causesOf(day)).toEqual({ "primary: officers": 60 });
  });

  test("for the opening of a port that is closed", () => {
    const day = { hours: "08:00-20:00", stages: { primary: booth({ line: "pooled" }) }, arrivals: ["06:00"] };
    expect(causesOf(day)).toEqual({ "primary: closed": 120 });
  });

  test("for a booth that is being set up", () => {
    const staffing = {
      rules: { setUp: "20 min" },
      primary: { general: { "08:00": 1, "24:00": 0 } },
    };
    const day = { stages: { primary: booth({ line: "pooled" }) }, staffing, arrivals: ["08:00"] };
    expect(causesOf(day)).toEqual({ "primary: setUp": 20 });
  });

  test("blocked, when it is done and there is no room ahead; and so do those behind it", () => {
    const stages = { first: station("5 min"), second: station("60 min", { room: 0 }) };
    // The second is done at 08:10 and blocked until 09:05; the third waits for its server until then.
    expect(causesOf({ stages, arrivals: ["08:00", "08:05", "08:10"] })).toEqual({
      "first: blocked": 55 + 55 + 55,
    });
  });

  test("at an earlier stage for what the line for primary waits for, once that has spilled back", () => {
    const stages = {
      toll: { lanes: 1, service: "5 min" },
      approach: { lanes: 1, length: "20 m", spacing: "20 m", freeFlow: "0 s" },
      primary: booth({ laneRoom: 0 }),
    };
    // At the booth from 08:05, on the approach from 08:10; the third is done at 08:15 and stays until 08:35.
    expect(causesOf({ stages, arrivals: ["08:00", "08:05", "08:10"] })).toEqual({
      "toll: officers": 20,
      "approach: officers": 25 + 30,
    });
  });

  test("for a scanner", () => {
    const stages = {
      nii: { scanners: 1, service: "30 min", share: { all: "100 %" } },
      primary: booth({ service: "1 min" }),
    };
    expect(causesOf({ stages, arrivals: ["08:00", "08:00"] })).toEqual({ "nii: scanner": 30 });
  });

  test("for the review of its image, at the scanner", () => {
    const review = { service: "20 min", analysts: 1, wait: "at the scanner" };
    const stages = {
      nii: { scanners: 1, service: "5 min", share: { all: "100 %" }, review },
      primary: booth({ service: "1 min" }),
    };
    // The second waits for the scanner's vehicle: 5 minutes of scanning, then 20 of its review.
    expect(causesOf({ stages, arrivals: ["08:00", "08:00"] })).toEqual({
      "nii: review": 20 + 20 + 20,
      "nii: scanner": 5,
    });
  });

  test("trapped behind others, though its own booth is free", () => {
    const stages = {
      approach: { lanes: 1, length: "300 m", spacing: "20 m", freeFlow: "0 s" },
      primary: { booths: { fast: 1, general: 1 }, service: "60 min", laneRoom: 0 },
    };
    const arrivals = [{ from: "08:00" }, { from: "08:00" }, { from: "08:00", fast: true }];
    // The second waits for the general booth, and the FAST truck behind it cannot pass.
    expect(causesOf({ stages, arrivals })).toEqual({ "approach: officers": 60, "approach: trapped": 60 });
  });

  test("for what most of the servers before it wait for, each for its own", () => {
    const stages = {
      toll: { lanes: 3, service: "5 min" },
      approach: { lanes: 1, length: "20 m", spacing: "20 m", freeFlow: "0 s" },
      primary: { booths: { fast: 1, general: 2 }, service: "60 min", laneRoom: 0 },
    };
    const arrivals = [
      "08:00",
      "08:00",
      "08:00",
      ...[true, true, false].map((fast) => ({ from: "08:05", fast })),
      "08:10",
    ];
    // Two FAST trucks are trapped at the toll from 08:10 to 09:05, the third toll lane waits for the general booths, and
    // so does the head on the approach; the last truck, in line for the toll, is held up by the two. From 09:05 to 10:05
    // the second FAST truck waits on the approach, and the last two are trapped behind it.
    expect(causesOf({ stages, arrivals })).toEqual({
      "toll: trapped": 3 * 55 + 60 + 55,
      "toll: officers": 55,
      "approach: officers": 60 + 60,
    });
  });

  test("on the road for what the booths wait for", () => {
    const stages = {
      approach: { lanes: 1, length: "40 m", spacing: "20 m", freeFlow: "0 s" },
      primary: booth({ laneRoom: 1 }),
    };
    expect(causesOf({ stages, arrivals: Array<string>(5).fill("08:00") })).toEqual({
      "outside: officers": 30,
      "approach: officers": 60 + 60 + 30,
      "primary: officers": 4 * 30,
    });
  });
});
