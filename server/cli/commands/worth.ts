/** `cruce worth`: what one more officer at primary is worth, hour by hour, on the same days and trucks. */
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { BoothHours, boothHoursOf } from "../../run/booth-hours.ts";
import type { BoothHour, BoothHourWorth } from "../../run/booth-hours.ts";
import type { ExperimentOptions as ProgressOptions } from "../../run/experiment.ts";
import { WorkerPool } from "../../run/pool.ts";
import type { ExperimentOptions } from "../experiment.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { interruptible } from "../interruptible.ts";
import { worthCsv, worthJson, worthTable } from "../output/worth.ts";
import { loadFiles } from "../scenarios.ts";
import type { Session } from "../session.ts";
import { withStore } from "../store.ts";

export async function worth(file: string, options: ExperimentOptions, session: Session): Promise<ExitCode> {
  const [loaded] = await loadFiles([file], session);
  const { t } = session.texts;
  const hours = boothHoursOf(loaded!);
  if (hours.length === 0) throw new CommandError(EXIT.failed, t("worth.none"));
  const { result, interrupted } = await withStore(options.store, session, (store) =>
    interruptible(session, "running", (signal, onProgress) =>
      run(loaded!, hours, options, { signal, onProgress, ...(store !== null && { store }) }),
    ),
  );
  const { rows, done } = result;
  if (done > 0) {
    const basis = { loaded: loaded!, seed: options.seed, done };
    if (options.format === "json") process.stdout.write(worthJson(rows, basis, interrupted));
    else if (options.format === "csv") process.stdout.write(worthCsv(rows));
    else process.stdout.write(worthTable(rows, basis, session.texts));
  }
  if (!interrupted) return EXIT.fine;
  const total = options.replications;
  process.stderr.write(`${done === 0 ? t("nothingDone") : t("interrupted", { done, total })}\n`);
  return EXIT.interrupted;
}

async function run(
  loaded: LoadedScenario,
  asked: readonly BoothHour[],
  { seed, replications, workers }: ExperimentOptions,
  by: ProgressOptions,
): Promise<{ readonly rows: readonly BoothHourWorth[]; readonly done: number }> {
  const pool = new WorkerPool(workers === null ? {} : { workers });
  try {
    const hours = new BoothHours(pool, { loaded, hours: asked, seed, replications }, by);
    await hours.experiment.finished;
    const { done } = hours.experiment;
    return { rows: done === 0 ? [] : hours.worth(), done };
  } finally {
    await pool.close();
  }
}
