/** A thread that runs days of the World Trade Bridge, with all their measures, and hands over nothing. */
import { parentPort } from "node:worker_threads";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { runWithRows } from "../../server/run/replication.ts";
import { loadedModel } from "./models.ts";

export type BareDays = { readonly from: number; readonly until: number };

const plan = planScenario(loadedModel({ file: "laredo-world-trade-bridge.yaml" }));

parentPort?.on("message", ({ from, until }: BareDays) => {
  for (let replication = from; replication < until; replication++)
    runWithRows(plan, { seed: 1, replication });
  parentPort?.postMessage("done");
});
