/** `cruce compare`: the same days and trucks in every scenario; what changed, the answer, then the table. */
import { styleText } from "node:util";
import { formatFigure } from "../../../shared/figure-name.ts";
import type { FigureKey } from "../../../shared/figure-name.ts";
import { diffScenarios } from "../../../shared/scenario/diff.ts";
import { sayDifference } from "../../../shared/scenario/difference.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { verdictSentence } from "../../../shared/verdict.ts";
import { DEFAULT_ANSWER } from "../../analysis/differences.ts";
import type { NamedAnswer } from "../../analysis/differences.ts";
import type { ExperimentResult } from "../../run/experiment.ts";
import { figureIn } from "../../run/scenario-figures.ts";
import { steadyWarmUps } from "../../run/warm-up-check-of.ts";
import { finish, runGroups } from "../experiment.ts";
import type { RequiringOptions } from "../experiment.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { formatNumber, titleOf } from "../output/rows.ts";
import { cautionsOf, sayAside } from "../output/cautions.ts";
import { isOfDays, shorterDaySentences } from "../output/days.ts";
import { gainsOfPairing, gainsOfPairs } from "../output/gains.ts";
import { SHARED_WAIT, basis, differencesTable, noteOfDifferences, vehiclesInOne } from "../output/tables.ts";
import { tidyCsv, tidyJson } from "../output/tidy.ts";
import { keeping } from "../kept-results.ts";
import type { KeepOptions, KeptResults } from "../kept-results.ts";
import { block, judgeAll, refuseUnanswerable, sayJudged, worst } from "../requirements.ts";
import { scenarioFiles } from "../scenario-files.ts";
import { loadFiles } from "../scenarios.ts";
import type { Session } from "../session.ts";
import type { Texts } from "../texts.ts";
import { endingsOf, refuseUnknownFigure } from "../until.ts";
import { wantedFor } from "../wanted.ts";

export async function compare(
  given: readonly string[],
  named: FigureKey | null,
  options: RequiringOptions,
  keep: KeepOptions,
  session: Session,
): Promise<ExitCode> {
  const files = scenarioFiles(given, session.texts);
  if (files.length < 2)
    throw new CommandError(EXIT.usage, session.texts.t("usage.tooFew", { found: files.length }));
  const { until = null } = options;
  const scenarios = await loadFiles(files, session);
  refuseUnanswerable(options.requirements, scenarios, true, session.texts);
  if (until !== null) refuseUnknownFigure(until, scenarios, session.texts);
  if (named !== null) refuseUnanswered(named, scenarios[0]!, session.texts);
  const answer = until?.precision.figure ?? named ?? DEFAULT_ANSWER;
  return keeping(keep, { isCompared: true }, session, (kept) =>
    compareAndPrint(scenarios, answer, options, kept, session),
  );
}

/** Without it in the baseline there is no difference to tell. */
function refuseUnanswered(named: FigureKey, baseline: LoadedScenario, { t }: Texts): void {
  const asked = figureIn(baseline, named);
  if (asked.ok) return;
  const said = t(`asked.${asked.fault}`, asked.params);
  throw new CommandError(EXIT.usage, `--metric ${formatFigure(named)}, ${baseline.file}: ${said}`);
}

async function compareAndPrint(
  scenarios: readonly LoadedScenario[],
  answer: NamedAnswer,
  options: RequiringOptions,
  kept: KeptResults,
  session: Session,
): Promise<ExitCode> {
  const { until = null } = options;
  const outcome = await runGroups([scenarios], options, session, {
    answer,
    wanted: wantedFor(options, kept, [answer]),
    visits: kept.visits,
  });
  const [result] = outcome.results;
  const judged = judgeAll(options.requirements, outcome.results);
  if (result !== undefined) {
    const answers = answersOf(result, session.texts);
    const warnings = cautionsOf([result], session.texts);
    const judgments = sayJudged(judged, session.texts);
    const endings = endingsOf(outcome.readings, options, true, session.texts);
    const precise = endings.map(({ text }) => text);
    const said = [...warnings, ...precise];
    const sentences = { warnings, answers, judged, ...(until !== null && { until: { ...until, endings } }) };
    if (options.format === "json")
      process.stdout.write(tidyJson(outcome, scenarios, options.seed, sentences));
    else if (options.format === "csv") process.stdout.write(tidyCsv(outcome));
    else if (options.format === "table")
      process.stdout.write(
        report(result, scenarios, { answers, asides: [...said, ...block(judgments)] }, session.texts),
      );
    if (options.format !== "table") sayAside([...said, ...judgments], session);
    const [baseline, ...others] = scenarios;
    const changes = others.map((other) => changesOf(baseline!, other, session.texts));
    await kept.write(outcome, scenarios, {
      warnings,
      judgments: [...precise, ...judgments],
      answers,
      changes,
      warmUps: kept.hasReport ? steadyWarmUps(result) : [],
    });
  }
  return worst(finish(outcome, options, session), judged);
}

/** The named answer for each scenario, in a sentence; where the scenarios have no such figure, that. */
function answersOf(result: ExperimentResult, texts: Texts): readonly string[] {
  const named = result.differences.filter((row) => row.named);
  if (named.length === 0)
    return [texts.t("notes.noAnswer", { metric: texts.metrics.metrics[result.answer.metric].title })];
  return named.map((row) =>
    verdictSentence(row, texts.metrics, (value, signed) => formatNumber(value, texts, signed)),
  );
}

function report(
  result: ExperimentResult,
  scenarios: readonly LoadedScenario[],
  { answers, asides }: { readonly answers: readonly string[]; readonly asides: readonly string[] },
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
    ...asides.flatMap((sentence) => [sentence, ""]),
    ...noteOfDifferences(result, texts),
    texts.t("notes.named"),
    vehiclesInOne(result.differences) === 0
      ? texts.t("notes.paired")
      : texts.t("notes.unpaired", { title: titleOf(SHARED_WAIT, texts) }),
    ...(isOfDays(scenarios) ? shorterDaySentences(result, texts) : []),
    ...gainsOfPairing(result, texts),
    ...gainsOfPairs(
      result.differences.filter(({ named }) => named),
      texts,
    ),
    basis([result], scenarios, texts),
    "",
  ].join("\n");
}

function changesOf(baseline: LoadedScenario, other: LoadedScenario, texts: Texts): readonly string[] {
  const differences = diffScenarios(baseline.scenario, other.scenario);
  if (differences.length === 0) return [texts.t("same")];
  return differences.map((difference) => sayDifference(difference, texts.diff, texts.words));
}
