/**
 * What moving vehicles ask about places again and again: the plan's objects as columns by place. Made once
 * with the plan and never changed.
 */
import { IS_DELAY, IS_LANES, IS_OUTSIDE, IS_STATION } from "../core/constants.ts";
import { NONE } from "./plan.ts";
import type { PlaceKind, PlacePlan } from "./plan.ts";

export { IS_DELAY, IS_LANES } from "../core/constants.ts";

const KIND: Readonly<Record<PlaceKind, number>> = {
  outside: IS_OUTSIDE,
  lanes: IS_LANES,
  station: IS_STATION,
  delay: IS_DELAY,
};

export type PlaceColumns = {
  readonly kind: Uint8Array;
  /** NONE for the line outside. */
  readonly stage: Int32Array;
  readonly firstLine: Int32Array;
  readonly lineCount: Int32Array;
  readonly moveUpMs: Float64Array;
  readonly freeFlowMs: Float64Array;
  /** 1: see `PlacePlan`. */
  readonly beforePrimary: Uint8Array;
  readonly upstream: Uint8Array;
  readonly choosesAtRandom: Uint8Array;
  readonly holdsForReview: Uint8Array;
  /** 1: who enters stands in the line for primary. */
  readonly joinsLine: Uint8Array;
  /** 1: it may refuse a vehicle, being full or too long a line. */
  readonly mayRefuse: Uint8Array;
  /** 1: vehicles have timers of their own here (patience, stays). */
  readonly hasTimers: Uint8Array;
  /** 1: servers have lines of their own, or there are several: nobody takes one that nobody is going to serve. */
  readonly onlyOpenLines: Uint8Array;
};

export function placeColumns(places: readonly PlacePlan[], joinPlace: number): PlaceColumns {
  const flags = (of: (place: PlacePlan) => boolean): Uint8Array =>
    Uint8Array.from(places, (place) => (of(place) ? 1 : 0));
  return {
    kind: Uint8Array.from(places, ({ kind }) => KIND[kind]),
    stage: Int32Array.from(places, ({ stage }) => stage),
    firstLine: Int32Array.from(places, ({ firstLine }) => firstLine),
    lineCount: Int32Array.from(places, ({ lineCount }) => lineCount),
    moveUpMs: Float64Array.from(places, ({ moveUpMs }) => moveUpMs),
    freeFlowMs: Float64Array.from(places, ({ freeFlowMs }) => freeFlowMs),
    beforePrimary: flags(({ beforePrimary }) => beforePrimary),
    upstream: flags(({ upstream }) => upstream),
    choosesAtRandom: flags(({ choosesAtRandom }) => choosesAtRandom),
    holdsForReview: flags(({ holdsForReview }) => holdsForReview),
    joinsLine: flags(({ index, isPrimary }) => index === joinPlace || isPrimary),
    mayRefuse: flags(({ join, turnsAwayWhenFull }) => join !== null || turnsAwayWhenFull),
    hasTimers: flags(({ kind, patience }) => kind === "delay" || patience !== NONE),
    onlyOpenLines: flags(({ ownLines, lineCount }) => ownLines || lineCount > 1),
  };
}
