/** Mean minutes that a departed vehicle spent at each stage, in the order of the stages. */
import { MINUTE } from "../../shared/units.ts";
import type { PlacePlan, PortPlan } from "../port/plan.ts";
import { FIRST_HOUR_GROUP, GROUPS } from "./groups.ts";
import type { GroupedSums } from "./groups.ts";

/** The stage a place belongs to; the line before the first stage is called "outside". */
export const stageNameOf = ({ stageName }: PlacePlan): string => (stageName === "" ? "outside" : stageName);

/** `dwell` is by place and group; `crossing` counts departed vehicles by group. */
export function timeByStage(
  plan: PortPlan,
  dwell: GroupedSums,
  crossing: GroupedSums,
): readonly (readonly [string, number])[] {
  const departed = sumOverClasses(crossing.count, 0);
  const byStage = new Map<string, number>();
  for (const place of plan.places) {
    const name = stageNameOf(place);
    byStage.set(name, (byStage.get(name) ?? 0) + sumOverClasses(dwell.sum, place.index));
  }
  return [...byStage].map(([name, ms]) => [name, departed === 0 ? 0 : ms / departed / MINUTE]);
}

/** Each vehicle is in one class and in one hour: classes alone make the whole. */
export function sumOverClasses(values: Float64Array, row: number): number {
  let sum = 0;
  for (let group = 0; group < FIRST_HOUR_GROUP; group++) sum += values[row * GROUPS + group];
  return sum;
}
