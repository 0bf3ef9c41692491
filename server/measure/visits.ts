/**
 * Tells each visit of a vehicle to a place when it is over and what followed is known; in the order in
 * which they end. Remembers those inside only, so that a run of a year takes no more memory than a day.
 *
 * A vehicle that is refused before it enters a place has a visit there all the same, without an entry, so
 * that the outcomes add up to the vehicles.
 */
import type { PortObserver } from "../port/observer.ts";
import { FAST_MARK, NONE } from "../port/plan.ts";
import type { PortPlan } from "../port/plan.ts";
import type { Vehicles } from "../port/vehicles.ts";
import { doubled } from "./doubled.ts";

/** `onward`: to another place. */
export type VisitOutcome = "onward" | "departed" | "turnedAway" | "gaveUp" | "unfinished";

/** Times in ms of the run; NaN for what did not happen. */
export type Visit = {
  /** Day of the run on which it began, from 1. */
  readonly day: number;
  /** Who it is: see port/vehicles.ts. */
  readonly flow: number;
  readonly cell: number;
  readonly number: number;
  readonly member: number;
  readonly isFast: boolean;
  readonly isCounted: boolean;
  /** NONE: it left the port without a visit. */
  readonly place: number;
  readonly enteredMs: number;
  readonly beganMs: number;
  /** Done without room ahead since then. */
  readonly blockedMs: number;
  readonly leftMs: number;
  /** Within the place, from 1; 0 for none. */
  readonly server: number;
  readonly outcome: VisitOutcome;
};

/** The columns of a file of visits, in order. */
export const VISIT_COLUMNS = [
  "scenario",
  "replication",
  "day",
  "flow",
  "cell",
  "number",
  "member",
  "fast",
  "counted",
  "stage",
  "enteredMs",
  "beganMs",
  "blockedMs",
  "leftMs",
  "server",
  "outcome",
] as const;

const FIRST_CAPACITY = 256;

export class Visits implements PortObserver {
  readonly #plan: PortPlan;
  readonly #tell: (visit: Visit) => void;
  #vehicles: Vehicles | null = null;
  #capacity = FIRST_CAPACITY;
  /** NONE where no visit is under way, or told of yet. */
  #place = new Int32Array(FIRST_CAPACITY).fill(NONE);
  #day = new Int32Array(FIRST_CAPACITY);
  #entered = new Float64Array(FIRST_CAPACITY);
  #began = new Float64Array(FIRST_CAPACITY);
  #blocked = new Float64Array(FIRST_CAPACITY);
  #left = new Float64Array(FIRST_CAPACITY);
  #server = new Int32Array(FIRST_CAPACITY);
  /** Index of the present day. */
  #today = 0;

  constructor(plan: PortPlan, tell: (visit: Visit) => void) {
    this.#plan = plan;
    this.#tell = tell;
  }

  started(_plan: PortPlan, vehicles: Vehicles): void {
    this.#vehicles = vehicles;
  }

  arrived(_time: number, v: number): void {
    while (v >= this.#capacity) this.#grow();
    this.#place[v] = NONE;
  }

  entered(time: number, v: number, place: number): void {
    if (this.#place[v] !== NONE) this.#end(v, "onward");
    this.#begin(time, v, place);
    this.#entered[v] = time;
  }

  began(time: number, v: number, place: number, server: number): void {
    this.#began[v] = time;
    this.#blocked[v] = Number.NaN;
    this.#server[v] = server === NONE ? 0 : server - this.#plan.places[place].firstServer + 1;
  }

  blocked(time: number, v: number): void {
    if (Number.isNaN(this.#blocked[v])) this.#blocked[v] = time;
  }

  left(time: number, v: number): void {
    this.#left[v] = time;
  }

  departed(time: number, v: number): void {
    if (this.#place[v] === NONE) this.#pass(time, v, NONE, "departed");
    else this.#end(v, "departed");
  }

  turnedAway(time: number, v: number, place: number): void {
    if (this.#place[v] === place) return this.#end(v, "turnedAway");
    if (this.#place[v] !== NONE) this.#end(v, "onward");
    this.#pass(time, v, place, "turnedAway");
  }

  gaveUp(_time: number, v: number): void {
    this.#end(v, "gaveUp");
  }

  joined(): void {}
  held(): void {}
  manned(): void {}
  assigned(): void {}
  reviewing(): void {}
  onDuty(): void {}
  gridlocked(): void {}
  hour(): void {}

  /** At the end of the run: those still inside, as they entered. */
  finish(): void {
    const inside: number[] = [];
    for (let v = 0; v < this.#capacity; v++) if (this.#place[v] !== NONE) inside.push(v);
    const entered = this.#entered;
    for (const v of inside.sort((a, b) => entered[a] - entered[b] || a - b)) this.#end(v, "unfinished");
  }

  #begin(time: number, v: number, place: number): void {
    const { days } = this.#plan;
    while (this.#today + 1 < days.length && days[this.#today + 1].startMs <= time) this.#today++;
    this.#place[v] = place;
    this.#day[v] = this.#today + 1;
    this.#entered[v] = Number.NaN;
    this.#began[v] = Number.NaN;
    this.#blocked[v] = Number.NaN;
    this.#left[v] = Number.NaN;
    this.#server[v] = 0;
  }

  /** Comes to a place, or to none, without entering it. */
  #pass(time: number, v: number, place: number, outcome: VisitOutcome): void {
    this.#begin(time, v, place);
    this.#left[v] = time;
    this.#end(v, outcome);
  }

  #end(v: number, outcome: VisitOutcome): void {
    const vehicles = this.#vehicles;
    if (vehicles === null) throw new Error(`a visit of vehicle ${v} ended before the run started`);
    this.#tell({
      day: this.#day[v],
      flow: vehicles.flow[v],
      cell: vehicles.cell[v],
      number: vehicles.number[v],
      member: vehicles.member[v],
      isFast: (vehicles.marks[v] & FAST_MARK) !== 0,
      isCounted: vehicles.counted[v] === 1,
      place: this.#place[v],
      enteredMs: this.#entered[v],
      beganMs: this.#began[v],
      blockedMs: this.#blocked[v],
      leftMs: this.#left[v],
      server: this.#server[v],
      outcome,
    });
    this.#place[v] = NONE;
  }

  #grow(): void {
    const place = new Int32Array(2 * this.#capacity).fill(NONE);
    place.set(this.#place);
    this.#place = place;
    this.#capacity = place.length;
    this.#day = doubled(this.#day, Int32Array);
    this.#entered = doubled(this.#entered, Float64Array);
    this.#began = doubled(this.#began, Float64Array);
    this.#blocked = doubled(this.#blocked, Float64Array);
    this.#left = doubled(this.#left, Float64Array);
    this.#server = doubled(this.#server, Int32Array);
  }
}
