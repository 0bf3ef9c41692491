/** How much of the beginning of the counted days to leave out, from the course of the queue; and, of one run, its mean after that. */
import { mean as averageOf } from "simple-statistics";
import { MINUTE } from "../../shared/units.ts";
import type { WarmUpCurve, WarmUpFinding, WarmUpShown } from "../../shared/warm-up.ts";
import type { SeriesBands } from "./bands.ts";
import { LEVEL } from "./linear.ts";
import { BATCH, batchedMean, truncationOf } from "./long-run.ts";

const BATCHES = 20;

/** Points of a curve that a picture shows. */
const MOST_POINTS = 240;

export type WarmUpCheck = { readonly finding: WarmUpFinding; readonly course: WarmUpCourse };

export type WarmUpCourse = {
  /** By number of batches of five left out: what MSER-5 minimizes. */
  readonly statistic: readonly number[];
  /** Mean queue of each batch of five. */
  readonly batchMeans: readonly number[];
  /** At the beginning, where they fill no batch. */
  readonly leftOverMinutes: number;
};

type Counted = { readonly scenario: string; readonly countedMs: number; readonly runs: number };

export function warmUpCheck(
  { queue, binMs }: SeriesBands,
  { scenario, countedMs, runs }: Counted,
): WarmUpCheck {
  const counted = queue.median.slice(0, Math.round(countedMs / binMs));
  const unknown = counted.indexOf(null);
  const series = (unknown < 0 ? counted : counted.slice(0, unknown)).filter((value) => value !== null);
  const { leaveOut, statistic, batchMeans, isSettled } = truncationOf(series);
  const everyMinutes = binMs / MINUTE;
  const rest = series.slice(leaveOut);
  const mean = runs > 1 ? null : batchedMean(rest, BATCHES, LEVEL);
  const batchMinutes = Math.floor(rest.length / BATCHES) * everyMinutes;
  return {
    finding: {
      scenario,
      runs,
      everyMinutes,
      leaveOutMinutes: leaveOut * everyMinutes,
      isSettled,
      queueByBatches: mean && { ...mean, batchMinutes },
    },
    course: {
      statistic: [...statistic],
      batchMeans: [...batchMeans],
      leftOverMinutes: (series.length % BATCH) * everyMinutes,
    },
  };
}

/** As pages and reports are told it. */
export const shownWarmUp = ({ finding, course }: WarmUpCheck): WarmUpShown => ({
  ...finding,
  curve: curveOf(finding, course),
});

function curveOf(
  { everyMinutes }: WarmUpFinding,
  { statistic, batchMeans, leftOverMinutes }: WarmUpCourse,
): WarmUpCurve {
  const each = Math.max(1, Math.ceil(batchMeans.length / MOST_POINTS));
  const steps = Math.floor(batchMeans.length / each);
  const error = statistic.map(Math.sqrt);
  return {
    fromMinutes: leftOverMinutes,
    stepMinutes: each * BATCH * everyMinutes,
    queue: Array.from({ length: steps }, (_, step) =>
      averageOf(batchMeans.slice(step * each, (step + 1) * each)),
    ),
    error: error.filter((_, left) => left % each === 0),
    leastError: error.reduce((least, one) => Math.min(least, one), Infinity),
  };
}
