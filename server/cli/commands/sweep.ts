/** `cruce sweep`: scenarios at many points, all points of one on the same days and trucks. */
import { availableParallelism } from "node:os";
import type { FigureKey } from "../../../shared/figure-name.ts";
import type { Requirement } from "../../../shared/requirement.ts";
import type { Setting } from "../../../shared/scenario/setting.ts";
import type { SweepPlan } from "../../../shared/sweep/plan.ts";
import { keyOf } from "../../analysis/figures.ts";
import { looksUpTo } from "../../analysis/stopping.ts";
import { sweepResult } from "../../analysis/sweep/results.ts";
import { WorkerPool } from "../../run/pool.ts";
import { figureIn } from "../../run/scenario-figures.ts";
import { NoSuchFigure, runSweep } from "../../run/sweep.ts";
import type { SweepOptions as SweepBy } from "../../run/sweep.ts";
import { runSweepUntilPrecise } from "../../run/sweep-until.ts";
import type { PreciseSweep } from "../../run/sweep-until.ts";
import { resampleDraw } from "../../run/sweep-points.ts";
import { AbsentFigureError } from "../../run/until-precise.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { absentFigure, runningText } from "../experiment.ts";
import type { ExperimentOptions } from "../experiment.ts";
import { interruptible } from "../interruptible.ts";
import { sayAside } from "../output/cautions.ts";
import { sweepsCsv, sweepsJson } from "../output/sweep-tidy.ts";
import { endingSentences, sweepCautions, sweepText } from "../output/sweep.ts";
import type { SweptResult } from "../output/sweep.ts";
import { refuseUnanswerable, worst } from "../requirements.ts";
import { scenarioFiles } from "../scenario-files.ts";
import type { Session } from "../session.ts";
import { withStore } from "../store.ts";
import { judgePoints, sayJudgedPoints } from "../sweep-requirements.ts";
import { sweptFiles } from "../swept-files.ts";
import type { SweptFile } from "../swept-files.ts";
import { keepingSweeps } from "../swept-results.ts";
import type { KeepSweeps, SweptResults } from "../swept-results.ts";
import type { Texts } from "../texts.ts";
import { endingsOf, refuseUnknownFigure } from "../until.ts";

export type SweepOptions = Pick<
  ExperimentOptions,
  "antithetic" | "workers" | "format" | "store" | "until"
> & {
  /** What options say of the sweep, as settings of a sweep file. */
  readonly asked: readonly Setting[];
  readonly requirements: readonly Requirement[];
  readonly keep: KeepSweeps;
};

/** A sweep and how far it came. */
type Swept = { readonly file: SweptFile } & PreciseSweep;

export async function sweep(
  given: readonly string[],
  options: SweepOptions,
  session: Session,
): Promise<ExitCode> {
  const { texts } = session;
  const files = await sweptFiles(scenarioFiles(given, texts), options.asked, session);
  const scenarios = files.map(({ scenario }) => scenario);
  refuseUnanswerable(options.requirements, scenarios, false, texts);
  if (options.until !== undefined) refuseUnknownFigure(options.until, scenarios, texts);
  const asking = files.map((file) => ({ ...file, plan: asked(file.plan, options) }));
  for (const file of asking) refuseUnknownFigures(file, texts);
  return keepingSweeps(options.keep, session, (kept) => sweepAndPrint(asking, options, kept, session));
}

async function sweepAndPrint(
  files: readonly SweptFile[],
  options: SweepOptions,
  kept: SweptResults,
  session: Session,
): Promise<ExitCode> {
  const { texts } = session;
  const { result: swept, interrupted } = await withStore(options.store, session, (store) =>
    interruptible(session, runningText(options), (signal, onProgress) =>
      runAll(files, options, { signal, onProgress, ...(store !== null && { store }) }, session),
    ),
  );
  const results = swept
    .filter(({ finished }) => finished.some((point) => point !== null))
    .map((one) => resultOf(one, options, texts));
  if (results.length > 0) {
    print(results, { ...options, interrupted }, session);
    await kept.write(results, interrupted);
  }
  const judged = results.flatMap((result) => result.judged);
  if (!interrupted) return worst(EXIT.fine, judged);
  const done = results.reduce((sum, { result }) => sum + result.points.length, 0);
  const total = files.reduce((sum, { points }) => sum + points.levels.length, 0);
  const howFar = done === 0 ? "sweep.nothingDone" : "sweep.interrupted";
  process.stderr.write(`${texts.t(howFar, { count: done, total })}\n`);
  return EXIT.interrupted;
}

/** What is required or waited for is told of each point too. */
function asked(plan: SweepPlan, { requirements, until }: SweepOptions): SweepPlan {
  const respond: FigureKey[] = [...plan.respond];
  const more = [...requirements.map(({ figure }) => figure), ...(until ? [until.precision.figure] : [])];
  for (const figure of more) if (!respond.some((one) => keyOf(one) === keyOf(figure))) respond.push(figure);
  return { ...plan, respond };
}

/** Before anything is run: what the scenario itself does not have. */
function refuseUnknownFigures({ plan, scenario }: SweptFile, texts: Texts): void {
  for (const figure of plan.respond) {
    const found = figureIn(scenario, figure);
    if (!found.ok) throw refusedFigure(found, texts);
  }
}

const refusedFigure = ({ fault, params }: NoSuchFigure["fault"], { t }: Texts): CommandError =>
  new CommandError(EXIT.usage, t(`asked.${fault}`, params));

type RunBy = Required<Pick<SweepBy, "signal" | "onProgress">> & Pick<SweepBy, "store">;

/** One after the other; interrupted, those that were begun. */
async function runAll(
  files: readonly SweptFile[],
  options: SweepOptions,
  { onProgress, ...by }: RunBy,
  { texts }: Session,
): Promise<readonly Swept[]> {
  const { workers } = options;
  const pool = new WorkerPool(workers === null ? {} : { workers });
  const ahead = 4 * (workers ?? availableParallelism());
  const swept: Swept[] = [];
  let [doneBefore, takenBefore] = [0, 0];
  try {
    for (const [i, file] of files.entries()) {
      if (by.signal.aborted) break;
      const later = files.slice(i + 1).reduce((sum, one) => sum + leastDays(one, options), 0);
      let [done, taken] = [0, 0];
      const one = await runOne(pool, file, ahead, options, texts, {
        ...by,
        onProgress: (daysDone, total, takenNow = 0) => {
          [done, taken] = [daysDone, takenNow];
          onProgress(doneBefore + done, doneBefore + total + later, takenBefore + taken);
        },
      });
      swept.push({ file, ...one });
      [doneBefore, takenBefore] = [doneBefore + done, takenBefore + taken];
    }
    return swept;
  } catch (error) {
    if (error instanceof NoSuchFigure) throw refusedFigure(error.fault, texts);
    if (error instanceof AbsentFigureError) throw absentFigure(error, texts);
    throw error;
  } finally {
    await pool.close();
  }
}

/** Of all points, as far as that is known before they are run. */
const leastDays = ({ points, plan }: SweptFile, { until }: SweepOptions): number =>
  points.levels.length * (until === undefined ? plan.replications : looksUpTo(until.mostDays)[0]!);

async function runOne(
  pool: WorkerPool,
  { name, plan, scenarios }: SweptFile,
  ahead: number,
  { until, keep, antithetic = false }: SweepOptions,
  { t }: Texts,
  by: RunBy,
): Promise<PreciseSweep> {
  const { respond: figures, seed, replications } = plan;
  const request = { scenarios, figures, seed, antithetic, ahead, eachDay: keep.out !== null };
  if (until !== undefined) {
    const pointName = (point: number): string => t("sweep.pointOf", { scenario: name, point: point + 1 });
    return runSweepUntilPrecise(pool, { ...request, until, pointName }, by);
  }
  const finished = await runSweep(pool, { ...request, replications }, by);
  return { finished, days: replications, reading: null };
}

function resultOf(
  { file, finished, days, reading }: Swept,
  options: SweepOptions,
  texts: Texts,
): SweptResult {
  const { requirements, antithetic = false } = options;
  const { name, plan, scenario, points } = file;
  const result = sweepResult(plan, points, finished, resampleDraw(plan.seed));
  return {
    name,
    plan,
    scenario,
    points,
    finished,
    antithetic,
    days,
    result,
    judged: judgePoints(requirements, name, result),
    endings: endingsOf([reading], options, false, texts),
  };
}

function print(
  results: readonly SweptResult[],
  { format, interrupted, until }: SweepOptions & { readonly interrupted: boolean },
  session: Session,
): void {
  const { texts } = session;
  const asides = results.flatMap((one) => [
    ...sweepCautions(one, texts).map((text) => (results.length > 1 ? `${one.name}: ${text}` : text)),
    ...endingSentences(one, texts),
    ...sayJudgedPoints(one.judged, one.result.total, texts),
  ]);
  const { stdout } = process;
  if (format === "json") stdout.write(sweepsJson(results, { interrupted, until }, texts));
  else if (format === "csv") stdout.write(sweepsCsv(results));
  else stdout.write(results.map((one) => sweepText(one, texts)).join("\n"));
  if (format !== "table") sayAside(asides, session);
}
