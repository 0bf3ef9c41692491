/** Stages added, removed, moved and changed, field by field. */
import { CLASS_KEYS } from "../vocabulary.ts";
import { asWritten, fieldDifference, hoursDifferences, leaves, treeAt } from "./diff-fields.ts";
import type { Leaf, Tree } from "./diff-fields.ts";
import type { ByDay } from "./clock.ts";
import type { Difference, DiffSentence, Said, ValueKind } from "./difference.ts";
import { isMapValue } from "./shape.ts";
import type { WordGroup } from "./words.ts";

export const STAGES = "northbound.stages";

/** Values by class, each class named falling back on a wider one; without any, this is what holds. */
const BY_CLASS: Readonly<Record<string, string | undefined>> = { service: undefined, share: "0 %" };
/** Fields whose labels have a dot: parts of a group. */
const GROUPED = ["booths", "referral", "review"];
/** What the keys under a field are words of. */
const KEYS: Readonly<Record<string, readonly WordGroup[]>> = {
  service: ["class"],
  share: ["class"],
  "referral.byRisk": ["class"],
  "referral.reasons": ["exam"],
  "referral.reasonsOf": ["class", "exam"],
  exams: ["exam"],
  next: ["stage"],
};
const ZERO = ["referral.byRisk", "referral.reasons", "referral.reasonsOf", "next"];
const VALUES: Readonly<Record<string, ValueKind>> = { replaces: "stage", kind: "stage" };
/** What a person wants to know first of a stage that is new. */
const FACTS = ["share", "lanes", "booths.fast", "booths.general", "booths.shared", "scanners", "bays"];
const MORE_FACTS = ["docks", "inspectors", "servers", "length", "service"];

export function diffStages(a: Tree, b: Tree): readonly Difference[] {
  const replaced = (name: string): boolean =>
    name in a && name in b && treeAt(a, name)["kind"] !== treeAt(b, name)["kind"];
  const isNew = (name: string): boolean => !(name in a) || replaced(name);
  return [
    ...Object.keys(a)
      .filter((name) => !(name in b) || replaced(name))
      .map((name) => whole(name, "removed", "stageRemoved")),
    ...Object.keys(b)
      .filter(isNew)
      .map((name) =>
        added(
          name,
          b,
          Object.keys(b).filter((other) => !isNew(other)),
        ),
      ),
    ...moved(a, b),
    ...Object.keys(b)
      .filter((name) => !isNew(name))
      .flatMap((name) => diffStage(name, treeAt(a, name), treeAt(b, name))),
  ];
}

const whole = (
  name: string,
  kind: Difference["kind"],
  message: DiffSentence,
  params: Difference["params"] = {},
): Difference => ({
  path: `${STAGES}.${name}`,
  kind,
  before: null,
  after: null,
  message,
  params: { place: { stage: name }, ...params },
  valuesAre: "text",
  absent: "other",
});

function added(name: string, stages: Tree, old: readonly string[]): Difference {
  const order = Object.keys(stages);
  const next = order.slice(order.indexOf(name) + 1).find((other) => old.includes(other));
  const previous = order.slice(0, order.indexOf(name)).findLast((other) => old.includes(other));
  const params = { facts: factsOf(treeAt(stages, name)) };
  if (next !== undefined)
    return whole(name, "added", "stageAddedBefore", { ...params, other: { stage: next } });
  if (previous === undefined) return whole(name, "added", "stageAdded", params);
  return whole(name, "added", "stageAddedAfter", { ...params, other: { stage: previous } });
}

function factsOf(stage: Tree): readonly Said[] {
  return [...FACTS, ...MORE_FACTS].flatMap((field): Said[] => {
    const [group, part] = field.split(".") as [string, string?];
    const written = part === undefined ? stage[group] : treeAt(stage, group)[part];
    const text = asWritten(undefined, written)[1];
    if (text === null || (text === "0" && part !== undefined)) return [];
    const value: Said = { value: text, are: "text" };
    if (field === "share" && !isMapValue(written)) return [value];
    return [{ phrase: "fact", with: { field: { word: field, in: "stageField" }, value } }];
  });
}

/** The fewest stages that, put elsewhere, turn the old order into the new. */
function moved(a: Tree, b: Tree): readonly Difference[] {
  const before = Object.keys(a).filter((name) => name in b);
  const after = Object.keys(b).filter((name) => name in a);
  const kept = longestCommon(before, after);
  return after
    .filter((name) => !kept.includes(name))
    .map((name) => {
      const next = after[after.indexOf(name) + 1];
      return next === undefined
        ? whole(name, "changed", "stageMovedAfter", { other: { stage: after.at(-2)! } })
        : whole(name, "changed", "stageMovedBefore", { other: { stage: next } });
    });
}

function longestCommon(a: readonly string[], b: readonly string[]): readonly string[] {
  let best: readonly (readonly string[])[] = Array.from({ length: b.length + 1 }, () => []);
  for (const name of a) {
    const row: (readonly string[])[] = [[]];
    for (const [j, other] of b.entries()) {
      const without = row[j]!.length > best[j + 1]!.length ? row[j]! : best[j + 1]!;
      const joined = name === other ? [...best[j]!, name] : without;
      row.push(joined.length > without.length ? joined : without);
    }
    best = row;
  }
  return best[b.length]!;
}

function diffStage(name: string, before: Tree, after: Tree): readonly Difference[] {
  const [hoursBefore, hoursAfter] = [before["hours"], after["hours"]];
  const fields = leaves(prepared(before, after), prepared(after, before));
  if (hoursBefore === undefined || hoursAfter === undefined)
    return fields.map((leaf) => fieldOfStage(name, leaf));
  const path = `${STAGES}.${name}.hours`;
  return [
    ...fields.filter((leaf) => leaf.path[0] !== "hours").map((leaf) => fieldOfStage(name, leaf)),
    ...hoursDifferences(hoursBefore as ByDay<string>, hoursAfter as ByDay<string>, {
      group: "stageField",
      field: "hours",
      path,
      place: { stage: name },
    }),
  ];
}

/** A stage with its values by class spread over the classes that either side names, and exams in a line. */
function prepared(stage: Tree, other: Tree): Tree {
  const ready: Record<string, unknown> = { ...stage };
  for (const [field, otherwise] of Object.entries(BY_CLASS)) {
    const [mine, theirs] = [stage[field], other[field]];
    if (mine === undefined || theirs === undefined || (!isMapValue(mine) && !isMapValue(theirs))) continue;
    const named = [mine, theirs].flatMap((value) => (isMapValue(value) ? Object.keys(value) : ["all"]));
    const classes = CLASS_KEYS.filter((key) => named.includes(key));
    ready[field] = Object.fromEntries(classes.map((key) => [key, classValue(mine, key) ?? otherwise]));
  }
  if (isMapValue(stage["exams"])) {
    const exams = Object.entries(stage["exams"] as Readonly<Record<string, Tree>>);
    ready["exams"] = Object.fromEntries(exams.map(([exam, { service, at }]) => [exam, `${service}, ${at}`]));
  }
  return ready;
}

/** What holds for a class: its own value, or that of the next wider class. */
function classValue(value: unknown, key: string): unknown {
  if (!isMapValue(value)) return value;
  const wider = key.startsWith("fast ") ? [key, "fast", key.slice("fast ".length), "all"] : [key, "all"];
  return wider.map((name) => value[name]).find((found) => found !== undefined);
}

function fieldOfStage(name: string, leaf: Leaf): Difference {
  const isGrouped = GROUPED.includes(leaf.path[0]!) && leaf.path.length > 1;
  const field = leaf.path.slice(0, isGrouped ? 2 : 1).join(".");
  const keys = leaf.path.slice(isGrouped ? 2 : 1);
  const of = keys.map((key, index): Said => {
    if (field === "join") return { phrase: "atLeast", with: { count: key } };
    const group = KEYS[field]?.[index];
    return group === undefined ? key : { word: key, in: group };
  });
  const zero = ZERO.includes(field) && keys.length > 0 ? "0 %" : undefined;
  const [before, after] = asWritten(leaf.before ?? zero, leaf.after ?? zero);
  return fieldDifference({
    group: "stageField",
    field,
    path: [STAGES, name, ...leaf.path].join("."),
    place: { stage: name },
    of,
    before,
    after,
    valuesAre: VALUES[field] ?? "text",
  });
}
