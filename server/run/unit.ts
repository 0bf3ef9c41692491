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
import { VisitLines } from "./visit-lines.ts";

/** What the units of one experiment have in common. */
export type UnitPlan = {
  readonly names: readonly string[];
  readonly plans: readonly PortPlan[];
  readonly seed: number;
  /** Interventions, by scenario. */
  readonly changes: readonly (readonly Change[])[];
};

export type UnitResult = {
  readonly kind: "day";
  readonly replication: number;
  /** By scenario, the baseline first. */
  readonly summaries: readonly ReplicationSummary[];
  /** Each further scenario joined with the baseline. */
  readonly joins: readonly VehicleJoin[];
};

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

/** `sendVisits` is given the visits of all vehicles, scenario by scenario; see visit-lines.ts. */
export function runUnit(
  unit: UnitPlan,
  replication: number,
  sendVisits?: (bytes: Uint8Array) => void,
): UnitResult {
  const lines = sendVisits === undefined ? null : new VisitLines(sendVisits);
  const result = runDays(unit, replication, lines);
  lines?.flush();
  return result;
}

function runDays(unit: UnitPlan, replication: number, lines: VisitLines | null): UnitResult {
  const { names, plans, seed, changes } = unit;
  const options = (index: number): ReplicationOptions => ({
    seed,
    replication,
    changes: changes[index] ?? [],
    ...(lines !== null && { onVisit: lines.of(names[index], replication, plans[index]) }),
  });
  if (plans.length === 1) {
    const summary = named(unit, 0, replication, () => runReplication(plans[0], options(0)));
    return { kind: "day", replication, summaries: [summary], joins: [] };
  }
  const runs = plans.map((plan, index) =>
    named(unit, index, replication, () => runWithRows(plan, options(index))),
  );
  const [baseline, ...others] = runs;
  return {
    kind: "day",
    replication,
    summaries: runs.map(({ summary }) => summary),
    joins: others.map(({ rows }) => joinVehicles(baseline.rows, rows)),
  };
}

function named<T>({ names, seed }: UnitPlan, index: number, replication: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnitError(names[index], seed, replication, reason, runawayOf(error));
  }
}
