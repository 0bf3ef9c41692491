/** One replication: the run of a plan to its end, tallied. A pure function of what it is given. */
import type { Change } from "../../shared/scenario/changes.ts";
import { LOOK_EVERY_MS } from "../measure/causes.ts";
import type { VehicleRows } from "../measure/rows.ts";
import { summarize } from "../measure/summary.ts";
import type { ReplicationSummary } from "../measure/summary.ts";
import { Tally } from "../measure/tally.ts";
import type { PortPlan } from "../port/plan.ts";
import { timedEffect } from "../port/planner.ts";
import { PortRun } from "../port/run.ts";

export type ReplicationOptions = {
  readonly seed: number;
  readonly replication: number;
  /** Interventions beside the scenario's own changes. */
  readonly changes?: readonly Change[];
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
function runLooking(run: PortRun, tally: Tally): void {
  while (!run.finished) {
    run.goOn((Math.floor(run.now / LOOK_EVERY_MS) + 1) * LOOK_EVERY_MS);
    tally.look(run.state);
  }
}

function runTallied(plan: PortPlan, { seed, replication, changes = [] }: ReplicationOptions, rows: boolean) {
  const tally = new Tally(plan, { rows });
  const effects = changes.map((change) => timedEffect(change, plan.days));
  const run = new PortRun(plan, { seed, replication, observer: tally, effects });
  runLooking(run, tally);
  return { tally, summary: summarize(tally, { seed, replication, now: run.now, hash: run.hash() }) };
}
