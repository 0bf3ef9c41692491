/**
 * The thread behind all sessions' replications, forecasts and worths of booth-hours: owns the pool of workers, makes results of
 * the days and futures that are finished and posts them at a bounded rate.
 *
 * A thread's priority is its own on Linux, and threads it starts inherit it; elsewhere the call would
 * slow the whole program and is left out.
 */
import { availableParallelism, constants, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { Asked } from "../../shared/protocol.ts";
import type {
  BackgroundForecast,
  BackgroundWorth,
  ForecastJob,
  FromBackground,
  ToBackground,
  WorthJob,
} from "./live-background.ts";
import { LiveDays } from "./live-days.ts";
import { LiveForecast } from "./live-forecast.ts";
import { LiveWorth } from "./live-worth.ts";
import { WorkerPool } from "./pool.ts";
import { runawayOf } from "./unit.ts";

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
const days = new Map<number, LiveDays>();
const forecasts = new Map<number, LiveForecast>();
const worths = new Map<number, LiveWorth>();
const post = (message: FromBackground): void => port.postMessage(message);

const newDays = (id: number): LiveDays =>
  new LiveDays(
    pool,
    (results) => post({ kind: "results", id, results }),
    (error) => post({ kind: "failed", id, reason: String(error) }),
  );

const failedWith =
  (what: Asked, id: number, asked: number) =>
  (error: unknown): void =>
    post({ kind: "askedFailed", what, id, asked, reason: String(error), runaway: runawayOf(error) });

function forecast(id: number, job: ForecastJob): void {
  endForecast(id);
  const { asked } = job;
  const failed = failedWith("forecast", id, asked);
  const tell = (told: BackgroundForecast): void => post({ kind: "forecast", id, asked, forecast: told });
  try {
    forecasts.set(id, new LiveForecast(pool, job, tell, failed));
  } catch (error) {
    failed(error);
  }
}

function endForecast(id: number): void {
  forecasts.get(id)?.end();
  forecasts.delete(id);
}

function worth(id: number, job: WorthJob): void {
  endWorth(id);
  const { asked } = job;
  const failed = failedWith("worth", id, asked);
  const tell = (told: BackgroundWorth): void => post({ kind: "worth", id, asked, worth: told });
  try {
    worths.set(id, new LiveWorth(pool, job, tell, failed));
  } catch (error) {
    failed(error);
  }
}

function endWorth(id: number): void {
  worths.get(id)?.end();
  worths.delete(id);
}

port.on("message", (message: ToBackground) => {
  const { id } = message;
  switch (message.kind) {
    case "run": {
      const known = days.get(id) ?? newDays(id);
      days.set(id, known);
      known.run(message.job);
      return;
    }
    case "forecast":
      return forecast(id, message.job);
    case "endForecast":
      return endForecast(id);
    case "worth":
      return worth(id, message.job);
    case "stopWorth":
      return worths.get(id)?.stop();
    case "endWorth":
      return endWorth(id);
    case "drop":
      endForecast(id);
      endWorth(id);
      days.get(id)?.end();
      days.delete(id);
      return;
    default:
      message satisfies never;
  }
});
