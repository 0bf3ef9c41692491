/**
 * What `sweep` keeps beside what it prints: tidy files of points, figures, days, effects and frontier in a folder, and
 * the report.
 */
import { DRAW_SCHEME } from "../engine/draws.ts";
import { renderSweepReport } from "../report/html/sweep-page.ts";
import { SWEEP_TABLES } from "../report/tables/columns.ts";
import { metadataOf } from "../report/tables/metadata.ts";
import type { SweepProvenance } from "../report/tables/metadata.ts";
import type { ResultFiles } from "../report/tables/result-files.ts";
import {
  dayCells,
  effectCells,
  frontierCells,
  pointCells,
  responseCells,
  settingCells,
} from "../report/tables/sweep-rows.ts";
import { commandLine } from "./command-line.ts";
import type { SweptResult } from "./output/sweep.ts";
import { ReportFile } from "./report-file.ts";
import { inNewFolder, sayWritten } from "./result-folder.ts";
import type { FolderOptions } from "./result-folder.ts";
import type { Session } from "./session.ts";
import { sweepReportInput } from "./sweep-report-input.ts";
import { VERSION } from "./version.ts";
import { inWords } from "./write-failure.ts";

export type KeepSweeps = {
  readonly out: FolderOptions | null;
  /** File for the report; null: none is wanted. */
  readonly report: string | null;
};

/** Opened before the work begins, and closed however it ends. */
export async function keepingSweeps<T>(
  { out, report }: KeepSweeps,
  session: Session,
  work: (kept: SweptResults) => Promise<T>,
): Promise<T> {
  const page = report === null ? null : await ReportFile.open(report, session.texts);
  try {
    if (out === null) return await work(new SweptResults(null, page, session));
    return await inNewFolder(out, SWEEP_TABLES, session, (files) =>
      work(new SweptResults(files, page, session)),
    );
  } finally {
    await page?.close();
  }
}

export class SweptResults {
  readonly #files: ResultFiles | null;
  readonly #page: ReportFile | null;
  readonly #session: Session;

  constructor(files: ResultFiles | null, page: ReportFile | null, session: Session) {
    this.#files = files;
    this.#page = page;
    this.#session = session;
  }

  /** After the results are printed. */
  async write(swept: readonly SweptResult[], interrupted: boolean): Promise<void> {
    const { texts } = this.#session;
    const provenance = provenanceOf(swept, interrupted);
    await this.#page?.write(
      (bundle) => renderSweepReport(sweepReportInput(swept, provenance, texts), bundle),
      this.#session,
    );
    const files = this.#files;
    if (files === null) return;
    await inWords("files.failed", files.folder, texts, async () => {
      for (const one of swept) await fill(files, one);
      const scenarios = swept.map(({ scenario }) => scenario);
      const names = swept.map(({ name }) => name);
      await files.finish((written) => metadataOf(provenance, names, scenarios, written, texts));
    });
    sayWritten(files, this.#session);
  }
}

async function fill(files: ResultFiles, swept: SweptResult): Promise<void> {
  await files.add("points", pointCells(swept));
  await files.add("settings", settingCells(swept));
  await files.add("responses", responseCells(swept));
  await files.add("days", dayCells(swept));
  await files.add("effects", effectCells(swept));
  await files.add("frontier", frontierCells(swept));
}

const provenanceOf = (swept: readonly SweptResult[], interrupted: boolean): SweepProvenance => ({
  cruce: VERSION,
  drawScheme: DRAW_SCHEME,
  command: commandLine(process.argv.slice(2)),
  ...(swept.some(({ antithetic }) => antithetic) && { antithetic: true as const }),
  interrupted,
  sweeps: swept.map(({ name, plan, days, result: { settings, total } }) => ({
    scenario: name,
    seed: plan.seed,
    replications: days,
    design: plan.design.kind,
    pointsInAll: total,
    settings: settings.map(({ name: path, label: setting }) => ({ setting, path })),
  })),
});
