/** Reads texts as a page would send them, and finds what a problem points at. */
import type { Problem } from "../../shared/problem.ts";
import { renderProblem } from "../../shared/problem.ts";
import { problems as english } from "../../shared/messages/en/problems.ts";
import type { LoadResult, LoadedScenario } from "../../shared/scenario/loaded.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";

export type Files = Readonly<Record<string, string>>;

/** What comes of a text, `mine.yaml`, beside files it may extend. */
export function read(text: string, files: Files = {}): LoadResult {
  return loadScenario({ file: "mine.yaml", text }, shippedLibrary(new Map(Object.entries(files))));
}

export function readWell(text: string, files: Files = {}): LoadedScenario {
  const result = read(text, files);
  if (!result.ok) throw new Error(result.problems.map((one) => renderProblem(one, english)).join("\n"));
  return result;
}

/** Errors of a text, or the warnings of one that has none. */
export function problemsOf(text: string, files: Files = {}): readonly Problem[] {
  const result = read(text, files);
  return result.ok ? result.warnings : result.problems;
}

export const codesOf = (problems: readonly Problem[]): readonly string[] => problems.map(({ code }) => code);

export const say = (one: Problem): string => renderProblem(one, english);

/** The text that a place points at, up to the end of its line. */
export function pointedAt({ line, column }: Problem, text: string): string {
  return text.split("\n")[line - 1]?.slice(column - 1) ?? "";
}
