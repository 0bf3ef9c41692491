/** `cruce sweep`: a scenario at many points, all of them on the same days and trucks. */
import { availableParallelism } from "node:os";
import { styleText } from "node:util";
import type { Setting } from "../../../shared/scenario/setting.ts";
import { sweepResult } from "../../analysis/sweep/results.ts";
import type { FinishedPoint, SweepPoints } from "../../analysis/sweep/results.ts";
import { WorkerPool } from "../../run/pool.ts";
import { NoSuchFigure, runSweep } from "../../run/sweep.ts";
import { loadPoints, resampleDraw, sweepPoints } from "../../run/sweep-points.ts";
import type { LoadedPoints } from "../../run/sweep-points.ts";
import { diskLibrary } from "../../scenario/library.ts";
import { readSweep } from "../../scenario/sweep-file.ts";
import type { ReadSweep } from "../../scenario/sweep-file.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import type { ExperimentOptions } from "../experiment.ts";
import { interruptible } from "../interruptible.ts";
import { sayAside } from "../output/cautions.ts";
import { sweepCsv, sweepJson } from "../output/sweep-tidy.ts";
import { sweepCautions, sweepText } from "../output/sweep.ts";
import { printProblems, refusedAsked } from "../scenarios.ts";
import type { Session } from "../session.ts";
import { withStore } from "../store.ts";

export type SweepOptions = Pick<ExperimentOptions, "workers" | "format" | "store"> & {
  /** What options say of the sweep, as settings of a sweep file. */
  readonly asked: readonly Setting[];
};

type Read = Extract<ReadSweep, { readonly ok: true }>;
type Loaded = Extract<LoadedPoints, { readonly ok: true }>["scenarios"];

export async function sweep(file: string, options: SweepOptions, session: Session): Promise<ExitCode> {
  const { texts } = session;
  const read = readSweep(file, options.asked, diskLibrary(process.cwd()));
  if (!read.ok) throw refusedAsked(read.problems, session);
  printProblems(read.scenario.warnings, session);
  const points = sweepPoints(read.plan);
  const loaded = loadPoints(read, points.levels);
  if (!loaded.ok) throw invalid(loaded.invalid, points.levels.length, read, session);
  const { result: finished, interrupted } = await withStore(options.store, session, (store) =>
    interruptible(session, "running", (signal, onProgress) =>
      run(read, loaded.scenarios, options, { signal, onProgress, ...(store !== null && { store }) }),
    ),
  ).catch((error: unknown) => {
    if (!(error instanceof NoSuchFigure)) throw error;
    const { fault, params } = error.fault;
    throw new CommandError(EXIT.usage, texts.t(`asked.${fault}`, params));
  });
  const done = finished.filter((point) => point !== null).length;
  if (done > 0) print(read, points, finished, { ...options, interrupted }, session);
  if (!interrupted) return EXIT.fine;
  const counts = { count: done, total: points.levels.length };
  process.stderr.write(
    `${done === 0 ? texts.t("sweep.nothingDone") : texts.t("sweep.interrupted", counts)}\n`,
  );
  return EXIT.interrupted;
}

async function run(
  { plan }: Read,
  scenarios: Loaded,
  { workers }: SweepOptions,
  by: Parameters<typeof runSweep>[2],
): Promise<readonly (FinishedPoint | null)[]> {
  const pool = new WorkerPool(workers === null ? {} : { workers });
  const { respond: figures, seed, replications } = plan;
  const ahead = 4 * (workers ?? availableParallelism());
  try {
    return await runSweep(pool, { scenarios, figures, seed, replications, ahead }, by);
  } finally {
    await pool.close();
  }
}

function print(
  { plan, scenario }: Read,
  points: SweepPoints,
  finished: readonly (FinishedPoint | null)[],
  { format, interrupted }: SweepOptions & { readonly interrupted: boolean },
  session: Session,
): void {
  const result = sweepResult(plan, points, finished, resampleDraw(plan.seed));
  const warnings = sweepCautions(result, session.texts);
  if (format === "json") process.stdout.write(sweepJson(result, plan, scenario, { interrupted, warnings }));
  else if (format === "csv") process.stdout.write(sweepCsv(result));
  else process.stdout.write(sweepText(result, plan, scenario, session.texts));
  if (format !== "table") sayAside(warnings, session);
}

function invalid(
  { count, first }: Extract<LoadedPoints, { readonly ok: false }>["invalid"],
  total: number,
  { plan }: Read,
  session: Session,
): CommandError {
  const { t } = session.texts;
  for (const { point, levels, problems } of first) {
    const values = plan.factors.map(({ label }, i) => `${label} = ${levels[i]!.text}`).join(", ");
    const head = t("sweep.invalidPoint", { point, values });
    process.stderr.write(`${styleText("bold", head, { stream: process.stderr })}\n`);
    printProblems(problems, { ...session, quiet: true });
  }
  return new CommandError(EXIT.invalid, t("sweep.invalid", { count, total }));
}
