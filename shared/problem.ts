/**
 * A user's mistake in a file: where, what was expected, what was found, what to do. Problems come as a
 * list, all at once, and are data; the texts in three languages stand in `messages/`.
 *
 * The code is stable: it names the kind of mistake for good, whatever the texts become.
 * 1xx file and YAML, 2xx values, 3xx what the values mean together, 4xx warnings, 5xx lists of arrivals, 6xx sweeps,
 * 7xx staffing questions.
 */
import type { problems } from "./messages/en/problems.ts";

export type ProblemCode = keyof (typeof problems)["codes"];
export type Severity = "error" | "warning";

/** Where something stands in a file; line and column from 1, both 0 where there is no place to name. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** Keys and list positions from the top of the file. */
export type Path = readonly (string | number)[];

/** What the texts need. `context` picks a variant of a text where there is one (`advice_guess`). */
export type ProblemParams = Readonly<Record<string, string | number>>;

export type Problem = Place & {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Such as `northbound.stages.primary.booths.fast`; empty for the file as a whole. */
  readonly path: string;
  readonly params: ProblemParams;
};

/** A mistake before its place in the file is known. */
export type Finding = {
  readonly code: ProblemCode;
  readonly path: Path;
  /** Whether the key or the value under it is at fault. */
  readonly on: "key" | "value";
  readonly params: ProblemParams;
};

/** The texts of one language, of the same shape as the English ones. */
export type ProblemTexts = Texts<typeof problems>;
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

export function finding(code: ProblemCode, path: Path, params: ProblemParams = {}): Finding {
  return { code, path, on: "value", params };
}

export function findingOnKey(code: ProblemCode, path: Path, params: ProblemParams = {}): Finding {
  return { code, path, on: "key", params };
}

export function problem(code: ProblemCode, place: Place, path: string, params: ProblemParams = {}): Problem {
  return { code, severity: severityOf(code), ...place, path, params };
}

export function severityOf(code: ProblemCode): Severity {
  return code.startsWith("CR-4") ? "warning" : "error";
}

export function formatPath(path: Path): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (/[.[\]"\s]/.test(part) || part === "") text += `[${JSON.stringify(shorten(part))}]`;
    else text += `${text === "" ? "" : "."}${shorten(part)}`;
  }
  return text;
}

/** Signs that a terminal obeys and does not show; tabs and ends of lines are text. */
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** One line of at most 60 characters, for quoting what a file says. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`;
}

/**
 * The three lines a person reads:
 *     scenarios/otay.yaml:41:14: northbound.staffing.primary.fast.07:00
 *       expected at most 12; found 14
 *       → lower it, or build more booths (CR-312)
 */
export function renderProblem(one: Problem, texts: ProblemTexts): string {
  const { expected, found, advice } = problemTexts(one, texts);
  const place = one.line === 0 ? one.file : `${one.file}:${one.line}:${one.column}`;
  const head = [place, one.path].filter((part) => part !== "").join(": ");
  const params = { place: head, expected, found, advice, code: one.code };
  const layout = one.severity === "warning" ? texts.layout.warning : texts.layout.error;
  return layout.replace(/\{\{(\w+)\}\}/g, (_, key: keyof typeof params) => params[key]);
}

/** The three parts of a problem's text. */
export function problemTexts(
  one: Problem,
  texts: ProblemTexts,
): { readonly expected: string; readonly found: string; readonly advice: string } {
  const parts: Readonly<Record<string, string>> = texts.codes[one.code];
  const part = (name: string): string => {
    const variant = parts[`${name}_${one.params["context"] ?? ""}`];
    return interpolate(variant ?? parts[name]!, one.params, texts);
  };
  return { expected: part("expected"), found: part("found"), advice: part("advice") };
}

/** `{{name}}` takes a parameter, `$t(terms.dimension.{{name}})` the term that the parameter names. */
function interpolate(text: string, params: ProblemParams, texts: ProblemTexts): string {
  return text.replace(/\$t\(terms\.(\w+)\.\{\{(\w+)\}\}\)|\{\{(\w+)\}\}/g, (_, group, term, name) => {
    const value = String(params[(term ?? name) as string] ?? "");
    if (group === undefined) return value;
    const terms: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.terms;
    const group_ = terms[group as string];
    return group_ !== undefined && Object.hasOwn(group_, value) ? group_[value]! : value;
  });
}
