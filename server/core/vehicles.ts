/** The table of vehicles inside, in the order of server/port/vehicles.ts, which says what its columns are. */
import { vehiclesMoved } from "./host";
import { Bytes, doubled, Doubles, Ints, room, SmallInts } from "./memory";
import { NONE } from "./constants";

const FIRST_CAPACITY = 256;

@unmanaged
class Vehicles {
  capacity: i32;
  count: i32;
  free: i32;
  flow: Bytes;
  cell: Ints;
  number: Ints;
  member: Ints;
  marks: Bytes;
  counted: Bytes;
  arrivedMs: Doubles;
  key: Ints;
  place: Ints;
  line: Ints;
  server: Ints;
  next: Ints;
  previous: Ints;
  sinceMs: Doubles;
  stretch: Doubles;
  readyMs: Doubles;
  joinedMs: Doubles;
  blockedFor: Ints;
  blockedNext: Ints;
  blockedPrevious: Ints;
  chosenLine: Ints;
  spills: Bytes;
  exam: SmallInts;
  review: Bytes;
  reviewNext: Ints;
  returns: Ints;
}

export const vehicles = changetype<Vehicles>(memory.data(offsetof<Vehicles>(), 8));

/** Bytes of a vehicle in each column, in their order. */
const WIDTHS = memory.data<u8>([
  1, 4, 4, 4, 1, 1, 8, 8, 4, 4, 4, 4, 4, 8, 8, 8, 8, 4, 4, 4, 4, 1, 1, 1, 4, 4,
]);
const COLUMNS = 26;
const FIRST_COLUMN: usize = 12;

export function vehiclesAt(): usize {
  return changetype<usize>(vehicles);
}

export function startVehicles(): void {
  vehicles.capacity = FIRST_CAPACITY;
  vehicles.free = NONE;
  for (let i = 0; i < COLUMNS; i++) {
    const width = <usize>load<u8>(WIDTHS + <usize>i);
    store<usize>(vehiclesAt() + FIRST_COLUMN + ((<usize>i) << 2), room(width * FIRST_CAPACITY));
  }
  chain(0, FIRST_CAPACITY);
}

/** A fresh id; identity, key and arrival are the caller's to fill in. */
export function addVehicle(): i32 {
  if (vehicles.free === NONE) grow();
  const vehicle = vehicles.free;
  vehicles.free = vehicles.next[vehicle];
  vehicles.count++;
  vehicles.marks[vehicle] = 0;
  vehicles.place[vehicle] = NONE;
  vehicles.line[vehicle] = NONE;
  vehicles.server[vehicle] = NONE;
  vehicles.joinedMs[vehicle] = NaN;
  vehicles.blockedFor[vehicle] = NONE;
  vehicles.spills[vehicle] = 0;
  vehicles.exam[vehicle] = NONE;
  vehicles.review[vehicle] = 0;
  vehicles.returns[vehicle] = 0;
  return vehicle;
}

export function removeVehicle(vehicle: i32): void {
  vehicles.next[vehicle] = vehicles.free;
  vehicles.free = vehicle;
  vehicles.place[vehicle] = NONE;
  vehicles.count--;
}

function chain(from: i32, to: i32): void {
  for (let v = to - 1; v >= from; v--) {
    vehicles.next[v] = vehicles.free;
    vehicles.place[v] = NONE;
    vehicles.chosenLine[v] = NONE;
    vehicles.free = v;
  }
}

function grow(): void {
  const before = vehicles.capacity;
  vehicles.capacity = 2 * before;
  for (let i = 0; i < COLUMNS; i++) {
    const width = <usize>load<u8>(WIDTHS + <usize>i);
    const column = vehiclesAt() + FIRST_COLUMN + ((<usize>i) << 2);
    store<usize>(column, doubled(load<usize>(column), width * <usize>before));
  }
  chain(before, 2 * before);
  vehiclesMoved();
}
