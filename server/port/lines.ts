/**
 * Lines and lanes, as the core has them (server/core/lines.ts, in the same order). `room` counts those in the line
 * only, not those in service.
 */
import { FOR_FAST, FOR_GENERAL } from "../core/constants.ts";
import { NONE } from "./plan.ts";
import type { PortPlan } from "./plan.ts";
import { UNLIMITED } from "./plan.ts";
import type { Core } from "../engine/core.ts";
import type { LaneType } from "../../shared/vocabulary.ts";

export { FOR_FAST, FOR_GENERAL } from "../core/constants.ts";

/** Whom lines of a lane type are for; FAST may use general booths where the rules of the place say so. */
export function acceptedBy(serves: LaneType | null, fastUsesGeneral: boolean): number {
  if (serves === "fast") return FOR_FAST;
  return serves === "general" && !fastUsesGeneral ? FOR_GENERAL : FOR_GENERAL | FOR_FAST;
}

export class Lines {
  readonly place: Int32Array;
  readonly room: Int32Array;
  readonly head: Int32Array;
  readonly tail: Int32Array;
  readonly lastFast: Int32Array;
  readonly count: Int32Array;
  /** Servers on this line that are manned and will go on: the line is open to those who come. */
  readonly open: Int32Array;
  /** Vehicles its servers have in hand. */
  readonly inService: Int32Array;
  /** First server that is idle on this line; linked through `servers.nextIdle`. */
  readonly idle: Int32Array;
  /** Whom each is for at present: FOR_GENERAL and FOR_FAST. */
  readonly accepts: Uint8Array;

  constructor(plan: PortPlan, core: Core) {
    const n = plan.lines.length;
    this.place = core.newInts(plan.lines.map((line) => line.place));
    this.room = core.newInts(plan.lines.map((line) => Math.min(line.room, UNLIMITED)));
    this.head = core.newInts(n).fill(NONE);
    this.tail = core.newInts(n).fill(NONE);
    this.lastFast = core.newInts(n).fill(NONE);
    this.count = core.newInts(n);
    this.open = core.newInts(n);
    this.inService = core.newInts(n);
    this.idle = core.newInts(n).fill(NONE);
    this.accepts = core.newBytes(plan.lines.map((line) => acceptedBy(line.serves, false)));
    const fastFirst = core.newBytes(plan.lines.map((line) => (plan.places[line.place].fastFirst ? 1 : 0)));
    const { place, room, head, tail, lastFast, count, open, inService, idle, accepts } = this;
    core.point(core.exports.linesAt(), [
      place,
      room,
      head,
      tail,
      lastFast,
      count,
      open,
      inService,
      idle,
      accepts,
      fastFirst,
    ]);
  }
}
