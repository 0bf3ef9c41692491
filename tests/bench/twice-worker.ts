/**
 * A thread of the pool that simulates the days of each unit once more: what these take alone, in the same seconds as the
 * experiment, so that a machine that changes its speed bears on both alike. Tells it to `TWICE`.
 *
 * Whichever comes second finds that the processor has just done the same, and is quicker by a hundredth; so each does in
 * its turn.
 */
import { BroadcastChannel } from "node:worker_threads";
import { LastPlans } from "../../server/run/last-plans.ts";
import type { DaysRequest } from "../../server/run/pool-messages.ts";
import { runWithRows } from "../../server/run/replication.ts";
import { runUnit } from "../../server/run/unit.ts";
import type { UnitPlan } from "../../server/run/unit.ts";
import { workFor } from "../../server/run/work.ts";
import { DAYS, TWICE } from "./twice.ts";

const channel = new BroadcastChannel(TWICE);
const lastPlans = new LastPlans();
let aloneMs = 0;

function simulateAlone({ plans, seed }: UnitPlan, replication: number): void {
  const started = performance.now();
  for (const plan of plans) runWithRows(plan, { seed, replication });
  aloneMs += performance.now() - started;
}

workFor(
  (request: DaysRequest): UnitPlan => ({ ...request, plans: lastPlans.of(request.scenarios) }),
  (unit, replication) => {
    const isAloneFirst = replication % 2 === 0;
    if (isAloneFirst) simulateAlone(unit, replication);
    const result = runUnit(unit, replication);
    if (!isAloneFirst) simulateAlone(unit, replication);
    if (replication === DAYS - 1) {
      channel.postMessage(aloneMs);
      aloneMs = 0;
    }
    return result;
  },
);
