/** What kinds of stages plan alike: the commonest place, its line, a chance of its own. */
import { nameWord } from "../../engine/draws.ts";
import { UNLIMITED } from "../plan.ts";
import type { Chance, Steps } from "../plan.ts";
import type { PlanBuilder } from "./builder.ts";
import { byClass, serviceByClass } from "./classes.ts";

/** A stage that is being planned. */
export type PlanContext = {
  readonly builder: PlanBuilder;
  readonly name: string;
  /** Whether the stage stands before primary in the file. */
  readonly isBeforePrimary: boolean;
  /** Opening hours of its own facility; null: those of the port. */
  readonly hours: Steps | null;
};

export const roomOf = (limit: number | undefined): number => limit ?? UNLIMITED;
export const oneLine = (limit: number | undefined) => [{ room: roomOf(limit), serves: null }];

/** The commonest place: one line, servers that are all alike. */
export function simplePlace(
  { builder, name, hours }: PlanContext,
  stage: { service: Parameters<typeof serviceByClass>[1]; moveUp: number; room?: number | undefined },
  servers: number,
  spare = 0,
): number {
  const place = builder.addPlace({
    name,
    kind: "station",
    lines: oneLine(stage.room),
    moveUpMs: stage.moveUp,
    service: serviceByClass(builder, stage.service),
    hours,
  });
  const line = builder.places[place].firstLine;
  builder.addServers({ name, laneType: null }, servers, () => line, spare);
  return place;
}

export const chance = (name: string, what: string, share: number): Chance => ({
  share: byClass(share),
  word: nameWord(`${name}.${what}`),
});
