/** What an experiment of a session is made from, and what is told of it while it runs; whatever its kind. */
import type { ExperimentProblem } from "../../shared/experiment-check.ts";
import type {
  CompareData,
  CompareRequest,
  ExperimentProgress,
  OptimizeData,
  OptimizeRequest,
  SweepData,
  SweepRequest,
} from "../../shared/experiments.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { ReplicationStore } from "../store/replication-store.ts";
import type { WorkerPool } from "./pool.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";

export type CompareJob = {
  readonly kind: "compare";
  readonly request: CompareRequest;
  /** Those of the request, in its order. */
  readonly scenarios: readonly LoadedScenario[];
  /** Made to them while they ran. */
  readonly changes: readonly (readonly Change[])[];
  readonly seed: number;
};
export type SweepJob = {
  readonly kind: "sweep";
  readonly request: SweepRequest;
  readonly base: ScenarioText;
  readonly seed: number;
};
export type OptimizeJob = {
  readonly kind: "optimize";
  readonly request: OptimizeRequest;
  readonly base: ScenarioText;
  readonly seed: number;
};
export type ExperimentJob = CompareJob | SweepJob | OptimizeJob;

/** A scenario with the changes made to it while it ran, as the text of a file. */
export type ScenarioText = { readonly name: string; readonly text: string };

export type ToldExperiment = ExperimentProgress & {
  readonly status: "running" | "done" | "cancelled" | "failed";
  /** What is worked out anew while days come; null before the first tell. */
  readonly data: RunData | null;
  /** Why it failed, where that is in what was asked. */
  readonly problems: readonly ExperimentProblem[];
};

/** Without what is known from the session, and the same all the time. */
export type RunData = Omit<CompareData, "differences" | "changes"> | SweepData | OptimizeData;

/** Runs of an experiment are told at most so often. */
export const TOLD_EVERY_MS = 400;

export type ExperimentListener = {
  readonly told: (told: ToldExperiment) => void;
  /** Nothing more is told. */
  readonly failed: (error: unknown) => void;
};

/** What experiments are run with: days that the store has are taken from it, and those that are run are put there. */
export type RunWith = { readonly pool: WorkerPool; readonly store: ReplicationStore | null };

export interface ExperimentRun {
  /** What is done is told once more and kept. */
  cancel(): void;
  /** Nothing more is told. */
  end(): void;
}
