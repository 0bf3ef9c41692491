/** What `run` and `compare` are asked for, and how they run it: progress on a terminal, Ctrl-C keeps what is done. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Requirement } from "../../shared/requirement.ts";
import type { NamedAnswer } from "../analysis/differences.ts";
import type { Wanted } from "../analysis/estimates.ts";
import type { Reading } from "../analysis/stopping.ts";
import { runExperiment } from "../run/experiment.ts";
import type { ExperimentOptions as RunOptions, ExperimentResult } from "../run/experiment.ts";
import type { UnitResult } from "../run/unit.ts";
import { AbsentFigureError, runUntilPrecise } from "../run/until-precise.ts";
import { formatFigure } from "../../shared/figure-name.ts";
import { CommandError, EXIT } from "./exit.ts";
import { countText } from "./output/count-text.ts";
import { interruptible } from "./interruptible.ts";
import type { Session } from "./session.ts";
import { withStore } from "./store.ts";
import type { CliKey, Texts } from "./texts.ts";
import type { AskedUntil } from "./until.ts";
import { VisitsFile } from "./visits-file.ts";

/** None: something else goes to stdout. */
export type OutputFormat = "table" | "json" | "csv" | "none";
export type ExperimentOptions = {
  readonly replications: number;
  /** How precise its answer must be, instead of so many replications. */
  readonly until?: AskedUntil;
  readonly seed: number;
  /** Each replication has its antithetic day as well. */
  readonly antithetic?: boolean;
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
  /** By result: how precise it was at the last look; null where none was taken. */
  readonly readings: readonly (Reading | null)[];
  /** The days behind each of the results. */
  readonly units: readonly (readonly UnitResult[])[];
  /** Days wanted in all: groups run one after the other, so that one may be done when another is not begun. */
  readonly total: number;
  readonly interrupted: boolean;
};

type GroupsAsked = {
  readonly answer?: NamedAnswer | undefined;
  /** What of the results is read by anybody; all of them when not given. */
  readonly wanted?: Wanted | undefined;
  /** Takes visits where no file of their own is wanted. */
  readonly visits?: VisitsFile | null;
};

/**
 * Runs each group of scenarios on the same days and vehicles. Interrupted, the days finished by then are
 * the result, and groups that have none are left out.
 */
export async function runGroups(
  groups: readonly (readonly LoadedScenario[])[],
  options: ExperimentOptions,
  session: Session,
  { answer, wanted, visits: others = null }: GroupsAsked = {},
): Promise<Outcome> {
  const visits = options.visits === null ? others : await VisitsFile.open(options.visits, session.texts);
  try {
    return await withStore(options.store, session, async (store) => {
      const { result: finished, interrupted } = await interruptible(
        session,
        runningText(options),
        (signal, onProgress) => {
          const by = { signal, onProgress, visits, ...(store !== null && { store }) };
          return runEach(groups, options, by, session, { answer, wanted });
        },
      );
      return {
        results: finished.map(({ result }) => result),
        readings: finished.map(({ reading }) => reading),
        units: finished.map(({ units }) => units),
        total: groups.length * options.replications,
        // A signal that came when all was done has cut nothing short.
        interrupted: interrupted && !areDone(finished, groups.length, options),
      };
    });
  } finally {
    await visits?.close();
  }
}

function areDone(
  finished: readonly Finished[],
  groups: number,
  { replications, until }: ExperimentOptions,
): boolean {
  if (finished.length < groups) return false;
  return finished.every(({ result, reading }) =>
    until === undefined
      ? result.replications.length === replications
      : reading !== null && reading.state !== "goesOn",
  );
}

type RunBy = Pick<RunOptions, "store"> &
  Required<Pick<RunOptions, "signal" | "onProgress">> & { readonly visits: VisitsFile | null };

type Finished = {
  readonly result: ExperimentResult;
  readonly units: readonly UnitResult[];
  readonly reading: Reading | null;
};

/** One group after the other. */
async function runEach(
  groups: readonly (readonly LoadedScenario[])[],
  options: ExperimentOptions,
  { signal, onProgress, visits, store }: RunBy,
  session: Session,
  { answer, wanted }: GroupsAsked,
): Promise<readonly Finished[]> {
  const { seed, antithetic = false, workers } = options;
  const finished: Finished[] = [];
  let taken = 0;
  for (const [index, scenarios] of groups.entries()) {
    if (signal.aborted) break;
    const doneBefore = finished.reduce((sum, { result }) => sum + result.replications.length, 0);
    const takenBefore = taken;
    visits?.begin();
    const one = await runGroup(options, session, {
      scenarios,
      seed,
      antithetic,
      signal,
      onProgress: (done, ofGroup, takenNow) => {
        taken = takenBefore + takenNow;
        // Groups that are to come take as many as this one.
        onProgress(doneBefore + done, doneBefore + ofGroup * (groups.length - index), taken);
      },
      ...(workers === null ? {} : { workers }),
      ...(answer === undefined ? {} : { answer }),
      ...(wanted === undefined ? {} : { wanted }),
      ...(visits !== null && { visits }),
      ...(store !== undefined && { store }),
    });
    await visits?.end();
    if (one.result.replications.length > 0) finished.push(one);
  }
  return finished;
}

/** So many replications, or until its answer is precise enough. */
async function runGroup(
  { replications, until }: ExperimentOptions,
  { texts }: Session,
  request: Omit<Parameters<typeof runExperiment>[0], "replications">,
): Promise<Finished> {
  if (until === undefined) return { ...(await runExperiment({ ...request, replications })), reading: null };
  try {
    return await runUntilPrecise({ ...request, until });
  } catch (error) {
    throw error instanceof AbsentFigureError ? absentFigure(error, texts) : error;
  }
}

export const absentFigure = ({ scenario, figure }: AbsentFigureError, { t }: Texts): CommandError =>
  new CommandError(EXIT.usage, t("until.faults.absent", { scenario, figure: formatFigure(figure) }));

/** How far it is, for the progress bar. */
export function runningText({ until, antithetic }: Pick<ExperimentOptions, "until" | "antithetic">): CliKey {
  if (until === undefined) return antithetic ? "runningPairs" : "running";
  return antithetic ? "until.runningPairs" : "until.running";
}

/** Says on stderr how far an interrupted command came; the exit code of the command. */
export function finish(
  { results, total, interrupted }: Outcome,
  options: ExperimentOptions,
  session: Session,
): 0 | 130 {
  const { t } = session.texts;
  if (!interrupted) {
    if (options.until === undefined && options.replications === 1 && !session.quiet)
      process.stderr.write(`${t("oneDay")}\n`);
    return EXIT.fine;
  }
  const done = results.reduce((sum, result) => sum + result.replications.length, 0);
  const howFar =
    options.until === undefined
      ? t("interrupted", { done, total: countText(total, options, session.texts) })
      : t("until.interrupted", { days: countText(done, options, session.texts) });
  const text = done === 0 ? t("nothingDone") : howFar;
  process.stderr.write(`${text}\n`);
  return EXIT.interrupted;
}
