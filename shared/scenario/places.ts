/**
 * Where each value of a read file was written. The tree has the shape of the plain data beside it, so
 * that data merged from several files still knows the file, line and column of every part.
 */
import type { Finding, Path, Place, Problem } from "../problem.ts";
import { formatPath, problem } from "../problem.ts";

export type PlaceTree = {
  readonly at: Place;
  /** Of the key that names this value; null for the top and for list entries. */
  readonly key: Place | null;
  /** A single value as the file writes it, quotes left out; null for maps and lists. */
  readonly written: string | null;
  readonly isQuoted: boolean;
  readonly entries: ReadonlyMap<string | number, PlaceTree>;
};

/** Plain data of a file, or of several merged, and where each part of it was written. */
export type Sourced = { readonly value: unknown; readonly places: PlaceTree };

/** The deepest part of the path that was written. */
function deepest(places: PlaceTree, path: Path): { readonly tree: PlaceTree; readonly isWhole: boolean } {
  let tree = places;
  for (const part of path) {
    const next = tree.entries.get(part);
    if (next === undefined) return { tree, isWhole: false };
    tree = next;
  }
  return { tree, isWhole: true };
}

/** A missing key is told at the key of the map that lacks it. */
export function placeOf(places: PlaceTree, path: Path, on: Finding["on"]): Place {
  const { tree, isWhole } = deepest(places, path);
  return (on === "key" || !isWhole ? tree.key : null) ?? tree.at;
}

/** A single value as it was written, or null. */
export function writtenAt(
  places: PlaceTree,
  path: Path,
): { readonly text: string; readonly isQuoted: boolean } | null {
  const { tree, isWhole } = deepest(places, path);
  return isWhole && tree.written !== null ? { text: tree.written, isQuoted: tree.isQuoted } : null;
}

export function locate(findings: readonly Finding[], places: PlaceTree): Problem[] {
  return findings.map((one) =>
    problem(one.code, placeOf(places, one.path, one.on), formatPath(one.path), one.params),
  );
}

/** In the order of the files' lines, each once. */
export function sortProblems(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const rank = (one: Problem): number => files.indexOf(one.file);
  const sorted = [...problems].sort(
    (a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column || compareText(a.code, b.code),
  );
  const seen = new Set<string>();
  return sorted.filter((one) => {
    const id = JSON.stringify([one.file, one.line, one.column, one.code, one.path, one.params]);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
