/**
 * One experiment as the command line would make it, and which of its intervals hold the exact value. Each has a seed
 * of its own; the days of 20, 40 and 80 are the same ones, and the sequential rule goes on from them.
 */
import { keyOf } from "../../server/analysis/figures.ts";
import { LEVEL } from "../../server/analysis/linear.ts";
import { looksUpTo, readLook } from "../../server/analysis/stopping.ts";
import { Experiment } from "../../server/run/experiment.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { runUnit } from "../../server/run/unit.ts";
import type { UnitPlan, UnitResult } from "../../server/run/unit.ts";
import type { Estimate } from "../../shared/estimate.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import type { ServedDay } from "./chain.ts";
import type { CoverageModel, Question, Rule } from "./models.ts";

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

function scenarioOf({ perHour, servers, serviceMinutes }: ServedDay, name: string): LoadedScenario {
  const hour = (hours: number): string => `${String(hours).padStart(2, "0")}:00`;
  const rates = Object.fromEntries([...perHour, 0].map((rate, index) => [hour(index), `${rate} /h`]));
  const service = `exponential ${serviceMinutes} min`;
  const primary = { kind: "primary", booths: { shared: servers }, line: "pooled", service };
  const scenario = scenarioSchema.parse({
    cruce: 1,
    name,
    hours: `00:00-${hour(perHour.length)}`,
    northbound: { demand: { rates }, stages: { primary } },
  });
  return { scenario, arrivals: null, warnings: [], file: name, sources: [] };
}

export function experiment(prepared: Prepared, seed: number, sizes: readonly number[] = SIZES): Outcome {
  const { model, unit } = prepared;
  const units: UnitResult[] = [];
  const after: After = (days, question) => {
    while (units.length < days) units.push(runUnit({ ...unit, seed }, units.length));
    return estimateOf(prepared, seed, question, units.slice(0, days));
  };
  return {
    held: model.questions.map((question) =>
      sizes.map((size) => holds(after(size, question), question.exact)),
    ),
    stopped: model.sequential.map((rule) => stop(rule, rule.of, after)),
  };
}

type After = (days: number, question: Question) => Estimate;

function stop(rule: Rule, of: Question, after: After): Stopped {
  for (const days of looksUpTo(rule.most)) {
    const estimate = after(days, of);
    const { state } = readLook({ ...rule, days, level: LEVEL, watched: [{ scenario: "", estimate }] });
    if (state !== "goesOn") return { days, reached: state === "reached", held: holds(estimate, of.exact) };
  }
  throw new Error(`the last look went on`);
}

const holds = ({ low, high }: Estimate, exact: number): boolean =>
  low !== null && high !== null && low <= exact && exact <= high;

/** The interval that the program would print. */
function estimateOf(
  { scenarios }: Prepared,
  seed: number,
  { figure, differs }: Question,
  known: readonly UnitResult[],
): Estimate {
  const request = { scenarios, seed, replications: known.length, answer: figure };
  const result = new Experiment(NOBODY, request, { known }).result((key) => keyOf(key) === keyOf(figure));
  return (differs === true ? result.differences : result.estimates)[0]!;
}
