/** The language of a command: texts of `shared/messages` through i18next, numbers by Intl. */
import { createInstance } from "i18next";
import type { CliTexts } from "../../shared/messages/en/cli.ts";
import { cli as en } from "../../shared/messages/en/cli.ts";
import { diff as enDiff } from "../../shared/messages/en/diff.ts";
import { metrics as enMetrics } from "../../shared/messages/en/metrics.ts";
import { page as enPage } from "../../shared/messages/en/page.ts";
import { problems as enProblems } from "../../shared/messages/en/problems.ts";
import { report as enReport } from "../../shared/messages/en/report.ts";
import { words as enWords } from "../../shared/messages/en/words.ts";
import { cli as es } from "../../shared/messages/es/cli.ts";
import { diff as esDiff } from "../../shared/messages/es/diff.ts";
import { metrics as esMetrics } from "../../shared/messages/es/metrics.ts";
import { page as esPage } from "../../shared/messages/es/page.ts";
import { problems as esProblems } from "../../shared/messages/es/problems.ts";
import { report as esReport } from "../../shared/messages/es/report.ts";
import { words as esWords } from "../../shared/messages/es/words.ts";
import { cli as fr } from "../../shared/messages/fr/cli.ts";
import { diff as frDiff } from "../../shared/messages/fr/diff.ts";
import { metrics as frMetrics } from "../../shared/messages/fr/metrics.ts";
import { page as frPage } from "../../shared/messages/fr/page.ts";
import { problems as frProblems } from "../../shared/messages/fr/problems.ts";
import { report as frReport } from "../../shared/messages/fr/report.ts";
import { words as frWords } from "../../shared/messages/fr/words.ts";
import type { TableTexts } from "../report/tables/metadata.ts";
import type { ReportTexts } from "../../shared/messages/report-texts.ts";
import type { MetricTexts } from "../../shared/metrics.ts";
import type { ProblemTexts } from "../../shared/problem.ts";
import type { DiffTexts } from "../../shared/scenario/difference.ts";
import type { Words } from "../../shared/scenario/words.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";
import type { Cause, Language } from "../../shared/vocabulary.ts";

const CLI: Readonly<Record<Language, CliTexts>> = { en, es, fr };
const METRICS: Readonly<Record<Language, MetricTexts>> = { en: enMetrics, es: esMetrics, fr: frMetrics };
const PROBLEMS: Readonly<Record<Language, ProblemTexts>> = { en: enProblems, es: esProblems, fr: frProblems };
const WORDS: Readonly<Record<Language, Words>> = { en: enWords, es: esWords, fr: frWords };
const DIFFS: Readonly<Record<Language, DiffTexts>> = { en: enDiff, es: esDiff, fr: frDiff };
const REPORTS: Readonly<Record<Language, ReportTexts>> = { en: enReport, es: esReport, fr: frReport };
const CAUSES: Readonly<Record<Language, Readonly<Record<Cause, string>>>> = {
  en: enPage.cause,
  es: esPage.cause,
  fr: frPage.cause,
};
const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", es: "es-MX", fr: "fr-CA" };

/** "options.seed" and the like; plurals by their stem. */
type Leaf<T, Prefix extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${Stem<K>}` : Leaf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];
type Stem<K extends string> = K extends `${infer S}_one` | `${infer S}_other` ? S : K;
export type CliKey = Leaf<typeof en>;

export type Texts = {
  readonly language: Language;
  readonly locale: string;
  readonly metrics: MetricTexts;
  readonly problems: ProblemTexts;
  readonly words: Words;
  readonly diff: DiffTexts;
  /** What the files of results and their columns are. */
  readonly files: TableTexts;
  readonly report: ReportTexts;
  readonly causes: Readonly<Record<Cause, string>>;
  /** A text of the command line, with its parameters. */
  readonly t: (key: CliKey, params?: Readonly<Record<string, string | number>>) => string;
};

export function textsIn(language: Language): Texts {
  const i18n = createInstance({
    lng: LOCALES[language],
    fallbackLng: language,
    resources: { [language]: { cli: CLI[language] } },
    defaultNS: "cli",
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void i18n.init();
  // The page types i18next by its own keys, for the whole program; those of the command line are CliKey.
  const translate = i18n.t as unknown as (key: string, params: object) => string;
  return {
    language,
    locale: LOCALES[language],
    metrics: METRICS[language],
    problems: PROBLEMS[language],
    words: WORDS[language],
    diff: DIFFS[language],
    files: CLI[language].files,
    report: REPORTS[language],
    causes: CAUSES[language],
    t: (key, params = {}) => translate(key, params),
  };
}

const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);

/** The language that a command line asks for, before anything else of it is read; null: none that there is. */
export function languageAsked(argv: readonly string[]): Language | null {
  const at = argv.findLastIndex((word) => word === "--language" || word.startsWith("--language="));
  const asked = argv[at] === "--language" ? argv[at + 1] : argv[at]?.split("=")[1];
  return asked !== undefined && isLanguage(asked) ? asked : null;
}

/** The language of the environment, as other commands take it: LC_ALL, LC_MESSAGES, LANG. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const named = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  const short = named.slice(0, 2).toLowerCase();
  return isLanguage(short) ? short : "en";
}
