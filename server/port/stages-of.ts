/** The stages of a scenario in their order, each with its kind and how it stands to the others. */
import type { Scenario } from "../../shared/scenario/schema.ts";
import { STAGE_TYPES } from "./stages/all.ts";
import type { Placed, PlacedStages, StageType } from "./stages/stage-type.ts";

export function stagesOf(scenario: Scenario): PlacedStages {
  const entries = Object.entries(scenario.northbound.stages).map(([name, stage]) => {
    const type: StageType = STAGE_TYPES[stage.kind];
    return { name, stage, type };
  });
  const primaryAt = entries.findIndex(({ type }) => type.role === "primary");
  const replaced = new Set(entries.flatMap(({ stage, type }) => type.preInspects?.(stage).replaces ?? []));
  const stages = entries.map(({ name, stage, type }, index): Placed => ({
    name,
    index,
    path: ["northbound", "stages", name],
    stage,
    type,
    isBeforePrimary: index < primaryAt,
    isReplaced: replaced.has(name),
  }));
  return { stages, primary: (stages[primaryAt] as Placed<"primary"> | undefined) ?? null };
}
