/**
 * Lines of vehicles as frames carry them: run-length coded from head to tail, one letter a vehicle
 * ("a3bA2" is aaabAA). A letter tells flow, FAST mark and pre-inspection at once.
 */
import { FLOWS } from "../../shared/vocabulary.ts";
import type { Flow } from "../../shared/vocabulary.ts";

export function decodeLine(coded: string): string {
  let line = "";
  for (const run of coded.matchAll(/([A-Za-z])(\d*)/g)) {
    line += run[1]!.repeat(run[2] === "" ? 1 : Number(run[2]));
  }
  return line;
}

export function lineLength(coded: string): number {
  let length = 0;
  for (const run of coded.matchAll(/[A-Za-z](\d*)/g)) length += run[1] === "" ? 1 : Number(run[1]);
  return length;
}

/** What the yard tells apart by color; the first that fits wins. */
export const MARKS = [
  "hazmat",
  "oversize",
  "produce",
  "preInspected",
  "fast",
  "empty",
  "bobtail",
  "laden",
] as const;
export type Mark = (typeof MARKS)[number];

export type VehicleClass = { readonly flow: Flow; readonly fast: boolean; readonly preInspected: boolean };

const PRE_INSPECTED_FROM = 13;

export function classOf(letter: string): VehicleClass {
  const fast = letter < "a";
  const code = letter.toLowerCase().charCodeAt(0) - 97;
  const preInspected = code >= PRE_INSPECTED_FROM;
  return { flow: FLOWS[preInspected ? code - PRE_INSPECTED_FROM : code] ?? "laden", fast, preInspected };
}

export function markOf(letter: string): Mark {
  const { flow, fast, preInspected } = classOf(letter);
  if (flow === "hazmat" || flow === "oversize" || flow === "produce") return flow;
  if (preInspected) return "preInspected";
  return fast ? "fast" : flow;
}

/**
 * How many vehicles left the head of a line that was `before` and is `now`: the fewest that make what
 * stayed the start of the new line. Lines are first come first served, so this tells who is who.
 */
export function leftFromHead(before: string, now: string): number {
  for (let left = 0; left < before.length; left++) {
    if (now.startsWith(before.slice(left))) return left;
  }
  return before.length;
}
