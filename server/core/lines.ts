/**
 * Lines and lanes: vehicles in the order in which they will leave. Doubly linked through the vehicles table, so that
 * one who gives up leaves from the middle.
 *
 * In a line where FAST goes first the FAST vehicles stand together at the head; `lastFast` is the last of them.
 */
import { Bytes, Ints } from "./memory";
import { FAST_MARK, FOR_FAST, FOR_GENERAL, NONE } from "./constants";
import { vehicles } from "./vehicles";

/** In the order of server/port/lines.ts, which says what the columns are. */
@unmanaged
class Lines {
  place: Ints;
  room: Ints;
  head: Ints;
  tail: Ints;
  lastFast: Ints;
  count: Ints;
  open: Ints;
  inService: Ints;
  idle: Ints;
  accepts: Bytes;
  fastFirst: Bytes;
}

export const lines = changetype<Lines>(memory.data(offsetof<Lines>(), 8));

export function linesAt(): usize {
  return changetype<usize>(lines);
}

/** Whom a line must be for to take this vehicle. */
export function kindOf(vehicle: i32): i32 {
  return (vehicles.marks[vehicle] & FAST_MARK) === 0 ? FOR_GENERAL : FOR_FAST;
}

export function append(line: i32, vehicle: i32): void {
  const next = vehicles.next;
  const previous = vehicles.previous;
  vehicles.line[vehicle] = line;
  lines.count[line]++;
  let before = lines.tail[line];
  if (lines.fastFirst[line] === 1 && (vehicles.marks[vehicle] & FAST_MARK) !== 0) {
    before = lines.lastFast[line];
    lines.lastFast[line] = vehicle;
  }
  const after = before === NONE ? lines.head[line] : next[before];
  previous[vehicle] = before;
  next[vehicle] = after;
  if (before === NONE) lines.head[line] = vehicle;
  else next[before] = vehicle;
  if (after === NONE) lines.tail[line] = vehicle;
  else previous[after] = vehicle;
}

export function takeOut(vehicle: i32): void {
  const next = vehicles.next;
  const previous = vehicles.previous;
  const line = vehicles.line[vehicle];
  const before = previous[vehicle];
  const after = next[vehicle];
  if (lines.lastFast[line] === vehicle) lines.lastFast[line] = before;
  if (before === NONE) lines.head[line] = after;
  else next[before] = after;
  if (after === NONE) lines.tail[line] = before;
  else previous[after] = before;
  lines.count[line]--;
  vehicles.line[vehicle] = NONE;
}
