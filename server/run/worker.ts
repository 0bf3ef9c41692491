/** A thread of the pool: plans the scenarios of a job once, then runs its units as they are handed out. */
import { parentPort } from "node:worker_threads";
import { planScenario } from "./plan-scenario.ts";
import type { FromWorker, ToWorker, UnitRequest } from "./pool-messages.ts";
import { UnitError, runUnit } from "./unit.ts";
import type { UnitPlan } from "./unit.ts";

const port = parentPort;
if (port === null) throw new Error("worker.ts runs as a worker thread only");

type Job = { readonly request: UnitRequest; plan: UnitPlan | null };
const jobs = new Map<number, Job>();
const post = (message: FromWorker): void => port.postMessage(message);

function planOf({ names, scenarios, seed, changes }: UnitRequest): UnitPlan {
  return { names, plans: scenarios.map(planScenario), seed, changes };
}

function run(id: number, replication: number): void {
  const job = jobs.get(id);
  if (job === undefined) throw new Error(`job ${id} was never sent`);
  try {
    job.plan ??= planOf(job.request);
    post({ kind: "result", job: id, result: runUnit(job.plan, replication) });
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
      jobs.set(message.job, { request: message.request, plan: null });
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
