/**
 * A thread of the pool that simulates the days of each unit once more, one after the other: what these take alone, in the
 * same seconds as the experiment, so that a machine that changes its speed bears on both alike. Tells it to `TWICE`.
 */
import { BroadcastChannel } from "node:worker_threads";
import { planScenario } from "../../server/run/plan-scenario.ts";
import type { DaysRequest } from "../../server/run/pool-messages.ts";
import { runWithRows } from "../../server/run/replication.ts";
import { runUnit } from "../../server/run/unit.ts";
import type { UnitPlan } from "../../server/run/unit.ts";
import { workFor } from "../../server/run/work.ts";
import { TWICE } from "./twice.ts";

const channel = new BroadcastChannel(TWICE);

workFor(
  (request: DaysRequest): UnitPlan => ({ ...request, plans: request.scenarios.map(planScenario) }),
  (unit, replication) => {
    const result = runUnit(unit, replication);
    const started = performance.now();
    for (const plan of unit.plans) runWithRows(plan, { seed: unit.seed, replication });
    channel.postMessage(performance.now() - started);
    return result;
  },
);
