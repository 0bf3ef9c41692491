/**
 * Replications behind live sessions: each session's log over many days, anew whenever the log changes.
 *
 * They run in threads of their own, behind one that makes results of them, all of low priority: the
 * main thread and the live runs never wait for them. The thread starts when it is first needed.
 */
import { Worker } from "node:worker_threads";
import type { Results } from "../../shared/protocol.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { changesOf } from "./live-log.ts";
import type { SessionState } from "./live-log.ts";

export type BackgroundResults = Omit<Results, "number">;

/** What the days of one session are made from. */
export type BackgroundJob = {
  /** The entry of the log that the days answer for. */
  readonly sequence: number;
  readonly scenarios: readonly LoadedScenario[];
  readonly changes: readonly (readonly Change[])[];
  readonly seed: number;
  readonly replications: number;
};

export type ToBackground =
  | { readonly kind: "run"; readonly id: number; readonly job: BackgroundJob }
  | { readonly kind: "drop"; readonly id: number };
export type FromBackground =
  | { readonly kind: "results"; readonly id: number; readonly results: BackgroundResults }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };

export interface Background {
  /** Drops what is under way and begins with the log as it is now. */
  run(state: SessionState, listen: (results: BackgroundResults) => void): void;
  end(): void;
}

export class BackgroundThread {
  readonly #log: (line: string) => void;
  readonly #listeners = new Map<number, (results: BackgroundResults) => void>();
  #worker: Worker | null = null;
  #sessions = 0;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** The background of one more session. */
  open(): Background {
    const id = ++this.#sessions;
    return {
      run: (state, listen) => {
        this.#listeners.set(id, listen);
        this.#send({ kind: "run", id, job: jobOf(state) });
      },
      end: () => {
        if (this.#listeners.delete(id)) this.#send({ kind: "drop", id });
      },
    };
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#listeners.clear();
    await worker?.terminate();
  }

  #send(message: ToBackground): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./live-background-worker.ts", import.meta.url), {
      name: "background",
    });
    worker.on("message", (message: FromBackground) => {
      if (message.kind === "results") this.#listeners.get(message.id)?.(message.results);
      else this.#log(`replications: ${message.reason}`);
    });
    worker.on("error", (error) => this.#log(`replications have stopped: ${String(error)}`));
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }
}

function jobOf(state: SessionState): BackgroundJob {
  const { answersFor, scenarios, seed, replications } = state;
  const changes = scenarios.map((_, index) => changesOf(state, index).map(({ change }) => change));
  return { sequence: answersFor, scenarios, changes, seed, replications };
}
