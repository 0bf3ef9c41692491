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
  /** Each replication has its antithetic day as well. */
  readonly antithetic?: boolean;
  /** Where days may stand that need not be run. */
  readonly store?: StoreRequest;
};

export type UnitResult = {
  readonly kind: "day";
  readonly replication: number;
  /** One; with antithetic days two, the antithetic one last. */
  readonly days: readonly UnitDay[];
};

export type UnitDay = {
  /** By scenario, the baseline first. */
  readonly summaries: readonly ReplicationSummary[];
  /** Each further scenario joined with the baseline. */
  readonly joins: readonly VehicleJoin[];
};

/** What a scenario was on all days of some replications, in their order. */
export const daysOf = (units: readonly UnitResult[], scenario: number): readonly ReplicationSummary[] =>
  units.flatMap(({ days }) => days.map(({ summaries }) => summaries[scenario]));

/** What a day is called where days are listed one by one: days of pairs are numbered through. */
export const dayNumber = (replication: number, day: number, daysInAll: number): number =>
  replication * daysInAll + day;

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
  const kinds = unit.antithetic === true ? [false, true] : [false];
  const days = kinds.map((isAntithetic) => runOneDay(unit, { replication, isAntithetic }, lines, stored));
  return { kind: "day", replication, days, ...(stored !== null && { storing: stored.storing() }) };
}

/** Which day of a unit it is. */
type Which = { readonly replication: number; readonly isAntithetic: boolean };

function runOneDay(
  unit: UnitPlan,
  which: Which,
  lines: VisitLines | null,
  stored: StoredDays | null,
): UnitDay {
  const isJoined = unit.plans.length > 1;
  const days = unit.plans.map((_, index) => {
    const found = lines === null ? stored?.find(index, which.isAntithetic, isJoined) : null;
    return found ?? runScenario(unit, index, which, lines, stored);
  });
  const [baseline, ...others] = days;
  return {
    summaries: days.map(({ summary }) => summary),
    joins: others.map(({ rows }) => joinVehicles(baseline.rows, rows)),
  };
}

function runScenario(
  unit: UnitPlan,
  index: number,
  { replication, isAntithetic }: Which,
  lines: VisitLines | null,
  stored: StoredDays | null,
): RunDay {
  const { names, plans, seed, changes, antithetic } = unit;
  const plan = plans[index];
  const number = dayNumber(replication, isAntithetic ? 1 : 0, antithetic === true ? 2 : 1);
  const options: ReplicationOptions = {
    seed,
    replication,
    antithetic: isAntithetic,
    changes: changes[index] ?? [],
    ...(lines !== null && { onVisit: lines.of(names[index], number, plan) }),
  };
  if (stored === null && plans.length === 1) {
    const summary = named(unit, index, replication, () => runReplication(plan, options));
    return { summary, rows: NO_ROWS };
  }
  const day = named(unit, index, replication, () => runWithRows(plan, options));
  stored?.add(index, isAntithetic, names[index], day);
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
