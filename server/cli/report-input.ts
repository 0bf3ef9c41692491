/** What a report is made of, from what a command found and printed. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { withoutMarks } from "../../shared/fill.ts";
import { DEFAULT_ANSWER } from "../analysis/differences.ts";
import { shownWarmUp } from "../analysis/warm-up.ts";
import type { WarmUpCheck } from "../analysis/warm-up.ts";
import type { ReportInput, ReportSpeech } from "../report/html/input.ts";
import type { Provenance } from "../report/tables/metadata.ts";
import { daysOf } from "../run/unit.ts";
import type { Outcome } from "./experiment.ts";
import { countText } from "./output/count-text.ts";
import { figureTitle, formatNumber, titleOf } from "./output/rows.ts";
import { daysText } from "./output/tables.ts";
import { saidOfWarmUp } from "./output/warm-up.ts";
import type { Texts } from "./texts.ts";

/** What was printed in sentences; a comparison says its answers and what each scenario changes. */
export type Said = {
  readonly warnings: readonly string[];
  readonly judgments: readonly string[];
  readonly answers?: readonly string[];
  readonly changes?: readonly (readonly string[])[];
  /** Of those scenarios whose beginning is to be drawn. */
  readonly warmUps?: readonly WarmUpCheck[];
};

export function reportInput(
  { results, units, total }: Outcome,
  scenarios: readonly LoadedScenario[],
  { warnings, judgments, answers = [], changes, warmUps = [] }: Said,
  provenance: Provenance,
  texts: Texts,
): ReportInput {
  const names = results.flatMap((result) => result.scenarios);
  const shown = scenarios.slice(0, names.length);
  return {
    speech: speechOf(texts),
    daysText: daysText(results, shown, texts),
    names,
    isCompared: changes !== undefined,
    scenarios: shown,
    estimates: results.flatMap(({ estimates }) => estimates),
    differences: results.flatMap(({ differences }) => differences),
    bands: results.flatMap(({ bands }) => bands),
    shorterDays: results.flatMap(({ shorterDays }) => shorterDays),
    expected: results.flatMap((result) => result.expected),
    days: results.flatMap((result, group) =>
      result.scenarios.map((_, index) => daysOf(units[group]!, index)),
    ),
    answer: results[0]?.answer ?? DEFAULT_ANSWER,
    changes: changes ?? [],
    answers,
    warnings: warnings.map(withoutMarks),
    judgments,
    warmUps: warmUps.map((check) => ({
      index: names.indexOf(check.finding.scenario),
      shown: shownWarmUp(check),
      sentences: saidOfWarmUp(check, texts).map(withoutMarks),
    })),
    plan: null,
    provenance: { ...provenance, wanted: countText(total / results.length, provenance, texts) },
  };
}

/** As in print, where a hyphen is no sign; within a name it stays. */
export const withMinus = (text: string): string => text.replaceAll(/(?<![\p{L}\d])-(?=[\d$])/gu, "\u2212");

export const speechOf = (texts: Texts): ReportSpeech => ({
  language: texts.language,
  report: texts.report,
  metrics: texts.metrics,
  words: texts.words,
  causes: texts.causes,
  number: (value, signed) => (value === 0 ? "0" : withMinus(formatNumber(value, texts, signed))),
  decimal: (value, digits) =>
    withMinus(
      new Intl.NumberFormat(texts.locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
    ),
  dollars: (value) =>
    withMinus(
      new Intl.NumberFormat(texts.locale, {
        style: "currency",
        currency: "USD",
        // To readers in Mexico and Canada the bare sign is that of their own dollars or pesos.
        currencyDisplay: "symbol",
        // Three digits, but no fractions of a cent.
        maximumSignificantDigits: 3,
        maximumFractionDigits: 2,
        roundingPriority: "lessPrecision",
        signDisplay: "exceptZero",
      }).format(value),
    ),
  figure: (row) => figureTitle(row, texts),
  title: (row) => titleOf(row, texts),
});
