/**
 * One model in a process of its own, so that its memory is its own: runs a round whenever it is told to and
 * answers with the seconds it took. Started by main.ts.
 */
import { log } from "../../server/engine/elementary.ts";
import { EventList } from "../../server/engine/event-list.ts";
import { mix } from "../../server/engine/draws.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import { PortRun } from "../../server/port/run.ts";
import { runLooking } from "../../server/run/replication.ts";
import { TalliedRuns } from "../../server/run/tallied-runs.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { EventCounter } from "./event-counter.ts";
import { HOLD, loadedModel, MODELS } from "./models.ts";
import type { BenchModel } from "./models.ts";

export type RoundDone = { readonly events: number; readonly seconds: number; readonly memoryMb: number };

/** With all default metrics, as `cruce run` has them. */
function runTallied(runs: TalliedRuns, replication: number): void {
  const { run, tally } = runs.begin({ seed: 1, replication });
  runLooking(run, tally);
  tally.finish(run.now);
}

function countEvents({ counts, runs }: BenchModel, plan: PortPlan): number {
  const counter = new EventCounter();
  for (let replication = 0; replication < runs; replication++)
    new PortRun(plan, { seed: 1, replication, observer: counter }).runToEnd();
  const { arrivals, entries, exits } = counter;
  return arrivals + exits + (counts === "port" ? entries : 0);
}

function modelRound(model: BenchModel): () => number {
  const plan = planScenario(loadedModel(model));
  const events = countEvents(model, plan);
  const runs = new TalliedRuns(plan, false);
  return () => {
    for (let replication = 0; replication < model.runs; replication++) runTallied(runs, replication);
    return events;
  };
}

function holdRound(): number {
  const list = new EventList(HOLD.pending);
  const step = (i: number): number => Math.floor(-log(mix.uniform(1, 2, i)) * 60_000 + 0.5);
  for (let slot = 0; slot < HOLD.pending; slot++) list.schedule(slot, step(slot), 0);
  for (let i = 0; i < HOLD.steps; i++) {
    const now = list.topTime();
    list.schedule(list.pop(), now + step(HOLD.pending + i), 0);
  }
  return HOLD.steps;
}

const name = process.argv[2];
const model = MODELS.find((one) => one.name === name);
const round = model === undefined ? holdRound : modelRound(model);
// The first round only warms up.
round();
process.on("message", () => {
  const started = performance.now();
  const events = round();
  const seconds = (performance.now() - started) / 1000;
  const done: RoundDone = { events, seconds, memoryMb: process.resourceUsage().maxRSS / 1024 };
  process.send?.(done);
});
process.send?.("ready");
