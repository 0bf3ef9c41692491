/**
 * Values with their units as people write them ("2.6 km", "$ 90 /h", "20 % of fast") and as the
 * program holds them (meters, dollars an hour, a share). Each is a Zod codec: decoding reads a
 * file, encoding writes one, and the JSON Schema shows the pattern and examples.
 *
 * A bare number is never a quantity: without its unit a figure is a guess.
 */
import { z } from "zod";
import { UNITS } from "../units.ts";
import type { Dimension } from "../units.ts";

const NUMBER = "[0-9]+(?:\\.[0-9]+)?";

/** What a message needs to say about a refused value; carried in the Zod issue's `params`. */
export type RefusalParams = {
  readonly reason: "dimension" | "form" | "range";
  readonly dimension: Dimension | "distribution" | "share" | "clock" | "hours" | "date";
  readonly example: string;
  readonly low?: string;
  readonly high?: string;
};

export type QuantityRange = {
  /** Bounds in the canonical unit, both inclusive. */
  readonly min?: number;
  readonly max?: number;
  /** How the bounds read in a file, for the message. */
  readonly minText?: string;
  readonly maxText?: string;
  readonly example: string;
};

const escapeUnit = (unit: string): string => unit.replaceAll("$", "\\$&");

function patternOf(dimension: Dimension): string {
  const units = Object.keys(UNITS[dimension]);
  if (dimension === "money") return `^\\$ ?(${NUMBER})$`;
  if (dimension === "wage") return `^\\$ ?(${NUMBER}) ?/h$`;
  return `^(${NUMBER}) ?(${units.map(escapeUnit).join("|")})$`;
}

/** The text of a canonical value in the unit that reads best: the largest that leaves it whole (a length: to two decimals), or at least 1. */
export function formatQuantity(dimension: Dimension, value: number): string {
  if (dimension === "money") return `$ ${trim(value)}`;
  if (dimension === "wage") return `$ ${trim(value)} /h`;
  const preferred: Record<Exclude<Dimension, "money" | "wage">, readonly string[]> = {
    duration: ["d", "h", "min", "s", "ms"],
    length: ["km", "m"],
    rate: ["/h"],
    perDay: ["/day"],
    share: ["%"],
  };
  const units = preferred[dimension];
  for (const unit of units) {
    const amount = value / UNITS[dimension][unit]!;
    // Half an hour is 30 min, but 2600 m are 2.6 km.
    const parts = dimension === "length" ? 100 : 1;
    if (amount >= 1 && Number.isInteger(Number((amount * parts).toPrecision(12))))
      return `${trim(amount)} ${unit}`;
  }
  const unit = units.find((u) => value / UNITS[dimension][u]! >= 1) ?? units[units.length - 1]!;
  return `${trim(value / UNITS[dimension][unit]!)} ${unit}`;
}

/** Twelve digits at most, and never an exponent, which no file may hold. */
export function trim(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  return text.includes("e-") ? value.toFixed(18).replace(/0+$/, "") : text;
}

/** Reads a number with a unit of this dimension; null when the text is not one. */
export function parseQuantity(dimension: Dimension, text: string): number | null {
  const match = new RegExp(patternOf(dimension)).exec(text.trim());
  if (!match) return null;
  const factor = dimension === "money" || dimension === "wage" ? 1 : UNITS[dimension][match[2]!]!;
  const value = Number(match[1]) * factor;
  // Twelve digits are what is written again: a file that is saved must read back to the last bit.
  return dimension === "duration" ? Math.round(value) : Number(value.toPrecision(12));
}

export function quantity(dimension: Dimension, range: QuantityRange) {
  return z
    .codec(z.string().regex(new RegExp(patternOf(dimension))), z.number(), {
      decode: (text, ctx) => {
        const value = parseQuantity(dimension, text)!;
        const tooSmall = range.min !== undefined && value < range.min;
        const tooLarge = range.max !== undefined && value > range.max;
        if (tooSmall || tooLarge) {
          const params: RefusalParams = {
            reason: "range",
            dimension,
            example: range.example,
            low: range.minText ?? formatQuantity(dimension, range.min ?? 0),
            ...(range.max === undefined
              ? {}
              : { high: range.maxText ?? formatQuantity(dimension, range.max) }),
          };
          ctx.issues.push({ code: "custom", input: text, params });
          return z.NEVER;
        }
        return value;
      },
      encode: (value) => formatQuantity(dimension, value),
    })
    .meta({ quantity: dimension, examples: [range.example] });
}
