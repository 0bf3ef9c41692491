/** A run that was stopped because it would not end, or would fill the memory: which limit it met, and where. */
import { formatClock } from "./scenario/clock.ts";
import { DAY } from "./units.ts";

/**
 * events: of the whole run. eventsAtOnce: with the clock standing still, as where vehicles go round in no
 * time. vehiclesInside: at one time. spanMs: from the first midnight.
 */
export type RunLimits = {
  readonly events: number;
  readonly eventsAtOnce: number;
  readonly vehiclesInside: number;
  readonly spanMs: number;
};

export type Runaway = {
  readonly limit: keyof RunLimits;
  readonly most: number;
  readonly scenario: string;
  /** On the clock of the port; YYYY-MM-DD and ms since midnight. */
  readonly date: string;
  readonly clockMs: number;
  /** Where most vehicles are, and how many. */
  readonly place: string;
  readonly vehicles: number;
};

/** What texts about it have for their parameters. */
export const runawayParams = ({ most, scenario, date, clockMs, place, vehicles }: Runaway) => ({
  scenario,
  date,
  time: formatClock(clockMs),
  most,
  days: most / DAY,
  place,
  vehicles,
});
