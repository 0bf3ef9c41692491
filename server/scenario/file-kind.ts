/** Which kind of file it is, by the keys that only files of that kind have at the top. */
import { findingOnKey } from "../../shared/problem.ts";
import type { Problem } from "../../shared/problem.ts";
import { locate } from "../../shared/scenario/places.ts";
import type { Sourced } from "../../shared/scenario/places.ts";
import { isMapValue } from "../../shared/scenario/shape.ts";

export type FileKind = "scenario" | "sweep" | "question";

/** The first of them names the scenario. */
const KEYS = { sweep: ["sweep", "vary"], question: ["optimize", "promise"] } as const;

/** Of the texts: by what is expected, what is found. */
const CONTEXTS: Readonly<Record<FileKind, Partial<Record<FileKind, string>>>> = {
  scenario: { sweep: "sweep" },
  sweep: { question: "toSweep" },
  question: { sweep: "toOptimize" },
};

/** Of another kind than the one that is expected one can say only that: the rest would be noise. Null: it is fine. */
export function refuseKind(data: Sourced, expected: FileKind): readonly Problem[] | null {
  const { kind, key } = kindOf(data.value);
  if (kind === expected || key === null) return null;
  const context = CONTEXTS[expected][kind];
  return locate([findingOnKey("CR-125", [key], { key, ...(context && { context }) })], data.places);
}

export const isOfKind = (data: Sourced, kind: FileKind): boolean => kindOf(data.value).kind === kind;

/** `key`: what tells it; null where nothing else is told. */
function kindOf(value: unknown): { readonly kind: FileKind; readonly key: string | null } {
  if (isMapValue(value))
    for (const kind of ["sweep", "question"] as const) {
      const key = KEYS[kind].find((one) => Object.hasOwn(value, one));
      if (key !== undefined) return { kind, key };
    }
  return { kind: "scenario", key: null };
}
