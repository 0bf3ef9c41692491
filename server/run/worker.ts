/** A thread of the pool of experiments: plans the scenarios of a job once, then runs its units. */
import { planFutures, runFuture } from "./future-unit.ts";
import type { FuturesPlan } from "./future-unit.ts";
import { LastPlans } from "./last-plans.ts";
import type { RunResult, UnitRequest } from "./pool-messages.ts";
import { runUnit } from "./unit.ts";
import type { UnitPlan } from "./unit.ts";
import { workFor } from "./work.ts";

type Planned =
  | { readonly kind: "days"; readonly plan: UnitPlan; readonly visits: boolean }
  | { readonly kind: "futures"; readonly plan: FuturesPlan };

const lastPlans = new LastPlans();

function planned(request: UnitRequest): Planned {
  const plans = lastPlans.of(request.scenarios);
  if (request.kind === "days")
    return { kind: "days", plan: { ...request, plans }, visits: request.visits === true };
  return { kind: "futures", plan: planFutures(plans, request.names, request.presents, request.untilMs) };
}

const resultOf = (of: Planned, replication: number, send: (bytes: Uint8Array) => void): RunResult =>
  of.kind === "days"
    ? runUnit(of.plan, replication, of.visits ? send : undefined)
    : runFuture(of.plan, replication);

workFor(planned, resultOf);
