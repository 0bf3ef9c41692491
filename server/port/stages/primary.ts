/** Primary inspection, and whom it refers: at random and by risk, FAST and those pre-inspected less often. */
import { ASK, NONE } from "../plan.ts";
import { drawOf, serviceClassOf } from "../state.ts";
import { plain } from "./stage-type.ts";
import type { StageType } from "./stage-type.ts";
import { nameWord } from "../../engine/draws.ts";

const REASON_WORD = nameWord("primary.reason");

export const primary: StageType = {
  ...plain,
  after(state, stage, vehicle, place) {
    const { referral } = stage.chances;
    const { exam } = state.vehicles;
    if (referral !== undefined && stage.reasons !== null && exam[vehicle] === NONE) {
      const kind = serviceClassOf(state.vehicles, vehicle);
      if (drawOf(state, vehicle, referral.word) < referral.share[kind] * state.referralFactor) {
        exam[vehicle] = pick(stage.reasons[kind], drawOf(state, vehicle, REASON_WORD));
      }
    }
    return plain.after(state, stage, vehicle, place);
  },
  onward: () => ASK,
};

/** Index of the first cumulative share above u. */
function pick(cumulative: Float64Array, u: number): number {
  let i = 0;
  while (i < cumulative.length - 1 && u >= cumulative[i]) i++;
  return i;
}
