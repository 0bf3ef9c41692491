/**
 * Where the stages stand that a file adds to the ones it extends: before or after another, as they say.
 * The order of all others is kept. Their `before` and `after` are settled here and gone afterwards.
 */
import type { Finding } from "../problem.ts";
import { finding, findingOnKey } from "../problem.ts";
import { guessParams, listNames } from "./nearest.ts";
import type { PlaceTree, Sourced } from "./places.ts";
import { isMapValue, valueAt } from "./shape.ts";

const STAGES_PATH = ["northbound", "stages"] as const;

type Wish = { readonly name: string; readonly side: "before" | "after"; readonly of: string };

export function placeStages(parent: Sourced, child: Sourced, merged: Sourced, findings: Finding[]): Sourced {
  const old = namesOf(parent);
  const all = namesOf(merged);
  const wishes = readWishes(child, old, all, findings);
  const order = old.filter((name) => all.includes(name) && !wishes.some((wish) => wish.name === name));
  let waiting = wishes;
  while (waiting.length > 0) {
    const ready = waiting.find((wish) => order.includes(wish.of));
    if (ready === undefined) break;
    order.splice(order.indexOf(ready.of) + (ready.side === "after" ? 1 : 0), 0, ready.name);
    waiting = waiting.filter((wish) => wish !== ready);
  }
  for (const { name, side } of waiting)
    findings.push(finding("CR-136", [...STAGES_PATH, name, side], { stage: name }));
  return reorder(
    mapStages(merged, (_, stage) => ({ ...stage, value: withoutPlace(stage.value) })),
    order,
  );
}

/** A file that extends nothing gives its stages in order; `before` and `after` mean nothing there. */
export function refusePlaces(data: Sourced): {
  readonly data: Sourced;
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const cleaned = mapStages(data, (name, stage) => {
    for (const key of ["before", "after"]) {
      if (Object.hasOwn(stage.value, key))
        findings.push(findingOnKey("CR-135", [...STAGES_PATH, name, key], { key }));
    }
    return { ...stage, value: withoutPlace(stage.value) };
  });
  return { data: cleaned, findings };
}

function namesOf(data: Sourced): readonly string[] {
  const stages = valueAt(data.value, STAGES_PATH);
  return isMapValue(stages) ? Object.keys(stages) : [];
}

function withoutPlace(stage: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { before: _before, after: _after, ...rest } = stage;
  return rest;
}

/** Stages of the child that are new, or that say anew where they stand. */
function readWishes(
  child: Sourced,
  old: readonly string[],
  all: readonly string[],
  findings: Finding[],
): readonly Wish[] {
  const stages = valueAt(child.value, STAGES_PATH);
  if (!isMapValue(stages)) return [];
  return Object.entries(stages).flatMap(([name, stage]): readonly Wish[] => {
    if (!isMapValue(stage)) return [];
    const path = [...STAGES_PATH, name];
    const { before, after } = stage;
    const others = all.filter((other) => other !== name);
    if (before !== undefined && after !== undefined) {
      findings.push(findingOnKey("CR-133", [...path, "after"]));
      return [];
    }
    const of = before ?? after;
    const side = before === undefined ? "after" : "before";
    if (of === undefined) {
      if (!old.includes(name)) {
        findings.push(
          findingOnKey("CR-132", path, { stage: name, known: listNames(others), example: old.at(-1) ?? "" }),
        );
      }
      return [];
    }
    if (typeof of === "string" && others.includes(of)) return [{ name, side, of }];
    findings.push(
      finding("CR-134", [...path, side], { name: String(of), ...guessParams(String(of), others) }),
    );
    return [];
  });
}

/** Stages that found no place come last; there is a finding about each. */
function reorder(data: Sourced, order: readonly string[]): Sourced {
  const stages = valueAt(data.value, STAGES_PATH);
  if (!isMapValue(stages)) return data;
  const names = [...order, ...Object.keys(stages).filter((name) => !order.includes(name))];
  const tree = data.places.entries.get("northbound")!.entries.get("stages")!;
  return withStages(data, {
    value: Object.fromEntries(names.map((name) => [name, stages[name]])),
    places: tree,
  });
}

type SourcedMap = { readonly value: Readonly<Record<string, unknown>>; readonly places: PlaceTree };

/** The data with each stage replaced; what is no map is left as it is. */
export function mapStages(data: Sourced, change: (name: string, stage: SourcedMap) => SourcedMap): Sourced {
  const stages = valueAt(data.value, STAGES_PATH);
  if (!isMapValue(stages)) return data;
  const northbound = data.places.entries.get("northbound")!;
  const tree = northbound.entries.get("stages")!;
  const value: Record<string, unknown> = {};
  const entries = new Map<string | number, PlaceTree>();
  for (const [name, stage] of Object.entries(stages)) {
    const places = tree.entries.get(name)!;
    const changed = isMapValue(stage) ? change(name, { value: stage, places }) : { value: stage, places };
    value[name] = changed.value;
    entries.set(name, changed.places);
  }
  return withStages(data, { value, places: { ...tree, entries } });
}

function withStages(data: Sourced, stages: Sourced): Sourced {
  const top = data.value as Readonly<Record<string, unknown>>;
  const northbound = top["northbound"] as Readonly<Record<string, unknown>>;
  const tree = data.places.entries.get("northbound")!;
  const northboundTree = { ...tree, entries: new Map(tree.entries).set("stages", stages.places) };
  return {
    value: { ...top, northbound: { ...northbound, stages: stages.value } },
    places: { ...data.places, entries: new Map(data.places.entries).set("northbound", northboundTree) },
  };
}
