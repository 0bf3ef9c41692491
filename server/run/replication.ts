/** One replication: the run of a plan to its end, tallied. A pure function of what it is given. */
import type { Change } from "../../shared/scenario/changes.ts";
import { LOOK_EVERY_MS } from "../measure/causes.ts";
import { FanOut } from "../measure/fan-out.ts";
import type { VehicleRows } from "../measure/rows.ts";
import { summarize } from "../measure/summary.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { Tally } from "../measure/tally.ts";
import { Visits } from "../measure/visits.ts";
import type { Visit } from "../measure/visits.ts";
import type { PortPlan } from "../port/plan.ts";
import { timedEffect } from "../port/planner.ts";
import { PortRun } from "../port/run.ts";
import type { RunBeginning } from "../port/run.ts";
import type { Going } from "./stored-run.ts";
import { TalliedRuns } from "./tallied-runs.ts";

export type ReplicationOptions = {
  readonly seed: number;
  readonly replication: number;
  /** The other day of the replication; see server/port/run.ts. */
  readonly antithetic?: boolean;
  /** Interventions beside the scenario's own changes. */
  readonly changes?: readonly Change[];
  /** Told of every visit of a vehicle to a place. */
  readonly onVisit?: (visit: Visit) => void;
};

export function runReplication(plan: PortPlan, options: ReplicationOptions): ReplicationSummary {
  return runTallied(plan, options, false).summary;
}

/** With a row a vehicle, for joining the same day of another scenario. */
export function runWithRows(
  plan: PortPlan,
  options: ReplicationOptions,
): { readonly summary: ReplicationSummary; readonly rows: VehicleRows } {
  const { summary, tally } = runTallied(plan, options, true);
  return { summary, rows: tally.rows() };
}

/** To the end, looking at why vehicles wait on the way. */
export function runLooking(run: PortRun, tally: Tally): void {
  while (!run.finished) {
    run.goOn((Math.floor(run.now / LOOK_EVERY_MS) + 1) * LOOK_EVERY_MS);
    tally.look(run.now);
  }
}

const RUNS_WITH_ROWS = new WeakMap<PortPlan, TalliedRuns>();
const RUNS_WITHOUT = new WeakMap<PortPlan, TalliedRuns>();

function runsOf(plan: PortPlan, rows: boolean): TalliedRuns {
  const known = rows ? RUNS_WITH_ROWS : RUNS_WITHOUT;
  const runs = known.get(plan) ?? new TalliedRuns(plan, rows);
  known.set(plan, runs);
  return runs;
}

function visited(plan: PortPlan, rows: boolean, visits: Visits, beginning: RunBeginning): Going {
  const tally = new Tally(plan, { rows });
  return { tally, run: new PortRun(plan, { ...beginning, observer: new FanOut(tally, visits) }) };
}

function runTallied(plan: PortPlan, options: ReplicationOptions, rows: boolean) {
  const { seed, replication, antithetic = false, changes = [], onVisit } = options;
  const beginning = {
    seed,
    replication,
    antithetic,
    effects: changes.map((change) => timedEffect(change, plan.days)),
  };
  const visits = onVisit === undefined ? null : new Visits(plan, onVisit);
  const { run, tally } =
    visits === null ? runsOf(plan, rows).begin(beginning) : visited(plan, rows, visits, beginning);
  runLooking(run, tally);
  visits?.finish();
  return { tally, summary: summarize(tally, { seed, replication, now: run.now, hash: run.hash() }) };
}
