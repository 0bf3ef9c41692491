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
import { dropFromReview } from "./review.ts";
import { BLOCKED, HELD } from "./servers.ts";
import { retypeBooths } from "./staffing.ts";
import { STAGE_TYPES } from "./stages/all.ts";
import { drawOf } from "./state.ts";
import type { PortState } from "./state.ts";
import { afterClearing, afterEmptied } from "./closing.ts";
import { enterStation, forgetPatience, lineFor, serverFreed } from "./stations.ts";
import { enterDelay } from "./delays.ts";

/** In place of a target: gone for good, other than by the exit. */
const TURNED_AWAY = -4;
const GAVE_UP = -5;

/** The place where a vehicle goes after a stage (NONE: before the first); EXIT when there is none. */
export function nextPlace(state: PortState, vehicle: number, stage: number): number {
  const { stages } = state.plan;
  for (let i = stage + 1; i < stages.length; i++) {
    const type = STAGE_TYPES[stages[i].kind];
    if (type.takes(state, stages[i], vehicle)) return type.entry(state, stages[i], vehicle);
  }
  return EXIT;
}

/** A vehicle is at the port's upstream point: it goes in, or joins the line outside, or is refused. */
export function arrive(state: PortState, vehicle: number): void {
  state.observer.arrived(state.now, vehicle);
  if (state.vehicles.counted[vehicle] === 1) state.countedInside++;
  const target = nextPlace(state, vehicle, NONE);
  if (!state.isOpen && !state.clearing && state.plan.atClosing === "turn it away")
    turnAway(state, vehicle, target);
  else if (state.lines.count[OUTSIDE] > 0) joinOutside(state, vehicle);
  else if (target === EXIT) vanish(state, vehicle, EXIT, NONE);
  else if (refuses(state, vehicle, target)) turnAway(state, vehicle, target);
  else if (hasRoom(state, vehicle, target)) enter(state, vehicle, target);
  else joinOutside(state, vehicle);
}

/** Service or travel is over: onward to `target`, or blocked where it is. */
export function moveOn(state: PortState, vehicle: number, target: number): void {
  if (target === STAY) return;
  if (target === EXIT) return move(state, vehicle, EXIT);
  if (mustTurnBack(state, vehicle) || refuses(state, vehicle, target))
    return turnAway(state, vehicle, target);
  if (state.admitting !== target && hasRoom(state, vehicle, target)) move(state, vehicle, target);
  else block(state, vehicle, target);
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
  move(state, vehicle, TURNED_AWAY, place < 0 ? OUTSIDE : place);
}

/** Its patience is over: it leaves the line. */
export function giveUp(state: PortState, vehicle: number): void {
  move(state, vehicle, GAVE_UP, state.vehicles.place[vehicle]);
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
  const { blockedFor, blockedNext, blockedPrevious, spills, place } = state.vehicles;
  const target = blockedFor[vehicle];
  if (target === NONE) return;
  const before = blockedPrevious[vehicle];
  const after = blockedNext[vehicle];
  if (before === NONE) state.blockedHead[target] = after;
  else blockedNext[before] = after;
  if (after === NONE) state.blockedTail[target] = before;
  else blockedPrevious[after] = before;
  blockedFor[vehicle] = NONE;
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
  const { blockedNext, place: placeOf } = state.vehicles;
  const outer = state.admitting;
  state.admitting = place;
  let vehicle = state.blockedHead[place];
  while (vehicle !== NONE) {
    const following = blockedNext[vehicle];
    if (hasRoom(state, vehicle, place)) {
      unblock(state, vehicle);
      if (placeOf[vehicle] === place) {
        changeLine(state, vehicle, place);
        // Whoever stood behind in the same lane is first now.
        vehicle = state.blockedHead[place];
        continue;
      }
      move(state, vehicle, place);
    }
    vehicle = following;
  }
  state.admitting = outer;
}

/** A vehicle of a closed lane goes over to an open one of the same place. */
function changeLine(state: PortState, vehicle: number, place: number): void {
  const old = state.vehicles.line[vehicle];
  state.lines.remove(vehicle);
  enterStation(state, vehicle, place);
  const follower = state.lines.head[old];
  if (follower !== NONE && state.lines.open[old] === 0) waitFor(state, follower, place, true);
}

/** Whether a place would take the vehicle now. */
export function hasRoom(state: PortState, vehicle: number, place: number): boolean {
  switch (state.plan.places[place].kind) {
    case "station":
      return lineFor(state, vehicle, place) !== NONE;
    case "lanes":
      return roomOnLane(state, vehicle, place) !== NONE;
    default:
      return true;
  }
}

/** Whether a station turns the vehicle away: it is full, or the vehicle does not join a line that long. */
function refuses(state: PortState, vehicle: number, place: number): boolean {
  const { join, turnsAwayWhenFull, words } = state.plan.places[place];
  if (join !== null) {
    let share = 1;
    for (let i = 0; i < join.from.length; i++)
      if (state.inPlace[place] >= join.from[i]) share = join.share[i];
    if (share < 1 && drawOf(state, vehicle, words.join) >= share) return true;
  }
  return turnsAwayWhenFull && !hasRoom(state, vehicle, place);
}

const mustTurnBack = (state: PortState, vehicle: number): boolean =>
  state.plan.atClosing === "turn it away" &&
  !state.isOpen &&
  state.plan.places[state.vehicles.place[vehicle]].beforePrimary &&
  state.vehicles.place[vehicle] !== state.plan.primary;

function enter(state: PortState, vehicle: number, place: number): void {
  const { plan, vehicles } = state;
  const at = plan.places[place];
  vehicles.place[vehicle] = place;
  state.inPlace[place]++;
  if (at.beforePrimary) state.beforePrimary++;
  state.observer.entered(state.now, vehicle, place);
  if (place === plan.joinPlace || at.isPrimary || state.spilled[place] > 0) markJoined(state, vehicle);
  if (at.kind === "station") enterStation(state, vehicle, place);
  else if (at.kind === "lanes") enterLane(state, vehicle, place);
  else enterDelay(state, vehicle, place);
}

/** Leaves where it is for a place, or for good: EXIT, TURNED_AWAY or GAVE_UP (`why` says at which place). */
function move(state: PortState, vehicle: number, target: number, why: number = NONE): void {
  const { plan, vehicles, servers, lines } = state;
  const place = vehicles.place[vehicle];
  if (place === NONE) return vanish(state, vehicle, target, why);
  const server = vehicles.server[vehicle];
  const line = vehicles.line[vehicle];
  unblock(state, vehicle);
  if (line !== NONE) lines.remove(vehicle);
  forgetPatience(state, vehicle);
  state.inPlace[place]--;
  if (plan.places[place].beforePrimary) state.beforePrimary--;
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
    enter(state, vehicle, target);
  }
  if (server !== NONE) serverFreed(state, server);
  else if (place === OUTSIDE) outsideMoved(state);
  else if (plan.places[place].kind === "lanes") laneMoved(state, line);
  else if (line !== NONE) noteRoom(state, place);
  if (state.inPlace[place] === 0) afterEmptied(state, place);
  if (state.clearing) afterClearing(state);
}

function vanish(state: PortState, vehicle: number, target: number, why: number): void {
  const { vehicles } = state;
  if (target === EXIT) state.observer.departed(state.now, vehicle);
  else if (target === GAVE_UP) state.observer.gaveUp(state.now, vehicle, why);
  else state.observer.turnedAway(state.now, vehicle, why);
  if (vehicles.counted[vehicle] === 1) state.countedInside--;
  dropFromReview(state, vehicle);
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
  if (lines.head[line] === vehicle) block(state, vehicle, nextPlace(state, vehicle, NONE));
}

/** The next in the line outside come to its head, and go in as long as there is room. */
function outsideMoved(state: PortState): void {
  if (state.outsideMoves) return;
  state.outsideMoves = true;
  for (;;) {
    const head = state.lines.head[OUTSIDE];
    if (head === NONE || state.vehicles.blockedFor[head] !== NONE) break;
    moveOn(state, head, nextPlace(state, head, NONE));
  }
  state.outsideMoves = false;
}
