/** From the days of a scenario to the tidy list of estimates. */
import type { EstimateRow } from "../../shared/estimate.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { unitOf } from "../../shared/metrics.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { classesSeen } from "./class-groups.ts";
import { figuresOf } from "./figures.ts";
import type { Costs, Figure } from "./figures.ts";
import { controlsOf } from "./controls.ts";
import type { Controls } from "./controls.ts";
import { LEVEL } from "./linear.ts";
import { estimateOf, isAdditive, spreadOf } from "./measure-of-days.ts";
import type { Measure } from "./measure-of-days.ts";
import { possible } from "./possible.ts";
import { readAhead } from "./readings.ts";
import { apart, haveTwoDays } from "./replications.ts";

/** Leaves out what nobody asked for; all figures when not given. */
export type Wanted = (key: FigureKey) => boolean;

export type ScenarioDays = {
  readonly name: string;
  readonly costs: Costs;
  /** Counted vehicles by clock hour of arriving, on average; null where they are listed. */
  readonly expected: Float64Array | null;
  /** In the order of replications; one at least. */
  readonly days: readonly ReplicationSummary[];
};

const everything: Wanted = () => true;

type Named = { readonly costs: Costs; readonly figures: readonly Figure[] };

/** Figures are asked for by themselves and against another scenario's: as the same ones, what they say is known by then. */
const known = new WeakMap<readonly ReplicationSummary[], Named>();

export function figuresOfDays(
  { days, costs }: Pick<ScenarioDays, "days" | "costs">,
  wanted: Wanted = everything,
): readonly Figure[] {
  let named = known.get(days);
  if (named?.costs !== costs) {
    named = { costs, figures: figuresOf(days[0].shape, classesSeen(days), costs) };
    known.set(days, named);
  }
  return named.figures.filter(wanted);
}

export function estimatesOf(scenario: ScenarioDays, wanted?: Wanted): EstimateRow[] {
  const { name, days, expected } = scenario;
  const controls = controlsOf(days, expected);
  const singleControls = haveTwoDays(days) ? controlsOf(apart(days), expected) : [];
  const figures = figuresOfDays(scenario, wanted);
  readAhead(figures.map(({ measure }) => measure).filter(isAdditive), days);
  return figures.flatMap(({ measure, ...key }) => {
    const own = controlsFor(key, controls);
    const estimate = estimateOf(measure, days, LEVEL, own);
    if (estimate === null) return [];
    const gain = pairsGain(measure, days, own, controlsFor(key, singleControls));
    const unit = unitOf(key.metric, key.statistic);
    return [{ scenario: name, ...key, unit, ...possible(estimate, key), ...gain }];
  });
}

/** Of antithetic pairs of days: what they brought. */
export const pairsGain = (
  measure: Measure,
  days: readonly ReplicationSummary[],
  controls: Controls = [],
  ofSingleDays: Controls = [],
): Pick<EstimateRow, "antitheticRatio"> =>
  haveTwoDays(days)
    ? antitheticRatioOf(spreadOf(measure, days, controls), spreadOf(measure, apart(days), ofSingleDays))
    : {};

/** The variance from antithetic pairs as a share of that from as many independent days; absent where nothing varies. */
export function antitheticRatioOf(
  paired: number | null,
  single: number | null,
): Pick<EstimateRow, "antitheticRatio"> {
  const areKnown = paired !== null && single !== null && paired < Infinity && single < Infinity && single > 0;
  return areKnown ? { antitheticRatio: paired / single } : {};
}

/** Numbers of vehicles are left as they came: a table must add up, and what is known of them is no news. */
export const controlsFor = ({ metric, statistic }: FigureKey, controls: Controls): Controls =>
  statistic === "total" && unitOf(metric, statistic) === "vehicles" ? [] : controls;
