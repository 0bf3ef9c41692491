/** Approach and bridge: lanes, and from the split on lanes for FAST apart, which a jam before it cannot reach (A5). */
import { plain } from "./stage-type.ts";
import type { StageType } from "./stage-type.ts";

export const approach: StageType = {
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
