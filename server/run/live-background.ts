/**
 * Replications behind live sessions: each session's log over many days, anew whenever the log changes,
 * and many futures of its present when they are asked for.
 *
 * They run in threads of their own, behind one that makes results of them, all of low priority: the
 * main thread and the live runs never wait for them. The thread starts when it is first needed.
 */
import { Worker } from "node:worker_threads";
import type { Asked, ForecastData, Results, WorthData } from "../../shared/protocol.ts";
import type { Runaway } from "../../shared/runaway.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { changesOf } from "./live-log.ts";
import type { SessionState } from "./live-log.ts";
import type { ExperimentJob, ExperimentRun, ToldExperiment } from "./experiment-run.ts";
import type { LivePresent } from "./live-messages.ts";

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

/** What a forecast of one session is made from. */
export type ForecastJob = {
  /** Rises with every forecast asked for, so that what comes late of an older one is known. */
  readonly asked: number;
  readonly sequence: number;
  readonly scenarios: readonly LoadedScenario[];
  readonly seed: number;
  readonly presents: readonly LivePresent[];
  readonly atMs: number;
  readonly untilMs: number;
  readonly futures: number;
};
export type ForecastWanted = Pick<ForecastJob, "presents" | "atMs" | "untilMs" | "futures">;
export type BackgroundForecast = Omit<ForecastData, "number">;
/** Why work behind a session has failed. */
export type BackgroundFailure = { readonly runaway: Runaway | null };
export type Hear<Data> = {
  /** As it grows. */
  readonly grown: (data: Data) => void;
  /** There is nothing more to come. */
  readonly failed: (failure: BackgroundFailure) => void;
};

/** What the worth of booth-hours of one session's scenario is made from. */
export type WorthJob = {
  /** As with a forecast. */
  readonly asked: number;
  readonly loaded: LoadedScenario;
  readonly changes: readonly Change[];
  readonly seed: number;
  readonly days: number;
};
export type WorthWanted = { readonly scenario: number; readonly days: number };
export type BackgroundWorth = Omit<WorthData, "number" | "scenario" | "isOld">;

export type ToBackground =
  | { readonly kind: "run"; readonly id: number; readonly job: BackgroundJob }
  | { readonly kind: "forecast"; readonly id: number; readonly job: ForecastJob }
  | { readonly kind: "endForecast"; readonly id: number }
  | { readonly kind: "worth"; readonly id: number; readonly job: WorthJob }
  | { readonly kind: "stopWorth" | "endWorth"; readonly id: number }
  | { readonly kind: "experiment"; readonly id: number; readonly asked: number; readonly job: ExperimentJob }
  | { readonly kind: "cancelExperiment" | "endExperiment"; readonly id: number; readonly asked: number }
  | { readonly kind: "drop"; readonly id: number };
export type FromBackground =
  | { readonly kind: "results"; readonly id: number; readonly results: BackgroundResults }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string }
  | {
      readonly kind: "forecast";
      readonly id: number;
      readonly asked: number;
      readonly forecast: BackgroundForecast;
    }
  | { readonly kind: "worth"; readonly id: number; readonly asked: number; readonly worth: BackgroundWorth }
  | { readonly kind: "experiment"; readonly asked: number; readonly told: ToldExperiment }
  | {
      readonly kind: "askedFailed";
      readonly what: Asked | "experiment";
      readonly id: number;
      readonly asked: number;
      readonly reason: string;
      readonly runaway: Runaway | null;
    };

export interface Background {
  /** Drops what is under way and begins with the log as it is now. */
  run(state: SessionState, listen: (results: BackgroundResults) => void): void;
  /** Takes the place of the forecast before. */
  forecast(state: SessionState, wanted: ForecastWanted, listen: Hear<BackgroundForecast>): void;
  endForecast(): void;
  /** Takes the place of the one before. */
  worth(state: SessionState, wanted: WorthWanted, listen: Hear<BackgroundWorth>): void;
  /** What is there is told once more and kept. */
  stopWorth(): void;
  endWorth(): void;
  /** Beside all others; an experiment that is over need not be ended. */
  experiment(job: ExperimentJob, listen: Hear<ToldExperiment>): ExperimentRun;
  end(): void;
}

type Listeners<Data> = Map<number, { readonly asked: number; readonly listen: Hear<Data> }>;
type Told = { readonly id: number; readonly asked: number };

/** Who hears of it; nobody of one that has been asked for anew since. */
function listenerOf<Data>(listeners: Listeners<Data>, { id, asked }: Told): Hear<Data> | null {
  const known = listeners.get(id);
  return known?.asked === asked ? known.listen : null;
}

export class BackgroundThread {
  readonly #dataFolder: string;
  readonly #log: (line: string) => void;
  readonly #listeners = new Map<number, (results: BackgroundResults) => void>();
  readonly #forecasts: Listeners<BackgroundForecast> = new Map();
  readonly #worths: Listeners<BackgroundWorth> = new Map();
  /** Of all sessions, by the number that each was asked under. */
  readonly #experiments = new Map<number, Hear<ToldExperiment>>();
  #worker: Worker | null = null;
  #sessions = 0;
  #asked = 0;

  /** Days of experiments are kept in a store in the folder. */
  constructor(dataFolder: string, log: (line: string) => void) {
    this.#dataFolder = dataFolder;
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
      forecast: (state, wanted, listen) => {
        const asked = ++this.#asked;
        this.#forecasts.set(id, { asked, listen });
        const { answersFor: sequence, scenarios, seed } = state;
        this.#send({ kind: "forecast", id, job: { asked, sequence, scenarios, seed, ...wanted } });
      },
      endForecast: () => {
        if (this.#forecasts.delete(id)) this.#send({ kind: "endForecast", id });
      },
      worth: (state, { scenario, days }, listen) => {
        const asked = ++this.#asked;
        this.#worths.set(id, { asked, listen });
        const loaded = state.scenarios[scenario];
        const changes = changesOf(state, scenario).map(({ change }) => change);
        this.#send({ kind: "worth", id, job: { asked, loaded, changes, seed: state.seed, days } });
      },
      stopWorth: () => {
        if (this.#worths.has(id)) this.#send({ kind: "stopWorth", id });
      },
      endWorth: () => {
        if (this.#worths.delete(id)) this.#send({ kind: "endWorth", id });
      },
      experiment: (job, listen) => {
        const asked = ++this.#asked;
        this.#experiments.set(asked, listen);
        this.#send({ kind: "experiment", id, asked, job });
        return {
          cancel: () => this.#send({ kind: "cancelExperiment", id, asked }),
          end: () => {
            if (this.#experiments.delete(asked)) this.#send({ kind: "endExperiment", id, asked });
          },
        };
      },
      end: () => {
        this.#forecasts.delete(id);
        this.#worths.delete(id);
        if (this.#listeners.delete(id)) this.#send({ kind: "drop", id });
      },
    };
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#listeners.clear();
    this.#forecasts.clear();
    this.#worths.clear();
    this.#experiments.clear();
    await worker?.terminate();
  }

  #send(message: ToBackground): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #hear(message: FromBackground): void {
    switch (message.kind) {
      case "results":
        this.#listeners.get(message.id)?.(message.results);
        return;
      case "failed":
        this.#log(`replications: ${message.reason}`);
        return;
      case "forecast":
        listenerOf(this.#forecasts, message)?.grown(message.forecast);
        return;
      case "worth":
        listenerOf(this.#worths, message)?.grown(message.worth);
        return;
      case "experiment": {
        const { asked, told } = message;
        this.#experiments.get(asked)?.grown(told);
        if (told.status !== "running") this.#experiments.delete(asked);
        return;
      }
      case "askedFailed": {
        const { what, reason, runaway, asked } = message;
        this.#log(`${what}: ${reason}`);
        if (what === "experiment") {
          this.#experiments.get(asked)?.failed({ runaway });
          this.#experiments.delete(asked);
          return;
        }
        const listeners = what === "forecast" ? this.#forecasts : this.#worths;
        listenerOf<never>(listeners, message)?.failed({ runaway });
        return;
      }
      default:
        message satisfies never;
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL("./live-background-worker.ts", import.meta.url), {
      name: "background",
      workerData: this.#dataFolder,
    });
    worker.on("message", (message: FromBackground) => this.#hear(message));
    worker.on("error", (error) => this.#log(`replications have stopped: ${String(error)}`));
    worker.on("exit", () => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      const open = [...this.#experiments.values()];
      this.#experiments.clear();
      for (const { failed } of open) failed({ runaway: null });
    });
    return worker;
  }
}

function jobOf(state: SessionState): BackgroundJob {
  const { answersFor, scenarios, seed, replications } = state;
  const changes = scenarios.map((_, index) => changesOf(state, index).map(({ change }) => change));
  return { sequence: answersFor, scenarios, changes, seed, replications };
}
