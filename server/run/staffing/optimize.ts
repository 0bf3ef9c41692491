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
import type { Surroundings } from "../../analysis/staffing/neighbors.ts";
import { classesOf } from "../../check/classes.ts";
import type { RunWith } from "../experiment-run.ts";
import { FreshDays, newDaysOf } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { UnitResult } from "../unit.ts";
import { staffedPortOf } from "./port-posts.ts";
import type { StaffedPort } from "./port-posts.ts";
import { sameHoursPlan } from "./same-hours.ts";
import { searchPlan } from "./search.ts";
import type { SearchOutcome, SearchStep } from "./search.ts";
import { SolverThread, StoppedError } from "./solver-thread.ts";
import { searchMs } from "./time-budget.ts";
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
    ...breakOutside(rules),
  ];
}

/** A shift too short for the break has none; a break that no shift has was not meant so. */
function breakOutside({ shifts, rest }: StaffingQuestion["rules"]): readonly Finding[] {
  if (rest === null) return [];
  const { forMs, fromMs, toMs } = rest;
  const longest = Math.max(...shifts.map(({ lengthMs }) => lengthMs));
  if (forMs < longest && fromMs + forMs <= longest) return [];
  const [long, from, to, least] = [forMs, fromMs, toMs + forMs, longest].map((ms) =>
    ms === 0 ? "0 h" : formatQuantity("duration", ms),
  );
  return [finding("CR-709", ["break"], { longest: least, found: `${long} between ${from} and ${to}` })];
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
  const noWait =
    promised.has(null) || unknown.length > 0 ? [] : [finding("CR-708", ["promise"], { context: "primary" })];
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
  /** Until the answer comes; a little more where its fewest days take longer. */
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
  /** Null: nothing was found, or it was stopped. */
  readonly answer: Answer | null;
  /** The days that the answer is made of, of the file's staffing, the plan and the same hours. */
  readonly units: readonly UnitResult[];
  /** The time was up before all of the answer was worked out. */
  readonly isEstimateCut: boolean;
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
  const searching = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasPlan = false;
  const endInTime = (): void => {
    clearTimeout(timer);
    // Without a plan there is nothing to estimate.
    const end = hasPlan ? searchMs(budgetMs, trials.run, newDaysOf(options.replications)) : budgetMs;
    const left = end - (performance.now() - began);
    if (left <= 0) searching.abort();
    else timer = setTimeout(endInTime, left);
  };
  const untilFound = AbortSignal.any([signal, searching.signal]);
  const trials: StaffingTrials = new StaffingTrials(by, {
    promises: prepared.promises,
    seed,
    canWait,
    signal: untilFound,
    onDay: () => {
      endInTime();
      options.onSearch({ elapsedMs: performance.now() - began, days: trials.days, taken: trials.taken });
    },
  });
  const timeUp = AbortSignal.timeout(budgetMs);
  try {
    endInTime();
    const outcome = await searchPlan({
      ...prepared,
      solve: solver.until(untilFound),
      trials,
      onStep: (step) => {
        hasPlan = step.best !== null;
        onStep(step);
      },
    });
    clearTimeout(timer);
    const estimated =
      outcome.kind === "found"
        ? await estimateAnew(by, outcome.plan, prepared, {
            ...options,
            solver,
            trials,
            timeUp,
            endMs: began + budgetMs,
          })
        : NOT_ESTIMATED;
    return {
      outcome,
      answer: estimated.fresh?.answer(isOfDay) ?? null,
      units: estimated.fresh?.units ?? [],
      isEstimateCut: estimated.isCut,
      seed,
      freshSeed: freshSeedOf(seed),
      searchDays: trials.days,
    };
  } finally {
    clearTimeout(timer);
    await solver.close();
  }
}

/** Of the days on which the winner of a search is estimated anew. */
export const freshSeedOf = (seed: number): number => (seed === MOST_SEED ? 0 : seed + 1);

type Estimating = OptimizeOptions & {
  readonly solver: SolverThread;
  readonly trials: StaffingTrials;
  readonly timeUp: AbortSignal;
  readonly endMs: number;
};

/** `fresh`: null where it was stopped before it was done. */
type Estimated = { readonly fresh: FreshDays | null; readonly isCut: boolean };
const NOT_ESTIMATED: Estimated = { fresh: null, isCut: false };

/** Of fewer days where the time was up. */
async function estimateAnew(
  by: RunWith,
  plan: ShiftPlan,
  prepared: Prepared,
  {
    seed,
    replications,
    names,
    signal,
    canWait = false,
    onEstimate,
    solver,
    trials,
    timeUp,
    endMs,
  }: Estimating,
): Promise<Estimated> {
  const asked = { ...prepared, seed: freshSeedOf(seed), replications, names };
  // The days are worth more than what they are compared with.
  const half = AbortSignal.timeout(Math.max(0, Math.floor((endMs - performance.now()) / 2)));
  const until = AbortSignal.any([signal, half]);
  const same = await inTime(
    sameHoursPlan(solver.until(until), asked, (key, loaded, days) => trials.judge(key, loaded, days, until)),
  );
  if (signal.aborted) return NOT_ESTIMATED;
  const fresh: FreshDays = new FreshDays(by, plan, same === STOPPED ? null : same, asked, {
    signal,
    timeUp,
    canWait,
    onProgress: (done, total) => onEstimate(done, total, fresh),
  });
  await fresh.finished;
  const isWhole = fresh.done === fresh.total && same !== STOPPED;
  if (!isWhole && (signal.aborted || !fresh.hasDays)) return NOT_ESTIMATED;
  return { fresh, isCut: !isWhole };
}

const STOPPED = Symbol("stopped");

async function inTime<Result>(work: Promise<Result>): Promise<Result | typeof STOPPED> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoppedError) return STOPPED;
    throw error;
  }
}

const isOfDay: Wanted = ({ stage, hour }) => stage === null && hour === null;
