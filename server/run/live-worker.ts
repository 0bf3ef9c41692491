/**
 * The thread of one live session. It simulates in slices and looks at its messages between them, so
 * that a pause is answered at once however fast or heavy the run is.
 */
import { parentPort } from "node:worker_threads";
import type { FromLive, ToLive } from "./live-messages.ts";
import { LiveRun } from "./live-run.ts";
import { runawayOf } from "./unit.ts";

const port = parentPort;
if (port === null) throw new Error("live-worker.ts runs as a worker thread only");

const post = (message: FromLive): void => port.postMessage(message);
const clock = (): number => performance.now();
let run: LiveRun | null = null;
let timer: NodeJS.Timeout | null = null;
let immediate: NodeJS.Immediate | null = null;

function work(): void {
  if (timer !== null) clearTimeout(timer);
  if (immediate !== null) clearImmediate(immediate);
  timer = null;
  immediate = null;
  if (run === null) return;
  const wait = run.turn();
  if (wait === 0) immediate = setImmediate(() => attempt(work));
  else if (wait < Infinity) timer = setTimeout(() => attempt(work), wait);
}

/** A run that fails stops for good; its session says so. */
function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    run = null;
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    post({ kind: "failed", reason, runaway: runawayOf(error) });
  }
}

port.on("message", (message: ToLive) => {
  attempt(() => {
    if (message.kind === "start") run = new LiveRun(message.start, clock, post);
    else if (run !== null) post({ kind: "answer", id: message.id, answer: run.handle(message.request) });
    work();
  });
});
