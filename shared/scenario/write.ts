/**
 * A scenario as a file would say it: units in the values, what equals its default left out, times in
 * order. Reading the result gives the same scenario.
 *
 * `extends` is gone, because a scenario as read already holds what it extends.
 */
import { z } from "zod";
import type { Change } from "./changes.ts";
import { parseClock } from "./clock.ts";
import { scenarioSchema } from "./schema.ts";
import type { Scenario } from "./schema.ts";
import type { Schema } from "./shape.ts";
import { childOf, isMapValue, metaOf, resolve } from "./shape.ts";

export type FileTree = { readonly [key: string]: unknown };

export function scenarioToFile(scenario: Scenario): FileTree {
  const { extends: _, ...whole } = scenario;
  const file = withoutDefaults(scenarioSchema, z.encode(scenarioSchema, whole)) as FileTree;
  const northbound = file["northbound"] as FileTree;
  const stages = Object.entries(northbound["stages"] as Readonly<Record<string, FileTree>>);
  const named = stages.map(([name, stage]) => [name, withoutKind(name, stage)]);
  return { ...file, northbound: { ...northbound, stages: Object.fromEntries(named) } };
}

/** The scenario with changes made live, so that its file replays them. */
export function withChanges(scenario: Scenario, changes: readonly Change[]): Scenario {
  return { ...scenario, changes: [...scenario.changes, ...changes] };
}

/** A stage's kind is its name unless it says otherwise. */
function withoutKind(name: string, stage: FileTree): FileTree {
  const { kind, ...rest } = stage;
  return kind === name ? rest : stage;
}

function withoutDefaults(schema: Schema, value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((one, index) => withoutDefaults(childOf(schema, value, index)!, one));
  if (!isMapValue(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const key of keysInOrder(schema, value)) {
    const field = childOf(schema, value, key)!;
    const inner = withoutDefaults(field, value[key]);
    if (!isDefault(field, inner)) kept[key] = inner;
  }
  return kept;
}

/** Times of day in order, and first of all what a stage or change is. */
function keysInOrder(schema: Schema, value: FileTree): readonly string[] {
  const keys = Object.keys(value);
  const form = resolve(schema, value);
  if (form instanceof z.ZodRecord && metaOf(form._zod.def.keyType).quantity === "clock") {
    return keys.sort((a, b) => parseClock(a) - parseClock(b));
  }
  return keys.includes("kind") ? ["kind", ...keys.filter((key) => key !== "kind")] : keys;
}

/** Whether leaving the field out says the same; `value` has its own defaults left out already. */
function isDefault(field: Schema, value: unknown): boolean {
  const same = (other: unknown): boolean => JSON.stringify(value) === JSON.stringify(other);
  if (field instanceof z.ZodPrefault) return same(field._zod.def.defaultValue);
  if (!(field instanceof z.ZodDefault)) return false;
  const { innerType, defaultValue } = field._zod.def;
  return same(withoutDefaults(innerType, z.encode(innerType as z.ZodType, defaultValue)));
}
