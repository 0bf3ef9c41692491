/**
 * Plans of the job before this one. The next look at an experiment, and the next forecast of a port, are jobs of their own
 * about the same scenarios; code that was compiled for a plan is of no use to another, though it were equal.
 */
import { isDeepStrictEqual } from "node:util";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { PortPlan } from "../port/plan.ts";
import { planScenario } from "./plan-scenario.ts";

type Planned = Pick<LoadedScenario, "scenario" | "arrivals">;

export class LastPlans {
  #last: readonly { readonly loaded: Planned; readonly plan: PortPlan }[] = [];

  /** The same ones as before for scenarios that were in the last job. */
  of(scenarios: readonly Planned[]): readonly PortPlan[] {
    this.#last = scenarios.map(({ scenario, arrivals }) => {
      const loaded = { scenario, arrivals };
      const known = this.#last.find((before) => isDeepStrictEqual(before.loaded, loaded));
      return known ?? { loaded, plan: planScenario(loaded) };
    });
    return this.#last.map(({ plan }) => plan);
  }
}
