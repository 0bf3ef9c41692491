/**
 * How vehicles move from place to place. Blocking after service: a vehicle that finds no room stays
 * and keeps what it occupies; those blocked for a place are let in first come first served by the
 * time they became ready, each as soon as there is room for its class.
 *
 * Room that comes free is only noted (`noteRoom`) and worked off by `settle` after the event, from the
 * last place to the first, so that a hole travels upstream and nothing is re-entered half-done.
 */
import { reportGridlock } from "./gridlock.ts";
import { enterLane, laneMoved, roomOnLane } from "./lanes.ts";
import { EXIT, NONE, OUTSIDE, STAY } from "./plan.ts";
import { IS_LANES, IS_STATION } from "./place-columns.ts";
import { firstPlace } from "./routes.ts";
import { dropFromReview } from "./review.ts";
import { BLOCKED, HELD } from "./servers.ts";
import { retypeBooths } from "./staffing.ts";
import { drawOf } from "./state.ts";
import type { PortState } from "./state.ts";
import { afterClearing, afterEmptied } from "./closing.ts";
import { enterStation, forgetTimer, lineFor, serverFreed } from "./stations.ts";
import { enterDelay } from "./delays.ts";

/** In place of a target: gone for good, other than by the exit. */
const TURNED_AWAY = -4;
const GAVE_UP = -5;
/** In place of a line: the place has none, and room for everybody. */
const NO_LINE = -2;

/** A vehicle is at the port's upstream point: it goes in, or joins the line outside, or is refused. */
export function arrive(state: PortState, vehicle: number): void {
  state.observer.arrived(state.now, vehicle);
  if (state.vehicles.counted[vehicle] === 1) state.countedInside++;
  const target = firstPlace(state, vehicle);
  if (!state.isOpen && !state.clearing && state.plan.atClosing === "turn it away")
    return turnAway(state, vehicle, target);
  if (state.lines.count[OUTSIDE] > 0) return joinOutside(state, vehicle);
  if (target === EXIT) return vanish(state, vehicle, EXIT, NONE);
  if (refuses(state, vehicle, target)) return turnAway(state, vehicle, target);
  const line = roomAt(state, vehicle, target);
  if (line === NONE) joinOutside(state, vehicle);
  else enter(state, vehicle, target, line);
}

/** Service or travel is over: onward to `target`, or blocked where it is. */
export function moveOn(state: PortState, vehicle: number, target: number): void {
  if (target === STAY) return;
  if (target === EXIT) return move(state, vehicle, EXIT, NO_LINE, NONE);
  if ((!state.isOpen && mustTurnBack(state, vehicle)) || refuses(state, vehicle, target))
    return turnAway(state, vehicle, target);
  const line = state.admitting === target ? NONE : roomAt(state, vehicle, target);
  if (line === NONE) block(state, vehicle, target);
  else move(state, vehicle, target, line, NONE);
}

/** Lets in those blocked for places that have room again. Called after every event. */
export function settle(state: PortState): void {
  if (state.retyping) retypeBooths(state);
  while (state.dirtyCount > 0) {
    let place = state.dirty.length - 1;
    while (state.dirty[place] === 0) place--;
    state.dirty[place] = 0;
    state.dirtyCount--;
    admit(state, place);
  }
}

/** There may be room at a place again. */
export function noteRoom(state: PortState, place: number): void {
  if (state.blockedHead[place] === NONE || state.dirty[place] === 1) return;
  state.dirty[place] = 1;
  state.dirtyCount++;
}

/** Takes a vehicle out of the port from wherever it is: refused, or sent away at closing. */
export function turnAway(state: PortState, vehicle: number, place: number): void {
  move(state, vehicle, TURNED_AWAY, NO_LINE, place < 0 ? OUTSIDE : place);
}

/** Its patience is over: it leaves the line. */
export function giveUp(state: PortState, vehicle: number): void {
  move(state, vehicle, GAVE_UP, NO_LINE, state.vehicles.place[vehicle]);
}

/** Marks the vehicle as being at the end of the line for primary (A3). */
export function markJoined(state: PortState, vehicle: number): void {
  const { joinedMs } = state.vehicles;
  if (joinedMs[vehicle] === joinedMs[vehicle]) return;
  joinedMs[vehicle] = state.now;
  state.observer.joined(state.now, vehicle);
}

/** No longer blocked: out of the list of the place it waited for. */
export function unblock(state: PortState, vehicle: number): void {
  const { blockedFor, blockedNext, blockedPrevious, chosenLine, spills, place } = state.vehicles;
  const target = blockedFor[vehicle];
  if (target === NONE) return;
  const before = blockedPrevious[vehicle];
  const after = blockedNext[vehicle];
  if (before === NONE) state.blockedHead[target] = after;
  else blockedNext[before] = after;
  if (after === NONE) state.blockedTail[target] = before;
  else blockedPrevious[after] = before;
  blockedFor[vehicle] = NONE;
  chosenLine[vehicle] = NONE;
  if (spills[vehicle] === 1) {
    spills[vehicle] = 0;
    state.spilled[place[vehicle]]--;
  }
}

/** Adds to those blocked for a place: at the end, or at the front (who stood there before the others). */
export function waitFor(state: PortState, vehicle: number, target: number, inFront: boolean): void {
  const { blockedFor, blockedNext, blockedPrevious } = state.vehicles;
  const other = inFront ? state.blockedHead[target] : state.blockedTail[target];
  blockedFor[vehicle] = target;
  blockedNext[vehicle] = inFront ? other : NONE;
  blockedPrevious[vehicle] = inFront ? NONE : other;
  if (other === NONE) {
    state.blockedHead[target] = vehicle;
    state.blockedTail[target] = vehicle;
  } else if (inFront) {
    blockedPrevious[other] = vehicle;
    state.blockedHead[target] = vehicle;
  } else {
    blockedNext[other] = vehicle;
    state.blockedTail[target] = vehicle;
  }
  if (state.admitting === target) noteRoom(state, target);
}

function block(state: PortState, vehicle: number, target: number): void {
  const { server, place: placeOf } = state.vehicles;
  const place = placeOf[vehicle];
  waitFor(state, vehicle, target, false);
  const at = server[vehicle];
  if (at !== NONE) {
    if (state.servers.state[at] === HELD) state.observer.held(state.now, vehicle, place, false);
    state.servers.state[at] = BLOCKED;
  }
  state.observer.blocked(state.now, vehicle, place);
  if (state.plan.places[place].upstream && (target === state.plan.joinPlace || state.spilled[target] > 0))
    spill(state, vehicle, place);
  if (state.plan.mayGridlock) reportGridlock(state);
}

/**
 * The line for primary reaches back into this place: all who wait here stand in it now, and so do those
 * who wait elsewhere for room here.
 */
function spill(state: PortState, vehicle: number, place: number): void {
  const { spills, place: placeOf, blockedNext } = state.vehicles;
  spills[vehicle] = 1;
  markJoined(state, vehicle);
  if (state.spilled[place]++ > 0) return;
  const { firstLine, lineCount } = state.plan.places[place];
  for (let line = firstLine; line < firstLine + lineCount; line++) markLineJoined(state, line);
  for (let v = state.blockedHead[place]; v !== NONE; v = blockedNext[v]) {
    if (spills[v] === 0 && state.plan.places[placeOf[v]].upstream) spill(state, v, placeOf[v]);
  }
}

/** From the end, since whoever stands before one who has joined has joined too, but for FAST that goes first. */
function markLineJoined(state: PortState, line: number): void {
  const { previous, joinedMs } = state.vehicles;
  const { fastFirst } = state.plan.places[state.lines.place[line]];
  for (let v = state.lines.tail[line]; v !== NONE; v = previous[v]) {
    if (joinedMs[v] !== joinedMs[v]) markJoined(state, v);
    else if (!fastFirst) return;
  }
}

function admit(state: PortState, place: number): void {
  const { blockedNext, place: placeOf, line: lineOf } = state.vehicles;
  const outer = state.admitting;
  state.admitting = place;
  let vehicle = state.blockedHead[place];
  while (vehicle !== NONE) {
    const following = blockedNext[vehicle];
    const line = roomAt(state, vehicle, place);
    if (line !== NONE) {
      unblock(state, vehicle);
      const stays = placeOf[vehicle] === place;
      // From a closed lane of the place itself; or from a server of it, to come round again.
      if (stays && lineOf[vehicle] !== NONE) changeLine(state, vehicle, place, line);
      else move(state, vehicle, place, line, NONE);
      if (stays) {
        // Whoever stood behind it, in its lane or for its server, may be first now.
        vehicle = state.blockedHead[place];
        continue;
      }
    }
    vehicle = following;
  }
  state.admitting = outer;
}

/** A vehicle of a closed lane goes over to an open one of the same place. */
function changeLine(state: PortState, vehicle: number, place: number, line: number): void {
  const old = state.vehicles.line[vehicle];
  state.lines.remove(vehicle);
  enterStation(state, vehicle, place, line);
  const follower = state.lines.head[old];
  if (follower !== NONE && state.lines.open[old] === 0) waitFor(state, follower, place, true);
}

/** The line or lane by which a place would take the vehicle now; NONE where it has no room for it. */
export function roomAt(state: PortState, vehicle: number, place: number): number {
  const kind = state.plan.columns.kind[place];
  if (kind === IS_STATION) return lineFor(state, vehicle, place);
  return kind === IS_LANES ? roomOnLane(state, vehicle, place) : NO_LINE;
}

/** Whether a station turns the vehicle away: it is full, or the vehicle does not join a line that long. */
function refuses(state: PortState, vehicle: number, place: number): boolean {
  if (state.plan.columns.mayRefuse[place] === 0) return false;
  const { join, turnsAwayWhenFull, words } = state.plan.places[place];
  if (join !== null) {
    let share = 1;
    for (let i = 0; i < join.from.length; i++)
      if (state.inPlace[place] >= join.from[i]) share = join.share[i];
    if (share < 1 && drawOf(state, vehicle, words.join) >= share) return true;
  }
  return turnsAwayWhenFull && roomAt(state, vehicle, place) === NONE;
}

/** While the port is closed. */
const mustTurnBack = (state: PortState, vehicle: number): boolean =>
  state.plan.atClosing === "turn it away" &&
  state.plan.places[state.vehicles.place[vehicle]].beforePrimary &&
  state.vehicles.place[vehicle] !== state.plan.primary;

function enter(state: PortState, vehicle: number, place: number, line: number): void {
  const { columns } = state.plan;
  state.vehicles.place[vehicle] = place;
  state.inPlace[place]++;
  state.beforePrimary += columns.beforePrimary[place];
  state.observer.entered(state.now, vehicle, place);
  if (columns.joinsLine[place] === 1 || state.spilled[place] > 0) markJoined(state, vehicle);
  const kind = columns.kind[place];
  if (kind === IS_STATION) enterStation(state, vehicle, place, line);
  else if (kind === IS_LANES) enterLane(state, vehicle, place, line);
  else enterDelay(state, vehicle, place);
}

/** Leaves where it is for a line of a place, or for good: EXIT, TURNED_AWAY or GAVE_UP (`why` says at which place). */
function move(state: PortState, vehicle: number, target: number, line: number, why: number): void {
  const { vehicles, servers } = state;
  const { columns } = state.plan;
  const place = vehicles.place[vehicle];
  if (place === NONE) return vanish(state, vehicle, target, why);
  const server = vehicles.server[vehicle];
  const oldLine = vehicles.line[vehicle];
  unblock(state, vehicle);
  if (oldLine !== NONE) state.lines.remove(vehicle);
  forgetTimer(state, vehicle, place);
  state.inPlace[place]--;
  state.beforePrimary -= columns.beforePrimary[place];
  if (server !== NONE && servers.state[server] === HELD)
    state.observer.held(state.now, vehicle, place, false);
  state.observer.left(state.now, vehicle, place, server);
  if (server !== NONE) {
    vehicles.server[vehicle] = NONE;
    servers.vehicle[server] = NONE;
  }
  if (target < 0) {
    vanish(state, vehicle, target, why);
  } else {
    if (target <= place) vehicles.returns[vehicle]++;
    enter(state, vehicle, target, line);
  }
  if (server !== NONE) serverFreed(state, server);
  else if (place === OUTSIDE) outsideMoved(state);
  else if (columns.kind[place] === IS_LANES) laneMoved(state, oldLine);
  else if (oldLine !== NONE) noteRoom(state, place);
  if (state.inPlace[place] === 0) afterEmptied(state, place);
  if (state.clearing) afterClearing(state);
}

function vanish(state: PortState, vehicle: number, target: number, why: number): void {
  const { vehicles } = state;
  if (target === EXIT) state.observer.departed(state.now, vehicle);
  else if (target === GAVE_UP) state.observer.gaveUp(state.now, vehicle, why);
  else state.observer.turnedAway(state.now, vehicle, why);
  if (vehicles.counted[vehicle] === 1) state.countedInside--;
  if (vehicles.review[vehicle] !== 0) dropFromReview(state, vehicle);
  vehicles.remove(vehicle);
}

function joinOutside(state: PortState, vehicle: number): void {
  const { plan, vehicles, lines } = state;
  vehicles.place[vehicle] = OUTSIDE;
  state.inPlace[OUTSIDE]++;
  state.beforePrimary++;
  state.observer.entered(state.now, vehicle, OUTSIDE);
  const line = plan.places[OUTSIDE].firstLine;
  lines.append(line, vehicle);
  if (state.spilled[OUTSIDE] > 0) markJoined(state, vehicle);
  if (lines.head[line] === vehicle) block(state, vehicle, firstPlace(state, vehicle));
}

/** The next in the line outside come to its head, and go in as long as there is room. */
function outsideMoved(state: PortState): void {
  if (state.outsideMoves) return;
  state.outsideMoves = true;
  for (;;) {
    const head = state.lines.head[OUTSIDE];
    if (head === NONE || state.vehicles.blockedFor[head] !== NONE) break;
    moveOn(state, head, firstPlace(state, head));
  }
  state.outsideMoves = false;
}
