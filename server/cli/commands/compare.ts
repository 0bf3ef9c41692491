/** `cruce compare`: the same days and trucks in every scenario; what changed, the answer, then the table. */
import { styleText } from "node:util";
import { METRICS } from "../../../shared/metrics.ts";
import type { MetricId } from "../../../shared/metrics.ts";
import { diffScenarios } from "../../../shared/scenario/diff.ts";
import { sayDifference } from "../../../shared/scenario/difference.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { verdictSentence } from "../../../shared/verdict.ts";
import type { ExperimentResult } from "../../run/experiment.ts";
import { finish, runGroups } from "../experiment.ts";
import type { ExperimentOptions } from "../experiment.ts";
import type { ExitCode } from "../exit.ts";
import { formatNumber } from "../output/rows.ts";
import { basis, differencesTable } from "../output/tables.ts";
import { tidyCsv, tidyJson } from "../output/tidy.ts";
import { loadFiles } from "../scenarios.ts";
import type { Session } from "../session.ts";
import type { Texts } from "../texts.ts";

export async function compare(
  files: readonly string[],
  metric: MetricId,
  options: ExperimentOptions,
  session: Session,
): Promise<ExitCode> {
  const scenarios = loadFiles(files, session);
  const answer = { metric, statistic: METRICS[metric].statistics[0] };
  const outcome = await runGroups([scenarios], options, session, answer);
  const [result] = outcome.results;
  if (result !== undefined) {
    const answers = answersOf(result, session.texts);
    if (options.format === "json")
      process.stdout.write(tidyJson(outcome, scenarios, options.seed, { answers }));
    else if (options.format === "csv") process.stdout.write(tidyCsv(outcome));
    else process.stdout.write(report(result, scenarios, answers, session.texts));
  }
  return finish(outcome, options, session);
}

/** The named answer for each scenario, in a sentence. */
const answersOf = (result: ExperimentResult, texts: Texts): readonly string[] =>
  result.differences
    .filter((row) => row.named)
    .map((row) => verdictSentence(row, texts.metrics, (value, signed) => formatNumber(value, texts, signed)));

function report(
  result: ExperimentResult,
  scenarios: readonly LoadedScenario[],
  answers: readonly string[],
  texts: Texts,
): string {
  const [baseline, ...others] = scenarios;
  const changes = others.flatMap((other, i) => [
    `${result.scenarios[i + 1]}:`,
    ...changesOf(baseline!, other, texts).map((sentence) => `  ${sentence}`),
  ]);
  return [
    ...changes,
    "",
    ...answers.map((sentence) => styleText("bold", sentence, { stream: process.stdout })),
    "",
    differencesTable(result, texts),
    "",
    texts.t("notes.named"),
    `${texts.t("notes.paired")}; ${basis([result], texts)}`,
    "",
  ].join("\n");
}

function changesOf(baseline: LoadedScenario, other: LoadedScenario, texts: Texts): readonly string[] {
  const differences = diffScenarios(baseline.scenario, other.scenario);
  if (differences.length === 0) return [texts.t("same")];
  return differences.map((difference) => sayDifference(difference, texts.diff, texts.words));
}
