/**
 * Joint inspection before the border, for enrolled shippers in the facility's own hours. It stands in
 * for the stages it replaces and shortens primary: one of two serial inspections, and one queue, less.
 */
import { nextPlace } from "../routes.ts";
import { ASK, PRE_INSPECTED_MARK } from "../plan.ts";
import { isDrawn } from "./stage-type.ts";
import type { StageType } from "./stage-type.ts";

export const preInspection: StageType = {
  takes: (state, stage, vehicle) => state.placeOpen[stage.entryPlace] === 1 && isDrawn(state, stage, vehicle),
  entry: (_state, stage) => stage.entryPlace,
  after(state, stage, vehicle) {
    state.vehicles.marks[vehicle] |= PRE_INSPECTED_MARK;
    return nextPlace(state, vehicle, stage.index);
  },
  takesAll: () => null,
  onward: () => ASK,
};
