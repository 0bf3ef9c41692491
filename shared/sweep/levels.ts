/**
 * The values that a setting takes in a sweep, as they are written: a list (`8, 11, 14`), or a range, from which a grid
 * takes so many at even distances (`6000 /day to 10000 /day in 5`) and the other designs any.
 */
import { meanOfServiceTime, parseServiceTime } from "../scenario/distribution.ts";
import { formatAmount, inUnitOf, parseAmount } from "./amount.ts";
import type { Amount, Operation } from "./amount.ts";

export type Scalar = string | number | boolean;

/** One value of a setting. */
export type Level = {
  /** As it is written. */
  readonly text: string;
  /** Where it stands on a line with the others, in their unit; null where they are words without an order. */
  readonly x: number | null;
  readonly change:
    | { readonly operation: "set"; readonly value: Scalar }
    | { readonly operation: "times" | "plus"; readonly by: Amount };
};

export type Levels =
  | { readonly kind: "list"; readonly values: readonly Level[] }
  /** `count`: how many a grid takes; null: not said. */
  | { readonly kind: "range"; readonly low: Amount; readonly high: Amount; readonly count: number | null };

/** Why a text gives no values. */
export type LevelsFault = "values" | "mixed" | "same" | "units" | "count";

export const MOST_LEVELS = 1_000;

const RANGE = /^(.+?)\s+to\s+(.+?)(?:\s+in\s+(\S+))?$/;

export function parseLevels(written: Scalar | readonly Scalar[]): Levels | LevelsFault {
  const isText = typeof written === "string";
  const range = isText ? RANGE.exec(written.trim()) : null;
  const ends = range === null ? null : [parseAmount(range[1]!), parseAmount(range[2]!)];
  // "uniform 30 s to 90 s" is one value and no range.
  if (ends !== null && ends[0] != null && ends[1] != null) return rangeOf(ends[0], ends[1], range![3]);
  const items = isText ? written.split(",").map(scalarOf) : Array.isArray(written) ? written : [written];
  return listOf(
    (items as readonly Scalar[]).map((item) => (typeof item === "string" ? scalarOf(item) : item)),
  );
}

/** `written`: how many a grid takes. */
function rangeOf(from: Amount, to: Amount, written: string | undefined): Levels | LevelsFault {
  const count = written === undefined ? null : /^\d{1,6}$/.test(written) ? Number(written) : Number.NaN;
  if (count !== null && !(count >= 2 && count <= MOST_LEVELS)) return "count";
  if (from.operation !== to.operation) return "mixed";
  const low = inUnitOf(from, from.unit === "" && from.prefix === "" ? to : from);
  const high = low === null ? null : inUnitOf(to, low);
  if (low === null || high === null) return "units";
  if (low.number === high.number) return "same";
  return { kind: "range", low, high, count };
}

function listOf(items: readonly Scalar[]): Levels | LevelsFault {
  if (items.includes("")) return "values";
  const amounts = items.map((item) => (typeof item === "boolean" ? null : parseAmount(String(item))));
  const operations = new Set(amounts.map((amount) => amount?.operation ?? "set"));
  if (operations.size > 1) return "mixed";
  const [operation] = operations as Set<Operation>;
  const inOne = amounts.map((amount) =>
    amount === null || amounts[0] == null ? null : inUnitOf(amount, amounts[0]),
  );
  if (operation !== "set" && inOne.includes(null)) return "units";
  const numbers = inOne.map((amount, i) => amount?.number ?? meanMsOf(items[i]!));
  const hasOrder = numbers.every((number) => number !== null);
  const values = items.map((item, i): Level => {
    const x = hasOrder ? numbers[i]! : null;
    const amount = inOne[i];
    return amount == null || operation === "set" || operation === undefined
      ? { text: String(item), x, change: { operation: "set", value: item } }
      : { text: formatAmount(amount), x, change: { operation, by: amount } };
  });
  const areSame = new Set(values.map(({ text }) => text)).size < values.length || values.length < 2;
  return areSame ? "same" : { kind: "list", values };
}

const meanMsOf = (item: Scalar): number | null => {
  const time = typeof item === "string" ? parseServiceTime(item) : null;
  return time === null ? null : meanOfServiceTime(time);
};

/** A word of a command line as a file would hold it. */
function scalarOf(text: string): Scalar {
  const word = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(word)) return Number(word);
  if (word === "true" || word === "false") return word === "true";
  return word.replace(/^"(.*)"$/, "$1");
}

/** The values that a grid takes; of a range without a count, none. */
export function gridLevels(levels: Levels): readonly Level[] {
  if (levels.kind === "list") return levels.values;
  const { low, high, count } = levels;
  return Array.from({ length: count ?? 0 }, (_, i) =>
    levelOf(low, low.number + ((high.number - low.number) * i) / (count! - 1)),
  );
}

/** Digits that a value between the ends of a range has: a ten-thousandth of it. */
const FINE = 4;

/** The value at a share of the way, from 0 to 1: of a list the one whose part of the way it is. */
export function levelAt(levels: Levels, share: number, isWhole: boolean): Level {
  if (levels.kind === "list")
    return levels.values[Math.min(levels.values.length - 1, Math.floor(share * levels.values.length))]!;
  const { low, high } = levels;
  const span = high.number - low.number;
  if (isWhole) return levelOf(low, Math.round(low.number + span * share));
  const digits = Math.max(0, FINE - Math.floor(Math.log10(Math.abs(span))));
  return levelOf(low, Number((low.number + span * share).toFixed(digits)));
}

function levelOf(like: Amount, number: number): Level {
  const amount = { ...like, number };
  const { operation } = like;
  const text = formatAmount(amount);
  if (operation !== "set") return { text, x: number, change: { operation, by: amount } };
  const isBare = like.prefix === "" && like.unit === "";
  return { text, x: number, change: { operation, value: isBare ? Number(text) : text } };
}
