/** From the days of a scenario to the tidy list of estimates. */
import type { EstimateRow } from "../../shared/estimate.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { unitOf } from "../../shared/metrics.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { classesSeen } from "./class-groups.ts";
import { figuresOf } from "./figures.ts";
import type { Costs, Figure } from "./figures.ts";
import { estimateOf } from "./measure-of-days.ts";

/** Leaves out what nobody asked for; all figures when not given. */
export type Wanted = (key: FigureKey) => boolean;

export type ScenarioDays = {
  readonly name: string;
  readonly costs: Costs;
  /** In the order of replications; one at least. */
  readonly days: readonly ReplicationSummary[];
};

const everything: Wanted = () => true;

export function figuresOfDays({ days, costs }: ScenarioDays, wanted: Wanted = everything): readonly Figure[] {
  return figuresOf(days[0].shape, classesSeen(days), costs).filter(wanted);
}

export function estimatesOf(scenario: ScenarioDays, wanted?: Wanted): EstimateRow[] {
  return figuresOfDays(scenario, wanted).flatMap(({ measure, ...key }) => {
    const estimate = estimateOf(measure, scenario.days);
    if (estimate === null) return [];
    return [{ scenario: scenario.name, ...key, unit: unitOf(key.metric, key.statistic), ...estimate }];
  });
}
