/**
 * The thread behind all sessions' replications: owns the pool of workers, makes results of the days
 * that are finished and posts them at a bounded rate.
 *
 * A thread's priority is its own on Linux, and threads it starts inherit it; elsewhere the call would
 * slow the whole program and is left out.
 */
import { availableParallelism, constants, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { FromBackground, ToBackground } from "./live-background.ts";
import { LiveDays } from "./live-days.ts";
import { WorkerPool } from "./pool.ts";

const port = parentPort;
if (port === null) throw new Error("live-background-worker.ts runs as a worker thread only");

if (process.platform === "linux") {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is forbidden the days share the cores as equals.
  }
}

// One core stays free for live runs and the main thread.
const pool = new WorkerPool({ workers: Math.max(1, availableParallelism() - 1) });
const sessions = new Map<number, LiveDays>();
const post = (message: FromBackground): void => port.postMessage(message);

port.on("message", (message: ToBackground) => {
  const { id } = message;
  const known = sessions.get(id);
  if (message.kind === "drop") {
    known?.end();
    sessions.delete(id);
    return;
  }
  const days =
    known ??
    new LiveDays(
      pool,
      (results) => post({ kind: "results", id, results }),
      (error) => post({ kind: "failed", id, reason: String(error) }),
    );
  sessions.set(id, days);
  days.run(message.job);
});
