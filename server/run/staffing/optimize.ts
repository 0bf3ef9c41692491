/** A staffing question from beginning to end: what it may not ask of a scenario, the search, and the winner estimated anew. */
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { formatWaitPromise } from "../../../shared/wait-promise.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { formatQuantity } from "../../../shared/scenario/quantity.ts";
import { MINUTE } from "../../../shared/units.ts";
import { gridOf } from "../../analysis/staffing/shift-plan.ts";
import type { ShiftRules } from "../../analysis/staffing/shift-plan.ts";
import type { Surroundings } from "../../analysis/staffing/neighbors.ts";
import { classesOf } from "../../check/classes.ts";
import type { RunWith } from "../experiment-run.ts";
import { estimateAnew } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { UNSUITABLE, staffedPortOf, workOfPosts } from "./port-posts.ts";
import type { StaffedPort } from "./port-posts.ts";
import { searchPlan } from "./search.ts";
import type { SearchOutcome } from "./search.ts";
import { loadSolver } from "./solver.ts";
import { StaffingTrials } from "./trials.ts";

export type StaffingQuestion = {
  readonly promises: readonly WaitPromise[];
  /** Share of days on which they hold together. */
  readonly sure: number;
  readonly rules: ShiftRules;
};

/** Why the question cannot be asked of the scenario; each has a text. */
export const REFUSALS = [...UNSUITABLE, "nobody", "shiftTooLong", "step"] as const;
export type Refusal = {
  readonly why: (typeof REFUSALS)[number];
  readonly params: Readonly<Record<string, string | number>>;
};

export type Prepared = Surroundings & StaffingQuestion & { readonly port: StaffedPort };

/** Shorter steps make programs that nobody wants to wait for. */
const SHORTEST_STEP = 5 * MINUTE;

export function prepare(loaded: LoadedScenario, question: StaffingQuestion): Prepared | Refusal {
  const port = staffedPortOf(loaded);
  if ("why" in port) return port;
  const { rules, promises } = question;
  const absent = promises.find((promise) => !occurs(loaded, promise));
  if (absent !== undefined) return { why: "nobody", params: { promise: formatWaitPromise(absent) } };
  const hours = port.open.to - port.open.from;
  const text = (ms: number): string => formatQuantity("duration", ms);
  const tooLong = rules.shifts.find(({ lengthMs }) => lengthMs > hours);
  if (tooLong !== undefined) {
    const [from, to] = [formatClock(port.open.from), formatClock(port.open.to)];
    return { why: "shiftTooLong", params: { length: text(tooLong.lengthMs), from, to } };
  }
  const grid = gridOf(port.open, rules);
  if (grid.slotMs < SHORTEST_STEP)
    return { why: "step", params: { step: text(grid.slotMs), least: text(SHORTEST_STEP) } };
  return { ...question, port, grid, posts: workOfPosts(port, grid) };
}

const occurs = ({ scenario, arrivals }: LoadedScenario, { class: of }: WaitPromise): boolean =>
  of === null ||
  classesOf(scenario, arrivals).some(({ flow, isFast }) =>
    of === "fast" ? isFast : of === "general" ? !isFast : flow === of,
  );

export type OptimizeOptions = {
  readonly seed: number;
  readonly replications: number;
  readonly budgetMs: number;
  readonly signal: AbortSignal;
  readonly names: { readonly plan: string; readonly sameHours: string };
  readonly onSearch: (elapsedMs: number) => void;
  readonly onEstimate: (done: number, total: number) => void;
};

export type Optimized = {
  readonly outcome: SearchOutcome;
  /** Null: nothing was found, or there was no time. */
  readonly answer: Answer | null;
  readonly seed: number;
  /** Of the days on which the winner was estimated anew. */
  readonly freshSeed: number;
  readonly searchDays: number;
};

const MOST_SEED = 2_147_483_647;

export async function optimize(
  by: RunWith,
  prepared: Prepared,
  options: OptimizeOptions,
): Promise<Optimized> {
  const { seed, replications, budgetMs, signal, names } = options;
  const solve = await loadSolver();
  const began = performance.now();
  const trials = new StaffingTrials(by, {
    promises: prepared.promises,
    seed,
    signal: AbortSignal.any([signal, AbortSignal.timeout(budgetMs)]),
    onDay: () => options.onSearch(performance.now() - began),
  });
  const outcome = await searchPlan({ ...prepared, solve, trials });
  const freshSeed = seed === MOST_SEED ? 0 : seed + 1;
  const anew = { ...prepared, solve, seed: freshSeed, replications, names };
  const answer =
    outcome.kind === "found" && !signal.aborted
      ? await estimateAnew(by, outcome.plan, anew, { signal, onProgress: options.onEstimate })
      : null;
  return { outcome, answer, seed, freshSeed, searchDays: trials.days };
}
