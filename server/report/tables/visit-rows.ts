/** Lines of CSV, as runs send the visits of vehicles, read back into rows. Parts may end within a line. */
import { TABLES } from "./columns.ts";
import type { Cell } from "./columns.ts";

const COMMA = 44;
const QUOTE = 34;
const NEWLINE = 10;
const ZERO = 48;
const MINUS = 45;
const LETTER_T = 116;

const TYPES = TABLES.visits.map(({ type }) => type);

export class VisitRows {
  #rest: Uint8Array = new Uint8Array(0);
  readonly #cells: Cell[] = TYPES.map(() => null);

  /** Tells each whole line; the cells are those of the next line too. */
  read(part: Uint8Array, tell: (cells: readonly Cell[]) => void): void {
    const bytes = Buffer.concat([this.#rest, part]);
    let at = 0;
    for (;;) {
      const end = lineEnd(bytes, at);
      if (end < 0) break;
      this.#line(bytes, at, end - 1);
      tell(this.#cells);
      at = end + 1;
    }
    this.#rest = bytes.subarray(at);
  }

  /** Drops a line that has come in part. */
  forget(): void {
    this.#rest = new Uint8Array(0);
  }

  #line(bytes: Buffer, from: number, end: number): void {
    let at = from;
    for (let c = 0; c < TYPES.length; c++) {
      const stop = cellEnd(bytes, at, end);
      this.#cells[c] = stop === at ? null : cellOf(bytes, at, stop, c);
      at = stop + 1;
    }
  }
}

function cellOf(bytes: Buffer, from: number, to: number, c: number): Cell {
  switch (TYPES[c]) {
    case "text":
      return textOf(bytes, from, to);
    case "yesNo":
      return bytes[from] === LETTER_T;
    default:
      return numberOf(bytes, from, to);
  }
}

function textOf(bytes: Buffer, from: number, to: number): string {
  if (bytes[from] !== QUOTE) return bytes.toString("utf8", from, to);
  return bytes.toString("utf8", from + 1, to - 1).replaceAll('""', '"');
}

function numberOf(bytes: Buffer, from: number, to: number): number {
  const isNegative = bytes[from] === MINUS;
  let value = 0;
  for (let at = isNegative ? from + 1 : from; at < to; at++) value = 10 * value + bytes[at]! - ZERO;
  return isNegative ? -value : value;
}

/** Where the newline of the line stands, outside quotes; −1: it has not come. */
function lineEnd(bytes: Buffer, from: number): number {
  let isQuoted = false;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) isQuoted = !isQuoted;
    else if (bytes[at] === NEWLINE && !isQuoted) return at;
  }
  return -1;
}

function cellEnd(bytes: Buffer, from: number, end: number): number {
  let isQuoted = false;
  for (let at = from; at < end; at++) {
    if (bytes[at] === QUOTE) isQuoted = !isQuoted;
    else if (bytes[at] === COMMA && !isQuoted) return at;
  }
  return end;
}
