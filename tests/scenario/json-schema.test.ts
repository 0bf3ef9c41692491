/** The committed JSON Schema completes and explains every field, and agrees with what is read. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { GENERATED } from "../../scripts/generate/files.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = `${ROOT}scenarios/`;
const schema = JSON.parse(readFileSync(`${FOLDER}scenario.schema.json`, "utf8")) as Record<string, unknown>;
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".yaml"),
);

test.each(GENERATED.map(({ file, make }) => [file, make] as const))("%s is current", (file, make) => {
  expect(readFileSync(`${ROOT}${file}`, "utf8")).toBe(make());
});

test.each(files)("%s conforms", (name) => {
  validate(parse(readFileSync(`${FOLDER}${name}`, "utf8")));
  expect(validate.errors ?? []).toEqual([]);
});

const whole = (): Record<string, unknown> => ({
  cruce: 1,
  name: "a port",
  northbound: { demand: { rates: "10 /h" }, stages: { toll: { lanes: 1, service: "10 s" } } },
});

test.each([
  ["a whole file", whole(), true],
  ["a file without stages", { ...whole(), northbound: { demand: { rates: "10 /h" } } }, false],
  ["an unknown key", { ...whole(), nmae: "x" }, false],
  ["a bare number", { ...whole(), northbound: { demand: { rates: 10 }, stages: {} } }, false],
  ["a newer version", { ...whole(), cruce: 2 }, false],
  [
    "a stage of no known kind",
    {
      ...whole(),
      northbound: { demand: { rates: "10 /h" }, stages: { gate: { lanes: 1, service: "10 s" } } },
    },
    false,
  ],
  [
    "a part of a file that extends",
    { cruce: 1, extends: "a.yaml", name: "b", northbound: { stages: { toll: { lanes: 2 }, nii: null } } },
    true,
  ],
  [
    "an unknown key in a file that extends",
    { cruce: 1, extends: "a.yaml", name: "b", northbound: { stages: { toll: { lames: 2 } } } },
    false,
  ],
])("%s", (_, file, isValid) => {
  expect(validate(file)).toBe(isValid);
});

type Node = Readonly<Record<string, unknown>>;
const definitions = schema["definitions"] as Readonly<Record<string, Node>>;

/** As an editor finds it: beside the field, or where the field refers to. */
function isExplained(node: Node): boolean {
  if (node["description"] !== undefined) return true;
  const options = [node["allOf"], node["anyOf"]].flatMap((list) =>
    Array.isArray(list) ? (list as Node[]) : [],
  );
  const target = definitions[String(node["$ref"] ?? "").replace("#/definitions/", "")];
  return [...options, ...(target === undefined ? [] : [target])].some(isExplained);
}

test("every field is explained", () => {
  const bare: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    const { properties, ...rest } = node as Node;
    for (const [name, field] of Object.entries((properties ?? {}) as Readonly<Record<string, Node>>)) {
      // A stage is explained by its kind, whose fields are.
      const isStage = JSON.stringify(field).includes('"const"') && JSON.stringify(field).includes('"before"');
      if (!isStage && !isExplained(field)) bare.push(`${path}.${name}`);
      walk(field, `${path}.${name}`);
    }
    for (const [key, value] of Object.entries(rest)) if (key !== "if") walk(value, key);
  };
  walk(schema, "");
  expect(bare).toEqual([]);
});
