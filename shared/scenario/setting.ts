/**
 * One setting of a scenario, named by its path, put in before the scenario is checked: what is wrong with it is told
 * as of any other value, at the place it came from.
 */
import type { Path, Place } from "../problem.ts";
import type { PlaceTree, Sourced } from "./places.ts";
import { guessParams } from "./nearest.ts";
import { scenarioSchema } from "./schema.ts";
import type { Schema } from "./shape.ts";
import { childOf, isMapValue, resolve, shapeOf } from "./shape.ts";

export type Setting = { readonly path: Path; readonly value: unknown; readonly at: Place };

/** Maps on the way that are not there are made. */
export function putSetting(data: Sourced, { path, value, at }: Setting): Sourced {
  const [part, ...rest] = path;
  if (part === undefined) return { value, places: placesOf(value, at) };
  const before = data.places.entries.get(part);
  const inner: Sourced =
    before === undefined
      ? { value: {}, places: { at, key: at, written: null, isQuoted: false, entries: new Map() } }
      : { value: (data.value as Readonly<Record<string | number, unknown>>)[part], places: before };
  const changed = putSetting(inner, { path: rest, value, at });
  const places: PlaceTree = {
    ...data.places,
    entries: new Map(data.places.entries).set(part, changed.places),
  };
  if (Array.isArray(data.value)) return { value: data.value.with(Number(part), changed.value), places };
  return { value: { ...(isMapValue(data.value) ? data.value : {}), [part]: changed.value }, places };
}

/** All of a value written at one place. */
function placesOf(value: unknown, at: Place): PlaceTree {
  const isPlain = typeof value !== "object" || value === null;
  const inner: readonly (readonly [string | number, unknown])[] = isPlain
    ? []
    : Array.isArray(value)
      ? [...value.entries()]
      : Object.entries(value);
  const entries = inner.map(([key, part]) => [key, placesOf(part, at)] as const);
  return { at, key: at, written: isPlain ? String(value) : null, isQuoted: false, entries: new Map(entries) };
}

/** The first part of a path that no scenario like this one has, with what there is instead. */
export type UnknownPart = { readonly key: string; readonly params: Readonly<Record<string, string>> };

/** Settings that the file leaves out are there too, as far as the schema names them. */
export function unknownPart({ value: data }: Sourced, path: Path): UnknownPart | null {
  let schema: Schema | null = scenarioSchema;
  let here: unknown = data;
  for (const part of path) {
    const known = knownKeys(schema, here);
    const isThere = Array.isArray(here) ? Number(part) in here : known.includes(String(part));
    if (!isThere) return { key: String(part), params: guessParams(String(part), known) };
    schema = childOf(schema, here, part);
    here = Array.isArray(here) ? here[Number(part)] : isMapValue(here) ? here[part] : undefined;
  }
  return path.length === 0 ? { key: "", params: guessParams("", knownKeys(schema, here)) } : null;
}

function knownKeys(schema: Schema | null, value: unknown): readonly string[] {
  const own = isMapValue(value) ? Object.keys(value) : Array.isArray(value) ? Object.keys(value) : [];
  const form = schema === null ? null : resolve(schema, value ?? {});
  const shape = form === null ? null : shapeOf(form);
  if (shape?.kind === "map") return [...new Set([...own, ...shape.keys])];
  // Keys of a closed list may be left out as well; times of day and names are known by the file alone.
  return shape?.kind === "record" && shape.keys !== null ? [...new Set([...own, ...shape.keys])] : own;
}
