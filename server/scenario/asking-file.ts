/**
 * Files that ask something of a scenario, which one of their keys names. A command takes such a file, or a scenario of
 * which its options say all: then this is the beginning of a file about it.
 */
import { problem } from "../../shared/problem.ts";
import type { Finding, Place, Problem } from "../../shared/problem.ts";
import { locate, sortProblems } from "../../shared/scenario/places.ts";
import type { Sourced } from "../../shared/scenario/places.ts";
import { putSetting } from "../../shared/scenario/setting.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { SCENARIO_VERSION } from "../../shared/scenario/schema.ts";
import { isOfKind, refuseKind } from "./file-kind.ts";
import type { FileKind } from "./file-kind.ts";
import type { ScenarioLibrary } from "./library.ts";
import type { ScenarioSource } from "./load.ts";
import { readYaml } from "./yaml.ts";

export type AskingFile =
  | { readonly ok: true; readonly data: Sourced }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A text, and who it is where it is a file of the library. */
export type AskedText = {
  readonly ok: true;
  readonly id: string | null;
  readonly file: string;
  readonly text: string;
};

/** The text of the source. */
export function foundOf(
  source: ScenarioSource,
  library: ScenarioLibrary,
): AskedText | Extract<AskingFile, { readonly ok: false }> {
  if ("text" in source) return { ok: true, id: null, ...source };
  const found = library.scenario(source.name, source.from ?? null);
  if (found.ok) return found;
  const at: Place = { file: source.name, line: 0, column: 0 };
  return { ok: false, problems: [problem(found.code, at, "", found.params)] };
}

/** The scenario that a file names, counted from there. */
export const namedIn = ({ id }: AskedText, name: string): ScenarioSource => ({
  name,
  ...(id !== null && { from: id }),
});

/**
 * `kind` of file is asked for, which names the scenario by `key`; `begun` is what a file that is not there has
 * nevertheless, as if by the options of its names.
 */
export function askedOf(
  { file, text }: AskedText,
  kind: Exclude<FileKind, "scenario">,
  key: string,
  begun: Readonly<Record<string, unknown>>,
): AskingFile {
  const read = readYaml(text, file);
  if (read.ok) {
    if (isOfKind(read.data, kind)) return read;
    const problems = refuseKind(read.data, kind);
    if (problems !== null) return { ok: false, problems };
  }
  // What is wrong with a scenario is told when it is read as one.
  const at: Place = { file, line: 0, column: 0 };
  const empty: Sourced = {
    value: {},
    places: { at, key: null, written: null, isQuoted: false, entries: new Map() },
  };
  const settings: readonly Setting[] = [
    { path: ["cruce"], value: SCENARIO_VERSION, at },
    { path: [key], value: file, at },
    ...Object.entries(begun).map(([name, value]) => ({
      path: [name],
      value,
      at: { ...at, file: `--${name}` },
    })),
  ];
  return { ok: true, data: settings.reduce(putSetting, empty) };
}

/** Whether it was read from a file of its own. */
export const isAskingFile = ({ places }: Sourced): boolean => places.at.line > 0;

export const located = (
  findings: readonly Finding[],
  { places }: Sourced,
  file: string,
): readonly Problem[] => sortProblems(locate(findings, places), [file]);
