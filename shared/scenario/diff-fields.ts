/**
 * Differences of plain fields: two trees as a file would say them, walked side by side, and each
 * differing leaf told with its label, its place and whom it is about.
 */
import type { ByDay } from "./clock.ts";
import { byDayDifferences } from "./diff-times.ts";
import { kindOf } from "./difference.ts";
import type { AbsentKey, Difference, DiffSentence, Said, SaidParams, ValueKind } from "./difference.ts";
import { isMapValue } from "./shape.ts";
import type { WordGroup } from "./words.ts";
import { diff } from "../messages/en/diff.ts";

/** What stands in a file: texts with units, numbers, maps, lists. */
export type Tree = Readonly<Record<string, unknown>>;

export const treeAt = (tree: unknown, key: string): Tree => {
  const value = isMapValue(tree) ? tree[key] : undefined;
  return isMapValue(value) ? value : {};
};

export type Leaf = { readonly path: readonly string[]; readonly before: unknown; readonly after: unknown };

/** Where two trees differ, as deep as both have maps. Keys in the order of the second, then of the first. */
export function leaves(before: unknown, after: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (isMapValue(before) && isMapValue(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...keys].flatMap((key) => leaves(before[key], after[key], [...path, key]));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

const LONGEST = 80;

/** A value in a line, as a file says it; long ones cut, unless the cut would hide the difference. */
export function asWritten(before: unknown, after: unknown): readonly [string | null, string | null] {
  const whole = [before, after].map((value) =>
    value === undefined || value === null ? null : inline(value),
  );
  const cut = whole.map((text) =>
    text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
  );
  return (cut[0] === cut[1] ? whole : cut) as [string | null, string | null];
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return value.map(inline).join(", ");
  if (!isMapValue(value)) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${isMapValue(inner) ? `(${inline(inner)})` : inline(inner)}`)
    .join(", ");
}

/** The group of labels that a field's is in. */
export type FieldGroup = Extract<WordGroup, "field" | "demandField" | "stageField" | "staffingField">;

export type FieldOptions = {
  readonly group: FieldGroup;
  readonly field: string;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Of what, narrowing the field: a class, days, a part of the day. */
  readonly of?: readonly Said[];
  /** Where: a stage, a post, a pool. */
  readonly place?: Said;
  readonly pool?: string;
  readonly valuesAre?: ValueKind;
};

export function fieldDifference(options: FieldOptions): Difference {
  const { group, field, path, before, after, of = [], place, pool, valuesAre = "text" } = options;
  const base = pool !== undefined ? "poolField" : place !== undefined ? "fieldAt" : "field";
  const message: DiffSentence = of.length === 0 ? base : `${base}Of`;
  const params: SaidParams = {
    field: { word: field, in: group },
    ...(of.length === 0 ? {} : { of }),
    ...(place === undefined ? {} : { place }),
    ...(pool === undefined ? {} : { pool }),
  };
  const absent = absentKey(`${group}.${field}`);
  return { path, kind: kindOf(before, after), before, after, message, params, valuesAre, absent };
}

/** Opening hours, day by day; a day that a table does not name is closed. */
export function hoursDifferences(
  before: ByDay<string>,
  after: ByDay<string>,
  what: Omit<FieldOptions, "before" | "after" | "of">,
): readonly Difference[] {
  const compare = (x: string | null, y: string | null) => {
    const hours = { before: x ?? "closed", after: y ?? "closed" };
    return hours.before === hours.after ? [] : [hours];
  };
  return byDayDifferences(before, after, compare).map(({ days, found }) =>
    fieldDifference({ ...what, ...found, of: days === null ? [] : [{ days }] }),
  );
}

const absentKey = (key: string): AbsentKey =>
  Object.hasOwn(diff.absent, key) ? (key as AbsentKey) : "other";
