/**
 * Plain tables for a terminal: columns as wide as their widest cell, numbers to the right. Where a line has no room
 * the cell that names it stands above the others; where those have none either, each stands in a line of its own beside
 * the title of its column.
 */
import { stripVTControlCharacters } from "node:util";

export type Column = { readonly title: string; readonly align: "left" | "right" };

type Row = readonly string[];

const GAP = "  ";

/** `room`: characters of a line. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly Row[],
  room = roomOn(process.stdout),
): string {
  const widths = columns.map((column, i) =>
    Math.max(width(column.title), ...rows.map((row) => width(row[i] ?? ""))),
  );
  if (lengthOf(widths) <= room) return inLines(columns, rows, widths);
  if (GAP.length + lengthOf(widths.slice(1)) <= room) return underNames(columns, rows, widths, room);
  return underTitles(columns, rows, room);
}

function inLines(columns: readonly Column[], rows: readonly Row[], widths: readonly number[]): string {
  const rule = widths.map((size) => "─".repeat(size));
  return [titlesOf(columns), rule, ...rows].map((cells) => lineOf(columns, cells, widths)).join("\n");
}

function underNames(
  columns: readonly Column[],
  rows: readonly Row[],
  widths: readonly number[],
  room: number,
): string {
  const others = (cells: Row): string => lineOf(columns.slice(1), cells.slice(1), widths.slice(1));
  const folded = (cells: Row): string => `${cells[0]!.trimEnd()}\n${GAP}${others(cells)}`.trimEnd();
  return [folded(titlesOf(columns)), ruleUnder(widths[0]!, room), ...rows.map(folded)].join("\n");
}

function underTitles([first, ...others]: readonly Column[], rows: readonly Row[], room: number): string {
  const names = Math.max(width(first!.title), ...rows.map((row) => width(row[0]!)));
  const titles = Math.max(...others.map(({ title }) => width(title)));
  const cells = Math.max(...rows.flatMap((row) => row.slice(1).map(width)));
  const isBeside = 2 * GAP.length + titles + cells <= room;
  const entry = ({ title, align }: Column, cell: string): readonly string[] => {
    if (width(cell) === 0) return [];
    if (!isBeside) return [...(title === "" ? [] : [`${GAP}${title}`]), `${GAP}${GAP}${cell}`];
    return [`${GAP}${padded(title, titles, "left")}${GAP}${padded(cell, cells, align)}`.trimEnd()];
  };
  const lines = rows.flatMap((row) => [
    row[0]!,
    ...others.flatMap((column, i) => entry(column, row[i + 1] ?? "")),
  ]);
  return [first!.title, ruleUnder(names, room), ...lines].join("\n");
}

const titlesOf = (columns: readonly Column[]): Row => columns.map(({ title }) => title);

const ruleUnder = (size: number, room: number): string => "─".repeat(Math.min(room, size));

const lineOf = (columns: readonly Column[], cells: Row, widths: readonly number[]): string =>
  cells
    .map((cell, i) => padded(cell, widths[i]!, columns[i]!.align))
    .join(GAP)
    .trimEnd();

function padded(cell: string, size: number, align: Column["align"]): string {
  const gap = " ".repeat(size - width(cell));
  return align === "right" ? gap + cell : cell + gap;
}

const lengthOf = (widths: readonly number[]): number =>
  widths.reduce((sum, size) => sum + size + GAP.length, -GAP.length);

const roomOn = ({ columns }: NodeJS.WriteStream): number => (columns > 0 ? columns : Infinity);

/** Characters as a terminal counts them, accents joined. */
const width = (text: string): number => [...stripVTControlCharacters(text).normalize("NFC")].length;
