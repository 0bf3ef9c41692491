/**
 * Servers and officers by post and pool: staffed, at work, blocked, on duty. A server works for the post
 * it belongs to at that time, since booths may change their lane type.
 *
 * At no time that lasts are more servers occupied than staffed: checked at every change.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { NONE } from "../port/plan.ts";
import type { PortPlan } from "../port/plan.ts";
import { Levels } from "./levels.ts";
import type { LevelSummary } from "./levels.ts";

export type StaffSummary = {
  /** By post: staffed servers, those with a vehicle that is not blocked, those blocked; and by pool. */
  readonly manned: LevelSummary;
  readonly busy: LevelSummary;
  readonly blocked: LevelSummary;
  readonly onDuty: LevelSummary;
};

export class StaffLevels implements Carried {
  readonly #plan: PortPlan;
  readonly #postOf: Int32Array;
  readonly #manned: Levels;
  readonly #busy: Levels;
  readonly #blocked: Levels;
  readonly #onDuty: Levels;

  constructor(plan: PortPlan) {
    this.#plan = plan;
    this.#postOf = plan.serverPost.slice();
    this.#manned = new Levels("staffed servers of post", plan.posts.length);
    this.#busy = new Levels("busy servers of post", plan.posts.length);
    this.#blocked = new Levels("blocked servers of post", plan.posts.length);
    this.#onDuty = new Levels("officers of pool", plan.pools.length);
  }

  carry(carrier: Carrier): void {
    carrier.fixed(this.#postOf);
    for (const levels of [this.#manned, this.#busy, this.#blocked, this.#onDuty]) levels.carry(carrier);
  }

  manned(time: number, post: number, servers: number): void {
    this.#check(time, post);
    this.#manned.set(post, time, servers);
  }

  onDuty(time: number, pool: number, officers: number): void {
    this.#onDuty.set(pool, time, officers);
  }

  assigned(server: number, post: number): void {
    this.#postOf[server] = post;
  }

  reviewing(time: number, post: number, analysts: number): void {
    this.#check(time, post);
    this.#busy.set(post, time, analysts);
  }

  began(time: number, server: number): void {
    this.#occupy(time, server, 1, 0);
  }

  blocked(time: number, server: number): void {
    this.#occupy(time, server, -1, 1);
  }

  freed(time: number, server: number, wasBlocked: boolean): void {
    this.#occupy(time, server, wasBlocked ? 0 : -1, wasBlocked ? -1 : 0);
  }

  turn(time: number, bucket: number, endsHour: boolean): void {
    for (let post = 0; post < this.#plan.posts.length; post++) this.#check(time, post);
    this.#manned.turn(time, bucket, endsHour);
    this.#busy.turn(time, bucket, endsHour);
    this.#blocked.turn(time, bucket, endsHour);
    this.#onDuty.turn(time, bucket, endsHour);
  }

  summary(): StaffSummary {
    return {
      manned: this.#manned.summary(),
      busy: this.#busy.summary(),
      blocked: this.#blocked.summary(),
      onDuty: this.#onDuty.summary(),
    };
  }

  #occupy(time: number, server: number, busy: number, blocked: number): void {
    const post = server === NONE ? NONE : this.#postOf[server];
    if (post === NONE) return;
    if (this.#busy.level[post] + this.#blocked.level[post] > this.#manned.level[post])
      this.#check(time, post);
    if (busy !== 0) this.#busy.change(post, time, busy);
    if (blocked !== 0) this.#blocked.change(post, time, blocked);
  }

  /** The levels as they were up to now. */
  #check(time: number, post: number): void {
    const occupied = this.#busy.level[post] + this.#blocked.level[post];
    if (occupied <= this.#manned.level[post]) return;
    const since = Math.max(this.#busy.since(post), this.#blocked.since(post), this.#manned.since(post));
    if (since === time) return;
    const { name } = this.#plan.posts[post];
    throw new Error(
      `${occupied} servers of ${name} occupied but ${this.#manned.level[post]} staffed from ${since} ms to ${time} ms`,
    );
  }
}
