/** A staffing question of a session: the best plan so far is told while the search goes on, and then how good it is on new days. */
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type { NoPlan, PromisedStaffing, StaffingResult } from "../../../shared/staffing/result.ts";
import { DEFAULT_ANSWER } from "../../analysis/differences.ts";
import type {
  ExperimentListener,
  ExperimentRun,
  OptimizeJob,
  RunWith,
  ToldExperiment,
} from "../experiment-run.ts";
import { isInRows, rowsOf } from "../live-results.ts";
import { Paced } from "../paced.ts";
import type { FreshDays, Staffing } from "./answer.ts";
import { readAskedStaffing } from "./asked-staffing.ts";
import { shortPosts } from "./limits.ts";
import { freshSeedOf, optimize } from "./optimize.ts";
import type { Prepared, Searched } from "./optimize.ts";
import type { SearchOutcome, SearchStep } from "./search.ts";

/** There is more to work out of three staffings than of one comparison. */
const TOLD_EVERY_MS = 1_000;
const NOTHING_YET: SearchStep = { phase: "possible", judged: 0, ranking: null, best: null };

type Asked = { readonly prepared: Prepared; readonly budgetMs: number };

export class OptimizeRun implements ExperimentRun {
  readonly #seed: number;
  readonly #listener: ExperimentListener;
  readonly #telling = new Paced(TOLD_EVERY_MS, () => this.#tell());
  readonly #stopping = new AbortController();
  #asked: Asked | null = null;
  #step = NOTHING_YET;
  #searched: Searched = { elapsedMs: 0, days: 0, taken: 0 };
  #fresh: FreshDays | null = null;
  #outcome: SearchOutcome | null = null;
  #problems: readonly ExperimentProblem[] = [];
  #status: ToldExperiment["status"] = "running";

  constructor(by: RunWith, job: OptimizeJob, listener: ExperimentListener) {
    this.#seed = job.seed;
    this.#listener = listener;
    this.#run(by, job).catch((error: unknown) => {
      if (this.#status !== "running") return;
      this.end();
      listener.failed(error);
    });
  }

  cancel(): void {
    if (this.#status !== "running") return;
    this.#status = "cancelled";
    this.#stopping.abort();
    this.#telling.now();
  }

  end(): void {
    this.#status = "cancelled";
    this.#telling.stop();
    this.#stopping.abort();
  }

  async #run(by: RunWith, { request, base, seed }: OptimizeJob): Promise<void> {
    const asked = readAskedStaffing(request, base);
    if (!asked.ok) {
      this.#problems = asked.problems;
      return this.#finish("failed");
    }
    const { prepared, budgetMs } = asked;
    this.#asked = asked;
    this.#telling.now();
    const { name } = prepared.port.loaded.scenario;
    const { outcome } = await optimize(by, prepared, {
      seed,
      replications: request.days,
      budgetMs,
      signal: this.#stopping.signal,
      names: { plan: `${name} (plan)`, sameHours: `${name} (same hours)` },
      canWait: true,
      onStep: (step) => {
        this.#step = step;
        this.#telling.soon();
      },
      onSearch: (searched) => {
        this.#searched = searched;
        this.#telling.soon();
      },
      onEstimate: (_done, _total, fresh) => {
        this.#fresh = fresh;
        this.#telling.soon();
      },
    });
    if (this.#status !== "running") return;
    this.#outcome = outcome;
    this.#finish("done");
  }

  #finish(status: "done" | "failed"): void {
    this.#status = status;
    this.#telling.now();
  }

  #tell(): void {
    const fresh = this.#fresh;
    const { days, taken } = this.#searched;
    const done = days + (fresh?.done ?? 0);
    const total = this.#status === "running" ? days + (fresh?.total ?? 0) : done;
    this.#listener.told({
      status: this.#status,
      done,
      total,
      most: total,
      taken: taken + (fresh?.taken ?? 0),
      problems: this.#problems,
      data: this.#asked && { kind: "optimize", result: this.#resultOf(this.#asked) },
    });
  }

  #resultOf({ prepared, budgetMs }: Asked): StaffingResult {
    const { port, grid, posts, promises, sure, rules } = prepared;
    const fresh = this.#fresh;
    const slots = Array.from({ length: grid.slots }, (_, slot) => grid.fromMs + slot * grid.slotMs);
    const isOver = this.#status !== "running";
    const phase = fresh === null ? this.#step.phase : fresh.isAtWorth ? "worth" : "anew";
    return {
      ...this.#step,
      phase: isOver ? "over" : phase,
      searchMs: this.#searched.elapsedMs,
      budgetMs,
      fresh: fresh && { done: fresh.done, total: fresh.total },
      date: port.day.date,
      grid,
      posts: posts.map(({ post, booths }, p) => ({
        post,
        booths,
        planned: slots.map(port.posts[p].officersAt),
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
    case "stopped":
      return outcome;
    default:
      return null;
  }
}

function answerOf(fresh: FreshDays, seed: number): StaffingResult["answer"] {
  const wanted = isInRows(DEFAULT_ANSWER);
  const { sureness, shipped, plan, sameHours, worth } = fresh.answer(wanted);
  return {
    sureness,
    shipped: promisedOf(shipped),
    plan: promisedOf(plan),
    sameHours: sameHours && promisedOf(sameHours),
    rows: rowsOf(fresh.result(wanted)),
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
