/**
 * The Zod schema of scenarios as a plain tree, marked with what JSON Schema has no word for: the kind of
 * quantity (`quantity`) and what the keys of a map are (`keys`). The JSON Schema and the reference page
 * are both made from it.
 *
 * Defaults stand in it as a file would write them, not in the program's units.
 */
import { z } from "zod";
import { metaOf, unwrap } from "../../shared/scenario/shape.ts";
import { CLASS_KEYS, EXAMS, FLOWS, MONTHS, WEEKDAYS } from "../../shared/vocabulary.ts";

export type Tree = { [key: string]: unknown };

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists of the vocabulary that serve as keys. */
export const KEY_LISTS = {
  class: CLASS_KEYS,
  flow: FLOWS,
  exam: EXAMS,
  weekday: WEEKDAYS,
  month: MONTHS,
} as const;

export function treeOf(schema: z.ZodType): Tree {
  const tree = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-07",
    unrepresentable: "any",
    reused: "inline",
    override: ({ zodSchema, jsonSchema }) => mark(zodSchema, jsonSchema as Tree),
  });
  // By way of text, so that no part of the tree stands in two places.
  return JSON.parse(JSON.stringify(tree)) as Tree;
}

function mark(schema: z.core.$ZodType, tree: Tree): void {
  const inner = unwrap(schema);
  const { quantity, examples } = metaOf(schema);
  if (quantity !== undefined && tree["type"] === "string") Object.assign(tree, { quantity, examples });
  if (inner instanceof z.ZodRecord && tree["type"] === "object")
    tree["keys"] = keysOf(inner._zod.def.keyType);
  if (schema instanceof z.ZodDefault) tree["default"] = z.encode(schema, schema._zod.def.defaultValue);
}

function keysOf(keyType: z.core.$ZodType): string {
  const { quantity } = metaOf(keyType);
  if (quantity !== undefined) return quantity;
  if (!(keyType instanceof z.ZodEnum)) return "name";
  const names = keyType.options.join();
  const known = Object.entries(KEY_LISTS).find(([, list]) => list.join() === names);
  if (known === undefined) throw new Error(`keys of no known list: ${names}`);
  return known[0];
}

/** The forms that a value may have, forms within forms included. */
export function formsOf(tree: Tree): readonly Tree[] {
  const forms = (tree["anyOf"] ?? tree["oneOf"]) as readonly Tree[] | undefined;
  return forms === undefined ? [tree] : forms.flatMap(formsOf);
}

export const propertiesOf = (tree: Tree): Readonly<Record<string, Tree>> =>
  (tree["properties"] ?? {}) as Readonly<Record<string, Tree>>;

/** The field at the end of these names. */
export function fieldAt(tree: Tree, ...names: readonly string[]): Tree {
  return names.reduce((here, name) => {
    const found = formsOf(here)
      .map((form) => propertiesOf(form)[name])
      .find((field) => field !== undefined);
    if (found === undefined) throw new Error(`no field ${name}`);
    return found;
  }, tree);
}

/** The kind that a stage or a change is of. */
export const kindOf = (tree: Tree): string => String(propertiesOf(tree)["kind"]!["const"]);
