/**
 * The state hash of a run at every hour of its clock. Needs nothing of the runtime, neither files nor time
 * zones, so that it can be bundled and run on another one.
 */
import type { PortObserver } from "../../server/port/observer.ts";
import { planPort } from "../../server/port/planner.ts";
import type { PlannableScenario } from "../../server/port/planner.ts";
import { PortRun } from "../../server/port/run.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";

/** A run, with all that it needs as plain data. */
export type HourlyRun = PlannableScenario & {
  readonly days: readonly CivilDay[];
  readonly seed: number;
  readonly replication: number;
  /** Of so many hours from the first midnight on. */
  readonly hours: number;
};

/** Hears everything and keeps nothing. */
export const NOBODY = new Proxy({ core: undefined, listens: false } as unknown as PortObserver, {
  get: (own, name) => (name in own ? Reflect.get(own, name) : () => undefined),
});

export function hourlyHashes({ days, seed, replication, hours, ...scenario }: HourlyRun): readonly string[] {
  const plan = planPort(scenario, days);
  const run = new PortRun(plan, { seed, replication, observer: NOBODY });
  return Array.from(plan.hourTimes.subarray(0, hours), (time) => {
    run.advance(time);
    return run.hash();
  });
}
