/** `cruce forecast`: what may come from an instant of a day on, in many futures; several scenarios future by future. */
import { instantOf } from "../../../shared/scenario/calendar.ts";
import { parseClock } from "../../../shared/scenario/clock.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { HOUR } from "../../../shared/units.ts";
import { Forecast } from "../../run/forecast.ts";
import type { ForecastResult } from "../../run/forecast.ts";
import { planScenario } from "../../run/plan-scenario.ts";
import { WorkerPool } from "../../run/pool.ts";
import { presentOf } from "../../run/present.ts";
import type { OutputFormat } from "../experiment.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { interruptible } from "../interruptible.ts";
import { forecastCsv, forecastJson, forecastReport } from "../output/forecast.ts";
import { scenarioFiles } from "../scenario-files.ts";
import { loadFiles } from "../scenarios.ts";
import type { Session } from "../session.ts";

export type ForecastOptions = {
  /** Time of day, as given. */
  readonly at: string;
  /** Day of the run from 1, as in `changes`; null: the first that counts. */
  readonly day: number | null;
  readonly hours: number;
  readonly futures: number;
  readonly seed: number;
  readonly replication: number;
  readonly workers: number | null;
  readonly format: OutputFormat;
};

export type Asked = ForecastOptions & { readonly atMs: number; readonly untilMs: number };

export async function forecast(
  files: readonly string[],
  options: ForecastOptions,
  session: Session,
): Promise<ExitCode> {
  const scenarios = await loadFiles(scenarioFiles(files, session.texts), session);
  const atMs = instantAsked(scenarios[0]!, options, session);
  const asked = { ...options, atMs, untilMs: atMs + options.hours * HOUR };
  const { result, interrupted } = await interruptible(session, "forecast.running", (signal, onProgress) =>
    run(scenarios, asked, signal, onProgress),
  );
  const { t } = session.texts;
  if (result.futures.length > 0) {
    if (options.format === "json") process.stdout.write(forecastJson(result, scenarios, asked, interrupted));
    else if (options.format === "csv") process.stdout.write(forecastCsv(result));
    else process.stdout.write(forecastReport(result, asked, session.texts));
  }
  if (!interrupted) return EXIT.fine;
  const done = result.futures.length;
  const text = done === 0 ? t("nothingDone") : t("forecast.interrupted", { done, total: result.total });
  process.stderr.write(`${text}\n`);
  return EXIT.interrupted;
}

async function run(
  scenarios: readonly LoadedScenario[],
  { seed, replication, atMs, untilMs, futures, workers }: Asked,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<ForecastResult> {
  const presents = scenarios.map((loaded) => presentOf(loaded, { seed, replication, atMs }));
  const pool = new WorkerPool(workers === null ? {} : { workers });
  try {
    const request = { scenarios, presents, seed, fromMs: atMs, untilMs, futures };
    const running = new Forecast(pool, request, onProgress);
    if (signal.aborted) running.cancel();
    signal.addEventListener("abort", () => running.cancel(), { once: true });
    await running.finished;
    return running.result();
  } finally {
    await pool.close();
  }
}

/** The instant of the option's day and time; refused where the run is over by then. */
function instantAsked(loaded: LoadedScenario, { at, day }: ForecastOptions, { texts }: Session): number {
  const { days, countFrom, followUntil } = planScenario(loaded);
  const clockMs = parseClock(at);
  if (Number.isNaN(clockMs)) throw new CommandError(EXIT.usage, texts.t("usage.time", { found: at }));
  const index = day === null ? days.findIndex(({ startMs }) => startMs === countFrom) : day - 1;
  const civilDay = days[index];
  if (civilDay === undefined)
    throw new CommandError(EXIT.usage, texts.t("usage.day", { most: days.length, found: day ?? 0 }));
  const atMs = instantOf(civilDay, clockMs);
  if (atMs >= followUntil) throw new CommandError(EXIT.usage, texts.t("usage.over", { found: at }));
  return atMs;
}
