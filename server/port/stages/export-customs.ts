/** Export customs: a module for each lane, and by chance a red light: an inspection in a place of its own. */
import { drawOf } from "../state.ts";
import { ASK } from "../plan.ts";
import { plain } from "./stage-type.ts";
import type { StageType } from "./stage-type.ts";

export const exportCustoms: StageType = {
  ...plain,
  after(state, stage, vehicle, place) {
    const { redLight } = stage.chances;
    if (
      place === stage.entryPlace &&
      redLight !== undefined &&
      drawOf(state, vehicle, redLight.word) < redLight.share[0]
    ) {
      return stage.parts["redLight"];
    }
    return plain.after(state, stage, vehicle, place);
  },
  onward: (state, stage, place) =>
    place === stage.entryPlace && stage.chances["redLight"] !== undefined
      ? ASK
      : plain.onward(state, stage, place),
};
