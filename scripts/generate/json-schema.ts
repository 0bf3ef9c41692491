/**
 * The JSON Schemas of scenario files, sweep files and question files, for editors. That of scenarios has two forms: a file that extends another may leave
 * anything out and remove with null; any other must be whole.
 *
 * A stage says its kind only where its name does not, which JSON Schema has to be told. In a file that
 * extends, a stage of another name may have its kind from the extended file, which no schema can see.
 */
import type { ZodType } from "zod";
import { words } from "../../shared/messages/en/words.ts";
import { extendingScenarioSchema } from "../../shared/scenario/extend.ts";
import { SCENARIO_VERSION, scenarioSchema } from "../../shared/scenario/schema.ts";
import { staffingSchema } from "../../shared/staffing/schema.ts";
import { sweepSchema } from "../../shared/sweep/schema.ts";
import { sharedParts } from "./definitions.ts";
import { KEY_LISTS, fieldAt, formsOf, isTree, kindOf, propertiesOf, treeOf } from "./schema-tree.ts";
import type { Tree } from "./schema-tree.ts";

export function scenarioJsonSchema(): string {
  const definitions = sharedParts({
    wholeFile: formOf(treeOf(scenarioSchema), false),
    fileThatExtends: formOf(treeOf(extendingScenarioSchema), true),
  });
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Cruce scenario, version ${SCENARIO_VERSION}`,
    description: "A land port of entry, the vehicles that come to it and the officers who work there.",
    type: "object",
    ...choice(
      { required: ["extends"] },
      { $ref: "#/definitions/fileThatExtends" },
      { $ref: "#/definitions/wholeFile" },
    ),
  };
  return `${JSON.stringify({ ...schema, definitions }, null, 1)}\n`;
}

export const sweepJsonSchema = (): string =>
  simple(sweepSchema, "sweep", "Settings of a scenario that vary, and what is told of each point.");

export const staffingJsonSchema = (): string =>
  simple(staffingSchema, "staffing question", "What is promised of a day, and how those work who keep it.");

/** Of a file without forms. */
function simple(fileSchema: ZodType, what: string, description: string): string {
  const { $schema: _, ...tree } = treeOf(fileSchema);
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Cruce ${what}, version ${SCENARIO_VERSION}`,
    description,
    ...(plain(tree) as Tree),
  };
  return `${JSON.stringify(schema, null, 1)}\n`;
}

function formOf(whole: Tree, isPart: boolean): Tree {
  const { $schema: _, ...tree } = whole;
  const stages = formsOf(fieldAt(tree, "northbound", "stages"))[0]!;
  const kinds = formsOf(stages["additionalProperties"] as Tree)
    .filter((form) => form["type"] !== "null")
    .map((kind) => plain(kind) as Tree);
  const form = plain(tree) as Tree;
  Object.assign(formsOf(fieldAt(form, "northbound", "stages"))[0]!, stagesOf(kinds, isPart));
  return form;
}

/** Every stage by its name; a name that is a kind needs no `kind`. */
function stagesOf(kinds: readonly Tree[], isPart: boolean): Tree {
  const names = kinds.map(kindOf);
  const anyKind = byKind(kinds, "What the stage is.");
  const other = isPart ? choice({ required: ["kind"] }, anyKind, ofOneKind(kinds)) : anyKind;
  const named = kinds.map((kind, index) => ({
    description: `${capital(words.stage[names[index] as keyof typeof words.stage])}.`,
    ...choice({ properties: { kind: { const: names[index] } } }, withoutKind(kind), anyKind),
  }));
  const stage = (tree: Tree): Tree => (isPart ? orNull(tree) : tree);
  return {
    properties: Object.fromEntries(named.map((tree, index) => [names[index], stage(tree)])),
    additionalProperties: stage(other),
  };
}

const choice = (condition: Tree, yes: Tree, no?: Tree): Tree => ({
  if: condition,
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema.
  then: yes,
  ...(no === undefined ? {} : { else: no }),
});

/** One of the kinds, as what it says fits. */
const ofOneKind = (kinds: readonly Tree[]): Tree => ({ anyOf: kinds.map(withoutKind) });

const withoutKind = (kind: Tree): Tree => {
  const required = ((kind["required"] ?? []) as readonly string[]).filter((name) => name !== "kind");
  return { ...kind, required };
};

/** Forms told apart by `kind`, so that a mistake is told of the form that was meant alone. */
function byKind(forms: readonly Tree[], description: string): Tree {
  return {
    type: "object",
    properties: { kind: { description, enum: forms.map(kindOf) } },
    required: ["kind"],
    allOf: forms.map((form) =>
      choice({ properties: { kind: { const: kindOf(form) } }, required: ["kind"] }, withoutKind(form)),
    ),
  };
}

/** Without the marks: what they say in the words of JSON Schema. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isTree(value)) return value;
  const { quantity: _, keys, ...rest } = value;
  const tree: Tree = {};
  for (const [key, inner] of Object.entries(rest)) {
    const isMapOfFields = key === "properties" && isTree(inner);
    tree[key] = isMapOfFields
      ? Object.fromEntries(Object.entries(inner).map(([name, field]) => [name, plain(field)]))
      : plain(inner);
  }
  if (typeof keys === "string" && keys in KEY_LISTS) return withKeys(tree, keys as keyof typeof KEY_LISTS);
  return withForms(tree);
}

/** Keys of a list as fields, for editors offer only these. */
function withKeys(map: Tree, list: keyof typeof KEY_LISTS): Tree {
  const { propertyNames: _, additionalProperties, ...tree } = map;
  const texts: Readonly<Record<string, string>> = words[list];
  const fields = KEY_LISTS[list].map((key) => [
    key,
    { ...(additionalProperties as Tree), description: `${capital(texts[key]!)}.` },
  ]);
  return { ...tree, properties: Object.fromEntries(fields), additionalProperties: false };
}

function withForms(tree: Tree): Tree {
  const { anyOf, oneOf, ...rest } = tree;
  const forms = (anyOf ?? oneOf) as readonly Tree[] | undefined;
  if (forms === undefined) return tree;
  const others = forms.filter((form) => form["type"] !== "null");
  if (others.length < forms.length && others.length === 1) return { ...orNull(others[0]!), ...rest };
  if (others.every((form) => propertiesOf(form)["kind"]?.["const"] !== undefined))
    return { ...byKind(others, "What it is."), ...rest };
  return {
    ...rest,
    anyOf: forms.flatMap((form) => (isBareChoice(form) ? (form["anyOf"] as Tree[]) : [form])),
  };
}

const isBareChoice = (form: Tree): boolean => Object.keys(form).join() === "anyOf";

/** The explanation stays outside, where editors look for it. */
function orNull(tree: Tree): Tree {
  const { description, ...rest } = tree;
  const told = description === undefined ? {} : { description };
  if (typeof rest["type"] === "string" && rest["const"] === undefined && rest["enum"] === undefined)
    return { ...told, ...rest, type: [rest["type"], "null"] };
  return { ...told, anyOf: [rest, { type: "null" }] };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
