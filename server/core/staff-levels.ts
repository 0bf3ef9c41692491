/**
 * Servers and officers by post and pool: staffed, at work, blocked, on duty. A server works for the post
 * it belongs to at that time, since booths may change their lane type.
 *
 * At no time that lasts are more servers occupied than staffed: checked at every change.
 */
import { NONE } from "./constants";
import { OVERSTAFFED } from "./fault-codes";
import { Fault } from "./faults";
import { Levels } from "./levels";
import { Ints } from "./memory";

@unmanaged
export class StaffLevels {
  manned: Levels;
  busy: Levels;
  blocked: Levels;
  onDuty: Levels;
  /** By server. */
  postOf: Ints;

  man(time: f64, post: i32, servers: f64): void {
    this.check(time, post);
    this.manned.set(post, time, servers);
  }

  review(time: f64, post: i32, analysts: f64): void {
    this.check(time, post);
    this.busy.set(post, time, analysts);
  }

  @inline
  began(time: f64, server: i32): void {
    const post = this.post(server);
    if (post === NONE) return;
    this.checkNow(time, post);
    this.busy.change(post, time, 1);
  }

  @inline
  block(time: f64, server: i32): void {
    const post = this.post(server);
    if (post === NONE) return;
    this.checkNow(time, post);
    this.busy.change(post, time, -1);
    this.blocked.change(post, time, 1);
  }

  @inline
  freed(time: f64, server: i32, wasBlocked: bool): void {
    const post = this.post(server);
    if (post === NONE) return;
    this.checkNow(time, post);
    const levels = wasBlocked ? this.blocked : this.busy;
    levels.change(post, time, -1);
  }

  turn(time: f64, bucket: i32, endsHour: bool): void {
    for (let post = 0; post < this.manned.size; post++) this.check(time, post);
    this.manned.turn(time, bucket, endsHour);
    this.busy.turn(time, bucket, endsHour);
    this.blocked.turn(time, bucket, endsHour);
    this.onDuty.turn(time, bucket, endsHour);
  }

  @inline
  post(server: i32): i32 {
    return server === NONE ? NONE : this.postOf[server];
  }

  @inline
  checkNow(time: f64, post: i32): void {
    const occupied = this.busy.at(post).level + this.blocked.at(post).level;
    if (occupied > this.manned.at(post).level) this.check(time, post);
  }

  /** The levels as they were up to now. */
  check(time: f64, post: i32): void {
    const busy = this.busy.at(post);
    const blocked = this.blocked.at(post);
    const manned = this.manned.at(post);
    const occupied = busy.level + blocked.level;
    if (occupied <= manned.level) return;
    const since = max(max(busy.since, blocked.since), manned.since);
    if (since !== time) Fault.tell(OVERSTAFFED, <f64>post, occupied, since, time);
  }
}

/** Those of the run. */
export const staff = changetype<StaffLevels>(memory.data(offsetof<StaffLevels>(), 8));

export function make(manned: Levels, busy: Levels, blocked: Levels, onDuty: Levels, postOf: Ints): void {
  staff.manned = manned;
  staff.busy = busy;
  staff.blocked = blocked;
  staff.onDuty = onDuty;
  staff.postOf = postOf;
}
