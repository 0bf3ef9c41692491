/** Laws for every random scenario. `CRUCE_FUZZ_RUNS` and `CRUCE_FUZZ_SEED` try more and other ones. */
import fc from "fast-check";
import { expect } from "vitest";
import type { PortPlan } from "../../server/port/plan.ts";
import { planDays, planPort } from "../../server/port/planner.ts";
import { civilDays } from "../../server/scenario/civil-days.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { loadedScenario, scenarioFile } from "./scenario-arbitrary.ts";

export const RUNS = Number(process.env["CRUCE_FUZZ_RUNS"] ?? 150);
export const SEED = Number(process.env["CRUCE_FUZZ_SEED"] ?? 20240507);

export const planOf = ({ scenario, arrivals }: LoadedScenario): PortPlan =>
  planPort({ scenario, arrivals }, civilDays(scenario.zone, scenario.from, planDays(scenario)));

/** Every random scenario that the checks let through; a failure prints the scenario, which can be saved and run. */
export function forEveryPort(
  share: number,
  law: (plan: PortPlan, loaded: LoadedScenario, seed: number) => void,
): void {
  let tried = 0;
  const property = fc.property(scenarioFile, fc.integer({ min: 0, max: 1_000_000 }), (file, seed) => {
    const loaded = loadedScenario(file);
    fc.pre(loaded !== null);
    tried++;
    law(planOf(loaded!), loaded!, seed);
  });
  const runs = Math.max(1, Math.round(RUNS * share));
  fc.assert(property, { numRuns: runs, seed: SEED, maxSkipsPerRun: 20 });
  expect(tried).toBeGreaterThanOrEqual(runs);
}
