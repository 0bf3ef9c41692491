/**
 * Which time counts for levels and staff. It is the counted days; and, when a run begins empty (without
 * warm-up), also the overtime after them until the last counted vehicle has left or a vehicle of the next
 * day comes, put under the same hours of the clock: what the counted days leave behind is worked off as
 * though at the start of a day like them. After a warm-up the counted days already hold what the days
 * before left behind, and nothing is added.
 */
import { UNRECORDED } from "./constants";
import { HOUR_LEFT_OUT } from "./fault-codes";
import { Fault } from "./faults";
import { Doubles, Ints } from "./memory";

@unmanaged
export class Span {
  /** Hour of the day that time counts for now, or UNRECORDED; and the hour of the clock whatever counts. */
  bucket: i32;
  hourOfDay: i32;
  countFrom: f64;
  countUntil: f64;
  since: f64;
  /** By hour of the day: counted time without overtime, and how often the hour ended in it. */
  ms: Doubles;
  ends: Doubles;
  /** Starts of the clock hours of the whole run, and which hour of the day each is. */
  hourTimes: Doubles;
  hourOfDays: Ints;
  hours: i32;
  hourIndex: i32;
  isClosed: bool;

  /** A clock hour begins. */
  hour(time: f64, countedInside: i32): void {
    const index = this.hourIndex;
    if (index === this.hours || time !== this.hourTimes[index]) Fault.tell(HOUR_LEFT_OUT, time, index, 0, 0);
    this.settle(time, true);
    const hour = this.hourOfDays[index];
    this.hourIndex = index + 1;
    this.hourOfDay = hour;
    if (time >= this.countUntil && (this.countFrom > 0 || countedInside === 0)) this.isClosed = true;
    this.bucket = time >= this.countFrom && !this.isClosed ? hour : UNRECORDED;
  }

  /** Whether this ends the overtime: nobody counted is inside, or a vehicle of the next day came. */
  @inline
  endsOvertime(time: f64): bool {
    return time >= this.countUntil && !this.isClosed;
  }

  close(time: f64): void {
    this.settle(time, false);
    this.isClosed = true;
    this.bucket = UNRECORDED;
  }

  settle(time: f64, endsHour: bool): void {
    const bucket = this.bucket;
    if (bucket !== UNRECORDED && time <= this.countUntil) {
      this.ms[bucket] += time - this.since;
      if (endsHour) this.ends[bucket] += 1;
    }
    this.since = time;
  }
}

/** That of the run. */
export const span = changetype<Span>(memory.data(offsetof<Span>(), 8));

export function make(
  countFrom: f64,
  countUntil: f64,
  hours: i32,
  hourTimes: Doubles,
  hourOfDays: Ints,
  ms: Doubles,
  ends: Doubles,
): usize {
  span.countFrom = countFrom;
  span.countUntil = countUntil;
  span.ms = ms;
  span.ends = ends;
  span.hourTimes = hourTimes;
  span.hourOfDays = hourOfDays;
  span.hours = hours;
  span.bucket = UNRECORDED;
  return changetype<usize>(span);
}
