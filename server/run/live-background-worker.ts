/**
 * The thread behind all sessions' replications, forecasts, worths of booth-hours and experiments: owns the pool
 * of workers, makes results of the days and futures that are finished and posts them at a bounded rate.
 *
 * A thread's priority is its own on Linux, and threads it starts inherit it; elsewhere the call would
 * slow the whole program and is left out.
 */
import { availableParallelism, constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
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
import type { ExperimentJob, ExperimentRun } from "./experiment-run.ts";
import { modelVersion } from "./model-version.ts";
import { runAsked } from "./run-asked.ts";
import { ReplicationStore } from "../store/replication-store.ts";
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
/** By the number that each was asked under; `id` is the session's. */
const experiments = new Map<number, { readonly id: number; readonly run: ExperimentRun }>();
const post = (message: FromBackground): void => port.postMessage(message);

const newDays = (id: number): LiveDays =>
  new LiveDays(
    pool,
    (results) => post({ kind: "results", id, results }),
    (error) => post({ kind: "failed", id, reason: String(error) }),
  );

const failedWith =
  (what: Asked | "experiment", id: number, asked: number) =>
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

/** Opened with the first experiment; null: days cannot be stored, and are run again when they are asked for again. */
let store: ReplicationStore | null | undefined;

function storeOfDays(): ReplicationStore | null {
  if (store !== undefined) return store;
  try {
    store = ReplicationStore.open(String(workerData), modelVersion());
  } catch (error) {
    store = null;
    post({ kind: "failed", id: 0, reason: `days of experiments are not stored: ${String(error)}` });
  }
  return store;
}

function experiment(id: number, asked: number, job: ExperimentJob): void {
  const fail = failedWith("experiment", id, asked);
  const over = (): void => void experiments.delete(asked);
  try {
    const run = runAsked({ pool, store: storeOfDays() }, job, {
      told: (told) => {
        if (told.status !== "running") over();
        post({ kind: "experiment", asked, told });
      },
      failed: (error) => {
        over();
        fail(error);
      },
    });
    experiments.set(asked, { id, run });
  } catch (error) {
    fail(error);
  }
}

function endExperiment(asked: number): void {
  experiments.get(asked)?.run.end();
  experiments.delete(asked);
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
    case "experiment":
      return experiment(id, message.asked, message.job);
    case "cancelExperiment":
      return experiments.get(message.asked)?.run.cancel();
    case "endExperiment":
      return endExperiment(message.asked);
    case "drop":
      endForecast(id);
      endWorth(id);
      for (const [asked, { id: of }] of experiments) if (of === id) endExperiment(asked);
      days.get(id)?.end();
      days.delete(id);
      return;
    default:
      message satisfies never;
  }
});
