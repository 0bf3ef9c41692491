/**
 * Which points are on the frontier of two figures: no other point is at least as good in both and better in one. How
 * sure that is: the share of resampled days (Efron, Annals of Statistics 7, 1979) in which it is so. All points are
 * resampled on the same days, so that what good days do to all of them makes none of them unsure.
 */
import { apartBy } from "../linear.ts";
import type { Linear } from "../linear.ts";

export type Pair = readonly [Linear, Linear];

export type OnFrontier = {
  readonly isOn: boolean;
  /** Share of resampled days with the point on the frontier; null where the days do not tell. */
  readonly sure: number | null;
};

export const RESAMPLES = 1_000;

/** `isLessBetter` by figure; `draw` gives a number above 0 and below 1 for a resample and a place in it. */
export function frontierOf(
  points: readonly Pair[],
  isLessBetter: readonly [boolean, boolean],
  draw: (resample: number, place: number) => number,
): readonly OnFrontier[] {
  if (points.length === 0) return [];
  const signs = isLessBetter.map((isLess) => (isLess ? 1 : -1));
  const costs = (of: (figure: Linear) => number): readonly (readonly number[])[] =>
    points.map((pair) => pair.map((figure, i) => signs[i] * of(figure)));
  const isOn = undominated(costs(({ value }) => value));
  const days = points[0][0].influence.length;
  if (days < 2) return isOn.map((on) => ({ isOn: on, sure: null }));
  const counts = new Float64Array(points.length);
  // The variance of a resampled mean is short by (n - 1) / n.
  const scale = Math.sqrt(days / (days - 1)) / days;
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const times = new Float64Array(days);
    for (let place = 0; place < days; place++) times[Math.floor(draw(resample, place) * days)]++;
    const resampled = costs(({ value, influence }) => value + scale * dotTimes(influence, times));
    undominated(resampled).forEach((on, p) => {
      if (on) counts[p]++;
    });
  }
  return isOn.map((on, p) => ({ isOn: on, sure: counts[p] / RESAMPLES }));
}

function dotTimes(influence: Float64Array, times: Float64Array): number {
  let sum = 0;
  for (let day = 0; day < times.length; day++) sum += influence[day] * times[day];
  return sum;
}

/** Of points of which less of both is better; equal points, also those that rounding alone tells apart, do not dominate each other. */
function undominated(costs: readonly (readonly number[])[]): readonly boolean[] {
  const order = costs.map((_, p) => p).sort((a, b) => costs[a][0] - costs[b][0] || costs[a][1] - costs[b][1]);
  const isOn = costs.map(() => false);
  let before: number | null = null;
  for (let from = 0; from < order.length;) {
    const first = costs[order[from]][0];
    let best = costs[order[from]][1];
    let end = from + 1;
    for (; end < order.length && apartBy(costs[order[end]][0], first) === 0; end++)
      best = Math.min(best, costs[order[end]][1]);
    if (before === null || apartBy(best, before) < 0)
      for (let i = from; i < end; i++) isOn[order[i]] = apartBy(costs[order[i]][1], best) === 0;
    before = before === null ? best : Math.min(before, best);
    from = end;
  }
  return isOn;
}
