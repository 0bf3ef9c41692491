/**
 * Files that extend others. Maps merge key by key; lists, and maps whose keys are times of day, are
 * replaced whole (a staffing table half from one file and half from another would be a trap); a value
 * in another form replaces the whole value; a written `null` removes.
 *
 * Every part of the result still knows the file and line it came from.
 */
import { z } from "zod";
import type { Finding, Path } from "../problem.ts";
import { findingOnKey } from "../problem.ts";
import { STAGE_KINDS } from "../vocabulary.ts";
import { guessParams } from "./nearest.ts";
import type { Sourced } from "./places.ts";
import { scenarioSchema } from "./schema.ts";
import type { Schema } from "./shape.ts";
import { branchOf, childOf, isMapValue, metaOf, resolve, unwrap } from "./shape.ts";
import { mapStages, placeStages } from "./stage-order.ts";

/** Files in one line of extension. */
export const MOST_FILES = 8;

export type Merged = {
  readonly data: Sourced;
  /** Paths of the child's own file. */ readonly findings: readonly Finding[];
};

/** The child on top of what it extends, whose stages say their kinds already. */
export function extendScenario(parent: Sourced, child: Sourced): Merged {
  const findings: Finding[] = [];
  const merged = merge(scenarioSchema, parent, child, [], findings);
  const data = placeStages(parent, child, merged, findings);
  return { data: fillKinds(data), findings };
}

function merge(
  schema: Schema | null,
  parent: Sourced,
  child: Sourced,
  path: Path,
  findings: Finding[],
): Sourced {
  if (!isMapValue(parent.value) || !isMapValue(child.value) || !merges(schema, parent.value, child.value))
    return child;
  const value: Record<string, unknown> = { ...parent.value };
  const entries = new Map(parent.places.entries);
  for (const [key, wanted] of Object.entries(child.value)) {
    const place = child.places.entries.get(key)!;
    const here = [...path, key];
    const before = Object.hasOwn(parent.value, key) ? parent.value[key] : undefined;
    const inner = childOf(schema, isMapValue(before) ? parent.value : child.value, key);
    if (wanted === null && place.written !== "") {
      if (before === undefined) {
        const known = Object.keys(parent.value);
        findings.push(findingOnKey("CR-131", here, { key, ...guessParams(key, known) }));
      }
      delete value[key];
      entries.delete(key);
      continue;
    }
    const old = parent.places.entries.get(key);
    const result: Sourced =
      before === undefined || old === undefined
        ? { value: wanted, places: place }
        : merge(inner, { value: before, places: old }, { value: wanted, places: place }, here, findings);
    value[key] = result.value;
    entries.set(key, result.places);
  }
  return { value, places: { ...child.places, entries } };
}

/** Whether two maps are parts of one value, and not one value instead of another. */
function merges(
  schema: Schema | null,
  parent: Readonly<Record<string, unknown>>,
  child: Readonly<Record<string, unknown>>,
): boolean {
  if (schema === null) return false;
  const kind = child["kind"];
  if (kind !== undefined && parent["kind"] !== undefined && kind !== parent["kind"]) return false;
  let inner = unwrap(schema);
  while (inner instanceof z.ZodUnion && !(inner instanceof z.ZodDiscriminatedUnion)) {
    const { options } = inner;
    const branch = branchOf(options, parent);
    if (Object.keys(child).length > 0 && branch !== branchOf(options, child)) return false;
    inner = unwrap(options[branch]!);
  }
  const form = resolve(inner, parent) ?? inner;
  return !(form instanceof z.ZodRecord && metaOf(form._zod.def.keyType).quantity === "clock");
}

/** Stages that say no kind get their name as kind, where it is one. */
export function fillKinds(data: Sourced): Sourced {
  return mapStages(data, (name, stage) => {
    const isKind = (STAGE_KINDS as readonly string[]).includes(name);
    return !isKind || Object.hasOwn(stage.value, "kind")
      ? stage
      : { value: { kind: name, ...stage.value }, places: stage.places };
  });
}

/**
 * The form of a file that extends: the same keys, each of them optional, and null to remove what the
 * extended file has. Lists and maps by time of day are whole or absent, so within them all is as usual.
 */
export function partialOf(schema: Schema): z.ZodType {
  const inner = unwrap(schema);
  const described = (form: z.ZodType): z.ZodType => {
    const meta = { ...z.globalRegistry.get(inner), ...z.globalRegistry.get(schema) };
    return Object.keys(meta).length === 0 ? form : form.meta(meta);
  };
  if (inner instanceof z.ZodObject) {
    const shape = Object.fromEntries(
      Object.entries(inner.shape as Readonly<Record<string, Schema>>).map(([key, value]) => [
        key,
        unwrap(value) instanceof z.ZodLiteral && key === "kind"
          ? (value as z.ZodType)
          : partialOf(value).nullable().optional(),
      ]),
    );
    const { catchall } = inner._zod.def;
    const isOpen = catchall !== undefined && !(catchall instanceof z.ZodNever);
    return described(
      isOpen ? z.object(shape).catchall(partialOf(catchall).nullable()) : z.strictObject(shape),
    );
  }
  if (inner instanceof z.ZodRecord) {
    const { keyType, valueType } = inner._zod.def;
    if (metaOf(keyType).quantity === "clock") return described(inner);
    return described(z.partialRecord(keyType, partialOf(valueType).nullable()));
  }
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const options = inner.options.map(partialOf) as unknown as [z.core.$ZodTypeDiscriminable];
    return described(z.discriminatedUnion("kind", options));
  }
  if (inner instanceof z.ZodUnion) return described(z.union(inner.options.map(partialOf)));
  return described(inner as z.ZodType);
}

/** A file that extends, checked by itself. */
export const extendingScenarioSchema = (partialOf(scenarioSchema) as z.ZodObject).extend({
  extends: z.string().max(255).describe("The scenario file beside this one that this one changes."),
});
