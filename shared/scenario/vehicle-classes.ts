/** What a class of vehicles is, and which value of a table by class holds for one: the most specific key wins. */
import type { ClassKey, Flow } from "../vocabulary.ts";

export type VehicleClass = {
  readonly flow: Flow;
  readonly isFast: boolean;
  readonly isPreInspected: boolean;
  /** Of all vehicles. */
  readonly share: number;
};

export type ByClass<T> = Readonly<Partial<Record<ClassKey, T>>>;

/** The value that holds for a class, or undefined. */
export function forClass<T>(
  table: ByClass<T>,
  { flow, isFast, isPreInspected }: VehicleClass,
): T | undefined {
  if (isPreInspected && table.preInspected !== undefined) return table.preInspected;
  if (isFast) return table[`fast ${flow}`] ?? table.fast ?? table[flow] ?? table.all;
  return table[flow] ?? table.all;
}

/** A share for everyone or by class; classes not named: 0. */
export const shareFor = (share: number | ByClass<number>, one: VehicleClass): number =>
  typeof share === "number" ? share : (forClass(share, one) ?? 0);

export const className = ({ flow, isFast, isPreInspected }: VehicleClass): string =>
  `${isFast ? "fast " : ""}${flow}${isPreInspected ? " (preInspected)" : ""}`;
