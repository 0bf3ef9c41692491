/** Values by day: no weekday may stand in two runs of weekdays, for only one of them could hold. */
import type { Finding } from "../../shared/problem.ts";
import { findingOnKey } from "../../shared/problem.ts";
import { WEEKDAYS } from "../../shared/vocabulary.ts";
import { weekdaysOf } from "../../shared/scenario/calendar.ts";
import { visitDays } from "../../shared/scenario/run-days.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";

export function checkDays(scenario: Scenario): Finding[] {
  const findings: Finding[] = [];
  visitDays(scenario, [], (days, path) => {
    const runs = Object.keys(days).filter((key) => /^[a-z]+-[a-z]+$/.test(key));
    runs.forEach((second, i) => {
      for (const first of runs.slice(0, i)) {
        const common = weekdaysOf(first).find((weekday) => weekdaysOf(second).includes(weekday));
        // A weekday by itself comes before any run.
        if (common === undefined || Object.hasOwn(days, WEEKDAYS[common]!)) continue;
        findings.push(findingOnKey("CR-315", [...path, second], { day: WEEKDAYS[common]!, first, second }));
      }
    });
  });
  return findings;
}
