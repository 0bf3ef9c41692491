/** Differences between scenarios, as people would say them. */
import { describe, expect, test } from "vitest";
import { diff as en } from "../../shared/messages/en/diff.ts";
import { words as enWords } from "../../shared/messages/en/words.ts";
import { diff as es } from "../../shared/messages/es/diff.ts";
import { words as esWords } from "../../shared/messages/es/words.ts";
import { diff as fr } from "../../shared/messages/fr/diff.ts";
import { words as frWords } from "../../shared/messages/fr/words.ts";
import { diffScenarios } from "../../shared/scenario/diff.ts";
import { sayDifference } from "../../shared/scenario/difference.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import type { ScenarioFile } from "../../shared/scenario/schema.ts";

type Loose = Record<string, unknown>;
type Parts = { demand?: Loose; stages?: Loose; staffing?: Loose } & Loose;

const PRIMARY = { kind: "primary", booths: { fast: 4, general: 11 }, service: "lognormal 80 s cv 0.7" };
const CUSTOMS = { kind: "exportCustoms", lanes: 15, service: "30 s" };
const TOLL = { kind: "toll", lanes: 6, service: "20 s" };

function port({ demand, stages, staffing, ...top }: Parts = {}) {
  const file = {
    cruce: 1,
    name: "A port",
    ...top,
    northbound: {
      demand: demand ?? { trucks: "8000 /day" },
      stages: stages ?? { primary: PRIMARY },
      ...(staffing === undefined ? {} : { staffing }),
    },
  };
  return scenarioSchema.parse(file as ScenarioFile);
}

const differences = (a: Parts, b: Parts) => diffScenarios(port(a), port(b));
const said = (a: Parts, b: Parts): string[] =>
  differences(a, b).map((one) => sayDifference(one, en, enWords));
const stages = (before: Loose, after: Loose): string[] => said({ stages: before }, { stages: after });
const stage = (before: Loose, after: Loose): string[] =>
  stages({ primary: { ...PRIMARY, ...before } }, { primary: { ...PRIMARY, ...after } });
const demand = (before: Loose, after: Loose): string[] => said({ demand: before }, { demand: after });
const staffing = (before: Loose, after: Loose): string[] => said({ staffing: before }, { staffing: after });

describe("no difference", () => {
  test("names, descriptions and defaults written out", () => {
    expect(
      said({ name: "A" }, { name: "B", about: "Other words", extends: "a.yaml", days: 1, zone: "UTC" }),
    ).toEqual([]);
    expect(
      demand({ trucks: "8000 /day" }, { trucks: "8000 /d", factor: "100 %", dayToDay: "0 %", refersTo: {} }),
    ).toEqual([]);
  });

  test("another way to write the same value", () => {
    expect(
      stage({ service: "60 s", moveUp: "10 s" }, { service: { all: "1 min" }, moveUp: "10000 ms" }),
    ).toEqual([]);
    expect(said({ hours: "07:00-24:00" }, { hours: { days: { "mon-sun": "07:00-24:00" } } })).toEqual([]);
    expect(
      staffing({ primary: { "07:00": 4 } }, { primary: { "00:00": 0, "07:00": 4, "12:00": 4 } }),
    ).toEqual([]);
    expect(demand({ rates: "60 /h" }, { rates: { "00:00": "1 /min" } })).toEqual([]);
  });
});

describe("fields", () => {
  test("carry their path, kind and figures beside the sentence", () => {
    const [one] = differences(
      { stages: { primary: PRIMARY } },
      { stages: { primary: { ...PRIMARY, booths: { fast: 6, general: 11 } } } },
    );
    expect(one).toMatchObject({
      path: "northbound.stages.primary.booths.fast",
      kind: "changed",
      before: "4",
      after: "6",
      message: "fieldAt",
    });
    expect(sayDifference(one!, en, enWords)).toBe("Booths for FAST at primary: 4 → 6");
  });

  test("of the demand", () => {
    expect(demand({ trucks: "8000 /day" }, { trucks: "8000 /day", factor: "115 %" })).toEqual([
      "Demand: 100 % → 115 %",
    ]);
    expect(demand({ trucks: "8000 /day" }, { rates: "400 /h" })).toEqual([
      "Trucks a day: 8000 /day → none",
      "Arrivals an hour: none → 400 /h",
    ]);
    expect(
      demand(
        { trucks: "1 /day", flows: { laden: "92 %", empty: "8 %" } },
        { trucks: "1 /day", flows: { laden: "92 %", bobtail: "8 %" }, fast: { laden: "24 %" } },
      ),
    ).toEqual([
      "Share of vehicles, bobtail: 0 % → 8 %",
      "Share of vehicles, empty: 8 % → 0 %",
      "Share with FAST, laden: 0 % → 24 %",
    ]);
    expect(
      demand({ trucks: "1 /day" }, { trucks: "1 /day", refersTo: { weekdays: "tue-thu", month: "may" } }),
    ).toEqual([
      "Weekdays that the daily number means: the mean of the week → Tue–Thu",
      "Month that the daily number means: the mean of the year → May",
    ]);
  });

  test("of stages: what nothing means is said", () => {
    expect(stage({}, { laneRoom: 12, line: "pooled", fastFirst: true })).toEqual([
      "Lines at primary: one for each booth → one for each lane type",
      "Waiting places in each lane at primary: no limit → 12",
      "FAST goes first at primary: no → yes",
    ]);
    expect(
      stage({ referral: { random: "2 %" } }, { referral: { random: "2.5 %", byRisk: { laden: "10 %" } } }),
    ).toEqual([
      "Random referral at primary: 2 % → 2.5 %",
      "Referral for cause at primary, laden: 0 % → 10 %",
    ]);
    expect(stage({}, { referral: {} })[0]).toMatch(/^Referral at primary: nobody → random 0 %, /);
  });

  test("by class: one that is not named has the value of the wider class", () => {
    expect(stage({ service: "80 s" }, { service: { all: "80 s", fast: "55 s" } })).toEqual([
      "Service time at primary, FAST: 80 s → 55 s",
    ]);
    expect(
      stage(
        { service: { laden: "80 s", fast: "55 s" } },
        { service: { laden: "80 s", fast: "55 s", "fast laden": "50 s" } },
      ),
    ).toEqual(["Service time at primary, laden FAST: 55 s → 50 s"]);
    const safety = { kind: "stateSafety", inspectors: 3, service: "5 min" };
    expect(
      stages(
        { primary: PRIMARY, stateSafety: { ...safety, share: { laden: "5 %" } } },
        {
          primary: PRIMARY,
          stateSafety: { ...safety, share: "5 %" },
        },
      ),
    ).toEqual(["Share of vehicles at state safety inspection, all: 0 % → 5 %"]);
  });

  test("of exams", () => {
    const secondary = (service: string, at: string) => ({
      primary: PRIMARY,
      secondary: { kind: "secondary", bays: 9, docks: 2, exams: { documents: { service, at } } },
    });
    expect(stages(secondary("20 min", "bay"), secondary("30 min", "dock"))).toEqual([
      "Exam at secondary, documents: 20 min, in a bay → 30 min, at a dock",
    ]);
  });

  test("of the run and the costs", () => {
    expect(
      said(
        { days: 1 },
        { days: 5, atClosing: "turn it away", costs: { truckHour: "$ 90 /h" }, hours: "06:00-24:00" },
      ),
    ).toEqual([
      "Opening hours: 00:00-24:00 → 06:00-24:00",
      "Days counted: 1 → 5",
      "Those still waiting at closing: clear the queue → turn it away",
      "Worth of a truck’s hour: none → $ 90 /h",
    ]);
  });
});

describe("stages", () => {
  const added = {
    exportCustoms: CUSTOMS,
    primary: PRIMARY,
  };

  test("added, with where it stands and what it is", () => {
    const preInspection = { kind: "preInspection", share: "20 % of fast", lanes: 4, service: "2 min" };
    expect(stages(added, { preInspection, ...added })).toEqual([
      "Stage pre-inspection added before export customs (20 % of FAST, Lanes: 4, Service time: 2 min)",
    ]);
    expect(stages(added, { ...added, nii2: { kind: "nii", scanners: 2, service: "1 min" } })).toEqual([
      "Stage nii2 added after primary (Scanners: 2, Service time: 1 min)",
    ]);
  });

  test("removed, moved, and of another kind", () => {
    expect(stages({ toll: TOLL, ...added }, added)).toEqual(["Stage toll removed"]);
    expect(
      stages({ toll: TOLL, ...added }, { exportCustoms: CUSTOMS, toll: TOLL, primary: PRIMARY }),
    ).toEqual(["Stage export customs moved before toll"]);
    expect(stages({ gate: TOLL, primary: PRIMARY }, { gate: CUSTOMS, primary: PRIMARY })).toEqual([
      "Stage gate removed",
      "Stage gate added before primary (Lanes: 15, Service time: 30 s)",
    ]);
  });
});

describe("officers", () => {
  test("are compared over time, not by the times that a table names", () => {
    const general = { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 };
    expect(
      staffing(
        { primary: { general } },
        { primary: { general: { "07:00": 9, "08:00": 9, "09:00": 11, "20:00": 9 } } },
      ),
    ).toEqual(["Officers at primary, general lanes, 07:00–09:00: 7 → 9"]);
  });

  test("of a post that one side does not plan", () => {
    expect(staffing({}, { toll: { "07:00": 6 } })).toEqual(["Officers at toll: manned while open → 07:00 6"]);
  });

  test("by day: weekdays in a row make one, a date only where it differs from its weekday", () => {
    const level = (officers: number) => ({ "08:00": officers });
    expect(
      staffing(
        { toll: { days: { "mon-fri": level(4), sat: level(2) } } },
        { toll: { days: { "mon-fri": level(5), sat: level(2), sun: level(1), "2024-12-25": level(1) } } },
      ),
    ).toEqual([
      "Officers at toll, Mon–Fri, 08:00–24:00: 4 → 5",
      "Officers at toll, Sun, 08:00–24:00: 0 → 1",
      "Officers at toll, 2024-12-25, 08:00–24:00: 4 → 1",
    ]);
  });

  test("by shift", () => {
    const shift = (officers: number, from: string, to: string, breaks: object[] = []) => ({
      officers,
      from,
      to,
      breaks,
    });
    expect(
      staffing(
        { toll: { shifts: [shift(5, "06:00", "14:00", [{ at: "10:00", for: "30 min" }])] } },
        { toll: { shifts: [shift(6, "06:00", "14:00"), shift(3, "14:00", "22:00")] } },
      ),
    ).toEqual([
      "Officers at toll, shift 06:00–14:00: 5 → 6",
      "Officers at toll, breaks of shift 06:00–14:00: at 10:00, for 30 min → 0",
      "Officers at toll, shift 14:00–22:00: 0 → 3",
    ]);
    expect(staffing({ toll: { "06:00": 5 } }, { toll: { shifts: [shift(5, "06:00", "22:00")] } })).toEqual([
      "Officers at toll: 06:00 5 → 06:00–22:00 5",
    ]);
  });

  test("of pools, and the rules", () => {
    const pool = { officers: { "07:00": 7 }, posts: ["primary.fast", "primary.general"] };
    expect(
      staffing(
        { rules: { relief: 1 }, pools: { cbp: pool, old: pool } },
        {
          rules: { relief: 1.2, closesFirst: "shortest line" },
          pools: {
            cbp: {
              officers: { "07:00": 9 },
              posts: ["primary.general", "primary.fast"],
              minimum: { "primary.fast": 1 },
            },
            state: { officers: { "07:00": 3 }, posts: ["stateSafety"] },
          },
        },
      ),
    ).toEqual([
      "Officers of pool cbp, 07:00–24:00: 7 → 9",
      "Posts in order of pull of pool cbp: primary, FAST lanes, primary, general lanes → primary, general lanes, primary, FAST lanes",
      "Minimum officers of pool cbp, primary, FAST lanes: 0 → 1",
      "Pool old removed",
      "Pool state added (Officers: 07:00 3, Posts in order of pull: state safety inspection)",
      "Who leaves first: the first to become free → those with the shortest line",
      "Paid hours for each hour at a post: 1 → 1.2",
    ]);
  });
});

describe("demand by hour", () => {
  const trucks = "8000 /day";

  test("is compared as shares an hour, however the day is cut", () => {
    expect(
      demand(
        { trucks, byHour: { "07:00": "50 %", "08:00": "50 %", "09:00": "0 %" } },
        { trucks, byHour: { "07:00": "100 %", "09:00": "0 %" } },
      ),
    ).toEqual([]);
    expect(
      demand(
        { trucks, byHour: { "22:00": "50 %", "23:00": "50 %" } },
        { trucks, byHour: { "22:00": "60 %", "23:00": "40 %" } },
      ),
    ).toEqual([
      "Hourly shape of demand, 22:00–23:00: 50 % → 60 %",
      "Hourly shape of demand, 23:00–24:00: 50 % → 40 %",
    ]);
  });

  test("of many changes tells the number and the largest", () => {
    const shape = (first: number) =>
      Object.fromEntries(
        Array.from({ length: 8 }, (_, k) => [`${16 + k}:00`, `${k === 0 ? first : (100 - first) / 7} %`]),
      );
    expect(demand({ trucks, byHour: shape(30) }, { trucks, byHour: shape(9) })).toEqual([
      "Hourly shape of demand, 16:00–17:00: 30 % → 9 %",
      "Hourly shape of demand, 17:00–24:00: 10 % → 13 %",
    ]);
    const uneven = Object.fromEntries(Array.from({ length: 8 }, (_, k) => [`${16 + k}:00`, `${9 + k} %`]));
    expect(demand({ trucks, byHour: shape(30) }, { trucks, byHour: uneven })).toEqual([
      "Hourly shape of demand: 7 changes, the largest 16:00–17:00: 30 % → 9 %",
    ]);
  });

  test("by rates, on some days, and of one flow", () => {
    expect(
      demand(
        { rates: { days: { "mon-fri": { "07:00": "400 /h" } } } },
        { rates: { days: { "mon-wed": { "07:00": "400 /h" }, "thu-fri": { "07:00": "450 /h" } } } },
      ),
    ).toEqual(["Arrivals an hour, Thu–Fri, 07:00–24:00: 400 /h → 450 /h"]);
    expect(demand({ trucks }, { trucks, byHourOf: { empty: { "23:00": "100 %" } } })).toEqual([
      "Hourly shape of demand, empty: as the others → 23:00 100 %",
    ]);
  });
});

test("timed changes are added, removed and resized", () => {
  const surge = { kind: "demand", at: "10:00", for: "2 h", factor: "130 %" };
  expect(
    said(
      { changes: [surge, { kind: "boothsClosed", at: "12:00", booths: 4, type: "fast" }] },
      {
        changes: [
          { ...surge, factor: "150 %" },
          { kind: "scannersDown", at: "09:00", day: 2, for: "40 min", scanners: 1 },
          { kind: "preInspected", at: "11:00", share: "20 % of fast" },
        ],
      },
    ),
  ).toEqual([
    "Changed from 10:00 for 2 h: Demand: 150 %, formerly 130 %",
    "Removed from 12:00 to the end: Booths closed, FAST lanes: 4",
    "Added from 09:00 on day 2 for 40 min: Scanners down, scanning (NII): 1",
    "Added from 11:00 to the end: Share pre-inspected, pre-inspection: 20 % of FAST",
  ]);
});

test("the same in Spanish and French", () => {
  const one = differences(
    { stages: { primary: PRIMARY } },
    { stages: { primary: { ...PRIMARY, booths: { fast: 6, general: 11 }, referral: { random: "2.5 %" } } } },
  );
  const approach = { kind: "approach", lanes: 4, spacing: "19 m", freeFlow: "4 min" };
  const [length] = differences(
    { stages: { approach: { ...approach, length: "2.6 km" }, primary: PRIMARY } },
    { stages: { approach: { ...approach, length: "2.75 km" }, primary: PRIMARY } },
  );
  expect(sayDifference(one[0]!, es, esWords)).toBe("Casetas FAST en primaria: 4 → 6");
  expect(sayDifference(one[0]!, fr, frWords)).toBe("Guérites FAST (première inspection)\u00A0: 4 → 6");
  expect(sayDifference(length!, es, esWords)).toBe("Longitud en acceso y puente: 2.6 km → 2.75 km");
  expect(sayDifference(length!, fr, frWords)).toBe("Longueur (accès et pont)\u00A0: 2,6 km → 2,75 km");
});

test("no sentence in any language leaves a gap", () => {
  const gaps = [en, es, fr].map((texts) =>
    Object.entries(texts.sentences).map(
      ([key, text]) => `${key}: ${[...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()}`,
    ),
  );
  expect(gaps[1]).toEqual(gaps[0]);
  expect(gaps[2]).toEqual(gaps[0]);
});
