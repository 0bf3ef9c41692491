/**
 * Stations: lines and servers. A server that becomes free takes the head of its line at once; one
 * whose officer leaves first finishes the vehicle in hand (A7) and, by rule, its own lane.
 *
 * A line may be entered beyond its room when one of its servers is idle: the vehicle is then in
 * service at once and takes no waiting place.
 */
import { acceptedBy, FOR_FAST, FOR_GENERAL } from "./lines.ts";
import { unblock, moveOn, noteRoom } from "./movement.ts";
import { FAST_MARK, NONE } from "./plan.ts";
import type { PlacePlan } from "./plan.ts";
import { isUnderReview } from "./review.ts";
import { placeAfter } from "./routes.ts";
import { BUSY, HELD, IDLE } from "./servers.ts";
import { closeServer, serverStays } from "./staffing.ts";
import { drawOf, RANK, rankAt, serviceClassOf } from "./state.ts";
import type { PortState } from "./state.ts";
import { SERVICE_CLASSES } from "./plan.ts";

/** The line a vehicle would take now; NONE where there is no room for its class. */
export function lineFor(state: PortState, vehicle: number, place: number): number {
  const { columns } = state.plan;
  const { lines } = state;
  const first = columns.firstLine[place];
  const count = columns.lineCount[place];
  const onlyOpen = columns.onlyOpenLines[place] === 1;
  if (count === 1) return hasRoomOn(state, first, onlyOpen) ? first : NONE;
  if (columns.choosesAtRandom[place] === 1) {
    const line = lineByChance(state, vehicle, place);
    return hasRoomOn(state, line, onlyOpen) ? line : NONE;
  }
  const own = (state.vehicles.marks[vehicle] & FAST_MARK) === 0 ? FOR_GENERAL : FOR_FAST;
  let best: number = NONE;
  let shortest = Infinity;
  for (let line = first; line < first + count; line++) {
    if ((lines.accepts[line] & own) === 0) continue;
    const length = lines.count[line] + lines.inService[line];
    if (length >= shortest || !hasRoomOn(state, line, onlyOpen)) continue;
    best = line;
    shortest = length;
  }
  return best;
}

/** Open or not, with room or without: who finds it closed or full waits for it. */
export function lineByChance(state: PortState, vehicle: number, place: number): number {
  const kept = state.vehicles.chosenLine[vehicle];
  if (kept !== NONE) return kept;
  const { firstLine, lineCount, words } = state.plan.places[place];
  return firstLine + Math.floor(drawOf(state, vehicle, words.line) * lineCount);
}

const hasRoomOn = (state: PortState, line: number, onlyOpen: boolean): boolean =>
  (!onlyOpen || state.lines.open[line] > 0) &&
  (state.lines.count[line] < state.lines.room[line] || state.lines.idle[line] !== NONE);

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

export function enterStation(state: PortState, vehicle: number, place: number, line: number): void {
  const server = state.lines.idle[line];
  if (server !== NONE) return begin(state, server, vehicle);
  state.lines.append(line, vehicle);
  if (state.plan.columns.hasTimers[place] === 1) startPatience(state, vehicle, place);
}

function startPatience(state: PortState, vehicle: number, place: number): void {
  const { patience, words } = state.plan.places[place];
  state.vehicles.sinceMs[vehicle] = state.now;
  const longest = state.plan.distributions.sample(patience, drawOf(state, vehicle, words.patience));
  state.events.schedule(state.slots.vehicles + vehicle, state.now + longest, RANK.patience);
}

/** A vehicle that has left the line, or a delay place, no longer counts its patience or its stay. */
export function forgetTimer(state: PortState, vehicle: number, place: number): void {
  if (state.plan.columns.hasTimers[place] === 1) state.events.cancel(state.slots.vehicles + vehicle);
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
  if (state.plan.columns.holdsForReview[place] === 1 && isUnderReview(state, vehicle)) hold(state, server);
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
  const moveUpMs = state.plan.columns.moveUpMs[place];
  state.events.schedule(
    server,
    state.now + moveUpMs + serviceTimeOf(state, place, vehicle),
    rankAt(RANK.release, place),
  );
}

/** Drawn for the vehicle, so that it is the same truck in every scenario; slow systems stretch it. */
export function serviceTimeOf(state: PortState, place: number, vehicle: number): number {
  const { distributions, places } = state.plan;
  const index = serviceDistribution(state, place, vehicle);
  const u = drawOf(state, vehicle, places[place].words.service);
  const factor = state.serviceFactor[place];
  state.vehicles.sinceMs[vehicle] = state.now;
  state.vehicles.stretch[vehicle] = factor;
  if (factor === 1) return distributions.sample(index, u);
  return Math.floor(distributions.quantile(index, u) * factor + 0.5);
}

/** What the vehicle's time at the place is drawn from: index into the distributions. */
export function serviceDistribution({ plan, vehicles }: PortState, place: number, vehicle: number): number {
  const { serviceByExam } = plan.places[place];
  return serviceByExam === null
    ? plan.service[place * SERVICE_CLASSES + serviceClassOf(vehicles, vehicle)]
    : serviceByExam[vehicles.exam[vehicle]];
}

export function finishService(state: PortState, server: number): void {
  const vehicle = state.servers.vehicle[server];
  moveOn(state, vehicle, placeAfter(state, vehicle, state.servers.place[server]));
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
    forgetTimer(state, vehicle, servers.place[server]);
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
