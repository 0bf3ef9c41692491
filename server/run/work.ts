/** The thread's side of a pool: keeps each job as it was prepared once, and runs its units as they are handed out. */
import { parentPort } from "node:worker_threads";
import { PartSender } from "./parts.ts";
import type { FromWorker, JobRequest, ToWorker } from "./pool-messages.ts";
import { UnitError, runawayOf } from "./unit.ts";

type Job<Request, Plan> = { readonly request: Request; plan: Plan | null };

/** Answers the pool for the life of this thread. A unit may send parts before its result. */
export function workFor<Request extends JobRequest, Plan, Result>(
  prepare: (request: Request) => Plan,
  runUnit: (plan: Plan, replication: number, send: (bytes: Uint8Array) => void) => Result,
): void {
  const port = parentPort;
  if (port === null) throw new Error("a worker of a pool runs as a worker thread only");
  const jobs = new Map<number, Job<Request, Plan>>();
  const post = (message: FromWorker<Result>): void => port.postMessage(message);
  const sender = new PartSender();

  const run = (id: number, replication: number): void => {
    const job = jobs.get(id);
    if (job === undefined) throw new Error(`job ${id} was never sent`);
    try {
      job.plan ??= prepare(job.request);
      const send = sender.begin((part) => post({ kind: "part", job: id, replication, part }));
      post({ kind: "result", job: id, result: runUnit(job.plan, replication, send) });
    } catch (error) {
      const scenario = error instanceof UnitError ? error.scenario : job.request.names.join(", ");
      const reason =
        error instanceof UnitError ? error.reason : error instanceof Error ? error.message : String(error);
      post({ kind: "failed", job: id, replication, scenario, reason, runaway: runawayOf(error) });
    }
  };

  port.on("message", (message: ToWorker<Request>) => {
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
}
