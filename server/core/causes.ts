/**
 * Why vehicles wait. Every five minutes of the run each place is looked at. The truck-time that was waited in it since
 * the last look, which is known exactly, is divided among the causes in proportion to the vehicles that waited there
 * for each of them at the last look; where nobody did, at this one. So the causes add up to the whole, and which is
 * which is known to a few minutes.
 *
 * A vehicle in a line waits for what its servers do; on a lane, or outside, for what the lines ahead that it could
 * enter wait for (A20).
 */
import {
  BLOCKED,
  BUSY,
  CAUSE_BLOCKED,
  CAUSE_CLOSED,
  CAUSE_OFFICERS,
  CAUSE_REVIEW,
  CAUSE_SCANNER,
  CAUSE_SET_UP,
  CAUSE_TRAPPED,
  CAUSES,
  FOR_FAST,
  FOR_GENERAL,
  HELD,
  IDLE,
  IS_DELAY,
  IS_LANES,
  IS_STATION,
  NONE,
  OPENING,
  OUTSIDE,
} from "./constants";
import { isPending } from "./event-list";
import { kindOf, lines } from "./lines";
import { Doubles, doubles, Ints, ints } from "./memory";
import { roomAt } from "./movement";
import { levels } from "./place-levels";
import { placeAt } from "./places";
import { columns, plan, port } from "./port";
import { servers } from "./servers";
import { vehicles } from "./vehicles";

@unmanaged
class Causes {
  /** By place: truck-ms waited up to the last look. */
  waited: Doubles;
  /** By place and cause: truck-ms in the recorded time, and vehicles that waited at the last look; by place: for which, as bits. */
  ms: Doubles;
  vehicles: Doubles;
  seen: Ints;
  /** Scratch: servers of a place by what who waits for them waits for. */
  servers: Ints;
}

const causes = changetype<Causes>(memory.data(offsetof<Causes>(), 8));

export function make(places: i32): Causes {
  causes.waited = doubles(places);
  causes.ms = doubles(places * CAUSES);
  causes.vehicles = doubles(places * CAUSES);
  causes.seen = ints(places);
  causes.servers = ints(places * CAUSES);
  return causes;
}

/** After all events of an instant; `isRecorded`: whether the time since the last look is to count. */
export function look(isRecorded: bool): void {
  for (let place = 0; place < plan.places; place++) {
    const waited = levels.waitedUntil(port.now, place);
    const since = waited - causes.waited[place];
    causes.waited[place] = waited;
    const counts = since > 0 && isRecorded;
    const before = causes.seen[place];
    if (before !== 0) {
      if (counts) divide(place, since);
      forget(place);
    }
    if (columns.inPlace[place] > 0) countWaiting(place);
    if (before !== 0 || !counts) continue;
    if (causes.seen[place] === 0) causes.ms[place * CAUSES + usualCause(place)] += since;
    else divide(place, since);
  }
}

/** What rounding leaves goes to the commonest cause. */
function divide(place: i32, ms: f64): void {
  const first = place * CAUSES;
  const seen = causes.seen[place];
  if (popcnt(seen) === 1) {
    causes.ms[first + ctz(seen)] += ms;
    return;
  }
  let all: f64 = 0;
  for (let at = first; at < first + CAUSES; at++) all += causes.vehicles[at];
  let commonest = first;
  let left = ms;
  for (let at = first; at < first + CAUSES; at++) {
    const part = Math.floor((ms * causes.vehicles[at]) / all);
    causes.ms[at] += part;
    left -= part;
    if (causes.vehicles[at] > causes.vehicles[commonest]) commonest = at;
  }
  causes.ms[commonest] += left;
}

/** Where nobody waits any more: what one would have waited for. */
function usualCause(place: i32): i32 {
  return placeAt(place).kind === IS_DELAY ? CAUSE_REVIEW : causeOf(place, FOR_GENERAL | FOR_FAST, NONE);
}

function forget(place: i32): void {
  for (let seen = causes.seen[place]; seen !== 0; seen &= seen - 1)
    causes.vehicles[place * CAUSES + ctz(seen)] = 0;
  causes.seen[place] = 0;
}

function add(place: i32, cause: i32, vehicles: f64): void {
  causes.vehicles[place * CAUSES + cause] += vehicles;
  causes.seen[place] |= 1 << cause;
}

function countWaiting(place: i32): void {
  const at = placeAt(place);
  for (let line = at.firstLine; line < at.firstLine + at.lineCount; line++) {
    const count = lines.count[line];
    if (count === 0) continue;
    if (at.kind === IS_STATION) add(place, causeOf(place, 0, line), count);
    else countOnLane(place, line);
  }
  for (let server = at.firstServer; server < at.firstServer + at.serverCount; server++) {
    const state = servers.state[server];
    if (state === BLOCKED || state === HELD) add(place, causeAt(place, server), 1);
  }
  if (at.kind === IS_DELAY) countStaying(place);
}

/** Whoever has a stay of its own there is not waiting. */
function countStaying(place: i32): void {
  for (let v = 0; v < vehicles.capacity; v++) {
    if (vehicles.place[v] !== place) continue;
    if (vehicles.blockedFor[v] !== NONE) add(place, CAUSE_BLOCKED, 1);
    else if (!isPending(plan.vehiclesSlot + v)) add(place, CAUSE_REVIEW, 1);
  }
}

/** Those who stand in a lane, or outside: the head cannot go on, and the others cannot pass it. */
function countOnLane(place: i32, line: i32): void {
  const head = lines.head[line];
  const target = vehicles.blockedFor[head];
  if (target === NONE) return;
  let ofGeneral = NONE;
  let ofFast = NONE;
  for (let v = head; v !== NONE; v = vehicles.next[v]) {
    if (place !== OUTSIDE && vehicles.readyMs[v] > port.now) return;
    if (kindOf(v) === FOR_FAST) {
      if (ofFast === NONE) ofFast = causeAhead(v, target);
      add(place, ofFast, 1);
    } else {
      if (ofGeneral === NONE) ofGeneral = causeAhead(v, target);
      add(place, ofGeneral, 1);
    }
  }
}

/** Why a vehicle cannot go on to a place: it could, but for those before it; or what that place waits for. */
function causeAhead(vehicle: i32, target: i32): i32 {
  if (roomAt(vehicle, target) !== NONE) return CAUSE_TRAPPED;
  const at = placeAt(target);
  const own = kindOf(vehicle);
  if (at.kind !== IS_LANES) return causeOf(target, own, NONE);
  for (let lane = at.firstLine; lane < at.firstLine + at.lineCount; lane++) {
    const head = lines.head[lane];
    const further = head === NONE ? NONE : vehicles.blockedFor[head];
    if ((lines.accepts[lane] & own) !== 0 && further > target) return causeAhead(vehicle, further);
  }
  return CAUSE_TRAPPED;
}

/** What most of the servers do: of one line, or of all lines that are for a class. */
function causeOf(place: i32, own: i32, line: i32): i32 {
  const at = placeAt(place);
  // A row of the place's own: what a server waits for is asked of places further on, which count theirs meanwhile.
  const row = place * CAUSES;
  const does = causes.servers;
  for (let cause = 0; cause < CAUSES; cause++) does[row + cause] = 0;
  for (let server = at.firstServer; server < at.firstServer + at.serverCount; server++) {
    const served = servers.line[server];
    if (line === NONE ? (lines.accepts[served] & own) === 0 : served !== line) continue;
    const cause = causeAt(place, server);
    if (cause !== NONE) does[row + cause]++;
  }
  let most = does[row + CAUSE_OFFICERS] >= does[row + CAUSE_SCANNER] ? CAUSE_OFFICERS : CAUSE_SCANNER;
  for (let cause = 0; cause < CAUSES; cause++) if (does[row + cause] > does[row + most]) most = cause;
  if (does[row + most] > 0) return most;
  return port.isOpen && columns.placeOpen[place] === 1 ? CAUSE_OFFICERS : CAUSE_CLOSED;
}

/** Who waits at a server waits for what it does; a line that has spilled back to it, for what that line waits for. */
function causeAt(place: i32, server: i32): i32 {
  const state = servers.state[server];
  if (state === BUSY || state === IDLE) return placeAt(place).isScanned ? CAUSE_SCANNER : CAUSE_OFFICERS;
  if (state === HELD) return CAUSE_REVIEW;
  if (state === OPENING) return CAUSE_SET_UP;
  if (state !== BLOCKED) return NONE;
  const vehicle = servers.vehicle[server];
  const target = vehicles.blockedFor[vehicle];
  return placeAt(place).upstream && target > place ? causeAhead(vehicle, target) : CAUSE_BLOCKED;
}
