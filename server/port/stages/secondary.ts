/** Secondary inspection: bays and docks; how long depends on what the referral asked for. */
import { nextPlace } from "../routes.ts";
import { ASK, NONE } from "../plan.ts";
import type { StageType } from "./stage-type.ts";

export const secondary: StageType = {
  takes: (state, stage, vehicle) => {
    const exam = state.vehicles.exam[vehicle];
    return exam !== NONE && stage.examPlaces![exam] !== NONE;
  },
  entry: (state, stage, vehicle) => stage.examPlaces![state.vehicles.exam[vehicle]],
  after(state, stage, vehicle) {
    state.vehicles.exam[vehicle] = NONE;
    return nextPlace(state, vehicle, stage.index);
  },
  takesAll: () => null,
  onward: () => ASK,
};
