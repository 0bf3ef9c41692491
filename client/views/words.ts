/**
 * What a view needs to speak: the desk it reads, and texts and numbers in the reader's language.
 */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import * as numbers from "../language/numbers.ts";
import { translator } from "../language/translate.ts";
import type { Translate } from "../language/translate.ts";
import { runawayParams } from "../../shared/runaway.ts";
import type { Runaway } from "../../shared/runaway.ts";
import type { Language } from "../../shared/vocabulary.ts";
import type { Desk } from "../state/desk.ts";

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("a view stands outside of its desk");
  return desk;
}

export type Words = {
  readonly language: Language;
  readonly t: Translate;
  readonly decimal: (value: number, digits?: number) => string;
  readonly signed: (value: number, digits?: number) => string;
  readonly sum: (value: number, withSign?: boolean) => string;
  readonly percent: (share: number, digits?: number) => string;
  readonly wait: (minutes: number) => string;
  readonly waitNumber: (minutes: number) => string;
  readonly span: (ms: number) => string;
  readonly list: (parts: readonly string[]) => string;
};

export function wordsOf(language: Language): Words {
  return {
    language,
    t: translator(language),
    decimal: (value, digits) => numbers.decimal(language, value, digits),
    signed: (value, digits) => numbers.signed(language, value, digits),
    sum: (value, withSign) => numbers.sumText(language, value, withSign),
    percent: (share, digits) => numbers.percent(language, share, digits),
    wait: (minutes) => numbers.waitText(language, minutes),
    waitNumber: (minutes) => numbers.waitNumber(language, minutes),
    span: (ms) => numbers.spanText(language, ms),
    list: (parts) => numbers.listText(language, parts),
  };
}

export function useWords(): Words {
  return wordsOf(useDesk().language.value);
}

/** Why a run was stopped that would not have ended; nothing where that is not why. */
export const runawayText = (runaway: Runaway | null, t: Translate): string =>
  runaway === null ? "" : t(`runaway.${runaway.limit}`, runawayParams(runaway));

/** Letters that name the scenarios everywhere on the page. */
export const LABELS = ["A", "B", "C", "D"] as const;

export const labelOf = (scenario: number): string => LABELS[scenario] ?? String(scenario + 1);
