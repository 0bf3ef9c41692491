/** Shares that must make a whole. */
import type { Finding, Path } from "../problem.ts";
import { findingOnKey } from "../problem.ts";
import { trim } from "./quantity.ts";

/** Shares may miss the whole by so much: room for rounded figures. */
const SHARE_TOLERANCE = 0.0005;

/** Shares that do not make 100 %. */
export function wholeFinding(table: Readonly<Record<string, number>>, path: Path): Finding[] {
  const sum = Object.values(table).reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return [];
  const percent = (share: number): string => trim(Number((share * 100).toFixed(3)));
  const context = sum > 1 ? { context: "over" } : {};
  return [findingOnKey("CR-302", path, { sum: percent(sum), rest: percent(Math.abs(1 - sum)), ...context })];
}
