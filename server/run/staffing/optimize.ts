/** A staffing question from beginning to end: what it may not ask of a scenario, the search, and the winner estimated anew. */
import { finding } from "../../../shared/problem.ts";
import type { Finding } from "../../../shared/problem.ts";
import type { StaffingQuestion } from "../../../shared/staffing/question.ts";
import type { StaffingRefusal } from "../../../shared/staffing/refusal.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { formatWaitPromise } from "../../../shared/wait-promise.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { listNames } from "../../../shared/scenario/nearest.ts";
import { formatQuantity } from "../../../shared/scenario/quantity.ts";
import { MOST_SEED, SHORTEST_STEP_MS } from "../../../shared/limits.ts";
import { gridOf, timesOf } from "../../../shared/staffing/shift-plan.ts";
import type { ShiftPlan } from "../../../shared/staffing/shift-plan.ts";
import type { Wanted } from "../../analysis/estimates.ts";
import type { Solve } from "../../analysis/staffing/linear-model.ts";
import type { Surroundings } from "../../analysis/staffing/neighbors.ts";
import { classesOf } from "../../check/classes.ts";
import type { RunWith } from "../experiment-run.ts";
import { FreshDays, sameHoursPlan } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { UnitResult } from "../unit.ts";
import { staffedPortOf } from "./port-posts.ts";
import type { StaffedPort } from "./port-posts.ts";
import { searchPlan } from "./search.ts";
import type { SearchOutcome, SearchStep } from "./search.ts";
import { SolverThread, StoppedError } from "./solver-thread.ts";
import { StaffingTrials } from "./trials.ts";
import { workOfPosts } from "./work-of-posts.ts";

export type Prepared = Surroundings & StaffingQuestion & { readonly port: StaffedPort };

/** What cannot be asked of the scenario, or of any: why it is none to plan, or what is wrong with the question. */
export type Unasked = StaffingRefusal | { readonly findings: readonly Finding[] };

export function prepare(loaded: LoadedScenario, question: StaffingQuestion): Prepared | Unasked {
  const port = staffedPortOf(loaded);
  if ("why" in port) return port;
  const grid = gridOf(port.open, question.rules, port.neverCloses);
  const findings = findingsOf(port, question, grid.slotMs);
  if (findings.length > 0) return { findings };
  return { ...question, port, grid, posts: workOfPosts(port, grid) };
}

function findingsOf(
  port: StaffedPort,
  { promises, rules }: StaffingQuestion,
  slotMs: number,
): readonly Finding[] {
  const { loaded, open } = port;
  const text = (ms: number): string => formatQuantity("duration", ms);
  const [from, to] = [formatClock(open.from), formatClock(open.to)];
  const tooLong = rules.shifts.filter(({ lengthMs }) => lengthMs > open.to - open.from);
  const found = tooLong.map(({ lengthMs }) => text(lengthMs)).join(", ");
  const step = () => ({
    written: [...new Set(timesOf(open, rules))].map(text).join(", "),
    found: text(slotMs),
    least: text(SHORTEST_STEP_MS),
  });
  return [
    ...promises.flatMap((promise, i) =>
      occurs(loaded, promise)
        ? []
        : [finding("CR-704", ["promise", i], { found: formatWaitPromise(promise) })],
    ),
    ...placesPromised(port, promises),
    ...(tooLong.length === 0 ? [] : [finding("CR-705", ["shifts"], { found, from, to })]),
    ...(slotMs >= SHORTEST_STEP_MS ? [] : [finding("CR-706", ["startsEvery"], step())]),
  ];
}

/** A plan needs to know of every line that it is to man how long the waits in it may be, and can keep none of others. */
function placesPromised(
  { posts, primary }: StaffedPort,
  promises: readonly WaitPromise[],
): readonly Finding[] {
  const others = posts.filter(({ stage }) => stage !== primary.name);
  const known = listNames(others.map(({ name }) => name));
  const promised = new Set(promises.map(({ stage }) => stage));
  const unknown = promises.flatMap(({ stage }, i) =>
    stage === null || others.some(({ name }) => name === stage)
      ? []
      : [
          finding("CR-707", ["promise", i], {
            found: stage,
            known,
            ...(others.length === 0 && { context: "alone" }),
          }),
        ],
  );
  const missing = others
    .filter(({ name }) => !promised.has(name))
    .map(({ name: post, pool }) => finding("CR-708", ["promise"], { post, pool }));
  const noWait = promised.has(null) ? [] : [finding("CR-708", ["promise"], { context: "primary" })];
  return [...unknown, ...noWait, ...missing];
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
  /** Its days go after those of others. */
  readonly canWait?: boolean;
  readonly onStep?: (step: SearchStep) => void;
  readonly onSearch: (searched: Searched) => void;
  /** What the new days say so far can be read at any time. */
  readonly onEstimate: (done: number, total: number, fresh: FreshDays) => void;
};

/** How far a search is: its days, those that were in the store among them. */
export type Searched = { readonly elapsedMs: number; readonly days: number; readonly taken: number };

export type Optimized = {
  readonly outcome: SearchOutcome;
  /** Null: nothing was found, or there was no time. */
  readonly answer: Answer | null;
  /** The days that the answer is made of, of the file's staffing, the plan and the same hours. */
  readonly units: readonly UnitResult[];
  readonly seed: number;
  /** Of the days on which the winner was estimated anew. */
  readonly freshSeed: number;
  readonly searchDays: number;
};

export async function optimize(
  by: RunWith,
  prepared: Prepared,
  options: OptimizeOptions,
): Promise<Optimized> {
  const { seed, budgetMs, signal, canWait = false, onStep = () => undefined } = options;
  const solver = new SolverThread();
  const began = performance.now();
  const searching = AbortSignal.any([signal, AbortSignal.timeout(budgetMs)]);
  const trials: StaffingTrials = new StaffingTrials(by, {
    promises: prepared.promises,
    seed,
    canWait,
    signal: searching,
    onDay: () =>
      options.onSearch({ elapsedMs: performance.now() - began, days: trials.days, taken: trials.taken }),
  });
  try {
    const solve = solver.until(searching);
    const outcome = await searchPlan({ ...prepared, solve, trials, onStep });
    const fresh =
      outcome.kind === "found"
        ? await estimateAnew(by, outcome.plan, prepared, solver.until(signal), options)
        : null;
    const { answer, units } = { answer: fresh?.answer(isOfDay) ?? null, units: fresh?.units ?? [] };
    return { outcome, answer, units, seed, freshSeed: freshSeedOf(seed), searchDays: trials.days };
  } finally {
    await solver.close();
  }
}

/** Of the days on which the winner of a search is estimated anew. */
export const freshSeedOf = (seed: number): number => (seed === MOST_SEED ? 0 : seed + 1);

/** Null where it was stopped before it was done. */
async function estimateAnew(
  by: RunWith,
  plan: ShiftPlan,
  prepared: Prepared,
  solve: Solve,
  { seed, replications, names, signal, canWait = false, onEstimate }: OptimizeOptions,
): Promise<FreshDays | null> {
  const asked = { ...prepared, seed: freshSeedOf(seed), replications, names };
  try {
    const same = await sameHoursPlan(solve, asked);
    const fresh: FreshDays = new FreshDays(by, plan, same, asked, {
      signal,
      canWait,
      onProgress: (done, total) => onEstimate(done, total, fresh),
    });
    await fresh.finished;
    return fresh.done < fresh.total ? null : fresh;
  } catch (error) {
    if (error instanceof StoppedError) return null;
    throw error;
  }
}

const isOfDay: Wanted = ({ stage, hour }) => stage === null && hour === null;
