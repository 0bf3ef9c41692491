/**
 * What can be said of the meaning of a file that has values at fault, so that all problems come at once:
 * the file without those values is checked, and of what comes of it only that is kept which does not rest
 * on what was left out. A problem kept back is told once the others are mended; one told wrongly would
 * send a person looking for a mistake that is not there.
 */
import type { Finding, Path, ProblemCode } from "../problem.ts";
import { findingsOf } from "./issues.ts";
import type { Sourced } from "./places.ts";
import { SCENARIO_VERSION, scenarioSchema } from "./schema.ts";
import type { Scenario } from "./schema.ts";
import { meet } from "./setting-path.ts";
import { isMapValue, valueAt } from "./shape.ts";

export type Remainder = { readonly scenario: Scenario; readonly faults: readonly Path[] };

/** Each round leaves out what the one before uncovered: a map without a key that it must have. */
const MOST_ROUNDS = 8;
/** Of a file with more faults nobody reads what else it says. */
const MOST_FAULTS = 100;

/** What nothing else rests on, so that any will do. */
const LABELS = { cruce: SCENARIO_VERSION, name: "-" };

/** The file without what is at fault; null where too little is left to be a scenario. */
export function remainderOf(data: Sourced, findings: readonly Finding[]): Remainder | null {
  const faults: Path[] = [];
  let found = findings;
  let value = data.value;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (faults.length + found.length > MOST_FAULTS) return null;
    for (const { path } of found) {
      const fault = faultAt(value, path);
      if (fault.length === 0) return null;
      faults.push(fault);
      value = without(value, fault);
    }
    if (!isMapValue(value)) return null;
    const parsed = scenarioSchema.safeParse({ ...value, ...LABELS });
    if (parsed.success) return { scenario: parsed.data, faults };
    found = findingsOf(scenarioSchema, { value, places: data.places }, parsed.error.issues);
  }
  return null;
}

/** What to leave out: never an entry of a list, as the others would move up, and its map where a key is missing. */
function faultAt(value: unknown, path: Path): Path {
  const list = path.findIndex((part) => typeof part === "number");
  const whole = list < 0 ? path : path.slice(0, list);
  const isThere = valueAt(value, whole) !== undefined;
  return isThere || whole.length <= 1 ? whole : whole.slice(0, -1);
}

function without(value: unknown, [key, ...rest]: Path): unknown {
  if (!isMapValue(value) || !Object.hasOwn(value, key!)) return value;
  const { [key!]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...value, [key!]: without(inner, rest) };
}

/** Problems that a value shows by itself, whatever stands elsewhere. */
const BY_ITSELF: ReadonlySet<ProblemCode> = new Set([
  "CR-213",
  "CR-301",
  "CR-302",
  "CR-304",
  "CR-305",
  "CR-306",
  "CR-315",
  "CR-316",
  "CR-317",
  "CR-319",
  "CR-325",
  "CR-327",
]);

/** What others do not rest on. */
const ASIDE: ReadonlySet<string | number> = new Set(["cruce", "name", "about", "costs", "changes"]);

/** Of what the remainder shows: what is true whatever the values at fault were meant to be. */
export function certain(findings: readonly Finding[], faults: readonly Path[]): Finding[] {
  const isAside = faults.every(([top]) => ASIDE.has(top!));
  return findings.filter(
    ({ code, path }) =>
      !code.startsWith("CR-4") &&
      (isAside || BY_ITSELF.has(code)) &&
      !faults.some((fault) => meet(fault, path)),
  );
}
