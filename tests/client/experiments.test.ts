/** Experiments in words and pictures: what an interval says as it narrows, and what is wrong with a request. */
import { expect, test } from "vitest";
import { problemsOf } from "../../shared/experiment-check.ts";
import type { CompareData, CompareRequest, ExperimentFrame, SweepRequest } from "../../shared/experiments.ts";
import type { ResultRow } from "../../shared/protocol.ts";
import { clearRuns } from "../../client/charts/narrowing.ts";
import { tickDigits } from "../../client/charts/ticks.ts";
import {
  asWritten,
  compareHeadline,
  compareTable,
  leftText,
  narrowingFinding,
  pointsOf,
  precisionText,
  problemTexts,
  titleOf,
} from "../../client/views/experiments/said.ts";
import { wholeOf } from "../../client/views/experiments/fields.tsx";
import { wordsOf } from "../../client/views/words.ts";

const en = wordsOf("en");
const estimate = (value: number, half: number, n = 40) => ({
  value,
  low: value - half,
  high: value + half,
  n,
});
const row: ResultRow = {
  metric: "wait",
  statistic: "mean",
  class: null,
  unit: "min",
  estimates: [estimate(30, 1), estimate(27, 1)],
  differences: [null, estimate(-3, 1)],
  named: true,
};
const data = (values: readonly (readonly [number, number])[]): CompareData => ({
  kind: "compare",
  differences: [[], []],
  changes: [],
  rows: [row],
  narrowing: {
    days: values.map((_, index) => index + 3),
    scenarios: [values.map(([value, half], index) => estimate(value, half, index + 3))],
  },
  within: { kind: "absolute", half: 1 },
  reading: null,
  shorterDays: [0, 3],
});
const request: CompareRequest = {
  kind: "compare",
  scenarios: [0, 2],
  answer: "wait",
  stop: { by: "precision", within: "1 min", most: 640 },
};

const plain = (text: string | null): string => (text ?? "").replaceAll("\u00a0", " ");

test("the finding says from how many days on the interval has left out 0, counting only what has stayed so", () => {
  const points = pointsOf(
    data([
      [-3, 2.5],
      [-3, 3.5],
      [-3, 2],
      [-3, 1],
    ]),
    1,
  );
  expect(clearRuns(points).map((run) => run.map(({ days }) => days))).toEqual([[3], [5, 6]]);
  expect(plain(narrowingFinding(en, "wait", row, points))).toBe(
    "After 6 days the difference is −3.0 min (95 %: −4.0 to −2.0). From 5 days on, the interval leaves out 0.",
  );
});

test("an interval that holds 0 is too close to call, however long it did not", () => {
  const points = pointsOf(
    data([
      [-3, 2],
      [-1, 2],
    ]),
    1,
  );
  expect(narrowingFinding(en, "wait", row, points)).toMatch(/The interval holds 0: too close to call\.$/);
});

test("scenarios go by their letters in the session, wherever they stand in the request", () => {
  expect(titleOf(en, request)).toBe("C against A: Wait, mean");
  expect(plain(compareHeadline(en, data([]), request.scenarios, 1))).toContain(
    "C cuts the mean wait by 3.0 min",
  );
  expect(compareTable(en, data([]), request.scenarios).columns).toContain("C − A");
});

test("a precision is told as it was read at the last look", () => {
  const reading = {
    state: "goesOn",
    days: 40,
    half: 1.6,
    asked: 1,
    next: { look: 80, expected: 160 },
    vehiclesNeeded: null,
  } as const;
  expect(plain(precisionText(en, request, { reading }))).toBe(
    "Known to ±1.60 min after 40 days; ±1.00 min is asked. Expected to be enough: 160 days.",
  );
  expect(precisionText(en, request, { reading: null })).toBeNull();
});

test("days that are left are told with their time as soon as that is known", () => {
  const frame = (leftMs: number | null) => ({ done: 20, total: 60, leftMs }) as ExperimentFrame;
  expect(leftText(en, frame(null))).toBe("40 days left");
  expect(leftText(en, frame(20_000))).toBe("40 days left, less than a minute");
  expect(leftText(en, frame(125_000))).toMatch(/^40 days left, about 2.min$/);
});

test("what is wrong is said for each field in the reader's language", () => {
  const wrong: SweepRequest = {
    kind: "sweep",
    scenarios: [4],
    vary: [{ setting: " ", values: "1, 2" }],
    respond: [],
    frontier: ["officerHours", "waitP95"],
    days: 300,
  };
  const problems = problemsOf(wrong, 2);
  expect(problems.map(({ field }) => field)).toEqual(["scenarios", "vary.0.setting", "respond", "days"]);
  expect(problemTexts(wordsOf("es"), problems.slice(-1))).toBe(
    "Se espera un número entero de 5 a 200; se encontró 300.",
  );
});

test.each([
  ["20.5", "Expected a whole number from 5 to 2000; found 20.5."],
  ["1e3", "Expected a whole number from 5 to 2000; found 1e3."],
  [" ", "Expected a whole number from 5 to 2000; nothing is written here."],
])("a number of days such as %j is told as it was written", (written, sentence) => {
  const problems = problemsOf({ ...request, stop: { by: "days", days: wholeOf(written) } }, 3);
  expect(problemTexts(en, asWritten(problems, { "stop.days": written }))).toBe(sentence);
});

test.each([
  ["0 min", "0", "Expected a number above 0, such as 0.5 or 2; found 0."],
  ["-1 min", "-1", "Expected a number above 0, such as 0.5 or 2; found -1."],
  [" min", "", "Expected a number above 0, such as 0.5 or 2; nothing is written here."],
])("a width such as %j is refused in the words of the form", (within, written, sentence) => {
  const problems = problemsOf({ ...request, stop: { by: "precision", within, most: 640 } }, 3);
  expect(problemTexts(en, asWritten(problems, { "stop.within": written }))).toBe(sentence);
});

test("a percentage of a difference is refused, as it is by the command line", () => {
  const problems = problemsOf({ ...request, stop: { by: "precision", within: "5 %", most: 640 } }, 3);
  expect(problems).toMatchObject([{ field: "stop.within", code: "within", params: { found: "5 %" } }]);
});

test("what both page and server say of a field is told once", () => {
  const problems = problemsOf({ ...request, stop: { by: "days", days: 2 } }, 3);
  expect(problemTexts(en, [...problems, ...problems])).toBe(
    "Expected a whole number from 5 to 2000; found 2.",
  );
});

test("ticks of an axis have as many decimals as tell them apart", () => {
  expect([
    tickDigits([0, 20, 40]),
    tickDigits([0, 0.5, 1]),
    tickDigits([-0.1, -0.05, 0]),
    tickDigits([0.2, 0.3]),
    tickDigits([]),
  ]).toEqual([0, 1, 2, 1, 0]);
});

test("a tick by itself has the decimals that it is written with", () => {
  expect([[0], [20], [0.5], [2.5]].map(tickDigits)).toEqual([0, 0, 1, 1]);
});
