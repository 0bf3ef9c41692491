/** A scenario's run up to an instant, stored: what a forecast begins with. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { Tally } from "../measure/tally.ts";
import { PortRun } from "../port/run.ts";
import { planScenario } from "./plan-scenario.ts";
import { storeRun } from "./stored-run.ts";

export type Present = { readonly seed: number; readonly replication: number; readonly atMs: number };

export function presentOf(loaded: LoadedScenario, { seed, replication, atMs }: Present): Uint8Array {
  const plan = planScenario(loaded);
  const tally = new Tally(plan);
  const run = new PortRun(plan, { seed, replication, observer: tally });
  run.advance(atMs);
  return storeRun({ run, tally });
}
