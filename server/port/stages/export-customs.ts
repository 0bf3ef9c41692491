/** Export customs: a module for each lane, and by chance a red light: an inspection in a place of its own. */
import type { Finding } from "../../../shared/problem.ts";
import { findingOnKey } from "../../../shared/problem.ts";
import type { StageOf } from "../../../shared/scenario/schema.ts";
import { serviceByClass } from "../planning/classes.ts";
import { chance, oneLine, simplePlace } from "../planning/places.ts";
import type { PlanContext } from "../planning/places.ts";
import { needs } from "./findings.ts";
import { plain } from "./passage.ts";
import type { Passage } from "./passage.ts";
import type { Part, Placed, Planned, StageType, Work } from "./stage-type.ts";
import { passes, workAt } from "./work.ts";

const passage: Passage = {
  ...plain,
  after: (state, stage, vehicle, place) =>
    place === stage.entryPlace ? stage.parts["redLight"] : plain.after(state, stage, vehicle, place),
  turns: (_state, stage, place) => (place === stage.entryPlace ? stage.chances["redLight"] : undefined),
};

const hasRedLight = (stage: StageOf<"exportCustoms">): boolean =>
  stage.redLight > 0 && stage.redLightService !== undefined;

function posts(stage: StageOf<"exportCustoms">): readonly Part[] {
  const bays = hasRedLight(stage) ? stage.redLightBays : undefined;
  const lanes: Part = [null, stage.lanes];
  return bays === undefined ? [lanes] : [lanes, ["redLight", bays]];
}

function plan(stage: StageOf<"exportCustoms">, context: PlanContext): Planned {
  const { builder, name } = context;
  const entryPlace = simplePlace(context, stage, stage.lanes);
  if (!hasRedLight(stage)) return { entryPlace };
  const part = `${name}.redLight`;
  const service = serviceByClass(builder, stage.redLightService!);
  const bays = stage.redLightBays;
  const place = builder.addPlace({
    name: part,
    kind: bays === undefined ? "delay" : "station",
    lines: bays === undefined ? [] : oneLine(undefined),
    service,
  });
  const line = builder.places[place].firstLine;
  if (bays !== undefined) builder.addServers({ name: part, laneType: null }, bays, () => line);
  return {
    entryPlace,
    parts: { redLight: place },
    chances: { redLight: chance(name, "redLight", stage.redLight) },
  };
}

function check({ stage, path }: Placed<"exportCustoms">): readonly Finding[] {
  if (stage.redLight > 0) {
    return stage.redLightService === undefined
      ? [needs(path, "redLight", "redLightService", "redLight")]
      : [];
  }
  return (["redLightService", "redLightBays"] as const)
    .filter((key) => stage[key] !== undefined)
    .map((key) => findingOnKey("CR-404", [...path, key], { key, found: "redLight: 0 %" }));
}

function work(placed: Placed<"exportCustoms">): readonly Work[] {
  const { stage } = placed;
  const { redLight, redLightService, redLightBays } = stage;
  const lanes = workAt(null, (one) => passes(placed, one), stage.service, stage.moveUp);
  if (!hasRedLight(stage) || redLightBays === undefined) return [lanes];
  return [lanes, workAt("redLight", (one) => passes(placed, one) * redLight, redLightService!)];
}

export const exportCustoms: StageType<"exportCustoms"> = {
  side: "before",
  posts,
  plan,
  passage,
  check,
  work,
};
