/** Random scenarios say everything that a file may say, so that no setting is left out of the laws by mistake. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { EFFECTS } from "../../shared/scenario/changes.ts";
import { demand } from "../../shared/scenario/demand.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import { stage } from "../../shared/scenario/stages.ts";
import { loadedScenario, scenarioFile } from "./arbitrary/scenario.ts";

const SAMPLE = fc.sample(scenarioFile, { numRuns: 600, seed: 7 });
const LOADED = SAMPLE.map(loadedScenario).filter((loaded) => loaded !== null);
/** Every "key" and "key: word" at any depth, under what it stands in. */
const SAID = new Set<string>();

function note(path: string, value: unknown): void {
  if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) note(`${path}.${key}`, inner);
  else SAID.add(`${path}: ${value}`);
  SAID.add(path);
}
for (const { scenario } of LOADED) {
  const { stages, staffing, demand: who } = scenario.northbound;
  for (const [key, value] of Object.entries({ ...scenario, northbound: undefined }))
    if (value !== undefined) note(key, value);
  for (const one of Object.values(stages)) note(one.kind, one);
  for (const change of scenario.changes) note(change.kind, change);
  note("demand", who);
  note("rules", staffing.rules);
}

/** What a field may say: itself, and each of its words. */
function fieldsOf(path: string, shape: object, except: readonly string[] = []): readonly string[] {
  return Object.entries(shape)
    .filter(([key]) => !except.includes(key))
    .flatMap(([key, field]) => [
      `${path}.${key}`,
      ...wordsOf(field).map((word) => `${path}.${key}: ${word}`),
    ]);
}

function wordsOf(field: unknown): readonly unknown[] {
  const { options, def } = field as { options?: readonly unknown[]; def?: { innerType?: unknown } };
  if (options?.every((option) => typeof option === "string") === true) return options;
  return def?.innerType === undefined ? [] : wordsOf(def.innerType);
}

test("nearly all of them are accepted by the checks", () => {
  expect(LOADED.length / SAMPLE.length).toBeGreaterThan(0.9);
});

const KINDS = stage.options.map(({ shape }) => ({ kind: shape.kind.value, shape }));
test.each(KINDS)("every setting of $kind occurs", ({ kind, shape }) => {
  expect(fieldsOf(kind, shape, ["before", "after"]).filter((field) => !SAID.has(field))).toEqual([]);
});

test.each(Object.entries(EFFECTS))("changes of kind %s occur with every setting", (kind, shape) => {
  expect(fieldsOf(kind, shape).filter((field) => !SAID.has(field))).toEqual([]);
});

test("every setting of demand occurs", () => {
  expect(fieldsOf("demand", demand.shape).filter((field) => !SAID.has(field))).toEqual([]);
});

test("every setting of the scenario itself occurs", () => {
  const { shape } = scenarioSchema;
  const top = Object.keys(shape).filter((key) => !["extends", "northbound"].includes(key));
  expect(top.filter((key) => !SAID.has(key))).toEqual([]);
});

test.each([
  "rules.closesFirst: named officers",
  "rules.closesFirst: first free",
  "rules.closesFirst: shortest line",
  "rules.laneOfClosingBooth: serve it",
  "rules.laneOfClosingBooth: merge into others",
  "rules.setUp",
  "rules.relief: 1.4",
  "atClosing: clear the queue",
  "atClosing: hold it until opening",
  "atClosing: turn it away",
  "station.servers: unlimited",
  "nii.review.wait: goes on queueing",
  "nii.review.wait: at the scanner",
  "nii.review.wait: in the yard",
  "hours.days.sun",
  "primary.referral.reasonsOf.fast.scan",
])("%s occurs", (said) => {
  expect(SAID.has(said)).toBe(true);
});
