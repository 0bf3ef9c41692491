/**
 * Stations: lines and servers. A server that becomes free takes the head of its line at once; one whose officer leaves
 * first finishes the vehicle in hand (A7) and, by rule, its own lane.
 *
 * A line may be entered beyond its room when one of its servers is idle: the vehicle is then in service at once and
 * takes no waiting place.
 */
import { quantile, sample } from "./distributions";
import { cancel, schedule } from "./event-list";
import * as host from "./host";
import { append, kindOf, lines, takeOut } from "./lines";
import { moveOn, noteRoom, unblock } from "./movement";
import { began, held } from "./observers";
import { Place, placeAt } from "./places";
import { BUSY, HELD, IDLE, NONE, SERVICE_CLASSES } from "./constants";
import { columns, plan, port } from "./port";
import { PATIENCE, rankAt, RELEASE } from "./ranks";
import { placeAfter } from "./routes";
import { servers } from "./servers";
import { drawOf, serviceClassOf } from "./vehicle-draws";
import { vehicles } from "./vehicles";

/** The line a vehicle would take now; NONE where there is no room for its class. */
export function lineFor(vehicle: i32, place: i32): i32 {
  const at = placeAt(place);
  const first = at.firstLine;
  const count = at.lineCount;
  const onlyOpen = at.onlyOpenLines;
  if (count === 1) return hasRoomOn(first, onlyOpen) ? first : NONE;
  if (at.choosesAtRandom) {
    const line = lineByChance(vehicle, place);
    return hasRoomOn(line, onlyOpen) ? line : NONE;
  }
  const own = kindOf(vehicle);
  let best = NONE;
  let shortest = i32.MAX_VALUE;
  for (let line = first; line < first + count; line++) {
    if ((lines.accepts[line] & own) === 0) continue;
    const length = lines.count[line] + lines.inService[line];
    if (length >= shortest || !hasRoomOn(line, onlyOpen)) continue;
    best = line;
    shortest = length;
  }
  return best;
}

/** Open or not, with room or without: who finds it closed or full waits for it. */
export function lineByChance(vehicle: i32, place: i32): i32 {
  const kept = vehicles.chosenLine[vehicle];
  if (kept !== NONE) return kept;
  const at = placeAt(place);
  return at.firstLine + <i32>Math.floor(drawOf(vehicle, at.lineWord) * at.lineCount);
}

function hasRoomOn(line: i32, onlyOpen: i32): bool {
  return (
    (!onlyOpen || lines.open[line] > 0) && (lines.count[line] < lines.room[line] || lines.idle[line] !== NONE)
  );
}

export function enterStation(vehicle: i32, place: i32, line: i32): void {
  const server = lines.idle[line];
  if (server !== NONE) return begin(server, vehicle);
  append(line, vehicle);
  const at = placeAt(place);
  if (at.hasTimers) startPatience(vehicle, at);
}

function startPatience(vehicle: i32, at: Place): void {
  const now = port.now;
  vehicles.sinceMs[vehicle] = now;
  schedule(
    plan.vehiclesSlot + vehicle,
    now + sample(at.patience, drawOf(vehicle, at.patienceWord)),
    PATIENCE,
  );
}

/** A vehicle that has left the line, or a delay place, no longer counts its patience or its stay. */
export function forgetTimer(vehicle: i32, place: i32): void {
  if (placeAt(place).hasTimers) cancel(plan.vehiclesSlot + vehicle);
}

/** The server takes the vehicle, which is in no line any more. */
export function begin(server: i32, vehicle: i32): void {
  const place = servers.place[server];
  if (servers.state[server] === IDLE) unlinkIdle(server);
  servers.state[server] = BUSY;
  servers.vehicle[server] = vehicle;
  vehicles.server[vehicle] = server;
  lines.inService[servers.line[server]]++;
  began(vehicle, place, server);
  // An image in the line or in hand: see server/port/review.ts.
  if (vehicles.review[vehicle] !== 0 && placeAt(place).holdsForReview) hold(server);
  else startService(server, vehicle, place);
}

/** Occupied without service until the vehicle's image is read. */
export function hold(server: i32): void {
  servers.state[server] = HELD;
  held(servers.vehicle[server], servers.place[server], true);
}

/** The image is read: the service that waited for it begins. */
export function goOn(server: i32): void {
  const vehicle = servers.vehicle[server];
  const place = servers.place[server];
  servers.state[server] = BUSY;
  held(vehicle, place, false);
  startService(server, vehicle, place);
}

function startService(server: i32, vehicle: i32, place: i32): void {
  const moveUpMs = placeAt(place).moveUpMs;
  schedule(server, port.now + moveUpMs + serviceTimeOf(place, vehicle), rankAt(RELEASE, place));
}

/** Drawn for the vehicle, so that it is the same truck in every scenario; slow systems stretch it. */
export function serviceTimeOf(place: i32, vehicle: i32): f64 {
  const index = serviceDistribution(place, vehicle);
  const u = drawOf(vehicle, placeAt(place).serviceWord);
  const factor = columns.serviceFactor[place];
  vehicles.sinceMs[vehicle] = port.now;
  vehicles.stretch[vehicle] = factor;
  return factor === 1 ? sample(index, u) : Math.floor(quantile(index, u) * factor + 0.5);
}

/** What the vehicle's time at the place is drawn from: index into the distributions. */
export function serviceDistribution(place: i32, vehicle: i32): i32 {
  const exams = placeAt(place).exams;
  return exams === NONE
    ? columns.service[place * SERVICE_CLASSES + serviceClassOf(vehicle)]
    : columns.serviceByExam[exams + vehicles.exam[vehicle]];
}

export function finishService(server: i32): void {
  const vehicle = servers.vehicle[server];
  moveOn(vehicle, placeAfter(vehicle, servers.place[server]));
}

/** The vehicle has gone from the server: next, or idle, or closed. */
export function serverFreed(server: i32): void {
  lines.inService[servers.line[server]]--;
  if (serverStays(server)) takeNext(server);
  else host.closeServer(server);
}

/** A manned server without a vehicle takes the head of its line, or is idle. */
export function takeNext(server: i32): void {
  const line = servers.line[server];
  const place = servers.place[server];
  const vehicle = lines.head[line];
  if (vehicle === NONE) {
    servers.state[server] = IDLE;
    linkIdle(server, line);
  } else {
    unblock(vehicle);
    takeOut(vehicle);
    forgetTimer(vehicle, place);
    begin(server, vehicle);
  }
  noteRoom(place);
}

/** Whether a server whose vehicle has gone goes on: it stays, or still has its own lane to serve. */
function serverStays(server: i32): bool {
  if (servers.leaving[server] === 0) {
    const post = servers.post[server];
    const surplus = columns.surplus[post];
    if (surplus <= 0) return true;
    columns.surplus[post] = surplus - 1;
    servers.leaving[server] = 1;
    lines.open[servers.line[server]]--;
  }
  return servesOwnLane(server);
}

/** Not where the booth itself is out of use, whose lane then goes over to others; nor while the queue is held (A16). */
export function servesOwnLane(server: i32): bool {
  return (
    servers.down[server] === 0 &&
    (port.isOpen !== 0 || !plan.holdsQueue) &&
    placeAt(servers.place[server]).ownLines !== 0 &&
    !plan.mergesLanes &&
    lines.count[servers.line[server]] > 0
  );
}

function linkIdle(server: i32, line: i32): void {
  const first = lines.idle[line];
  servers.nextIdle[server] = first;
  servers.previousIdle[server] = NONE;
  if (first !== NONE) servers.previousIdle[first] = server;
  lines.idle[line] = server;
}

export function unlinkIdle(server: i32): void {
  const before = servers.previousIdle[server];
  const after = servers.nextIdle[server];
  if (before === NONE) lines.idle[servers.line[server]] = after;
  else servers.nextIdle[before] = after;
  if (after !== NONE) servers.previousIdle[after] = before;
}
