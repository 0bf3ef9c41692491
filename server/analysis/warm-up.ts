/** How much of the beginning of the counted days to leave out, from the course of the queue; and, of one run, its mean after that. */
import { DAY, MINUTE } from "../../shared/units.ts";
import type { WarmUpCurve, WarmUpFinding, WarmUpShown } from "../../shared/warm-up.ts";
import type { SeriesBands } from "./bands.ts";
import { LEVEL } from "./linear.ts";
import { BATCH, batchedMean, truncationOf } from "./long-run.ts";

const BATCHES = 20;

/** Points of a curve that a picture shows. */
const MOST_POINTS = 240;

/** Hours of a steady demand are as busy as each other to this share; what differs less is left over from adding up. */
const ALIKE = 1e-6;

export type WarmUpCheck = { readonly finding: WarmUpFinding; readonly course: WarmUpCourse };

export type WarmUpCourse = {
  /** By number of batches of five left out: what MSER-5 minimizes. */
  readonly statistic: readonly number[];
  /** Mean queue of each batch of five. */
  readonly batchMeans: readonly number[];
  /** At the beginning, where they fill no batch. */
  readonly leftOverMinutes: number;
};

type Counted = { readonly scenario: string; readonly days: number; readonly runs: number };

export function warmUpCheck({ queue, binMs }: SeriesBands, { scenario, days, runs }: Counted): WarmUpCheck {
  const counted = queue.median.slice(0, Math.round((days * DAY) / binMs));
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
      meanOf(batchMeans.slice(step * each, (step + 1) * each)),
    ),
    error: error.filter((_, left) => left % each === 0),
    leastError: error.reduce((least, one) => Math.min(least, one), Infinity),
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Whether trucks come at the same rate at all hours of the day: only then a queue has a level of its own that it begins
 * away from. `expected` is by clock hour; null where trucks are listed.
 */
export function isSteady(expected: Float64Array | null): boolean {
  if (expected === null) return false;
  const least = expected.reduce((low, hour) => Math.min(low, hour), Infinity);
  const most = expected.reduce((high, hour) => Math.max(high, hour), 0);
  return least > 0 && most - least <= ALIKE * most;
}
