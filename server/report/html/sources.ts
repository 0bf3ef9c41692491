/** What scenario files say of where their numbers come from: remarks beside a setting, or on lines of their own above it. */
import type { ScenarioText } from "../../../shared/scenario/loaded.ts";

export type Remark = { readonly file: string; readonly setting: string; readonly remark: string };

/** For editors, not for readers. */
const OF_EDITORS = /^yaml-language-server:/;

/** Each file once, in the order given. */
export function remarksOf(texts: readonly ScenarioText[]): readonly Remark[] {
  const files = new Map(texts.map(({ file, text }) => [file, text]));
  return [...files].flatMap(([file, text]) => remarksIn(file, text));
}

function remarksIn(file: string, text: string): readonly Remark[] {
  const remarks: Remark[] = [];
  let above: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const at = remarkStart(line);
    const setting = line.slice(0, at).trim().replace(/[,{]$/, "").trim();
    const remark = at < line.length ? line.slice(at + 1).trim() : "";
    if (setting === "") {
      if (remark === "") above = [];
      else if (!OF_EDITORS.test(remark)) above.push(remark);
      continue;
    }
    const own = remark === "" ? above : [...above, remark];
    if (own.length > 0) remarks.push({ file, setting, remark: own.join(" ") });
    above = [];
  }
  return remarks;
}

/** Where the "#" of a remark stands, outside quotes and after a space; the line's end where there is none. */
function remarkStart(line: string): number {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if ((character === '"' || character === "'") && isBeginning(line, at)) quote = character;
    else if (character === "#" && (at === 0 || /\s/.test(line[at - 1]!))) return at;
  }
  return line.length;
}

/** Within a word a quotation mark is an apostrophe. */
const isBeginning = (line: string, at: number): boolean => at === 0 || /[\s[{,:]/.test(line[at - 1]!);
