/**
 * The files of one experiment in a folder of their own. All are opened before anything runs, so that a folder that
 * cannot be written to is known at once; a folder that has results is refused.
 *
 * Visits come while days are run, everything else at the end. Until then the files stand beside their names, and all
 * of them take theirs at once, metadata last: whatever happens, a folder with metadata has whole results.
 */
import { createHash } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, join } from "node:path";
import { dropNow, isFree, openPart, partOf, takeNames } from "../part-file.ts";
import type { PartFile } from "../part-file.ts";
import { TABLES, TABLE_NAMES } from "./columns.ts";
import type { Cell, TableName } from "./columns.ts";
import { dropLeftovers } from "./leftovers.ts";
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

/** The folder has results of before, or what another command has put there in the meantime. */
export class HasResultsError extends Error {
  readonly file: string;
  /** False: there is no metadata with it. */
  readonly isWhole: boolean;

  constructor(folder: string, file: string) {
    super(`${folder} has results: ${file}`);
    this.name = "HasResultsError";
    this.file = file;
    this.isWhole = !isFree(join(folder, METADATA_FILE));
  }
}

type OpenFile = PartFile & { readonly handle: FileHandle };
type OpenTable = OpenFile & {
  readonly table: TableName;
  readonly csv: CsvDialect | null;
  readonly rows: TableFile;
};

export class ResultFiles {
  readonly folder: string;
  readonly #options: ResultFilesOptions;
  readonly #visitRows = new VisitRows();
  readonly #begun: PartFile[] = [];
  readonly #handles: FileHandle[] = [];
  readonly #tables: OpenTable[] = [];
  #isFinished = false;

  constructor(options: ResultFilesOptions) {
    this.folder = options.folder;
    this.#options = options;
  }

  /** Before anything else. What a killed command has left there goes, and is told to `dropped`. */
  async open(dropped: (files: readonly string[]) => void): Promise<void> {
    const { tables } = this.#options;
    await makeFolder(this.folder);
    const leftovers = dropLeftovers(this.folder, NAMES, METADATA_FILE);
    if (leftovers.length > 0) dropped(leftovers);
    refuseResults(this.folder);
    for (const table of tables) for (const csv of kindsOf(this.#options)) await this.#openTable(table, csv);
  }

  /** Whether all files have their names. */
  get isFinished(): boolean {
    return this.#isFinished;
  }

  /** Of the files, in the folder. */
  get names(): readonly string[] {
    return [...this.#tables.map(({ name }) => basename(name)), METADATA_FILE];
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

  /** `metadata` is made of what is in the files, which have their names then. */
  async finish(metadata: (files: readonly WrittenFile[]) => object): Promise<void> {
    const written: WrittenFile[] = [];
    for (const { name, handle, table, csv, rows } of this.#tables) {
      await rows.finish();
      written.push({ file: basename(name), table, csv, rows: rows.kept, ...(await contentOf(handle)) });
    }
    const last = await this.#create(METADATA_FILE);
    await last.handle.writeFile(`${JSON.stringify(metadata(written), null, 2)}\n`);
    // A name must not be on the disk before what it names.
    for (const handle of this.#handles) await handle.sync();
    const taken = takeNames(this.#begun);
    if (taken !== null) throw new HasResultsError(this.folder, basename(taken));
    this.#isFinished = true;
  }

  /** What has no name goes. To be called after `open` even where that fails. */
  async close(): Promise<void> {
    for (const handle of this.#handles.splice(0)) await handle.close();
    this.drop();
  }

  /** At once: what has no name goes, whoever still writes to it. */
  drop(): void {
    if (!this.#isFinished) for (const { part } of this.#begun) dropNow(part);
  }

  async #openTable(table: TableName, csv: CsvDialect | null): Promise<void> {
    const file = await this.#create(`${table}.${csv === null ? "parquet" : "csv"}`);
    const rows =
      csv === null
        ? await ParquetFile.open(file.handle, TABLES[table], this.#options.about)
        : await CsvFile.open(file.handle, TABLES[table], csv);
    this.#tables.push({ ...file, table, csv, rows });
  }

  async #create(file: string): Promise<OpenFile> {
    const name = join(this.folder, file);
    const begun = { name, part: partOf(name) };
    this.#begun.push(begun);
    const handle = await openPart(begun.part);
    this.#handles.push(handle);
    return { ...begun, handle };
  }

  #of(table: TableName): readonly TableFile[] {
    return this.#tables.filter((file) => file.table === table).map(({ rows }) => rows);
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

/** All that a folder of results may hold. */
const NAMES = [METADATA_FILE, ...TABLE_NAMES.flatMap((table) => [`${table}.csv`, `${table}.parquet`])];

function refuseResults(folder: string): void {
  const there = NAMES.find((name) => !isFree(join(folder, name)));
  if (there !== undefined) throw new HasResultsError(folder, there);
}

/** By which a reader tells it from any other. */
async function contentOf(handle: FileHandle): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) {
    hash.update(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
