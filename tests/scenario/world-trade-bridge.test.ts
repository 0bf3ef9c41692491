/** The shipped bridge lands in the public facts, and its variants go where theory says. */
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import type { DifferenceRow, EstimateRow } from "../../shared/estimate.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { runExperiment } from "../../server/run/experiment.ts";
import { diskLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";

const LIBRARY = diskLibrary(fileURLToPath(new URL("../../scenarios/", import.meta.url)));
const DAYS = 8;
const VARIANTS = [
  "fast-booths-6",
  "before-2023",
  "pre-inspection-20",
  "one-more-shift",
  "portals-before-primary",
  "demand-115",
] as const;

function load(name: string): LoadedScenario {
  const loaded = loadScenario({ name: `${name}.yaml` }, LIBRARY);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded;
}

const today = load("laredo-world-trade-bridge");
const variants = VARIANTS.map((name) => load(`laredo-${name}`));
let estimates: readonly EstimateRow[] = [];
let differences: readonly DifferenceRow[] = [];

beforeAll(async () => {
  const { result } = await runExperiment({ scenarios: [today, ...variants], seed: 1, replications: DAYS });
  ({ estimates, differences } = result);
}, 120_000);

type Key = { readonly metric: string; readonly statistic: string; readonly stage?: string };
const isAbout = (row: EstimateRow, { metric, statistic, stage }: Key): boolean =>
  row.metric === metric &&
  row.statistic === statistic &&
  row.class === null &&
  row.hour === null &&
  row.stage === (stage ?? null);
const ofToday = (metric: string, statistic: string): number =>
  estimates.find((row) => row.scenario === today.scenario.name && isAbout(row, { metric, statistic }))!.value;
const change = (variant: (typeof VARIANTS)[number], metric: string, statistic: string): DifferenceRow => {
  const { name } = variants[VARIANTS.indexOf(variant)]!.scenario;
  return differences.find((row) => row.scenario === name && isAbout(row, { metric, statistic }))!;
};

test("about 8,000 trucks cross on a midweek day, and all of them are cleared", () => {
  expect(ofToday("arrivals", "total")).toBeGreaterThan(7_800);
  expect(ofToday("arrivals", "total")).toBeLessThan(8_200);
  expect(ofToday("departures", "total")).toBe(ofToday("arrivals", "total"));
});

test("229 to 242 booth-hours are staffed, and each clears 33 to 35 trucks", () => {
  expect(ofToday("boothHours", "total")).toBeGreaterThan(229);
  expect(ofToday("boothHours", "total")).toBeLessThan(242);
  expect(ofToday("trucksPerBoothHour", "mean")).toBeGreaterThan(33);
  expect(ofToday("trucksPerBoothHour", "mean")).toBeLessThan(35);
});

test("fifteen booths, four of them for FAST", () => {
  expect(today.scenario.northbound.stages["primary"]).toMatchObject({
    booths: { fast: 4, general: 11, shared: 0 },
  });
});

test("the mean wait is 20 to 40 minutes", () => {
  expect(ofToday("wait", "mean")).toBeGreaterThan(20);
  expect(ofToday("wait", "mean")).toBeLessThan(40);
});

test("six FAST booths of the same fifteen make the waits worse, for FAST too", () => {
  expect(change("fast-booths-6", "wait", "mean").low!).toBeGreaterThan(10);
});

test("the bridge before February 2023 does not fit today's demand, and the check says so", () => {
  expect(variants[VARIANTS.indexOf("before-2023")]!.warnings.map((warning) => warning.code)).toContain(
    "CR-401",
  );
  expect(change("before-2023", "wait", "mean").low!).toBeGreaterThan(10);
  expect(change("before-2023", "unfinished", "total").value).toBe(0);
});

test("one more shift of officers cuts the mean wait by a third at least", () => {
  expect(change("one-more-shift", "wait", "mean").high!).toBeLessThan(-ofToday("wait", "mean") / 3);
  expect(change("one-more-shift", "officerHours", "total").low!).toBeGreaterThan(0);
});

test("pre-inspecting a fifth of the FAST trucks shortens what they queue, and hardly the mean", () => {
  expect(Math.abs(change("pre-inspection-20", "wait", "mean").value)).toBeLessThan(1);
  expect(change("pre-inspection-20", "crossingTime", "mean").value).toBeLessThan(0);
});

test("scanning every truck before primary costs time, even where all images are read while they queue", () => {
  expect(change("portals-before-primary", "wait", "mean").low!).toBeGreaterThan(0);
});

test("15 % more trucks are today's trucks and more, and wait longer", () => {
  const more = change("demand-115", "arrivals", "total").value / ofToday("arrivals", "total");
  expect(more).toBeGreaterThan(0.13);
  expect(more).toBeLessThan(0.17);
  expect(change("demand-115", "wait", "mean").low!).toBeGreaterThan(10);
  const { name } = variants[VARIANTS.indexOf("demand-115")]!.scenario;
  const lost = differences.find(
    (row) => row.scenario === name && isAbout(row, { metric: "onlyInBaseline", statistic: "total" }),
  );
  expect(lost?.value ?? 0).toBe(0);
});
