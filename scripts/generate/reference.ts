/** The reference page of scenario files: a table a section, from the one schema. */
import { DIMENSIONS, UNITS } from "../../shared/units.ts";
import { inputSchema } from "./json-schema.ts";

type Node = { readonly [key: string]: unknown };
type Section = { readonly title: string; readonly path: readonly string[] };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const SECTIONS: readonly Section[] = [
  { title: "The file", path: [] },
  { title: "Demand", path: ["northbound", "demand"] },
  { title: "Staffing rules", path: ["northbound", "staffing", "rules"] },
  { title: "Costs", path: ["costs"] },
];

export function scenarioReference(): string {
  const schema: Node = inputSchema("inline");
  const northbound = propertyOf(schema, "northbound");
  const stages = optionsOf(propertyOf(northbound, "stages")["additionalProperties"] as Node);
  const changes = optionsOf(propertyOf(schema, "changes")["items"] as Node);
  return [
    HEAD,
    ...SECTIONS.map(({ title, path }) => table(title, path.reduce(propertyOf, schema))),
    "## Stages\n\n`stages` is an ordered map of name to stage; a stage's kind is its name unless it says otherwise. A stage that a file adds to the one it extends says `before:` or `after:`.",
    ...stages.map((stage) => table(`Stage \`${kindOf(stage)}\``, stage, "###")),
    "## Timed changes\n\nEach entry of `changes` has `at`, and optionally `day` and `for`; its `kind` says what changes.",
    ...changes.map((change) => table(`\`${kindOf(change)}\``, change, "###", ["at", "day", "for"])),
    "",
  ].join("\n\n");
}

const units = DIMENSIONS.map(
  (dimension) =>
    `| ${dimension} | ${Object.keys(UNITS[dimension])
      .map((unit) => `\`${unit}\``)
      .join(", ")} |`,
);

const HEAD = `# Scenario files

<!-- Written by \`npm run generate\` from the schema; do not edit. -->

One YAML file a scenario (JSON is YAML too). Every quantity carries its unit:

| quantity | units |
|---|---|
${units.join("\n")}

Money is written \`$ 90\`, a wage \`$ 90 /h\`. A share may say of whom: \`20 % of fast\`. Times of day are quoted, \`"07:00"\` to \`"24:00"\`, hours \`"07:00-24:00"\` or \`closed\`.

Service times: \`40 s\` (always), \`exponential 108 s\`, \`lognormal 80 s cv 0.7\`, \`erlang 60 s shape 4\`, \`gamma 60 s cv 0.5\`, \`uniform 30 s to 90 s\`, \`triangular 30 s to 120 s mode 60 s\`; the first duration is the mean. Where a value goes by class the keys are \`all\`, a flow (\`laden\`, \`empty\`, …), \`fast\`, \`fast laden\` and the like, and \`preInspected\`; the most specific that fits wins.

A value that differs by day is \`{ days: { mon-fri: …, sat: …, "2024-12-25": … } }\`: a date beats a weekday, a weekday beats a run of weekdays.

A file with \`extends\` changes the one it names: maps merge, lists and maps by time of day are replaced whole, \`null\` removes.`;

function table(title: string, node: Node, level = "##", without: readonly string[] = []): string {
  const object = objectOf(node);
  const required = new Set((object["required"] ?? []) as readonly string[]);
  const rows = Object.entries(object["properties"] as Node)
    .filter(([name]) => !without.includes(name))
    .map(([name, field]) => row(name, field as Node, required.has(name)));
  return [
    `${level} ${title}`,
    "",
    "| field | what it is | values | default |",
    "|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function row(name: string, field: Node, isRequired: boolean): string {
  const fallback = field["default"];
  const isPlain =
    typeof fallback === "string" ||
    typeof fallback === "boolean" ||
    (typeof fallback === "number" && fallback !== 0);
  const standard = isRequired
    ? "required"
    : isPlain && fits(field, fallback)
      ? `\`${String(fallback)}\``
      : "";
  return `| \`${name}\` | ${cell(String(field["description"] ?? ""))} | ${cell(valuesOf(field))} | ${standard} |`;
}

/** Whether a default is one that a file would say, not one in the program's units. */
const fits = (field: Node, value: unknown): boolean => {
  const types = [field, ...optionsOf(field)].map((node) => node["type"]);
  return (
    types.includes(
      typeof value === "boolean" ? "boolean" : typeof value === "number" ? "integer" : "string",
    ) || types.includes("number")
  );
};

function valuesOf(field: Node): string {
  if (field["const"] !== undefined) return `\`${String(field["const"])}\``;
  if (Array.isArray(field["enum"])) return field["enum"].map((value) => `\`${String(value)}\``).join(", ");
  const examples = (field["examples"] ?? []) as readonly unknown[];
  if (examples.length > 0) return `such as \`${String(examples[0])}\``;
  const options = optionsOf(field);
  if (options.length > 0)
    return [...new Set(options.map(valuesOf))].filter((text) => text !== "").join("; or ");
  switch (field["type"]) {
    case "integer":
      return `whole number, ${String(field["minimum"] ?? "")} to ${String(field["maximum"] ?? "")}`;
    case "number":
      return "number";
    case "boolean":
      return "`true`, `false`";
    case "array":
      return "list";
    case "object":
      return "map";
    default:
      return field["type"] === "string" ? "text" : "";
  }
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const optionsOf = (node: Node): readonly Node[] => (node["anyOf"] ?? node["oneOf"] ?? []) as readonly Node[];
const kindOf = (node: Node): string => String(propertyOf(node, "kind")["const"]);

function objectOf(node: Node): Node {
  if (isNode(node["properties"])) return node;
  const found = optionsOf(node).find((option) => isNode(option["properties"]));
  if (found === undefined) throw new Error(`no fields here: ${JSON.stringify(node).slice(0, 200)}`);
  return found;
}

function propertyOf(node: Node, name: string): Node {
  const found = (objectOf(node)["properties"] as Node)[name];
  if (!isNode(found)) throw new Error(`no field ${name}`);
  return found;
}
