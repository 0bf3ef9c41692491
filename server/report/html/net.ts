/** What a scenario costs and saves together: officers and delay, day by day on the same trucks. */
import type { Estimate } from "../../../shared/estimate.ts";
import { controlsOf } from "../../analysis/controls.ts";
import { figuresOfDays } from "../../analysis/estimates.ts";
import type { ScenarioDays } from "../../analysis/estimates.ts";
import { differenceOf, intervalOf } from "../../analysis/linear.ts";
import type { Linear } from "../../analysis/linear.ts";
import { linearOf } from "../../analysis/measure-of-days.ts";

/** Null where one of them has not both costs. */
export function netDifference(baseline: ScenarioDays, scenario: ScenarioDays): Estimate | null {
  const from = costsOf(baseline);
  const to = costsOf(scenario);
  return from === null || to === null ? null : intervalOf(differenceOf(from, to));
}

/** By the same controls as the costs are reported with one by one, so that they add up. */
function costsOf(scenario: ScenarioDays): Linear | null {
  const controls = controlsOf(scenario.days, scenario.expected);
  const [delay, staff] = (["delayCost", "staffCost"] as const).map((metric) => {
    const [figure] = figuresOfDays(scenario, (key) => key.metric === metric && key.stage === null);
    return figure === undefined ? null : linearOf(figure.measure, scenario.days, controls);
  });
  if (delay == null || staff == null) return null;
  return {
    value: delay.value + staff.value,
    influence: delay.influence.map((pull, day) => pull + staff.influence[day]),
    days: Math.min(delay.days, staff.days),
    ...(delay.coefficients !== undefined && { coefficients: delay.coefficients }),
  };
}
