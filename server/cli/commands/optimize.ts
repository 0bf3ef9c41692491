/** `cruce optimize`: the shifts with the least hours that keep what is promised of waits. */
import type { Setting } from "../../../shared/scenario/setting.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import { formatQuantity } from "../../../shared/scenario/quantity.ts";
import { upToMinute } from "../../../shared/units.ts";
import { formatWaitPromise } from "../../../shared/wait-promise.ts";
import { renderReport } from "../../report/html/page.ts";
import { WorkerPool } from "../../run/pool.ts";
import { optimize, prepare } from "../../run/staffing/optimize.ts";
import type { Optimized, Prepared } from "../../run/staffing/optimize.ts";
import { shortPosts } from "../../run/staffing/limits.ts";
import type { SearchOutcome } from "../../run/staffing/search.ts";
import { diskLibrary } from "../../scenario/library.ts";
import { readStaffing } from "../../scenario/staffing-file.ts";
import type { ReadStaffing } from "../../scenario/staffing-file.ts";
import type { ReplicationStore } from "../../store/replication-store.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { planJson, planReport } from "../output/optimize.ts";
import type { Found } from "../output/optimize.ts";
import { headlines } from "../output/tables.ts";
import { untilInterrupted } from "../interruptible.ts";
import { progressOn } from "../output/progress.ts";
import { refusePlanFile, writePlanFile } from "../plan-file.ts";
import { planReportInput } from "../plan-report-input.ts";
import { ReportFile } from "../report-file.ts";
import { printProblems, refusedAsked, sourcesOf } from "../scenarios.ts";
import type { Session } from "../session.ts";
import { withStore } from "../store.ts";

export type OptimizeOptions = {
  /** What options say of the question, as settings of a question file. */
  readonly asked: readonly Setting[];
  readonly workers: number | null;
  readonly asJson: boolean;
  /** Whether days are taken from the store and put there. */
  readonly store: boolean;
  readonly write: string | null;
  /** File for the report; null: none is wanted. */
  readonly report: string | null;
};

export async function optimizeStaffing(
  file: string,
  options: OptimizeOptions,
  session: Session,
): Promise<ExitCode> {
  const { t } = session.texts;
  const [source] = await sourcesOf([file], session.texts);
  const read = readStaffing(source!, options.asked, diskLibrary(process.cwd()));
  if (!read.ok) throw refusedAsked(read.problems, session);
  printProblems(read.scenario.warnings, session);
  const prepared = prepare(read.scenario, read.question);
  if ("findings" in prepared) throw refusedAsked(read.locate(prepared.findings), session);
  if ("why" in prepared)
    throw new CommandError(EXIT.invalid, t(`optimize.refused.${prepared.why}`, prepared.params));
  if (options.write !== null) refusePlanFile(options.write, session.texts);
  const page = options.report === null ? null : await ReportFile.open(options.report, session.texts);
  try {
    return await plan(prepared, read.runs, page, options, session);
  } finally {
    await page?.close();
  }
}

async function plan(
  prepared: Prepared,
  runs: Runs,
  page: ReportFile | null,
  options: OptimizeOptions,
  session: Session,
): Promise<ExitCode> {
  const { t } = session.texts;
  const { optimized, interrupted } = await withStore(options.store, session, (store) =>
    run(prepared, runs, store, options, session),
  );
  const { outcome } = optimized;
  if (options.asJson) process.stdout.write(planJson(optimized, prepared, interrupted));
  if (outcome.kind !== "found") {
    if (interrupted) {
      process.stderr.write(`${t("optimize.nothingDone")}\n`);
      return EXIT.interrupted;
    }
    for (const sentence of whyNot(outcome, prepared, session)) process.stderr.write(`${sentence}\n`);
    return EXIT.invalid;
  }
  if (outcome.isCut && !interrupted && !session.quiet) process.stderr.write(`${t("optimize.cut")}\n`);
  const { answer, isEstimateCut } = optimized;
  if (isEstimateCut && answer !== null && !session.quiet)
    process.stderr.write(`${t("optimize.estimateCut", { days: answer.plan.kept.days })}\n`);
  if (interrupted) process.stderr.write(`${t("optimize.interrupted")}\n`);
  if (!options.asJson) process.stdout.write(planReport(optimized, outcome, prepared, session.texts));
  if (options.write !== null) {
    writePlanFile(options.write, outcome.plan, prepared, session.texts);
    if (!session.quiet) process.stderr.write(`${t("optimize.written", { file: options.write })}\n`);
  }
  await report(page, optimized, outcome, prepared, session);
  return interrupted ? EXIT.interrupted : EXIT.fine;
}

/** Of a plan that was estimated anew: the days of the search were kind to it. */
async function report(
  page: ReportFile | null,
  { answer, ...optimized }: Optimized,
  found: Found,
  prepared: Prepared,
  session: Session,
): Promise<void> {
  if (answer === null || page === null) return;
  await page.write((bundle) => {
    const input = planReportInput({ ...optimized, answer }, found, prepared, session.texts);
    return renderReport(input, headlines(input.estimates, input.answer), bundle);
  }, session);
}

type Runs = Extract<ReadStaffing, { ok: true }>["runs"];

async function run(
  prepared: Prepared,
  { budget: budgetMs, replications, seed }: Runs,
  store: ReplicationStore | null,
  { workers }: OptimizeOptions,
  session: Session,
): Promise<{ readonly optimized: Optimized; readonly interrupted: boolean }> {
  const { t } = session.texts;
  const { scenario } = prepared.port.loaded;
  const { signal, end } = untilInterrupted();
  const searching = progressOn(process.stderr, session.quiet, session.texts, "optimize.searching");
  const estimating = progressOn(process.stderr, session.quiet, session.texts, "optimize.estimating");
  const pool = new WorkerPool(workers === null ? {} : { workers });
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  try {
    const optimized = await optimize({ pool, store }, prepared, {
      seed,
      replications,
      budgetMs,
      signal,
      names: {
        plan: t("optimize.planName", { scenario: scenario.name }),
        sameHours: t("optimize.sameHoursName", { scenario: scenario.name }),
      },
      onSearch: ({ elapsedMs, taken }) => searching.update(seconds(elapsedMs), seconds(budgetMs), taken),
      onEstimate: (done, total, { taken }) => estimating.update(done, total, taken),
    });
    return { optimized, interrupted: signal.aborted };
  } finally {
    searching.clear();
    estimating.clear();
    end();
    await pool.close();
  }
}

/** Which constraint fails. */
function whyNot(
  outcome: Exclude<SearchOutcome, { kind: "found" }>,
  prepared: Prepared,
  { texts: { t } }: Session,
): readonly string[] {
  const sure = formatQuantity("share", prepared.sure);
  switch (outcome.kind) {
    case "stopped":
      return [t("optimize.stopped")];
    case "shiftsShort":
      return [t("optimize.shiftsShort")];
    case "rosterShort": {
      const { roster } = prepared.rules;
      const { needed } = outcome;
      if (roster === null || roster >= needed) return [t("optimize.lengthsShort", { count: needed })];
      return [t("optimize.rosterShort", { needed, count: needed - roster })];
    }
    case "impossible": {
      const { kept, days, broken } = outcome;
      const each = broken.map(({ promise, limitMs }) =>
        t("optimize.broken", {
          promise: formatWaitPromise(promise),
          kept: formatWaitPromise({ ...promise, limitMs: upToMinute(limitMs) }),
          sure,
        }),
      );
      return [
        t("optimize.impossible", { kept, days, sure }),
        ...(each.length > 0 ? each : [t("optimize.together")]),
        ...boothsShort(prepared, t),
      ];
    }
    default:
      return outcome satisfies never;
  }
}

const boothsShort = (prepared: Prepared, t: Session["texts"]["t"]): readonly string[] =>
  shortPosts(prepared).map(({ fromMs, untilMs, limitMs, ...short }) =>
    t("optimize.short", {
      ...short,
      from: formatClock(fromMs),
      until: formatClock(untilMs),
      limit: formatQuantity("duration", limitMs),
    }),
  );
