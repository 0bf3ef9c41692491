/** Which lines the tables of `run` and `compare` have. */
import { expect, test } from "vitest";
import { differencesTable, estimatesTable } from "../../server/cli/output/tables.ts";
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
