/**
 * What a tally remembers of each vehicle inside, beside the port's own table and by the same ids. Columns
 * grow with that table, so read them through this object.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { NONE } from "../port/plan.ts";
import { doubled } from "./rows.ts";

/** What a vehicle does in its place. */
export const DRIVES = 0;
export const WAITS = 1;
export const IN_SERVICE = 2;
export const BLOCKED = 3;

const FIRST_CAPACITY = 256;

export class VehicleColumns implements Carried {
  readonly #places: number;
  capacity = FIRST_CAPACITY;

  inPort = new Uint8Array(FIRST_CAPACITY);
  counted = new Uint8Array(FIRST_CAPACITY);
  /** Its class with its hour of arriving; and with that of joining, once it has joined. See groups.ts. */
  arrivalCell = new Uint16Array(FIRST_CAPACITY);
  cell = new Uint16Array(FIRST_CAPACITY);
  row = new Int32Array(FIRST_CAPACITY);
  arrivedAt = new Float64Array(FIRST_CAPACITY);
  /** When it joined the line for primary, NaN before; and the free travel it had still before it then. */
  joinedAt = new Float64Array(FIRST_CAPACITY);
  freeTravel = new Float64Array(FIRST_CAPACITY);
  /** 1 when it has reached the booth. */
  reached = new Uint8Array(FIRST_CAPACITY);
  /** Time in service or in free travel so far. */
  moving = new Float64Array(FIRST_CAPACITY);

  place = new Int32Array(FIRST_CAPACITY);
  does = new Uint8Array(FIRST_CAPACITY);
  enteredAt = new Float64Array(FIRST_CAPACITY);
  /** Since when it does what it does. */
  since = new Float64Array(FIRST_CAPACITY);
  server = new Int32Array(FIRST_CAPACITY);
  /** Since when it is done in its place without room ahead; NaN when it is not. */
  blockedAt = new Float64Array(FIRST_CAPACITY);
  /** Since when its server waits for its image review; NaN when it does not. */
  heldAt = new Float64Array(FIRST_CAPACITY);

  /** By vehicle and place: time there and visits, of those that are counted; all zero again when it has gone. */
  dwell: Float64Array;
  visits: Uint32Array;

  constructor(places: number) {
    this.#places = places;
    this.dwell = new Float64Array(FIRST_CAPACITY * places);
    this.visits = new Uint32Array(FIRST_CAPACITY * places);
  }

  carry(carrier: Carrier): void {
    this.capacity = carrier.number(this.capacity);
    this.inPort = carrier.column(this.inPort);
    this.counted = carrier.column(this.counted);
    this.arrivalCell = carrier.column(this.arrivalCell);
    this.cell = carrier.column(this.cell);
    this.row = carrier.column(this.row);
    this.arrivedAt = carrier.column(this.arrivedAt);
    this.joinedAt = carrier.column(this.joinedAt);
    this.freeTravel = carrier.column(this.freeTravel);
    this.reached = carrier.column(this.reached);
    this.moving = carrier.column(this.moving);
    this.place = carrier.column(this.place);
    this.does = carrier.column(this.does);
    this.enteredAt = carrier.column(this.enteredAt);
    this.since = carrier.column(this.since);
    this.server = carrier.column(this.server);
    this.blockedAt = carrier.column(this.blockedAt);
    this.heldAt = carrier.column(this.heldAt);
    this.dwell = carrier.column(this.dwell);
    this.visits = carrier.column(this.visits);
  }

  admit(vehicle: number, time: number): void {
    while (vehicle >= this.capacity) this.#grow();
    this.inPort[vehicle] = 1;
    this.arrivedAt[vehicle] = time;
    this.joinedAt[vehicle] = Number.NaN;
    this.freeTravel[vehicle] = 0;
    this.reached[vehicle] = 0;
    this.moving[vehicle] = 0;
    this.place[vehicle] = NONE;
    this.blockedAt[vehicle] = Number.NaN;
    this.heldAt[vehicle] = Number.NaN;
  }

  /** Forgets the stays of a vehicle that goes. */
  forgetStays(vehicle: number): void {
    const first = vehicle * this.#places;
    for (let at = first; at < first + this.#places; at++) {
      this.dwell[at] = 0;
      this.visits[at] = 0;
    }
  }

  #grow(): void {
    this.capacity *= 2;
    this.inPort = doubled(this.inPort, Uint8Array);
    this.counted = doubled(this.counted, Uint8Array);
    this.arrivalCell = doubled(this.arrivalCell, Uint16Array);
    this.cell = doubled(this.cell, Uint16Array);
    this.row = doubled(this.row, Int32Array);
    this.arrivedAt = doubled(this.arrivedAt, Float64Array);
    this.joinedAt = doubled(this.joinedAt, Float64Array);
    this.freeTravel = doubled(this.freeTravel, Float64Array);
    this.reached = doubled(this.reached, Uint8Array);
    this.moving = doubled(this.moving, Float64Array);
    this.place = doubled(this.place, Int32Array);
    this.does = doubled(this.does, Uint8Array);
    this.enteredAt = doubled(this.enteredAt, Float64Array);
    this.since = doubled(this.since, Float64Array);
    this.server = doubled(this.server, Int32Array);
    this.blockedAt = doubled(this.blockedAt, Float64Array);
    this.heldAt = doubled(this.heldAt, Float64Array);
    this.dwell = doubled(this.dwell, Float64Array);
    this.visits = doubled(this.visits, Uint32Array);
  }
}
