/**
 * The report of an experiment as an HTML file, which never overwrites another. Until it is whole it stands beside it,
 * opened before anything runs, under a name that no other command has.
 */
import { open, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { withoutMarks } from "../../shared/fill.ts";
import { DEFAULT_ANSWER } from "../analysis/differences.ts";
import { shownWarmUp } from "../analysis/warm-up.ts";
import type { WarmUpCheck } from "../analysis/warm-up.ts";
import type { ReportInput, ReportSpeech } from "../report/html/input.ts";
import { renderReport, reportBundle } from "../report/html/page.ts";
import type { Bundle } from "../report/html/page.ts";
import type { Provenance } from "../report/tables/metadata.ts";
import { daysOf } from "../run/unit.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Outcome } from "./experiment.ts";
import { countText } from "./output/count-text.ts";
import { formatNumber, titleOf } from "./output/rows.ts";
import { daysText, headlines } from "./output/tables.ts";
import { saidOfWarmUp } from "./output/warm-up.ts";
import { dropPart, partOf, placeOf, takeName } from "./part-file.ts";
import type { Texts } from "./texts.ts";
import { inWords } from "./write-failure.ts";

/** What was printed in sentences; a comparison says its answers and what each scenario changes. */
export type Said = {
  readonly warnings: readonly string[];
  readonly judgments: readonly string[];
  readonly answers?: readonly string[];
  readonly changes?: readonly (readonly string[])[];
  /** Of those scenarios whose beginning is to be drawn. */
  readonly warmUps?: readonly WarmUpCheck[];
};

/** An open file, where it stands until it is whole, and the place that is its own then. */
type NewFile = { readonly file: FileHandle; readonly part: string; readonly place: string };

export class ReportFile {
  readonly name: string;
  readonly #file: NewFile;
  readonly #bundle: Bundle;
  readonly #texts: Texts;

  private constructor(name: string, file: NewFile, bundle: Bundle, texts: Texts) {
    this.name = name;
    this.#file = file;
    this.#bundle = bundle;
    this.#texts = texts;
  }

  static async open(name: string, texts: Texts): Promise<ReportFile> {
    await refuseReplacing(name, texts);
    const bundle = builtBundle(texts);
    return inWords("files.failed", name, texts, async () => {
      const place = await placeOf(name);
      const part = partOf(place);
      return new ReportFile(name, { place, part, file: await open(part, "wx") }, bundle, texts);
    });
  }

  write(
    outcome: Outcome,
    scenarios: readonly LoadedScenario[],
    said: Said,
    provenance: Provenance,
  ): Promise<void> {
    return inWords("files.failed", this.name, this.#texts, async () => {
      const input = inputOf(outcome, scenarios, said, provenance, this.#texts);
      const { file, part, place } = this.#file;
      await file.writeFile(renderReport(input, headlines(input.estimates, input.answer), this.#bundle));
      if (!(await takeName(part, place))) throw existsAlready(this.name, this.#texts);
    });
  }

  /** A report that was not written to its end does not stay. */
  async close(): Promise<void> {
    await this.#file.file.close();
    await dropPart(this.#file.part);
  }
}

/** A file with nothing in it is no report. */
async function refuseReplacing(name: string, texts: Texts): Promise<void> {
  const there = await stat(name).catch(() => null);
  if (there === null || (there.isFile() && there.size === 0)) return;
  if (!there.isFile())
    await inWords("files.failed", name, texts, () => open(name, "r+").then((file) => file.close()));
  throw existsAlready(name, texts);
}

const existsAlready = (file: string, { t }: Texts): CommandError =>
  new CommandError(EXIT.usage, t("files.reportExists", { file }));

function builtBundle({ t }: Texts): Bundle {
  try {
    return reportBundle();
  } catch {
    throw new CommandError(EXIT.failed, t("files.notBuilt"));
  }
}

function inputOf(
  { results, units, total }: Outcome,
  scenarios: readonly LoadedScenario[],
  { warnings, judgments, answers = [], changes, warmUps = [] }: Said,
  provenance: Provenance,
  texts: Texts,
): ReportInput {
  const names = results.flatMap((result) => result.scenarios);
  const shown = scenarios.slice(0, names.length);
  return {
    speech: speechOf(texts, daysText(results, shown, texts)),
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
    provenance: { ...provenance, wanted: countText(total / results.length, provenance, texts) },
  };
}

/** As in print, where a hyphen is no sign. */
const withMinus = (text: string): string => text.replaceAll("-", "\u2212");

const speechOf = (texts: Texts, days: string): ReportSpeech => ({
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
        currencyDisplay: "narrowSymbol",
        // Three digits, but no fractions of a cent.
        maximumSignificantDigits: 3,
        maximumFractionDigits: 2,
        roundingPriority: "lessPrecision",
        signDisplay: "exceptZero",
      }).format(value),
    ),
  title: (row) => titleOf(row, texts),
  daysText: days,
});
