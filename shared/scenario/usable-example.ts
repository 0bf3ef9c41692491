/**
 * What may stand where a value of a wrong type does, as a file writes it: of what was written as much as can be kept.
 */
import { z } from "zod";
import { resolve, shapeOf } from "./shape.ts";
import type { Schema, Shape } from "./shape.ts";

type NumberShape = Extract<Shape, { readonly kind: "number" }>;

/** The number that the text begins with, or else one; within the bounds. */
export function numberFor({ isWhole, low, high }: NumberShape, value: unknown): string {
  const written =
    typeof value === "string"
      ? Number.parseFloat(value.replaceAll(/(?<=\d)[, ](?=\d{3}(?!\d))/g, ""))
      : Number.NaN;
  const wanted = Number.isFinite(written) ? written : 1;
  return String(
    Math.min(high ?? Infinity, Math.max(low ?? -Infinity, isWhole ? Math.round(wanted) : wanted)),
  );
}

/** A map from times of day on. */
export const timesFor = (valueType: Schema, value: unknown, found: string): string | undefined => {
  const one = oneFor(valueType, value, found);
  return one === undefined ? undefined : `{ "07:00": ${one} }`;
};

/** A list of one; undefined: nothing so short is usable. */
export const listFor = (itemType: Schema, value: unknown, found: string): string | undefined => {
  const one = oneFor(itemType, value, found);
  return one === undefined ? undefined : `[${one}]`;
};

/** What was written, where it is only the map or the list around it that is missing. */
function oneFor(type: Schema, value: unknown, found: string): string | undefined {
  if (typeof value !== "object" && z.safeParse(type as z.ZodType, value).success) return found;
  const form = resolve(type, value);
  if (form === null) return undefined;
  const shape = shapeOf(form);
  switch (shape.kind) {
    case "quantity":
      return shape.examples[0];
    case "number":
      return numberFor(shape, value);
    case "words":
      return shape.words[0];
    default:
      return undefined;
  }
}
