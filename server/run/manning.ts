/**
 * Officers that the plan and its timed changes put at a post, and the booths that it then has: known before
 * a run, unlike who is there at an instant of it. Follows `staffing.ts` and `effects.ts` of the port.
 */
import type { Effect } from "../../shared/scenario/changes.ts";
import type { PortPlan, PostPlan, Steps, TimedEffect } from "../port/plan.ts";
import { plannedFor } from "../port/staffing.ts";
import { levelAt, nextStepAfter } from "../port/steps.ts";

export type Manning = {
  /** As a change that orders others would say it: officers drawn away are still in it. */
  readonly officers: number;
  readonly booths: number;
};

export class PostManning {
  readonly #plan: PortPlan;
  readonly #post: PostPlan;
  readonly #planned: Steps;
  readonly #effects: readonly TimedEffect[];

  private constructor(plan: PortPlan, post: PostPlan, planned: Steps, effects: readonly TimedEffect[]) {
    this.#plan = plan;
    this.#post = post;
    this.#planned = planned;
    this.#effects = effects;
  }

  /** Null for a post that gets what others of its pool leave. */
  static of(plan: PortPlan, post: PostPlan, effects: readonly TimedEffect[]): PostManning | null {
    const planned = plannedFor(plan, post);
    return planned === null ? null : new PostManning(plan, post, planned, effects);
  }

  at(ms: number): Manning {
    const inForce = this.#effects
      .filter(({ fromMs, untilMs }) => fromMs <= ms && ms < untilMs)
      .sort((a, b) => a.fromMs - b.fromMs)
      .map(({ effect }) => effect);
    const moved = this.#movedFor(this.#post, inForce);
    const booths = this.#post.capacity + moved - this.#closed(inForce);
    const level = levelAt(this.#planned, ms);
    const isPlanned = this.#plan.pools[this.#post.pool].officers !== null;
    const planned = level === 0 ? 0 : isPlanned ? level + moved : booths;
    const ordered = inForce.findLast(
      (effect) => effect.kind === "staffing" && effect.post === this.#post.name,
    );
    const officers = ordered?.kind === "staffing" ? ordered.officers : planned;
    return { officers: Math.max(0, Math.min(officers, booths)), booths };
  }

  /** When it may be another one. */
  nextAfter(ms: number): number {
    const instants = this.#effects.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]);
    return Math.min(nextStepAfter(this.#planned, ms), ...instants.filter((instant) => instant > ms));
  }

  /** Booths that change their lane type, and officers with them. */
  #movedFor(post: PostPlan, inForce: readonly Effect[]): number {
    const ordered = inForce.findLast((effect) => effect.kind === "booths");
    const posts = this.#postsHere();
    const fast = posts.find(({ laneType }) => laneType === "fast");
    const general = posts.find(({ laneType }) => laneType === "general");
    if (ordered?.kind !== "booths" || fast === undefined || general === undefined) return 0;
    if (!this.#plan.places[post.place].ownLines) return 0;
    const more = Math.min(general.capacity, Math.max(-fast.capacity, ordered.fast - fast.capacity));
    return post === fast ? more : post === general ? -more : 0;
  }

  /** Of those out of use, how many are of this post: the last booths go first. */
  #closed(inForce: readonly Effect[]): number {
    const closed = inForce.findLast((effect) => effect.kind === "boothsClosed");
    if (closed?.kind !== "boothsClosed") return 0;
    let left = closed.booths;
    for (const post of this.#postsHere().toReversed()) {
      if (closed.type !== undefined && closed.type !== post.laneType) continue;
      const here = Math.min(left, post.capacity + this.#movedFor(post, inForce));
      if (post === this.#post) return here;
      left -= here;
    }
    return 0;
  }

  #postsHere(): readonly PostPlan[] {
    return this.#plan.posts.filter(({ place, isReview }) => place === this.#post.place && !isReview);
  }
}
