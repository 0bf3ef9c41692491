/**
 * The unit of work: one replication of all compared scenarios, so that the same trucks can be joined
 * where their rows are and only sums travel.
 */
import type { Change } from "../../shared/scenario/changes.ts";
import { joinVehicles } from "../measure/join.ts";
import type { VehicleJoin } from "../measure/join.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import type { Runaway } from "../../shared/runaway.ts";
import { RunawayError } from "../port/runaway.ts";
import type { PortPlan } from "../port/plan.ts";
import { runReplication, runWithRows } from "./replication.ts";
import type { ReplicationOptions } from "./replication.ts";
import { NO_ROWS, StoredDays } from "./stored-days.ts";
import type { RunDay, StoreRequest, Storing } from "./stored-days.ts";
import { VisitLines } from "./visit-lines.ts";

/** What the units of one experiment have in common. */
export type UnitPlan = {
  readonly names: readonly string[];
  readonly plans: readonly PortPlan[];
  readonly seed: number;
  /** Interventions, by scenario. */
  readonly changes: readonly (readonly Change[])[];
  /** Where days may stand that need not be run. */
  readonly store?: StoreRequest;
};

export type UnitResult = {
  readonly kind: "day";
  readonly replication: number;
  /** By scenario, the baseline first. */
  readonly summaries: readonly ReplicationSummary[];
  /** Each further scenario joined with the baseline. */
  readonly joins: readonly VehicleJoin[];
};

/** A unit as its thread hands it over: with what is to be stored, where there is a store. */
export type RunUnit = UnitResult & { readonly storing?: Storing };

/** A replication failed: our mistake, with all that is needed to see it again. */
export class UnitError extends Error {
  readonly scenario: string;
  readonly seed: number;
  readonly replication: number;
  readonly reason: string;
  /** The model ran away: its author's to mend, and no other try would help. */
  readonly runaway: Runaway | null;

  constructor(
    scenario: string,
    seed: number,
    replication: number,
    reason: string,
    runaway: Runaway | null = null,
  ) {
    super(`${scenario}, seed ${seed}, replication ${replication}: ${reason}`);
    this.name = "UnitError";
    this.scenario = scenario;
    this.seed = seed;
    this.replication = replication;
    this.reason = reason;
    this.runaway = runaway;
  }
}

/** What ran away, where that is why something failed. */
export const runawayOf = (error: unknown): Runaway | null =>
  error instanceof UnitError || error instanceof RunawayError ? error.runaway : null;

/**
 * `sendVisits` is given the visits of all vehicles, scenario by scenario; see visit-lines.ts. Visits are not
 * stored: days whose visits are wanted are run, and the store compares how they ended.
 */
export function runUnit(
  unit: UnitPlan,
  replication: number,
  sendVisits?: (bytes: Uint8Array) => void,
): RunUnit {
  const lines = sendVisits === undefined ? null : new VisitLines(sendVisits);
  const result = runDays(unit, replication, lines);
  lines?.flush();
  return result;
}

function runDays(unit: UnitPlan, replication: number, lines: VisitLines | null): RunUnit {
  const stored = unit.store === undefined ? null : new StoredDays(unit.store, replication);
  const isJoined = unit.plans.length > 1;
  const days = unit.plans.map((_, index) => {
    const found = lines === null ? stored?.find(index, isJoined) : null;
    return found ?? runDay(unit, index, replication, lines, stored);
  });
  const [baseline, ...others] = days;
  return {
    kind: "day",
    replication,
    summaries: days.map(({ summary }) => summary),
    joins: others.map(({ rows }) => joinVehicles(baseline.rows, rows)),
    ...(stored !== null && { storing: stored.storing() }),
  };
}

function runDay(
  unit: UnitPlan,
  index: number,
  replication: number,
  lines: VisitLines | null,
  stored: StoredDays | null,
): RunDay {
  const { names, plans, seed, changes } = unit;
  const plan = plans[index];
  const options: ReplicationOptions = {
    seed,
    replication,
    changes: changes[index] ?? [],
    ...(lines !== null && { onVisit: lines.of(names[index], replication, plan) }),
  };
  if (stored === null && plans.length === 1) {
    const summary = named(unit, index, replication, () => runReplication(plan, options));
    return { summary, rows: NO_ROWS };
  }
  const day = named(unit, index, replication, () => runWithRows(plan, options));
  stored?.add(index, names[index], day);
  return day;
}

function named<T>({ names, seed }: UnitPlan, index: number, replication: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnitError(names[index], seed, replication, reason, runawayOf(error));
  }
}
