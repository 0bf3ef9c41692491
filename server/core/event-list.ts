/**
 * The list of pending events: a cancellable binary heap. An event is a slot, a small integer whose meaning is the
 * caller's; a slot has at most one pending occurrence.
 * Order is (time, rank, sequence): among events of one instant the lower rank goes first, and among those of one
 * rank the one scheduled first. Rank and sequence share one exact number, so that the rule for ties costs one comparison.
 *
 * An event that is taken leaves its place at the top open: the next one to be scheduled, very often the same server's
 * next release, moves in there at the cost of one walk through the heap instead of two.
 */
import { NOTHING_PENDING, RANK_UNKNOWN, SLOT_PENDING, SLOT_UNKNOWN, TIME_NOT_WHOLE } from "./fault-codes";
import { Fault } from "./faults";
import { ints, Ints, room } from "./memory";
import { NONE, RANKS } from "./constants";

/** Events of one rank that can be told apart: 2^40, more than a run of years schedules. */
const SEQUENCES: f64 = 1099511627776;

/** An entry of the heap. */
@unmanaged
class Entry {
  time: f64;
  order: f64;
  slot: i32;
}

const ENTRY: usize = (offsetof<Entry>() + 7) & ~7;

@unmanaged
class EventList {
  nextSequence: f64;
  /** By position in the heap. */
  entries: usize;
  /** By slot: its position in the heap, or NONE. */
  positions: Ints;
  capacity: i32;
  size: i32;
  /** 1 when the event at the top has been taken and its place is open; it counts in `size` until it is closed. */
  topIsOpen: i32;
}

const list = changetype<EventList>(memory.data(offsetof<EventList>(), 8));

function entryAt(position: i32): Entry {
  return changetype<Entry>(list.entries + <usize>position * ENTRY);
}

/** Makes room for at least so many slots; what is pending stays. */
export function reserveSlots(slots: i32): void {
  const before = list.capacity;
  if (slots <= before) return;
  const entries = room(<usize>slots * ENTRY);
  const positions = ints(slots);
  if (before > 0) {
    memory.copy(entries, list.entries, <usize>before * ENTRY);
    memory.copy(changetype<usize>(positions), changetype<usize>(list.positions), (<usize>before) << 2);
  }
  for (let slot = before; slot < slots; slot++) positions[slot] = NONE;
  list.entries = entries;
  list.positions = positions;
  list.capacity = slots;
}

export function clearEvents(): void {
  for (let slot = 0; slot < list.capacity; slot++) list.positions[slot] = NONE;
  list.size = 0;
  list.nextSequence = 0;
  list.topIsOpen = 0;
}

/** How many events are pending. */
export function pendingEvents(): i32 {
  return list.size - list.topIsOpen;
}

export function slotCapacity(): i32 {
  return list.capacity;
}

export function isPending(slot: i32): bool {
  return list.positions[slot] >= 0;
}

/** When the slot happens; Infinity when it is not pending. */
export function timeOf(slot: i32): f64 {
  const position = list.positions[slot];
  return position >= 0 ? entryAt(position).time : Infinity;
}

/** When the next event happens; Infinity when nothing is pending. */
export function topTime(): f64 {
  if (list.topIsOpen) closeTop();
  return list.size > 0 ? entryAt(0).time : Infinity;
}

/** The slot that happens next; NONE when nothing is pending. */
export function topSlot(): i32 {
  if (list.topIsOpen) closeTop();
  return list.size > 0 ? entryAt(0).slot : NONE;
}

/** The rank of the next event; NONE when nothing is pending. */
export function topRank(): i32 {
  if (list.topIsOpen) closeTop();
  return list.size > 0 ? rankOf(entryAt(0).order) : NONE;
}

export function schedule(slot: i32, time: f64, rank: i32): void {
  if (<u32>slot >= <u32>list.capacity) Fault.tell(SLOT_UNKNOWN, slot, list.capacity, 0, 0);
  if (list.positions[slot] !== NONE) Fault.tell(SLOT_PENDING, slot, timeOf(slot), 0, 0);
  // One test finds fractions, NaN and both infinities.
  if (time - Math.floor(time) !== 0) Fault.tell(TIME_NOT_WHOLE, time, slot, 0, 0);
  if (<u32>rank >= <u32>RANKS) Fault.tell(RANK_UNKNOWN, rank, slot, 0, 0);
  const sequence = list.nextSequence;
  list.nextSequence = sequence + 1;
  const order = <f64>rank * SEQUENCES + sequence;
  if (list.topIsOpen) {
    list.topIsOpen = 0;
    siftDown(0, time, order, slot);
  } else {
    const size = list.size;
    list.size = size + 1;
    siftUp(size, time, order, slot);
  }
}

/** Takes the slot out of the list; says whether it was pending. */
export function cancel(slot: i32): bool {
  if (<u32>slot >= <u32>list.capacity || list.positions[slot] < 0) return false;
  if (list.topIsOpen) closeTop();
  const position = list.positions[slot];
  list.positions[slot] = NONE;
  removeAt(position);
  return true;
}

/** Takes the next event out of the list and returns its slot. */
export function pop(): i32 {
  if (list.topIsOpen) closeTop();
  if (list.size === 0) Fault.tell(NOTHING_PENDING, 0, 0, 0, 0);
  const slot = entryAt(0).slot;
  list.positions[slot] = NONE;
  list.topIsOpen = 1;
  return slot;
}

/** One of the pending events, by its place in the heap. */
export function slotAt(position: i32): i32 {
  if (list.topIsOpen) closeTop();
  return entryAt(position).slot;
}

export function orderAt(position: i32): f64 {
  return entryAt(position).order;
}

export function rankOf(order: f64): i32 {
  return <i32>Math.floor(order / SEQUENCES);
}

function siftUp(from: i32, time: f64, order: f64, slot: i32): void {
  const entries = list.entries;
  const positions = list.positions;
  let hole = from;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const at = changetype<Entry>(entries + <usize>parent * ENTRY);
    const parentTime = at.time;
    if (parentTime < time || (parentTime === time && at.order < order)) break;
    const to = changetype<Entry>(entries + <usize>hole * ENTRY);
    const moved = at.slot;
    to.time = parentTime;
    to.order = at.order;
    to.slot = moved;
    positions[moved] = hole;
    hole = parent;
  }
  put(hole, time, order, slot);
}

function siftDown(from: i32, time: f64, order: f64, slot: i32): void {
  const entries = list.entries;
  const positions = list.positions;
  const size = list.size;
  let hole = from;
  for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
    let at = changetype<Entry>(entries + <usize>child * ENTRY);
    let childTime = at.time;
    const right = child + 1;
    if (right < size) {
      const other = changetype<Entry>(entries + <usize>right * ENTRY);
      const rightTime = other.time;
      if (rightTime < childTime || (rightTime === childTime && other.order < at.order)) {
        child = right;
        at = other;
        childTime = rightTime;
      }
    }
    if (time < childTime || (time === childTime && order < at.order)) break;
    const to = changetype<Entry>(entries + <usize>hole * ENTRY);
    const moved = at.slot;
    to.time = childTime;
    to.order = at.order;
    to.slot = moved;
    positions[moved] = hole;
    hole = child;
  }
  put(hole, time, order, slot);
}

function put(position: i32, time: f64, order: f64, slot: i32): void {
  const at = entryAt(position);
  at.time = time;
  at.order = order;
  at.slot = slot;
  list.positions[slot] = position;
}

/** Closes the gap at a position with the last entry, which may have to go up or down from there. */
function removeAt(position: i32): void {
  const last = list.size - 1;
  list.size = last;
  if (position === last) return;
  const moved = entryAt(last);
  const time = moved.time;
  const order = moved.order;
  const slot = moved.slot;
  let goesUp = false;
  if (position > 0) {
    const parent = entryAt((position - 1) >> 1);
    goesUp = time < parent.time || (time === parent.time && order < parent.order);
  }
  if (goesUp) siftUp(position, time, order, slot);
  else siftDown(position, time, order, slot);
}

/** Nothing was scheduled in place of the event that was taken. */
function closeTop(): void {
  list.topIsOpen = 0;
  const last = list.size - 1;
  list.size = last;
  if (last === 0) return;
  const moved = entryAt(last);
  siftDown(0, moved.time, moved.order, moved.slot);
}
