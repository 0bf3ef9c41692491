/**
 * What a pool and its worker threads say to each other. Everything is copied, never transferred; only the
 * number of parts on their way is shared.
 */
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Runaway } from "../../shared/runaway.ts";
import type { FutureResult } from "./future-unit.ts";
import type { Part } from "./parts.ts";
import type { StoreRequest } from "./stored-days.ts";
import type { RunUnit } from "./unit.ts";

/** What every job has, whatever its units: what to call it when one fails. */
export type JobRequest = {
  readonly names: readonly string[];
  readonly seed: number;
  /** Goes before jobs that are not: somebody sits and waits for it. */
  readonly isUrgent?: boolean;
  /** Goes after jobs that do not say so. */
  readonly canWait?: boolean;
};

type Compared = JobRequest & {
  /** To be planned by the worker. */
  readonly scenarios: readonly Pick<LoadedScenario, "scenario" | "arrivals">[];
};

/** Days of an experiment: a unit is a replication. */
export type DaysRequest = Compared & {
  readonly kind: "days";
  /** Interventions, by scenario. */
  readonly changes: readonly (readonly Change[])[];
  /** Each replication has its antithetic day as well. */
  readonly antithetic?: boolean;
  /** Sends the visits of vehicles as lines of CSV, in parts. */
  readonly visits?: boolean;
  /** Where days may stand that need not be run. */
  readonly store?: StoreRequest;
};

/** Futures of a forecast: a unit is the number of a future. */
export type FuturesRequest = Compared & {
  readonly kind: "futures";
  /** Stored runs, by scenario. */
  readonly presents: readonly Uint8Array[];
  readonly untilMs: number;
};

export type UnitRequest = DaysRequest | FuturesRequest;
export type RunResult = RunUnit | FutureResult;

export type ToWorker<Request = UnitRequest> =
  | { readonly kind: "job"; readonly job: number; readonly request: Request }
  | { readonly kind: "unit"; readonly job: number; readonly replication: number }
  | { readonly kind: "forget"; readonly job: number };

export type FromWorker<Result = RunResult> =
  | { readonly kind: "result"; readonly job: number; readonly result: Result }
  | { readonly kind: "part"; readonly job: number; readonly replication: number; readonly part: Part }
  | {
      readonly kind: "failed";
      readonly job: number;
      readonly replication: number;
      readonly scenario: string;
      readonly reason: string;
      readonly runaway: Runaway | null;
    };
