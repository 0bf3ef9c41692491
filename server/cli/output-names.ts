/** Names of files and folders that a command is to write: what is no name, and what two options have in common. */
import { CommandError, EXIT } from "./exit.ts";
import { placeOf } from "./file-place.ts";
import type { Given } from "./given.ts";
import type { Texts } from "./texts.ts";
import { STDOUT } from "./visits-file.ts";

export function refuseOutputNames({ visits, out, report, write }: Given, { t }: Texts): void {
  const refuse = (text: string): CommandError => new CommandError(EXIT.usage, text);
  const places = new Map<string, string>();
  const named = { "--visits": visits, "--out": out, "--report": report, "--write": write };
  for (const [option, name] of Object.entries(named)) {
    if (name === undefined) continue;
    if (name === STDOUT && option === "--visits") continue;
    if (name === STDOUT) throw refuse(t("files.notStdout", { option }));
    const place = placeOf(name);
    const first = places.get(place);
    if (first !== undefined) throw refuse(t("files.oneName", { first, second: option, name }));
    places.set(place, option);
  }
}
