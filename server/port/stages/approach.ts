/** Approach and bridge: lanes, and from the split on lanes for FAST apart, which a jam before it cannot reach (A5). */
import type { Finding } from "../../../shared/problem.ts";
import { finding } from "../../../shared/problem.ts";
import { formatQuantity } from "../../../shared/scenario/quantity.ts";
import type { StageOf } from "../../../shared/scenario/schema.ts";
import type { PlanContext } from "../planning/places.ts";
import { needs } from "./findings.ts";
import { plain } from "./passage.ts";
import type { Passage } from "./passage.ts";
import type { Placed, Planned, StageType } from "./stage-type.ts";

const passage: Passage = {
  ...plain,
  after(state, stage, vehicle, place) {
    const split = stage.parts["afterSplit"];
    if (place === stage.entryPlace && split !== undefined) return split;
    return plain.after(state, stage, vehicle, place);
  },
  onward(state, stage, place) {
    const split = stage.parts["afterSplit"];
    return place === stage.entryPlace && split !== undefined ? split : plain.onward(state, stage, place);
  },
};

function plan(stage: StageOf<"approach">, { builder, name }: PlanContext): Planned {
  const split = stage.fastSplitsAt ?? 0;
  const lanes = (meters: number, count: number, serves: "fast" | "general" | null) =>
    Array.from({ length: count }, () => ({ room: Math.max(1, Math.floor(meters / stage.spacing)), serves }));
  const travel = (meters: number) => ({
    freeFlowMs: Math.round((stage.freeFlow * meters) / stage.length),
    spacingM: stage.spacing,
    lengthM: meters,
  });
  const shared = stage.length - split;
  const entryPlace = builder.addPlace({
    name,
    kind: "lanes",
    lines: lanes(shared, stage.lanes, null),
    travel: travel(shared),
  });
  if (split === 0) return { entryPlace };
  const afterSplit = builder.addPlace({
    name: `${name}.afterSplit`,
    kind: "lanes",
    lines: [...lanes(split, stage.fastLanes, "fast"), ...lanes(split, stage.lanes, "general")],
    travel: travel(split),
  });
  return { entryPlace, parts: { afterSplit } };
}

function check({ stage, path }: Placed<"approach">): readonly Finding[] {
  const { fastSplitsAt: split, length, spacing } = stage;
  const meters = (value: number): string => formatQuantity("length", value);
  const longer = (key: string, found: number, why: string): Finding =>
    finding("CR-325", [...path, key], { most: meters(length), found: meters(found), why });
  const crowded = spacing > length ? [longer("spacing", spacing, "approachSpacing")] : [];
  if (split === undefined)
    return stage.fastLanes > 1 ? [...crowded, needs(path, "fastLanes", "fastSplitsAt", "split")] : crowded;
  return split < length ? crowded : [...crowded, longer("fastSplitsAt", split, "approachLength")];
}

export const approach: StageType<"approach"> = {
  side: "before",
  role: "approach",
  posts: () => [],
  plan,
  passage,
  check,
  work: () => [],
};
