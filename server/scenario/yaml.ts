/**
 * Reads YAML (and JSON, which is YAML) into plain data that knows where each part was written. It never
 * throws: whatever the text is, the answer is data or problems.
 *
 * Files come from strangers, so size, depth, values and uses of aliases are bounded, and brackets that
 * nest too deep are refused before the parser sees them.
 */
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Document, Node, Pair, Scalar, YAMLError, YAMLMap } from "yaml";
import type { Place, Problem, ProblemCode, ProblemParams } from "../../shared/problem.ts";
import { formatPath, problem, shorten } from "../../shared/problem.ts";
import { writtenOut } from "../../shared/scenario/clock.ts";
import type { PlaceTree, Sourced } from "../../shared/scenario/places.ts";
import { controlSign, placeAt, refuseOddText } from "./plain-text.ts";

export const YAML_BOUNDS = {
  bytes: 262_144,
  depth: 30,
  values: 100_000,
  aliases: 50,
  problems: 500,
} as const;

export type YamlResult =
  | { readonly ok: true; readonly data: Sourced; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function readYaml(text: string, file: string): YamlResult {
  const refusal = refuseUnparsed(text, file);
  if (refusal !== null) return { ok: false, problems: [refusal] };
  try {
    return new Reader(text, file).read();
  } catch (error) {
    // The parser is not ours: a fault in it is the file's refusal, never a crash.
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [problem("CR-105", top(file), "", { found: shorten(reason) })] };
  }
}

const top = (file: string): Place => ({ file, line: 1, column: 1 });

/** What can be seen without parsing. */
function refuseUnparsed(text: string, file: string): Problem | null {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > YAML_BOUNDS.bytes) return problem("CR-103", top(file), "", sizes(bytes));
  const odd = refuseOddText(text, file);
  if (odd !== null) return odd;
  const deep = firstTooDeep(text);
  if (deep !== null) return problem("CR-111", placeAt(text, deep, file), "", { most: YAML_BOUNDS.depth });
  return null;
}

export function sizes(bytes: number): ProblemParams {
  return { most: YAML_BOUNDS.bytes / 1024, size: Math.ceil(bytes / 1024) };
}

/**
 * Where brackets, or dashes and marks of one line, nest deeper than a scenario can. Brackets in quotes
 * and comments do not count; it may only refuse what the exact bound of the reader refuses too, or text
 * with dozens of brackets left open.
 */
function firstTooDeep(text: string): number | null {
  const compact = /^[ ]*(?:[-?:&!][^\s]*[ \t]+){31}/m.exec(text);
  if (compact !== null) return compact.index;
  let depth = 0;
  let colons = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i]!;
    if (sign === '"' || (sign === "'" && /[\s[{,:]/.test(text[i - 1] ?? " "))) i = endOfQuote(text, i);
    else if (sign === "#" && /\s/.test(text[i - 1] ?? " ")) i = endOfLine(text, i);
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    // `a: a: a:` within brackets nests as they do.
    colons = sign === ":" && depth > 0 ? colons + 1 : /[,\n\]}]/.test(sign) ? 0 : colons;
    if (depth > YAML_BOUNDS.depth || colons > YAML_BOUNDS.bytes / 256) return i;
  }
  return null;
}

function endOfQuote(text: string, start: number): number {
  const quote = text[start]!;
  for (let i = start + 1; i < text.length; i += 1) {
    if (quote === '"' && text[i] === "\\") i += 1;
    else if (text[i] === quote) return i;
  }
  // A quote that never ends is the parser's to report; what follows is still scanned.
  return start;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

const RESERVED = (key: string): boolean => key === "__proto__" || key in Object.prototype;

class Reader {
  readonly #file: string;
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;
  readonly #problems: Problem[] = [];
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  readonly #bareTimes: { readonly offset: number; readonly text: string }[] = [];
  #values = 0;
  #aliases = 0;
  #isTooMuch = false;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#document = parseDocument(text, {
      schema: "core",
      version: "1.2",
      merge: false,
      // Checked by this reader: the parser compares every key with every other.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "error",
      lineCounter: this.#lines,
    });
  }

  read(): YamlResult {
    this.#reportParser([...this.#document.errors, ...this.#document.warnings]);
    if (this.#document.directives.yaml.version !== "1.2" || this.#text.startsWith("%")) {
      this.#add("CR-110", 0, [], { what: "directive" });
    }
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems };
    const data = this.#node(this.#document.contents, null, [], 0);
    if (this.#problems.length === 0 && !isMap(this.#document.contents)) {
      this.#add("CR-114", 0, [], { type: typeOf(data.value) });
    }
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems };
    return { ok: true, data, warnings: this.#bareTimeWarning() };
  }

  /** One warning for all of them: a file either quotes its times or does not. */
  #bareTimeWarning(): readonly Problem[] {
    const [first, ...others] = this.#bareTimes;
    if (first === undefined) return [];
    const more = others.length === 0 ? {} : { count: others.length, context: "several" };
    const params = {
      found: first.text,
      guess: first.text.padStart(first.text.length > 5 ? 8 : 5, "0"),
      ...more,
    };
    return [problem("CR-403", this.#place(first.offset), "", params)];
  }

  /** Older YAML reads 10:00 as the number 600. */
  #noteBareTime(node: Scalar): void {
    const text = node.source ?? "";
    const offset = node.range?.[0] ?? 0;
    if (node.type === "PLAIN" && /^[0-9]{1,2}(?::[0-9]{2}){1,2}$/.test(text))
      this.#bareTimes.push({ offset, text });
  }

  /** After a tab nothing lines up: what the parser says of later lines follows from it. */
  #reportParser(all: readonly YAMLError[]): void {
    const tabs = all.filter(({ code }) => code === "TAB_AS_INDENT");
    const errors = tabs.length > 0 ? tabs : all;
    for (const error of errors.slice(0, YAML_BOUNDS.problems)) {
      const [code, params] = ofParser(error);
      const opening = code === "CR-107" ? this.#openingOf(error.pos[0]) : null;
      if (opening === null) this.#add(code, error.pos[0], [], params);
      else this.#add(code, opening, [], { context: "opening" });
    }
    const left = errors.length - YAML_BOUNDS.problems;
    if (left > 0) this.#add("CR-117", 0, [], { count: left });
  }

  /** Where the quote or bracket opens that is still open at `end`; a person looks for it there, not at the end. */
  #openingOf(end: number): number | null {
    let opening: number | null = null;
    visit(this.#document, {
      Node: (_, node) => {
        const [start, stop] = "range" in node && node.range ? node.range : [0, 0];
        if (stop !== end || !"\"'[{".includes(this.#text[start]!)) return undefined;
        opening = start;
        return visit.BREAK;
      },
    });
    return opening;
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(1, line), column: Math.max(1, col) };
  }

  #add(
    code: ProblemCode,
    offset: number,
    path: readonly (string | number)[],
    params: ProblemParams = {},
  ): void {
    if (this.#problems.length < YAML_BOUNDS.problems) {
      this.#problems.push(problem(code, this.#place(offset), formatPath(path), params));
    }
  }

  /** Stops reading: the rest would only repeat the refusal. */
  #refuse(
    code: ProblemCode,
    node: Node | null,
    path: readonly (string | number)[],
    params: ProblemParams,
  ): void {
    if (!this.#isTooMuch) this.#add(code, node?.range?.[0] ?? 0, path, params);
    this.#isTooMuch = true;
  }

  #node(node: Node | null, key: Place | null, path: readonly (string | number)[], depth: number): Sourced {
    const start = node?.range?.[0] ?? 0;
    const at = node === null && key !== null ? key : this.#place(start);
    const leaf = (value: unknown, written: string | null, isQuoted = false): Sourced => ({
      value,
      places: { at, key, written, isQuoted, entries: new Map() },
    });
    this.#values += 1;
    if (this.#values > YAML_BOUNDS.values) this.#refuse("CR-112", node, path, { most: YAML_BOUNDS.values });
    if (depth > YAML_BOUNDS.depth) this.#refuse("CR-111", node, path, { most: YAML_BOUNDS.depth });
    if (this.#isTooMuch || node === null) return leaf(null, "");
    if (isAlias(node)) return this.#alias(node.source, node, key, path, depth);
    if ("anchor" in node && typeof node.anchor === "string") this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#scalar(node, path, leaf);
    this.#open.add(node);
    const entries = new Map<string | number, PlaceTree>();
    const value = isMap(node)
      ? this.#map(node, entries, path, depth)
      : this.#list(node, entries, path, depth);
    this.#open.delete(node);
    return { value, places: { at, key, written: null, isQuoted: false, entries } };
  }

  #scalar(
    node: Scalar,
    path: readonly (string | number)[],
    leaf: (value: unknown, written: string, isQuoted: boolean) => Sourced,
  ): Sourced {
    this.#noteBareTime(node);
    this.#refuseControl(node, path);
    const isQuoted = node.type !== undefined && node.type !== "PLAIN";
    return leaf(node.value, isQuoted ? String(node.value) : (node.source ?? ""), isQuoted);
  }

  /** "\\e[2J" is an escape that a terminal would obey wherever the text is shown. */
  #refuseControl(node: Scalar, path: readonly (string | number)[]): void {
    const sign = typeof node.value === "string" ? controlSign(node.value) : null;
    if (sign !== null) this.#add("CR-104", node.range?.[0] ?? 0, path, { sign, context: "control" });
  }

  #alias(
    name: string,
    node: Node,
    key: Place | null,
    path: readonly (string | number)[],
    depth: number,
  ): Sourced {
    this.#aliases += 1;
    const target = this.#anchors.get(name);
    const nothing: Sourced = {
      value: null,
      places: {
        at: this.#place(node.range?.[0] ?? 0),
        key,
        written: `*${shorten(name)}`,
        isQuoted: false,
        entries: new Map(),
      },
    };
    const most = YAML_BOUNDS.aliases;
    if (this.#aliases > most) {
      this.#refuse("CR-109", node, path, { most, context: "more" });
      return nothing;
    }
    if (target === undefined || this.#open.has(target)) {
      this.#add("CR-109", node.range?.[0] ?? 0, path, { most, found: `*${shorten(name)}` });
      return nothing;
    }
    return this.#node(target, key, path, depth + 1);
  }

  #map(
    node: YAMLMap,
    entries: Map<string | number, PlaceTree>,
    path: readonly (string | number)[],
    depth: number,
  ): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const pair of node.items) {
      if (this.#isTooMuch) break;
      const key = this.#key(pair as Pair<Node | null, Node | null>, path);
      if (key === null) continue;
      const earlier = entries.get(key.text);
      if (earlier !== undefined) {
        // `{ a: 9,5 %, b: 8,5 %` is no key given twice: the comma is at fault, which the first "5 %" tells.
        if (pair.value === null && earlier.written === "") continue;
        this.#add("CR-106", key.offset, [...path, key.text], {
          key: shorten(key.text),
          first: earlier.key?.line ?? 0,
        });
        continue;
      }
      const read = this.#node(
        pair.value as Node | null,
        this.#place(key.offset),
        [...path, key.text],
        depth + 1,
      );
      entries.set(key.text, read.places);
      value[key.text] = read.value;
    }
    return value;
  }

  /** Keys are words: a number or a date as a key is taken as it is written. */
  #key(
    pair: Pair<Node | null, Node | null>,
    path: readonly (string | number)[],
  ): { readonly text: string; readonly offset: number } | null {
    const offset = pair.key?.range?.[0] ?? pair.value?.range?.[0] ?? 0;
    if (!isScalar(pair.key) || pair.key.value === null) {
      const what = pair.key === null || isScalar(pair.key) ? "noKey" : "longKey";
      this.#add("CR-115", offset, path, { what });
      return null;
    }
    this.#noteBareTime(pair.key);
    this.#refuseControl(pair.key, path);
    const isText = typeof pair.key.value === "string";
    // "9:00" and "09:00" are one key: given both, one is given twice.
    const text = writtenOut(isText ? String(pair.key.value) : (pair.key.source ?? String(pair.key.value)));
    if (text === "<<") this.#add("CR-110", offset, path, { what: "mergeKey" });
    else if (RESERVED(text)) this.#add("CR-113", offset, path, { key: text });
    else return { text, offset };
    return null;
  }

  #list(
    node: Node,
    entries: Map<string | number, PlaceTree>,
    path: readonly (string | number)[],
    depth: number,
  ): unknown[] {
    const value: unknown[] = [];
    if (!isSeq(node)) return value;
    for (const item of node.items) {
      if (this.#isTooMuch) break;
      const index = value.length;
      const read = this.#node(item as Node | null, null, [...path, index], depth + 1);
      entries.set(index, read.places);
      value.push(read.value);
    }
    return value;
  }
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return "map";
  return typeof value === "string" ? "text" : typeof value === "number" ? "number" : "boolean";
}

/** The parser's words are English only; what people often get wrong has texts of ours. */
function ofParser(error: YAMLError): readonly [ProblemCode, ProblemParams] {
  switch (error.code) {
    case "TAB_AS_INDENT":
      return ["CR-105", { context: "tab", found: shorten(error.message) }];
    case "BAD_INDENT":
      if (/must be sufficiently indented and end with|missing/i.test(error.message)) return ["CR-107", {}];
      return ["CR-105", { context: "indent", found: shorten(error.message) }];
    case "MISSING_CHAR":
      if (/quote|end with/i.test(error.message)) return ["CR-107", {}];
      return ["CR-105", { context: "colon", found: shorten(error.message) }];
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return ["CR-105", { context: "colon", found: shorten(error.message) }];
    case "MULTIPLE_DOCS":
      return ["CR-108", {}];
    case "TAG_RESOLVE_FAILED":
      return ["CR-110", { what: "tag" }];
    case "BAD_DIRECTIVE":
      return ["CR-110", { what: "directive" }];
    default:
      return ["CR-105", { found: shorten(error.message) }];
  }
}
