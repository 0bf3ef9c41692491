/**
 * What a scenario's values mean together: faults that no single value shows, and doubts worth a warning.
 * All at once; the parts stand in files of their own by theme.
 */
import type { Finding } from "../../shared/problem.ts";
import type { ArrivalRow } from "../../shared/scenario/arrivals.ts";
import { checkChanges } from "./check-changes.ts";
import { checkClasses } from "./check-classes.ts";
import { checkDays } from "./check-days.ts";
import { checkDemand } from "./check-demand.ts";
import { checkOfferedWork } from "./check-offered-work.ts";
import { checkSize } from "./check-size.ts";
import { checkStaffing } from "./check-staffing.ts";
import { checkStages } from "./check-stages.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";

/** `rows` are the arrivals of the file that the scenario names; null where it names none. */
export function checkScenario(scenario: Scenario, rows: readonly ArrivalRow[] | null): Finding[] {
  const faults = [
    ...checkDays(scenario),
    ...checkDemand(scenario),
    ...checkStages(scenario),
    ...checkClasses(scenario, rows),
    ...checkStaffing(scenario),
    ...checkChanges(scenario),
    ...checkSize(scenario, rows),
  ];
  // What faulty figures amount to would only repeat the faults.
  const isSound = faults.every(({ code }) => code.startsWith("CR-4"));
  return isSound && rows === null ? [...faults, ...checkOfferedWork(scenario)] : faults;
}
