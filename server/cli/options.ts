/** Values of options: whole numbers within bounds and words of a list, refused in one line. */
import { guessParams } from "../../shared/scenario/nearest.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Texts } from "./texts.ts";

export function wholeNumber(option: string, text: string, low: number, high: number, { t }: Texts): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new CommandError(EXIT.usage, t("usage.number", { option, low, high, found: text }));
}

export function oneOf<T extends string>(
  option: string,
  text: string,
  choices: readonly T[],
  { t }: Texts,
): T {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  const params = { option, choices: choices.join(", "), found: text, ...guessParams(text, choices) };
  throw new CommandError(EXIT.usage, t("usage.choice", params));
}

/** A whole number as one, for whoever checks it as a field of a file. */
export const numberOr = (value: string | readonly string[]): unknown =>
  typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
