/**
 * The search for the plan with the least hours that keeps what is promised on enough days: the queueing approximation
 * drawn tighter or looser until simulated days keep the promise, then neighbors of the plan, chosen by ranking and
 * selection on common draws (KN). A plan counts as good enough only when the days say so beyond their noise.
 */
import { selectBest } from "../../analysis/ranking/kn.ts";
import { fewestOfficers, joinedCover, leastHours } from "../../analysis/staffing/cover.ts";
import type { Covering } from "../../analysis/staffing/cover.ts";
import { isKept, limitKept, shareInterval, surenessOf } from "../../analysis/staffing/kept.ts";
import type { Solve } from "../../analysis/staffing/linear-model.ts";
import { neighborsOf } from "../../analysis/staffing/neighbors.ts";
import { poolsOf } from "../../analysis/staffing/pooled.ts";
import type { NeighborKind, Surroundings } from "../../analysis/staffing/neighbors.ts";
import { requirementsOf } from "../../analysis/staffing/post-work.ts";
import {
  fitsRoster,
  hoursAtBooths,
  hoursOnDuty,
  isFree,
  officersOf,
  planKey,
  withoutRoster,
} from "../../../shared/staffing/shift-plan.ts";
import type { ShiftPlan, ShiftRules } from "../../../shared/staffing/shift-plan.ts";
import type { BestPlan, CoverBound, StaffingResult } from "../../../shared/staffing/result.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { hoursOfFile } from "./port-posts.ts";
import type { StaffedPort } from "./port-posts.ts";
import { limitOf } from "./limits.ts";
import { leastQueuePlan, ownLevelsPlan } from "./same-hours.ts";
import { StoppedError } from "./solver-thread.ts";
import type { JudgedDay, StaffingTrials } from "./trials.ts";
import { fullLevels, levelsOf, withLevels } from "./with-plan.ts";

/** Standard deviations of the work above its mean; the last asks for every booth from opening to closing. */
const LADDER = [-4, -3, -2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4, 6, 50];
/** Two-sided: what is taken or left in the search is so with 90 % on its side. */
const SEARCH_LEVEL = 0.8;
const FEWEST_DAYS = 20;
const DOUBLINGS = 2;
const SELECTION = { confidence: 0.9, indifference: 0.05, firstStage: 10, batch: 10, mostRows: 40 } as const;
/** Neighbors that are tried of a kind, those first that the fluid queue speaks for. */
const MOST_NEIGHBORS = 12;

export type BrokenPromise = {
  readonly promise: WaitPromise;
  /** The shortest limit that all booths together keep on enough days, ms. */
  readonly limitMs: number;
};

export type SearchOutcome =
  | (BestPlan & {
      readonly kind: "found";
      /** Null: no cover of the roster keeps the promise, but the file's own levels or another plan do. */
      readonly cover: CoverBound | null;
      /** The search ended for want of time. */
      readonly isCut: boolean;
    })
  | {
      readonly kind: "impossible";
      readonly broken: readonly BrokenPromise[];
      readonly kept: number;
      readonly days: number;
    }
  /** So many officers have a plan that keeps the promise; fewer may do. */
  | { readonly kind: "rosterShort"; readonly needed: number }
  /** All booths together keep the promise, but no plan of the shifts does, however many officers there are. */
  | { readonly kind: "shiftsShort" }
  | { readonly kind: "stopped" };

export type SearchAsked = Surroundings & {
  readonly port: StaffedPort;
  readonly promises: readonly WaitPromise[];
  /** Share of days. */
  readonly sure: number;
  readonly solve: Solve;
  readonly trials: Pick<StaffingTrials, "judge">;
  /** With everything that is new. */
  readonly onStep?: (step: SearchStep) => void;
};

export type SearchStep = Pick<StaffingResult, "phase" | "judged" | "ranking" | "best" | "cover">;

export async function searchPlan(asked: SearchAsked): Promise<SearchOutcome> {
  const search = new PlanSearch(asked);
  try {
    const outcome = await search.run();
    return outcome ?? search.found(false);
  } catch (error) {
    if (error instanceof StoppedError) return search.found(true);
    throw error;
  }
}

class PlanSearch {
  readonly #asked: SearchAsked;
  readonly #covers = new Map<string, Covering | null>();
  #best: BestPlan | null = null;
  /** Officers that are enough, but more than there are. */
  #enough: number | null = null;
  #cover: CoverBound | null = null;
  #phase: SearchStep["phase"] = "possible";
  #judged = 0;
  #ranking: SearchStep["ranking"] = null;

  constructor(asked: SearchAsked) {
    this.#asked = asked;
  }

  found(isCut: boolean): SearchOutcome {
    if (this.#best !== null) return { kind: "found", ...this.#best, cover: this.#cover, isCut };
    return this.#enough === null ? { kind: "stopped" } : { kind: "rosterShort", needed: this.#enough };
  }

  /** Null: the best plan is the answer. */
  async run(): Promise<SearchOutcome | null> {
    const { port, rules, solve } = this.#asked;
    this.#tell();
    const ceiling = await this.#judgedDays("full", () => withLevels(port, fullLevels(port), "full"));
    if (ceiling.sureness === "broken") return this.#impossible(ceiling.days);
    this.#phase = "cover";
    this.#tell();
    const top = await this.#highest(rules);
    const cover = top === null ? null : await this.#covering(rules, top);
    const first = cover === null ? null : await this.#judge(cover.plan);
    if (top !== null && cover !== null && first !== null && first.sureness !== "broken") {
      this.#takeCover(first, cover);
      await this.#lowest(rules, top);
    }
    await this.#takeIfCheaper(() => ownLevelsPlan(solve, this.#asked));
    const refused = this.#best === null ? await this.#fitted() : null;
    if (refused !== null) return refused;
    this.#phase = "improve";
    this.#tell();
    await this.#improve();
    if (await this.#takeIfCheaper(() => leastQueuePlan(solve, this.#asked))) await this.#improve();
    return null;
  }

  /** Drawn as loose, post by post, as the promise allows; the biggest post first. */
  async #lowest(rules: ShiftRules, top: readonly number[]): Promise<readonly number[]> {
    const { posts } = this.#asked;
    const order = posts.map((_, p) => p).sort((a, b) => posts[b].booths - posts[a].booths || a - b);
    let steps = top;
    for (const p of order) {
      let [low, high] = [-1, steps[p]];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        const tried = steps.with(p, middle);
        const cover = await this.#covering(rules, tried);
        const judged = cover === null ? null : await this.#judge(cover.plan);
        if (cover !== null && judged?.sureness === "kept") {
          high = middle;
          steps = tried;
          if (rules === this.#asked.rules) this.#takeCover(judged, cover);
        } else low = middle;
      }
    }
    return steps;
  }

  /**
   * Of the file's own hours, where these are fewer than those of the best plan, so that no plan is dearer than what the
   * file has unless its hours fit no shifts that keep the promise. Whether it is the best plan now.
   */
  async #takeIfCheaper(make: () => Promise<ShiftPlan | null>): Promise<boolean> {
    const { port, grid } = this.#asked;
    const best = this.#best?.plan ?? null;
    if (best !== null && hoursOfFile(port) >= hoursAtBooths(best, grid)) return false;
    const plan = await make();
    if (plan === null || (best !== null && hoursOnDuty(plan, grid) >= hoursOnDuty(best, grid))) return false;
    const judged = await this.#judge(plan);
    if (judged.sureness !== "kept") return false;
    this.#take(judged);
    return true;
  }

  async #improve(): Promise<void> {
    await this.#improved(this.#best!, this.#asked.rules);
  }

  /** By neighbors that the rules allow; where these are not those asked, until the plan fits what is asked. */
  async #improved(from: BestPlan, rules: ShiftRules): Promise<BestPlan> {
    const tried = new Set<string>();
    for (let best = from; ;) {
      const { plan } = best;
      if (rules !== this.#asked.rules) {
        if (this.#fits(plan)) return best;
        this.#enough = officersOf(plan);
      }
      const cheaper = await this.#cheaper(plan, rules);
      if (cheaper !== null) {
        best = cheaper;
        continue;
      }
      const moved = await this.#pick([plan, ...this.#neighbors(plan, "move", rules)]);
      if (tried.has(planKey(moved)) || planKey(moved) === planKey(plan)) return best;
      tried.add(planKey(moved));
      const next = await this.#cheaper(moved, rules);
      if (next === null) return best;
      best = next;
    }
  }

  /** A cheaper neighbor that keeps the promise, which is the best plan where it is of the rules asked; null: none does. */
  async #cheaper(plan: ShiftPlan, rules: ShiftRules): Promise<BestPlan | null> {
    for (const kind of ["drop", "shorten"] as const) {
      const neighbors = this.#neighbors(plan, kind, rules);
      if (neighbors.length === 0) continue;
      const judged = await this.#judge(await this.#pick(neighbors));
      if (judged.sureness !== "kept") continue;
      if (rules === this.#asked.rules) this.#take(judged);
      return judged;
    }
    return null;
  }

  #neighbors(plan: ShiftPlan, kind: NeighborKind, rules: ShiftRules): readonly ShiftPlan[] {
    return neighborsOf(plan, kind, { ...this.#asked, rules }, MOST_NEIGHBORS);
  }

  #fits(plan: ShiftPlan): boolean {
    return fitsRoster(plan, this.#asked.rules, this.#asked.grid);
  }

  /** The plan that breaks the promise on the fewest days; of those within the indifference zone, any. */
  async #pick(plans: readonly ShiftPlan[]): Promise<ShiftPlan> {
    const selection = await selectBest(plans.length, SELECTION, async (systems, first, rows) => {
      this.#ranking = { left: systems.length, of: plans.length };
      this.#tell();
      const days = await Promise.all(systems.map((system) => this.#days(plans[system], first + rows)));
      return Array.from({ length: rows }, (_, row) => days.map((of) => (of[first + row].kept ? 0 : 1)));
    });
    this.#ranking = null;
    return plans[selection.best ?? selection.leader];
  }

  #days(plan: ShiftPlan, wanted: number): Promise<readonly JudgedDay[]> {
    const { port, grid, trials } = this.#asked;
    const key = planKey(plan);
    return trials.judge(key, withLevels(port, levelsOf(port, plan, grid), key), wanted);
  }

  async #judge(plan: ShiftPlan): Promise<BestPlan> {
    const { port, grid } = this.#asked;
    const { days, sureness } = await this.#judgedDays(planKey(plan), (name) =>
      withLevels(port, levelsOf(port, plan, grid), name),
    );
    this.#judged++;
    this.#tell();
    return { plan, sureness, kept: days.filter(({ kept }) => kept).length, days: days.length };
  }

  /** More days, doubled twice at the most, as long as they do not tell. */
  async #judgedDays(key: string, make: (name: string) => ReturnType<typeof withLevels>) {
    const { sure, trials } = this.#asked;
    let wanted = FEWEST_DAYS;
    while (shareInterval(wanted, wanted, SEARCH_LEVEL).low < sure) wanted++;
    for (let doublings = 0; ; doublings++, wanted *= 2) {
      const days = await trials.judge(key, make(key), wanted);
      const kept = days.filter((day) => day.kept).length;
      const sureness = surenessOf(kept, days.length, sure, SEARCH_LEVEL);
      if (sureness !== "close" || doublings === DOUBLINGS) return { days, sureness };
    }
  }

  #takeCover(judged: BestPlan, { plan, leastHours }: Covering): void {
    this.#cover = { hours: hoursOnDuty(plan, this.#asked.grid), leastHours };
    this.#take(judged);
  }

  #take(plan: BestPlan): void {
    this.#best = plan;
    this.#tell();
  }

  #tell(): void {
    const [phase, judged, ranking] = [this.#phase, this.#judged, this.#ranking];
    this.#asked.onStep?.({ phase, judged, ranking, best: this.#best, cover: this.#cover });
  }

  #impossible(days: readonly JudgedDay[]): SearchOutcome {
    const { promises, sure } = this.#asked;
    const broken = promises
      .map((promise, i) => ({ promise, waits: days.map(({ waits }) => waits[i]) }))
      .filter(({ promise, waits }) => {
        const kept = waits.filter((wait) => isKept(wait, promise)).length;
        return surenessOf(kept, waits.length, sure, SEARCH_LEVEL) === "broken";
      })
      .map(({ promise, waits }) => ({ promise, limitMs: limitKept(waits, sure) }));
    return { kind: "impossible", broken, kept: days.filter(({ kept }) => kept).length, days: days.length };
  }

  /** The tightest covers that the roster can work. */
  async #highest(rules: ShiftRules): Promise<readonly number[] | null> {
    for (let step = LADDER.length - 1; step >= 0; step--) {
      const steps = this.#asked.posts.map(() => step);
      if ((await this.#covering(rules, steps)) !== null) return steps;
    }
    return null;
  }

  /**
   * Covers of the roster break the promise, but a cover is not the port: a plan made without the roster is left by
   * officers one by one, as long as simulated days keep the promise, until those that stay fit. Null: such a plan is the
   * best; else how many are enough, or that no number is in these shifts.
   */
  async #fitted(): Promise<SearchOutcome | null> {
    const { solve, grid, rules } = this.#asked;
    const free = withoutRoster(rules);
    const top = isFree(rules) ? null : await this.#highest(free);
    if (top === null) return { kind: "shiftsShort" };
    const first = await this.#judge((await this.#covering(free, top))!.plan);
    if (first.sureness === "broken") return { kind: "shiftsShort" };
    const steps = await this.#lowest(free, top);
    const fewest = await fewestOfficers(solve, { posts: this.#required(steps), rules: free, grid });
    // It meets the same requirements in other hours, and simulation decides about it as about any.
    const tried = fewest === null ? null : await this.#judge(fewest);
    const enough =
      tried === null || tried.sureness === "broken"
        ? await this.#judge((await this.#covering(free, steps))!.plan)
        : tried;
    const best = await this.#improved(enough, free);
    if (!this.#fits(best.plan)) return { kind: "rosterShort", needed: officersOf(best.plan) };
    this.#take(best);
    return null;
  }

  #required(steps: readonly number[]) {
    const { posts, grid, promises } = this.#asked;
    return posts.map((work, p) => ({
      ...work,
      requirements: requirementsOf(work, grid, {
        limitMs: limitOf(work.post, promises),
        deviations: LADDER[steps[p]],
      }),
    }));
  }

  async #covering(rules: ShiftRules, steps: readonly number[]): Promise<Covering | null> {
    const { solve, grid } = this.#asked;
    const posts = this.#required(steps);
    // Without a roster pools have nothing to do with each other, and one that stays as it was is known.
    const parts = (isFree(rules) ? poolsOf(posts) : [posts]).map((part) => ({
      part,
      key: [isFree(rules), ...part.map((post) => `${post.post}:${steps[posts.indexOf(post)]}`)].join(),
    }));
    const covers = await Promise.all(
      parts.map(async ({ part, key }) => {
        const known = this.#covers.get(key);
        const cover = known === undefined ? await leastHours(solve, { posts: part, rules, grid }) : known;
        this.#covers.set(key, cover);
        return cover;
      }),
    );
    return joinedCover(covers);
  }
}
