/** How much of the beginning of the counted days to leave out, of each scenario of an experiment. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { warmUpCheck } from "../analysis/warm-up.ts";
import type { WarmUpCheck } from "../analysis/warm-up.ts";
import type { ExperimentResult } from "./experiment.ts";

export const warmUpChecks = (
  { scenarios: names, bands, replications }: ExperimentResult,
  scenarios: readonly LoadedScenario[],
): readonly WarmUpCheck[] =>
  names.map((scenario, i) =>
    warmUpCheck(bands[i], { scenario, days: scenarios[i].scenario.days, runs: replications.length }),
  );
