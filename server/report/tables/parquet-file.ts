/**
 * Rows as a Parquet file, written group by group, so that a file of any length takes no more memory than a group.
 *
 * A group holds either rows that are kept or rows that may still be taken back, never both. Whatever happens the file
 * can then be closed with the kept ones.
 */
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ColumnSource } from "hyparquet-writer";
import type { Cell, Column, ColumnType } from "./columns.ts";
import { FileEnd } from "./table-file.ts";
import type { Output, TableFile } from "./table-file.ts";

/** Enough for columns to be packed well, little enough for the memory. */
const GROUP_ROWS = 65_536;

const PHYSICAL: Readonly<Record<ColumnType, object>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  whole: { type: "INT32" },
  long: { type: "INT64" },
  number: { type: "DOUBLE" },
  yesNo: { type: "BOOLEAN" },
};

/** Where the file stood when its rows were kept. */
type Mark = {
  readonly bytes: number;
  readonly groups: number;
  readonly indexes: number;
  readonly rows: bigint;
};

export class ParquetFile implements TableFile {
  readonly #end: FileEnd;
  readonly #columns: readonly Column[];
  readonly #buffers: Cell[][];
  readonly #bytes = new ByteWriter();
  readonly #parquet: ParquetWriter;
  #kept = 0;
  /** Rows in memory, and how many of them are kept. */
  #rows = 0;
  #keptHere = 0;
  /** Rows in groups of the file that are not kept yet. */
  #loose = 0;
  #mark: Mark;

  private constructor(end: FileEnd, columns: readonly Column[], about: Readonly<Record<string, string>>) {
    this.#end = end;
    this.#columns = columns;
    this.#buffers = columns.map(() => []);
    this.#parquet = new ParquetWriter({
      writer: this.#bytes,
      schema: [
        { name: "root", num_children: columns.length },
        ...columns.map(({ name, type, isNullable }) => ({
          name,
          ...PHYSICAL[type],
          repetition_type: isNullable ? ("OPTIONAL" as const) : ("REQUIRED" as const),
        })),
      ],
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
      createdBy: "cruce",
    });
    this.#mark = this.#here();
  }

  /** With its first bytes. `about` is stored in the file, for whoever finds it without the metadata. */
  static async open(
    file: Output,
    columns: readonly Column[],
    about: Readonly<Record<string, string>>,
  ): Promise<ParquetFile> {
    const made = new ParquetFile(new FileEnd(file), columns, about);
    await made.#flush();
    made.#mark = made.#here();
    return made;
  }

  get kept(): number {
    return this.#kept;
  }

  add(cells: readonly Cell[]): void {
    for (let c = 0; c < cells.length; c++) this.#buffers[c]!.push(cells[c]!);
    this.#rows++;
  }

  async settle(): Promise<void> {
    if (this.#rows < GROUP_ROWS) return;
    await this.#writeKept();
    while (this.#rows >= GROUP_ROWS) {
      this.#loose += GROUP_ROWS;
      await this.#write(GROUP_ROWS);
    }
  }

  keep(): void {
    this.#kept += this.#loose + this.#rows - this.#keptHere;
    this.#loose = 0;
    this.#keptHere = this.#rows;
    this.#mark = this.#here();
  }

  async takeBack(): Promise<void> {
    const { bytes, groups, indexes, rows } = this.#mark;
    for (const buffer of this.#buffers) buffer.length = this.#keptHere;
    this.#rows = this.#keptHere;
    this.#loose = 0;
    this.#parquet.row_groups.length = groups;
    this.#parquet.pendingIndexes.length = indexes;
    this.#parquet.num_rows = rows;
    this.#bytes.index = 0;
    this.#bytes.offset = bytes;
    await this.#end.cutTo(bytes);
  }

  async finish(): Promise<void> {
    await this.#writeKept();
    await this.#parquet.finish();
    await this.#flush();
  }

  async #writeKept(): Promise<void> {
    if (this.#keptHere === 0) return;
    const rows = this.#keptHere;
    try {
      await this.#write(rows);
    } catch (error) {
      this.#kept -= rows;
      throw error;
    } finally {
      this.#keptHere = 0;
    }
    this.#mark = this.#here();
  }

  /** The first rows in memory, as a group. */
  async #write(rows: number): Promise<void> {
    const columnData = this.#columns.map(({ name, type }, c): ColumnSource => {
      const taken = this.#buffers[c]!.splice(0, rows);
      const data =
        type === "long" ? taken.map((cell) => (typeof cell === "number" ? BigInt(cell) : cell)) : taken;
      return { name, data };
    });
    this.#rows -= rows;
    await this.#parquet.write({ columnData, rowGroupSize: rows });
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    await this.#end.append(bytes);
  }

  #here(): Mark {
    const { row_groups, pendingIndexes, num_rows } = this.#parquet;
    return {
      bytes: this.#end.bytes,
      groups: row_groups.length,
      indexes: pendingIndexes.length,
      rows: num_rows,
    };
  }
}
