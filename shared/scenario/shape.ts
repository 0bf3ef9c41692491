/**
 * Walks the scenario schema: what is expected at a path, and which form of a value that may have several
 * forms was meant. Merging and the texts of problems both rest on it, so that the schema stays the one
 * source.
 */
import { z } from "zod";
import type { Path } from "../problem.ts";

export type Schema = z.core.$ZodType;

export type Shape =
  | { readonly kind: "quantity"; readonly quantity: string; readonly examples: readonly string[] }
  | { readonly kind: "map"; readonly keys: readonly string[] }
  | {
      readonly kind: "record";
      readonly keyType: Schema;
      readonly valueType: Schema;
      readonly keys: readonly string[] | null;
    }
  | { readonly kind: "list"; readonly itemType: Schema; readonly least: number; readonly most: number }
  | { readonly kind: "text"; readonly least: number; readonly most: number }
  | {
      readonly kind: "number";
      readonly isWhole: boolean;
      readonly low: number | null;
      readonly high: number | null;
    }
  | { readonly kind: "boolean" }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "union" };

export const isMapValue = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The schema without what makes it optional or gives it a default. */
export function unwrap(schema: Schema): Schema {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner._zod.def.innerType;
  }
  return inner;
}

export const descriptionOf = (schema: Schema): string | undefined => {
  for (let inner = schema; ;) {
    const text = z.globalRegistry.get(inner)?.description;
    if (text !== undefined) return text;
    const next = inner === unwrap(inner) ? inner : (inner as z.ZodOptional)._zod.def.innerType;
    if (next === inner) return undefined;
    inner = next;
  }
};

export function metaOf(schema: Schema): { readonly quantity?: string; readonly examples: readonly string[] } {
  const meta = z.globalRegistry.get(unwrap(schema)) as Readonly<Record<string, unknown>> | undefined;
  const quantity = meta?.["quantity"];
  const examples = meta?.["examples"];
  return {
    ...(typeof quantity === "string" ? { quantity } : {}),
    examples: Array.isArray(examples) ? examples.map(String) : [],
  };
}

export function shapeOf(schema: Schema): Shape {
  const inner = unwrap(schema);
  const { quantity, examples } = metaOf(inner);
  if (quantity !== undefined) return { kind: "quantity", quantity, examples };
  if (inner instanceof z.ZodObject) return { kind: "map", keys: Object.keys(inner.shape) };
  if (inner instanceof z.ZodRecord) {
    const { keyType, valueType } = inner._zod.def;
    return {
      kind: "record",
      keyType,
      valueType,
      keys: keyType instanceof z.ZodEnum ? keyType.options.map(String) : null,
    };
  }
  if (inner instanceof z.ZodArray) return { kind: "list", itemType: inner.element, ...lengthOf(inner) };
  if (inner instanceof z.ZodString) return { kind: "text", ...lengthOf(inner) };
  if (inner instanceof z.ZodNumber) {
    const bound = (value: number | null): number | null =>
      value === null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
    const isWhole = inner.format === "safeint";
    return { kind: "number", isWhole, low: bound(inner.minValue), high: bound(inner.maxValue) };
  }
  if (inner instanceof z.ZodBoolean) return { kind: "boolean" };
  if (inner instanceof z.ZodEnum) return { kind: "words", words: inner.options.map(String) };
  if (inner instanceof z.ZodLiteral) return { kind: "words", words: [...inner.values].map(String) };
  return { kind: "union" };
}

function lengthOf(schema: Schema): { readonly least: number; readonly most: number } {
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  for (const check of schema._zod.def.checks ?? []) {
    const def = check._zod.def as {
      readonly check: string;
      readonly minimum?: number;
      readonly maximum?: number;
    };
    if (def.check === "min_length") least = def.minimum ?? least;
    if (def.check === "max_length") most = def.maximum ?? most;
  }
  return { least, most };
}

/**
 * How well a written value fits a schema, by its type and the names of its keys alone: 0 not at all. The
 * form with the highest fit is the one its writer meant.
 */
function fit(schema: Schema, value: unknown): number {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) return Math.max(0, ...inner.options.map((option) => fit(option, value)));
  const shape = shapeOf(inner);
  const isText = typeof value === "string";
  switch (shape.kind) {
    case "map":
      return isMapValue(value) ? 0.5 + shareOfKeys(value, (key) => (shape.keys.includes(key) ? 1 : 0)) : 0;
    case "record":
      if (isMapValue(value)) return 0.5 + shareOfKeys(value, (key) => keyFit(shape.keyType, key));
      // What was meant for all times of the day: a map from times on is the shortest to write it in.
      return metaOf(shape.keyType).quantity === "clock" && typeof value !== "object" ? 0.01 : 0;
    case "list":
      return Array.isArray(value) ? 1 : 0;
    case "words":
      return shape.words.includes(String(value)) ? 2 : isText ? 0.5 : 0.1;
    case "number":
      return typeof value === "number" ? 1 : isText && /^[-+0-9.,]/.test(value) ? 0.7 : 0.2;
    case "quantity":
    case "text":
      return isText ? 1 : typeof value === "object" && value !== null ? 0 : 0.6;
    default:
      return 0.1;
  }
}

function shareOfKeys(value: Readonly<Record<string, unknown>>, fits: (key: string) => number): number {
  const keys = Object.keys(value);
  return keys.length === 0 ? 0 : keys.reduce((sum, key) => sum + fits(key), 0) / keys.length;
}

/** A key that begins with a digit where times of day are due is a time of day, if badly written. */
function keyFit(keyType: Schema, key: string): number {
  if (z.safeParse(keyType as z.ZodType, key).success) return 1;
  return metaOf(keyType).quantity === "clock" && /^[0-9]/.test(key) ? 0.5 : 0;
}

/** Position of the form that was meant. */
export function branchOf(options: readonly Schema[], value: unknown): number {
  const fits = options.map((option) => fit(option, value));
  return fits.indexOf(Math.max(...fits));
}

/** A stage or a change: the form follows from its `kind`. */
export function branchByKind(union: z.ZodDiscriminatedUnion, kind: unknown): Schema | null {
  const { options } = union._zod.def;
  return options.find((option) => option._zod.propValues?.["kind"]?.has(kind as string) ?? false) ?? null;
}

/** The forms resolved by the value that stands there. */
export function resolve(schema: Schema, value: unknown): Schema | null {
  let inner = unwrap(schema);
  while (inner instanceof z.ZodUnion) {
    const next =
      inner instanceof z.ZodDiscriminatedUnion
        ? branchByKind(inner, isMapValue(value) ? value["kind"] : undefined)
        : inner.options[branchOf(inner.options, value)]!;
    if (next === null) return null;
    inner = unwrap(next);
  }
  return inner;
}

/** The schema of one key or entry of a value; null where the schema knows none. */
export function childOf(schema: Schema | null, value: unknown, key: string | number): Schema | null {
  const inner = schema === null ? null : resolve(schema, value);
  if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, Schema>> = inner.shape;
    if (Object.hasOwn(shape, key)) return shape[key]!;
    const { catchall } = inner._zod.def;
    return catchall === undefined || catchall instanceof z.ZodNever ? null : catchall;
  }
  if (inner instanceof z.ZodRecord) return inner._zod.def.valueType;
  if (inner instanceof z.ZodArray) return inner._zod.def.element;
  return null;
}

/** The schema that a path leads to, with its forms not yet resolved. */
export function schemaAt(root: Schema, value: unknown, path: Path): Schema | null {
  let schema: Schema | null = root;
  let here = value;
  for (const part of path) {
    schema = childOf(schema, here, part);
    here = valueAt(here, [part]);
  }
  return schema;
}

export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path) {
    if (Array.isArray(here)) here = here[Number(part)];
    else if (isMapValue(here) && Object.hasOwn(here, part)) here = here[part];
    else return undefined;
  }
  return here;
}
