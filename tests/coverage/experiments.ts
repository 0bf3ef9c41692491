/**
 * One experiment as the command line would make it, and which of its intervals hold the exact value. Each has a seed
 * of its own; the days of 20, 40 and 80 are the same ones, and the sequential rule goes on from them.
 */
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { keyOf } from "../../server/analysis/figures.ts";
import { LEVEL } from "../../server/analysis/linear.ts";
import { looksUpTo, readLook } from "../../server/analysis/stopping.ts";
import { expectedArrivals } from "../../server/port/expected-arrivals.ts";
import { Experiment } from "../../server/run/experiment.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { daysOf, runUnit } from "../../server/run/unit.ts";
import type { UnitPlan, UnitResult } from "../../server/run/unit.ts";
import type { Estimate } from "../../shared/estimate.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import type { CoverageModel, PortDay, Question, Rule } from "./models.ts";

export const SIZES = [20, 40, 80] as const;

export type Stopped = { readonly days: number; readonly reached: boolean; readonly held: boolean };
export type Outcome = {
  /** By question, then by size. */
  readonly held: readonly (readonly boolean[])[];
  /** By sequential rule. */
  readonly stopped: readonly Stopped[];
};

/** Experiments of a unit of work of a pool. */
export const BLOCK = 20;
export type Block = { readonly block: number; readonly outcomes: readonly Outcome[] };

export type Prepared = {
  readonly model: CoverageModel;
  readonly scenarios: readonly LoadedScenario[];
  readonly unit: Omit<UnitPlan, "seed">;
};

/** For experiments of which all days are known. */
const NOBODY = new WorkerPool();

export function prepare(model: CoverageModel): Prepared {
  const scenarios = model.days.map((day, index) => scenarioOf(day, `${index}`));
  const names = scenarios.map(({ file }) => file);
  return { model, scenarios, unit: { names, plans: scenarios.map(planScenario), changes: [] } };
}

function scenarioOf(day: PortDay, name: string): LoadedScenario {
  const { perHour, servers, serviceMinutes, fast } = day;
  const hour = (hours: number): string => `${String(hours).padStart(2, "0")}:00`;
  const all = perHour.map((rate, index) => rate + (fast?.perHour[index] ?? 0));
  const rates = Object.fromEntries([...all, 0].map((rate, index) => [hour(index), `${rate} /h`]));
  const service = `exponential ${serviceMinutes} min`;
  const booths = fast === undefined ? { shared: servers } : { general: servers, fast: fast.servers };
  const primary = { kind: "primary", booths, line: "pooled", service };
  const marks = fast && { fast: { laden: `${(100 * fast.perHour[0]!) / all[0]!} %` } };
  const scenario = scenarioSchema.parse({
    cruce: 1,
    name,
    hours: `00:00-${hour(perHour.length)}`,
    northbound: { demand: { rates, ...marks }, stages: { primary } },
  });
  return { scenario, arrivals: null, warnings: [], file: name, sources: [] };
}

export function experiment(prepared: Prepared, seed: number, sizes: readonly number[] = SIZES): Outcome {
  const { model, unit } = prepared;
  const units: UnitResult[] = [];
  const after: After = (days, questions) => {
    while (units.length < days) units.push(runUnit({ ...unit, seed }, units.length));
    return estimatesOfAll(prepared, seed, questions, units.slice(0, days));
  };
  const bySize = sizes.map((size) => after(size, model.questions));
  return {
    held: model.questions.map(({ exact }, question) =>
      bySize.map((estimates) => holds(estimates[question]!, exact)),
    ),
    stopped: model.sequential.map((rule) => stop(rule, rule.of, after)),
  };
}

type After = (days: number, questions: readonly Question[]) => readonly Estimate[];

function stop(rule: Rule, of: Question, after: After): Stopped {
  for (const days of looksUpTo(rule.most)) {
    const estimate = after(days, [of])[0]!;
    const { state } = readLook({ ...rule, days, level: LEVEL, watched: [{ scenario: "", estimate }] });
    if (state !== "goesOn") return { days, reached: state === "reached", held: holds(estimate, of.exact) };
  }
  throw new Error(`the last look went on`);
}

const holds = ({ low, high }: Estimate, exact: number): boolean =>
  low !== null && high !== null && low <= exact && exact <= high;

/** The intervals that the program would print, and nothing else that it would: that takes most of the time. */
function estimatesOfAll(
  { scenarios, unit }: Prepared,
  seed: number,
  questions: readonly Question[],
  known: readonly UnitResult[],
): readonly Estimate[] {
  const asked = (differs: boolean): ((key: FigureKey) => boolean) => {
    const keys = new Set(
      questions.flatMap((one) => ((one.differs ?? false) === differs ? [keyOf(one.figure)] : [])),
    );
    return (key) => keys.has(keyOf(key));
  };
  const expected = expectedArrivals(unit.plans[0]!);
  const baseline = { name: "", costs: {}, expected, days: daysOf(known, 0) };
  const estimates = estimatesOf(baseline, asked(false));
  const request = { scenarios, seed, replications: known.length };
  const differences = questions.some(({ differs }) => differs)
    ? new Experiment(NOBODY, request, { known }).differencesAt(known.length, asked(true))
    : [];
  return questions.map(({ figure, differs }) =>
    (differs === true ? differences : estimates).find(
      (row) =>
        row.metric === figure.metric && row.statistic === figure.statistic && row.class === figure.class,
    )!,
  );
}
