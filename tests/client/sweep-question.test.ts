/** The form of a sweep: the request that it makes, how much that is, and what is wrong with its values. */
import { describe, expect, test } from "vitest";
import { problem } from "../../shared/problem.ts";
import type { ProblemCode } from "../../shared/problem.ts";
import { problemsOf } from "../../shared/experiment-check.ts";
import type { ExperimentProblem } from "../../shared/experiment-check.ts";
import {
  placedFields,
  pointsOf,
  problemsOfSweepForm,
  sizeOf,
  sweepRequestOf,
  toldProblems,
  varied,
  withDesign,
  withNoneNew,
  withOneMore,
} from "../../client/views/experiments/sweep-question.ts";
import type { SweepQuestion } from "../../client/views/experiments/sweep-question.ts";
import { sizeText } from "../../client/views/experiments/sweep-said.ts";
import type { Preset } from "../../client/views/experiments/sweep-settings.ts";
import { problemTexts, titleOf } from "../../client/views/experiments/said.ts";
import { wordsOf } from "../../client/views/words.ts";

const trucks = "northbound.demand.trucks";
const presets: readonly Preset[] = [
  {
    setting: trucks,
    values: "× 0.9, × 1, × 1.1",
    range: { from: "× 0.8", to: "× 1.2", count: "5" },
    text: "trucks a day",
  },
  { setting: "", values: "", range: { from: "", to: "", count: "5" }, text: "another" },
];
const grid: SweepQuestion = {
  scenario: 0,
  design: "grid",
  points: null,
  varied: [varied(presets, 0, "grid")],
  respond: ["wait"],
  days: "20",
};
const one = (also: Partial<SweepQuestion["varied"][number]>): SweepQuestion => ({
  ...grid,
  varied: [{ ...grid.varied[0], ...also }],
});
const ownPath = (path: string): SweepQuestion["varied"][number] => ({
  ...grid.varied[0]!,
  preset: 1,
  path,
});
const range = (from: string, to: string, count = "5"): SweepQuestion =>
  one({ given: "range", range: { from, to, count } });
const request = (asked: SweepQuestion) => sweepRequestOf(asked, presets);
const problems = (asked: SweepQuestion, said: readonly ExperimentProblem[] = []) =>
  problemsOfSweepForm(asked, presets, 1, said);
const texts = (asked: SweepQuestion): string => problemTexts(wordsOf("en"), problems(asked)) ?? "";

describe("the request", () => {
  test("has values as a list, or as a range of which a grid takes so many", () => {
    expect(request(grid)).toMatchObject({
      design: "grid",
      vary: [{ setting: trucks, values: "× 0.9, × 1, × 1.1" }],
      days: 20,
    });
    expect(request(grid)).not.toHaveProperty("points");
    expect(request(range(" 6000 /day", "10000 /day ")).vary[0]!.values).toBe("6000 /day to 10000 /day in 5");
  });

  test("of a Latin hypercube has its points and ranges from end to end", () => {
    const latin = withDesign({ ...grid, varied: [...grid.varied, varied(presets, 1, "grid")] }, "latin");
    expect(request(latin)).toMatchObject({ design: "latin", points: 20 });
    expect(request(latin).vary[0]!.values).toBe("× 0.8 to × 1.2");
    expect(titleOf(wordsOf("en"), request(latin))).toContain("Latin hypercube");
  });

  test("has ten points for each setting, one that is added later too, or as many as were typed", () => {
    const latin = withDesign(grid, "latin");
    const added = (asked: SweepQuestion): SweepQuestion => ({
      ...asked,
      varied: [...asked.varied, varied(presets, 1, "latin")],
    });
    expect(request(latin)).toMatchObject({ points: 10 });
    expect(request(added(latin))).toMatchObject({ points: 20 });
    expect(request(added({ ...latin, points: "12" }))).toMatchObject({ points: 12 });
    expect(pointsOf(added({ ...latin, points: "" }))).toBe("");
  });

  test("of steps has ten trajectories, each of a point more than there are settings", () => {
    const steps = withDesign({ ...grid, varied: [...grid.varied, varied(presets, 1, "grid")] }, "morris");
    expect(request(steps)).toMatchObject({ design: "morris", points: 30 });
    expect(request(steps).vary[0]!.values).toBe("× 0.8 to × 1.2");
    expect(titleOf(wordsOf("fr"), request(steps))).toContain("trajectoires de Morris");
  });

  test("names the first of many settings in its title, and how many there are", () => {
    const paths = ["a.one", "b.two", "c.three", "d.four", "e.five"];
    const own = paths.map((path) => ({ ...varied(presets, 1, "morris"), path }));
    const asked = { ...withDesign(grid, "morris"), varied: own };
    expect(titleOf(wordsOf("en"), request(asked))).toContain("a.one, b.two, c.three, … (5), trajectories");
  });

  test("takes the path of the reader where none is offered", () => {
    const own = {
      ...varied(presets, 1, "grid"),
      path: "northbound.stages.primary.moveUp",
      values: "5 s, 10 s",
    };
    expect(request({ ...grid, varied: [own] }).vary[0]!.setting).toBe("northbound.stages.primary.moveUp");
  });
});

describe("how much it is", () => {
  test("follows of a grid from its values, of a hypercube from its points", () => {
    expect(sizeOf(grid)).toEqual({ points: 3, days: 60 });
    const other = { ...grid.varied[0], given: "range" as const };
    expect(sizeOf({ ...grid, varied: [...grid.varied, other] })).toEqual({ points: 15, days: 300 });
    expect(sizeOf({ ...withDesign(grid, "latin"), points: "12" })).toEqual({ points: 12, days: 240 });
  });

  test("is of steps as many as whole trajectories have", () => {
    expect(sizeOf({ ...withDesign(grid, "morris"), points: "13" })).toEqual({ points: 12, days: 240 });
    expect(sizeOf({ ...withDesign(grid, "morris"), points: "1" })).toBeNull();
  });

  test("is said with the time it takes, where a day has been seen to run", () => {
    const size = sizeOf(grid)!;
    const said = (dayMs: number | null): string =>
      sizeText(wordsOf("en"), size, dayMs).replaceAll("\u00a0", " ");
    expect(said(null)).toBe("3 points: 60 days in all");
    expect(said(3_000)).toBe("3 points: 60 days in all, about 3 min at the pace of the last sweep");
    expect(said(1)).toContain("about 1 min at");
  });

  test("is not known while something is wrong", () => {
    expect(sizeOf(one({ values: "× 1" }))).toBeNull();
    expect(sizeOf({ ...grid, days: "some" })).toBeNull();
    expect(sizeOf({ ...withDesign(grid, "latin"), points: "" })).toBeNull();
  });
});

describe("one more setting", () => {
  const officers = "northbound.staffing.primary.general";
  const preset = (setting: string, text: string): Preset => ({ ...presets[0]!, setting, text });
  const offered = [
    preset(`northbound.stages.primary.booths.general, ${officers}`, "booths with an officer each"),
    preset(officers, "officers"),
    ...presets,
  ];
  const asked: SweepQuestion = { ...grid, varied: [varied(offered, 0, "grid")] };
  const of = (all: SweepQuestion) => problemsOfSweepForm(all, offered, 1, []);
  const own = withOneMore(withOneMore(asked, offered), offered);

  test("is the first that varies nothing that another does, and then one whose path the reader writes", () => {
    expect(own.varied.map(({ preset: place }) => place)).toEqual([0, 2, 3]);
    const written: SweepQuestion = { ...asked, varied: [{ ...ownPath(trucks), preset: 3 }] };
    expect(withOneMore(withOneMore(written, offered), offered).varied.map((row) => row.preset)).toEqual([
      3, 0, 3,
    ]);
    expect(withOneMore(own, offered).varied.at(-1)).toMatchObject({ preset: 3, path: "", isNew: true });
  });

  test("lacks a path and values, which is told once it has been left", () => {
    const fields = ["vary.2.setting", "vary.2.values"];
    expect(of(own).map(({ field }) => field)).toEqual(fields);
    expect(toldProblems(own, of(own))).toEqual([]);
    const left = withNoneNew(own);
    expect(toldProblems(left, of(left)).map(({ field }) => field)).toEqual(fields);
    expect(problemTexts(wordsOf("en"), of(left))).toBe(
      "The path of the setting is missing. The values of the setting are missing.",
    );
  });

  test("that varies what another does is told by both names", () => {
    const both = { ...asked, varied: [0, 1].map((place) => varied(offered, place, "grid")) };
    expect(of(both).map(({ field }) => field)).toEqual(["vary.1.setting"]);
    expect(problemTexts(wordsOf("en"), of(both))).toBe(
      `Setting 2 (officers) and setting 1 (booths with an officer each) both vary ${officers}: change one of them, or leave it out.`,
    );
    const wider = { ...asked, varied: [asked.varied[0]!, { ...ownPath("northbound.staffing"), preset: 3 }] };
    expect(problemTexts(wordsOf("en"), of(wider))).toContain(`(northbound.staffing) and setting 1`);
    expect(problemTexts(wordsOf("en"), of(wider))).toContain(`both vary ${officers}:`);
  });

  test("that is the same as another is told, by the server too", () => {
    const twice = { ...asked, varied: [asked.varied[0]!, asked.varied[0]!] };
    const said = problemsOf(sweepRequestOf(twice, offered), 1);
    expect(said).toMatchObject([{ field: "vary.1.setting", code: "overlap" }]);
    expect(problemTexts(wordsOf("en"), problemsOfSweepForm(twice, offered, 1, said))).toBe(
      problemTexts(wordsOf("en"), of(twice)),
    );
  });
});

describe("what is wrong", () => {
  test("is nothing as the form begins, whatever the design", () => {
    expect(problems(grid)).toEqual([]);
    expect(problems(withDesign(grid, "latin"))).toEqual([]);
    expect(problems(withDesign(grid, "morris"))).toEqual([]);
  });

  test("is a grid of more than three settings, but no other design until there are more than twenty", () => {
    const many = (count: number, design: SweepQuestion["design"]): SweepQuestion =>
      withDesign(
        { ...grid, varied: Array.from({ length: count }, (_, n) => ownPath(`northbound.lot${n}`)) },
        design,
      );
    expect(texts(many(4, "grid"))).toMatch(/one to 3 settings: leave some out, or choose another way/);
    expect(problems(many(20, "latin"))).toEqual([]);
    expect(problems(many(20, "morris"))).toEqual([]);
    expect(sizeOf(many(20, "morris"))).toEqual({ points: 210, days: 4200 });
    expect(texts(many(21, "morris"))).toMatch(/Expected one to 20 settings/);
  });

  test("with a list to take steps of is said at its values, with points out of bounds at these", () => {
    const steps: SweepQuestion = { ...grid, design: "morris", points: "1" };
    expect(problems(steps).map(({ field }) => field)).toEqual(["points", "vary.0.values"]);
    expect(texts({ ...steps, points: "4" })).toMatch(/trajectories of Morris take steps/);
  });

  test("with values is said at their setting before anything is sent", () => {
    const wrong = {
      "× 1, 5 /day": "values of one kind",
      "+ 5 km, + 6 kg": "units that measure the same thing",
      "× 1": "two different values",
      "6000 /day to 9000 /day": "how many values a grid takes",
    };
    for (const [values, said] of Object.entries(wrong)) {
      expect(problems(one({ values })), values).toMatchObject([{ field: "vary.0.values", code: "setting" }]);
      expect(texts(one({ values })), values).toContain(said);
    }
  });

  test("with a range is said without marks, and with how many by itself", () => {
    expect(texts(range("× 1", "× 1"))).toBe(
      "expected two different values at the least, each once; found × 1 to × 1 in 5 → add values, or give a range with ends that differ",
    );
    expect(texts(range("× 0.9", "5 /day"))).toContain("write × 0.8, × 1, × 1.2, or");
    expect(problems(range("× 0.9", "× 0.9", "one"))).toMatchObject([
      { field: "vary.0.count", code: "number", params: { found: "one", least: 2, most: 240 } },
    ]);
    expect(problems(range("× 0.5", "× 1.5", "51"))).toEqual([]);
    expect(problems(range("× 0.5", "× 1.5", "241"))).toMatchObject([{ field: "vary.0.count" }]);
  });

  test("with an end of a range that is no single amount is said at that end, and no other number is taken for it", () => {
    expect(request(range("× 0,8", "× 1,25")).vary[0]!.values).toBe("× 0.8 to × 1.25 in 5");
    expect(request(range("0,125 min", "6000,125 min")).vary[0]!.values).toBe(
      "0.125 min to 6000.125 min in 5",
    );
    for (const from of ["6,000 /day", "8, 9, 10", "8,9,10", "8,", "a lot"]) {
      const asked = range(from, "9000 /day");
      expect(problems(asked), from).toMatchObject([
        { field: "vary.0.from", code: "amount", params: { found: from } },
      ]);
      expect(request(asked).vary[0]!.values, from).toBe("");
      expect(sizeOf(asked), from).toBeNull();
    }
    expect(problems(range("6000 /day", " "))).toMatchObject([
      { field: "vary.0.to", code: "amount", params: { context: "none" } },
    ]);
    expect(texts(range("6000 /day", ""))).toContain("nothing is written here");
    expect(problems(range("", ""))).toMatchObject([{ field: "vary.0.values", code: "noValues" }]);
  });

  test("with the path is said beside a wrong count, and the server's word at path or values", () => {
    const own = { ...range("× 0.9", "× 1.1", "one").varied[0]!, preset: 1, path: "" };
    const fields = problems({ ...grid, varied: [own] }).map(({ field }) => field);
    expect(fields).toEqual(["vary.0.setting", "vary.0.count"]);
    const said = (code: ProblemCode): ExperimentProblem => ({
      field: "vary.0",
      code: "setting",
      problem: problem(code, { file: "vary.0", line: 0, column: 0 }, "vary", {}),
    });
    expect(problems(grid, [said("CR-601"), said("CR-607")]).map(({ field }) => field)).toEqual([
      "vary.0.setting",
      "vary.0.values",
    ]);
  });

  test("with the number of points is told at it, or at no field where a grid has too many", () => {
    const latin = { ...withDesign(grid, "latin"), points: "900" };
    expect(problems(latin)).toMatchObject([{ field: "points", params: { found: "900", most: 240 } }]);
    const many = range("× 0.5", "× 1.5", "50");
    const square = {
      ...many,
      varied: [...many.varied, { ...many.varied[0]!, preset: 1, path: "northbound.lot" }],
    };
    expect(problems(square)).toMatchObject([{ field: "vary", code: "points", params: { found: 2500 } }]);
    expect(placedFields(square)).not.toContain("vary");
  });

  test("is said once, by page and server", () => {
    const asked = one({ values: "× 1" });
    const [own] = problems(asked);
    const said = { ...own!, field: "vary.0" } as ExperimentProblem;
    expect(problemTexts(wordsOf("en"), problems(asked, [said]))).toBe(texts(asked));
  });
});
