/**
 * Everything that a run reports, kept as it came: one trip for each vehicle and every level in steps. For
 * small runs; a result is read from it after the run, or in between.
 */
import type { PortObserver, Wait } from "../../server/port/observer.ts";
import { FAST_MARK, FLOW_COUNT, NONE } from "../../server/port/plan.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import type { Vehicles } from "../../server/port/vehicles.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import type { Flow } from "../../shared/vocabulary.ts";

/** One stay of a vehicle in a place; NaN for what did not happen. */
export type Stay = {
  readonly place: string;
  readonly entered: number;
  began: number;
  /** From when to when its server was occupied for an image review alone. */
  heldFrom: number;
  heldUntil: number;
  blocked: number;
  left: number;
  /** Server within the place, from 1; 0 for none. */
  server: number;
};

export type Outcome = "inside" | "departed" | "turned away" | "gave up";

export type Trip = {
  /** The same truck in another scenario has the same. */
  readonly identity: string;
  readonly flow: Flow;
  readonly isFast: boolean;
  readonly isCounted: boolean;
  readonly arrived: number;
  joined: number;
  outcome: Outcome;
  ended: number;
  /** Where it was turned away or gave up. */
  endedAt: string;
  readonly stays: Stay[];
};

/** [instant, level from then on]. */
export type Track = (readonly [number, number])[];

export class Recorder implements PortObserver {
  readonly trips: Trip[] = [];
  readonly mannedOf = new Map<string, Track>();
  readonly onDutyOf = new Map<string, Track>();
  readonly reviewersOf = new Map<string, Track>();
  readonly hours: number[] = [];
  readonly locks: {
    readonly time: number;
    readonly places: readonly string[];
    readonly waits: readonly string[];
  }[] = [];
  readonly assignments: { readonly time: number; readonly server: number; readonly post: string }[] = [];
  #plan!: PortPlan;
  #vehicles!: Vehicles;
  readonly #tripOf = new Map<number, Trip>();

  started(plan: PortPlan, vehicles: Vehicles): void {
    this.#plan = plan;
    this.#vehicles = vehicles;
    for (const post of plan.posts) {
      this.mannedOf.set(post.name, [[0, 0]]);
      this.reviewersOf.set(post.name, [[0, 0]]);
    }
    for (const pool of plan.pools) this.onDutyOf.set(pool.name, [[0, 0]]);
  }

  arrived(time: number, vehicle: number): void {
    const { flow, marks, counted, cell, number, member } = this.#vehicles;
    const trip: Trip = {
      identity: [flow[vehicle]! % FLOW_COUNT, cell[vehicle], number[vehicle], member[vehicle]].join("/"),
      flow: FLOWS[flow[vehicle]!]!,
      isFast: (marks[vehicle]! & FAST_MARK) !== 0,
      isCounted: counted[vehicle] === 1,
      arrived: time,
      joined: Number.NaN,
      outcome: "inside",
      ended: Number.NaN,
      endedAt: "",
      stays: [],
    };
    this.trips.push(trip);
    this.#tripOf.set(vehicle, trip);
  }

  joined(time: number, vehicle: number): void {
    const trip = this.#tripAt(vehicle);
    if (!Number.isNaN(trip.joined)) throw new Error(`vehicle ${vehicle} joined twice, at ${time} ms again`);
    trip.joined = time;
  }

  entered(time: number, vehicle: number, place: number): void {
    const { stays } = this.#tripAt(vehicle);
    const before = stays.at(-1);
    if (before !== undefined && before.left !== time)
      throw new Error(
        `vehicle ${vehicle} left ${before.place} at ${before.left} and entered ${place} at ${time}`,
      );
    stays.push({
      place: this.#plan.places[place]!.name,
      entered: time,
      began: Number.NaN,
      heldFrom: Number.NaN,
      heldUntil: Number.NaN,
      blocked: Number.NaN,
      left: Number.NaN,
      server: 0,
    });
  }

  began(time: number, vehicle: number, place: number, server: number): void {
    const stay = this.#stayAt(vehicle, place);
    stay.began = time;
    stay.server = server === NONE ? 0 : server - this.#plan.places[place]!.firstServer + 1;
  }

  held(time: number, vehicle: number, place: number, waiting: boolean): void {
    const stay = this.#stayAt(vehicle, place);
    if (waiting) stay.heldFrom = time;
    else stay.heldUntil = time;
  }

  blocked(time: number, vehicle: number, place: number): void {
    this.#stayAt(vehicle, place).blocked = time;
  }

  left(time: number, vehicle: number, place: number): void {
    this.#stayAt(vehicle, place).left = time;
  }

  departed(time: number, vehicle: number): void {
    this.#end(time, vehicle, "departed", "");
  }

  turnedAway(time: number, vehicle: number, place: number): void {
    this.#end(time, vehicle, "turned away", this.#plan.places[place]!.name);
  }

  gaveUp(time: number, vehicle: number, place: number): void {
    this.#end(time, vehicle, "gave up", this.#plan.places[place]!.name);
  }

  manned(time: number, post: number, servers: number): void {
    this.mannedOf.get(this.#plan.posts[post]!.name)!.push([time, servers]);
  }

  reviewing(time: number, post: number, analysts: number): void {
    this.reviewersOf.get(this.#plan.posts[post]!.name)!.push([time, analysts]);
  }

  onDuty(time: number, pool: number, officers: number): void {
    this.onDutyOf.get(this.#plan.pools[pool]!.name)!.push([time, officers]);
  }

  assigned(time: number, server: number, post: number): void {
    this.assignments.push({ time, server, post: this.#plan.posts[post]!.name });
  }

  gridlocked(time: number, places: readonly number[], waits: readonly Wait[]): void {
    const nameOf = (place: number): string => this.#plan.places[place]!.name;
    const pairs = waits.map(([place, other]) => `${nameOf(place)} waits for ${nameOf(other)}`);
    this.locks.push({ time, places: places.map(nameOf), waits: pairs });
  }

  hour(time: number): void {
    this.hours.push(time);
  }

  #end(time: number, vehicle: number, outcome: Outcome, endedAt: string): void {
    const trip = this.#tripAt(vehicle);
    const last = trip.stays.at(-1);
    if (last !== undefined && last.left !== time)
      throw new Error(`vehicle ${vehicle} ${outcome} at ${time} ms without leaving ${last.place} then`);
    trip.outcome = outcome;
    trip.ended = time;
    trip.endedAt = endedAt;
    this.#tripOf.delete(vehicle);
  }

  #tripAt(vehicle: number): Trip {
    const trip = this.#tripOf.get(vehicle);
    if (trip === undefined) throw new Error(`vehicle ${vehicle} is not inside`);
    return trip;
  }

  #stayAt(vehicle: number, place: number): Stay {
    const stay = this.#tripAt(vehicle).stays.at(-1);
    const { name } = this.#plan.places[place]!;
    if (stay?.place !== name || !Number.isNaN(stay.left))
      throw new Error(`vehicle ${vehicle} is at ${stay?.place ?? "no place"}, not at ${name}`);
    return stay;
  }
}

/** The level after all events of an instant. */
export function levelOf(track: Track, time: number): number {
  let level = 0;
  for (const [from, value] of track) {
    if (from > time) break;
    level = value;
  }
  return level;
}

/** Level times time, between two instants; in ms. */
export function areaOf(track: Track, from: number, until: number): number {
  return track.reduce((area, [start, level], i) => {
    const end = Math.min(track[i + 1]?.[0] ?? until, until);
    return area + level * Math.max(0, end - Math.max(start, from));
  }, 0);
}
