/**
 * Worker threads that run units of several jobs at once. Units are handed out one by one, in turn between
 * the jobs, so that a long experiment does not keep a short one waiting; what is urgent goes before the
 * rest, and what can wait after it. Results come in any order; who asked puts them in order.
 *
 * A thread with a short unit is given the next one meanwhile, so that it need not wait for this one to hear of its end.
 *
 * A unit whose thread dies, or that fails, is tried once more; then its job has failed.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { letGo } from "./parts.ts";
import type { Part } from "./parts.ts";
import type { FromWorker, JobRequest, RunResult, ToWorker, UnitRequest } from "./pool-messages.ts";
import { UnitError } from "./unit.ts";

const TRIES = 2;

/** Units that took no longer are handed out ahead: nobody waits much for the one behind another. */
export const SHORT_MS = 100;

export type JobListener<Result = RunResult> = {
  readonly onResult: (result: Result) => void;
  /** What a unit sends before its result; the thread may send more when it is settled. */
  readonly onPart?: (replication: number, part: Part) => Promise<void>;
  /** The job is over: nothing more of it is run or reported. */
  readonly onFailed: (error: UnitError) => void;
};

export type PoolOptions = {
  /** Threads at the most; one for each core when not given. They start when there is work. */
  readonly workers?: number;
  /** The program of the threads. */
  readonly script?: URL;
  /** What is short for a unit. */
  readonly shortMs?: number;
};

type Job<Request, Result> = {
  readonly id: number;
  readonly request: Request;
  readonly listener: JobListener<Result>;
  /** Replications still to be handed out. */
  readonly pending: number[];
  readonly failures: Map<number, number>;
  /** What its last unit took; none is finished: Infinity. */
  unitMs: number;
};

type Unit = { readonly job: number; readonly replication: number };

type Thread = {
  readonly worker: Worker;
  /** Jobs that it knows. */
  readonly jobs: Set<number>;
  /** The one that it runs, and the one to run after it. */
  readonly units: Unit[];
  /** When it began the one that it runs, by the clock of this process. */
  since: number;
};

type Failed = Pick<
  Extract<FromWorker, { kind: "failed" }>,
  "replication" | "scenario" | "reason" | "runaway"
>;

/** The script decides what a request and a result are. */
export class WorkerPool<Request extends JobRequest = UnitRequest, Result = RunResult> {
  readonly #most: number;
  readonly #script: URL;
  readonly #shortMs: number;
  readonly #threads = new Set<Thread>();
  /** In the order of their turns: who was served last stands at the end, who never was in front. */
  #jobs: Job<Request, Result>[] = [];
  #nextId = 1;
  #closed = false;

  constructor({ workers, script, shortMs = SHORT_MS }: PoolOptions = {}) {
    this.#most = Math.max(1, workers ?? availableParallelism());
    this.#shortMs = shortMs;
    this.#script = script ?? new URL("./worker.ts", import.meta.url);
  }

  /** Runs the replications; the function returned drops those that are not done yet. */
  start(request: Request, replications: readonly number[], listener: JobListener<Result>): () => void {
    if (this.#closed) throw new Error("the pool of workers is closed");
    const job: Job<Request, Result> = {
      id: this.#nextId++,
      request,
      listener,
      pending: [...replications],
      failures: new Map(),
      unitMs: Infinity,
    };
    this.#jobs.unshift(job);
    this.#handOut();
    return () => this.#drop(job.id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#jobs = [];
    const threads = [...this.#threads];
    this.#threads.clear();
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #handOut(): void {
    for (;;) {
      const waiting = this.#jobs.filter(({ pending }) => pending.length > 0);
      const job =
        waiting.find(({ request }) => request.isUrgent === true) ??
        waiting.find(({ request }) => request.canWait !== true) ??
        waiting[0];
      if (job === undefined) return;
      const thread = this.#threadFor(job);
      if (thread === null) return;
      const replication = job.pending.shift();
      if (replication === undefined) return;
      this.#jobs = [...this.#jobs.filter((other) => other !== job), job];
      this.#assign(thread, job, replication);
    }
  }

  #assign(thread: Thread, job: Job<Request, Result>, replication: number): void {
    if (!thread.jobs.has(job.id)) {
      thread.jobs.add(job.id);
      send(thread, { kind: "job", job: job.id, request: job.request });
    }
    if (thread.units.length === 0) thread.since = performance.now();
    thread.units.push({ job: job.id, replication });
    send(thread, { kind: "unit", job: job.id, replication });
  }

  #threadFor(job: Job<Request, Result>): Thread | null {
    const threads = [...this.#threads];
    const idle = threads.find(({ units }) => units.length === 0);
    if (idle !== undefined) return idle;
    if (threads.length < this.#most) return this.#startThread();
    if (job.unitMs > this.#shortMs) return null;
    const [soonest] = threads.filter((thread) => this.#isSoonDone(thread)).sort((a, b) => a.since - b.since);
    return soonest ?? null;
  }

  /** One short unit and no other: what is handed out ahead is not taken back, though another thread be idle first. */
  #isSoonDone({ units }: Thread): boolean {
    const [running] = units;
    const job = running === undefined ? undefined : this.#jobOf(running);
    return units.length === 1 && job !== undefined && job.unitMs <= this.#shortMs;
  }

  #startThread(): Thread {
    const worker = new Worker(this.#script);
    const thread: Thread = { worker, jobs: new Set(), units: [], since: 0 };
    let reason = "its thread ended";
    worker.on("message", (message: FromWorker<Result>) => this.#hear(thread, message));
    worker.on("error", (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on("exit", () => this.#bury(thread, reason));
    this.#threads.add(thread);
    return thread;
  }

  #hear(thread: Thread, message: FromWorker<Result>): void {
    const job = this.#jobOf(message);
    if (message.kind === "part") {
      const { replication, part } = message;
      void Promise.resolve(job?.listener.onPart?.(replication, part)).finally(() => letGo(part));
      return;
    }
    thread.units.shift();
    const began = thread.since;
    thread.since = performance.now();
    if (job !== undefined) {
      job.unitMs = thread.since - began;
      if (message.kind === "failed") this.#failed(job, message);
      else job.listener.onResult(message.result);
    }
    this.#handOut();
  }

  #bury(thread: Thread, reason: string): void {
    if (!this.#threads.delete(thread)) return;
    const [running, ...others] = thread.units;
    // It died of the one that it ran.
    for (const unit of others) this.#jobOf(unit)?.pending.unshift(unit.replication);
    const job = running === undefined ? undefined : this.#jobOf(running);
    if (running !== undefined && job !== undefined)
      this.#failed(job, {
        replication: running.replication,
        scenario: job.request.names.join(", "),
        reason,
        runaway: null,
      });
    this.#handOut();
  }

  #jobOf(unit: Pick<Unit, "job">): Job<Request, Result> | undefined {
    return this.#jobs.find(({ id }) => id === unit.job);
  }

  #failed(job: Job<Request, Result>, { replication, scenario, reason, runaway }: Failed): void {
    const failures = (job.failures.get(replication) ?? 0) + 1;
    job.failures.set(replication, failures);
    // A run is a pure function: a model that runs away would do so again.
    if (runaway === null && failures < TRIES) {
      job.pending.unshift(replication);
      return;
    }
    this.#drop(job.id);
    job.listener.onFailed(new UnitError(scenario, job.request.seed, replication, reason, runaway));
  }

  #drop(id: number): void {
    this.#jobs = this.#jobs.filter((job) => job.id !== id);
    for (const thread of this.#threads) if (thread.jobs.delete(id)) send(thread, { kind: "forget", job: id });
  }
}

const send = ({ worker }: Thread, message: ToWorker<JobRequest>): void => worker.postMessage(message);
