/**
 * What differs between two scenarios, in words: "Booths for FAST at primary: 4 → 6".
 *
 * Both are compared as a file would say them, with defaults filled in, so a default written out is
 * no difference; nor are name, about and extends, which say what a scenario is called, not what it is.
 */
import { z } from "zod";
import type { ByDay } from "./clock.ts";
import { diffChanges } from "./diff-changes.ts";
import { asWritten, fieldDifference, hoursDifferences, leaves, treeAt } from "./diff-fields.ts";
import type { Tree } from "./diff-fields.ts";
import { diffStaffing } from "./diff-staffing.ts";
import { diffStages } from "./diff-stages.ts";
import { byDayDifferences, sayStretch, sharesAnHour, stretches, wholeDay } from "./diff-times.ts";
import type { Steps, Stretch } from "./diff-times.ts";
import type { Difference, Said, ValueKind } from "./difference.ts";
import { parseQuantity } from "./quantity.ts";
import { scenarioSchema } from "./schema.ts";
import type { Scenario } from "./schema.ts";
import { isMapValue } from "./shape.ts";
import type { WordGroup } from "./words.ts";

export function diffScenarios(a: Scenario, b: Scenario): Difference[] {
  const [before, after]: [Tree, Tree] = [z.encode(scenarioSchema, a), z.encode(scenarioSchema, b)];
  const north = (key: string): [Tree, Tree] => [
    treeAt(before["northbound"], key),
    treeAt(after["northbound"], key),
  ];
  return [
    ...diffDemand(...north("demand")),
    ...diffStages(...north("stages")),
    ...diffStaffing(...north("staffing")),
    ...diffChanges(before["changes"] as readonly Tree[], after["changes"] as readonly Tree[]),
    ...diffTop(before, after),
  ];
}

const TOP_FIELDS = ["zone", "from", "days", "warmUp", "atClosing", "followFor", "costs"];

function diffTop(a: Tree, b: Tree): readonly Difference[] {
  const part = (tree: Tree): Tree => Object.fromEntries(TOP_FIELDS.map((key) => [key, tree[key]]));
  const withCosts = (tree: Tree): Tree => ({ ...part(tree), costs: treeAt(tree, "costs") });
  const fields = leaves(withCosts(a), withCosts(b)).map((leaf) => {
    const [before, after] = asWritten(leaf.before, leaf.after);
    const path = leaf.path.join(".");
    return fieldDifference({ group: "field", field: path, path, before, after });
  });
  const hours = hoursDifferences(a["hours"] as ByDay<string>, b["hours"] as ByDay<string>, {
    group: "field",
    field: "hours",
    path: "hours",
  });
  return [...hours, ...fields];
}

const DEMAND = "northbound.demand";
/** Left out, these mean the same as this value. */
const NEUTRAL: Tree = { factor: "100 %", dayToDay: "0 %" };
const KEYS: Readonly<Record<string, WordGroup>> = {
  flows: "flow",
  fast: "flow",
  weekdays: "weekday",
  months: "month",
};
const WHEN_ABSENT: Tree = { flows: "0 %", fast: "0 %", batch: "0" };
const VALUES: Readonly<Record<string, ValueKind>> = {
  "refersTo.weekdays": "days",
  "refersTo.month": "month",
};

function diffDemand(a: Tree, b: Tree): readonly Difference[] {
  const plain = (tree: Tree): Tree => {
    const { byHour: _byHour, byHourOf: _byHourOf, rates: _rates, ...rest } = tree;
    return { ...NEUTRAL, ...rest, refersTo: treeAt(rest, "refersTo") };
  };
  const fields = leaves(plain(a), plain(b)).map((leaf) => {
    const isGrouped = leaf.path[0] === "refersTo";
    const field = isGrouped ? leaf.path.join(".") : leaf.path[0]!;
    const keys = leaf.path.slice(isGrouped ? 2 : 1);
    const absent = keys.length > 0 ? WHEN_ABSENT[field] : undefined;
    const [before, after] = asWritten(leaf.before ?? absent, leaf.after ?? absent);
    const of = keys.map((key): Said => (field in KEYS ? { word: key, in: KEYS[field]! } : key));
    const path = [DEMAND, ...leaf.path].join(".");
    return fieldDifference({
      group: "demandField",
      field,
      path,
      of,
      before,
      after,
      valuesAre: VALUES[field] ?? "text",
    });
  });
  const flows = new Set([...Object.keys(treeAt(a, "byHourOf")), ...Object.keys(treeAt(b, "byHourOf"))]);
  return [
    ...fields,
    ...diffShape("byHour", [], a["byHour"], b["byHour"], "0 %", shareSteps),
    ...[...flows].flatMap((flow) => {
      const of: Said = { word: flow, in: "flow" };
      return diffShape(
        "byHourOf",
        [of],
        treeAt(a, "byHourOf")[flow],
        treeAt(b, "byHourOf")[flow],
        "0 %",
        shareSteps,
        flow,
      );
    }),
    ...diffShape("rates", [], a["rates"], b["rates"], "0 /h", (value) =>
      isMapValue(value) ? (value as Steps) : { "00:00": String(value) },
    ),
  ];
}

const shareSteps = (value: unknown): Steps => sharesAnHour(value as Readonly<Record<string, string>>);

/** More than this many parts of the day are told by their number and the largest. */
const MOST_STRETCHES = 6;

function diffShape(
  field: string,
  of: readonly Said[],
  a: unknown,
  b: unknown,
  initial: string,
  stepsOf: (value: unknown) => Steps,
  key?: string,
): readonly Difference[] {
  const path = [DEMAND, field, ...(key === undefined ? [] : [key])].join(".");
  const common = { group: "demandField", field, path } as const;
  if (a === undefined || b === undefined) {
    const [before, after] = asWritten(a, b);
    return before === after ? [] : [fieldDifference({ ...common, of, before, after })];
  }
  const byDay = byDayDifferences(a as ByDay<unknown>, b as ByDay<unknown>, (x, y) => {
    const found = stretches(x === null ? {} : stepsOf(x), y === null ? {} : stepsOf(y), initial);
    return found.length === 0 ? [] : [found];
  });
  return byDay.flatMap(({ days, found }) => {
    const where: readonly Said[] = [...of, ...(days === null ? [] : [{ days }])];
    if (found.length > MOST_STRETCHES) return [manyStretches(common.field, path, where, found)];
    return found.map((stretch) =>
      fieldDifference({
        ...common,
        of: wholeDay(stretch) ? where : [...where, sayStretch(stretch)],
        before: stretch.before,
        after: stretch.after,
      }),
    );
  });
}

function manyStretches(
  field: string,
  path: string,
  of: readonly Said[],
  found: readonly Stretch[],
): Difference {
  const amount = (text: string): number => parseQuantity("share", text) ?? parseQuantity("rate", text) ?? 0;
  const size = ({ before, after }: Stretch): number => Math.abs(amount(after) - amount(before));
  const largest = found.reduce((best, stretch) => (size(stretch) > size(best) ? stretch : best));
  const one = fieldDifference({
    group: "demandField",
    field,
    path,
    of,
    before: largest.before,
    after: largest.after,
  });
  const params = { ...one.params, count: String(found.length), stretch: sayStretch(largest) };
  return { ...one, message: of.length === 0 ? "shapeMany" : "shapeManyOf", params };
}
