/**
 * Why trucks were delayed: the mean delay, day by day divided among the causes as the truck-time waited that day
 * was, so that the causes add up to the delay.
 */
import { MINUTE } from "../../shared/units.ts";
import { CAUSES } from "../../shared/vocabulary.ts";
import type { Cause } from "../../shared/vocabulary.ts";
import { METRIC_OF_CAUSE } from "../../shared/metrics.ts";
import type { ReplicationSummary, SummaryShape } from "../measure/summary.ts";
import { cellSum } from "./cell-sums.ts";
import type { Table } from "./cell-sums.ts";
import { classRows, sumOver } from "./class-groups.ts";
import type { Figure } from "./figures.ts";

const ALL_ROWS = classRows(null);

export function causeFigures({ places }: SummaryShape): Figure[] {
  return CAUSES.flatMap((cause, code) => [
    causeFigure(
      cause,
      null,
      places.map((_, place) => place * CAUSES.length + code),
    ),
    ...places.map(({ name }, place) => causeFigure(cause, name, [place * CAUSES.length + code])),
  ]);
}

const causeFigure = (cause: Cause, stage: string | null, cells: readonly number[]): Figure => ({
  metric: METRIC_OF_CAUSE[cause],
  statistic: "mean",
  class: null,
  stage,
  hour: null,
  measure: {
    kind: "ratio",
    above: cellSum(delayByCause, cells, { per: MINUTE }),
    below: cellSum(crossingCounts, ALL_ROWS),
  },
});

const crossingCounts: Table = (day) => day.figures.crossing.count;

/** By cell, its part of the delay, as it is of all truck-time waited that day; of a day without any, nothing. */
function delayByCause({ causes, figures }: ReplicationSummary): Float64Array {
  const all = causes.reduce((sum, time) => sum + time, 0);
  const delay = sumOver(figures.delay.sum, ALL_ROWS);
  return causes.map((time) => (all === 0 ? 0 : (time * delay) / all));
}
