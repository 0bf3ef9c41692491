/**
 * 200 paired days of the World Trade Bridge as an experiment of two threads, and of one in which the same days are also
 * simulated alone: what an experiment takes beside the engine and its measures.
 */
import { Experiment } from "../../server/run/experiment.ts";
import { SHORT_MS, WorkerPool } from "../../server/run/pool.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { loadedModel } from "./models.ts";
import { DAYS, TWICE } from "./twice.ts";

const FILES = ["laredo-world-trade-bridge.yaml", "laredo-one-more-shift.yaml"];

export type PairedDaysRow = {
  readonly days: number;
  readonly rounds: number;
  /** Of the experiment from its start to its tables, on two threads and on one. */
  readonly seconds: number;
  readonly secondsOfOne: number;
  /** Of the same days alone, one after the other. */
  readonly engineSeconds: number;
  /** What one thread takes beyond that, as a share of it. */
  readonly overhead: number;
};

type Round = { readonly ofTwo: number; readonly ofOne: number; readonly alone: number };

/**
 * The round whose overhead is the median, whole: medians of its numbers one by one would be of several rounds, and not
 * agree with each other. A round before those that count starts the threads.
 */
export async function measurePairedDays(rounds: number): Promise<PairedDaysRow> {
  const scenarios = FILES.map((file) => loadedModel({ file }));
  const two = new WorkerPool({ workers: 2 });
  const one = new WorkerPool({
    workers: 1,
    script: new URL("./twice-worker.ts", import.meta.url),
    // Its units take twice as long as those of an experiment, and are to be handed out like these.
    shortMs: 2 * SHORT_MS,
  });
  const taken: Round[] = [];
  for (let round = -1; round < rounds; round++) {
    const ofTwo = await secondsWith(two, scenarios);
    const { seconds, alone } = await secondsOfBoth(one, scenarios);
    if (round >= 0) taken.push({ ofTwo, ofOne: seconds - alone, alone });
  }
  await Promise.all([two.close(), one.close()]);
  const byOverhead = taken.toSorted((a, b) => overheadOf(a) - overheadOf(b));
  const middle = byOverhead[Math.floor((rounds - 1) / 2)]!;
  const { ofTwo: seconds, ofOne: secondsOfOne, alone: engineSeconds } = middle;
  return { days: DAYS, rounds, seconds, secondsOfOne, engineSeconds, overhead: overheadOf(middle) };
}

const overheadOf = ({ ofOne, alone }: Round): number => ofOne / alone - 1;

async function secondsWith(pool: WorkerPool, scenarios: readonly LoadedScenario[]): Promise<number> {
  const started = performance.now();
  const experiment = new Experiment(pool, { scenarios, seed: 1, replications: DAYS });
  await experiment.finished;
  experiment.result();
  return (performance.now() - started) / 1000;
}

/** Of an experiment whose thread simulates each day once more, and of these days alone. */
async function secondsOfBoth(
  pool: WorkerPool,
  scenarios: readonly LoadedScenario[],
): Promise<{ readonly seconds: number; readonly alone: number }> {
  const channel = new BroadcastChannel(TWICE);
  const told = Promise.withResolvers<number>();
  channel.addEventListener("message", ({ data }: MessageEvent<number>) => told.resolve(data / 1000));
  const seconds = await secondsWith(pool, scenarios);
  const alone = await told.promise;
  channel.close();
  return { seconds, alone };
}
