/** A plain station: any queue, and with ways on of its own any network. */
import { nextPlace } from "../routes.ts";
import { drawOf } from "../state.ts";
import type { PortState } from "../state.ts";
import { ASK } from "../plan.ts";
import { plain } from "./stage-type.ts";
import type { StageType } from "./stage-type.ts";

/** A named stage is entered whatever its share; only where exams are done by referral does the vehicle decide. */
function entryOf(state: PortState, vehicle: number, stage: number): number {
  const { examPlaces, entryPlace } = state.plan.stages[stage];
  return examPlaces === null ? entryPlace : nextPlace(state, vehicle, stage - 1);
}

export const station: StageType = {
  ...plain,
  after(state, stage, vehicle, place) {
    const { routes } = stage;
    if (routes === null) return plain.after(state, stage, vehicle, place);
    const u = drawOf(state, vehicle, state.plan.places[place].words.route);
    let i = 0;
    while (i < routes.places.length - 1 && u >= routes.cumulative[i]) i++;
    const to = routes.places[i];
    return to < 0 ? to : entryOf(state, vehicle, state.plan.columns.stage[to]);
  },
  onward: (state, stage, place) => (stage.routes === null ? plain.onward(state, stage, place) : ASK),
};
