/**
 * Plain tables for a terminal: columns as wide as their widest cell, numbers to the right. Where a line has no room
 * the cell that names it stands above the others.
 */
import { stripVTControlCharacters } from "node:util";

export type Column = { readonly title: string; readonly align: "left" | "right" };

const GAP = "  ";

/** `room`: characters of a line. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  room = roomOn(process.stdout),
): string {
  const widths = columns.map((column, i) =>
    Math.max(width(column.title), ...rows.map((row) => width(row[i] ?? ""))),
  );
  const line = (cells: readonly string[], from: number, to: number): string =>
    cells
      .slice(from, to)
      .map((cell, i) => {
        const gap = " ".repeat(widths[from + i]! - width(cell));
        return columns[from + i]!.align === "right" ? gap + cell : cell + gap;
      })
      .join(GAP)
      .trimEnd();
  const isWide = widths.reduce((sum, size) => sum + size + GAP.length, -GAP.length) > room;
  const laidOut = (cells: readonly string[]): string =>
    isWide ? `${line(cells, 0, 1)}\n${GAP}${line(cells, 1, cells.length)}` : line(cells, 0, cells.length);
  return [
    laidOut(columns.map((column) => column.title)),
    isWide ? "─".repeat(Math.min(room, widths[0]!)) : laidOut(widths.map((size) => "─".repeat(size))),
    ...rows.map(laidOut),
  ].join("\n");
}

const roomOn = ({ columns }: NodeJS.WriteStream): number => (columns > 0 ? columns : Infinity);

/** Characters as a terminal counts them, accents joined. */
const width = (text: string): number => [...stripVTControlCharacters(text).normalize("NFC")].length;
