/** The committed JSON Schema completes and explains every field, and agrees with what is read. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { GENERATED } from "../../scripts/generate/files.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = `${ROOT}scenarios/`;
const schemaIn = (file: string) =>
  JSON.parse(readFileSync(`${FOLDER}${file}`, "utf8")) as Record<string, unknown>;
const schema = schemaIn("scenario.schema.json");
const options = { allErrors: true, strict: true, strictTypes: false, strictRequired: false };
const compile = (one: Record<string, unknown>) => new Ajv({ ...options, allowUnionTypes: true }).compile(one);
const validate = compile(schema);
const validateSweep = compile(schemaIn("sweep.schema.json"));
const validateStaffing = compile(schemaIn("staffing.schema.json"));
const validatorOf = (name: string) =>
  name.startsWith("sweeps") ? validateSweep : name.startsWith("questions") ? validateStaffing : validate;
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".yaml"),
);

test.each(GENERATED.map(({ file, make }) => [file, make] as const))("%s is current", (file, make) => {
  expect(readFileSync(`${ROOT}${file}`, "utf8")).toBe(make());
});

test.each(files)("%s conforms", (name) => {
  const own = validatorOf(name);
  own(parse(readFileSync(`${FOLDER}${name}`, "utf8")));
  expect(own.errors ?? []).toEqual([]);
});

test.each<[string, unknown, boolean]>([
  ["a sweep", { vary: { "northbound.demand.trucks": "6000 /day, 7000 /day" } }, true],
  ["a list of values", { vary: { "northbound.stages.primary.booths.general": [8, 11] } }, true],
  ["no settings", {}, false],
  ["an unknown design", { vary: {}, design: "sobol" }, false],
  ["three figures of a frontier", { vary: {}, frontier: ["wait", "waitP95", "queue"] }, false],
])("%s in a sweep file: %o is valid: %s", (_, file, isValid) => {
  expect(validateSweep({ cruce: 1, sweep: "a.yaml", ...(file as object) })).toBe(isValid);
});

test.each<[string, unknown, boolean]>([
  ["a question", { promise: ["95 % of fast under 40 min"], sure: "80 %", startsEvery: "30 min" }, true],
  ["no promise", { promise: [] }, false],
  ["a bare number", { promise: ["all under 1 h"], sure: 0.9 }, false],
  ["an unknown key", { promise: ["all under 1 h"], shift: "8 h" }, false],
])("%s in a question file: %o is valid: %s", (_, file, isValid) => {
  expect(validateStaffing({ cruce: 1, optimize: "a.yaml", ...(file as object) })).toBe(isValid);
});

const whole = (): Record<string, unknown> => ({
  cruce: 1,
  name: "a port",
  northbound: { demand: { rates: "10 /h" }, stages: { toll: { lanes: 1, service: "10 s" } } },
});

const DESK = { servers: 1, service: "1 s" };
const port = (stages: unknown): unknown => ({
  ...whole(),
  northbound: { demand: { rates: "10 /h" }, stages },
});
const part = (northbound: unknown): unknown => ({ extends: "a.yaml", northbound });

test.each<[string, unknown, boolean]>([
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
  ["a stage named as one kind and of another", port({ toll: { kind: "station", ...DESK } }), true],
  ["a stage of another name that says its kind", port({ gate: { kind: "station", ...DESK } }), true],
  ["a stage of an unknown kind", port({ gate: { kind: "gate", ...DESK } }), false],
  ["a stage with a field of another kind", port({ toll: { lanes: 1, service: "1 s", booths: 2 } }), false],
  ["a stage without what it needs", port({ toll: { lanes: 1 } }), false],
  ["null where nothing is extended", port({ toll: null }), false],
  [
    "a share for an unknown class",
    port({ desk: { kind: "station", ...DESK, share: { lorries: "2 %" } } }),
    false,
  ],
  ["a duration in a unit of length", port({ toll: { lanes: 1, service: "1 s", moveUp: "10 m" } }), false],
  ["a change", { ...whole(), changes: [{ at: "08:00", kind: "demand", factor: "120 %" }] }, true],
  [
    "a change with a field of another",
    { ...whole(), changes: [{ at: "08:00", kind: "demand", booths: 2 }] },
    false,
  ],
  [
    "a change at no time of day",
    { ...whole(), changes: [{ at: "8 am", kind: "demand", factor: "120 %" }] },
    false,
  ],
  ["an extension without a version", part({}), true],
  ["a stage whose kind the extended file says", part({ stages: { desk: { service: "2 s" } } }), true],
  ["a stage set before another", part({ stages: { gate: { kind: "toll", before: "primary" } } }), true],
  ["a field that no kind has", part({ stages: { desk: { servce: "2 s" } } }), false],
  ["a field of another kind than the one said", part({ stages: { gate: { kind: "toll", bays: 2 } } }), false],
  ["officers by time, which are whole", part({ staffing: { toll: { "07:00": null } } }), false],
])("%s", (_, file, isValid) => {
  expect(validate(file)).toBe(isValid);
});

test("a mistake is told of the kind that is meant", () => {
  validate(port({ gate: { kind: "toll", lanes: 1, service: "10 s", bays: 2 } }));
  const said = validate.errors!.filter(({ keyword }) => keyword !== "if");
  expect(said.map(({ instancePath, params }) => [instancePath, params])).toEqual([
    ["/northbound/stages/gate", { additionalProperty: "bays" }],
  ]);
});

type Node = Readonly<Record<string, unknown>>;

test("every field is explained beside its name", () => {
  const bare: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    const { properties, if: _, ...rest } = node as Node;
    for (const [name, field] of Object.entries((properties ?? {}) as Readonly<Record<string, Node>>)) {
      if (!/^[^a-z].*[.)]$|\.$|\}$/.test(String(field["description"] ?? ""))) bare.push(`${path}.${name}`);
      walk(field, `${path}.${name}`);
    }
    for (const [key, value] of Object.entries(rest)) walk(value, `${path}.${key}`);
  };
  walk(schema, "");
  expect(bare).toEqual([]);
});

test("defaults are written as files write them", () => {
  const { wholeFile, exportCustoms } = schema["definitions"] as Readonly<Record<string, Node>>;
  const fields = { ...(wholeFile!["properties"] as Node), ...(exportCustoms!["properties"] as Node) };
  const standard = (name: string): unknown => (fields[name] as Node)["default"];
  expect(standard("hours")).toBe("00:00-24:00");
  expect(standard("followFor")).toBe("1 d");
  expect(standard("redLight")).toBe("0 %");
});
