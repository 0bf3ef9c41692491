/**
 * 200 paired days of the World Trade Bridge as an experiment of two threads, and the same replications simulated one
 * after the other on this one: what an experiment takes beside the engine and its measures.
 */
import { Experiment } from "../../server/run/experiment.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { runWithRows } from "../../server/run/replication.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { median } from "./median.ts";
import { loadedModel } from "./models.ts";

const DAYS = 200;
const FILES = ["laredo-world-trade-bridge.yaml", "laredo-one-more-shift.yaml"];

export type PairedDaysRow = {
  readonly days: number;
  readonly rounds: number;
  /** Of the experiment from its start to its tables, on two threads and on one. */
  readonly seconds: number;
  readonly secondsOfOne: number;
  /** Of the same replications alone, one after the other. */
  readonly engineSeconds: number;
  /** What one thread takes beyond that, as a share of it. */
  readonly overhead: number;
};

/** Medians of rounds, in each of which all three take their turn. */
export async function measurePairedDays(rounds: number): Promise<PairedDaysRow> {
  const scenarios = FILES.map((file) => loadedModel({ file }));
  const plans = scenarios.map(planScenario);
  const pools = [2, 1].map((workers) => new WorkerPool({ workers }));
  const taken: { readonly ofTwo: number; readonly ofOne: number; readonly alone: number }[] = [];
  for (let round = -1; round < rounds; round++) {
    // The first round starts the threads, and is short.
    const days = round < 0 ? 10 : DAYS;
    const [ofTwo, ofOne] = [
      await secondsWith(pools[0], scenarios, days),
      await secondsWith(pools[1], scenarios, days),
    ];
    const alone = secondsAlone(plans, days);
    if (round >= 0) taken.push({ ofTwo, ofOne, alone });
  }
  await Promise.all(pools.map((pool) => pool.close()));
  return {
    days: DAYS,
    rounds,
    seconds: median(taken.map(({ ofTwo }) => ofTwo)),
    secondsOfOne: median(taken.map(({ ofOne }) => ofOne)),
    engineSeconds: median(taken.map(({ alone }) => alone)),
    overhead: median(taken.map(({ ofOne, alone }) => ofOne / alone - 1)),
  };
}

async function secondsWith(
  pool: WorkerPool,
  scenarios: readonly LoadedScenario[],
  days: number,
): Promise<number> {
  const started = performance.now();
  const experiment = new Experiment(pool, { scenarios, seed: 1, replications: days });
  await experiment.finished;
  experiment.result();
  return (performance.now() - started) / 1000;
}

function secondsAlone(plans: readonly PortPlan[], days: number): number {
  const started = performance.now();
  for (let replication = 0; replication < days; replication++)
    for (const plan of plans) runWithRows(plan, { seed: 1, replication });
  return (performance.now() - started) / 1000;
}
