/** The folder that `--out` names: opened before the work begins, with its files, or the command ends in a sentence. */
import { PLAIN_CSV, spreadsheetCsv } from "../report/tables/csv-file.ts";
import type { TableName } from "../report/tables/columns.ts";
import { HasResultsError, METADATA_FILE, ResultFiles } from "../report/tables/result-files.ts";
import type { FileFormat, ResultFilesOptions } from "../report/tables/result-files.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Session } from "./session.ts";
import { VERSION } from "./version.ts";
import { inWords } from "./write-failure.ts";

export type FolderOptions = {
  readonly folder: string;
  readonly format: FileFormat;
  /** CSV as spreadsheets of the language open it. */
  readonly isForSpreadsheets: boolean;
};

export async function openFolder(
  { folder, format, isForSpreadsheets }: FolderOptions,
  tables: readonly TableName[],
  { texts }: Session,
): Promise<ResultFiles> {
  const csv = isForSpreadsheets ? spreadsheetCsv(texts.locale) : PLAIN_CSV;
  const about = { cruce: VERSION, metadata: METADATA_FILE };
  const options: ResultFilesOptions = { folder, format, csv, tables, about };
  try {
    return await inWords("files.failed", folder, texts, () => ResultFiles.open(options));
  } catch (error) {
    if (!(error instanceof HasResultsError)) throw error;
    const { file, isFinished } = error;
    const key = isFinished ? "files.exists" : "files.unfinished";
    throw new CommandError(EXIT.usage, texts.t(key, { folder, file }));
  }
}

/** On stderr, once all is written. */
export function sayWritten(files: ResultFiles, { texts, quiet }: Session): void {
  if (quiet) return;
  const names = [...files.names, METADATA_FILE].join(", ");
  process.stderr.write(`${texts.t("files.written", { folder: files.folder, files: names })}\n`);
}
