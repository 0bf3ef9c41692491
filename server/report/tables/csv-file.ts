/** Rows as a CSV file: by RFC 4180, or as a spreadsheet of the reader's country opens it. */
import { csvCell } from "../../../shared/csv.ts";
import type { Cell, Column } from "./columns.ts";
import { FileEnd } from "./table-file.ts";
import type { Output, TableFile } from "./table-file.ts";

export type CsvDialect = {
  readonly separator: "," | ";";
  readonly decimalMark: "." | ",";
  /** Tells a spreadsheet that the text is UTF-8. */
  readonly byteOrderMark: boolean;
};

export const PLAIN_CSV: CsvDialect = { separator: ",", decimalMark: ".", byteOrderMark: false };

/** Where decimals have a comma, lists have a semicolon. */
export function spreadsheetCsv(locale: string): CsvDialect {
  const mark = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal")?.value;
  return mark === ","
    ? { separator: ";", decimalMark: ",", byteOrderMark: true }
    : { separator: ",", decimalMark: ".", byteOrderMark: true };
}

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t]/;

export function csvRow(
  cells: readonly Cell[],
  { separator, decimalMark, byteOrderMark }: CsvDialect,
): string {
  // The apostrophe is shown by some, but "+ 1 shift of officers" is "#NAME?" without it.
  const asText = (cell: Cell): Cell =>
    byteOrderMark && typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : cell;
  return `${cells.map((cell) => cellText(asText(cell), separator, decimalMark)).join(separator)}\r\n`;
}

function cellText(cell: Cell, separator: string, decimalMark: string): string {
  if (typeof cell === "number") return decimalMark === "." ? String(cell) : String(cell).replace(".", ",");
  if (typeof cell === "boolean") return String(cell);
  if (cell !== null && separator !== "," && cell.includes(separator))
    return `"${cell.replaceAll('"', '""')}"`;
  return csvCell(cell);
}

export const csvHead = (columns: readonly Column[], dialect: CsvDialect): string =>
  (dialect.byteOrderMark ? "\ufeff" : "") +
  csvRow(
    columns.map(({ name }) => name),
    dialect,
  );

const MOST_LINES = 4_096;

export class CsvFile implements TableFile {
  readonly #end: FileEnd;
  readonly #dialect: CsvDialect;
  #lines: string[] = [];
  /** Lines in memory that are kept. */
  #keptHere = 0;
  #loose = 0;
  #kept = 0;
  #keptBytes = 0;

  private constructor(end: FileEnd, dialect: CsvDialect) {
    this.#end = end;
    this.#dialect = dialect;
  }

  /** With its header. */
  static async open(file: Output, columns: readonly Column[], dialect: CsvDialect): Promise<CsvFile> {
    const made = new CsvFile(new FileEnd(file), dialect);
    await made.#end.append(new TextEncoder().encode(csvHead(columns, dialect)));
    made.#keptBytes = made.#end.bytes;
    return made;
  }

  get kept(): number {
    return this.#kept;
  }

  add(cells: readonly Cell[]): void {
    this.#lines.push(csvRow(cells, this.#dialect));
  }

  async settle(): Promise<void> {
    if (this.#lines.length < MOST_LINES) return;
    await this.#writeKept();
    this.#loose += this.#lines.length;
    await this.#write(this.#lines.length);
  }

  keep(): void {
    this.#kept += this.#loose + this.#lines.length - this.#keptHere;
    this.#loose = 0;
    this.#keptHere = this.#lines.length;
    this.#keptBytes = this.#end.bytes;
  }

  async takeBack(): Promise<void> {
    this.#lines.length = this.#keptHere;
    this.#loose = 0;
    await this.#end.cutTo(this.#keptBytes);
  }

  finish(): Promise<void> {
    return this.#writeKept();
  }

  async #writeKept(): Promise<void> {
    const lines = this.#keptHere;
    this.#keptHere = 0;
    try {
      await this.#write(lines);
    } catch (error) {
      this.#kept -= lines;
      throw error;
    }
    this.#keptBytes = this.#end.bytes;
  }

  async #write(lines: number): Promise<void> {
    if (lines > 0) await this.#end.append(new TextEncoder().encode(this.#lines.splice(0, lines).join("")));
  }
}
