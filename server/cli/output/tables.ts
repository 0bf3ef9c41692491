/** The tables of `run` and `compare`, and the line that says what they rest on. */
import { styleText } from "node:util";
import { DRAW_SCHEME } from "../../engine/draws.ts";
import { isRowOf } from "../../../shared/estimate.ts";
import type { DifferenceRow, EstimateRow } from "../../../shared/estimate.ts";
import { METRICS } from "../../../shared/metrics.ts";
import type { MetricId } from "../../../shared/metrics.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { verdictOf } from "../../../shared/verdict.ts";
import { isNamed } from "../../analysis/differences.ts";
import type { NamedAnswer } from "../../analysis/differences.ts";
import type { Wanted } from "../../analysis/estimates.ts";
import type { ExperimentResult } from "../../run/experiment.ts";
import type { Texts } from "../texts.ts";
import { VERSION } from "../version.ts";
import { HEADLINES, formatEstimate, formatNumber, notesOfMarks, titleOf } from "./rows.ts";
import { formatTable } from "./table.ts";
import type { Column } from "./table.ts";

/**
 * What the tables, and the sentences below them, are made of: where nothing else is written, nothing else need be worked
 * out. `asked`: figures that are wanted by name.
 */
export const isInTables =
  (asked: readonly NamedAnswer[]): Wanted =>
  (key) =>
    (key.stage === null && key.hour === null) || asked.some((answer) => isNamed(key, answer));

/** One line a figure, one column a scenario; `asked`: a figure that has its line in any case. */
export function estimatesTable(
  names: readonly string[],
  estimates: readonly EstimateRow[],
  asked: NamedAnswer | null,
  texts: Texts,
): string {
  const columns: Column[] = [
    { title: texts.t("headings.metric"), align: "left" },
    ...names.map((name): Column => ({ title: name, align: "right" })),
  ];
  const rows = headlines(estimates, asked).map((key) => [
    titleOf(key, texts),
    ...names.map((name) => {
      const row = estimates.find((estimate) => estimate.scenario === name && isRowOf(estimate, key));
      return row === undefined ? "" : formatEstimate(row, texts);
    }),
  ]);
  return formatTable(columns, rows);
}

/** What to know of the marks in that table. */
export function noteOfEstimates(
  estimates: readonly EstimateRow[],
  asked: NamedAnswer | null,
  texts: Texts,
): readonly string[] {
  const keys = headlines(estimates, asked);
  return notesOfMarks(
    estimates.filter((row) => keys.some((key) => isRowOf(row, key))),
    texts,
  );
}

/** A block for each scenario compared: baseline, scenario, difference with its interval, and how it came out. */
export function differencesTable(result: ExperimentResult, texts: Texts): string {
  const { scenarios, estimates } = result;
  const [baseline, ...others] = scenarios;
  return others
    .map((scenario) => {
      const columns: Column[] = [
        { title: texts.t("headings.metric"), align: "left" },
        { title: baseline!, align: "right" },
        { title: scenario, align: "right" },
        { title: `${texts.t("headings.difference")} (${texts.t("headings.interval")})`, align: "right" },
        { title: "", align: "left" },
      ];
      const rows = shownDifferences(result, scenario).map(({ key, difference }) => {
        const value = (name: string): string => {
          const row = estimates.find((estimate) => estimate.scenario === name && isRowOf(estimate, key));
          return row === undefined ? "" : formatNumber(row.value, texts);
        };
        const star = difference.named ? " *" : "";
        return [
          titleOf(key, texts) + star,
          value(baseline!),
          value(scenario),
          formatEstimate(difference, texts, true),
          outcomeOf(difference, texts),
        ];
      });
      return formatTable(columns, rows);
    })
    .join("\n\n");
}

/** What to know of the marks in these tables. */
export const noteOfDifferences = (result: ExperimentResult, texts: Texts): readonly string[] =>
  notesOfMarks(
    result.scenarios
      .slice(1)
      .flatMap((scenario) => shownDifferences(result, scenario).map(({ difference }) => difference)),
    texts,
  );

function shownDifferences({ estimates, differences, answer }: ExperimentResult, scenario: string) {
  const own = differences.filter((row) => row.scenario === scenario);
  return [...headlines(estimates, answer), ...unshared(own)].flatMap((key) => {
    const difference = own.find((row) => isRowOf(row, key));
    return difference === undefined ? [] : [{ key, difference }];
  });
}

function outcomeOf(row: DifferenceRow, texts: Texts): string {
  const { outcome } = verdictOf(row, METRICS[row.metric as MetricId].better);
  const word = texts.metrics.outcomes[outcome];
  const color = outcome === "better" ? "green" : outcome === "worse" ? "red" : "dim";
  return styleText(color, word, { stream: process.stdout });
}

/** "20 days, seed 1, Cruce 0.1.0, draw scheme 1"; "20 runs of 3 days" where a run counts several. */
export function basis(
  results: readonly ExperimentResult[],
  scenarios: readonly LoadedScenario[],
  texts: Texts,
): string {
  return texts.t("notes.basis", {
    days: daysText(results, scenarios, texts),
    seed: results[0]?.seed ?? 0,
    version: VERSION,
    scheme: DRAW_SCHEME,
  });
}

/** "20 days"; "20 runs of 3 days" where a run counts several; "20 antithetic pairs of …". */
export function daysText(
  results: readonly ExperimentResult[],
  scenarios: readonly LoadedScenario[],
  { t }: Texts,
): string {
  const done = spanOf(results.map((result) => result.replications.length));
  const days = spanOf(scenarios.map(({ scenario }) => scenario.days));
  const inPairs = results.some(({ antithetic }) => antithetic);
  return days.high === 1
    ? t(inPairs ? "pairs" : "days", { count: done.high, done: done.text })
    : t(inPairs ? "runPairs" : "runs", { count: done.high, done: done.text, days: days.text });
}

/** "20", or "18–20" where they differ. */
function spanOf(counts: readonly number[]): { readonly high: number; readonly text: string } {
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  return { high, text: low === high ? `${high}` : `${low}–${high}` };
}

/** What a table writes as 0.00. */
const SHOWN_AS_ZERO = 0.005;

/**
 * The figures of the table in its order, with the classes that occur below those that show them. What was asked for
 * by name stands before them where it is none of them.
 */
export function headlines(
  estimates: readonly EstimateRow[],
  asked: NamedAnswer | null,
): readonly EstimateRow[] {
  const shown = shownAnyway(estimates);
  const isAsked = (row: EstimateRow): boolean => asked !== null && isRowOf(row, asked);
  const first = shown.some(isAsked) ? undefined : estimates.find(isAsked);
  return first === undefined ? shown : [first, ...shown];
}

function shownAnyway(estimates: readonly EstimateRow[]): readonly EstimateRow[] {
  const whole = estimates.filter((row) => row.stage === null && row.hour === null);
  return HEADLINES.flatMap(({ metric, statistic, classes, ifAny }) => {
    const rows = whole.filter((row) => row.metric === metric && row.statistic === statistic);
    if (ifAny === true && rows.every(({ value }) => value < SHOWN_AS_ZERO)) return [];
    const wanted = rows.filter(
      (row) => row.class === null || (classes === true && (row.class === "fast" || row.class === "general")),
    );
    const seen = new Map(wanted.map((row) => [row.class, row]));
    return [...seen.values()].sort((a, b) => (a.class ?? "").localeCompare(b.class ?? ""));
  });
}

export const SHARED_WAIT = {
  metric: "wait",
  statistic: "meanOfShared",
  class: null,
  unit: METRICS.wait.unit,
} as const;

/** Where some vehicles are in one scenario only: how many, and the change for those in both. */
function unshared(differences: readonly DifferenceRow[]) {
  if (vehiclesInOne(differences) === 0) return [];
  const keys = [
    SHARED_WAIT,
    { metric: "onlyInBaseline", statistic: "total", class: null, unit: METRICS.onlyInBaseline.unit },
    { metric: "onlyInScenario", statistic: "total", class: null, unit: METRICS.onlyInScenario.unit },
  ] as const;
  return keys.filter((key) => differences.some((row) => isRowOf(row, key)));
}

/** Vehicles that reached primary in one of two scenarios only, a run. */
export const vehiclesInOne = (differences: readonly DifferenceRow[]): number =>
  differences
    .filter(
      (row) => row.class === null && (row.metric === "onlyInBaseline" || row.metric === "onlyInScenario"),
    )
    .reduce((sum, row) => sum + row.value, 0);
