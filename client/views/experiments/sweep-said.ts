/** A sweep in words: what its frontier and its tornado say, a point in a sentence, and the table of all. Pure. */
import type { SweepRequest } from "../../../shared/experiments.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import { formatFigure } from "../../../shared/figure-name.ts";
import { frontierPlaces, tornadoBars } from "../../../shared/sweep/pictures.ts";
import type { FrontierPlace, TornadoBar } from "../../../shared/sweep/pictures.ts";
import type {
  SweepEffects,
  SweepFrontier,
  SweepResult,
  SweptFigure,
  SweptPoint,
} from "../../../shared/sweep/result.ts";
import { MINUTE } from "../../../shared/units.ts";
import { resources } from "../../language/resources.ts";
import type { Table } from "../charts/models.ts";
import { decimalsOf, differenceText, openText, remarkOn, rowTitle, rowValue } from "../results/rows.ts";
import { labelOf } from "../words.ts";
import type { Words } from "../words.ts";

export const sweptTitle = (words: Words, figure: SweptFigure): string =>
  rowTitle(words, { ...figure, named: true });

function unitText(words: Words, { unit }: Pick<SweptFigure, "unit">): string {
  return resources[words.language].metrics.units[unit].short;
}

/** With its unit where it is no wait, which says its own. */
export const sweptValue = (words: Words, figure: SweptFigure, value: number): string =>
  rowValue(words, figure, value);

/** The last part of each path: what tells the settings of a request apart in a title. */
/** Settings that a title names. */
const MOST_NAMED = 4;

export function sweepTitle(words: Words, { scenarios, vary, design }: SweepRequest): string {
  const settings = vary.map(({ setting }) => {
    const [first = ""] = setting.split(",");
    return first.trim().split(".").slice(-2).join(".");
  });
  const label = labelOf(scenarios[0]);
  const named =
    settings.length > MOST_NAMED
      ? [...settings.slice(0, MOST_NAMED - 1), `… (${settings.length})`]
      : settings;
  switch (design) {
    case undefined:
    case "grid":
      return words.t("experiments.sweep.title", { label, settings: settings.join(" × ") });
    case "latin":
      return words.t("experiments.sweep.titleLatin", { label, settings: named.join(", ") });
    case "morris":
      return words.t("experiments.sweep.titleMorris", { label, settings: named.join(", ") });
    default:
      return design satisfies never;
  }
}

/** How much there is to run, before it is; `dayMs`: what a day has taken before, if that is known. */
export function sizeText(
  { t, decimal, span }: Words,
  { points, days }: { readonly points: number; readonly days: number },
  dayMs: number | null,
): string {
  const size = { count: points, days: decimal(days) };
  if (dayMs === null) return t("experiments.sweep.size", size);
  return t("experiments.sweep.sizeTime", { ...size, span: span(Math.max(MINUTE, dayMs * days)) });
}

/** "booths.general + 1, demand.trucks × 0.9". */
export const valuesText = ({ settings }: SweepResult, { values }: SweptPoint): string =>
  settings.map(({ label }, i) => `${label} ${values[i]}`).join(", ");

const standingOf = (result: SweepResult, { point }: SweptPoint) =>
  result.frontier?.points.find((one) => one.point === point)?.standing ?? null;

export function pointText(words: Words, result: SweepResult, point: SweptPoint): string {
  const { t } = words;
  const figures = result.figures.flatMap((figure, f) => {
    const estimate = point.estimates[f];
    return estimate == null ? [] : [estimateText(words, figure, estimate)];
  });
  const standing = standingOf(result, point);
  return t("experiments.sweep.frontier.chosen", {
    point: point.point,
    values: valuesText(result, point),
    figures: figures.join("; "),
    standing: t(`experiments.sweep.standing.${standing ?? "close"}`),
  });
}

/** Beside a value; of few days that are alike, that they are; nothing where there is none. */
export function intervalText(words: Words, figure: SweptFigure, estimate: Estimate): string {
  const { low, high, n } = estimate;
  if (areFewAlike({ ...estimate, metric: figure.metric }))
    return `(${words.t("results.fewAlike", { days: n })})`;
  const say = (one: number): string => sweptValue(words, figure, one);
  const open = openText(words, estimate, say);
  if (open !== null) return `(${open})`;
  if (low === null || high === null || low === high) return "";
  return `(${words.t("results.interval", { low: say(low), high: say(high) })})`;
}

const estimateText = (words: Words, figure: SweptFigure, estimate: Estimate): string =>
  words
    .t("experiments.sweep.frontier.figure", {
      figure: sweptTitle(words, figure),
      value: sweptValue(words, figure, estimate.value),
      unit: figure.unit === "%" ? "" : unitText(words, figure),
      interval: intervalText(words, figure, estimate),
    })
    .trim();

/** What the point is, for its button. */
export type FrontierMark = FrontierPlace & { readonly text: string };

export function frontierMarks(words: Words, result: SweepResult): readonly FrontierMark[] {
  const { frontier, points } = result;
  const places = frontier === null ? [] : frontierPlaces(frontier);
  return places.flatMap((place) => {
    const swept = points.find((one) => one.point === place.point);
    return swept === undefined ? [] : [{ ...place, text: pointText(words, result, swept) }];
  });
}

export function frontierFinding({ t, list }: Words, { points }: SweepFrontier): string {
  const total = points.length;
  if (total === 0) return t("experiments.sweep.waiting");
  const on = points.filter(({ standing }) => standing === "on");
  if (on.length > 0) {
    const named = list(on.map(({ point }) => String(point)));
    return t("experiments.sweep.frontier.finding", { count: on.length, total, points: named });
  }
  const close = points.filter(({ standing }) => standing === "close").length;
  // Of very many points that take turns, each may be beaten on nearly all resampled days.
  return close === 0
    ? t("experiments.sweep.frontier.findingNone", { total })
    : t("experiments.sweep.frontier.findingClose", { count: close, total });
}

export const axisText = (words: Words, figure: SweptFigure): string =>
  `${sweptTitle(words, figure)} (${unitText(words, figure)})`;

export const tornadoBarsOf = (words: Words, effects: SweepEffects): readonly TornadoBar[] =>
  tornadoBars(effects, (from, to) => words.t("experiments.sweep.tornado.ends", { from, to }));

export function tornadoFinding(words: Words, effects: SweepEffects): string {
  const { t, percent } = words;
  const { none, rows, figure, r2, isTrusted } = effects;
  if (none !== null) return t(`experiments.sweep.tornado.none.${none}`);
  const [first] = rows;
  if (first === undefined) return t("experiments.sweep.waiting");
  const { setting, from, to, effect, size } = first;
  if (size !== null) return stepsFinding(words, figure, setting, size);
  const digits = decimalsOf(figure, effect);
  const say = (value: number | null): string => differenceText(words, figure, value ?? effect.value, digits);
  const about = { setting, from, to, unit: unitText(words, figure), value: say(effect.value) };
  const why = whyWithout(words, figure, effect, words.t("results.noInterval"));
  const said =
    why === null
      ? t("experiments.sweep.tornado.finding", { ...about, low: say(effect.low), high: say(effect.high) })
      : t("experiments.sweep.tornado.findingWithout", { ...about, why });
  if (isTrusted || r2 === null) return said;
  return `${said} ${t("experiments.sweep.tornado.untrusted", { percent: percent(r2) })}`;
}

/** Steps go by their mean size: where some go up and some down, their mean says little. */
function stepsFinding(words: Words, figure: SweptFigure, setting: string, size: Estimate): string {
  const digits = decimalsOf(figure, size);
  const say = (value: number | null): string => words.decimal(value ?? size.value, digits);
  const about = { setting, unit: unitText(words, figure), value: say(size.value) };
  const why = whyWithout(words, figure, size, words.t("experiments.sweep.tornado.onceOfSteps"));
  return why === null
    ? words.t("experiments.sweep.tornado.findingOfSteps", {
        ...about,
        low: say(size.low),
        high: say(size.high),
      })
    : words.t("experiments.sweep.tornado.findingOfStepsWithout", { ...about, why });
}

/** Why an effect has no interval; null where it has one. `once`: where too little was simulated for any. */
function whyWithout(words: Words, { metric }: SweptFigure, effect: Estimate, once: string): string | null {
  const isNone = effect.low === null || effect.high === null;
  return remarkOn(words, metric, effect) ?? (isNone ? once : null);
}

export const tornadoNote = ({ t }: Words, { method }: SweepEffects): string =>
  t(`experiments.sweep.tornado.${method === "morris" ? "noteOfSteps" : "note"}`);

export function tornadoTable(words: Words, { method, rows, figure }: SweepEffects): Table {
  const { t } = words;
  const isOfSteps = method === "morris";
  const ofSteps = isOfSteps ? (["size", "spread"] as const) : [];
  const columns = ["setting", "from", "to", "value", "low", "high", ...ofSteps] as const;
  const unit = unitText(words, figure);
  return {
    columns: columns.map((column, i) => {
      const text = t(`experiments.sweep.tornado.columns.${column}`);
      return i < 3 ? text : `${text} (${unit})`;
    }),
    rows: rows.map(({ setting, from, to, effect: { value, low, high }, size, spread }) => [
      setting,
      from,
      to,
      value,
      low,
      high,
      ...(isOfSteps ? [size?.value ?? null, spread] : []),
    ]),
  };
}

/** A line a point: settings, each figure with its interval, and how the point stands. Columns are named as figures are written. */
export function sweepTable(words: Words, result: SweepResult): Table {
  const { t } = words;
  return {
    columns: [
      t("experiments.sweep.point"),
      ...result.settings.map(({ name }) => name),
      ...result.figures.flatMap((figure) => {
        const name = `${formatFigure(figure)} (${figure.unit})`;
        return [name, `${name} low`, `${name} high`];
      }),
      ...(result.frontier === null ? [] : ["frontier"]),
      t("experiments.remarks"),
    ],
    rows: result.points.map((point) => [
      point.point,
      ...point.values,
      ...point.estimates.flatMap((estimate) =>
        estimate === null ? [null, null, null] : [estimate.value, estimate.low, estimate.high],
      ),
      ...(result.frontier === null ? [] : [standingOf(result, point)]),
      remarksOnPoint(words, result, point),
    ]),
  };
}

/** Where an interval is not whole, of which figure and why. */
const remarksOnPoint = (words: Words, { figures }: SweepResult, { estimates }: SweptPoint): string =>
  figures
    .flatMap((figure, f) => {
      const estimate = estimates[f];
      const remark = estimate == null ? null : remarkOn(words, figure.metric, estimate);
      return remark === null ? [] : [`${formatFigure(figure)}: ${remark}`];
    })
    .join("; ");
