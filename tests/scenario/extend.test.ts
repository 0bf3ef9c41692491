/** Files that extend others: what merges, what is replaced, where stages stand, where mistakes are told. */
import { describe, expect, test } from "vitest";
import { extendingScenarioSchema } from "../../shared/scenario/extend.ts";
import { LAREDO } from "./laredo.ts";
import { codesOf, problemsOf, readWell } from "./reading.ts";
import type { Files } from "./reading.ts";

const FILES: Files = { "base.yaml": LAREDO };
const child = (rest: string): string => `extends: base.yaml\nname: child\n${rest}`;
const extended = (rest: string) => readWell(child(rest), FILES).scenario;
const stages = (rest: string): readonly string[] =>
  Object.keys(extended(`northbound:\n  stages:\n${rest}`).northbound.stages);

test("maps merge key by key and the rest is kept", () => {
  const { northbound, zone, name } = extended("northbound: { stages: { primary: { moveUp: 12 s } } }");
  expect(name).toBe("child");
  expect(zone).toBe("America/Chicago");
  expect(northbound.stages["primary"]).toMatchObject({
    moveUp: 12_000,
    booths: { fast: 4, general: 11, shared: 0 },
  });
});

test("maps of shares by name merge", () => {
  const { demand } = extended("northbound: { demand: { flows: { empty: 8 %, hazmat: null } } }").northbound;
  expect(demand.flows).toEqual({ laden: 0.92, empty: 0.08 });
});

test("maps by time of day are replaced whole", () => {
  const { staffing } = extended('northbound: { staffing: { primary: { fast: { "10:00": 3 } } } }').northbound;
  expect(staffing["primary"]).toMatchObject({ fast: { "10:00": 3 }, general: { "07:00": 7 } });
  expect(Object.keys((staffing["primary"] as { fast: object }).fast)).toEqual(["10:00"]);
});

test("a value in another form replaces the whole value", () => {
  const single = extended("northbound: { stages: { primary: { service: 80 s } } }").northbound.stages[
    "primary"
  ];
  expect(single).toMatchObject({ service: { kind: "constant", meanMs: 80_000 } });
  const shifts = extended(
    'northbound: { staffing: { primary: { fast: { shifts: [ { officers: 4, from: "07:00", to: "24:00" } ] } } } }',
  ).northbound.staffing["primary"];
  expect(Object.keys((shifts as { fast: object }).fast)).toEqual(["shifts"]);
});

test("a stage of another kind replaces the whole stage", () => {
  const { stages: all } = extended(
    "northbound: { stages: { stateSafety: { kind: toll, lanes: 2, service: 5 s } } }",
  ).northbound;
  expect(all["stateSafety"]).toEqual({
    kind: "toll",
    lanes: 2,
    service: { kind: "constant", meanMs: 5_000 },
    moveUp: 0,
  });
});

test("lists are replaced whole", () => {
  const files = { "base.yaml": `${LAREDO}changes: [ { at: "08:00", kind: demand, factor: 110 % } ]\n` };
  const text = 'extends: base.yaml\nname: child\nchanges: [ { at: "09:00", kind: demand, factor: 120 % } ]\n';
  expect(readWell(text, files).scenario.changes).toMatchObject([{ factor: 1.2 }]);
});

test("a written null removes, an empty value does not", () => {
  expect(stages("    stateSafety: null\n")).not.toContain("stateSafety");
  expect(codesOf(problemsOf(child("northbound: { stages: { stateSafety: } }"), FILES))).toEqual(["CR-215"]);
});

describe("an added stage stands", () => {
  const toll = "lanes: 8, service: 10 s";
  test.each([
    [`    toll: { before: approach, ${toll} }`, ["exportCustoms", "toll", "approach"]],
    [`    toll: { after: approach, ${toll} }`, ["exportCustoms", "approach", "toll"]],
    [
      `    toll: { after: toll2, ${toll} }\n    toll2: { kind: toll, before: approach, ${toll} }`,
      ["exportCustoms", "toll2", "toll", "approach"],
    ],
  ])("%s", (rest, expected) => {
    expect(stages(`${rest}\n`).slice(0, expected.length)).toEqual(expected);
  });
});

test("a stage that is there already moves when the child says where", () => {
  expect(stages("    approach: { before: exportCustoms }\n").slice(0, 2)).toEqual([
    "approach",
    "exportCustoms",
  ]);
});

test("an added stage is itself a place to stand before or after, two files on", () => {
  const files = {
    ...FILES,
    "middle.yaml": child("northbound: { stages: { toll: { before: approach, lanes: 8, service: 10 s } } }"),
  };
  const text =
    "extends: middle.yaml\nname: top\nnorthbound: { stages: { toll2: { kind: toll, before: toll, lanes: 8, service: 10 s } } }";
  expect(Object.keys(readWell(text, files).scenario.northbound.stages).slice(0, 3)).toEqual([
    "exportCustoms",
    "toll2",
    "toll",
  ]);
});

test("mistakes are told in the file that holds them", () => {
  const files = { "base.yaml": LAREDO.replace("freeFlow: 4 min", "freeFlow: 4") };
  const problems = problemsOf(child("northbound: { stages: { primary: { moveUp: 10 } } }"), files);
  expect(problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)).toEqual([
    "mine.yaml:3:44 CR-206",
    "base.yaml:31:68 CR-206",
  ]);
});

test("a mistake that the child replaces is none", () => {
  const files = { "base.yaml": LAREDO.replace("moveUp: 10 s", "moveUp: 10") };
  expect(readWell(child("northbound: { stages: { primary: { moveUp: 12 s } } }"), files).scenario.name).toBe(
    "child",
  );
});

test("what two files say together is told at the value that does not fit", () => {
  const problems = problemsOf(
    child("northbound: { stages: { primary: { booths: { general: 10 } } } }"),
    FILES,
  );
  expect(problems).toMatchObject([
    { code: "CR-312", file: "base.yaml", path: "northbound.staffing.primary.general.09:00" },
  ]);
});

test("where the extended file cannot be read, the child's own mistakes are told too", () => {
  const problems = problemsOf(
    "extends: gone.yaml\nname: child\nnorthbound: { stages: { primary: { moveUp: 10, bogus: 1 } } }",
  );
  expect(codesOf(problems)).toEqual(["CR-121", "CR-206", "CR-201"]);
});

test("the list of files comes with the scenario, its own first", () => {
  expect(readWell(child(""), FILES).sources.map(({ file }) => file)).toEqual(["mine.yaml", "base.yaml"]);
});

test("the form of files that extend leaves every key out and lets null remove", () => {
  const parse = (rest: object): boolean =>
    extendingScenarioSchema.safeParse({ extends: "a.yaml", ...rest }).success;
  expect(parse({})).toBe(true);
  expect(
    parse({ northbound: { stages: { primary: { kind: "primary", booths: { fast: 6 }, referral: null } } } }),
  ).toBe(true);
  expect(parse({ northbound: { stages: { primary: null }, demand: { trucks: null, rates: "5 /h" } } })).toBe(
    true,
  );
  expect(parse({ northbound: { stages: { primary: { kind: "primary", booths: { fast: "6" } } } } })).toBe(
    false,
  );
  expect(extendingScenarioSchema.safeParse({ name: "x" }).success).toBe(false);
});
