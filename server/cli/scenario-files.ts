/**
 * The scenario files that arguments stand for: a file is itself, a folder stands for the scenarios in it, and a
 * pattern (`"scenarios/laredo-*.yaml"`, in quotes where the shell would take it apart) for those that match.
 */
import { globSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CommandError, EXIT } from "./exit.ts";
import { placeOf } from "./file-place.ts";
import { STDIN } from "./scenarios.ts";
import type { Texts } from "./texts.ts";

const IS_SCENARIO = /\.ya?ml$/i;
const IS_PATTERN = /[*?[\]{}]/;

/** One that is named itself stands where it is named, even if a folder or a pattern finds it too. */
export function scenarioFiles(given: readonly string[], texts: Texts): readonly string[] {
  const places = given.map((argument) => ({ argument, found: foundBy(argument, texts) }));
  const taken = new Set(places.flatMap(({ argument, found }) => (found === null ? [placeOf(argument)] : [])));
  return places.flatMap(({ argument, found }) => {
    if (found === null) return [argument];
    return found.filter((file) => {
      const path = placeOf(file);
      const isNew = !taken.has(path);
      taken.add(path);
      return isNew;
    });
  });
}

/** Null: the argument names a file, whether it is there or not. */
function foundBy(argument: string, { t }: Texts): readonly string[] | null {
  const there = argument === STDIN ? undefined : statSync(argument, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) {
    const files = readdirSync(argument, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && isShown(entry.name))
      .map(({ name }) => join(argument, name));
    if (files.length === 0) throw new CommandError(EXIT.usage, t("usage.emptyFolder", { found: argument }));
    return files.sort();
  }
  if (there !== undefined || !IS_PATTERN.test(argument)) return null;
  const files = globSync(argument).filter(
    (file) => IS_SCENARIO.test(file) && statSync(file, { throwIfNoEntry: false })?.isFile() === true,
  );
  if (files.length === 0) throw new CommandError(EXIT.usage, t("usage.noMatch", { found: argument }));
  return files.sort();
}

const isShown = (name: string): boolean => IS_SCENARIO.test(name) && !name.startsWith(".");
