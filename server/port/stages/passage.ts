/**
 * How vehicles pass a stage: questions that are asked while the port runs, for each vehicle or event; the
 * last two once for all vehicles whenever settings change, so that who need not be asked is not.
 *
 * Answers must follow from the vehicle's addressed draws and the present settings alone, so that the
 * same truck fares the same in every scenario that treats it the same.
 */
import { ASK, EXIT, FAST_MARK, PRE_INSPECTED_MARK } from "../plan.ts";
import type { StagePlan } from "../plan.ts";
import { SHARE_OF_ALL, SHARE_OF_FAST, SHARE_OF_GENERAL } from "../share-of.ts";
import { drawOf, serviceClassOf } from "../state.ts";
import type { PortState } from "../state.ts";
import { nextPlace } from "../routes.ts";

export type Passage = {
  /** Whether the vehicle passes this stage. */
  takes(state: PortState, stage: StagePlan, vehicle: number): boolean;
  /** The place of the stage it goes to first. */
  entry(state: PortState, stage: StagePlan, vehicle: number): number;
  /** Where it goes when its time at a place of the stage is over: a place, EXIT, or STAY. */
  after(state: PortState, stage: StagePlan, vehicle: number, place: number): number;
  /** What `takes` answers for every vehicle; null where it depends on the vehicle. */
  takesAll(state: PortState, stage: StagePlan): boolean | null;
  /** What `after` answers for every vehicle; ASK where it depends on the vehicle or does more than answer. */
  onward(state: PortState, stage: StagePlan, place: number): number;
};

/** A stage that takes its share of the vehicles through one place. */
export const plain: Passage = {
  takes: (state, stage, vehicle) => !isReplaced(state, stage, vehicle) && isDrawn(state, stage, vehicle),
  entry: (_state, stage) => stage.entryPlace,
  after: (state, stage, vehicle) => nextPlace(state, vehicle, stage.index),
  takesAll: (state, stage) => (stage.isReplaced ? null : isAllDrawn(state, stage)),
  onward: (state, stage) => onwardFrom(state, stage.index),
};

/** The first place after a stage (NONE: before the first) that every vehicle goes to; EXIT, or ASK. */
export function onwardFrom(state: PortState, stage: number): number {
  for (const next of state.plan.stages.slice(stage + 1)) {
    const takesAll = state.routes.types[next.index].takesAll(state, next);
    if (takesAll === null) return ASK;
    if (takesAll) return next.entryPlace;
  }
  return EXIT;
}

function isAllDrawn(state: PortState, stage: StagePlan): boolean | null {
  const share = state.shareOverride[stage.index];
  const isOfAll = state.shareOverrideOf[stage.index] === SHARE_OF_ALL;
  if (share >= 0) return share === 0 ? false : isOfAll && share >= 1 ? true : null;
  if (stage.share.every((ofClass) => ofClass >= 1)) return true;
  return stage.share.every((ofClass) => ofClass <= 0) ? false : null;
}

/** Whether a joint inspection stands in for this stage. */
export const isReplaced = (state: PortState, stage: StagePlan, vehicle: number): boolean =>
  stage.isReplaced && (state.vehicles.marks[vehicle] & PRE_INSPECTED_MARK) !== 0;

/** Nested marks: a vehicle drawn at a share is drawn at every larger one. */
export function isDrawn(state: PortState, stage: StagePlan, vehicle: number): boolean {
  const share = shareOf(state, stage, vehicle);
  return share >= 1 || (share > 0 && drawOf(state, vehicle, stage.shareWord) < share);
}

function shareOf(state: PortState, stage: StagePlan, vehicle: number): number {
  const share = state.shareOverride[stage.index];
  if (share < 0) return stage.share[serviceClassOf(state.vehicles, vehicle)];
  const isFast = (state.vehicles.marks[vehicle] & FAST_MARK) !== 0;
  const of = state.shareOverrideOf[stage.index];
  if ((of === SHARE_OF_FAST && !isFast) || (of === SHARE_OF_GENERAL && isFast)) return 0;
  return share;
}
