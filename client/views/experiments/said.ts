/** Experiments in words: what one is called, how far it is, and what a comparison has found. Pure; the words come in. */
import { withoutMarks } from "../../../shared/fill.ts";
import { parseFigure } from "../../../shared/figure-name.ts";
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type {
  CompareData,
  CompareRequest,
  ExperimentEntry,
  ExperimentFrame,
  ExperimentRequest,
} from "../../../shared/experiments.ts";
import { openEndsOf } from "../../../shared/estimate.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import { unitOf } from "../../../shared/metrics.ts";
import type { ResultRow } from "../../../shared/protocol.ts";
import { heldTogether } from "../../../shared/held-together.ts";
import { verdictSentence } from "../../../shared/verdict.ts";
import { MINUTE } from "../../../shared/units.ts";
import { isClear } from "../../charts/narrowing.ts";
import type { NarrowingPoint } from "../../charts/narrowing.ts";
import { problemTexts as textsOf } from "../../../shared/problem.ts";
import { resources } from "../../language/resources.ts";
import type { Table } from "../charts/models.ts";
import { decimalsOf, differenceText, remarkOn, rowTitle } from "../results/rows.ts";
import { labelOf } from "../words.ts";
import type { Words } from "../words.ts";
import { optimizeTitle } from "./staffing-said.ts";
import { sweepTitle } from "./sweep-said.ts";

/** "Mean wait", of an answer as a request writes it. */
export function figureTitle(words: Words, answer: string): string {
  const figure = parseFigure(answer);
  return figure.ok ? rowTitle(words, { ...figure.value, named: true }) : answer;
}

/** The unit that an answer's difference is shown in. */
export function answerUnit(words: Words, answer: string): string {
  const figure = parseFigure(answer);
  if (!figure.ok) return "";
  return unitText(words, unitOf(figure.value.metric, figure.value.statistic));
}

function unitText(words: Words, unit: string): string {
  const { units, points } = resources[words.language].metrics;
  return unit === "%" ? points : (units[unit as keyof typeof units]?.short ?? unit);
}

export function titleOf(words: Words, request: ExperimentRequest): string {
  if (request.kind === "sweep") return sweepTitle(words, request);
  if (request.kind === "optimize") return optimizeTitle(words, request);
  const [baseline, ...others] = request.scenarios;
  return words.t("experiments.compare.title", {
    baseline: labelOf(baseline),
    others: words.list(others.map(labelOf)),
    figure: figureTitle(words, request.answer),
  });
}

/** How far one in the list is. */
export const statusText = ({ t }: Words, { status }: Pick<ExperimentEntry, "status">): string =>
  t(`experiments.status.${status}`);

/** "80 days left, about 2 min"; nothing where it is over. */
export function leftText(words: Words, frame: ExperimentFrame): string {
  const { t, span } = words;
  const { done, total, leftMs } = frame;
  const count = Math.max(0, total - done);
  if (leftMs === null) return t("experiments.left", { count });
  if (leftMs < MINUTE) return t("experiments.leftSoon", { count });
  return t("experiments.leftTime", { count, span: span(leftMs) });
}

/** Numbers as the reader wrote them in their fields: a request can only hold numbers. */
export const asWritten = (
  problems: readonly ExperimentProblem[],
  written: Readonly<Record<string, string>>,
): readonly ExperimentProblem[] =>
  problems.map((one) => {
    const found = written[one.field]?.trim();
    if (found === undefined || (one.code !== "number" && one.code !== "within")) return one;
    return { ...one, params: { ...one.params, found, ...(found === "" && { context: "none" }) } };
  });

/** All that is wrong at one place, each fault once; null: nothing is. */
export function problemTexts(words: Words, problems: readonly ExperimentProblem[]): string | null {
  const texts = new Set(problems.map((problem) => problemText(words, problem)));
  return texts.size === 0 ? null : [...texts].join(" ");
}

function problemText({ t, language }: Words, problem: ExperimentProblem): string {
  if (problem.code === "staffing")
    return t(`experiments.optimize.why.refused.${problem.refusal.why}`, {
      ...REFUSED,
      ...problem.refusal.params,
    });
  if (problem.code !== "setting")
    return t(`experiments.problem.${problem.code}`, { ...NAMED, ...problem.params });
  const { expected, found, advice } = textsOf(problem.problem, resources[language].problems);
  return withoutMarks(`${t("add.expected", { expected, found })} → ${advice}`);
}

/** Every name that a text may fill in. */
const REFUSED = { days: "", date: "", post: "", pool: "", other: "" };
const OVERLAP = { number: "", setting: "", otherNumber: "", other: "", path: "" };
const NAMED = {
  found: "",
  known: "",
  guess: "",
  least: "",
  most: "",
  metric: "",
  word: "",
  units: "",
  ...OVERLAP,
};

export const namedRow = ({ rows }: Pick<CompareData, "rows">): ResultRow | undefined =>
  rows.find(({ named }) => named);

/** The answer of one scenario in a sentence; null while too few days are there. */
export function compareHeadline(
  words: Words,
  data: CompareData,
  places: readonly number[],
  scenario: number,
): string | null {
  const row = namedRow(data);
  const difference = row?.differences[scenario];
  if (row === undefined || difference == null) return null;
  if (difference.low === null && openEndsOf(difference) === null) return null;
  const digits = decimalsOf(row, difference);
  const said = verdictSentence(
    {
      ...row,
      ...difference,
      stage: null,
      hour: null,
      scenario: labelOf(places[scenario]),
      baseline: labelOf(places[0]),
    },
    resources[words.language].metrics,
    (value, signed) =>
      signed ? differenceText(words, row, value, digits) : differenceSize(words, row, value, digits),
  );
  return heldTogether(said);
}

const differenceSize = (words: Words, row: Pick<ResultRow, "unit">, value: number, digits: number): string =>
  row.unit === "$" ? words.sum(value) : words.decimal(value, digits);

/** Points of the course that have an interval. */
export function pointsOf({ narrowing }: Pick<CompareData, "narrowing">, scenario: number): NarrowingPoint[] {
  return narrowing.days.flatMap((days, index) => {
    const estimate = narrowing.scenarios[scenario - 1]?.[index];
    if (estimate == null || estimate.low === null || estimate.high === null) return [];
    return [{ days, value: estimate.value, low: estimate.low, high: estimate.high }];
  });
}

/** What the course says: how the difference stands, and from when on the interval has left out 0. */
export function narrowingFinding(
  words: Words,
  answer: string,
  row: Pick<ResultRow, "unit">,
  points: readonly NarrowingPoint[],
  vehiclesNeeded?: number,
): string {
  const { t } = words;
  const last = points.at(-1);
  if (last === undefined && vehiclesNeeded !== undefined)
    return t("experiments.narrowing.fewVehicles", { vehicles: vehiclesNeeded });
  if (last === undefined) return t("experiments.narrowing.waiting");
  const digits = decimalsOf(row, { ...last, n: last.days });
  const say = (value: number): string => differenceText(words, row, value, digits);
  const stands = t("experiments.narrowing.finding", {
    count: last.days,
    value: say(last.value),
    unit: answerUnit(words, answer),
    low: say(last.low),
    high: say(last.high),
  });
  if (!isClear(last)) return `${stands} ${t("experiments.narrowing.close")}`;
  const lastClose = points.findLastIndex((point) => !isClear(point));
  return `${stands} ${t("experiments.narrowing.clearFrom", { count: points[lastClose + 1].days })}`;
}

export function narrowingTable(words: Words, answer: string, points: readonly NarrowingPoint[]): Table {
  const unit = answerUnit(words, answer);
  const { t } = words;
  return {
    columns: [
      t("experiments.narrowing.columns.days"),
      ...(["value", "low", "high"] as const).map(
        (column) => `${t(`experiments.narrowing.columns.${column}`)} (${unit})`,
      ),
    ],
    rows: points.map(({ days, value, low, high }) => [days, value, low, high]),
  };
}

/** How the answer stands to the precision that was asked; null where days were asked for. */
export function precisionText(
  words: Words,
  { answer, stop }: CompareRequest,
  { reading }: Pick<CompareData, "reading">,
): string | null {
  const { t, decimal } = words;
  if (stop.by === "days" || reading === null) return null;
  const unit = answerUnit(words, answer);
  const size = (value: number): string => `${decimal(value, value < 10 ? 2 : 1)}\u00a0${unit}`;
  const { state, days, half, asked, next, vehiclesNeeded } = reading;
  if (vehiclesNeeded !== null)
    return t("experiments.compare.fewVehicles", { count: days, vehicles: vehiclesNeeded });
  if (state === "zero" || half === null) return t("experiments.compare.zero");
  return t(`experiments.compare.${state}`, {
    count: days,
    half: size(half),
    asked: size(asked),
    expected: next?.expected ?? days,
  });
}

/** All rows with their intervals, tidy: a line for each figure. */
export function compareTable(words: Words, data: CompareData, places: readonly number[]): Table {
  const { t } = words;
  const ends = (estimate: Estimate | null | undefined): (number | null)[] =>
    estimate == null ? [null, null, null] : [estimate.value, estimate.low, estimate.high];
  const three = (label: string): string[] =>
    (["value", "low", "high"] as const).map((end) => t(`experiments.compare.${end}`, { label }));
  const baseline = labelOf(places[0]);
  return {
    columns: [
      t("experiments.compare.figure"),
      t("experiments.compare.unit"),
      t("experiments.compare.days"),
      ...places.flatMap((place) => three(labelOf(place))),
      ...places
        .slice(1)
        .flatMap((place) => three(t("experiments.compare.difference", { label: labelOf(place), baseline }))),
      t("experiments.remarks"),
    ],
    rows: data.rows.map((row) => [
      rowTitle(words, { ...row, named: true }),
      row.unit,
      row.estimates[0]?.n ?? null,
      ...places.flatMap((_, index) => ends(row.estimates[index])),
      ...places.slice(1).flatMap((_, index) => ends(row.differences[index + 1])),
      remarksOnRow(words, row, places),
    ]),
  };
}

/** Where an interval is not whole, of which scenario or difference and why. */
function remarksOnRow(words: Words, row: ResultRow, places: readonly number[]): string {
  const baseline = labelOf(places[0]);
  const remark = (label: string, estimate: Estimate | null | undefined): readonly string[] => {
    const why = estimate == null ? null : remarkOn(words, row.metric, estimate);
    return why === null ? [] : [`${label}: ${why}`];
  };
  const difference = (label: string): string =>
    words.t("experiments.compare.difference", { label, baseline });
  return places
    .flatMap((place, index) => [
      ...remark(labelOf(place), row.estimates[index]),
      ...remark(difference(labelOf(place)), row.differences[index]),
    ])
    .join("; ");
}
