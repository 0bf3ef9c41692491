/**
 * A thread of the pool that simulates the days of each unit once more, one after the other: what these take alone, in the
 * same seconds as the experiment, so that a machine that changes its speed bears on both alike. Tells it to `TWICE`.
 */
import { BroadcastChannel } from "node:worker_threads";
import { LastPlans } from "../../server/run/last-plans.ts";
import type { DaysRequest } from "../../server/run/pool-messages.ts";
import { runWithRows } from "../../server/run/replication.ts";
import { runUnit } from "../../server/run/unit.ts";
import type { UnitPlan } from "../../server/run/unit.ts";
import { workFor } from "../../server/run/work.ts";
import { TWICE } from "./twice.ts";

const channel = new BroadcastChannel(TWICE);

const lastPlans = new LastPlans();

function simulateAlone({ plans, seed }: UnitPlan, replication: number): void {
  const started = performance.now();
  for (const plan of plans) runWithRows(plan, { seed, replication });
  channel.postMessage(performance.now() - started);
}

workFor(
  (request: DaysRequest): UnitPlan => ({ ...request, plans: lastPlans.of(request.scenarios) }),
  (unit, replication) => {
    // Whichever comes second is quicker: the processor has just done the same. So each is so in its turn.
    const isAloneFirst = replication % 2 === 0;
    if (isAloneFirst) simulateAlone(unit, replication);
    const result = runUnit(unit, replication);
    if (!isAloneFirst) simulateAlone(unit, replication);
    return result;
  },
);
