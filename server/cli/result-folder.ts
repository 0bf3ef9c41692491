/** The folder that `--out` names: opened before the work begins, with its files, or the command ends in a sentence. */
import { PLAIN_CSV, spreadsheetCsv } from "../report/tables/csv-file.ts";
import type { TableName } from "../report/tables/columns.ts";
import { HasResultsError, METADATA_FILE, ResultFiles } from "../report/tables/result-files.ts";
import type { FileFormat } from "../report/tables/result-files.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Session } from "./session.ts";
import { unfinished } from "./unfinished.ts";
import { VERSION } from "./version.ts";
import { inWords } from "./write-failure.ts";

export type FolderOptions = {
  readonly folder: string;
  readonly format: FileFormat;
  /** CSV as spreadsheets of the language open it. */
  readonly isForSpreadsheets: boolean;
};

/** The files of the folder, which are whole when the work has finished them, or gone when it ends. */
export async function inNewFolder<T>(
  { folder, format, isForSpreadsheets }: FolderOptions,
  tables: readonly TableName[],
  { texts, quiet }: Session,
  work: (files: ResultFiles) => Promise<T>,
): Promise<T> {
  const csv = isForSpreadsheets ? spreadsheetCsv(texts.locale) : PLAIN_CSV;
  const about = { cruce: VERSION, metadata: METADATA_FILE };
  const files = new ResultFiles({ folder, format, csv, tables, about });
  const over = unfinished({
    takeBack: () => files.drop(),
    told: () => (files.isFinished ? null : texts.t("files.stopped", { file: folder })),
  });
  const dropped = (names: readonly string[]): void => {
    if (quiet) return;
    process.stderr.write(`${texts.t("files.leftovers", { folder, files: names.join(", ") })}\n`);
  };
  try {
    await inWords("files.failed", folder, texts, () => files.open(dropped));
    return await work(files);
  } catch (error) {
    if (!(error instanceof HasResultsError)) throw error;
    const key = error.isWhole ? "files.exists" : "files.inPart";
    throw new CommandError(EXIT.usage, texts.t(key, { folder, file: error.file }));
  } finally {
    await files.close();
    over();
  }
}

/** On stderr, once all is written. */
export function sayWritten(files: ResultFiles, { texts, quiet }: Session): void {
  if (quiet) return;
  const names = files.names.join(", ");
  process.stderr.write(`${texts.t("files.written", { folder: files.folder, files: names })}\n`);
}
