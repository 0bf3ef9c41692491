/**
 * Servers: booths, modules, scanners, bays, docks. A manned server is one that is not closed; one
 * that is `leaving` closes after the vehicle in hand (or after its own lane, by rule) and takes
 * nobody new from elsewhere.
 */
import type { Core } from "../engine/core.ts";
import { CLOSED } from "../core/constants.ts";
import { NONE } from "./plan.ts";
import type { PortPlan } from "./plan.ts";

export { BLOCKED, BUSY, CLOSED, HELD, IDLE, OPENING } from "../core/constants.ts";

export class Servers {
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

  constructor(plan: PortPlan, core: Core) {
    const n = plan.serverPlace.length;
    this.count = n;
    this.place = core.newInts(plan.serverPlace);
    this.line = core.newInts(plan.serverLine);
    this.post = core.newInts(plan.serverPost);
    this.state = core.newBytes(n).fill(CLOSED);
    this.vehicle = core.newInts(n).fill(NONE);
    this.leaving = core.newBytes(n);
    this.down = core.newBytes(n);
    this.nextPost = core.newInts(n).fill(NONE);
    this.nextIdle = core.newInts(n).fill(NONE);
    this.previousIdle = core.newInts(n).fill(NONE);
    const { place, line, post, state, vehicle, leaving, down, nextIdle, previousIdle } = this;
    core.point(core.exports.serversAt(), [
      place,
      line,
      post,
      state,
      vehicle,
      leaving,
      down,
      nextIdle,
      previousIdle,
    ]);
  }
}
