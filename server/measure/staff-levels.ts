/** Servers and officers by post and pool, as the core has them: staffed, at work, blocked, on duty. */
import type { Core, Fault } from "../engine/core.ts";
import { OVERSTAFFED } from "../core/fault-codes.ts";
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

export class StaffLevels {
  readonly #plan: PortPlan;
  readonly #manned: Levels;
  readonly #busy: Levels;
  readonly #blocked: Levels;
  readonly #onDuty: Levels;

  constructor(core: Core, plan: PortPlan) {
    const posts = plan.posts.length;
    this.#plan = plan;
    this.#manned = new Levels(core, "staffed servers of post", posts);
    this.#busy = new Levels(core, "busy servers of post", posts);
    this.#blocked = new Levels(core, "blocked servers of post", posts);
    this.#onDuty = new Levels(core, "officers of pool", plan.pools.length);
    const [manned, busy, blocked, onDuty] = this.all.map(({ at }) => at);
    core.exports.makeStaffLevels(manned, busy, blocked, onDuty, core.intsOf(plan.serverPost));
  }

  get all(): readonly Levels[] {
    return [this.#manned, this.#busy, this.#blocked, this.#onDuty];
  }

  get faults(): Readonly<Record<number, Fault>> {
    return {
      [OVERSTAFFED]: (post, occupied, since, time) =>
        `${occupied} servers of ${this.#plan.posts[post].name} occupied but ${this.#manned.now(post)} staffed ` +
        `from ${since} ms to ${time} ms`,
    };
  }

  summary(): StaffSummary {
    return {
      manned: this.#manned.summary(),
      busy: this.#busy.summary(),
      blocked: this.#blocked.summary(),
      onDuty: this.#onDuty.summary(),
    };
  }
}
