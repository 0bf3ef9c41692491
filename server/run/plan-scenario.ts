/** From a loaded scenario to the plan that runs read, with the civil days of its zone. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { PortPlan } from "../port/plan.ts";
import { planDays, planPort } from "../port/planner.ts";
import { civilDays } from "../scenario/civil-days.ts";

export function planScenario(loaded: Pick<LoadedScenario, "scenario" | "arrivals">): PortPlan {
  const { scenario } = loaded;
  return planPort(loaded, civilDays(scenario.zone, scenario.from, planDays(scenario)));
}
