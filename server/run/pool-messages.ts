/** What a pool and its worker threads say to each other. Everything is copied, never transferred. */
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { UnitResult } from "./unit.ts";

/** The scenarios of an experiment, to be planned by the worker. */
export type UnitRequest = {
  readonly names: readonly string[];
  readonly scenarios: readonly Pick<LoadedScenario, "scenario" | "arrivals">[];
  readonly seed: number;
  /** Interventions, by scenario. */
  readonly changes: readonly (readonly Change[])[];
};

export type ToWorker =
  | { readonly kind: "job"; readonly job: number; readonly request: UnitRequest }
  | { readonly kind: "unit"; readonly job: number; readonly replication: number }
  | { readonly kind: "forget"; readonly job: number };

export type FromWorker =
  | { readonly kind: "result"; readonly job: number; readonly result: UnitResult }
  | {
      readonly kind: "failed";
      readonly job: number;
      readonly replication: number;
      readonly scenario: string;
      readonly reason: string;
    };
