/**
 * The solver in a thread of its own: whoever waits for it can hear of days, tell how far it is, and stop it in the middle
 * of a program. It starts with the first program, and again after one that was stopped.
 */
import { Worker } from "node:worker_threads";
import type { LinearModel, Solution, Solve } from "../../analysis/staffing/linear-model.ts";
import type { Solved } from "./solver-worker.ts";

/** There was no time to go on. */
export class StoppedError extends Error {
  constructor() {
    super("it was stopped");
    this.name = "StoppedError";
  }
}

type Waiting = PromiseWithResolvers<Solution | null>;

export class SolverThread {
  #worker: Worker | null = null;
  /** In the order in which their programs were sent. */
  #waiting: Waiting[] = [];

  /** Rejects with a StoppedError when the signal comes. */
  until(signal: AbortSignal): Solve {
    return (model) => this.#solve(model, signal);
  }

  async close(): Promise<void> {
    await this.#end(new StoppedError());
  }

  async #solve(model: LinearModel, signal: AbortSignal): Promise<Solution | null> {
    if (signal.aborted) throw new StoppedError();
    const waiting = Promise.withResolvers<Solution | null>();
    this.#waiting.push(waiting);
    this.#worker ??= this.#start();
    this.#worker.postMessage(model);
    // All programs of a search are stopped by one signal.
    const stop = (): void => void this.#end(new StoppedError());
    signal.addEventListener("abort", stop, { once: true });
    try {
      return await waiting.promise;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL("./solver-worker.ts", import.meta.url), { name: "solver" });
    worker.on("message", (solved: Solved) => {
      // A thread that was stopped still hands over what it had sent.
      if (this.#worker !== worker) return;
      const waiting = this.#waiting.shift();
      if ("failure" in solved) waiting?.reject(new Error(solved.failure));
      else waiting?.resolve(solved.solution);
    });
    worker.on("error", (error) => {
      if (this.#worker === worker) void this.#end(error);
    });
    worker.on("exit", () => {
      if (this.#worker === worker) void this.#end(new Error("the thread of the solver ended"));
    });
    return worker;
  }

  async #end(reason: unknown): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
    await worker?.terminate();
  }
}
