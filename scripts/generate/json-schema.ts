/**
 * The JSON Schema of scenario files, for editors: from the one Zod schema, in two forms. A file that
 * extends another may leave anything out and remove with null; any other must be whole.
 *
 * A stage says its kind only where its name does not, which JSON Schema has to be told.
 */
import { z } from "zod";
import { SCENARIO_VERSION, scenarioSchema } from "../../shared/scenario/schema.ts";
import { STAGES_BY_KIND } from "../../shared/scenario/stages.ts";

type Node = { [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The schema as files see it, with the examples that stand beside each quantity. */
export function inputSchema(reused: "ref" | "inline"): Node {
  return z.toJSONSchema(scenarioSchema, {
    io: "input",
    target: "draft-07",
    unrepresentable: "any",
    reused,
    override: ({ zodSchema, jsonSchema }) => {
      const examples = z.globalRegistry.get(zodSchema)?.["examples"];
      if (Array.isArray(examples) && jsonSchema.type === "string") jsonSchema.examples = examples;
    },
  }) as Node;
}

export function scenarioJsonSchema(): string {
  const { $schema, definitions, ...full } = withStages(tidy(inputSchema("ref")));
  const parts = Object.entries(definitions as Node).map(([name, node]) => [
    partName(name),
    partOf(node as Node),
  ]);
  const schema = {
    $schema,
    title: `Cruce scenario, version ${SCENARIO_VERSION}`,
    description: "A land port of entry, the vehicles that come to it and the officers who work there.",
    if: { type: "object", required: ["extends"] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema.
    then: partOf(full, true),
    else: full,
    definitions: { ...(definitions as Node), ...Object.fromEntries(parts) },
  };
  return `${JSON.stringify(schema, null, 1)}\n`;
}

const partName = (name: string): string => `part.${name}`;

/** Without what only the program uses, and with numbers in the form that files use. */
function tidy(node: Node): Node {
  const entries = Object.entries(node).filter(([key]) => key !== "quantity");
  const tidied = Object.fromEntries(entries.map(([key, value]) => [key, tidyValue(value)]));
  // A default in the program's units says nothing in a file, whose values carry their own.
  if (typeof tidied["default"] === "number" && tidied["type"] !== "integer" && tidied["type"] !== "number")
    delete tidied["default"];
  return tidied;
}

const tidyValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidyValue);
  return isNode(value) ? tidy(value) : value;
};

/** Stages named after a kind are of that kind; any other name says it. */
function withStages(schema: Node): Node {
  const definitions = schema["definitions"] as Node;
  const resolve = (node: Node): Node =>
    typeof node["$ref"] === "string"
      ? (definitions[node["$ref"].replace("#/definitions/", "")] as Node)
      : node;
  const northbound = resolve((schema["properties"] as Node)["northbound"] as Node);
  const stages = resolve((northbound["properties"] as Node)["stages"] as Node);
  const kinds = resolve(stages["additionalProperties"] as Node);
  const options = ((kinds["oneOf"] ?? kinds["anyOf"]) as Node[]).map(resolve);
  const kindOf = (option: Node): string => String(((option["properties"] as Node)["kind"] as Node)["const"]);
  const named = Object.keys(STAGES_BY_KIND).map((kind) => {
    const option = options.find((one) => kindOf(one) === kind)!;
    return [
      kind,
      { ...option, required: ((option["required"] ?? []) as string[]).filter((key) => key !== "kind") },
    ];
  });
  stages["properties"] = Object.fromEntries(named);
  return schema;
}

/** Every field may be left out, and null removes what the extended file says. */
function partOf(node: Node, isTop = false): Node {
  const { required: _, ...rest } = node;
  const part = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, partOfValue(key, value)]));
  if (isTop) part["required"] = ["cruce", "extends"];
  return part;
}

function partOfValue(key: string, value: unknown): unknown {
  if (key === "$ref" && typeof value === "string")
    return value.replace("#/definitions/", `#/definitions/${partName("")}`);
  if (key === "properties" && isNode(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, removable(field as Node)]));
  }
  if (key === "additionalProperties" && isNode(value)) return removable(value);
  if ((key === "anyOf" || key === "oneOf" || key === "allOf") && Array.isArray(value))
    return value.map((option) => partOf(option as Node));
  return value;
}

/** The explanation stays outside, where editors look for it. */
function removable(node: Node): Node {
  const { title, description, default: _, ...rest } = partOf(node);
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    anyOf: [rest, { type: "null" }],
  };
}
