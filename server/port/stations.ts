/**
 * Stations: lines and servers. A server that becomes free takes the head of its line at once; one
 * whose officer leaves first finishes the vehicle in hand (A7) and, by rule, its own lane.
 *
 * A line may be entered beyond its room when one of its servers is idle: the vehicle is then in
 * service at once and takes no waiting place.
 */
import { unblock, moveOn, noteRoom } from "./movement.ts";
import { FAST_MARK, NONE } from "./plan.ts";
import type { PlacePlan } from "./plan.ts";
import { isUnderReview } from "./review.ts";
import { BUSY, HELD, IDLE } from "./servers.ts";
import { closeServer, serverStays } from "./staffing.ts";
import { STAGE_TYPES } from "./stages/all.ts";
import { drawOf, RANK, serviceClassOf } from "./state.ts";
import type { PortState } from "./state.ts";
import { SERVICE_CLASSES } from "./plan.ts";

/** The line a vehicle would take now; NONE where there is no room for its class. */
export function lineFor(state: PortState, vehicle: number, place: number): number {
  const at = state.plan.places[place];
  if (at.lineCount === 1) return hasRoomOn(state, at, at.firstLine) ? at.firstLine : NONE;
  if (at.choosesAtRandom) return lineByChance(state, vehicle, at);
  const { lines } = state;
  let best: number = NONE;
  let bestLength = Infinity;
  for (let line = at.firstLine; line < at.firstLine + at.lineCount; line++) {
    if (!accepts(state, at, line, vehicle) || !hasRoomOn(state, at, line)) continue;
    const length = lines.count[line] + lines.inService[line];
    if (length < bestLength) {
      best = line;
      bestLength = length;
    }
  }
  return best;
}

function lineByChance(state: PortState, vehicle: number, at: PlacePlan): number {
  const line = at.firstLine + Math.floor(drawOf(state, vehicle, at.words.line) * at.lineCount);
  return hasRoomOn(state, at, line) ? line : NONE;
}

/** Where servers have lines of their own, or there are several, nobody takes one that nobody is going to serve. */
export const onlyOpenLines = (at: PlacePlan): boolean => at.ownLines || at.lineCount > 1;

const hasRoomOn = (state: PortState, at: PlacePlan, line: number): boolean =>
  (!onlyOpenLines(at) || state.lines.open[line] > 0) &&
  (state.lines.count[line] < state.lines.room[line] || state.lines.idle[line] !== NONE);

/** Whether a line serves vehicles of this class, by its lane type and the rule for FAST in general lanes. */
function accepts(state: PortState, at: PlacePlan, line: number, vehicle: number): boolean {
  const serves = laneTypeOf(state, at, line);
  const isFast = (state.vehicles.marks[vehicle] & FAST_MARK) !== 0;
  if (serves === null || serves === "shared") return true;
  if (serves === "fast") return isFast;
  if (!isFast) return true;
  if (at.fastUsesGeneral === "never") return false;
  return at.fastUsesGeneral === "when it is shorter" || !fastIsStaffed(state, at);
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

export function enterStation(state: PortState, vehicle: number, place: number): void {
  const line = lineFor(state, vehicle, place);
  if (line === NONE)
    throw new Error(`vehicle ${vehicle} entered ${state.plan.places[place].name} where it has no room`);
  const server = state.lines.idle[line];
  if (server !== NONE) return begin(state, server, vehicle);
  state.lines.append(line, vehicle);
  const { patience, words } = state.plan.places[place];
  if (patience === NONE) return;
  const longest = state.plan.distributions.sample(patience, drawOf(state, vehicle, words.patience));
  state.events.schedule(state.slots.vehicles + vehicle, state.now + longest, RANK.patience);
}

/** A vehicle that has left the line no longer counts its patience. */
export function forgetPatience(state: PortState, vehicle: number): void {
  const slot = state.slots.vehicles + vehicle;
  if (slot < state.events.capacity) state.events.cancel(slot);
}

/** The server takes the vehicle, which is in no line any more. */
export function begin(state: PortState, server: number, vehicle: number): void {
  const { servers, lines, vehicles } = state;
  const place = servers.place[server];
  if (servers.state[server] === IDLE) unlinkIdle(state, server);
  servers.state[server] = BUSY;
  servers.vehicle[server] = vehicle;
  vehicles.server[vehicle] = server;
  lines.inService[servers.line[server]]++;
  state.observer.began(state.now, vehicle, place, server);
  if (state.plan.places[place].holdsForReview && isUnderReview(state, vehicle)) hold(state, server);
  else startService(state, server);
}

/** Occupied without service until the vehicle's image is read. */
export function hold(state: PortState, server: number): void {
  const vehicle = state.servers.vehicle[server];
  state.servers.state[server] = HELD;
  state.observer.held(state.now, vehicle, state.servers.place[server], true);
}

/** The image is read: the service that waited for it begins. */
export function goOn(state: PortState, server: number): void {
  const vehicle = state.servers.vehicle[server];
  state.servers.state[server] = BUSY;
  state.observer.held(state.now, vehicle, state.servers.place[server], false);
  startService(state, server);
}

function startService(state: PortState, server: number): void {
  const place = state.servers.place[server];
  const vehicle = state.servers.vehicle[server];
  const { moveUpMs } = state.plan.places[place];
  state.events.schedule(server, state.now + moveUpMs + serviceTimeOf(state, place, vehicle), RANK.release);
}

/** Drawn for the vehicle, so that it is the same truck in every scenario; slow systems stretch it. */
export function serviceTimeOf(state: PortState, place: number, vehicle: number): number {
  const { plan } = state;
  const { serviceByExam, words } = plan.places[place];
  const distribution =
    serviceByExam === null
      ? plan.service[place * SERVICE_CLASSES + serviceClassOf(state.vehicles, vehicle)]
      : serviceByExam[state.vehicles.exam[vehicle]];
  const u = drawOf(state, vehicle, words.service);
  const factor = state.serviceFactor[place];
  if (factor === 1) return plan.distributions.sample(distribution, u);
  return Math.floor(plan.distributions.quantile(distribution, u) * factor + 0.5);
}

export function finishService(state: PortState, server: number): void {
  const vehicle = state.servers.vehicle[server];
  const place = state.plan.places[state.servers.place[server]];
  const stage = state.plan.stages[place.stage];
  moveOn(state, vehicle, STAGE_TYPES[stage.kind].after(state, stage, vehicle, place.index));
}

/** The vehicle has gone from the server: next, or idle, or closed. */
export function serverFreed(state: PortState, server: number): void {
  state.lines.inService[state.servers.line[server]]--;
  if (serverStays(state, server)) takeNext(state, server);
  else closeServer(state, server);
}

/** A manned server without a vehicle takes the head of its line, or is idle. */
export function takeNext(state: PortState, server: number): void {
  const { servers, lines } = state;
  const line = servers.line[server];
  const vehicle = lines.head[line];
  if (vehicle === NONE) {
    servers.state[server] = IDLE;
    linkIdle(state, server);
  } else {
    unblock(state, vehicle);
    lines.remove(vehicle);
    forgetPatience(state, vehicle);
    begin(state, server, vehicle);
  }
  noteRoom(state, servers.place[server]);
}

function linkIdle(state: PortState, server: number): void {
  const { servers, lines } = state;
  const line = servers.line[server];
  const first = lines.idle[line];
  servers.nextIdle[server] = first;
  servers.previousIdle[server] = NONE;
  if (first !== NONE) servers.previousIdle[first] = server;
  lines.idle[line] = server;
}

export function unlinkIdle(state: PortState, server: number): void {
  const { servers, lines } = state;
  const before = servers.previousIdle[server];
  const after = servers.nextIdle[server];
  if (before === NONE) lines.idle[servers.line[server]] = after;
  else servers.nextIdle[before] = after;
  if (after !== NONE) servers.previousIdle[after] = before;
}
