/** Ranks of events at one instant; server/port/state.ts says why they are in this order. */
import { RANKED_PLACES as PLACES } from "./constants";

export const RELEASE = PLACES;
export const CLAIM = 5 * PLACES;
export const PATIENCE = 6 * PLACES;

/** The rank of a release or a claim at a place. */
export function rankAt(kind: i32, place: i32): i32 {
  return kind + max(0, PLACES - 1 - place);
}
