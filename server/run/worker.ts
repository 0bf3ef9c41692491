/** A thread of the pool of experiments: plans the scenarios of a job once, then runs its units. */
import { planFutures, runFuture } from "./future-unit.ts";
import type { FuturesPlan } from "./future-unit.ts";
import { planScenario } from "./plan-scenario.ts";
import type { RunResult, UnitRequest } from "./pool-messages.ts";
import { runUnit } from "./unit.ts";
import type { UnitPlan } from "./unit.ts";
import { workFor } from "./work.ts";

type Planned =
  | { readonly kind: "days"; readonly plan: UnitPlan }
  | { readonly kind: "futures"; readonly plan: FuturesPlan };

function planned(request: UnitRequest): Planned {
  const { names, seed } = request;
  const plans = request.scenarios.map(planScenario);
  if (request.kind === "days")
    return { kind: "days", plan: { names, plans, seed, changes: request.changes } };
  return { kind: "futures", plan: planFutures(plans, names, request.presents, request.untilMs) };
}

const resultOf = (of: Planned, replication: number): RunResult =>
  of.kind === "days" ? runUnit(of.plan, replication) : runFuture(of.plan, replication);

workFor(planned, resultOf);
