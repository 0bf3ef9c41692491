/** A setting put into a scenario before its check. */
import { describe, expect, test } from "vitest";
import { readVariants } from "../../server/scenario/load.ts";
import type { ScenarioVariants } from "../../server/scenario/load.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { parsePath } from "../../shared/scenario/setting-path.ts";
import { unknownPart } from "../../shared/scenario/setting.ts";
import { LAREDO } from "./laredo.ts";
import { codesOf } from "./reading.ts";

const AT = { file: "--vary", line: 0, column: 0 };
const CHILD = "extends: base.yaml\nname: child\nnorthbound: { demand: { trucks: 9000 /day } }\n";

function variants(text = LAREDO): ScenarioVariants {
  const read = readVariants({ file: "mine.yaml", text }, shippedLibrary(new Map([["base.yaml", LAREDO]])));
  if (!read.ok) throw new Error(codesOf(read.problems).join());
  return read;
}

const set = (path: string, value: unknown) => [{ path: parsePath(path), value, at: AT }];

describe("a setting", () => {
  test("of a file or of one that it extends is replaced, and nothing else", () => {
    const both = variants(CHILD);
    const varied = both.load(set("northbound.stages.primary.booths.general", 13));
    const as = both.load([]);
    if (!varied.ok || !as.ok) throw new Error("not loaded");
    const { primary } = varied.scenario.northbound.stages;
    expect(primary).toMatchObject({ booths: { fast: 4, general: 13 } });
    expect(varied.scenario.northbound.demand).toEqual(as.scenario.northbound.demand);
    expect(as.scenario.northbound.stages["primary"]).toMatchObject({ booths: { fast: 4, general: 11 } });
  });

  test("that the file leaves out is added, with the maps on the way", () => {
    const varied = variants().load(set("costs.officerHour", "$ 80 /h"));
    expect(varied).toMatchObject({ ok: true, scenario: { costs: { officerHour: 80 } } });
  });

  test("gets the errors of any other value, at the place it came from, and leaves none behind", () => {
    const read = variants();
    const wrong = read.load(set("northbound.demand.trucks", "9000 km"));
    if (wrong.ok) throw new Error("accepted");
    expect(wrong.problems).toMatchObject([{ ...AT, code: "CR-207", path: "northbound.demand.trucks" }]);
    expect(read.load([]).ok).toBe(true);
  });

  test("gets the errors of what values mean together", () => {
    const tooFew = variants().load(set("northbound.stages.primary.booths.general", 8));
    if (tooFew.ok) throw new Error("accepted");
    expect(tooFew.problems.map(({ path }) => path)).toContain("northbound.staffing.primary.general.09:00");
  });
});

test.each([
  ["northbound.demand.trucks", ["northbound", "demand", "trucks"]],
  [
    'northbound.stages.primary.service["fast empty"]',
    ["northbound", "stages", "primary", "service", "fast empty"],
  ],
  ["changes[0].for", ["changes", 0, "for"]],
])("%s is read as a path", (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

test.each([
  ["northbound.stages.primry.booths", { key: "primry", params: { guess: "primary" } }],
  ["northbound.demand.truks", { key: "truks", params: { guess: "trucks" } }],
  ["northbound.stages.primary.booths.general.more", { key: "more" }],
  ["", { key: "" }],
])("%s is no setting: the part at fault is named, with the nearest that there is", (path, wanted) => {
  expect(unknownPart(variants().data, parsePath(path))).toMatchObject(wanted);
});

test.each(["northbound.demand.factor", "northbound.staffing.rules.relief", "costs.officerHour"])(
  "%s is a setting although the file does not say it",
  (path) => {
    expect(unknownPart(variants().data, parsePath(path))).toBeNull();
  },
);
