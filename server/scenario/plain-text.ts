/**
 * Files are plain text: bytes of another encoding, and signs that a terminal would obey and not show, are
 * refused before anything is read from them or quoted in a message.
 */
import type { Place, Problem } from "../../shared/problem.ts";
import { CONTROL, problem } from "../../shared/problem.ts";

export function placeAt(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset);
  return { file, line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** The first place of a text that is none, or null. */
export function refuseOddText(text: string, file: string): Problem | null {
  // What cannot be decoded reads as U+FFFD; every other byte of UTF-16 is mostly 0.
  const undecoded = text.search(/[\0\ufffd]/);
  const control = text.search(CONTROL);
  if (undecoded < 0 && control < 0) return null;
  if (undecoded >= 0) return problem("CR-104", placeAt(text, undecoded, file), "");
  const params = { sign: controlSign(text) ?? "", context: "control" };
  return problem("CR-104", placeAt(text, control, file), "", params);
}

/** The first control character, as U+001B. */
export function controlSign(text: string): string | null {
  const sign = CONTROL.exec(text)?.[0];
  return sign === undefined ? null : `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
