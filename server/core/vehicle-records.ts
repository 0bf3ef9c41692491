/** What a tally remembers of each vehicle inside, beside the port's own table and by the same ids. */
import { NONE } from "./constants";
import { doubled, room } from "./memory";

/** What a vehicle does in its place. */
export const DRIVES: u8 = 0;
export const WAITS: u8 = 1;
export const IN_SERVICE: u8 = 2;
export const BLOCKED: u8 = 3;

const FIRST_CAPACITY: i32 = 256;

@unmanaged
export class VehicleRecord {
  arrivedAt: f64;
  /** When it joined the line for primary, NaN before; and the free travel it had still before it then. */
  joinedAt: f64;
  freeTravel: f64;
  /** Time in service or in free travel so far. */
  moving: f64;
  enteredAt: f64;
  /** Since when it does what it does. */
  since: f64;
  /** Since when it is done in its place without room ahead; NaN when it is not. */
  blockedAt: f64;
  /** Since when its server waits for its image review; NaN when it does not. */
  heldAt: f64;

  place: i32;
  server: i32;
  row: i32;
  /** Its class with its hour of arriving; and with that of joining, once it has joined. See cells.ts. */
  arrivalCell: i32;
  cell: i32;
  inPort: bool;
  counted: bool;
  /** Whether it has reached the booth. */
  reached: bool;
  does: u8;
}

/** Its time in a place and its visits there, where it is counted; zero again when it has gone. */
@unmanaged
export class Stay {
  ms: f64;
  visits: f64;
}

@unmanaged
export class VehicleRecords {
  capacity: i32;
  places: i32;
  records: usize;
  stays: usize;

  @inline
  at(vehicle: i32): VehicleRecord {
    return changetype<VehicleRecord>(this.records + <usize>vehicle * offsetof<VehicleRecord>());
  }

  @inline
  stay(vehicle: i32, place: i32): Stay {
    const index = vehicle * this.places + place;
    return changetype<Stay>(this.stays + <usize>index * offsetof<Stay>());
  }

  @inline
  admit(vehicle: i32, time: f64): VehicleRecord {
    while (vehicle >= this.capacity) this.grow();
    const one = this.at(vehicle);
    one.arrivedAt = time;
    one.joinedAt = NaN;
    one.freeTravel = 0;
    one.moving = 0;
    one.blockedAt = NaN;
    one.heldAt = NaN;
    one.place = NONE;
    one.inPort = true;
    one.reached = false;
    return one;
  }

  /** Forgets the stays of a vehicle that goes. */
  forgetStays(vehicle: i32): void {
    memory.fill(changetype<usize>(this.stay(vehicle, 0)), 0, <usize>this.places * offsetof<Stay>());
  }

  grow(): void {
    const capacity = <usize>this.capacity;
    this.records = doubled(this.records, capacity * offsetof<VehicleRecord>());
    this.stays = doubled(this.stays, capacity * <usize>this.places * offsetof<Stay>());
    this.capacity = 2 * <i32>capacity;
  }
}

/** Those of the run. */
export const vehicles = changetype<VehicleRecords>(memory.data(offsetof<VehicleRecords>(), 8));

export function make(places: i32): void {
  vehicles.capacity = FIRST_CAPACITY;
  vehicles.places = places;
  vehicles.records = room(FIRST_CAPACITY * offsetof<VehicleRecord>());
  vehicles.stays = room(<usize>(FIRST_CAPACITY * places) * offsetof<Stay>());
}
