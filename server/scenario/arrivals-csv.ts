/**
 * A list of arrivals from a CSV file: every row with its instant, or every fault with its line.
 *
 * Times are local, by the port's clock: a time that occurs twice means the first, one that a clock
 * change skips is a fault. An empty cell is a fault too, never a default: only a column that is
 * left out altogether means laden, without FAST, one at a time.
 */
import { byTime } from "../../shared/scenario/arrivals.ts";
import type { ArrivalRow } from "../../shared/scenario/arrivals.ts";
import { instantOf } from "../../shared/scenario/calendar.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";
import { parseClock } from "../../shared/scenario/clock.ts";
import { guessParams } from "../../shared/scenario/nearest.ts";
import { problem, shorten } from "../../shared/problem.ts";
import type { Problem, ProblemCode, ProblemParams } from "../../shared/problem.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import type { Flow } from "../../shared/vocabulary.ts";
import { refuseOddText } from "./plain-text.ts";

export const MAX_ARRIVALS = 5_000_000;
export const MAX_ARRIVALS_BYTES = 64 * 1024 * 1024;
const MAX_PROBLEMS = 50;
const MAX_COUNT = 10_000;

const COLUMNS = ["time", "flow", "fast", "count"] as const;
type Column = (typeof COLUMNS)[number];
type Cell = { readonly text: string; readonly column: number };
type Line = { readonly number: number; readonly text: string };
/** Reports a fault on the line being read. */
type Complain = (code: ProblemCode, place: { column: number; path: string }, params?: ProblemParams) => void;

export type ParsedArrivals = { readonly rows: ArrivalRow[]; readonly problems: Problem[] };

/**
 * `days` are the days of the run, on which arrivals may fall. Bare times of day belong to the first counted
 * one, after the days of warm-up, as in a timetable.
 */
export function parseArrivalsCsv(
  text: string,
  file: string,
  days: readonly CivilDay[],
  warmUp = 0,
): ParsedArrivals {
  const faults = new Faults(file);
  if (Buffer.byteLength(text) > MAX_ARRIVALS_BYTES) {
    faults.add(0, "CR-513", { column: 0, path: "" }, { most: MAX_ARRIVALS_BYTES / (1024 * 1024) });
    return { rows: [], problems: faults.problems() };
  }
  const odd = refuseOddText(text, file);
  if (odd !== null) return { rows: [], problems: [odd] };
  const lines = linesOf(text.startsWith("\uFEFF") ? text.slice(1) : text);
  const header = lines.next().value ?? { number: 1, text: "" };
  const complainAbout =
    (line: Line): Complain =>
    (code, place, params) =>
      faults.add(line.number, code, place, params);
  const columns = readHeader(header, complainAbout(header));
  if (columns === null) return { rows: [], problems: faults.problems() };

  const rows: ArrivalRow[] = [];
  const readTime = timeReader(days, warmUp);
  let dataLines = 0;
  for (const line of lines) {
    dataLines += 1;
    if (dataLines > MAX_ARRIVALS) {
      faults.add(line.number, "CR-510", { column: 1, path: "" }, { most: MAX_ARRIVALS });
      break;
    }
    const row = readRow(line, columns, readTime, complainAbout(line));
    if (row !== null) rows.push(row);
  }
  if (dataLines === 0) faults.add(header.number, "CR-509", { column: 1, path: "" });
  return { rows: byTime(rows), problems: faults.problems() };
}

/** The first faults, and the number of the rest. */
class Faults {
  readonly #file: string;
  readonly #shown: Problem[] = [];
  #more = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add(
    line: number,
    code: ProblemCode,
    at: { column: number; path: string },
    params: ProblemParams = {},
  ): void {
    if (this.#shown.length >= MAX_PROBLEMS) this.#more += 1;
    else this.#shown.push(problem(code, { file: this.#file, line, column: at.column }, at.path, params));
  }

  problems(): Problem[] {
    if (this.#more === 0) return this.#shown;
    const nowhere = { file: this.#file, line: 0, column: 0 };
    return [...this.#shown, problem("CR-512", nowhere, "", { count: this.#more })];
  }
}

/** Lines with their numbers from 1; empty lines at the end are none. */
function* linesOf(text: string): Generator<Line, undefined> {
  const end = text.trimEnd().length;
  let from = 0;
  for (let number = 1; from < end; number++) {
    const feed = text.indexOf("\n", from);
    const to = feed < 0 ? text.length : feed;
    yield { number, text: text.slice(from, text[to - 1] === "\r" ? to - 1 : to) };
    from = to + 1;
  }
}

/** The cells of a line, trimmed, with their columns from 1; null where a quote does not end. */
function cellsOf(line: string): readonly Cell[] | null {
  const cells: Cell[] = [];
  const hasQuotes = line.includes('"');
  let from = 0;
  while (from <= line.length) {
    const quoted = hasQuotes && /^\s*"/.test(line.slice(from)) ? QUOTED.exec(line.slice(from)) : undefined;
    if (quoted === null) return null;
    const comma = quoted === undefined ? line.indexOf(",", from) : from + quoted[0].length;
    const to = comma < 0 ? line.length : comma;
    const text = quoted === undefined ? line.slice(from, to) : quoted[1]!.replaceAll('""', '"');
    cells.push({ text: text.trim(), column: from + 1 });
    from = to + 1;
  }
  return cells;
}

const QUOTED = /^\s*"((?:[^"]|"")*)"\s*(?=,|$)/;

/** Where each column stands; null where rows cannot be read by it. */
function readHeader(header: Line, complain: Complain): readonly (Column | null)[] | null {
  const cells = cellsOf(header.text);
  const names = (cells ?? []).map(({ text }) => text.toLowerCase());
  if (cells === null || !names.includes("time")) {
    const separator = /^"?\w+"?\s*([;\t|])/.exec(header.text)?.[1];
    const params = { found: shorten(header.text) || "-" };
    complain(
      "CR-501",
      { column: 1, path: "" },
      separator === undefined ? params : { ...params, context: "separator" },
    );
    return null;
  }
  return cells.map(({ text, column }, index): Column | null => {
    const known = COLUMNS.find((name) => name === names[index]);
    if (known !== undefined && names.indexOf(known) === index) return known;
    complain("CR-502", { column, path: shorten(text) }, { found: shorten(text) || "-" });
    return null;
  });
}

type ReadTime = (cell: Cell, complain: Complain) => number | null;

function readRow(
  line: Line,
  columns: readonly (Column | null)[],
  readTime: ReadTime,
  complain: Complain,
): ArrivalRow | null {
  if (line.text.trim() === "") {
    complain("CR-504", { column: 1, path: "time" }, { found: "", context: "empty" });
    return null;
  }
  const cells = cellsOf(line.text);
  if (cells === null) {
    complain("CR-511", { column: line.text.indexOf('"') + 1, path: "" }, { found: shorten(line.text) });
    return null;
  }
  if (cells.length !== columns.length) {
    complain("CR-503", { column: 1, path: "" }, { most: columns.length, found: cells.length });
    return null;
  }
  let timeMs: number | null = null;
  let flow: Flow | null = "laden";
  let fast: boolean | null = false;
  let count: number | null = 1;
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]!;
    if (column === "time") timeMs = readTime(cell, complain);
    else if (column === "flow") flow = readFlow(cell, complain);
    else if (column === "fast") fast = readFast(cell, complain);
    else if (column === "count") count = readCount(cell, complain);
  }
  return timeMs === null || flow === null || fast === null || count === null
    ? null
    : { timeMs, flow, fast, count };
}

const found = (cell: Cell): ProblemParams =>
  cell.text === "" ? { found: "", context: "empty" } : { found: shorten(cell.text) };

function readFlow(cell: Cell, complain: Complain): Flow | null {
  const flow = FLOWS.find((name) => name === cell.text.toLowerCase());
  if (flow !== undefined) return flow;
  complain(
    "CR-505",
    { column: cell.column, path: "flow" },
    { ...guessParams(cell.text, FLOWS), ...found(cell) },
  );
  return null;
}

const YES = new Set(["true", "1", "yes"]);
const NO = new Set(["false", "0", "no"]);

function readFast(cell: Cell, complain: Complain): boolean | null {
  const word = cell.text.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  complain("CR-506", { column: cell.column, path: "fast" }, found(cell));
  return null;
}

function readCount(cell: Cell, complain: Complain): number | null {
  const count = /^[0-9]{1,9}$/.test(cell.text) ? Number(cell.text) : 0;
  if (count >= 1 && count <= MAX_COUNT) return count;
  complain("CR-507", { column: cell.column, path: "count" }, { most: MAX_COUNT, ...found(cell) });
  return null;
}

const TIME = /^(?:(\d{4}-\d\d-\d\d)[T ])?(\d{1,2}:\d\d(?::\d\d)?)(?:\.(\d{1,3}))?$/;

function timeReader(days: readonly CivilDay[], warmUp: number): ReadTime {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const first = days[0]!;
  const firstCounted = days[warmUp]!;
  const last = days.at(-1)!;
  const end = last.startMs + last.lengthMs;
  const bounds = { from: `${first.date}T00:00`, to: `${last.date}T24:00` };
  return (cell, complain) => {
    const at = { column: cell.column, path: "time" };
    const [, date, clock, fraction] = TIME.exec(cell.text) ?? [];
    const clockMs =
      clock === undefined ? Number.NaN : parseClock(clock) + Number((fraction ?? "").padEnd(3, "0"));
    if (Number.isNaN(clockMs)) {
      complain("CR-504", at, found(cell));
      return null;
    }
    const day = date === undefined ? firstCounted : byDate.get(date);
    const timeMs = day === undefined ? end : instantOf(day, clockMs);
    if (day === undefined || timeMs >= end) {
      complain("CR-508", at, { ...bounds, ...found(cell) });
      return null;
    }
    if (isSkipped(day, clockMs)) {
      complain("CR-504", at, { found: cell.text, context: "skipped" });
      return null;
    }
    return timeMs;
  };
}

const isSkipped = ({ clockChange }: CivilDay, clockMs: number): boolean =>
  clockChange !== null && clockMs >= clockChange.atMs && clockMs < clockChange.atMs + clockChange.byMs;
