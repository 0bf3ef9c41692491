/**
 * The list of pending events: a cancellable binary heap over flat columns.
 * An event is a slot, a small integer whose meaning is the caller's; a slot has at most one pending occurrence.
 * Order is (time, rank, sequence): among events of one instant the lower rank goes first, and among those of one
 * rank the one scheduled first. Rank and sequence share one exact number, so that the rule for ties costs one comparison.
 *
 * An event that is taken leaves its place at the top open: the next one to be scheduled, very often the same server's
 * next release, moves in there at the cost of one walk through the heap instead of two.
 */

import type { Carried, Carrier } from "./carry.ts";

/** No slot, no position. */
export const NONE = -1;

/** Ranks are 0 to 8191. */
export const RANKS = 8192;
/** Events of one rank that can be told apart: 2^40, more than a run of years schedules. */
const SEQUENCES = 1099511627776;

export class EventList implements Carried {
  /** By position in the heap. */
  #times: Float64Array;
  #orders: Float64Array;
  #slots: Int32Array;
  /** By slot: its position in the heap, or NONE. */
  #positions: Int32Array;
  #size = 0;
  #nextSequence = 0;
  /** Whether the event at the top has been taken and its place is open; it counts in `#size` until it is closed. */
  #topIsOpen = false;

  constructor(slots: number) {
    if (!Number.isInteger(slots) || slots < 0)
      throw new Error(`an event list needs a whole number of slots, got ${slots}`);
    this.#times = new Float64Array(slots);
    this.#orders = new Float64Array(slots);
    this.#slots = new Int32Array(slots);
    this.#positions = new Int32Array(slots).fill(NONE);
  }

  /** How many events are pending. */
  get size(): number {
    return this.#topIsOpen ? this.#size - 1 : this.#size;
  }

  /** How many slots there are. */
  get capacity(): number {
    return this.#positions.length;
  }

  isPending(slot: number): boolean {
    return this.#positions[slot] >= 0;
  }

  /** When the slot happens; Infinity when it is not pending. */
  timeOf(slot: number): number {
    const position = this.#positions[slot];
    return position >= 0 ? this.#times[position] : Infinity;
  }

  /** When the next event happens; Infinity when nothing is pending. */
  topTime(): number {
    if (this.#topIsOpen) this.#closeTop();
    return this.#size > 0 ? this.#times[0] : Infinity;
  }

  /** The slot that happens next; NONE when nothing is pending. */
  topSlot(): number {
    if (this.#topIsOpen) this.#closeTop();
    return this.#size > 0 ? this.#slots[0] : NONE;
  }

  /** The rank of the next event; NONE when nothing is pending. */
  topRank(): number {
    if (this.#topIsOpen) this.#closeTop();
    return this.#size > 0 ? Math.floor(this.#orders[0] / SEQUENCES) : NONE;
  }

  schedule(slot: number, time: number, rank: number): void {
    if (this.#positions[slot] !== NONE) this.#refuseSlot(slot);
    // One test finds fractions, NaN and both infinities.
    if (time - Math.floor(time) !== 0)
      throw new Error(`an event needs a time in whole milliseconds, got ${time} for slot ${slot}`);
    if (!(rank >= 0 && rank < RANKS))
      throw new Error(`a rank is 0 to ${RANKS - 1}, got ${rank} for slot ${slot}`);
    const order = rank * SEQUENCES + this.#nextSequence++;
    if (this.#topIsOpen) {
      this.#topIsOpen = false;
      this.#siftDown(0, time, order, slot);
    } else {
      this.#siftUp(this.#size++, time, order, slot);
    }
  }

  /** Takes the slot out of the list; says whether it was pending. */
  cancel(slot: number): boolean {
    if (!(this.#positions[slot] >= 0)) return false;
    if (this.#topIsOpen) this.#closeTop();
    const position = this.#positions[slot];
    this.#positions[slot] = NONE;
    this.#removeAt(position);
    return true;
  }

  /** Takes the next event out of the list and returns its slot. */
  pop(): number {
    if (this.#topIsOpen) this.#closeTop();
    if (this.#size === 0) throw new Error("no event is pending");
    const slot = this.#slots[0];
    this.#positions[slot] = NONE;
    this.#topIsOpen = true;
    return slot;
  }

  /** All that is pending, in the order in which it will happen. */
  eachPending(visit: (slot: number, time: number, rank: number) => void): void {
    if (this.#topIsOpen) this.#closeTop();
    const times = this.#times;
    const orders = this.#orders;
    const positions = Int32Array.from({ length: this.#size }, (_, position) => position);
    positions.sort((a, b) => times[a] - times[b] || orders[a] - orders[b]);
    for (const position of positions)
      visit(this.#slots[position], times[position], Math.floor(orders[position] / SEQUENCES));
  }

  /** Makes room for at least so many slots; what is pending stays. */
  reserve(slots: number): void {
    if (slots <= this.#positions.length) return;
    const times = this.#times;
    const orders = this.#orders;
    const heapSlots = this.#slots;
    const positions = this.#positions;
    this.#allocate(slots);
    this.#times.set(times);
    this.#orders.set(orders);
    this.#slots.set(heapSlots);
    this.#positions.set(positions);
  }

  carry(carrier: Carrier): void {
    this.#times = carrier.column(this.#times);
    this.#orders = carrier.column(this.#orders);
    this.#slots = carrier.column(this.#slots);
    this.#positions = carrier.column(this.#positions);
    this.#size = carrier.number(this.#size);
    this.#nextSequence = carrier.number(this.#nextSequence);
    this.#topIsOpen = carrier.flag(this.#topIsOpen);
  }

  clear(): void {
    this.#positions.fill(NONE);
    this.#size = 0;
    this.#nextSequence = 0;
    this.#topIsOpen = false;
  }

  #siftUp(from: number, time: number, order: number, slot: number): void {
    const times = this.#times;
    const orders = this.#orders;
    const slots = this.#slots;
    const positions = this.#positions;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const parentTime = times[parent];
      if (parentTime < time || (parentTime === time && orders[parent] < order)) break;
      const moved = slots[parent];
      times[hole] = parentTime;
      orders[hole] = orders[parent];
      slots[hole] = moved;
      positions[moved] = hole;
      hole = parent;
    }
    times[hole] = time;
    orders[hole] = order;
    slots[hole] = slot;
    positions[slot] = hole;
  }

  #siftDown(from: number, time: number, order: number, slot: number): void {
    const times = this.#times;
    const orders = this.#orders;
    const slots = this.#slots;
    const positions = this.#positions;
    const size = this.#size;
    let hole = from;
    for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      let childTime = times[child];
      const right = child + 1;
      if (right < size) {
        const rightTime = times[right];
        if (rightTime < childTime || (rightTime === childTime && orders[right] < orders[child])) {
          child = right;
          childTime = rightTime;
        }
      }
      if (time < childTime || (time === childTime && order < orders[child])) break;
      const moved = slots[child];
      times[hole] = childTime;
      orders[hole] = orders[child];
      slots[hole] = moved;
      positions[moved] = hole;
      hole = child;
    }
    times[hole] = time;
    orders[hole] = order;
    slots[hole] = slot;
    positions[slot] = hole;
  }

  /** Closes the gap at a position with the last entry, which may have to go up or down from there. */
  #removeAt(position: number): void {
    const last = --this.#size;
    if (position === last) return;
    const time = this.#times[last];
    const order = this.#orders[last];
    const slot = this.#slots[last];
    const parent = (position - 1) >> 1;
    const goesUp =
      position > 0 &&
      (time < this.#times[parent] || (time === this.#times[parent] && order < this.#orders[parent]));
    if (goesUp) this.#siftUp(position, time, order, slot);
    else this.#siftDown(position, time, order, slot);
  }

  /** Nothing was scheduled in place of the event that was taken. */
  #closeTop(): void {
    this.#topIsOpen = false;
    const last = --this.#size;
    if (last > 0) this.#siftDown(0, this.#times[last], this.#orders[last], this.#slots[last]);
  }

  #allocate(slots: number): void {
    this.#times = new Float64Array(slots);
    this.#orders = new Float64Array(slots);
    this.#slots = new Int32Array(slots);
    this.#positions = new Int32Array(slots).fill(NONE);
  }

  #refuseSlot(slot: number): never {
    const position = this.#positions[slot];
    if (position === undefined) throw new Error(`no such event slot: ${slot} of ${this.#positions.length}`);
    throw new Error(`slot ${slot} is already pending at ${this.#times[position]} ms`);
  }
}
