/** A file that rows are written to as they come. What is not kept can be taken back until the file is finished. */
import type { FileHandle } from "node:fs/promises";
import type { Cell } from "./columns.ts";

export interface TableFile {
  /** Rows that stay. */
  readonly kept: number;
  /** Takes a row down in memory; the cells may be used again. */
  add(cells: readonly Cell[]): void;
  /** After some rows: writes what there is too much of in memory. */
  settle(): Promise<void>;
  /** All rows so far stay. */
  keep(): void;
  /** Drops the rows that are not kept. */
  takeBack(): Promise<void>;
  /** Writes the rest; nothing may be added after it. */
  finish(): Promise<void>;
}

/** What a table needs of an open file. */
export type Output = Pick<FileHandle, "appendFile" | "truncate">;

/** The end of a file, which can be taken back to an earlier one. */
export class FileEnd {
  readonly #file: Output;
  #bytes = 0;

  constructor(file: Output) {
    this.#file = file;
  }

  get bytes(): number {
    return this.#bytes;
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.#file.appendFile(bytes);
    this.#bytes += bytes.length;
  }

  /** Also what a failed `append` has left. */
  async cutTo(bytes: number): Promise<void> {
    await this.#file.truncate(bytes);
    this.#bytes = bytes;
  }
}
