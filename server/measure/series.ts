/**
 * The course of a day in bins of five minutes, for charts: the queue at the end of a bin, the waits of
 * those who reached the booth in it, and departures. Covers the first days that count, all vehicles.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { DAY, MINUTE } from "../../shared/units.ts";
import type { PortPlan } from "../port/plan.ts";

export const BIN_MS = 5 * MINUTE;
/** Longer runs are charted by hour of the day, not by instant. */
const MOST_DAYS = 8;

export type DaySeries = {
  /** Start of the first bin, ms from the run's first midnight. */
  readonly fromMs: number;
  /** Bins that the run has gone through; those after it are empty because nobody looked. */
  readonly bins: number;
  /** Nobody was left inside at the end, so that the bins after it are truly zero until the next opening. */
  readonly endedEmpty: boolean;
  readonly queue: Int32Array;
  readonly waitSum: Float64Array;
  readonly waitCount: Int32Array;
  readonly departed: Int32Array;
};

export class Series implements Carried {
  readonly #from: number;
  readonly #bins: number;
  readonly #queue: Int32Array;
  readonly #waitSum: Float64Array;
  readonly #waitCount: Int32Array;
  readonly #departed: Int32Array;
  #filled = 0;

  constructor(plan: Pick<PortPlan, "countFrom" | "followUntil">) {
    this.#from = plan.countFrom;
    const span = Math.min(plan.followUntil - plan.countFrom, MOST_DAYS * DAY);
    this.#bins = Math.ceil(span / BIN_MS);
    this.#queue = new Int32Array(this.#bins);
    this.#waitSum = new Float64Array(this.#bins);
    this.#waitCount = new Int32Array(this.#bins);
    this.#departed = new Int32Array(this.#bins);
  }

  carry(carrier: Carrier): void {
    for (const column of [this.#queue, this.#waitSum, this.#waitCount, this.#departed]) carrier.fixed(column);
    this.#filled = carrier.number(this.#filled);
  }

  /** The queue has been this long up to now: called before it changes. */
  queueUntil(time: number, queue: number): void {
    // A bin that ends now ends with what still happens at this instant.
    while (this.#filled < this.#bins && this.#from + (this.#filled + 1) * BIN_MS < time) {
      this.#queue[this.#filled++] = queue;
    }
  }

  atBooth(time: number, wait: number): void {
    const bin = this.#bin(time);
    if (bin < 0) return;
    this.#waitSum[bin] += wait;
    this.#waitCount[bin]++;
  }

  departed(time: number): void {
    const bin = this.#bin(time);
    if (bin >= 0) this.#departed[bin]++;
  }

  summary(now: number, queue: number, inside: number): DaySeries {
    this.queueUntil(now + 1, queue);
    return {
      fromMs: this.#from,
      bins: this.#filled,
      endedEmpty: inside === 0,
      queue: this.#queue.slice(),
      waitSum: this.#waitSum.slice(),
      waitCount: this.#waitCount.slice(),
      departed: this.#departed.slice(),
    };
  }

  #bin(time: number): number {
    const bin = Math.floor((time - this.#from) / BIN_MS);
    return bin < this.#bins ? bin : -1;
  }
}
