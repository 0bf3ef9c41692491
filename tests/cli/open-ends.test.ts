/** Percentiles of few vehicles, as the command line tells them: an end that is not known, and why. */
import { describe, expect, test } from "vitest";
import type { Reading } from "../../server/analysis/stopping.ts";
import { judge } from "../../server/analysis/requirements.ts";
import {
  differencesTable,
  estimatesTable,
  noteOfDifferences,
  noteOfEstimates,
} from "../../server/cli/output/tables.ts";
import { sweepsCsv } from "../../server/cli/output/sweep-tidy.ts";
import { sweepText } from "../../server/cli/output/sweep.ts";
import type { SweptResult } from "../../server/cli/output/sweep.ts";
import { tidyCsv, tidyJson } from "../../server/cli/output/tidy.ts";
import { judgedRows, sayJudged } from "../../server/cli/requirements.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { endingsOf, untilOf } from "../../server/cli/until.ts";
import { differenceCells, estimateCells } from "../../server/report/tables/rows.ts";
import { effectCells, responseCells } from "../../server/report/tables/sweep-rows.ts";
import { TABLES } from "../../server/report/tables/columns.ts";
import type { Cell, TableName } from "../../server/report/tables/columns.ts";
import type { ExperimentResult } from "../../server/run/experiment.ts";
import type { DifferenceRow, EstimateRow } from "../../shared/estimate.ts";
import { parseRequirement } from "../../shared/requirement.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";

const texts = textsIn("en");
const row = (scenario: string, part: Partial<EstimateRow> = {}): EstimateRow => ({
  scenario,
  metric: "wait",
  statistic: "p95",
  class: "fast",
  stage: null,
  hour: null,
  unit: "min",
  value: 45.2,
  low: 38.1,
  high: null,
  n: 20,
  vehiclesNeeded: 72,
  ...part,
});
const difference: DifferenceRow = {
  ...row("b", { value: -3, low: null, high: null }),
  baseline: "a",
  named: true,
};
const result = {
  scenarios: ["a", "b"],
  estimates: [row("a"), row("b")],
  differences: [difference],
  answer: { metric: "wait", statistic: "p95", class: "fast" },
  gridlocks: [],
  badDays: [],
  shorterDays: [0, 0],
  replications: [0, 1],
  antithetic: false,
  midnightGaps: [null, null],
} as unknown as ExperimentResult;

describe("tables", () => {
  test("have a question mark for the end, and say under them what it means", () => {
    expect(estimatesTable(["a"], result.estimates, null, texts)).toMatch(/ 45\.2 \(38\.1 … \?\)$/);
    const note = ['"?": fewer than 72 vehicles in all do not tell that end of the interval of a percentile.'];
    expect(noteOfEstimates(result.estimates, null, texts)).toEqual(note);
    expect(noteOfDifferences(result, texts)).toEqual(note);
  });

  test("call no difference better without its ends", () => {
    expect(differencesTable(result, texts)).toMatch(/ 45\.2 +45\.2 +-3\.00 \(\? … \?\) {2}too few vehicles$/);
  });

  test("say nothing of it where no end is missing", () => {
    const { vehiclesNeeded: _, ...closed } = row("a", { high: 60 });
    expect(noteOfEstimates([closed], null, texts)).toEqual([]);
  });
});

test("JSON and CSV say how many vehicles the end takes", () => {
  const outcome = { results: [result], readings: [], units: [], total: 2, interrupted: false };
  const report = JSON.parse(tidyJson(outcome, [], 1, { warnings: [], answers: [] })) as {
    readonly estimates: readonly object[];
    readonly differences: readonly object[];
  };
  expect(report.estimates[0]).toMatchObject({ low: 38.1, high: null, vehiclesNeeded: 72 });
  expect(report.differences[0]).toMatchObject({ low: null, high: null, vehiclesNeeded: 72 });
  const [head, first] = tidyCsv(outcome).split("\r\n");
  expect(head).toMatch(/,fewAlike,vehiclesNeeded$/);
  expect(first).toBe("a,,wait,p95,fast,,,min,45.2,38.1,,20,,,,,72");
});

const figure = { metric: "wait", statistic: "p95", class: "fast", stage: null, hour: null, unit: "min" };
const effect = { value: 3, low: null, high: null, n: 20, vehiclesNeeded: 72 };
const swept = {
  name: "port",
  plan: { design: { kind: "grid" }, factors: [], seed: 1 },
  antithetic: false,
  days: 20,
  judged: [],
  endings: [],
  result: {
    settings: [{ name: "x", label: "x" }],
    figures: [figure],
    total: 1,
    points: [{ point: 1, values: ["2"], estimates: [row("port")], notThrough: 0, gridlocks: 0 }],
    effects: [
      {
        figure,
        method: "regression",
        r2: 1,
        isTrusted: true,
        none: null,
        rows: [{ setting: "x", from: "1", to: "2", effect, standardized: effect, size: null, spread: null }],
      },
    ],
    frontier: null,
  },
} as unknown as SweptResult;

test("files have it in a column of its own", () => {
  const cell = (table: TableName, cells: readonly Cell[]): Cell =>
    cells[TABLES[table].findIndex(({ name }) => name === "vehiclesNeeded")]!;
  expect(cell("estimates", estimateCells(row("a")))).toBe(72);
  expect(cell("differences", differenceCells(difference))).toBe(72);
  expect(cell("responses", responseCells(swept)[0]!)).toBe(72);
  expect(cell("effects", effectCells(swept)[0]!)).toBe(72);
});

test("a sweep says so at its points, of its effects and in its CSV", () => {
  const said = sweepText(swept, texts);
  expect(said).toContain("45.2 (38.1 … ?)");
  expect(said).toContain("+3.00 (? … ?)");
  expect(said).toContain('"?": fewer than 72 vehicles');
  const [head, line] = sweepsCsv([swept]).split("\r\n");
  expect(head).toMatch(/,low,high,n,fewAlike,vehiclesNeeded$/);
  expect(line).toMatch(/,45\.2,38\.1,,20,,72$/);
});

describe("a requirement", () => {
  const judged = (text: string) => {
    const asked = parseRequirement(text);
    if (!asked.ok) throw new Error(asked.fault);
    return judge([asked.value], { ...result, scenarios: ["a"] });
  };

  test("that takes the missing end is not known, and the reason is said", () => {
    expect(sayJudged(judged("waitP95 of fast < 50 min"), texts)).toEqual([
      "Not known: a, waitP95 of fast < 50 min: 45.2 (38.1 … ?) min; fewer than 72 vehicles in all do not tell the end of the interval that decides.",
    ]);
    expect(judgedRows(judged("waitP95 of fast < 50 min"))).toMatchObject([
      { outcome: "unknown", vehiclesNeeded: 72 },
    ]);
  });

  test("that the other end decides is judged by that", () => {
    expect(judged("waitP95 of fast < 38 min")[0]!.outcome).toBe("notMet");
    expect(judged("waitP95 of fast > 38 min")[0]!.outcome).toBe("met");
  });
});

test("an experiment that went on for it says what it lacked, in every language", () => {
  const until = untilOf({ until: "waitP95 of fast within 5 %" }, false, 1_000_000, texts)!;
  for (const language of LANGUAGES)
    for (const state of ["limit", "goesOn"] as const) {
      const farthest = { scenario: "a", value: 45.2, half: null, asked: 2, needed: null, vehiclesNeeded: 72 };
      const reading: Reading = { state, days: 20, most: 20, farthest, next: null };
      const { text } = endingsOf([reading], { until }, false, textsIn(language))[0]!;
      expect(text).toMatch(/ 72 (vehicles|vehículos|véhicules) /);
      expect(text).not.toMatch(/\{\{|until\./);
    }
});
