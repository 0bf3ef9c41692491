/** Which lines the tables of `run` and `compare` have. */
import { expect, test } from "vitest";
import {
  differencesTable,
  estimatesTable,
  noteOfDifferences,
  noteOfEstimates,
} from "../../server/cli/output/tables.ts";
import { tidyCsv, tidyJson } from "../../server/cli/output/tidy.ts";
import { gainsOfPairing } from "../../server/cli/output/gains.ts";
import { textsIn } from "../../server/cli/texts.ts";
import type { NamedAnswer } from "../../server/analysis/differences.ts";
import { runExperiment } from "../../server/run/experiment.ts";
import { ONE_MORE, TODAY } from "../run/small-ports.ts";

const texts = textsIn("en");
const compared = async (answer: NamedAnswer) =>
  (await runExperiment({ scenarios: [TODAY, ONE_MORE], seed: 1, replications: 3, workers: 1, answer }))
    .result;

test("a named answer that is told apart by place or hour has the first line, and its star", async () => {
  const result = await compared({ metric: "wait", statistic: "mean", hour: 8 });
  const [, , first, second] = differencesTable(result, texts).split("\n");
  expect(first).toMatch(/^Wait, mean, 08:00 \[min\] \* +[\d.]+ +[\d.]+ +[-+]?[\d.]+ \(/);
  expect(second).toMatch(/^Wait, mean \[min\] {2}/);
  const [gain] = gainsOfPairing(result, texts);
  expect(gain).toContain("in the mean wait in hour 8 is");
});

test("of few days that are alike a table says so in the place of an interval, and what that means", async () => {
  const result = await compared({ metric: "wait", statistic: "mean" });
  const lines = [
    ...estimatesTable(["today"], result.estimates, null, texts).split("\n"),
    ...differencesTable(result, texts).split("\n"),
  ];
  expect(lines.filter((line) => /^(Gave up|Turned away) /.test(line))).toEqual([
    expect.stringMatching(/0\.00 \(all 3 alike\)$/),
    expect.stringMatching(/0\.00 \(all 3 alike\)$/),
    expect.stringMatching(/0\.00 \(all 3 alike\) {2}equal$/),
    expect.stringMatching(/0\.00 \(all 3 alike\) {2}equal$/),
  ]);
  const note = [expect.stringMatching(/^"all … alike": .* fewer than 20 /)];
  expect(noteOfEstimates(result.estimates, null, texts)).toEqual(note);
  expect(noteOfDifferences(result, texts)).toEqual(note);
});

test("nothing is said of days that are alike where a table shows none", async () => {
  const result = await compared({ metric: "wait", statistic: "mean" });
  const varying = {
    ...result,
    estimates: result.estimates.filter(({ low, high }) => low !== high),
    differences: result.differences.filter(({ low, high }) => low !== high),
  };
  expect(noteOfEstimates(varying.estimates, null, texts)).toEqual([]);
  expect(noteOfDifferences(varying, texts)).toEqual([]);
});

test("JSON and CSV mark the rows of few days that are alike, and no others", async () => {
  const result = await compared({ metric: "wait", statistic: "mean" });
  const outcome = { results: [result], readings: [], units: [], total: 6, interrupted: false };
  const report = JSON.parse(tidyJson(outcome, [TODAY, ONE_MORE], 1, { warnings: [], answers: [] })) as {
    readonly estimates: readonly Row[];
    readonly differences: readonly Row[];
  };
  const of = (rows: readonly Row[], name: string) =>
    rows.find(({ metric, class: kind }) => metric === name && kind === null);
  expect(of(report.estimates, "gaveUp")).toMatchObject({ value: 0, low: 0, high: 0, fewAlike: true });
  expect(of(report.differences, "gaveUp")).toMatchObject({ fewAlike: true });
  expect(of(report.estimates, "officerHours")).not.toHaveProperty("fewAlike");
  expect(of(report.estimates, "wait")).not.toHaveProperty("fewAlike");
  const [head, ...lines] = tidyCsv(outcome).split("\r\n");
  expect(head).toMatch(/,fewAlike,vehiclesNeeded$/);
  expect(lines.find((line) => line.startsWith("today,,gaveUp,total,,"))).toMatch(/,0,0,0,3,,,,true,$/);
  expect(lines.find((line) => line.startsWith("today,,wait,mean,,"))).toMatch(/,,$/);
});

type Row = { readonly metric: string; readonly class: string | null };

test("a figure that is asked for has a line where days are run until it is known, and no second one", async () => {
  const { estimates } = await compared({ metric: "wait", statistic: "mean" });
  const linesOf = (asked: NamedAnswer | null): readonly string[] =>
    estimatesTable(["today"], estimates, asked, texts).split("\n");
  const plain = linesOf(null);
  expect(linesOf({ metric: "wait", statistic: "mean" })).toEqual(plain);
  const placed = linesOf({ metric: "stageWait", statistic: "p95", stage: "primary" });
  expect(placed).toHaveLength(plain.length + 1);
  expect(placed[2]).toContain("95th percentile, primary [min]");
});
