/**
 * 200 paired days of the World Trade Bridge as an experiment of two threads, and the same replications simulated one
 * after the other on this one: what an experiment takes beside the engine and its measures.
 */
import { Experiment } from "../../server/run/experiment.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { runWithRows } from "../../server/run/replication.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { loadedModel } from "./models.ts";

const DAYS = 200;
const FILES = ["laredo-world-trade-bridge.yaml", "laredo-one-more-shift.yaml"];
const WORKERS = 2;

export type PairedDaysRow = {
  readonly days: number;
  /** Of the experiment from its start to its tables, on two threads and on one. */
  readonly seconds: number;
  readonly secondsOfOne: number;
  /** Of the same replications alone, one after the other. */
  readonly engineSeconds: number;
  /** What one thread takes beyond that, as a share of it. */
  readonly overhead: number;
};

export async function measurePairedDays(): Promise<PairedDaysRow> {
  const scenarios = FILES.map((file) => loadedModel({ file }));
  const seconds = await secondsWith(WORKERS, scenarios);
  const secondsOfOne = await secondsWith(1, scenarios);
  const engineSeconds = secondsAlone(scenarios);
  return { days: DAYS, seconds, secondsOfOne, engineSeconds, overhead: secondsOfOne / engineSeconds - 1 };
}

async function secondsWith(workers: number, scenarios: readonly LoadedScenario[]): Promise<number> {
  const pool = new WorkerPool({ workers });
  try {
    // Threads are started and warm.
    await new Experiment(pool, { scenarios, seed: 2, replications: 10 * workers }).finished;
    return await timed(async () => {
      const experiment = new Experiment(pool, { scenarios, seed: 1, replications: DAYS });
      await experiment.finished;
      experiment.result();
    });
  } finally {
    await pool.close();
  }
}

function secondsAlone(scenarios: readonly LoadedScenario[]): number {
  const plans = scenarios.map(planScenario);
  const days = (seed: number, count: number): void => {
    for (let replication = 0; replication < count; replication++)
      for (const plan of plans) runWithRows(plan, { seed, replication });
  };
  days(2, 10);
  const started = performance.now();
  days(1, DAYS);
  return (performance.now() - started) / 1000;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
