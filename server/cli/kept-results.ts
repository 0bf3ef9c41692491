/** What `run` and `compare` keep beside what they print: the files of results in a folder, and the report. */
import { DRAW_SCHEME } from "../engine/draws.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { renderReport } from "../report/html/page.ts";
import { localTimes } from "../report/tables/local-time.ts";
import { metadataOf } from "../report/tables/metadata.ts";
import type { Provenance } from "../report/tables/metadata.ts";
import type { ResultFiles } from "../report/tables/result-files.ts";
import { differenceCells, estimateCells, intervalCells, replicationCells } from "../report/tables/rows.ts";
import type { TableName } from "../report/tables/columns.ts";
import { dayNumber } from "../run/unit.ts";
import { commandLine } from "./command-line.ts";
import type { Outcome } from "./experiment.ts";
import { headlines } from "./output/tables.ts";
import { ReportFile } from "./report-file.ts";
import { reportInput } from "./report-input.ts";
import type { Said } from "./report-input.ts";
import { inNewFolder, sayWritten } from "./result-folder.ts";
import type { FolderOptions } from "./result-folder.ts";
import type { Session } from "./session.ts";
import { VERSION } from "./version.ts";
import { VisitsFile } from "./visits-file.ts";
import { inWords } from "./write-failure.ts";

export type OutOptions = FolderOptions & { readonly withVisits: boolean };

export type KeepOptions = {
  readonly out: OutOptions | null;
  /** File for the report; null: none is wanted. */
  readonly report: string | null;
};

/** Everything that is to be kept is opened before the work begins, and closed however it ends. */
export async function keeping<T>(
  { out, report }: KeepOptions,
  { isCompared }: { readonly isCompared: boolean },
  session: Session,
  work: (kept: KeptResults) => Promise<T>,
): Promise<T> {
  const page = report === null ? null : await ReportFile.open(report, session.texts);
  try {
    if (out === null) return await work(new KeptResults(null, page, false, session));
    return await inNewFolder(out, tablesOf(out, isCompared), session, (files) =>
      work(new KeptResults(files, page, out.withVisits, session)),
    );
  } finally {
    await page?.close();
  }
}

const tablesOf = ({ withVisits }: OutOptions, isCompared: boolean): readonly TableName[] => [
  "estimates",
  ...(isCompared ? (["differences"] as const) : []),
  "replications",
  "intervals",
  ...(withVisits ? (["visits"] as const) : []),
];

export class KeptResults {
  /** Takes the visits of vehicles while days are run; null: none are wanted. */
  readonly visits: VisitsFile | null;
  readonly #files: ResultFiles | null;
  readonly #page: ReportFile | null;
  readonly #session: Session;

  constructor(files: ResultFiles | null, page: ReportFile | null, withVisits: boolean, session: Session) {
    this.#files = files;
    this.#page = page;
    this.#session = session;
    this.visits = files === null || !withVisits ? null : visitsInto(files, session);
  }

  /** Whether nothing is to be kept. */
  get isEmpty(): boolean {
    return this.#files === null && this.#page === null;
  }

  /** Whether there will be a page with pictures. */
  get hasReport(): boolean {
    return this.#page !== null;
  }

  /** After the results are printed. */
  async write(outcome: Outcome, scenarios: readonly LoadedScenario[], said: Said): Promise<void> {
    const { texts } = this.#session;
    const provenance = provenanceOf(outcome);
    await this.#page?.write((bundle) => {
      const input = reportInput(outcome, scenarios, said, provenance, texts);
      return renderReport(input, headlines(input.estimates, input.answer), bundle);
    }, this.#session);
    const files = this.#files;
    if (files === null) return;
    await inWords("files.failed", files.folder, texts, () =>
      this.#fill(files, outcome, scenarios, provenance),
    );
    sayWritten(files, this.#session);
  }

  async #fill(
    files: ResultFiles,
    { results, units }: Outcome,
    scenarios: readonly LoadedScenario[],
    provenance: Provenance,
  ): Promise<void> {
    await files.add("estimates", results.flatMap(({ estimates }) => estimates).map(estimateCells));
    await files.add("differences", results.flatMap(({ differences }) => differences).map(differenceCells));
    let first = 0;
    for (const [group, { scenarios: names }] of results.entries()) {
      const own = names.map((name, i) => ownOf(name, scenarios[first + i]!));
      first += names.length;
      for (const { replication, days } of units[group]!) {
        for (const [d, { summaries }] of days.entries()) {
          const number = dayNumber(replication, d, days.length);
          for (const [i, day] of summaries.entries()) {
            const { name, costs, localTime } = own[i]!;
            await files.add("replications", replicationCells({ name, costs }, number, day));
            await files.add("intervals", intervalCells(name, number, day, localTime));
          }
        }
      }
    }
    const { texts } = this.#session;
    const names = results.flatMap((result) => result.scenarios);
    await files.finish((written) =>
      metadataOf(provenance, names, scenarios, written, {
        files: texts.files,
        metrics: texts.metrics,
      }),
    );
  }
}

const ownOf = (name: string, { scenario: { costs, zone, from } }: LoadedScenario) => ({
  name,
  costs: costs ?? {},
  localTime: localTimes(zone, from),
});

const provenanceOf = ({ results, interrupted }: Outcome): Provenance => ({
  cruce: VERSION,
  drawScheme: DRAW_SCHEME,
  command: commandLine(process.argv.slice(2)),
  seed: results[0]!.seed,
  replications: Math.min(...results.map(({ replications }) => replications.length)),
  ...(results.some(({ antithetic }) => antithetic) && { antithetic: true as const }),
  interrupted,
});

function visitsInto(files: ResultFiles, { texts }: Session): VisitsFile {
  const output = {
    write: (bytes: Uint8Array) => files.visits(bytes),
    keep: () => files.keepVisits(),
    takeBack: async () => {
      await files.takeBackVisits();
      return true;
    },
  };
  return VisitsFile.into(output, files.folder, files.folder, texts);
}
