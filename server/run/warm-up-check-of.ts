/** How much of the beginning of the counted days to leave out, of a scenario of an experiment. */
import { warmUpCheck } from "../analysis/warm-up.ts";
import type { WarmUpCheck } from "../analysis/warm-up.ts";
import type { ExperimentResult } from "./experiment.ts";

export const warmUpCheckOf = (
  { scenarios, bands, countedMs, replications }: ExperimentResult,
  index: number,
): WarmUpCheck =>
  warmUpCheck(bands[index], {
    scenario: scenarios[index],
    countedMs: countedMs[index],
    runs: replications.length,
  });

/** Of those that are steady: where trucks come by the hour, the beginning is part of the day. */
export const steadyWarmUps = (result: ExperimentResult): readonly WarmUpCheck[] =>
  result.isSteady.flatMap((isSteady, index) => (isSteady ? [warmUpCheckOf(result, index)] : []));
