/**
 * Which time counts for levels and staff. It is the counted days; and, when a run begins empty (without
 * warm-up), also the overtime after them until the last counted vehicle has left or a vehicle of the next
 * day comes, put under the same hours of the clock: what the counted days leave behind is worked off as
 * though at the start of a day like them. After a warm-up the counted days already hold what the days
 * before left behind, and nothing is added.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import type { PortPlan } from "../port/plan.ts";
import { HOURS } from "./groups.ts";
import { UNRECORDED } from "./levels.ts";

export type SpanSummary = {
  /** By hour of the day: counted time without overtime, and how often the hour ended in it. */
  readonly ms: Float64Array;
  readonly ends: Float64Array;
};

export class Span implements Carried {
  readonly #plan: PortPlan;
  readonly #ms = new Float64Array(HOURS);
  readonly #ends = new Float64Array(HOURS);
  #hourIndex = 0;
  #since = 0;
  #closed = false;
  /** Hour of the day that time counts for now, or UNRECORDED; and the hour of the clock whatever counts. */
  bucket = UNRECORDED;
  hourOfDay = 0;

  constructor(plan: PortPlan) {
    this.#plan = plan;
  }

  carry(carrier: Carrier): void {
    carrier.fixed(this.#ms);
    carrier.fixed(this.#ends);
    this.#hourIndex = carrier.number(this.#hourIndex);
    this.#since = carrier.number(this.#since);
    this.#closed = carrier.flag(this.#closed);
    this.bucket = carrier.number(this.bucket);
    this.hourOfDay = carrier.number(this.hourOfDay);
  }

  /** A clock hour begins. */
  hour(time: number, countedInside: number): void {
    const { hourTimes, hourOfDay, countFrom, countUntil } = this.#plan;
    if (time !== hourTimes[this.#hourIndex]) {
      throw new Error(`an hour began at ${time} ms, expected at ${hourTimes[this.#hourIndex]} ms`);
    }
    this.#settle(time, true);
    this.hourOfDay = hourOfDay[this.#hourIndex++];
    if (time >= countUntil && (countFrom > 0 || countedInside === 0)) this.#closed = true;
    this.bucket = time >= countFrom && !this.#closed ? this.hourOfDay : UNRECORDED;
  }

  /** Whether this ends the overtime: nobody counted is inside, or a vehicle of the next day came. */
  endsOvertime(time: number): boolean {
    return time >= this.#plan.countUntil && !this.#closed;
  }

  close(time: number): void {
    this.#settle(time, false);
    this.#closed = true;
    this.bucket = UNRECORDED;
  }

  summary(): SpanSummary {
    return { ms: this.#ms.slice(), ends: this.#ends.slice() };
  }

  #settle(time: number, endsHour: boolean): void {
    if (this.bucket !== UNRECORDED && time <= this.#plan.countUntil) {
      this.#ms[this.bucket] += time - this.#since;
      if (endsHour) this.#ends[this.bucket]++;
    }
    this.#since = time;
  }
}
