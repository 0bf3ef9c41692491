/**
 * `npm run bench`: how fast the engine is on this machine, one core, with every default measure on. An
 * event is an arrival, a stage entry or a stage exit. Rounds alternate between the models, so that a noisy
 * machine bears on all alike; the median counts. `-- --json` prints the same as data.
 */
import { fileURLToPath } from "node:url";
import { FanOut } from "../../server/measure/fan-out.ts";
import { Tally } from "../../server/measure/tally.ts";
import { planDays, planPort } from "../../server/port/planner.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import { PortRun } from "../../server/port/run.ts";
import { civilDays } from "../../server/scenario/civil-days.ts";
import { diskLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import type { PlannableScenario } from "../../server/port/planner.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import { EventCounter } from "./event-counter.ts";

const ROUNDS = 7;
const SCENARIOS = fileURLToPath(new URL("../../scenarios/", import.meta.url));

type Model = { readonly name: string; readonly plan: PortPlan; readonly events: number };
type Row = {
  readonly model: string;
  readonly eventsPerSecond: number;
  readonly low: number;
  readonly high: number;
  readonly memoryMb: number;
};

const planOf = (scenario: PlannableScenario): PortPlan =>
  planPort(scenario, civilDays(scenario.scenario.zone, scenario.scenario.from, planDays(scenario.scenario)));

function shipped(name: string): PortPlan {
  const loaded = loadScenario({ name }, diskLibrary(SCENARIOS));
  if (!loaded.ok) throw new Error(`${name} has problems: ${JSON.stringify(loaded.problems)}`);
  return planOf(loaded);
}

/** M/M/1 at a load of 0.9, long enough to matter: 1.3 million events. */
const mm1 = (): PortPlan =>
  planOf({
    arrivals: null,
    scenario: scenarioSchema.parse({
      cruce: 1,
      name: "M/M/1",
      days: 330,
      northbound: {
        demand: { rates: "54 /h" },
        stages: { booth: { kind: "station", servers: 1, service: "exponential 1 min" } },
      },
    }),
  });

function counted(name: string, plan: PortPlan): Model {
  const counter = new EventCounter();
  new PortRun(plan, { seed: 1, replication: 0, observer: new FanOut(counter) }).runToEnd();
  return { name, plan, events: counter.events };
}

/** Seconds of one run with all measures. */
function timed(plan: PortPlan, replication: number): number {
  const started = performance.now();
  const tally = new Tally(plan);
  const run = new PortRun(plan, { seed: 1, replication, observer: tally });
  run.runToEnd();
  tally.finish(run.now);
  return (performance.now() - started) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function measure(models: readonly Model[]): readonly Row[] {
  const speeds = models.map(() => [] as number[]);
  const memory = models.map(() => 0);
  for (let round = -1; round < ROUNDS; round++) {
    models.forEach((model, i) => {
      // The first round only warms up. The same day each time, so that the events are the counted ones.
      const seconds = timed(model.plan, 0);
      if (round >= 0) speeds[i]!.push(model.events / seconds);
      memory[i] = Math.max(memory[i]!, process.memoryUsage().rss / 2 ** 20);
    });
  }
  return models.map((model, i) => ({
    model: model.name,
    eventsPerSecond: median(speeds[i]!),
    low: Math.min(...speeds[i]!),
    high: Math.max(...speeds[i]!),
    memoryMb: memory[i]!,
  }));
}

const rows = measure([
  counted("mm1", mm1()),
  counted("world-trade-bridge-day", shipped("laredo-world-trade-bridge.yaml")),
]);
if (process.argv.includes("--json")) {
  process.stdout.write(`${JSON.stringify({ rounds: ROUNDS, rows }, null, 2)}\n`);
} else {
  const million = (value: number): string => (value / 1e6).toFixed(2).padStart(6);
  process.stdout.write(
    `model                     million events/s, median [range] of ${ROUNDS}   memory MB\n`,
  );
  for (const row of rows) {
    const range = `[${million(row.low).trim()} … ${million(row.high).trim()}]`;
    process.stdout.write(
      `${row.model.padEnd(24)}  ${million(row.eventsPerSecond)}  ${range.padEnd(34)} ${row.memoryMb.toFixed(0).padStart(7)}\n`,
    );
  }
}
