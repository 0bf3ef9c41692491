/** Every figure that is reported of a scenario: what it is about, and how days make an estimate of it. */
import type { FigureKey } from "../../shared/figure-name.ts";
import { METRIC_IDS } from "../../shared/metrics.ts";
import type { ResultClass } from "../../shared/vocabulary.ts";
import type { SummaryShape } from "../measure/summary.ts";
import type { Measure } from "./measure-of-days.ts";
import { causeFigures } from "./cause-figures.ts";
import { portFigures } from "./port-figures.ts";
import { vehicleFigures } from "./vehicle-figures.ts";

export type Figure = FigureKey & { readonly measure: Measure };

/** What an hour is worth, in dollars. */
export type Costs = { readonly truckHour?: number | undefined; readonly officerHour?: number | undefined };

export const keyOf = ({ metric, statistic, class: of, stage, hour }: FigureKey): string =>
  [metric, statistic, of, stage, hour].join(" ");

/** In the order of the list of metrics. */
export function figuresOf(
  shape: SummaryShape,
  classes: readonly ResultClass[],
  costs: Costs,
): readonly Figure[] {
  const figures = [...vehicleFigures(shape, classes), ...causeFigures(shape), ...portFigures(shape, costs)];
  return METRIC_IDS.flatMap((id) => figures.filter(({ metric }) => metric === id));
}
