/**
 * What two workers do beside one; and, in the same rounds, what two bare threads of this machine do beside one that run
 * the same days and have nothing else to do: no pool of two can be expected to do more.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Experiment } from "../../server/run/experiment.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import type { BareDays } from "./bare-worker.ts";
import { median } from "./median.ts";
import { loadedModel } from "./models.ts";

const DAYS = 200;
/** Many rounds for each asked for: a machine with other guests changes its speed by the second. */
const ROUNDS = 2;

/** Seconds of one by those of two: median and range over the rounds. */
export type Ratio = { readonly ratio: number; readonly low: number; readonly high: number };
export type WorkersRow = {
  readonly days: number;
  readonly rounds: number;
  readonly workers: Ratio;
  readonly bare: Ratio;
};

/** Runs the days and is done when all are. */
type Days = () => Promise<unknown>;
type OneAndTwo = readonly [Days, Days];

export async function measureWorkers(rounds: number): Promise<WorkersRow> {
  const pools = [1, 2].map((workers) => new WorkerPool({ workers }));
  const bare = [1, 2].map(() => new Worker(new URL("./bare-worker.ts", import.meta.url)));
  const contests: readonly OneAndTwo[] = [
    [daysOf(pools[0]!), daysOf(pools[1]!)],
    [bareDaysOf(bare.slice(0, 1)), bareDaysOf(bare)],
  ];
  const ratios = contests.map(() => [] as number[]);
  // Before them one that starts the threads.
  for (let round = -1; round < ROUNDS * rounds; round++)
    for (const [index, contest] of contests.entries()) {
      const ratio = await ratioOf(contest, round % 2 === 0);
      if (round >= 0) ratios[index]!.push(ratio);
    }
  await Promise.all([...pools.map((pool) => pool.close()), ...bare.map((worker) => worker.terminate())]);
  const [workers, ofBare] = ratios.map(summaryOf);
  return { days: DAYS, rounds: ROUNDS * rounds, workers: workers!, bare: ofBare! };
}

function daysOf(pool: WorkerPool): Days {
  const scenarios = [loadedModel({ file: "laredo-world-trade-bridge.yaml" })];
  return () => new Experiment(pool, { scenarios, seed: 1, replications: DAYS }).finished;
}

function bareDaysOf(workers: readonly Worker[]): Days {
  const each = DAYS / workers.length;
  return () =>
    Promise.all(
      workers.map((worker, index) => {
        const days: BareDays = { from: index * each, until: (index + 1) * each };
        worker.postMessage(days);
        return once(worker, "message");
      }),
    );
}

/** Each is first in every other round. */
async function ratioOf([one, two]: OneAndTwo, isOneFirst: boolean): Promise<number> {
  const before = isOneFirst ? await secondsOf(one) : null;
  const seconds = await secondsOf(two);
  return (before ?? (await secondsOf(one))) / seconds;
}

async function secondsOf(days: Days): Promise<number> {
  const started = performance.now();
  await days();
  return (performance.now() - started) / 1000;
}

const summaryOf = (ratios: readonly number[]): Ratio => ({
  ratio: median(ratios),
  low: Math.min(...ratios),
  high: Math.max(...ratios),
});
