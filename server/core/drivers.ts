/**
 * Vehicles that still drive freely on a lane, in the order in which they will have done so. The port says
 * when one leaves a lane, not when it reaches the end of the queue there: that instant is known from
 * the lane's free-flow time, and vehicles of one place reach it in the order of entering.
 *
 * Entries of vehicles that went away meanwhile stay in the list; who takes them out checks.
 */
import { doubled, room } from "./memory";

const FIRST_CAPACITY: i32 = 64;

@unmanaged
class Driver {
  until: f64;
  vehicle: i32;
  unused: i32;
}

@unmanaged
export class Drivers {
  capacity: i32;
  head: i32;
  count: i32;
  ring: usize;

  /** When the first is through; Infinity when nobody drives. */
  @inline
  get next(): f64 {
    return this.count === 0 ? Infinity : this.at(this.head).until;
  }

  @inline
  add(vehicle: i32, until: f64): void {
    if (this.count === this.capacity) this.grow();
    const driver = this.at((this.head + this.count++) & (this.capacity - 1));
    driver.vehicle = vehicle;
    driver.until = until;
  }

  @inline
  take(): i32 {
    const vehicle = this.at(this.head).vehicle;
    this.head = (this.head + 1) & (this.capacity - 1);
    this.count--;
    return vehicle;
  }

  @inline
  at(index: i32): Driver {
    return changetype<Driver>(this.ring + <usize>index * offsetof<Driver>());
  }

  grow(): void {
    const old = this.capacity;
    this.ring = doubled(this.ring, <usize>old * offsetof<Driver>());
    this.capacity = 2 * old;
    // What had wrapped round to the beginning follows what stands at the end.
    memory.copy(changetype<usize>(this.at(old)), this.ring, <usize>this.head * offsetof<Driver>());
  }
}

export function make(): Drivers {
  const drivers = changetype<Drivers>(room(offsetof<Drivers>()));
  drivers.capacity = FIRST_CAPACITY;
  drivers.ring = room(FIRST_CAPACITY * offsetof<Driver>());
  return drivers;
}

export function next(drivers: Drivers): f64 {
  return drivers.next;
}

export function add(drivers: Drivers, vehicle: i32, until: f64): void {
  drivers.add(vehicle, until);
}

export function take(drivers: Drivers): i32 {
  return drivers.take();
}
