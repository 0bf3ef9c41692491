/**
 * How vehicles go on from the places of a stage. `after` is asked while the port runs, vehicle by vehicle; the others
 * once for all vehicles whenever settings change, so that who need not be asked is not. Whom a stage takes in the
 * first place is in its plan: a share, exams, whom it lets by.
 *
 * Answers must follow from the vehicle's addressed draws and the present settings alone, so that the
 * same truck fares the same in every scenario that treats it the same.
 */
import type { Chance, StagePlan } from "../plan.ts";
import { nextPlace, onwardFrom } from "../routes.ts";
import type { PortState } from "../state.ts";

export type Passage = {
  /** Where the vehicle goes when its time at a place of the stage is over: a place, EXIT, or STAY. */
  after(state: PortState, stage: StagePlan, vehicle: number, place: number): number;
  /**
   * What `after` answers for every vehicle; NEXT where it only goes on to the next stage that takes the vehicle; ASK
   * where it depends on the vehicle otherwise, or does more than answer.
   */
  onward(state: PortState, stage: StagePlan, place: number): number;
  /** Where `after` is for those alone whom a chance draws, and all others go on to the next stage: that chance. */
  turns?(state: PortState, stage: StagePlan, place: number): Chance | undefined;
};

/** On to the next stage that takes the vehicle. */
export const plain: Passage = {
  after: (state, stage, vehicle) => nextPlace(state, vehicle, stage.index),
  onward: (state, stage) => onwardFrom(state, stage.index),
};
