/** Models with known answers as people read them, as Markdown, and as documented JSON. */
import { HOUR, MINUTE } from "../../../shared/units.ts";
import { DRAW_SCHEME } from "../../engine/draws.ts";
import type { Measure, TheorySet } from "../../theory/case.ts";
import type { Figure } from "../../theory/estimate.ts";
import type { CaseReport } from "../../theory/run-cases.ts";
import type { GeneratorName } from "../../theory/units.ts";
import type { Texts } from "../texts.ts";
import { VERSION } from "../version.ts";
import { formatTable } from "./table.ts";
import type { Column } from "./table.ts";

const DIGITS_OF_A_HALF_WIDTH = 2;
const DIGITS_OF_A_VALUE = 8;

/** One line a figure. */
export function theoryTable(reports: readonly CaseReport[], texts: Texts): string {
  const { t } = texts;
  const columns: readonly Column[] = [
    { title: t("theory.headings.case"), align: "left" },
    { title: t("theory.headings.measure"), align: "left" },
    { title: t("theory.headings.exact"), align: "right" },
    { title: t("theory.headings.measured"), align: "right" },
    { title: t("theory.headings.verdict"), align: "left" },
  ];
  return formatTable(
    columns,
    linesOf(reports, texts).map(({ id, measure, exact, measured, verdict }) => [
      id,
      measure,
      exact,
      measured,
      verdict,
    ]),
  );
}

/** As documentation has it, with the source of each value. */
export function theoryMarkdown(reports: readonly CaseReport[], texts: Texts): string {
  const { t } = texts;
  const headings = [
    t("theory.headings.case"),
    t("theory.headings.source"),
    t("theory.headings.measure"),
    t("theory.headings.exact"),
    t("theory.headings.measured"),
    "",
  ];
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`.replace("|  |", "| |");
  return [
    row(headings),
    `|${"---|".repeat(headings.length)}`,
    ...linesOf(reports, texts).map(({ id, source, measure, exact, measured, verdict }) =>
      row([id, source, measure, exact, measured, verdict]),
    ),
  ].join("\n");
}

export function theoryJson(
  reports: readonly CaseReport[],
  asked: {
    readonly set: TheorySet;
    readonly generator: GeneratorName;
    readonly seeds: readonly number[];
    readonly interrupted: boolean;
  },
): string {
  const figures = reports.flatMap((report) => report.figures);
  const report = {
    cruce: VERSION,
    drawScheme: DRAW_SCHEME,
    ...asked,
    agrees: figures.every(({ verdict }) => verdict === "agrees"),
    cases: reports.map(({ known, seed, figures: ofCase }) => ({
      case: known.id,
      file: `scenarios/theory/${known.file}`,
      source: known.source,
      seed,
      runs: known[asked.set].runs,
      days: known[asked.set].days,
      figures: ofCase.map(({ check, value, half99, half9999, limit, verdict }) => ({
        measure: check.measure,
        expected: check.exact,
        value,
        half99,
        half9999,
        limit,
        verdict,
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

type Line = {
  readonly id: string;
  readonly source: string;
  readonly measure: string;
  readonly exact: string;
  readonly measured: string;
  readonly verdict: string;
};

const linesOf = (reports: readonly CaseReport[], texts: Texts): readonly Line[] =>
  reports.flatMap(({ known, figures }) =>
    figures.map((figure): Line => ({
      id: known.id,
      source: texts.t(`theory.sources.${known.source}`),
      measure: nameOf(figure.check.measure, texts),
      exact: plain(figure.check.exact, texts),
      measured: measuredOf(figure, texts),
      verdict: texts.t(`theory.verdicts.${figure.verdict}`, { limit: figure.limit * 100 }),
    })),
  );

function nameOf(measure: Measure, { t }: Texts): string {
  const who = "who" in measure && measure.who !== undefined ? t(`theory.who.${measure.who}`) : "";
  const place = "place" in measure ? measure.place : "";
  switch (measure.of) {
    case "wait":
      return measure.quantile === undefined
        ? t("theory.measures.wait", { place, who })
        : t("theory.measures.waitQuantile", { place, who, percent: measure.quantile * 100 });
    case "departure":
      return t("theory.measures.departure", { number: measure.number });
    default:
      return t(`theory.measures.${measure.of}`, {
        place,
        who,
        time: "atMs" in measure ? timeOf(measure.atMs) : "",
      });
  }
}

/** To the minute: an instant just before an hour is called by that hour. */
function timeOf(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  return (minutes * MINUTE) % HOUR === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

const plain = (value: number, { locale }: Texts): string =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: DIGITS_OF_A_VALUE }).format(value);

/** With as many decimals as give the half-width two digits. */
function measuredOf({ value, half99 }: Figure, texts: Texts): string {
  if (half99 === 0) return plain(value, texts);
  const decimals = Math.max(0, DIGITS_OF_A_HALF_WIDTH - 1 - Math.floor(Math.log10(half99)));
  const format = new Intl.NumberFormat(texts.locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${format.format(value)} ± ${format.format(half99)}`;
}
