/**
 * Files that ask something of a scenario, which one of their keys names. A command takes such a file, or a scenario of
 * which its options say all: then this is the beginning of a file about it.
 */
import type { Finding, Place, Problem } from "../../shared/problem.ts";
import { locate, sortProblems } from "../../shared/scenario/places.ts";
import type { Sourced } from "../../shared/scenario/places.ts";
import { putSetting } from "../../shared/scenario/setting.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { SCENARIO_VERSION } from "../../shared/scenario/schema.ts";
import { isMapValue } from "../../shared/scenario/shape.ts";
import type { FoundFile } from "./library.ts";
import { readYaml } from "./yaml.ts";

export type AskingFile =
  | { readonly ok: true; readonly data: Sourced }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `key` names the scenario; `begun` is what a file that is not there has nevertheless, as if by the options of its names. */
export function askedOf(
  { file, text }: Pick<FoundFile, "file" | "text">,
  key: string,
  begun: Readonly<Record<string, unknown>>,
): AskingFile {
  const read = readYaml(text, file);
  if (read.ok && isMapValue(read.data.value) && Object.hasOwn(read.data.value, key)) return read;
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
