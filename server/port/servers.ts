/**
 * Servers: booths, modules, scanners, bays, docks. A manned server is one that is not closed; one
 * that is `leaving` closes after the vehicle in hand (or after its own lane, by rule) and takes
 * nobody new from elsewhere.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { NONE } from "./plan.ts";
import type { PortPlan } from "./plan.ts";

export const CLOSED = 0;
export const OPENING = 1;
export const IDLE = 2;
export const BUSY = 3;
export const BLOCKED = 4;
/** Occupied by a vehicle whose image review is not over. */
export const HELD = 5;

export class Servers implements Carried {
  readonly count: number;
  readonly place: Int32Array;
  readonly line: Int32Array;
  /** The post it belongs to now: booths may change their lane type. */
  readonly post: Int32Array;
  readonly state: Uint8Array;
  readonly vehicle: Int32Array;
  readonly leaving: Uint8Array;
  /** 1: out of use (a disruption), or not built. */
  readonly down: Uint8Array;
  /** Post it changes to once it is closed and its lane empty, or NONE. */
  readonly nextPost: Int32Array;
  /** Other idle servers of its line, both ways. */
  readonly nextIdle: Int32Array;
  readonly previousIdle: Int32Array;

  constructor(plan: PortPlan) {
    const n = plan.serverPlace.length;
    this.count = n;
    this.place = plan.serverPlace.slice();
    this.line = plan.serverLine.slice();
    this.post = plan.serverPost.slice();
    this.state = new Uint8Array(n).fill(CLOSED);
    this.vehicle = new Int32Array(n).fill(NONE);
    this.leaving = new Uint8Array(n);
    this.down = new Uint8Array(n);
    this.nextPost = new Int32Array(n).fill(NONE);
    this.nextIdle = new Int32Array(n).fill(NONE);
    this.previousIdle = new Int32Array(n).fill(NONE);
  }

  carry(carrier: Carrier): void {
    for (const column of [this.post, this.state, this.vehicle, this.leaving, this.down])
      carrier.fixed(column);
    for (const column of [this.nextPost, this.nextIdle, this.previousIdle]) carrier.fixed(column);
  }
}
