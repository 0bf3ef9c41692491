/**
 * Runs cases on all cores. Units come in any order and are read in theirs, so that the number of workers
 * changes no byte of the result. Cancelled: the cases that are done by then.
 */
import { WorkerPool } from "../run/pool.ts";
import type { Case, TheorySet } from "./case.ts";
import { figuresOf } from "./estimate.ts";
import type { Figure } from "./estimate.ts";
import { unitCount } from "./units.ts";
import type { GeneratorName, TheoryRequest, TheoryUnit } from "./units.ts";

/** One case draws on the other while its last units run, and little is lost when all is cancelled. */
const CASES_AT_ONCE = 2;

export type TheoryOptions = {
  readonly cases: readonly Case[];
  readonly set: TheorySet;
  readonly seeds: readonly number[];
  readonly generator: GeneratorName;
  readonly workers?: number;
  readonly signal?: AbortSignal;
  /** After each unit, of all that there are. */
  readonly onProgress?: (done: number, total: number) => void;
};

export type CaseReport = { readonly known: Case; readonly seed: number; readonly figures: readonly Figure[] };

type Task = { readonly known: Case; readonly seed: number };
type Pool = WorkerPool<TheoryRequest, TheoryUnit>;

/** By seed, then by case; only those that are done. */
export async function runCases(options: TheoryOptions): Promise<readonly CaseReport[]> {
  const { cases, set, seeds, generator, workers, signal, onProgress = () => undefined } = options;
  const tasks = seeds.flatMap((seed) => cases.map((known): Task => ({ known, seed })));
  const total = tasks.reduce((sum, { known }) => sum + unitCount(known[set]), 0);
  const reports: (CaseReport | null)[] = tasks.map(() => null);
  const pool: Pool = new WorkerPool({
    script: new URL("./worker.ts", import.meta.url),
    ...(workers !== undefined && { workers }),
  });
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < tasks.length && signal?.aborted !== true) {
      const index = next++;
      const task = tasks[index]!;
      const units = await runTask(pool, task, { set, generator }, signal, () => onProgress(++done, total));
      if (units !== null)
        reports[index] = {
          ...task,
          figures: figuresOf(
            task.known,
            set,
            units.flatMap(({ observed }) => observed),
          ),
        };
    }
  };
  try {
    await Promise.all(Array.from({ length: CASES_AT_ONCE }, work));
  } finally {
    await pool.close();
  }
  return reports.filter((report) => report !== null);
}

/** Its units in their order, or null when it was cancelled. */
function runTask(
  pool: Pool,
  { known, seed }: Task,
  { set, generator }: { readonly set: TheorySet; readonly generator: GeneratorName },
  signal: AbortSignal | undefined,
  onUnit: () => void,
): Promise<readonly TheoryUnit[] | null> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly TheoryUnit[] | null>();
  const units: TheoryUnit[] = [];
  const count = unitCount(known[set]);
  const stop = pool.start({ names: [known.id], seed, set, generator }, [...Array(count).keys()], {
    onResult: (unit) => {
      units[unit.unit] = unit;
      onUnit();
      if (Object.keys(units).length === count) resolve(units);
    },
    onFailed: reject,
  });
  const cancel = (): void => {
    stop();
    resolve(null);
  };
  signal?.addEventListener("abort", cancel, { once: true });
  return promise.finally(() => signal?.removeEventListener("abort", cancel));
}
