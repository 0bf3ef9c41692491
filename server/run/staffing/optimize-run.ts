/** A staffing question of a session: the best plan so far is told while the search goes on, and then how good it is on new days. */
import type { NoPlan, PromisedStaffing, StaffingResult } from "../../../shared/staffing/result.ts";
import { DEFAULT_ANSWER } from "../../analysis/differences.ts";
import type { ExperimentListener, ExperimentRun, OptimizeJob, RunWith } from "../experiment-run.ts";
import { isInRows, rowsOf } from "../live-results.ts";
import { Lifetime } from "../lifetime.ts";
import type { FreshDays, Staffing } from "./answer.ts";
import { readAskedStaffing } from "./asked-staffing.ts";
import { shortPosts } from "./limits.ts";
import { freshSeedOf, optimize } from "./optimize.ts";
import type { Prepared, Searched } from "./optimize.ts";
import type { SearchOutcome, SearchStep } from "./search.ts";

/** There is more to work out of three staffings than of one comparison. */
const TOLD_EVERY_MS = 1_000;
const NOTHING_YET: SearchStep = { phase: "possible", judged: 0, ranking: null, best: null, cover: null };

type Asked = { readonly prepared: Prepared; readonly budgetMs: number };

export class OptimizeRun implements ExperimentRun {
  readonly #seed: number;
  readonly #listener: ExperimentListener;
  readonly #life = new Lifetime(TOLD_EVERY_MS, () => this.#tell());
  #asked: Asked | null = null;
  #step = NOTHING_YET;
  #searched: Searched = { elapsedMs: 0, days: 0, taken: 0 };
  #fresh: FreshDays | null = null;
  #outcome: SearchOutcome | null = null;

  constructor(by: RunWith, job: OptimizeJob, listener: ExperimentListener) {
    this.#seed = job.seed;
    this.#listener = listener;
    this.#life.follow(this.#run(by, job), listener);
  }

  cancel(): void {
    this.#life.cancel();
  }

  end(): void {
    this.#life.end();
  }

  async #run(by: RunWith, { request, base, seed }: OptimizeJob): Promise<void> {
    const asked = readAskedStaffing(request, base);
    if (!asked.ok) return this.#life.refuse(asked.problems);
    const { prepared, budgetMs } = asked;
    this.#asked = asked;
    this.#life.tellNow();
    const { name } = prepared.port.loaded.scenario;
    const { outcome } = await optimize(by, prepared, {
      seed,
      replications: request.days,
      budgetMs,
      signal: this.#life.signal,
      names: { plan: `${name} (plan)`, sameHours: `${name} (same hours)` },
      canWait: true,
      onStep: (step) => {
        this.#step = step;
        this.#life.tellSoon();
      },
      onSearch: (searched) => {
        this.#searched = searched;
        this.#life.tellSoon();
      },
      onEstimate: (_done, _total, fresh) => {
        this.#fresh = fresh;
        this.#life.tellSoon();
      },
    });
    if (this.#life.isRunning) this.#outcome = outcome;
  }

  #tell(): void {
    const fresh = this.#fresh;
    const { days, taken } = this.#searched;
    const done = days + (fresh?.done ?? 0);
    const { status, isRunning, problems } = this.#life;
    const total = isRunning ? days + (fresh?.total ?? 0) : done;
    this.#listener.told({
      status,
      done,
      total,
      most: total,
      taken: taken + (fresh?.taken ?? 0),
      problems,
      data: this.#asked && { kind: "optimize", result: this.#resultOf(this.#asked) },
    });
  }

  #resultOf({ prepared, budgetMs }: Asked): StaffingResult {
    const { port, grid, promises, sure, rules } = prepared;
    const fresh = this.#fresh;
    const slots = Array.from({ length: grid.slots }, (_, slot) => grid.fromMs + slot * grid.slotMs);
    const phase = fresh === null ? this.#step.phase : fresh.isAtWorth ? "worth" : "anew";
    return {
      ...this.#step,
      phase: this.#life.isRunning ? phase : "over",
      searchMs: this.#searched.elapsedMs,
      budgetMs,
      fresh: fresh && { done: fresh.done, total: fresh.total },
      date: port.day.date,
      grid,
      posts: port.pools.map(({ name, booths, officersAt }) => ({
        post: name,
        booths,
        planned: slots.map(officersAt),
      })),
      promises,
      sure,
      roster: rules.roster,
      isCut: this.#outcome?.kind === "found" && this.#outcome.isCut,
      noPlan: noPlanOf(this.#outcome, prepared),
      answer: fresh === null || !fresh.hasDays ? null : answerOf(fresh, this.#seed),
    };
  }
}

/** Null: there is one, or nobody knows yet. */
function noPlanOf(outcome: SearchOutcome | null, prepared: Prepared): NoPlan | null {
  switch (outcome?.kind) {
    case "impossible": {
      const broken = outcome.broken.map(({ promise, limitMs }) => ({ promise, limitMs: finite(limitMs) }));
      return { ...outcome, broken, short: shortPosts(prepared) };
    }
    case "rosterShort":
    case "shiftsShort":
    case "stopped":
      return outcome;
    default:
      return null;
  }
}

function answerOf(fresh: FreshDays, seed: number): StaffingResult["answer"] {
  const wanted = isInRows(DEFAULT_ANSWER);
  const { sureness, shipped, plan, sameHours, result, worth } = fresh.answer(wanted);
  return {
    sureness,
    shipped: promisedOf(shipped),
    plan: promisedOf(plan),
    sameHours: sameHours && promisedOf(sameHours),
    rows: rowsOf(result),
    worth,
    freshSeed: freshSeedOf(seed),
  };
}

const promisedOf = ({ kept, promises, boothHours }: Staffing): PromisedStaffing => ({
  kept,
  promises: promises.map((promise) => ({ ...promise, limitMs: finite(promise.limitMs) })),
  boothHours,
});

/** JSON has no Infinity. */
const finite = (ms: number): number | null => (Number.isFinite(ms) ? ms : null);
