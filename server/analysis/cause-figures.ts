/**
 * Why trucks were delayed: the mean delay, day by day divided among the causes as the truck-time waited that day
 * was, so that the causes add up to the delay.
 */
import { MINUTE } from "../../shared/units.ts";
import { CAUSES } from "../../shared/vocabulary.ts";
import type { Cause } from "../../shared/vocabulary.ts";
import { METRIC_OF_CAUSE } from "../../shared/metrics.ts";
import type { ReplicationSummary, SummaryShape } from "../measure/summary.ts";
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
    above: (day) => (shareOf(day, cells) * sumOver(day.figures.delay.sum, ALL_ROWS)) / MINUTE,
    below: (day) => sumOver(day.figures.crossing.count, ALL_ROWS),
  },
});

/** Of all truck-time waited on a day; of a day without any, nothing. */
function shareOf({ causes }: ReplicationSummary, cells: readonly number[]): number {
  let all = 0;
  for (let cell = 0; cell < causes.length; cell++) all += causes[cell];
  return all === 0 ? 0 : sumOver(causes, cells) / all;
}
