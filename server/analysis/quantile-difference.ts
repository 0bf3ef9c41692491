/**
 * The difference of a percentile between two scenarios on the same days, with an interval.
 *
 * Its linear form takes the pooled durations for straight about both percentiles. Far out they are not: beyond a long
 * wait the waits lie ever farther apart. So the bounds are also looked for where both percentiles move together: each
 * share by as much as it goes along with the difference over the days (the direction in which a difference is least
 * surprising), until Student's t of the difference there, transformed for the skewness of the days (quantile.ts), has
 * reached its factor. Few days make each of the two too short where the other is not, so a bound is the farther one;
 * with many days they agree. The linear form has Student's interval as it is: transformed too, the farther of
 * the two would be far too wide where few days are skew.
 */
import type { Controls } from "./controls.ts";
import { durationAt } from "./day-pool.ts";
import type { DayHistograms } from "./day-pool.ts";
import { dot } from "./least-squares.ts";
import {
  LEVEL,
  differenceOf,
  freeDays,
  scaled,
  standardError,
  studentFactor,
  studentInterval,
  varianceOf,
  varianceRatioOf,
} from "./linear.ts";
import type { Estimated, Linear } from "./linear.ts";
import { lackingIn, lackingOfDifference, openWhere } from "./open-ends.ts";
import {
  deviationOf,
  linearOfPercentile,
  percentileOf,
  reachOf,
  shareBelow,
  slopeOf,
  within,
} from "./quantile.ts";
import type { Percentile } from "./quantile.ts";
import { skewnessOf } from "./skewness.ts";

/** The days of one scenario, in the order of those of the other, and its controls. */
export type SideOfPair = { readonly days: readonly DayHistograms[]; readonly controls: Controls };

/** One percentile on the way: how far its share goes for a unit of the difference, and what a share is worth. */
type Mover = { readonly percentile: Percentile; readonly along: number; readonly slope: number };

/** The second less the first. Null when a scenario has no values. */
export function quantileDifference(
  baseline: SideOfPair,
  other: SideOfPair,
  p: number,
  level = LEVEL,
): Estimated | null {
  const from = percentileOf(baseline.days, p, baseline.controls);
  const to = percentileOf(other.days, p, other.controls);
  if (from === null || to === null) return null;
  const own = [from, to].map(linearOfPercentile);
  const difference = differenceOf(own[0], own[1]);
  const straight = studentInterval(difference, level);
  const { low, high } = straight;
  // Of days of their own the variances would add up.
  const ratio = varianceRatioOf(difference, varianceOf(own[0]) + varianceOf(own[1]));
  const factor = studentFactor(level, freeDays(difference));
  const spread = standardError(difference);
  // All alike in both, it is known as well as the days tell it, however few its vehicles.
  if (low === null || high === null || (spread === 0 && straight.value === 0))
    return { ...straight, ...ratio };
  const lacking = lackingOfDifference(lackingIn(from.pool, p, level), lackingIn(to.pool, p, level));
  if (spread === 0) return openWhere({ ...straight, ...ratio }, lacking);
  const movers = [moverOf(from, difference), moverOf(to, difference)] as const;
  const bound = (side: 1 | -1): number => boundOf(movers, side, factor, spread, skewnessOf(difference));
  // An estimate that came out too high is that of a lower difference.
  const closed = {
    ...straight,
    low: lacking.low > 0 ? null : Math.min(low, bound(1)),
    high: lacking.high > 0 ? null : Math.max(high, bound(-1)),
    ...ratio,
  };
  return openWhere(closed, lacking);
}

function moverOf(percentile: Percentile, difference: Linear): Mover {
  const { influence } = percentile.share;
  const along = dot(influence, difference.influence) / dot(difference.influence, difference.influence);
  return { percentile, along, slope: slopeOf(percentile) };
}

/** The difference of the durations to which both have moved when it is more than chance that they did. */
function boundOf(
  movers: readonly [Mover, Mover],
  side: 1 | -1,
  factor: number,
  spread: number,
  skewness: number,
): number {
  const [baseline, other] = movers;
  const sharesAt = (distance: number): readonly [number, number] => [
    movedBy(baseline, side * distance),
    movedBy(other, side * distance),
  ];
  const end = Math.max(...movers.map((mover) => distanceToEnd(mover, side)));
  const distance = reachOf((factor * spread) / 2, end, (away) => {
    const [first, second] = sharesAt(away);
    const tried = differenceOf(worth(baseline, first), worth(other, second));
    return side * deviationOf(tried, tried.value, skewness) <= factor;
  });
  const [first, second] = sharesAt(distance);
  return durationAt(other.percentile.pool, second) - durationAt(baseline.percentile.pool, first);
}

const movedBy = ({ percentile, along }: Mover, distance: number): number =>
  within(percentile.target + along * distance);

function distanceToEnd({ percentile: { target }, along }: Mover, side: 1 | -1): number {
  if (along === 0) return 0;
  return (side * along > 0 ? 1 - target : target) / Math.abs(along);
}

/** How far too high the percentile would be estimated if this share of the pooled values were below the true one. */
function worth({ percentile, slope }: Mover, pooled: number): Linear {
  const share = shareBelow(percentile, pooled);
  return scaled({ ...share, value: share.value - percentile.p }, -slope);
}
