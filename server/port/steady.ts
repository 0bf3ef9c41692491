/**
 * Whether nothing of a port is planned to change over the days that count. Only then its queue has a level of its own,
 * which it begins away from; else it follows the hours, or the days of the week.
 */
import type { PortPlan, Steps, TimedEffect } from "./plan.ts";
import { levelAt } from "./steps.ts";

/** Rates that differ by no more than this share are the same, reckoned in another order. */
const ALIKE = 1e-9;

type Levels = { readonly times: Float64Array; readonly levels: ArrayLike<number> };

export function isSteady(plan: PortPlan, interventions: readonly TimedEffect[] = []): boolean {
  const { demand, countFrom, countUntil, open, places, posts, pools, effects } = plan;
  const isLevel = ({ times, levels }: Levels): boolean => {
    const first = levelAt({ times, levels }, countFrom);
    return [...times].every(
      (time, i) =>
        time <= countFrom || time >= countUntil || Math.abs(levels[i] - first) <= ALIKE * Math.abs(first),
    );
  };
  const rates = demand.rates.flatMap((of): Levels[] =>
    of === null ? [] : [{ times: of.times, levels: of.perHour }],
  );
  const steps = [
    open,
    ...places.map(({ hours }) => hours),
    ...posts.map(({ wanted }) => wanted),
    ...pools.map(({ officers }) => officers),
  ].filter((one): one is Steps => one !== null);
  return (
    demand.list === null &&
    rates.some((of) => levelAt(of, countFrom) > 0) &&
    levelAt(open, countFrom) > 0 &&
    [...rates, ...steps].every(isLevel) &&
    [...effects, ...interventions].every(
      ({ fromMs, untilMs }) => untilMs <= countFrom || fromMs >= countUntil,
    )
  );
}
