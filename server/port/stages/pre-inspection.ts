/**
 * Joint inspection before the border, for enrolled shippers in the facility's own hours. It stands in
 * for the stages it replaces and shortens primary: one of two serial inspections, and one queue, less.
 */
import type { Finding } from "../../../shared/problem.ts";
import type { ByDay, Hours } from "../../../shared/scenario/clock.ts";
import type { ServiceTime } from "../../../shared/scenario/distribution.ts";
import type { ByClass } from "../../../shared/scenario/vehicle-classes.ts";
import { ASK, FAST_MARK, FLOW_COUNT, PRE_INSPECTED_MARK, SERVICE_CLASSES } from "../plan.ts";
import { simplePlace } from "../planning/places.ts";
import { nextPlace } from "../routes.ts";
import { unknownStage } from "./findings.ts";
import type { Passage } from "./passage.ts";
import type { Placed, PlacedStages, StageType, Work } from "./stage-type.ts";
import { workAt } from "./work.ts";

const passage: Passage = {
  after(state, stage, vehicle) {
    state.vehicles.marks[vehicle] |= PRE_INSPECTED_MARK;
    return nextPlace(state, vehicle, stage.index);
  },
  onward: () => ASK,
};

function check(
  { stage, path, index }: Placed<"preInspection">,
  { stages }: PlacedStages,
): readonly Finding[] {
  const later = stages.filter((other) => other.index > index).map(({ name }) => name);
  return stage.replaces.flatMap((name, i) => {
    if (later.includes(name)) return [];
    // The default replaces export customs where the port has it.
    if (name === "exportCustoms" && !stages.some((other) => other.stage.kind === "exportCustoms")) return [];
    return [unknownStage(name, [...path, "replaces", i], later, "value")];
  });
}

/** Here nobody is pre-inspected yet. */
function work({ stage }: Placed<"preInspection">): readonly Work[] {
  const { service, moveUp } = stage;
  const { preInspected: _, ...rest } = service as ByClass<ServiceTime>;
  return [workAt(null, (one) => (one.isPreInspected ? 1 : 0), "kind" in service ? service : rest, moveUp)];
}

export const preInspection: StageType<"preInspection"> = {
  side: "before",
  hours: (stage) => stage.hours as ByDay<Hours | null> | undefined,
  preInspects: ({ share, replaces }) => ({ share, replaces }),
  posts: (stage) => [[null, stage.lanes]],
  plan: (stage, context) => ({
    entryPlace: simplePlace(context, stage, stage.lanes),
    onlyWhileOpen: true,
    share: Float64Array.from({ length: SERVICE_CLASSES }, (_, kind) => {
      const isFast = (Math.floor(kind / FLOW_COUNT) & FAST_MARK) !== 0;
      const { share, of } = stage.share;
      return of === "all" || (of === "fast") === isFast ? share : 0;
    }),
  }),
  passage,
  check,
  work,
};
