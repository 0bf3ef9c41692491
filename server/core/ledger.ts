/**
 * What became of every vehicle, and where its time went: the one side of the laws that are proved when a run ends.
 * The other side are the levels.
 */
import { CELLS } from "./cells";
import { IN_NO_PLACE } from "./fault-codes";
import { Fault } from "./faults";
import { NONE } from "./constants";
import { vehicles, WAITS } from "./vehicle-records";

/** Vehicles of a cell, in the order of the fates; `inside` when the books were closed. */
@unmanaged
export class Fates {
  arrived: f64;
  departed: f64;
  turnedAway: f64;
  gaveUp: f64;
  inside: f64;
}

/** Time of vehicles in a place, and waiting there: of those who have gone on; and of those inside at the end as well. */
@unmanaged
class Spent {
  inside: f64;
  waiting: f64;
  insideAtEnd: f64;
  waitingAtEnd: f64;
}

@unmanaged
export class Ledger {
  places: i32;
  /** Cells of those not counted, then of those counted. */
  fates: usize;
  /** By place, and of the port as a whole after them. */
  spent: usize;

  @inline
  of(counted: bool, cell: i32): Fates {
    const index = counted ? CELLS + cell : cell;
    return changetype<Fates>(this.fates + <usize>index * offsetof<Fates>());
  }

  @inline
  spentIn(place: i32, ms: f64): void {
    this.at(place).inside += ms;
  }

  @inline
  spentWaiting(place: i32, ms: f64): void {
    this.at(place).waiting += ms;
  }

  @inline
  spentInPort(ms: f64): void {
    this.at(this.places).inside += ms;
  }

  /** Counts who is inside, and their time so far. */
  close(now: f64): void {
    for (let place = 0; place <= this.places; place++) {
      const spent = this.at(place);
      spent.insideAtEnd = spent.inside;
      spent.waitingAtEnd = spent.waiting;
    }
    for (let cell = 0; cell < CELLS; cell++) {
      this.of(false, cell).inside = 0;
      this.of(true, cell).inside = 0;
    }
    for (let v = 0; v < vehicles.capacity; v++) {
      const vehicle = vehicles.at(v);
      if (!vehicle.inPort) continue;
      if (vehicle.place === NONE) Fault.tell(IN_NO_PLACE, v, now, 0, 0);
      this.of(vehicle.counted, vehicle.arrivalCell).inside++;
      const spent = this.at(vehicle.place);
      spent.insideAtEnd += now - vehicle.enteredAt;
      if (vehicle.does === WAITS) spent.waitingAtEnd += now - vehicle.since;
      this.at(this.places).insideAtEnd += now - vehicle.arrivedAt;
    }
  }

  @inline
  at(place: i32): Spent {
    return changetype<Spent>(this.spent + <usize>place * offsetof<Spent>());
  }
}

/** That of the run. */
export const ledger = changetype<Ledger>(memory.data(offsetof<Ledger>(), 8));

export function make(places: i32, fates: usize, spent: usize): void {
  ledger.places = places;
  ledger.fates = fates;
  ledger.spent = spent;
}
