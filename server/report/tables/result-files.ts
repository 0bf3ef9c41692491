/**
 * The files of one experiment in a folder of their own. All are opened before anything runs, so that a folder that
 * cannot be written to is known at once; a folder that has results is refused.
 *
 * Visits come while days are run, everything else at the end. Whatever happens only whole replications stay.
 */
import { mkdir, open, stat, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { TABLES, TABLE_NAMES } from "./columns.ts";
import type { Cell, TableName } from "./columns.ts";
import { CsvFile } from "./csv-file.ts";
import type { CsvDialect } from "./csv-file.ts";
import type { WrittenFile } from "./metadata.ts";
import { ParquetFile } from "./parquet-file.ts";
import type { TableFile } from "./table-file.ts";
import { VisitRows } from "./visit-rows.ts";

export const FILE_FORMATS = ["csv", "parquet", "both"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const METADATA_FILE = "metadata.json";

export type ResultFilesOptions = {
  readonly folder: string;
  readonly format: FileFormat;
  readonly csv: CsvDialect;
  readonly tables: readonly TableName[];
  /** Stored in each Parquet file. */
  readonly about: Readonly<Record<string, string>>;
};

/** The folder has results of before, or what somebody has begun to write there. */
export class HasResultsError extends Error {
  readonly file: string;
  readonly isFinished: boolean;

  constructor(folder: string, file: string, isFinished: boolean) {
    super(`${folder} has results: ${file}`);
    this.name = "HasResultsError";
    this.file = file;
    this.isFinished = isFinished;
  }
}

type OpenFile = {
  readonly file: string;
  readonly table: TableName;
  readonly csv: CsvDialect | null;
  readonly handle: FileHandle;
  readonly rows: TableFile;
};

export class ResultFiles {
  readonly folder: string;
  readonly #metadata: FileHandle;
  readonly #files: readonly OpenFile[];
  readonly #visitRows = new VisitRows();
  #isFinished = false;

  private constructor(folder: string, metadata: FileHandle, files: readonly OpenFile[]) {
    this.folder = folder;
    this.#metadata = metadata;
    this.#files = files;
  }

  static async open(options: ResultFilesOptions): Promise<ResultFiles> {
    const { folder } = options;
    await makeFolder(folder);
    await refuseResults(folder);
    const created = new Map<string, FileHandle>();
    try {
      const metadata = await create(join(folder, METADATA_FILE), created);
      const files: OpenFile[] = [];
      for (const table of options.tables)
        for (const csv of kindsOf(options)) files.push(await openTable(table, csv, options, created));
      return new ResultFiles(folder, metadata, files);
    } catch (error) {
      for (const [path, handle] of created) await handle.close().then(() => unlink(path));
      throw error;
    }
  }

  /** Of the files, in the folder. */
  get names(): readonly string[] {
    return this.#files.map(({ file }) => file);
  }

  /** Rows of a table that stay. */
  rows(table: TableName): number {
    return this.#of(table)[0]?.kept ?? 0;
  }

  /** Rows that stay together: all of them or none. */
  async add(table: TableName, rows: Iterable<readonly Cell[]>): Promise<void> {
    const files = this.#of(table);
    let waiting = 0;
    for (const cells of rows) {
      for (const file of files) file.add(cells);
      if (++waiting % ROWS_AT_ONCE === 0) for (const file of files) await file.settle();
    }
    for (const file of files) file.keep();
  }

  /** Lines of visits, as runs send them. */
  async visits(bytes: Uint8Array): Promise<void> {
    const files = this.#of("visits");
    this.#visitRows.read(bytes, (cells) => {
      for (const file of files) file.add(cells);
    });
    for (const file of files) await file.settle();
  }

  keepVisits(): void {
    for (const file of this.#of("visits")) file.keep();
  }

  async takeBackVisits(): Promise<void> {
    this.#visitRows.forget();
    for (const file of this.#of("visits")) await file.takeBack();
  }

  /** Closes the files; `metadata` is made of what is in them. */
  async finish(metadata: (files: readonly WrittenFile[]) => object): Promise<void> {
    for (const { rows } of this.#files) await rows.finish();
    const written = this.#files.map(({ file, table, csv, rows }) => ({ file, table, csv, rows: rows.kept }));
    await this.#metadata.writeFile(`${JSON.stringify(metadata(written), null, 2)}\n`);
    this.#isFinished = true;
  }

  /** After a failure, as far as it still can be done, each file ends with what is kept in it; without any it goes. */
  async close(): Promise<void> {
    for (const { file, handle, rows } of this.#files) {
      if (!this.#isFinished)
        await rows
          .takeBack()
          .then(() => rows.finish())
          .catch(() => undefined);
      await handle.close();
      if (!this.#isFinished && rows.kept === 0) await this.#remove(file);
    }
    await this.#metadata.close();
    if (!this.#isFinished) await this.#remove(METADATA_FILE);
  }

  #of(table: TableName): readonly TableFile[] {
    return this.#files.filter((file) => file.table === table).map(({ rows }) => rows);
  }

  #remove(file: string): Promise<void> {
    return unlink(join(this.folder, file)).catch(() => undefined);
  }
}

const ROWS_AT_ONCE = 1_024;

const kindsOf = ({ format, csv }: ResultFilesOptions): readonly (CsvDialect | null)[] =>
  format === "both" ? [csv, null] : format === "csv" ? [csv] : [null];

/** Not those above it: of a path with a slip of the pen nothing shall be made. */
async function makeFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => null);
  if (there === null || !there.isDirectory()) await mkdir(folder);
}

async function refuseResults(folder: string): Promise<void> {
  const names = [METADATA_FILE, ...TABLE_NAMES.flatMap((table) => [`${table}.csv`, `${table}.parquet`])];
  for (const name of names) {
    const there = await stat(join(folder, name)).catch(() => null);
    // What is written last says whether all is there.
    if (there !== null) throw new HasResultsError(folder, name, name !== METADATA_FILE || there.size > 0);
  }
}

async function openTable(
  table: TableName,
  csv: CsvDialect | null,
  { folder, about }: ResultFilesOptions,
  created: Map<string, FileHandle>,
): Promise<OpenFile> {
  const file = `${table}.${csv === null ? "parquet" : "csv"}`;
  const handle = await create(join(folder, file), created);
  const rows =
    csv === null
      ? await ParquetFile.open(handle, TABLES[table], about)
      : await CsvFile.open(handle, TABLES[table], csv);
  return { file, table, csv, handle, rows };
}

/** Appending, so that what is written after something was taken back follows what stays; never over another file. */
async function create(path: string, created: Map<string, FileHandle>): Promise<FileHandle> {
  const handle = await open(path, "ax");
  created.set(path, handle);
  return handle;
}
