/**
 * How vehicles pass a stage: questions that are asked while the port runs, for each vehicle or event; the
 * last two once for all vehicles whenever settings change, so that who need not be asked is not.
 *
 * Answers must follow from the vehicle's addressed draws and the present settings alone, so that the
 * same truck fares the same in every scenario that treats it the same.
 */
import { EXIT, FAST_MARK, FLOW_COUNT, NEXT, PRE_INSPECTED_MARK } from "../plan.ts";
import type { StagePlan } from "../plan.ts";
import { SHARE_OF_ALL, SHARE_OF_FAST, SHARE_OF_GENERAL } from "../share-of.ts";
import type { PortState } from "../state.ts";
import { nextPlace } from "../routes.ts";

/** Every vehicle, none, its share of them by its first place, or those that `takes` says. */
export type Takes = "all" | "none" | "drawn" | "asks";

export type Passage = {
  /** Whether the vehicle passes this stage. */
  takes(state: PortState, stage: StagePlan, vehicle: number): boolean;
  /** The place of the stage it goes to first. */
  entry(state: PortState, stage: StagePlan, vehicle: number): number;
  /** Where it goes when its time at a place of the stage is over: a place, EXIT, or STAY. */
  after(state: PortState, stage: StagePlan, vehicle: number, place: number): number;
  takesWhom(state: PortState, stage: StagePlan): Takes;
  /**
   * What `after` answers for every vehicle; NEXT where it only goes on to the next stage that takes the vehicle; ASK
   * where it depends on the vehicle otherwise, or does more than answer.
   */
  onward(state: PortState, stage: StagePlan, place: number): number;
};

/** A stage that takes its share of the vehicles through one place. */
export const plain: Passage = {
  takes: (state, stage, vehicle) => !isReplaced(state, stage, vehicle) && isDrawn(state, stage, vehicle),
  entry: (_state, stage) => stage.entryPlace,
  after: (state, stage, vehicle) => nextPlace(state, vehicle, stage.index),
  takesWhom: (state, stage) => (stage.isReplaced ? "asks" : whomDrawn(state, stage)),
  onward: (state, stage) => onwardFrom(state, stage.index),
};

/** The first place after a stage (NONE: before the first) that every vehicle goes to; EXIT, or NEXT. */
export function onwardFrom(state: PortState, stage: number): number {
  for (const next of state.plan.stages.slice(stage + 1)) {
    const whom = state.routes.types[next.index].takesWhom(state, next);
    if (whom === "all") return next.entryPlace;
    if (whom !== "none") return NEXT;
  }
  return EXIT;
}

function whomDrawn(state: PortState, stage: StagePlan): Takes {
  const share = state.shareOverride[stage.index];
  const isOfAll = state.shareOverrideOf[stage.index] === SHARE_OF_ALL;
  if (share >= 0) return share === 0 ? "none" : isOfAll && share >= 1 ? "all" : "drawn";
  if (stage.share.every((ofClass) => ofClass >= 1)) return "all";
  return stage.share.every((ofClass) => ofClass <= 0) ? "none" : "drawn";
}

/** Whether a joint inspection stands in for this stage. */
export const isReplaced = (state: PortState, stage: StagePlan, vehicle: number): boolean =>
  stage.isReplaced && (state.vehicles.marks[vehicle] & PRE_INSPECTED_MARK) !== 0;

/** Whether the vehicle is among the share that the stage takes now. */
export const isDrawn = (state: PortState, stage: StagePlan, vehicle: number): boolean =>
  state.core.exports.isDrawn(stage.index, vehicle) === 1;

/** Share of a service class that the stage takes now. */
export function shareOf(state: PortState, stage: StagePlan, serviceClass: number): number {
  const share = state.shareOverride[stage.index];
  if (share < 0) return stage.share[serviceClass];
  const isFast = (Math.floor(serviceClass / FLOW_COUNT) & FAST_MARK) !== 0;
  const of = state.shareOverrideOf[stage.index];
  return (of === SHARE_OF_FAST && !isFast) || (of === SHARE_OF_GENERAL && isFast) ? 0 : share;
}
