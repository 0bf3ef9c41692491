/** Stations, for those who ask from outside the core; see server/core/stations.ts. */
import { acceptedBy } from "./lines.ts";
import type { PlacePlan } from "./plan.ts";
import type { PortState } from "./state.ts";

/** Whom the lines of a place are for, after its booths, their types or their staff have changed. */
export function refreshLines(state: PortState, at: PlacePlan): void {
  const fastUsesGeneral =
    at.fastUsesGeneral === "when it is shorter" ||
    (at.fastUsesGeneral === "when no fast booth is staffed" && !fastIsStaffed(state, at));
  for (let line = at.firstLine; line < at.firstLine + at.lineCount; line++)
    state.lines.accepts[line] = acceptedBy(laneTypeOf(state, at, line), fastUsesGeneral);
}

/** Booths with a lane of their own may change their type; a pooled line keeps its. */
const laneTypeOf = (state: PortState, at: PlacePlan, line: number) =>
  at.ownLines
    ? state.plan.posts[state.servers.post[at.firstServer + line - at.firstLine]].laneType
    : state.plan.lines[line].serves;

function fastIsStaffed(state: PortState, at: PlacePlan): boolean {
  const { posts } = state.plan;
  for (const post of posts) {
    if (post.place === at.index && post.laneType !== "general" && state.target[post.index] > 0) return true;
  }
  return false;
}

/** Occupied without service until the vehicle's image is read. */
export const hold = (state: PortState, server: number): void => state.core.exports.hold(server);

/** The image is read: the service that waited for it begins. */
export const goOn = (state: PortState, server: number): void => state.core.exports.goOn(server);

/** Open or not, with room or without: who finds it closed or full waits for it. */
export const lineByChance = (state: PortState, vehicle: number, place: number): number =>
  state.core.exports.lineByChance(vehicle, place);

/** What the vehicle's time at the place is drawn from: index into the distributions. */
export const serviceDistribution = (state: PortState, place: number, vehicle: number): number =>
  state.core.exports.serviceDistribution(place, vehicle);

/** A manned server without a vehicle takes the head of its line, or is idle. */
export const takeNext = (state: PortState, server: number): void => state.core.exports.takeNext(server);

export const unlinkIdle = (state: PortState, server: number): void => state.core.exports.unlinkIdle(server);

/** Whether a server that is to close still has its own lane to serve. */
export const servesOwnLane = (state: PortState, server: number): boolean =>
  state.core.exports.servesOwnLane(server) === 1;
