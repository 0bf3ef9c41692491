/** A plain station: any queue, and with ways on of its own any network. */
import { drawOf } from "../state.ts";
import { ASK } from "../plan.ts";
import { plain } from "./stage-type.ts";
import type { StageType } from "./stage-type.ts";

export const station: StageType = {
  ...plain,
  after(state, stage, vehicle, place) {
    const { routes } = stage;
    if (routes === null) return plain.after(state, stage, vehicle, place);
    const u = drawOf(state, vehicle, state.plan.places[place].words.route);
    let i = 0;
    while (i < routes.places.length - 1 && u >= routes.cumulative[i]) i++;
    return routes.places[i];
  },
  onward: (state, stage, place) => (stage.routes === null ? plain.onward(state, stage, place) : ASK),
};
