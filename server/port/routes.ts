/**
 * Where vehicles go after a stage. Most stages take every vehicle or none; that is worked out once
 * whenever settings change (`refresh`), and only the others are asked for each vehicle.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { ASK, EXIT, NONE } from "./plan.ts";
import type { PortPlan } from "./plan.ts";
import { onwardFrom } from "./stages/passage.ts";
import type { Passage } from "./stages/passage.ts";
import type { PortState } from "./state.ts";

const DEPENDS = 0;
const TAKES_ALL = 1;
const TAKES_NONE = 2;

export class Routes implements Carried {
  /** By stage. */
  readonly types: readonly Passage[];
  readonly takes: Uint8Array;
  /** By place: what comes after it for every vehicle, or ASK. */
  readonly onward: Int32Array;
  /** The first place for every vehicle, or ASK. */
  first = ASK;

  constructor(plan: PortPlan) {
    this.types = plan.stages.map(({ passage }) => passage);
    this.takes = new Uint8Array(plan.stages.length);
    this.onward = new Int32Array(plan.places.length).fill(ASK);
  }

  carry(carrier: Carrier): void {
    carrier.fixed(this.takes);
    carrier.fixed(this.onward);
    this.first = carrier.number(this.first);
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
    this.first = onwardFrom(state, NONE);
  }
}

/** The place where a vehicle goes after a stage (NONE: before the first); EXIT when there is none. */
export function nextPlace(state: PortState, vehicle: number, stage: number): number {
  const { stages } = state.plan;
  const { takes, types } = state.routes;
  for (let i = stage + 1; i < takes.length; i++) {
    if (takes[i] === TAKES_ALL) return stages[i].entryPlace;
    if (takes[i] === DEPENDS && types[i].takes(state, stages[i], vehicle))
      return types[i].entry(state, stages[i], vehicle);
  }
  return EXIT;
}

/** Where a vehicle goes first. */
export function firstPlace(state: PortState, vehicle: number): number {
  const { first } = state.routes;
  return first === ASK ? nextPlace(state, vehicle, NONE) : first;
}

/** Where a vehicle goes when its time at a place is over: a place, EXIT, or STAY. */
export function placeAfter(state: PortState, vehicle: number, place: number): number {
  const decided = state.routes.onward[place];
  if (decided !== ASK) return decided;
  const stage = state.plan.columns.stage[place];
  return state.routes.types[stage].after(state, state.plan.stages[stage], vehicle, place);
}
