/** A thread of the pool: plans the scenarios of a job once, then runs its units as they are handed out. */
import { parentPort } from "node:worker_threads";
import { planFutures, runFuture } from "./future-unit.ts";
import type { FuturesPlan } from "./future-unit.ts";
import { planScenario } from "./plan-scenario.ts";
import type { FromWorker, Result, ToWorker, UnitRequest } from "./pool-messages.ts";
import { UnitError, runUnit } from "./unit.ts";
import type { UnitPlan } from "./unit.ts";

const port = parentPort;
if (port === null) throw new Error("worker.ts runs as a worker thread only");

type Planned =
  | { readonly kind: "days"; readonly plan: UnitPlan }
  | { readonly kind: "futures"; readonly plan: FuturesPlan };
type Job = { readonly request: UnitRequest; planned: Planned | null };
const jobs = new Map<number, Job>();
const post = (message: FromWorker): void => port.postMessage(message);

function planned(request: UnitRequest): Planned {
  const { names, seed } = request;
  const plans = request.scenarios.map(planScenario);
  if (request.kind === "days")
    return { kind: "days", plan: { names, plans, seed, changes: request.changes } };
  return { kind: "futures", plan: planFutures(plans, names, request.presents, request.untilMs) };
}

const resultOf = (of: Planned, replication: number): Result =>
  of.kind === "days" ? runUnit(of.plan, replication) : runFuture(of.plan, replication);

function run(id: number, replication: number): void {
  const job = jobs.get(id);
  if (job === undefined) throw new Error(`job ${id} was never sent`);
  try {
    job.planned ??= planned(job.request);
    post({ kind: "result", job: id, result: resultOf(job.planned, replication) });
  } catch (error) {
    const scenario = error instanceof UnitError ? error.scenario : job.request.names.join(", ");
    const reason =
      error instanceof UnitError ? error.reason : error instanceof Error ? error.message : String(error);
    post({ kind: "failed", job: id, replication, scenario, reason });
  }
}

port.on("message", (message: ToWorker) => {
  switch (message.kind) {
    case "job":
      jobs.set(message.job, { request: message.request, planned: null });
      return;
    case "unit":
      return run(message.job, message.replication);
    case "forget":
      jobs.delete(message.job);
      return;
    default:
      message satisfies never;
  }
});
