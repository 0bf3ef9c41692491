/** What `run` and `compare` are asked for, and how they run it: progress on a terminal, Ctrl-C keeps what is done. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Requirement } from "../../shared/requirement.ts";
import type { NamedAnswer } from "../analysis/differences.ts";
import { runExperiment } from "../run/experiment.ts";
import type { ExperimentOptions as RunOptions, ExperimentResult } from "../run/experiment.ts";
import { EXIT } from "./exit.ts";
import { interruptible } from "./interruptible.ts";
import type { Session } from "./session.ts";
import { withStore } from "./store.ts";
import { VisitsFile } from "./visits-file.ts";

/** None: something else goes to stdout. */
export type OutputFormat = "table" | "json" | "csv" | "none";
export type ExperimentOptions = {
  readonly replications: number;
  readonly seed: number;
  /** Null: as many as there are cores. */
  readonly workers: number | null;
  readonly format: OutputFormat;
  /** File for the visits of vehicles; null: none is wanted. */
  readonly visits: string | null;
  /** Whether runs are taken from the store and put there. */
  readonly store: boolean;
};

/** With what the results must meet. */
export type RequiringOptions = ExperimentOptions & { readonly requirements: readonly Requirement[] };

export type Outcome = {
  readonly results: readonly ExperimentResult[];
  /** Days wanted in all: groups run one after the other, so that one may be done when another is not begun. */
  readonly total: number;
  readonly interrupted: boolean;
};

/**
 * Runs each group of scenarios on the same days and vehicles. Interrupted, the days finished by then are
 * the result, and groups that have none are left out.
 */
export async function runGroups(
  groups: readonly (readonly LoadedScenario[])[],
  options: ExperimentOptions,
  session: Session,
  answer?: NamedAnswer,
): Promise<Outcome> {
  const total = groups.length * options.replications;
  const visits = options.visits === null ? null : await VisitsFile.open(options.visits, session.texts);
  try {
    return await withStore(options.store, session, async (store) => {
      const { result: results, interrupted } = await interruptible(
        session,
        "running",
        (signal, onProgress) => {
          const by = { signal, onProgress, visits, ...(store !== null && { store }) };
          return runEach(groups, options, by, answer);
        },
      );
      return { results, total, interrupted };
    });
  } finally {
    await visits?.close();
  }
}

type RunBy = Pick<RunOptions, "store"> &
  Required<Pick<RunOptions, "signal" | "onProgress">> & { readonly visits: VisitsFile | null };

/** One group after the other. */
async function runEach(
  groups: readonly (readonly LoadedScenario[])[],
  { seed, replications, workers }: ExperimentOptions,
  { signal, onProgress, visits, store }: RunBy,
  answer: NamedAnswer | undefined,
): Promise<readonly ExperimentResult[]> {
  const total = groups.length * replications;
  const finished: ExperimentResult[] = [];
  let taken = 0;
  for (const scenarios of groups) {
    if (signal.aborted) break;
    const [doneBefore, takenBefore] = [finished.length * replications, taken];
    visits?.begin();
    const { result } = await runExperiment({
      scenarios,
      seed,
      replications,
      signal,
      onProgress: (done, _total, takenNow) => {
        taken = takenBefore + takenNow;
        onProgress(doneBefore + done, total, taken);
      },
      ...(workers === null ? {} : { workers }),
      ...(answer === undefined ? {} : { answer }),
      ...(visits !== null && { visits }),
      ...(store !== undefined && { store }),
    });
    await visits?.end();
    if (result.replications.length > 0) finished.push(result);
  }
  return finished;
}

/** Says on stderr how far an interrupted command came; the exit code of the command. */
export function finish(
  { results, total, interrupted }: Outcome,
  options: ExperimentOptions,
  session: Session,
): 0 | 130 {
  const { t } = session.texts;
  if (!interrupted) {
    if (options.replications === 1 && !session.quiet) process.stderr.write(`${t("oneDay")}\n`);
    return EXIT.fine;
  }
  const done = results.reduce((sum, result) => sum + result.replications.length, 0);
  const text = done === 0 ? t("nothingDone") : t("interrupted", { done, total });
  process.stderr.write(`${text}\n`);
  return EXIT.interrupted;
}
