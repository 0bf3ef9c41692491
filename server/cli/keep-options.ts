/** What is asked to be kept beside what is printed: checked before anything is opened. */
import { FILE_FORMATS } from "../report/tables/result-files.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Given } from "./given.ts";
import type { KeepOptions } from "./kept-results.ts";
import { oneOf } from "./options.ts";
import { refuseOutputNames } from "./output-names.ts";
import type { FolderOptions } from "./result-folder.ts";
import type { Texts } from "./texts.ts";

/** Options that say nothing without a folder. */
const OF_OUT = { format: "--format", withVisits: "--with-visits", excel: "--excel" } as const;

/** Null: no folder is named. */
export function folderOptions(given: Given, texts: Texts): FolderOptions | null {
  const { t } = texts;
  refuseOutputNames(given, texts);
  if (given.out === undefined) {
    const stray = (["format", "withVisits", "excel"] as const).find((name) => given[name] !== undefined);
    if (stray !== undefined)
      throw new CommandError(EXIT.usage, t("files.noFolder", { option: OF_OUT[stray] }));
    return null;
  }
  const format = oneOf("--format", given.format ?? "csv", FILE_FORMATS, texts);
  const isForSpreadsheets = given.excel === true;
  if (isForSpreadsheets && format === "parquet")
    throw new CommandError(EXIT.usage, t("files.excelWithoutCsv"));
  return { folder: given.out, format, isForSpreadsheets };
}

export function keepOptions(given: Given, texts: Texts): KeepOptions {
  const folder = folderOptions(given, texts);
  const withVisits = given.withVisits === true;
  if (withVisits && given.visits !== undefined)
    throw new CommandError(EXIT.usage, texts.t("files.bothVisits"));
  return { out: folder === null ? null : { ...folder, withVisits }, report: given.report ?? null };
}
