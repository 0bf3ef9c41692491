/** How vehicles move from place to place, for those who ask from outside the core; see server/core/movement.ts. */
import { NONE } from "./plan.ts";
import { drawOf } from "./state.ts";
import type { PortState } from "./state.ts";

/** Service or travel is over: onward to `target`, or blocked where it is. */
export const moveOn = (state: PortState, vehicle: number, target: number): void =>
  state.core.exports.moveOn(vehicle, target);

/** There may be room at a place again. */
export const noteRoom = (state: PortState, place: number): void => state.core.exports.noteRoom(place);

/** Takes a vehicle out of the port from wherever it is: refused, or sent away at closing. */
export const turnAway = (state: PortState, vehicle: number, place: number): void =>
  state.core.exports.turnAway(vehicle, place);

/** No longer blocked: out of the list of the place it waited for. */
export const unblock = (state: PortState, vehicle: number): void => state.core.exports.unblock(vehicle);

/** Adds to those blocked for a place: at the end, or at the front (who stood there before the others). */
export const waitFor = (state: PortState, vehicle: number, target: number, inFront: boolean): void =>
  state.core.exports.waitFor(vehicle, target, inFront);

/** The line or lane by which a place would take the vehicle now; NONE where it has no room for it. */
export const roomAt = (state: Readonly<PortState>, vehicle: number, place: number): number =>
  state.core.exports.roomAt(vehicle, place);

/** Whether a station turns the vehicle away: it is full, or the vehicle does not join a line that long. */
export function refuses(state: PortState, vehicle: number, place: number): boolean {
  const { join, turnsAwayWhenFull, words } = state.plan.places[place];
  if (join !== null) {
    let share = 1;
    for (let i = 0; i < join.from.length; i++)
      if (state.inPlace[place] >= join.from[i]) share = join.share[i];
    if (share < 1 && drawOf(state, vehicle, words.join) >= share) return true;
  }
  return turnsAwayWhenFull && roomAt(state, vehicle, place) === NONE;
}
