/**
 * The reference page of scenario files: a table a section, from the one schema. Fields within fields
 * follow the one they are in, by their whole name.
 */
import { SERVICE_TIME_EXAMPLES } from "../../shared/scenario/distribution.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import { DIMENSIONS, UNITS } from "../../shared/units.ts";
import type { Dimension } from "../../shared/units.ts";
import { CLASS_KEYS, EXAMS, FLOWS, LANE_TYPES } from "../../shared/vocabulary.ts";
import { fieldAt, formsOf, isTree, kindOf, propertiesOf, treeOf } from "./schema-tree.ts";
import type { Tree } from "./schema-tree.ts";

export function scenarioReference(): string {
  const tree = treeOf(scenarioSchema);
  const stages = formsOf(fieldAt(tree, "northbound", "stages")["additionalProperties"] as Tree);
  const changes = formsOf(fieldAt(tree, "changes")["items"] as Tree);
  const staffing = fieldAt(tree, "northbound", "staffing");
  const pool = fieldAt(staffing, "pools")["additionalProperties"] as Tree;
  const shift = fieldAt(staffing["additionalProperties"] as Tree, "shifts")["items"] as Tree;
  return [
    HEAD,
    GRAMMAR,
    section("## The file", table(tree, ["northbound", "costs"])),
    section("## Costs", COSTS, table(fieldAt(tree, "costs"))),
    section("## Demand", DEMAND, table(fieldAt(tree, "northbound", "demand"))),
    section("## Stages", STAGES, table(common(stages, OF_ALL_STAGES, true))),
    ...stages.map((stage) => section(`### \`${kindOf(stage)}\``, table(stage, OF_ALL_STAGES))),
    section("## Staffing", STAFFING),
    section("### `rules`", table(fieldAt(staffing, "rules"))),
    section("### A pool", POOL, table(pool)),
    section("### A shift", SHIFT, table(shift)),
    section("## Timed changes", CHANGES, table(common(changes, OF_ALL_CHANGES, false))),
    ...changes.map((change) => section(`### \`${kindOf(change)}\``, table(change, OF_ALL_CHANGES))),
    "",
  ].join("\n\n");
}

const OF_ALL_STAGES = ["kind", "before", "after"];
const OF_ALL_CHANGES = ["kind", "at", "day", "for"];

/** What all of these forms may say. */
function common(forms: readonly Tree[], names: readonly string[], isKindOptional: boolean): Tree {
  const [first] = forms;
  const required = (first!["required"] as readonly string[]).filter(
    (name) => !(isKindOptional && name === "kind"),
  );
  const fields = names.map((name) => [name, propertiesOf(first!)[name]!] as const);
  const kind = { description: propertiesOf(first!)["kind"]!["description"], enum: forms.map(kindOf) };
  return { properties: { ...Object.fromEntries(fields), kind }, required };
}

const section = (...parts: readonly string[]): string => parts.join("\n\n");
const code = (text: unknown): string => `\`${String(text)}\``;
const codes = (list: readonly unknown[]): string => list.map(code).join(", ");

const HEAD = `# Scenario files

<!-- Written by \`npm run generate\` from the schema; do not edit. -->

One YAML file a scenario; JSON is YAML too. A file begins

\`\`\`yaml
# yaml-language-server: $schema=./scenario.schema.json
cruce: 1
name: World Trade Bridge today
\`\`\`

The first line lets an editor complete and explain every field. \`cruce validate FILE\` says everything that is wrong with a file; [problems](problems.md) lists what it can say.

A file with \`extends\` changes the one it names: maps merge key by key; lists, and maps by time of day, are replaced whole; \`null\` removes. No field is required in it.`;

const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  duration: "duration",
  length: "length",
  rate: "vehicles an hour",
  perDay: "vehicles a day",
  share: "share",
  money: "money",
  wage: "money an hour",
};
const DIMENSION_EXAMPLES: Readonly<Record<Dimension, string>> = {
  duration: "90 s",
  length: "2.6 km",
  rate: "480 /h",
  perDay: "8000 /day",
  share: "4.5 %",
  money: "$ 90",
  wage: "$ 90 /h",
};

const used = DIMENSIONS.filter((dimension) => dimension !== "money");
const unitRows = used.map(
  (dimension) =>
    `| ${DIMENSION_WORDS[dimension]} | ${codes(Object.keys(UNITS[dimension]))} | ${code(DIMENSION_EXAMPLES[dimension])} |`,
);

const GRAMMAR = `## How values are written

**Quantities** carry their unit; a bare number is refused. A number is written with digits and a decimal point: no sign, no exponent, no separator between thousands.

| quantity | units | example |
|---|---|---|
${unitRows.join("\n")}

**Shares** may say of whom: \`20 % of fast\`, \`5 % of general\`, where the tables say so.

**Service times** are a duration, or a distribution: ${codes(SERVICE_TIME_EXAMPLES)}. A bare duration is always the same; of the others the first duration is the mean of the distribution itself (of \`uniform\` and \`triangular\`: the lowest and the highest), and \`cv\` is the coefficient of variation, from 0.01 to 5.

**By class**: ${codes(CLASS_KEYS)}. The most specific that fits wins: \`preInspected\`, then FAST of a flow, then \`fast\`, then the flow, then \`all\`. Flows are ${codes(FLOWS)}; lane types ${codes(LANE_TYPES)}; exams ${codes(EXAMS)}.

**Times of day** are quoted: \`"07:00"\`, to the second where need be (\`"07:00:30"\`), up to \`"24:00"\`; \`"7:00"\` is \`"07:00"\`. **By time**: \`{ "07:00": 4, "22:00": 0 }\`; each value holds to the next time.

**Hours** are \`"07:00-24:00"\`, or \`closed\`. **Dates** are \`"2024-05-07"\`.

**By day**: \`{ days: { mon-fri: …, sat: …, "2024-12-25": … } }\` wherever the tables say "or by day". A date beats a weekday, a weekday beats a run of weekdays.`;

const COSTS = "Under `costs`.";
const DEMAND =
  "Under `northbound.demand`: exactly one of `trucks`, `rates` and `arrivals`, and what goes with it.";
const STAGES = `Under \`northbound.stages\`: a map of names to stages, in the order in which vehicles pass them. Every stage may say:`;
const STAFFING = `Under \`northbound.staffing\`: \`rules\`, \`pools\`, and for any stage by its name the officers at work, by time or by shifts, or by day. Where a stage has posts of its own, by post: primary always by lane type, secondary by \`bay\` and \`dock\`. A post stands in one pool or has officers of its own, not both.

\`\`\`yaml
staffing:
  rules: { setUp: 5 min }
  toll: { "05:00": 3, "22:00": 1 }
  primary:
    fast: { days: { mon-fri: { "07:00": 4, "24:00": 0 }, sat: { "08:00": 2, "16:00": 0 } } }
    general:
      shifts:
        - { officers: 8, from: "06:00", to: "14:00", breaks: [{ at: "10:00", for: 30 min, officers: 2 }] }
        - { officers: 9, from: "14:00", to: "22:00" }
\`\`\`

A post that nobody names is manned whenever its place is open. Before the first time there is nobody.`;
const POOL = "Under `pools`, by a name of its own.";
const SHIFT = "The entries of a list `shifts`, of a post or of a pool.";
const CHANGES = "The entries of the list `changes`. Every change says:";

export function table(tree: Tree, left: readonly string[] = []): string {
  return [
    "| field | what it is | value | default | example |",
    "|---|---|---|---|---|",
    ...rows(tree, "", left),
  ].join("\n");
}

function rows(tree: Tree, prefix: string, left: readonly string[] = []): readonly string[] {
  const required = (tree["required"] ?? []) as readonly string[];
  return Object.entries(propertiesOf(tree))
    .filter(([name]) => !left.includes(name))
    .flatMap(([name, field]) => [
      row(`${prefix}${name}`, field, required.includes(name)),
      ...formsOf(field).flatMap((form) => innerRows(form, `${prefix}${name}`)),
    ]);
}

/** Fields of a map, of each entry of a list, or of each value of a map by names. */
function innerRows(form: Tree, name: string): readonly string[] {
  if (isByDay(form) || isShifts(form)) return [];
  const { items, additionalProperties, keys } = form;
  if (isTree(items)) return isSection(items) ? [] : rows(items, `${name}[].`);
  if (isTree(additionalProperties) && keys !== undefined)
    return formsOf(additionalProperties).flatMap((value) => innerRows(value, `${name}.*`));
  return rows(form, `${name}.`);
}

const isByDay = (form: Tree): boolean => Object.keys(propertiesOf(form)).join() === "days";
const isShifts = (form: Tree): boolean => Object.keys(propertiesOf(form)).join() === "shifts";
const isSection = (items: Tree): boolean => formsOf(items).length > 1;

function row(name: string, field: Tree, isRequired: boolean): string {
  const examples = (field["examples"] ?? formsOf(field).find((form) => form["examples"])?.["examples"]) as
    readonly unknown[] | undefined;
  const cells = [
    code(name),
    String(field["description"]),
    valueOf(field),
    isRequired ? "required" : defaultOf(field),
    examples === undefined ? "" : code(examples[0]),
  ];
  return `| ${cells.map((text) => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ")).join(" | ")} |`;
}

function defaultOf({ default: standard }: Tree): string {
  if (standard === undefined) return "";
  if (Array.isArray(standard)) return standard.length === 0 ? "" : `[${codes(standard)}]`;
  if (!isTree(standard)) return code(standard);
  const entries = Object.entries(standard).map(([key, value]) => `${key}: ${String(value)}`);
  return entries.length === 0 ? "" : code(`{ ${entries.join(", ")} }`);
}

/** What may stand there, in words. */
function valueOf(field: Tree): string {
  const forms = formsOf(field);
  const days = forms.some(isByDay) ? ["by day"] : [];
  const plain = forms.filter((form) => !isByDay(form)).map(formText);
  return [...new Set([...plain, ...days])].join(", or ");
}

const QUANTITY_WORDS: Readonly<Record<string, string>> = {
  ...DIMENSION_WORDS,
  distribution: "service time",
  clock: "time of day",
  hours: "hours",
  date: "date",
  day: "weekday or run of weekdays",
};
const KEY_WORDS: Readonly<Record<string, string>> = {
  class: "by class",
  flow: "by flow",
  exam: "by exam",
  weekday: "by weekday",
  month: "by month",
  clock: "by time",
  number: "by number",
  part: "by post",
  name: "by name",
};

function formText(form: Tree): string {
  const { type, quantity, keys, additionalProperties, items } = form;
  if (form["const"] !== undefined) return code(form["const"]);
  if (Array.isArray(form["enum"])) return codes(form["enum"]);
  if (typeof quantity === "string") {
    const isOf = String(form["pattern"]).includes("of (?:");
    return `${QUANTITY_WORDS[quantity]!}${isOf ? ", also `of fast` or `of general`" : ""}`;
  }
  if (typeof keys === "string") {
    const value = isTree(additionalProperties) ? valueOf(additionalProperties) : "";
    if (value.includes(", or ")) return `(${value}) ${KEY_WORDS[keys]!}`;
    return value === "fields below" ? `fields below, ${KEY_WORDS[keys]!}` : `${value} ${KEY_WORDS[keys]!}`;
  }
  if (type === "array") return listText(items as Tree);
  if (isShifts(form)) return "shifts";
  if (type === "object") return "fields below";
  if (type === "boolean") return "`true`, `false`";
  if (type === "integer" || type === "number") return numberText(form);
  return "text";
}

function listText(items: Tree): string {
  if (isSection(items)) return "list, see below";
  return items["type"] === "object" ? "list, fields below" : "list of names";
}

function numberText({ type, minimum, maximum }: Tree): string {
  return `${type === "integer" ? "whole number" : "number"} (${String(minimum)} to ${String(maximum)})`;
}
