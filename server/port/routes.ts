/**
 * Where vehicles go after a stage. Most stages take every vehicle or none; that is worked out once
 * whenever settings change (`refresh`), and only the others are asked for each vehicle.
 */
import type { Core } from "../engine/core.ts";
import { ASK, NONE } from "./plan.ts";
import type { PortPlan } from "./plan.ts";
import { onwardFrom } from "./stages/passage.ts";
import type { Passage } from "./stages/passage.ts";
import type { PortState } from "./state.ts";

const DEPENDS = 0;
const TAKES_ALL = 1;
const TAKES_NONE = 2;

export class Routes {
  /** By stage. */
  readonly types: readonly Passage[];
  readonly takes: Uint8Array;
  /** By place: what comes after it for every vehicle, or ASK. */
  readonly onward: Int32Array;

  constructor(plan: PortPlan, core: Core) {
    this.types = plan.stages.map(({ passage }) => passage);
    this.takes = core.newBytes(plan.stages.length);
    this.onward = core.newInts(plan.places.length).fill(ASK);
  }

  /** After shares have changed. */
  refresh(state: PortState): void {
    const { stages, places } = state.plan;
    for (const stage of stages) {
      const takesAll = this.types[stage.index].takesAll(state, stage);
      this.takes[stage.index] = takesAll === null ? DEPENDS : takesAll ? TAKES_ALL : TAKES_NONE;
    }
    for (const { index, stage } of places) {
      if (stage !== NONE) this.onward[index] = this.types[stage].onward(state, stages[stage], index);
    }
    state.firstPlace = onwardFrom(state, NONE);
  }
}

/** The place where a vehicle goes after a stage (NONE: before the first); EXIT when there is none. */
export const nextPlace = (state: PortState, vehicle: number, stage: number): number =>
  state.core.exports.nextPlace(vehicle, stage);
