/** A circle of places that block each other, in words that outlive the run: when, and which waits for which. */
import { clockOf } from "../../shared/scenario/calendar.ts";
import type { Wait } from "../port/observer.ts";
import type { PortPlan } from "../port/plan.ts";

export type Gridlock = {
  /** YYYY-MM-DD and ms since midnight on the clock of the port. */
  readonly date: string;
  readonly clockMs: number;
  readonly waits: readonly { readonly place: string; readonly waitsFor: string }[];
};

export function gridlockOf({ days, places }: PortPlan, time: number, waits: readonly Wait[]): Gridlock {
  const { day, clockMs } = clockOf(days, time);
  return {
    date: days[day].date,
    clockMs,
    waits: waits.map(([place, other]) => ({ place: places[place].name, waitsFor: places[other].name })),
  };
}
