/**
 * One difference between two scenarios, as data and as a sentence.
 *
 * The data is the same in every language; words of the vocabulary stand in it as references and
 * become text only in `sayDifference`.
 */
import type { diff } from "../messages/en/diff.ts";
import { STAGE_KINDS, WEEKDAYS } from "../vocabulary.ts";
import type { Weekday } from "../vocabulary.ts";
import type { WordGroup, Words } from "./words.ts";

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
/** The texts of one language, of the same shape as the English ones. */
export type DiffTexts = Texts<typeof diff>;
export type DiffSentence = keyof (typeof diff)["sentences"];
export type DiffPhrase = keyof (typeof diff)["phrases"];
export type AbsentKey = keyof (typeof diff)["absent"];

/** A part of a sentence: text as it is, or a reference that the language resolves; a list is joined by commas. */
export type Said =
  | string
  | { readonly word: string; readonly in: WordGroup }
  | { readonly stage: string }
  /** A post such as "primary.general". */
  | { readonly post: string }
  /** A weekday, a run of weekdays or a date. */
  | { readonly days: string }
  /** What a field says, with its unit, as in a file. */
  | { readonly value: string; readonly are: ValueKind }
  | { readonly phrase: DiffPhrase; readonly with: SaidParams }
  | readonly Said[];
export type SaidParams = Readonly<Record<string, Said>>;

/** What a value's words are about, so that they can be said in the reader's language. */
export type ValueKind = "text" | "stage" | "post" | "days" | "month";

export type Difference = {
  /** Such as `northbound.stages.primary.booths.fast`. */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  /** With units, as a file says it; null where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** Key of the sentence, and what it needs beside `before` and `after`. */
  readonly message: DiffSentence;
  readonly params: SaidParams;
  readonly valuesAre: ValueKind;
  /** What nothing means here. */
  readonly absent: AbsentKey;
};

export const kindOf = (before: string | null, after: string | null): Difference["kind"] =>
  before === null ? "added" : after === null ? "removed" : "changed";

/** "Booths for FAST at primary: 4 → 6", in the language of the texts and words. */
export function sayDifference(difference: Difference, texts: DiffTexts, words: Words): string {
  const { before, after, valuesAre, params } = difference;
  const value = (text: string | null): Said =>
    text === null ? texts.absent[difference.absent] : { value: text, are: valuesAre };
  const all = { before: value(before), after: value(after), ...params };
  return fill(texts.sentences[difference.message], all, texts, words);
}

function fill(text: string, params: SaidParams, texts: DiffTexts, words: Words): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => say(params[name] ?? "", texts, words));
}

function say(part: Said, texts: DiffTexts, words: Words): string {
  if (typeof part === "string") return part;
  if ("word" in part) return wordIn(words[part.in], part.word);
  if ("stage" in part) return wordIn(words.stage, part.stage);
  if ("post" in part) return sayPost(part.post, words);
  if ("days" in part) return sayDays(part.days, words);
  if ("value" in part) return sayValue(part.value, part.are, texts, words);
  if ("phrase" in part) return fill(texts.phrases[part.phrase], part.with, texts, words);
  const said = part.map((one) => say(one, texts, words));
  return said.join(", ");
}

/** A name that the vocabulary does not know is its own word: stages and pools may be called anything. */
const wordIn = (group: Readonly<Record<string, string>>, word: string): string =>
  Object.hasOwn(group, word) ? group[word]! : word;

function sayPost(post: string, words: Words): string {
  const [stage, part] = post.split(".") as [string, string?];
  const place = wordIn(words.stage, stage);
  return part === undefined ? place : `${place}, ${wordIn(words.part, part)}`;
}

const isWeekday = (name: string): name is Weekday => (WEEKDAYS as readonly string[]).includes(name);

function sayDays(days: string, words: Words): string {
  const names = days.split("-");
  return names.every(isWeekday) ? names.map((name) => words.weekdayShort[name]).join("–") : days;
}

function sayValue(text: string, are: ValueKind, texts: DiffTexts, words: Words): string {
  const share = /^(.*%) of (fast|general)$/.exec(text);
  if (share !== null) {
    const phrase = share[2] === "fast" ? texts.phrases.ofFast : texts.phrases.ofGeneral;
    return fill(phrase, { share: { value: share[1]!, are } }, texts, words);
  }
  return text
    .split(", ")
    .map((one) => sayOne(one, are, texts, words))
    .join(", ");
}

function sayOne(text: string, are: ValueKind, texts: DiffTexts, words: Words): string {
  if (are === "stage") return wordIn(words.stage, text);
  if (are === "post")
    return (STAGE_KINDS as readonly string[]).includes(text.split(".")[0]!) ? sayPost(text, words) : text;
  if (are === "days") return sayDays(text, words);
  if (are === "month") return wordIn(words.month, text);
  if (Object.hasOwn(words.option, text)) return wordIn(words.option, text);
  // Decimals, but not dates, versions or file names: a number before a unit or at the end.
  return text.replace(/(?<![\w.])(\d+)\.(\d+)(?=$|\s)/g, `$1${texts.decimal}$2`);
}
