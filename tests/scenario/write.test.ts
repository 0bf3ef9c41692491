/** Scenarios as files say them; that shipped ones read back the same is proved with their YAML. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Change } from "../../shared/scenario/changes.ts";
import { serviceTime } from "../../shared/scenario/distribution.ts";
import { quantity } from "../../shared/scenario/quantity.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import type { ScenarioFile } from "../../shared/scenario/schema.ts";
import { scenarioToFile, withChanges } from "../../shared/scenario/write.ts";
import { UNITS } from "../../shared/units.ts";
import type { Dimension } from "../../shared/units.ts";

const FILE = {
  cruce: 1,
  name: "A port",
  northbound: {
    demand: { trucks: "8000 /day", byHour: { "07:00": "60 %", "12:00": "40 %" } },
    stages: {
      gate: { kind: "toll", lanes: 6, service: "20 s" },
      primary: { booths: { fast: 4, general: 11 }, service: { all: "80 s", fast: "lognormal 55 s cv 0.6" } },
    },
    staffing: { primary: { general: { "07:00": 7, "24:00": 0 } } },
  },
  changes: [{ kind: "demand", at: "10:00", factor: "130 %" }],
};

/** As a reader of files fills it in. */
function read(file: object) {
  const copy = structuredClone(file) as typeof FILE;
  for (const [name, stage] of Object.entries(copy.northbound.stages))
    Object.assign(stage, { kind: name, ...stage });
  return scenarioSchema.parse(copy as unknown as ScenarioFile);
}

describe("a file", () => {
  test("says no more than it must: no defaults, no kind that is the name", () => {
    expect(scenarioToFile(read(FILE))).toEqual(FILE);
  });

  test("leaves out defaults that were written out, within maps and lists too", () => {
    const file = structuredClone(FILE);
    Object.assign(file, { zone: "UTC", days: 1, hours: "00:00-24:00", followFor: "1 d" });
    Object.assign(file.northbound.stages.primary, { moveUp: "0 s", line: "own" });
    Object.assign(file.northbound.staffing, { rules: { setUp: "0 s", relief: 1 }, pools: {} });
    Object.assign(file.changes[0]!, { day: 1 });
    expect(scenarioToFile(read(file))).toEqual(FILE);
  });

  test("says what a stage or change is first, and times in order", () => {
    const file = structuredClone(FILE);
    file.northbound.staffing.primary.general = { "24:00": 0, "07:00": 7 };
    const written = scenarioToFile(read(file)) as typeof FILE;
    expect(Object.keys(written.northbound.staffing.primary.general)).toEqual(["07:00", "24:00"]);
    expect(Object.keys(written.northbound.stages.gate)[0]).toBe("kind");
    expect(Object.keys(written.changes[0]!)[0]).toBe("kind");
  });

  test("stands alone: what it extended is in it", () => {
    expect(scenarioToFile(read({ ...FILE, extends: "other.yaml" }))).toEqual(FILE);
  });
});

test("changes made live follow those of the file, and the scenario itself stays as it was", () => {
  const scenario = read(FILE);
  const live: Change = { kind: "booths", at: 39_600_000, day: 1, fast: 6 };
  expect(scenarioToFile(withChanges(scenario, [live]))["changes"]).toEqual([
    ...FILE.changes,
    { kind: "booths", at: "11:00", fast: 6 },
  ]);
  expect(scenario.changes).toHaveLength(1);
});

describe("what is written reads back as the same number", () => {
  const dimensions = Object.keys(UNITS).filter((name) => name !== "money" && name !== "wage") as Dimension[];
  const decimal = fc
    .tuple(fc.nat(99_999_999), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => (digits / 10 ** places).toFixed(places));

  test.each(dimensions)("quantities of the dimension %s", (dimension) => {
    const codec = quantity(dimension, { example: "1" });
    const units = Object.keys(UNITS[dimension]);
    fc.assert(
      fc.property(decimal, fc.constantFrom(...units), (amount, unit) => {
        const value = codec.parse(`${amount} ${unit}`);
        expect(codec.parse(z.encode(codec, value))).toBe(value);
      }),
    );
  });

  test("service times", () => {
    const seconds = fc.integer({ min: 1, max: 86_400_000 }).map((ms) => `${ms / 1000} s`);
    const cv = fc.integer({ min: 1, max: 500 }).map((hundredths) => `${hundredths / 100}`);
    const text = fc.oneof(
      seconds,
      seconds.map((mean) => `exponential ${mean}`),
      fc
        .tuple(fc.constantFrom("lognormal", "gamma"), seconds, cv)
        .map(([name, mean, c]) => `${name} ${mean} cv ${c}`),
      fc.tuple(seconds, fc.integer({ min: 1, max: 999 })).map(([mean, k]) => `erlang ${mean} shape ${k}`),
      fc.tuple(fc.nat(9_999), fc.nat(9_999)).map(([low, more]) => `uniform ${low} ms to ${low + more} ms`),
    );
    fc.assert(
      fc.property(text, (written) => {
        const time = serviceTime.parse(written);
        expect(serviceTime.parse(z.encode(serviceTime, time))).toEqual(time);
      }),
    );
  });
});
