/** The picture of a running port and its settings, before and after a live change. */
import { expect, test } from "vitest";
import type { Effect } from "../../shared/scenario/changes.ts";
import { HOUR } from "../../shared/units.ts";
import { MOST_PICTURED, boothsOpen, pictureOf } from "../../server/measure/frame.ts";
import { classWeights, settingsOf } from "../../server/measure/settings.ts";
import { Tally } from "../../server/measure/tally.ts";
import { PortRun } from "../../server/port/run.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import { SMALL_PORT } from "../protocol/small-port.ts";

function stateAt(ms: number, text = SMALL_PORT, effects: readonly Effect[] = []) {
  const loaded = loadScenario({ file: "port.yaml", text }, shippedLibrary(new Map()));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const plan = planScenario(loaded);
  const timed = effects.map((effect) => ({ fromMs: 8 * HOUR, untilMs: Infinity, effect }));
  const run = new PortRun(plan, { seed: 1, replication: 0, observer: new Tally(plan), effects: timed });
  run.advance(ms);
  return run.state;
}

const settingsAt = (effects: readonly Effect[]) => {
  const state = stateAt(9 * HOUR, SMALL_PORT, effects);
  return settingsOf(state, classWeights(state.plan));
};

test("before the opening the port is empty and every booth closed", () => {
  const state = stateAt(6 * HOUR);
  const { lines, servers, more } = pictureOf(state);
  expect(lines.flat().join("")).toBe("");
  expect(servers[state.plan.primary]).toBe("x-x-x-x-");
  expect([more, boothsOpen(state)]).toEqual([undefined, 0]);
});

test("a line is told from its head, equal neighbors counted, FAST in capitals", () => {
  // The first is served all day; the others stand behind it.
  const timetable = [1, 2, 3].map((k) => `{ from: "07:0${k}", flow: laden }`);
  const list = [
    ...timetable,
    `{ from: "07:04", flow: laden, fast: true }`,
    `{ from: "07:05", flow: empty, fast: true }`,
  ];
  const text = `
cruce: 1
name: One line
hours: "07:00-19:00"
northbound:
  demand: { arrivals: { timetable: [${list.join(", ")}] } }
  stages: { toll: { lanes: 1, service: 10 h } }
`;
  const state = stateAt(8 * HOUR, text);
  const picture = pictureOf(state);
  expect(picture.lines.at(-1)).toEqual(["a2AB"]);
  expect(picture.servers.at(-1)).toBe("ba");
});

test("of a long line so many vehicles are pictured and the rest is counted", () => {
  const text = `
cruce: 1
name: Long line
northbound:
  demand: { arrivals: { timetable: [{ from: "07:00", count: 1000 }] } }
  stages: { toll: { lanes: 1, service: 10 h } }
`;
  const { lines, more } = pictureOf(stateAt(8 * HOUR, text));
  expect(lines.at(-1)).toEqual([`a${MOST_PICTURED}`]);
  expect(more?.at(-1)).toEqual([1_000 - 1 - MOST_PICTURED]);
});

test("settings are the file's until a change replaces them", () => {
  expect(settingsAt([])).toMatchObject({
    fastBooths: 1,
    booths: 4,
    preInspectedShare: 0,
    preInspectedOf: "fast",
    referralFactor: 1,
    scanners: null,
    demandFactor: 1,
  });
  expect(settingsAt([]).referralShare).toBeCloseTo(0.05, 10);
  const changed = settingsAt([
    { kind: "booths", fast: 2 },
    { kind: "preInspected", share: { share: 0.3, of: "general" }, stage: "preInspection" },
    { kind: "referral", factor: 1.5 },
    { kind: "demand", factor: 1.2 },
    { kind: "extraInspection", share: 0.4, stage: "stateSafety" },
  ]);
  expect(changed).toMatchObject({
    fastBooths: 2,
    booths: 4,
    preInspectedShare: 0.3,
    preInspectedOf: "general",
    referralFactor: 1.5,
    demandFactor: 1.2,
    extraInspectionShare: 0.4,
  });
});

test("demand of one flow alone shows as its part of the whole", () => {
  // A tenth of the trucks are empties: doubling them makes a tenth more of all.
  expect(settingsAt([{ kind: "demand", factor: 2, flow: "empty" }]).demandFactor).toBeCloseTo(1.1, 10);
});

test("a booth that is to change its lane type serves the old one until its vehicle has left", () => {
  const text = `
cruce: 1
name: Two booths
hours: "07:00-19:00"
northbound:
  demand: { arrivals: { timetable: [{ from: "07:30", flow: laden }] } }
  stages: { primary: { booths: { fast: 1, general: 1 }, line: own, laneRoom: 3, service: { laden: 1 h, fast: 1 h } } }
  staffing: { primary: { fast: { "07:00": 1, "19:00": 0 }, general: { "07:00": 1, "19:00": 0 } } }
`;
  const booths = (ms: number) => {
    const state = stateAt(ms, text, [{ kind: "booths", fast: 2 }]);
    const { servers, laneTypes } = pictureOf(state);
    return [servers[state.plan.primary], laneTypes[state.plan.primary]];
  };
  expect(booths(7.9 * HOUR)).toEqual([".-ba", "fg"]);
  expect(booths(8.2 * HOUR)).toEqual([".-ba", "fg"]);
  expect(booths(8.7 * HOUR)[1]).toBe("ff");
});

test("places without lane types tell none", () => {
  const { laneTypes, servers } = pictureOf(stateAt(9 * HOUR));
  expect(laneTypes).toHaveLength(servers.length);
  expect(laneTypes.filter((text) => text !== "")).toEqual(["fggg"]);
});

test("a closed booth that is out of use is told apart from one without officers", () => {
  const state = stateAt(9 * HOUR, SMALL_PORT, [{ kind: "boothsClosed", booths: 1, type: "general" }]);
  expect(pictureOf(state).servers[state.plan.primary]).toMatch(/!-$/);
});
