/**
 * Vehicles that still drive freely on a lane, in the order in which they will have done so. The port says
 * when one leaves a lane, not when it reaches the end of the queue there: that instant is known from
 * the lane's free-flow time, and vehicles of one place reach it in the order of entering.
 *
 * Entries of vehicles that went away meanwhile stay in the list; who takes them out checks.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { doubled } from "./rows.ts";

const FIRST_CAPACITY = 64;

export class Drivers implements Carried {
  #vehicle = new Int32Array(FIRST_CAPACITY);
  #until = new Float64Array(FIRST_CAPACITY);
  #head = 0;
  #count = 0;

  carry(carrier: Carrier): void {
    this.#vehicle = carrier.column(this.#vehicle);
    this.#until = carrier.column(this.#until);
    this.#head = carrier.number(this.#head);
    this.#count = carrier.number(this.#count);
  }

  /** When the first is through; Infinity when nobody drives. */
  get next(): number {
    return this.#count === 0 ? Infinity : this.#until[this.#head];
  }

  add(vehicle: number, until: number): void {
    if (this.#count === this.#vehicle.length) this.#grow();
    const at = (this.#head + this.#count++) & (this.#vehicle.length - 1);
    this.#vehicle[at] = vehicle;
    this.#until[at] = until;
  }

  take(): number {
    const vehicle = this.#vehicle[this.#head];
    this.#head = (this.#head + 1) & (this.#vehicle.length - 1);
    this.#count--;
    return vehicle;
  }

  #grow(): void {
    const old = this.#vehicle.length;
    this.#vehicle = doubled(this.#vehicle, Int32Array);
    this.#until = doubled(this.#until, Float64Array);
    // What had wrapped round to the beginning follows what stands at the end.
    this.#vehicle.copyWithin(old, 0, this.#head);
    this.#until.copyWithin(old, 0, this.#head);
  }
}
