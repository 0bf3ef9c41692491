/** A number as people vary it: what is done with it (`× 0.8`, `+ 2`, or the value itself), and its unit. */
import { trim } from "../scenario/quantity.ts";
import { DIMENSIONS, UNITS } from "../units.ts";

/** Put in place of the value, or multiplied with it, or added to it. */
export type Operation = "set" | "times" | "plus";

export type Amount = {
  readonly operation: Operation;
  readonly number: number;
  /** "$" or nothing. */
  readonly prefix: string;
  /** "km", "/day", "% of fast"; empty for a bare number. */
  readonly unit: string;
};

const FORM = /^(?:([×*x])\s*|([+−-])\s*)?(\$?)\s*(\d+(?:\.\d+)?)\s*([^\d\s][^\d]*|)$/;

/** Null when the text is no number, with or without a unit. */
export function parseAmount(text: string): Amount | null {
  const match = FORM.exec(text.trim());
  if (match === null) return null;
  const [, times, sign, prefix, digits, unit] = match;
  const number = Number(digits) * (sign === undefined || sign === "+" ? 1 : -1);
  const operation = times !== undefined ? "times" : sign !== undefined ? "plus" : "set";
  if (operation === "times" && (prefix !== "" || unit !== "")) return null;
  return { operation, number, prefix: prefix!, unit: unit!.trim() };
}

/** As `parseAmount` reads it. */
export function formatAmount({ operation, number, prefix, unit }: Amount): string {
  const sign = operation === "times" ? "× " : operation === "plus" ? (number < 0 ? "− " : "+ ") : "";
  const size = operation === "plus" ? Math.abs(number) : number;
  return `${sign}${prefix === "" ? "" : `${prefix} `}${trim(size)}${unit === "" ? "" : ` ${unit}`}`;
}

/** The amount in the unit of another; one without a unit has that of the other. Null: they are of two kinds. */
export function inUnitOf(amount: Amount, other: Amount): Amount | null {
  if (amount.operation !== other.operation) return null;
  if (amount.prefix === other.prefix && amount.unit === other.unit) return amount;
  const { prefix, unit } = other;
  if (amount.prefix === "" && amount.unit === "") return { ...amount, prefix, unit };
  if (amount.prefix !== prefix) return null;
  const factor = factorBetween(amount.unit, unit);
  return factor === null
    ? null
    : { ...amount, number: Number((amount.number * factor).toPrecision(12)), unit };
}

/** What a number of the one unit is multiplied with to be one of the other; null where they measure other things. */
export function factorBetween(from: string, to: string): number | null {
  const dimension = DIMENSIONS.find(
    (one) => Object.hasOwn(UNITS[one], from) && Object.hasOwn(UNITS[one], to),
  );
  return dimension === undefined ? null : UNITS[dimension][from]! / UNITS[dimension][to]!;
}
