/** How much of the beginning of the counted days to leave out, from the course of the queue; and, of one run, its mean after that. */
import { LEVEL } from "../../analysis/linear.ts";
import { batchedMean, truncationOf } from "../../analysis/long-run.ts";
import type { BatchedMean } from "../../analysis/long-run.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/units.ts";
import type { ExperimentResult } from "../../run/experiment.ts";
import type { Texts } from "../texts.ts";
import { formatEstimate, formatNumber } from "./rows.ts";

const BATCHES = 20;

export type WarmUpCheck = {
  readonly scenario: string;
  readonly runs: number;
  readonly everyMinutes: number;
  readonly leaveOutMinutes: number;
  readonly isSettled: boolean;
  /** By number of batches of five left out, as drawn in a chart. */
  readonly statistic: readonly number[];
  /** Of one run alone: several have their own interval. */
  readonly queueByBatches: BatchedMean | null;
};

export const warmUpChecks = (
  results: readonly ExperimentResult[],
  scenarios: readonly LoadedScenario[],
): readonly WarmUpCheck[] =>
  results.flatMap((result, index) =>
    result.scenarios.map((name, i) => checkOf(result, i, name, scenarios[index + i]!)),
  );

function checkOf(
  { bands, replications }: ExperimentResult,
  index: number,
  scenario: string,
  { scenario: { days } }: LoadedScenario,
): WarmUpCheck {
  const { queue, binMs } = bands[index]!;
  const counted = queue.median.slice(0, Math.round((days * DAY) / binMs));
  const unknown = counted.indexOf(null);
  const series = (unknown < 0 ? counted : counted.slice(0, unknown)).filter((value) => value !== null);
  const { leaveOut, statistic, isSettled } = truncationOf(series);
  const runs = replications.length;
  return {
    scenario,
    runs,
    everyMinutes: binMs / MINUTE,
    leaveOutMinutes: (leaveOut * binMs) / MINUTE,
    isSettled,
    statistic: [...statistic],
    queueByBatches: runs > 1 ? null : batchedMean(series.slice(leaveOut), BATCHES, LEVEL),
  };
}

export const warmUpSentences = (checks: readonly WarmUpCheck[], texts: Texts): readonly string[] =>
  checks.flatMap((check) => {
    const { scenario, runs, isSettled, leaveOutMinutes, queueByBatches } = check;
    const hours = formatNumber((leaveOutMinutes * MINUTE) / HOUR, texts);
    const key = isSettled ? (leaveOutMinutes === 0 ? "nothing" : "leaveOut") : "unsettled";
    const sentence = texts.t(`warmUp.${key}`, { scenario, count: runs, hours });
    if (queueByBatches === null || !isSettled) return [sentence];
    const { batches, lag1, isIndependent } = queueByBatches;
    const mean = formatEstimate({ ...queueByBatches, n: batches }, texts);
    const params = { scenario, mean, batches, lag1: formatNumber(lag1, texts) };
    return [sentence, texts.t(isIndependent ? "warmUp.batches" : "warmUp.batchesTooShort", params)];
  });
