/** What is asked of a figure: a condition (`waitP95 < 45 min`) or how well it is to be known (`wait within 5 %`). */
import { parseFigure, wrong } from "./figure-name.ts";
import type { Asked, FigureKey } from "./figure-name.ts";
import { unitOf } from "./metrics.ts";
import type { MetricUnit } from "./metrics.ts";
import { UNITS } from "./units.ts";

export const COMPARATORS = ["<", "<=", ">", ">="] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** `limit` is in the unit that the figure is shown in. */
export type Condition = {
  readonly figure: FigureKey;
  readonly comparator: Comparator;
  readonly limit: number;
};

/** Half the width of the interval, at most: in the unit of the figure, or as a share of its value. */
export type Precision = {
  readonly figure: FigureKey;
  readonly within: { readonly kind: "absolute" | "relative"; readonly half: number };
};

/** Fewer may happen to be alike, and then say nothing of how others differ: the first look at a precision is at these. */
export const LEAST_DAYS = 20;

const CONDITION = /^([^<>]+?)\s*(<=|>=|<|>)\s*([^<>=]+)$/;
const PRECISION = /^(.+?)\s+within\s+(.+)$/;
const AMOUNT = /^(-?)\s*(\$?)\s*(\d+(?:\.\d+)?)\s*(\S*)$/;

/** What a figure's unit may be written as, each with its factor to the unit that the figure is shown in. */
const WRITTEN: Readonly<Record<MetricUnit, Readonly<Record<string, number>>>> = {
  min: inUnit("duration", "min"),
  h: inUnit("duration", "h"),
  km: inUnit("length", "km"),
  "%": { "%": 1 },
  "/h": inUnit("rate", "/h"),
  vehicles: { vehicles: 1, trucks: 1, "": 1 },
  $: { $: 1 },
};

function inUnit(dimension: "duration" | "length" | "rate", shown: string): Readonly<Record<string, number>> {
  const units = UNITS[dimension];
  return Object.fromEntries(Object.entries(units).map(([unit, factor]) => [unit, factor / units[shown]!]));
}

export function parseCondition(text: string): Asked<Condition> {
  const match = CONDITION.exec(text.trim());
  if (match === null) return wrong("condition", { found: text.trim() });
  const figure = parseFigure(match[1]!);
  if (!figure.ok) return figure;
  const limit = amountOf(figure.value, match[3]!);
  if (!limit.ok) return limit;
  const comparator = COMPARATORS.find((one) => one === match[2])!;
  return { ok: true, value: { figure: figure.value, comparator, limit: limit.value } };
}

export function parsePrecision(text: string): Asked<Precision> {
  const match = PRECISION.exec(text.trim());
  if (match === null) return wrong("precision", { found: text.trim() });
  const figure = parseFigure(match[1]!);
  if (!figure.ok) return figure;
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(match[2]!);
  const { metric, statistic } = figure.value;
  if (percent !== null && unitOf(metric, statistic) === "%")
    return wrong("noPercent", { found: match[2]!, metric });
  const half = percent === null ? pointsOrAmount(figure.value, match[2]!) : relative(percent[1]!);
  if (!half.ok) return half;
  if (!(half.value.half > 0)) return wrong("precision", { found: text.trim() });
  return { ok: true, value: { figure: figure.value, within: half.value } };
}

const relative = (percent: string): Asked<Precision["within"]> => ({
  ok: true,
  value: { kind: "relative", half: Number(percent) / 100 },
});

/** A share is to be known within so many points, since a percentage of a percentage could be either. */
function pointsOrAmount(figure: FigureKey, text: string): Asked<Precision["within"]> {
  const points = /^(\d+(?:\.\d+)?)\s*points$/.exec(text);
  const isShare = unitOf(figure.metric, figure.statistic) === "%";
  const amount: Asked<number> =
    isShare && points !== null ? { ok: true, value: Number(points[1]) } : amountOf(figure, text);
  if (amount.ok) return { ok: true, value: { kind: "absolute", half: amount.value } };
  const { fault, params } = amount;
  return wrong(fault, { ...params, units: isShare ? "points" : `${params["units"]}, %` });
}

/** A number with its unit, in the unit that the figure is shown in. */
function amountOf({ metric, statistic }: FigureKey, text: string): Asked<number> {
  const unit = unitOf(metric, statistic);
  const match = AMOUNT.exec(text.trim());
  const factors = WRITTEN[unit];
  const factor = match === null ? undefined : factors[match[2]! || match[4]!];
  const isPlain = match !== null && (match[2] === "" || match[4] === "");
  if (match === null || factor === undefined || !isPlain) {
    const units = Object.keys(factors).filter((one) => one !== "");
    return wrong("unit", { found: text.trim(), metric, units: units.join(", ") });
  }
  const value = Number(match[3]) * factor;
  return { ok: true, value: match[1] === "-" ? -value : value };
}

/** Whether a value meets a condition. */
export const isMet = (value: number, comparator: Comparator, limit: number): boolean => {
  switch (comparator) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    default:
      return comparator satisfies never;
  }
};
