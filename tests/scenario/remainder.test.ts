/** Mistakes of single values beside mistakes of meaning: all at once, and none that is not there. */
import { describe, expect, test } from "vitest";
import { LAREDO, change } from "./laredo.ts";
import { problemsOf } from "./reading.ts";

/** "code path" of all that is said of the compact port after some changes. */
const said = (...changes: readonly (readonly [from: string, to: string])[]): readonly string[] =>
  problemsOf(changes.reduce((text, [from, to]) => change(text, from, to), LAREDO)).map(
    ({ code, path }) => `${code} ${path}`,
  );

describe("beside values at fault is told", () => {
  const hours = 'days: { mon-fri: "07:00-24:00", fri-sun: "07:00-24:00" }';
  const overlap = ['hours: "07:00-24:00"', `hours: { ${hours} }`] as const;

  test("every other value that is wrong by itself", () => {
    expect(
      said(
        ["zone: America/Chicago", "zone: America/Chicgo"],
        overlap,
        ['"07:00": 5 %', '"07:00": 7 %'],
        ["length: 2.6 km", "length: 2.6"],
      ),
    ).toEqual([
      "CR-319 zone",
      "CR-315 hours.days.fri-sun",
      "CR-302 northbound.demand.byHour",
      "CR-206 northbound.stages.approach.length",
    ]);
  });

  test("the same where name and version are missing", () => {
    const codes = said(["cruce: 1\n", ""], ["name:", "nmae:"], overlap);
    expect(codes).toEqual(["CR-201 nmae", "CR-202 cruce", "CR-202 name", "CR-315 hours.days.fri-sun"]);
  });

  test("all that the parts mean together, where the values at fault bear on none of it", () => {
    expect(
      said(["zone:", "costs: { truckHour: 90 }\nzone:"], ['fast: { "07:00": 4', 'fst: { "07:00": 4']),
    ).toEqual([
      "CR-206 costs.truckHour",
      "CR-313 northbound.staffing.primary",
      "CR-311 northbound.staffing.primary.fst",
    ]);
  });
});

describe("beside values at fault is not told", () => {
  test("a sum that lacks the share at fault", () => {
    expect(said(['"07:00": 5 %', '"07:00": 5'])).toEqual(["CR-209 northbound.demand.byHour.07:00"]);
  });

  test("that nobody comes, where the figure is at fault", () => {
    expect(said(["trucks: 8000 /day", "trucks: 8000"])).toEqual(["CR-206 northbound.demand.trucks"]);
  });

  test("that posts are unknown, where their stage is at fault", () => {
    expect(said(["booths: {", "boots: {"])).toEqual([
      "CR-202 northbound.stages.primary.booths",
      "CR-201 northbound.stages.primary.boots",
    ]);
  });
});
