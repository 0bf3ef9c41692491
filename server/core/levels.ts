/**
 * Levels that change in steps (vehicles in a place, servers at work), integrated over time by hour of the
 * day. Levels and times are whole numbers, so the integrals are exact.
 *
 * Several changes at one instant count as one: only a level that lasted can be the highest. What lies
 * outside the recorded span goes into a bucket of its own, so that the total always holds everything.
 */
import { HOURS, UNRECORDED } from "./constants";
import { LEVEL_NEGATIVE, TIME_BACKWARDS } from "./fault-codes";
import { Fault } from "./faults";
import { Doubles, room } from "./memory";

const BUCKETS: i32 = HOURS + 1;

@unmanaged
export class Level {
  level: f64;
  since: f64;
  /** Of the present bucket: level × ms so far, and the highest level that lasted. */
  running: f64;
  peak: f64;
  /** Level × ms of all buckets before. */
  settled: f64;

  @inline
  lasted(level: f64, since: f64, time: f64): void {
    if (time < since) Fault.tell(TIME_BACKWARDS, since, time, 0, 0);
    this.running += level * (time - since);
    if (level > this.peak) this.peak = level;
    this.since = time;
  }
}

/** Before the levels of a set, whose integrals, levels at the ends of hours, and highest follow them. */
@unmanaged
export class Levels {
  size: i32;
  bucket: i32;
  integral: Doubles;
  ends: Doubles;
  highest: Doubles;

  @inline
  at(index: i32): Level {
    return changetype<Level>(changetype<usize>(this) + HEAD + <usize>index * offsetof<Level>());
  }

  change(index: i32, time: f64, by: f64): void {
    const one = this.at(index);
    const before = one.level;
    const since = one.since;
    if (time !== since) one.lasted(before, since, time);
    const level = before + by;
    if (level < 0) Fault.tell(LEVEL_NEGATIVE, <f64>changetype<usize>(this), <f64>index, level, time);
    one.level = level;
  }

  set(index: i32, time: f64, level: f64): void {
    this.change(index, time, level - this.at(index).level);
  }

  /** Level × ms from the start of the run to an instant not before the last change, recorded or not. */
  totalUntil(index: i32, time: f64): f64 {
    const one = this.at(index);
    return one.settled + one.running + one.level * (time - one.since);
  }

  /** From now on time counts for another hour of the day; `endsHour`: the levels now are those at its end. */
  turn(time: f64, bucket: i32, endsHour: bool): void {
    const now = this.bucket;
    const isRecorded = now !== UNRECORDED;
    for (let i = 0; i < this.size; i++) {
      const one = this.at(i);
      const level = one.level;
      const since = one.since;
      if (time !== since) one.lasted(level, since, time);
      this.integral[i * BUCKETS + now] += one.running;
      if (isRecorded) {
        if (one.peak > this.highest[i]) this.highest[i] = one.peak;
        if (endsHour) this.ends[i * HOURS + now] += level;
      }
      one.settled += one.running;
      one.running = 0;
      one.peak = 0;
    }
    this.bucket = bucket;
  }
}

/** Room for the head of a set of levels, to which a level would fit as well. */
const HEAD: usize = offsetof<Level>();

export function make(size: i32): Levels {
  const count = <usize>size;
  const doubles: usize = sizeof<f64>();
  const at = room(HEAD + count * (offsetof<Level>() + doubles * (BUCKETS + HOURS + 1)));
  const levels = changetype<Levels>(at);
  const integral = at + HEAD + count * offsetof<Level>();
  const ends = integral + count * doubles * BUCKETS;
  levels.size = size;
  levels.bucket = UNRECORDED;
  levels.integral = changetype<Doubles>(integral);
  levels.ends = changetype<Doubles>(ends);
  levels.highest = changetype<Doubles>(ends + count * doubles * HOURS);
  return levels;
}

export function change(levels: Levels, index: i32, time: f64, by: f64): void {
  levels.change(index, time, by);
}

export function totalUntil(levels: Levels, index: i32, time: f64): f64 {
  return levels.totalUntil(index, time);
}

export function turn(levels: Levels, time: f64, bucket: i32, endsHour: bool): void {
  levels.turn(time, bucket, endsHour);
}
