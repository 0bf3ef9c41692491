/** Stops runs that would not end: limits on events, vehicles inside and simulated span. */
import type { RunLimits, Runaway } from "../../shared/runaway.ts";
import { clockOf } from "../../shared/scenario/calendar.ts";
import { DAY } from "../../shared/units.ts";
import type { PortState } from "./state.ts";

/** More than any port has in ten years, but small enough to be met within minutes and in memory. */
export const RUN_LIMITS: RunLimits = {
  events: 20_000_000_000,
  eventsAtOnce: 2_000_000,
  vehiclesInside: 2_000_000,
  spanMs: 5_000 * DAY,
};

/** A model that runs away is its author's to mend: the message says where to look. */
export class RunawayError extends Error {
  readonly runaway: Runaway;

  constructor(runaway: Runaway) {
    const { limit, most, date, clockMs, place, vehicles } = runaway;
    super(`${limit} over ${most} on ${date} at ${clockMs} ms; most vehicles (${vehicles}) are at ${place}`);
    this.name = "RunawayError";
    this.runaway = runaway;
  }
}

/** Counts events in steps, so that the loop only compares. */
export class RunWatch {
  readonly #limits: RunLimits;
  readonly #step: number;
  #seenMs = -1;
  #eventsAtOnce = 0;
  /** Events after which `look` is to be called. */
  next: number;

  constructor(limits: Partial<RunLimits> = {}) {
    this.#limits = { ...RUN_LIMITS, ...limits };
    this.#step = Math.min(65_536, this.#limits.events, this.#limits.eventsAtOnce);
    this.next = this.#step;
  }

  look(state: PortState, events: number): void {
    this.#eventsAtOnce = state.now === this.#seenMs ? this.#eventsAtOnce + this.#step : 0;
    this.#seenMs = state.now;
    this.next = events + this.#step;
    if (this.#eventsAtOnce >= this.#limits.eventsAtOnce) this.#stop(state, "eventsAtOnce");
    if (events >= this.#limits.events) this.#stop(state, "events");
  }

  get vehiclesInside(): number {
    return this.#limits.vehiclesInside;
  }

  get spanMs(): number {
    return this.#limits.spanMs;
  }

  tooManyInside(state: PortState): never {
    return this.#stop(state, "vehiclesInside");
  }

  tooLong(state: PortState): never {
    return this.#stop(state, "spanMs");
  }

  #stop(state: PortState, limit: keyof RunLimits): never {
    const { days, places, name } = state.plan;
    const last = days[days.length - 1];
    const { day, clockMs } = clockOf(days, Math.min(state.now, last.startMs + last.lengthMs));
    const vehicles = state.inPlace.reduce((most, count) => Math.max(most, count), 0);
    const place = places[state.inPlace.indexOf(vehicles)].name;
    const most = this.#limits[limit];
    throw new RunawayError({ limit, most, scenario: name, date: days[day].date, clockMs, place, vehicles });
  }
}
