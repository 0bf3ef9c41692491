/**
 * Lines and lanes: vehicles in the order in which they will leave. Doubly linked through the
 * vehicles table, so that one who gives up leaves from the middle.
 *
 * In a line where FAST goes first the FAST vehicles stand together at the head; `lastFast` is the last
 * of them. `room` counts those in the line only, not those in service.
 */
import { FAST_MARK, NONE } from "./plan.ts";
import type { PortPlan } from "./plan.ts";
import { UNLIMITED } from "./plan.ts";
import type { Carried, Carrier } from "../engine/carry.ts";
import type { LaneType } from "../../shared/vocabulary.ts";
import type { Vehicles } from "./vehicles.ts";

/** Bits of `accepts`: whom a line is for. */
export const FOR_GENERAL = 1;
export const FOR_FAST = 2;

/** Whom lines of a lane type are for; FAST may use general booths where the rules of the place say so. */
export function acceptedBy(serves: LaneType | null, fastUsesGeneral: boolean): number {
  if (serves === "fast") return FOR_FAST;
  return serves === "general" && !fastUsesGeneral ? FOR_GENERAL : FOR_GENERAL | FOR_FAST;
}

export class Lines implements Carried {
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
  readonly #vehicles: Vehicles;
  readonly #fastFirst: Uint8Array;

  constructor(plan: PortPlan, vehicles: Vehicles) {
    const n = plan.lines.length;
    this.#vehicles = vehicles;
    this.place = Int32Array.from(plan.lines, (line) => line.place);
    this.room = Int32Array.from(plan.lines, (line) => Math.min(line.room, UNLIMITED));
    this.head = new Int32Array(n).fill(NONE);
    this.tail = new Int32Array(n).fill(NONE);
    this.lastFast = new Int32Array(n).fill(NONE);
    this.count = new Int32Array(n);
    this.open = new Int32Array(n);
    this.inService = new Int32Array(n);
    this.idle = new Int32Array(n).fill(NONE);
    this.accepts = Uint8Array.from(plan.lines, (line) => acceptedBy(line.serves, false));
    this.#fastFirst = Uint8Array.from(plan.lines, (line) => (plan.places[line.place].fastFirst ? 1 : 0));
  }

  carry(carrier: Carrier): void {
    for (const column of [this.head, this.tail, this.lastFast, this.count]) carrier.fixed(column);
    for (const column of [this.open, this.inService, this.idle, this.accepts]) carrier.fixed(column);
  }

  append(line: number, vehicle: number): void {
    const { next, previous, marks } = this.#vehicles;
    this.#vehicles.line[vehicle] = line;
    this.count[line]++;
    let before = this.tail[line];
    if (this.#fastFirst[line] === 1 && (marks[vehicle] & FAST_MARK) !== 0) {
      before = this.lastFast[line];
      this.lastFast[line] = vehicle;
    }
    const after = before === NONE ? this.head[line] : next[before];
    previous[vehicle] = before;
    next[vehicle] = after;
    if (before === NONE) this.head[line] = vehicle;
    else next[before] = vehicle;
    if (after === NONE) this.tail[line] = vehicle;
    else previous[after] = vehicle;
  }

  remove(vehicle: number): void {
    const { next, previous, line: lineOf } = this.#vehicles;
    const line = lineOf[vehicle];
    const before = previous[vehicle];
    const after = next[vehicle];
    if (this.lastFast[line] === vehicle) this.lastFast[line] = before;
    if (before === NONE) this.head[line] = after;
    else next[before] = after;
    if (after === NONE) this.tail[line] = before;
    else previous[after] = before;
    this.count[line]--;
    lineOf[vehicle] = NONE;
  }
}
