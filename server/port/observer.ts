/**
 * What the port reports while it runs: the only way out of the mechanics. Tallies, visits, series and
 * traces listen; nothing in the port knows what is measured.
 *
 * Calls come in the order of events. Times are whole ms from the run's first midnight. Vehicles,
 * places, servers and posts are small integers: indices into the plan's and the run's tables.
 * A vehicle id is reused after the vehicle has gone (`departed`, `turnedAway`, `gaveUp`).
 */
import type { Core } from "../engine/core.ts";
import type { PortPlan } from "./plan.ts";
import type { Vehicles } from "./vehicles.ts";

/** A place, and the place that it waits for. */
export type Wait = readonly [place: number, waitsFor: number];

export interface PortObserver {
  /** A core that tallies what happens to vehicles: the run takes place in it. */
  readonly core?: Core;
  /** False where that is all, and nothing of vehicles need be told here. */
  readonly listens?: boolean;

  /** Before the first event. The tables grow in place: read them through these objects. */
  started(plan: PortPlan, vehicles: Vehicles, core: Core): void;

  /** A vehicle reached the fixed upstream point of the port (the reader), before it goes anywhere. */
  arrived(time: number, vehicle: number): void;
  /** It is now at the end of the line for primary, wherever that is (assumption A3). At most once. */
  joined(time: number, vehicle: number): void;
  /** It is in the place now: in its line, on its lane, or at once in service. */
  entered(time: number, vehicle: number, place: number): void;
  /** A server called it; pulling up (the place's move-up time) is part of what follows. */
  began(time: number, vehicle: number, place: number, server: number): void;
  /** The server is occupied but waits for the vehicle's image review (`waiting`), or goes on. */
  held(time: number, vehicle: number, place: number, waiting: boolean): void;
  /** Its service, or its travel on a lane, is over and the next place has no room: blocked from now. */
  blocked(time: number, vehicle: number, place: number): void;
  /** It left the place; `server` is the one it occupied, or NONE from a line or a lane. */
  left(time: number, vehicle: number, place: number, server: number): void;

  /** Out of the last place, in the country. */
  departed(time: number, vehicle: number): void;
  /** Refused: no room, did not join, or closing. `place` is where it would have gone or was. */
  turnedAway(time: number, vehicle: number, place: number): void;
  /** Left a line before service: patience ran out. */
  gaveUp(time: number, vehicle: number, place: number): void;

  /** Staffed servers of a post from now (setting up not included), and officers paid for. */
  manned(time: number, post: number, servers: number): void;
  /** A booth changed its lane type: the server belongs to this post from now. It is closed and empty. */
  assigned(time: number, server: number, post: number): void;
  /** Analysts of a post at work from now. */
  reviewing(time: number, post: number, analysts: number): void;
  /** Officers of a pool on duty from now, breaks included: what is paid before relief. */
  onDuty(time: number, pool: number, officers: number): void;
  /** Places that block each other in a circle that nothing can resolve, and which waits for which. */
  gridlocked(time: number, places: readonly number[], waits: readonly Wait[]): void;
  /** A clock hour of the port begins; before any event of that instant. */
  hour(time: number): void;
}
