/**
 * Reads scenarios sent through the page in a thread of their own, so that a heavy text delays nobody. The
 * thread sees nothing but the shipped files; one that takes longer than the limit is ended and replaced.
 * Starting the thread does not count: on a busy machine that may take longer than reading.
 */
import { Worker } from "node:worker_threads";
import { problem } from "../../shared/problem.ts";
import type { ProblemCode, ProblemParams } from "../../shared/problem.ts";
import type { LoadResult } from "../../shared/scenario/loaded.ts";
import type { LoadMessage, LoadRequest } from "./load-worker.ts";

export const LOAD_LIMIT_MS = 5_000;
const MEMORY_MB = 512;

type Job = { readonly request: LoadRequest; readonly answer: (result: LoadResult) => void };

export class ScenarioReader {
  readonly #shipped: ReadonlyMap<string, string>;
  readonly #limitMs: number;
  readonly #waiting: Job[] = [];
  #worker: Worker | null = null;
  #current: Job | null = null;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `shipped` are the files that texts may extend, by name. */
  constructor(shipped: ReadonlyMap<string, string>, limitMs: number = LOAD_LIMIT_MS) {
    this.#shipped = shipped;
    this.#limitMs = limitMs;
  }

  /** Never rejects: what goes wrong is a problem of the file. */
  load(request: LoadRequest): Promise<LoadResult> {
    return new Promise((answer) => {
      this.#waiting.push({ request, answer });
      this.#next();
    });
  }

  /** Ends the thread; texts still unread are refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const unread = this.#current === null ? this.#waiting : [this.#current, ...this.#waiting];
    this.#current = null;
    this.#waiting.length = 0;
    clearTimeout(this.#timer);
    for (const job of unread) job.answer(refusal(job, "CR-118", { reason: "closed" }));
    await this.#worker?.terminate();
  }

  #next(): void {
    if (this.#current !== null) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    if (this.#isClosed) {
      job.answer(refusal(job, "CR-118", { reason: "closed" }));
      return;
    }
    this.#current = job;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(job.request);
    if (this.#isReady) this.#limit();
  }

  #limit(): void {
    this.#timer = setTimeout(() => this.#giveUp("CR-116", { seconds: this.#limitMs / 1_000 }), this.#limitMs);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./load-worker.ts", import.meta.url), {
      workerData: this.#shipped,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.#isReady = false;
    worker.on("message", (message: LoadMessage) => {
      if (worker !== this.#worker) return;
      if (message !== "ready") return this.#finish(message);
      this.#isReady = true;
      if (this.#current !== null) this.#limit();
    });
    worker.on("error", (error) => {
      if (worker === this.#worker) this.#giveUp("CR-118", { reason: String(error) });
    });
    return worker;
  }

  #finish(result: LoadResult): void {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = null;
    // An idle reader keeps no program alive.
    this.#worker?.unref();
    job?.answer(result);
    this.#next();
  }

  /** The thread is lost; the next text starts another. */
  #giveUp(code: ProblemCode, params: ProblemParams): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
    if (this.#current !== null) this.#finish(refusal(this.#current, code, params));
  }
}

function refusal({ request }: Job, code: ProblemCode, params: ProblemParams): LoadResult {
  return { ok: false, problems: [problem(code, { file: request.file, line: 0, column: 0 }, "", params)] };
}
