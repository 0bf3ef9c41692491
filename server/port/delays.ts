/** Delay places: no limit, no line; each vehicle stays a time of its own, then goes on. */
import { moveOn } from "./movement.ts";
import { placeAfter } from "./routes.ts";
import { RANK, rankAt } from "./state.ts";
import type { PortState } from "./state.ts";
import { serviceTimeOf } from "./stations.ts";
import { NONE, SERVICE_CLASSES } from "./plan.ts";

export function enterDelay(state: PortState, vehicle: number, place: number): void {
  if (!staysByDraw(state, place)) return;
  const moveUpMs = state.plan.columns.moveUpMs[place];
  state.observer.began(state.now, vehicle, place, NONE);
  const until = state.now + moveUpMs + serviceTimeOf(state, place, vehicle);
  state.events.schedule(state.slots.vehicles + vehicle, until, rankAt(RANK.release, place));
}

/** A place without service times is a yard: something else calls the vehicle on. */
const staysByDraw = (state: PortState, place: number): boolean =>
  state.plan.service[place * SERVICE_CLASSES] !== NONE;

export function stayOver(state: PortState, vehicle: number): void {
  moveOn(state, vehicle, placeAfter(state, vehicle, state.vehicles.place[vehicle]));
}
