/** Stages of the file as places, lines, servers and posts, each by its kind; see stages/. */
import { nameWord } from "../../engine/draws.ts";
import type { Steps } from "../plan.ts";
import { EXIT } from "../plan.ts";
import type { Placed } from "../stages/stage-type.ts";
import type { PlanBuilder } from "./builder.ts";
import { byClass, cumulate } from "./classes.ts";

export function planStage(builder: PlanBuilder, placed: Placed, hours: Steps | null): void {
  const { name, stage, type, isBeforePrimary, isReplaced } = placed;
  const index = builder.stages.length;
  builder.stage = { index, name, kind: stage.kind };
  const planned = type.plan(stage, { builder, name, isBeforePrimary, hours });
  builder.stages.push({
    index,
    name,
    kind: stage.kind,
    stage,
    passage: type.passage,
    parts: {},
    share: byClass(1),
    shareWord: nameWord(`${name}.share`),
    isReplaced,
    onlyWhileOpen: false,
    chances: {},
    review: null,
    routes: null,
    examPlaces: null,
    onlyReferred: false,
    reasons: null,
    ...planned,
  });
}

/** Ways on by name, once all stages have their places. */
export function planRoutes(builder: PlanBuilder, stages: readonly Placed[]): void {
  stages.forEach(({ stage, type, index }) => {
    const next = type.ways?.(stage);
    if (next === undefined) return;
    const ways = Object.entries(next);
    const places = Int32Array.from(ways, ([to]) =>
      to === "exit" ? EXIT : builder.stages.find((s) => s.name === to)!.entryPlace,
    );
    const routes = { places, cumulative: cumulate(ways.map(([, share]) => share)) };
    builder.stages[index] = { ...builder.stages[index], routes };
  });
}
