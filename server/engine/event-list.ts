/**
 * The list of pending events of a core; see server/core/event-list.ts for its order. An event is a slot, a small
 * integer whose meaning is the caller's; a slot has at most one pending occurrence.
 */
import type { Carried, Carrier } from "./carry.ts";
import { Core } from "./core.ts";
import type { Exports } from "../../dist/core.js";

export { NONE, RANKS } from "../core/constants.ts";

export class EventList implements Carried {
  readonly #core: Core;
  readonly #exports: Exports;

  /** The list of a core; of one of its own when none is given. */
  constructor(slots: number, core = new Core()) {
    if (!Number.isInteger(slots) || slots < 0)
      throw new Error(`an event list needs a whole number of slots, got ${slots}`);
    this.#core = core;
    this.#exports = core.exports;
    this.#exports.reserveSlots(slots);
  }

  /** How many events are pending. */
  get size(): number {
    return this.#exports.pendingEvents();
  }

  /** How many slots there are. */
  get capacity(): number {
    return this.#exports.slotCapacity();
  }

  isPending(slot: number): boolean {
    return this.#exports.isPending(slot) === 1;
  }

  /** When the slot happens; Infinity when it is not pending. */
  timeOf(slot: number): number {
    return this.#exports.timeOf(slot);
  }

  /** When the next event happens; Infinity when nothing is pending. */
  topTime(): number {
    return this.#exports.topTime();
  }

  /** The slot that happens next; NONE when nothing is pending. */
  topSlot(): number {
    return this.#exports.topSlot();
  }

  /** The rank of the next event; NONE when nothing is pending. */
  topRank(): number {
    return this.#exports.topRank();
  }

  schedule(slot: number, time: number, rank: number): void {
    this.#exports.schedule(slot, time, rank);
  }

  /** Takes the slot out of the list; says whether it was pending. */
  cancel(slot: number): boolean {
    return this.#exports.cancel(slot) === 1;
  }

  /** Takes the next event out of the list and returns its slot. */
  pop(): number {
    return this.#exports.pop();
  }

  /** All that is pending, in the order in which it will happen. */
  eachPending(visit: (slot: number, time: number, rank: number) => void): void {
    const { orderAt, pendingEvents, rankOf, slotAt, timeOf } = this.#exports;
    const pending = Array.from({ length: pendingEvents() }, (_, position) => {
      const slot = slotAt(position);
      return { slot, time: timeOf(slot), order: orderAt(position) };
    });
    pending.sort((a, b) => a.time - b.time || a.order - b.order);
    for (const { slot, time, order } of pending) visit(slot, time, rankOf(order));
  }

  /** Makes room for at least so many slots; what is pending stays. */
  reserve(slots: number): void {
    this.#exports.reserveSlots(slots);
  }

  carry(carrier: Carrier): void {
    this.#core.carry(carrier);
  }

  clear(): void {
    this.#exports.clearEvents();
  }
}
