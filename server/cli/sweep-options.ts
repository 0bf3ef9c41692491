/** Options of `sweep`, each a field of a sweep file, so that they are checked as the file is. */
import type { Setting } from "../../shared/scenario/setting.ts";
import { CommandError, EXIT } from "./exit.ts";
import { numberOr } from "./options.ts";
import type { Texts } from "./texts.ts";

export type GivenSweep = {
  readonly vary?: readonly string[];
  readonly design?: string;
  readonly points?: string;
  readonly respond?: readonly string[];
  readonly frontier?: readonly string[];
  readonly replications?: string;
  readonly seed?: string;
};

const PLAIN = ["design", "points", "respond", "frontier", "replications", "seed"] as const;

export function sweepSettings(given: GivenSweep, texts: Texts): readonly Setting[] {
  const named = new Set<string>();
  const vary = (given.vary ?? []).map((text): Setting => {
    const [name, value] = varied(text, texts);
    if (named.has(name)) throw new CommandError(EXIT.usage, texts.t("sweep.varyTwice", { name }));
    named.add(name);
    return { path: ["vary", name], value, at: { file: "--vary", line: 0, column: 0 } };
  });
  const plain = PLAIN.flatMap((name): Setting[] => {
    const value = given[name];
    const at = { file: `--${name}`, line: 0, column: 0 };
    return value === undefined ? [] : [{ path: [name], value: numberOr(value), at }];
  });
  return [...vary, ...plain];
}

/** The setting and its values. */
function varied(text: string, { t }: Texts): readonly [string, string] {
  const at = text.indexOf("=");
  const [name, values] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 0 || name === "" || values === "")
    throw new CommandError(EXIT.usage, t("sweep.noSign", { example: t("sweep.example"), found: text }));
  return [name, values];
}
