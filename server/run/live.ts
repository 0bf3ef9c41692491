/**
 * A live session's thread, seen from the main thread: requests that are answered, posts that are
 * listened to. A thread that fails or is ended answers what is still open with a failure.
 */
import { Worker } from "node:worker_threads";
import type { Runaway } from "../../shared/runaway.ts";
import type { FromLive, LiveAnswer, LivePost, LiveRequest, LiveStart, ToLive } from "./live-messages.ts";

/** Heap of one session's thread; a day of a large port takes a tenth of it. */
const MOST_HEAP_MB = 1_024;

export class LiveFailure extends Error {
  constructor(reason: string) {
    super(`the live run has stopped: ${reason}`);
    this.name = "LiveFailure";
  }
}

export interface Live {
  ask(request: LiveRequest): Promise<LiveAnswer>;
  end(): Promise<void>;
}

/** Starts a live session; `listen` hears everything it posts, `failed` last if it fails. */
export type StartLive = (start: LiveStart, listen: (post: LivePost) => void) => Live;

export const startLiveThread: StartLive = (start, listen) => new LiveThread(start, listen);

class LiveThread implements Live {
  readonly #worker: Worker;
  readonly #listen: (post: LivePost) => void;
  readonly #open = new Map<
    number,
    { resolve: (answer: LiveAnswer) => void; reject: (cause: Error) => void }
  >();
  #asked = 0;
  #failure: LiveFailure | null = null;

  constructor(start: LiveStart, listen: (post: LivePost) => void) {
    this.#listen = listen;
    this.#worker = new Worker(new URL("./live-worker.ts", import.meta.url), {
      name: "live",
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    });
    this.#worker.on("message", (message: FromLive) => this.#receive(message));
    this.#worker.on("error", (error) => this.#fail(error instanceof Error ? error.message : String(error)));
    this.#worker.on("exit", (code) => this.#fail(`its thread exited with ${code}`));
    this.#send({ kind: "start", start });
  }

  ask(request: LiveRequest): Promise<LiveAnswer> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      this.#send({ kind: "ask", id, request });
    });
  }

  async end(): Promise<void> {
    this.#close(new LiveFailure("it was ended"));
    await this.#worker.terminate();
  }

  #send(message: ToLive): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromLive): void {
    if (message.kind === "answer") {
      this.#open.get(message.id)?.resolve(message.answer);
      this.#open.delete(message.id);
    } else if (message.kind === "failed") this.#fail(message.reason, message.runaway);
    else if (this.#failure === null) this.#listen(message);
  }

  #fail(reason: string, runaway: Runaway | null = null): void {
    if (this.#failure !== null) return;
    this.#close(new LiveFailure(reason));
    this.#listen({ kind: "failed", reason, runaway });
    void this.#worker.terminate();
  }

  #close(failure: LiveFailure): void {
    this.#failure = failure;
    for (const { reject } of this.#open.values()) reject(failure);
    this.#open.clear();
  }
}
