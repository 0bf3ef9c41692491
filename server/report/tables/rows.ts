/** The rows of the files of results, as cells in the order of their columns. */
import type { DifferenceRow, EstimateRow } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import { unitOf } from "../../../shared/metrics.ts";
import { MINUTE } from "../../../shared/units.ts";
import { figuresOfDays } from "../../analysis/estimates.ts";
import type { ScenarioDays } from "../../analysis/estimates.ts";
import { estimateOf } from "../../analysis/measure-of-days.ts";
import type { ReplicationSummary } from "../../measure/summary.ts";
import { BIN_MS } from "../../measure/series.ts";
import type { Cell } from "./columns.ts";

export const estimateCells = (row: EstimateRow): Cell[] => [
  row.scenario,
  row.metric,
  row.statistic,
  row.class,
  row.stage,
  row.hour,
  row.unit,
  row.value,
  row.low,
  row.high,
  row.n,
  areFewAlike(row),
  row.vehiclesNeeded ?? null,
];

export function differenceCells(row: DifferenceRow): Cell[] {
  const [scenario, ...rest] = estimateCells(row);
  return [scenario!, row.baseline, ...rest, row.named];
}

/** What each figure of the scenario is on one day taken alone, by its number; a figure that the day does not have has no row. */
export function* replicationCells(
  scenario: Omit<ScenarioDays, "days" | "expected">,
  number: number,
  day: ReplicationSummary,
): Generator<Cell[]> {
  for (const { measure, metric, statistic, ...of } of figuresOfDays({ ...scenario, days: [day] })) {
    const value = estimateOf(measure, [day])?.value;
    if (value === undefined) continue;
    const unit = unitOf(metric, statistic);
    yield [scenario.name, number, metric, statistic, of.class, of.stage, of.hour, unit, value];
  }
}

/** The course of a day in steps of five minutes; `localTime` tells the clock of the port. */
export function* intervalCells(
  name: string,
  number: number,
  { series }: ReplicationSummary,
  localTime: (ms: number) => string,
): Generator<Cell[]> {
  const { fromMs, bins, queue, waitSum, waitCount, departed } = series;
  for (let bin = 0; bin < bins; bin++) {
    const atMs = fromMs + bin * BIN_MS;
    const reached = waitCount[bin];
    const wait = reached === 0 ? null : waitSum[bin] / reached / MINUTE;
    yield [name, number, localTime(atMs), atMs, queue[bin], wait, reached, departed[bin]];
  }
}
