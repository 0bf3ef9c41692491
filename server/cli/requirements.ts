/** `--require`: read before anything runs, judged when it has, and said in sentences. */
import { unitOf } from "../../shared/metrics.ts";
import { LEAST_DAYS } from "../../shared/condition.ts";
import { areFewAlike } from "../../shared/few-alike.ts";
import { parseRequirement } from "../../shared/requirement.ts";
import type { Requirement, RequirementOutcome } from "../../shared/requirement.ts";
import { openEndsOf } from "../../shared/estimate.ts";
import type { EstimateRow } from "../../shared/estimate.ts";
import type { AskingFault } from "../../shared/figure-name.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { judge } from "../analysis/requirements.ts";
import type { Judged } from "../analysis/requirements.ts";
import type { ExperimentResult } from "../run/experiment.ts";
import { figureIn } from "../run/scenario-figures.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import { formatEstimate, unitInSentence } from "./output/rows.ts";
import type { Texts } from "./texts.ts";

/** As options give them; all that is wrong with the first wrong one in a sentence. */
export const requirementsOf = (written: readonly string[], texts: Texts): readonly Requirement[] =>
  written.map((text) => {
    const asked = parseRequirement(text);
    if (!asked.ok) throw refused(text, asked, texts);
    return asked.value;
  });

/** Every scenario must have the figures, and only a comparison has differences. */
export function refuseUnanswerable(
  requirements: readonly Requirement[],
  scenarios: readonly LoadedScenario[],
  isComparison: boolean,
  texts: Texts,
): void {
  for (const { text, of, figure } of requirements) {
    if (of === "difference" && !isComparison)
      throw new CommandError(EXIT.usage, texts.t("required.notCompared", { text }));
    for (const loaded of scenarios) {
      const asked = figureIn(loaded, figure);
      if (!asked.ok) throw refused(`${text}, ${loaded.file}`, asked, texts);
    }
  }
}

const refused = (where: string, { fault, params }: AskingFault, { t }: Texts): CommandError =>
  new CommandError(EXIT.usage, `--require ${where}: ${t(`asked.${fault}`, params)}`);

/** In the order in which they were given, scenario by scenario. */
export function judgeAll(
  requirements: readonly Requirement[],
  results: readonly ExperimentResult[],
): readonly Judged[] {
  return requirements.flatMap((one) => results.flatMap((result) => judge([one], result)));
}

/** What the command ends with: its own code where that says more than the requirements do. */
export function worst(code: ExitCode, judged: readonly Judged[]): ExitCode {
  const areMet = judged.every(({ outcome }) => outcome === "met");
  return code === EXIT.fine && !areMet ? EXIT.disagrees : code;
}

/** "Met: World Trade Bridge today, waitP95 < 45 min: 41.2 (39.8 … 42.7) min". */
export const sayJudged = (judged: readonly Judged[], texts: Texts): readonly string[] =>
  judged.map(({ requirement, scenario, row, outcome }) => {
    const { metric, statistic } = requirement.figure;
    const unit = unitInSentence(unitOf(metric, statistic), texts);
    const found =
      row === null
        ? texts.t("required.noVehicle")
        : `${formatEstimate(row, texts, requirement.of === "difference")} ${unit}`;
    return sayOutcome(outcome, [row], { scenario, text: requirement.text, found }, texts);
  });

/** `rows`: what came out where it is so. */
export function sayOutcome(
  outcome: RequirementOutcome,
  rows: readonly (EstimateRow | null)[],
  params: { readonly scenario: string; readonly text: string; readonly found: string },
  { t }: Texts,
): string {
  const isUnknown = (why: (row: EstimateRow) => boolean): boolean =>
    outcome === "unknown" && rows.every((row) => row !== null && why(row));
  if (isUnknown(areFewAlike)) return t("required.alike", { ...params, least: LEAST_DAYS });
  if (isUnknown((row) => openEndsOf(row) !== null)) {
    const vehicles = Math.max(...rows.map((row) => row?.vehiclesNeeded ?? 0));
    return t("required.fewVehicles", { ...params, vehicles });
  }
  return t(`required.${outcome}`, { ...params });
}

/** One under the other, if there are any. */
export const block = (sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : [sentences.join("\n")];

/** As the documented JSON has them. */
export const judgedRows = (judged: readonly Judged[]): readonly object[] =>
  judged.map(({ requirement, scenario, baseline, row, outcome }) => {
    const { text, comparator, limit, figure } = requirement;
    return {
      requirement: text,
      scenario,
      baseline,
      ...figure,
      comparator,
      limit,
      unit: unitOf(figure.metric, figure.statistic),
      value: row?.value ?? null,
      low: row?.low ?? null,
      high: row?.high ?? null,
      n: row?.n ?? 0,
      ...(row?.vehiclesNeeded !== undefined && { vehiclesNeeded: row.vehiclesNeeded }),
      outcome,
    };
  });
