/** How much of the beginning of the counted days to leave out, of each scenario of an experiment. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { isSteady, warmUpCheck } from "../analysis/warm-up.ts";
import type { WarmUpCheck } from "../analysis/warm-up.ts";
import { hasLevelRates } from "../port/expected-arrivals.ts";
import type { ExperimentResult } from "./experiment.ts";
import { planScenario } from "./plan-scenario.ts";

export const warmUpChecks = (
  { scenarios: names, bands, replications }: ExperimentResult,
  scenarios: readonly LoadedScenario[],
): readonly WarmUpCheck[] =>
  names.map((scenario, i) =>
    warmUpCheck(bands[i], { scenario, days: scenarios[i].scenario.days, runs: replications.length }),
  );

/** By scenario: whether its demand is steady, and with it the queue has a level of its own that it begins away from. */
export const steadyOf = (
  { expected }: ExperimentResult,
  scenarios: readonly LoadedScenario[],
): readonly boolean[] =>
  expected.map((hours, i) => isSteady(hours) && hasLevelRates(planScenario(scenarios[i])));
