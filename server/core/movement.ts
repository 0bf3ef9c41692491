/**
 * How vehicles move from place to place. Blocking after service: a vehicle that finds no room stays and keeps what it
 * occupies; those blocked for a place are let in first come first served by the time they became ready, each as soon
 * as there is room for its class.
 *
 * Room that comes free is only noted (`noteRoom`) and worked off by `settle` after the event, from the last place to
 * the first, so that a hole travels upstream and nothing is re-entered half-done.
 */
import { enterDelay } from "./delays";
import * as host from "./host";
import { enterLane, laneMoved, roomOnLane } from "./lanes";
import { append, kindOf, lines, takeOut } from "./lines";
import * as observers from "./observers";
import { placeAt } from "./places";
import {
  BLOCKED,
  EXIT,
  FOR_FAST,
  FOR_GENERAL,
  HELD,
  IS_LANES,
  IS_STATION,
  NONE,
  OUTSIDE,
  STAY,
} from "./constants";
import { columns, plan, port } from "./port";
import { firstPlace } from "./routes";
import { servers } from "./servers";
import { begin, enterStation, forgetTimer, lineFor, serverFreed } from "./stations";
import { removeVehicle, vehicles } from "./vehicles";

/** In place of a target: gone for good, other than by the exit. */
const TURNED_AWAY = -4;
const GAVE_UP = -5;
/** In place of a line: the place has none, and room for everybody. */
const NO_LINE = -2;

/** A vehicle is at the port's upstream point: it goes in, or joins the line outside, or is refused. */
export function arrive(vehicle: i32): void {
  observers.arrived(vehicle);
  if (vehicles.counted[vehicle] === 1) port.countedInside++;
  const target = firstPlace(vehicle);
  if (!port.isOpen && !port.clearing && plan.turnsAway) return turnAway(vehicle, target);
  if (lines.count[OUTSIDE] > 0) return joinOutside(vehicle);
  if (target === EXIT) return vanish(vehicle, EXIT, NONE);
  if (refuses(vehicle, target)) return turnAway(vehicle, target);
  const line = roomAt(vehicle, target);
  if (line === NONE) joinOutside(vehicle);
  else enter(vehicle, target, line);
}

/** Service or travel is over: onward to `target`, or blocked where it is. */
export function moveOn(vehicle: i32, target: i32): void {
  if (target === STAY) return;
  if (target === EXIT) return move(vehicle, EXIT, NO_LINE, NONE);
  if ((!port.isOpen && mustTurnBack(vehicle)) || refuses(vehicle, target)) return turnAway(vehicle, target);
  const line = port.admitting === target ? NONE : roomAt(vehicle, target);
  if (line === NONE) block(vehicle, target);
  else move(vehicle, target, line, NONE);
}

/** Lets in those blocked for places that have room again. Called after every event. */
export function settle(): void {
  if (port.retyping) host.retypeBooths();
  while (port.dirtyCount > 0) {
    let place = plan.places - 1;
    while (columns.dirty[place] === 0) place--;
    columns.dirty[place] = 0;
    port.dirtyCount--;
    admit(place);
  }
}

/** There may be room at a place again. */
export function noteRoom(place: i32): void {
  if (columns.blockedHead[place] === NONE || columns.dirty[place] === 1) return;
  columns.dirty[place] = 1;
  port.dirtyCount++;
}

/** Takes a vehicle out of the port from wherever it is: refused, or sent away at closing. */
export function turnAway(vehicle: i32, place: i32): void {
  move(vehicle, TURNED_AWAY, NO_LINE, place < 0 ? OUTSIDE : place);
}

/** Its patience is over: it leaves the line. */
export function giveUp(vehicle: i32): void {
  move(vehicle, GAVE_UP, NO_LINE, vehicles.place[vehicle]);
}

/** Marks the vehicle as being at the end of the line for primary (A3). */
function markJoined(vehicle: i32): void {
  const before = vehicles.joinedMs[vehicle];
  if (before === before) return;
  vehicles.joinedMs[vehicle] = port.now;
  observers.joined(vehicle);
}

/** No longer blocked: out of the list of the place it waited for. */
export function unblock(vehicle: i32): void {
  const target = vehicles.blockedFor[vehicle];
  if (target === NONE) return;
  countBlocked(vehicle, target, -1);
  const before = vehicles.blockedPrevious[vehicle];
  const after = vehicles.blockedNext[vehicle];
  if (before === NONE) columns.blockedHead[target] = after;
  else vehicles.blockedNext[before] = after;
  if (after === NONE) columns.blockedTail[target] = before;
  else vehicles.blockedPrevious[after] = before;
  vehicles.blockedFor[vehicle] = NONE;
  vehicles.chosenLine[vehicle] = NONE;
  if (vehicles.spills[vehicle] === 1) {
    vehicles.spills[vehicle] = 0;
    columns.spilled[vehicles.place[vehicle]]--;
  }
}

/** Adds to those blocked for a place: at the end, or at the front (who stood there before the others). */
export function waitFor(vehicle: i32, target: i32, inFront: bool): void {
  countBlocked(vehicle, target, 1);
  const other = inFront ? columns.blockedHead[target] : columns.blockedTail[target];
  vehicles.blockedFor[vehicle] = target;
  vehicles.blockedNext[vehicle] = inFront ? other : NONE;
  vehicles.blockedPrevious[vehicle] = inFront ? NONE : other;
  if (other === NONE) {
    columns.blockedHead[target] = vehicle;
    columns.blockedTail[target] = vehicle;
  } else if (inFront) {
    vehicles.blockedPrevious[other] = vehicle;
    columns.blockedHead[target] = vehicle;
  } else {
    vehicles.blockedNext[other] = vehicle;
    columns.blockedTail[target] = vehicle;
  }
  if (port.admitting === target) noteRoom(target);
}

function countBlocked(vehicle: i32, target: i32, by: i32): void {
  columns.blockedOf[2 * target + (kindOf(vehicle) === FOR_FAST ? 1 : 0)] += by;
}

/** Kinds of vehicles that are blocked for a place. */
function kindsBlocked(target: i32): i32 {
  const general = columns.blockedOf[2 * target] > 0 ? FOR_GENERAL : 0;
  return columns.blockedOf[2 * target + 1] > 0 ? general | FOR_FAST : general;
}

function block(vehicle: i32, target: i32): void {
  const place = vehicles.place[vehicle];
  waitFor(vehicle, target, false);
  const server = vehicles.server[vehicle];
  if (server !== NONE) {
    if (servers.state[server] === HELD) observers.held(vehicle, place, false);
    servers.state[server] = BLOCKED;
  }
  observers.blocked(vehicle, place);
  if (placeAt(place).upstream && (target === plan.joinPlace || columns.spilled[target] > 0))
    spill(vehicle, place);
  if (plan.mayGridlock) host.reportGridlock();
}

/**
 * The line for primary reaches back into this place: all who wait here stand in it now, and so do those who wait
 * elsewhere for room here.
 */
function spill(vehicle: i32, place: i32): void {
  vehicles.spills[vehicle] = 1;
  markJoined(vehicle);
  if (columns.spilled[place]++ > 0) return;
  const at = placeAt(place);
  for (let line = at.firstLine; line < at.firstLine + at.lineCount; line++) markLineJoined(line);
  for (let v = columns.blockedHead[place]; v !== NONE; v = vehicles.blockedNext[v]) {
    if (vehicles.spills[v] === 0 && placeAt(vehicles.place[v]).upstream) spill(v, vehicles.place[v]);
  }
}

/** From the end, since whoever stands before one who has joined has joined too, but for FAST that goes first. */
function markLineJoined(line: i32): void {
  const fastFirst = placeAt(lines.place[line]).fastFirst;
  for (let v = lines.tail[line]; v !== NONE; v = vehicles.previous[v]) {
    const joined = vehicles.joinedMs[v];
    if (joined !== joined) markJoined(v);
    else if (!fastFirst) return;
  }
}

function admit(place: i32): void {
  const outer = port.admitting;
  port.admitting = place;
  const isAlike = !placeAt(place).choosesAtRandom;
  /** Kinds of vehicles for which there was no room just now. */
  let refused = 0;
  let vehicle = columns.blockedHead[place];
  while (vehicle !== NONE) {
    const following = vehicles.blockedNext[vehicle];
    const kind = kindOf(vehicle);
    const line = (refused & kind) !== 0 ? NONE : roomAt(vehicle, place);
    if (line === NONE) {
      if (isAlike) refused |= kind;
      // However many stand there, nobody else will find room either.
      if (refused !== 0 && refused === kindsBlocked(place)) break;
    } else {
      refused = 0;
      unblock(vehicle);
      const stays = vehicles.place[vehicle] === place;
      // From a closed lane of the place itself; or from a server of it, to come round again.
      if (stays && vehicles.line[vehicle] !== NONE) changeLine(vehicle, place, line);
      else move(vehicle, place, line, NONE);
      if (stays) {
        // Whoever stood behind it, in its lane or for its server, may be first now.
        vehicle = columns.blockedHead[place];
        continue;
      }
    }
    vehicle = following;
  }
  port.admitting = outer;
}

/** A vehicle of a closed lane goes over to an open one of the same place; its patience goes on. */
function changeLine(vehicle: i32, place: i32, line: i32): void {
  const old = vehicles.line[vehicle];
  const server = lines.idle[line];
  takeOut(vehicle);
  if (server === NONE) {
    append(line, vehicle);
  } else {
    forgetTimer(vehicle, place);
    begin(server, vehicle);
  }
  const follower = lines.head[old];
  if (follower !== NONE && lines.open[old] === 0) waitFor(follower, place, true);
}

/** The line or lane by which a place would take the vehicle now; NONE where it has no room for it. */
export function roomAt(vehicle: i32, place: i32): i32 {
  const kind = placeAt(place).kind;
  if (kind === IS_STATION) return lineFor(vehicle, place);
  return kind === IS_LANES ? roomOnLane(vehicle, place) : NO_LINE;
}

/** Whether a station turns the vehicle away: it is full, or the vehicle does not join a line that long. */
function refuses(vehicle: i32, place: i32): bool {
  return placeAt(place).mayRefuse !== 0 && host.refuses(vehicle, place);
}

/** While the port is closed. */
function mustTurnBack(vehicle: i32): bool {
  const place = vehicles.place[vehicle];
  return plan.turnsAway !== 0 && placeAt(place).beforePrimary !== 0 && place !== plan.primary;
}

function enter(vehicle: i32, place: i32, line: i32): void {
  const at = placeAt(place);
  vehicles.place[vehicle] = place;
  columns.inPlace[place]++;
  port.beforePrimary += at.beforePrimary;
  observers.entered(vehicle, place);
  if (at.joinsLine || columns.spilled[place] > 0) markJoined(vehicle);
  const kind = at.kind;
  if (kind === IS_STATION) enterStation(vehicle, place, line);
  else if (kind === IS_LANES) enterLane(vehicle, place, line);
  else enterDelay(vehicle, place);
}

/** Leaves where it is for a line of a place, or for good: EXIT, TURNED_AWAY or GAVE_UP (`why` says at which place). */
function move(vehicle: i32, target: i32, line: i32, why: i32): void {
  const place = vehicles.place[vehicle];
  if (place === NONE) return vanish(vehicle, target, why);
  const at = placeAt(place);
  const server = vehicles.server[vehicle];
  const oldLine = vehicles.line[vehicle];
  unblock(vehicle);
  if (oldLine !== NONE) takeOut(vehicle);
  forgetTimer(vehicle, place);
  columns.inPlace[place]--;
  port.beforePrimary -= at.beforePrimary;
  if (server !== NONE && servers.state[server] === HELD) observers.held(vehicle, place, false);
  observers.left(vehicle, place, server);
  if (server !== NONE) {
    vehicles.server[vehicle] = NONE;
    servers.vehicle[server] = NONE;
  }
  if (target < 0) {
    vanish(vehicle, target, why);
  } else {
    if (target <= place) vehicles.returns[vehicle]++;
    enter(vehicle, target, line);
  }
  if (server !== NONE) serverFreed(server);
  else if (place === OUTSIDE) outsideMoved();
  else if (at.kind === IS_LANES) laneMoved(oldLine);
  else if (oldLine !== NONE) noteRoom(place);
  if (columns.inPlace[place] === 0 && !(port.isOpen && columns.placeOpen[place] === 1))
    host.afterEmptied(place);
  if (port.clearing) host.afterClearing();
}

function vanish(vehicle: i32, target: i32, why: i32): void {
  if (target === EXIT) observers.departed(vehicle);
  else if (target === GAVE_UP) observers.gaveUp(vehicle, why);
  else observers.turnedAway(vehicle, why);
  if (vehicles.counted[vehicle] === 1) port.countedInside--;
  if (vehicles.review[vehicle] !== 0) host.dropFromReview(vehicle);
  removeVehicle(vehicle);
}

function joinOutside(vehicle: i32): void {
  vehicles.place[vehicle] = OUTSIDE;
  columns.inPlace[OUTSIDE]++;
  port.beforePrimary++;
  observers.entered(vehicle, OUTSIDE);
  const line = placeAt(OUTSIDE).firstLine;
  append(line, vehicle);
  if (columns.spilled[OUTSIDE] > 0) markJoined(vehicle);
  if (lines.head[line] === vehicle) block(vehicle, firstPlace(vehicle));
}

/** The next in the line outside come to its head, and go in as long as there is room. */
function outsideMoved(): void {
  if (port.outsideMoves) return;
  port.outsideMoves = 1;
  for (;;) {
    const head = lines.head[OUTSIDE];
    if (head === NONE || vehicles.blockedFor[head] !== NONE) break;
    moveOn(head, firstPlace(head));
  }
  port.outsideMoves = 0;
}
