/**
 * Where vehicles go after a stage. Most stages take every vehicle or none, or a share of them; that is worked out once
 * whenever settings change (`refresh`), so that the core asks for single vehicles only what a kind of stage decides.
 */
import { AS_ASKED, GOES_ON, TAKES_ALL, TAKES_NONE, TAKES_SOME, TURNS } from "../core/constants.ts";
import type { Core } from "../engine/core.ts";
import { ASK, EXIT, FAST_MARK, FLOW_COUNT, NEXT, NONE, SERVICE_CLASSES } from "./plan.ts";
import type { PortPlan, StagePlan } from "./plan.ts";
import { SHARE_OF_ALL, SHARE_OF_FAST, SHARE_OF_GENERAL } from "./share-of.ts";
import type { Passage } from "./stages/passage.ts";
import type { PortState } from "./state.ts";

export class Routes {
  /** By stage. */
  readonly types: readonly Passage[];
  /** By stage: whether it takes all vehicles, none, or some; and by service class, the share that it takes now. */
  readonly takes: Uint8Array;
  readonly shares: Float64Array;
  /** By place: what comes after it for every vehicle, or ASK; then how they leave it, and whom a chance turns. */
  readonly onward: Int32Array;
  readonly ways: Uint8Array;
  readonly turnShares: Float64Array;
  readonly turnWords: Int32Array;

  constructor(plan: PortPlan, core: Core) {
    const { stages, places } = plan;
    this.types = stages.map(({ passage }) => passage);
    this.takes = core.newBytes(stages.length);
    this.shares = core.newDoubles(stages.length * SERVICE_CLASSES);
    this.onward = core.newInts(places.length).fill(ASK);
    this.ways = core.newBytes(places.length);
    this.turnShares = core.newDoubles(places.length * SERVICE_CLASSES);
    this.turnWords = core.newInts(places.length);
  }

  /** After shares have changed. */
  refresh(state: PortState): void {
    const { stages, places } = state.plan;
    for (const stage of stages) {
      this.takes[stage.index] = whomTakes(state, stage);
      for (let of = 0; of < SERVICE_CLASSES; of++)
        this.shares[stage.index * SERVICE_CLASSES + of] = shareOf(state, stage, of);
    }
    for (const { index, stage } of places) if (stage !== NONE) this.#leave(state, stages[stage], index);
    const first = onwardFrom(state, NONE);
    state.firstPlace = first === NEXT ? ASK : first;
  }

  #leave(state: PortState, stage: StagePlan, place: number): void {
    const turn = this.types[stage.index].turns?.(state, stage, place);
    const onward = turn === undefined ? this.types[stage.index].onward(state, stage, place) : ASK;
    this.onward[place] = onward === NEXT ? ASK : onward;
    this.ways[place] = turn !== undefined ? TURNS : onward === NEXT ? GOES_ON : AS_ASKED;
    if (turn === undefined) return;
    this.turnWords[place] = turn.word;
    this.turnShares.set(turn.share, place * SERVICE_CLASSES);
  }
}

/** The place where a vehicle goes after a stage (NONE: before the first); EXIT when there is none. */
export const nextPlace = (state: PortState, vehicle: number, stage: number): number =>
  state.core.exports.nextPlace(vehicle, stage);

/** The first place after a stage (NONE: before the first) that every vehicle goes to; EXIT, or NEXT. */
export function onwardFrom(state: PortState, stage: number): number {
  for (const next of state.plan.stages.slice(stage + 1)) {
    const whom = whomTakes(state, next);
    if (whom === TAKES_ALL) return next.entryPlace;
    if (whom !== TAKES_NONE) return NEXT;
  }
  return EXIT;
}

function whomTakes({ shareOverride, shareOverrideOf }: PortState, stage: StagePlan): number {
  if (stage.examPlaces !== null || stage.isReplaced || stage.onlyWhileOpen) return TAKES_SOME;
  const share = shareOverride[stage.index];
  const isOfAll = shareOverrideOf[stage.index] === SHARE_OF_ALL;
  if (share >= 0) return share === 0 ? TAKES_NONE : isOfAll && share >= 1 ? TAKES_ALL : TAKES_SOME;
  if (stage.share.every((ofClass) => ofClass >= 1)) return TAKES_ALL;
  return stage.share.every((ofClass) => ofClass <= 0) ? TAKES_NONE : TAKES_SOME;
}

/** Share of a service class that the stage takes now. */
function shareOf({ shareOverride, shareOverrideOf }: PortState, stage: StagePlan, ofClass: number): number {
  if (stage.onlyReferred) return 0;
  const share = shareOverride[stage.index];
  if (share < 0) return stage.share[ofClass];
  const isFast = (Math.floor(ofClass / FLOW_COUNT) & FAST_MARK) !== 0;
  const whom = shareOverrideOf[stage.index];
  return (whom === SHARE_OF_FAST && !isFast) || (whom === SHARE_OF_GENERAL && isFast) ? 0 : share;
}
