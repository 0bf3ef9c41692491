/**
 * Where vehicles go after a stage. Most stages take every vehicle or none, or a share of them; that is worked out once
 * whenever settings change (`refresh`), and only the others are asked for each vehicle.
 */
import type { Core } from "../engine/core.ts";
import { ASK, NEXT, NONE, SERVICE_CLASSES } from "./plan.ts";
import type { PortPlan } from "./plan.ts";
import { onwardFrom, shareOf } from "./stages/passage.ts";
import type { Passage, Takes } from "./stages/passage.ts";
import type { PortState } from "./state.ts";

const DEPENDS = 0;
const TAKES_ALL = 1;
const TAKES_NONE = 2;
const CODES: Readonly<Record<Takes, number>> = {
  all: TAKES_ALL,
  none: TAKES_NONE,
  drawn: DEPENDS,
  asks: DEPENDS,
};

export class Routes {
  /** By stage. */
  readonly types: readonly Passage[];
  readonly takes: Uint8Array;
  /** By place: what comes after it for every vehicle, or ASK. */
  readonly onward: Int32Array;
  /** By place: 1 where what asks there need only ask the stages that follow. */
  readonly goesOn: Uint8Array;
  /** By stage: 1 where its share decides; by stage and service class: that share. */
  readonly drawn: Uint8Array;
  readonly shares: Float64Array;

  constructor(plan: PortPlan, core: Core) {
    this.types = plan.stages.map(({ passage }) => passage);
    this.takes = core.newBytes(plan.stages.length);
    this.onward = core.newInts(plan.places.length).fill(ASK);
    this.goesOn = core.newBytes(plan.places.length);
    this.drawn = core.newBytes(plan.stages.length);
    this.shares = core.newDoubles(plan.stages.length * SERVICE_CLASSES);
  }

  /** After shares have changed. */
  refresh(state: PortState): void {
    const { stages, places } = state.plan;
    for (const stage of stages) {
      const whom = this.types[stage.index].takesWhom(state, stage);
      this.takes[stage.index] = CODES[whom];
      this.drawn[stage.index] = whom === "drawn" ? 1 : 0;
      for (let of = 0; of < SERVICE_CLASSES; of++)
        this.shares[stage.index * SERVICE_CLASSES + of] = shareOf(state, stage, of);
    }
    for (const { index, stage } of places) {
      if (stage === NONE) continue;
      const onward = this.types[stage].onward(state, stages[stage], index);
      this.onward[index] = onward === NEXT ? ASK : onward;
      this.goesOn[index] = onward === NEXT ? 1 : 0;
    }
    const first = onwardFrom(state, NONE);
    state.firstPlace = first === NEXT ? ASK : first;
  }
}

/** The place where a vehicle goes after a stage (NONE: before the first); EXIT when there is none. */
export const nextPlace = (state: PortState, vehicle: number, stage: number): number =>
  state.core.exports.nextPlace(vehicle, stage);
