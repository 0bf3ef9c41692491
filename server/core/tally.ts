/**
 * Adds up all that is reported about one run. Everything is whole numbers, so that sums are exact and do not
 * depend on the order of adding.
 */
import { tallyClass } from "./cells";
import { HOURS, NONE, UNRECORDED } from "./constants";
import { Drivers } from "./drivers";
import {
  BEGAN_WITHOUT_WAITING,
  BLOCKED_ELSEWHERE,
  ENTERED_TWICE,
  LEFT_ELSEWHERE,
  TIME_BETWEEN_PLACES,
  WENT_FROM_INSIDE,
} from "./fault-codes";
import { Fault } from "./faults";
import { figures } from "./figures";
import { ledger } from "./ledger";
import { Doubles, Ints } from "./memory";
import { levels } from "./place-levels";
import { Rows } from "./rows";
import { series } from "./series";
import { span } from "./span";
import { staff } from "./staff-levels";
import { BLOCKED, DRIVES, IN_SERVICE, VehicleRecord, vehicles, WAITS } from "./vehicle-records";

/** What the plan says of a place. */
@unmanaged
class PlaceRule {
  freeFlowMs: f64;
  moveUpMs: f64;
}

@unmanaged
class Tally {
  /** Of all vehicles so far, counted or not. */
  arrived: f64;
  departed: f64;
  reached: f64;
  waitMs: f64;

  /** When the first of those who drive is through. */
  nextWake: f64;
  countedInside: i32;
  places: i32;
  primary: i32;
  /** By place. */
  rules: usize;
  /** By place: the address of its drivers, or 0 where nobody drives. */
  drivers: Ints;
  /** Null where no rows are kept. */
  rows: Rows | null;
  /** By place and hour: vehicles that left it after service; by hour: vehicles that departed. */
  served: Doubles;
  departures: Doubles;

  @inline
  ruleOf(place: i32): PlaceRule {
    return changetype<PlaceRule>(this.rules + <usize>place * offsetof<PlaceRule>());
  }

  /** Vehicles whose free travel on a lane is over by now stand in the queue there since then. */
  @inline
  wake(now: f64): void {
    if (this.nextWake <= now) wakeUntil(now);
  }

  @inline
  startWaiting(vehicle: VehicleRecord, time: f64, place: i32): void {
    vehicle.does = WAITS;
    vehicle.since = time;
    series.queueUntil(time, levels.queue.at(0).level);
    levels.wait(time, place, 1);
  }

  @inline
  stopWaiting(vehicle: VehicleRecord, time: f64, place: i32): void {
    ledger.spentWaiting(place, time - vehicle.since);
    series.queueUntil(time, levels.queue.at(0).level);
    levels.wait(time, place, -1);
  }

  @inline
  endService(vehicle: VehicleRecord, time: f64): void {
    const heldAt = vehicle.heldAt;
    if (heldAt === heldAt) endHold(vehicle, time);
    vehicle.moving += time - vehicle.since;
  }

  @inline
  crossed(vehicle: VehicleRecord, time: f64, v: i32): void {
    const crossing = time - vehicle.arrivedAt;
    const cell = vehicle.cell;
    let inPlaces: f64 = 0;
    for (let place = 0; place < this.places; place++) {
      const stay = vehicles.stay(v, place);
      const visits = stay.visits;
      if (visits === 0) continue;
      const ms = stay.ms;
      inPlaces += ms;
      figures.dwell.add(place, cell, ms, visits);
      stay.visits = 0;
      stay.ms = 0;
    }
    if (inPlaces !== crossing) Fault.tell(TIME_BETWEEN_PLACES, v, crossing, inPlaces, 0);
    figures.crossed(cell, crossing, crossing - vehicle.moving);
    const rows = this.rows;
    if (rows !== null) rows.at(vehicle.row).crossing = crossing;
  }

  @inline
  gone(vehicle: VehicleRecord, time: f64, v: i32): void {
    if (!vehicle.inPort || vehicle.place !== NONE) Fault.tell(WENT_FROM_INSIDE, v, time, vehicle.place, 0);
    vehicle.inPort = false;
    ledger.spentInPort(time - vehicle.arrivedAt);
    levels.port.change(0, time, -1);
    if (!vehicle.counted) return;
    const inside = this.countedInside - 1;
    this.countedInside = inside;
    if (inside === 0 && span.endsOvertime(time)) endSpan(time);
  }
}

/** That of the run. Its address is that of the numbers of all vehicles. */
const tally = changetype<Tally>(memory.data(offsetof<Tally>(), 8));

export function make(
  places: i32,
  primary: i32,
  rules: usize,
  drivers: Ints,
  served: Doubles,
  departures: Doubles,
  rows: Rows | null,
): usize {
  tally.nextWake = Infinity;
  tally.places = places;
  tally.primary = primary;
  tally.rules = rules;
  tally.drivers = drivers;
  tally.served = served;
  tally.departures = departures;
  tally.rows = rows;
  return changetype<usize>(tally);
}

// --- What the port reports; see server/port/observer.ts. ---------------------------------------------------------

export function arrived(
  time: f64,
  v: i32,
  flow: i32,
  marks: i32,
  counted: i32,
  cell: i32,
  number: i32,
  member: i32,
): void {
  tally.wake(time);
  const vehicle = vehicles.admit(v, time);
  const group = tallyClass(flow, marks);
  const arrivalCell = group * HOURS + span.hourOfDay;
  const isCounted = counted !== 0;
  vehicle.counted = isCounted;
  vehicle.arrivalCell = arrivalCell;
  vehicle.cell = arrivalCell;
  vehicle.row = NONE;
  if (isCounted) {
    tally.countedInside++;
    const rows = tally.rows;
    if (rows !== null) vehicle.row = rows.add(flow, cell, number, member, group);
  } else if (span.endsOvertime(time)) {
    endSpan(time);
  }
  tally.arrived += 1;
  ledger.of(isCounted, arrivalCell).arrived += 1;
  levels.port.change(0, time, 1);
}

export function joined(time: f64, v: i32): void {
  tally.wake(time);
  const vehicle = vehicles.at(v);
  const cell = vehicle.cell;
  vehicle.joinedAt = time;
  vehicle.cell = cell - (cell % HOURS) + span.hourOfDay;
  const place = vehicle.place;
  if (place === NONE || vehicle.does !== DRIVES) return;
  vehicle.freeTravel = vehicle.enteredAt + tally.ruleOf(place).freeFlowMs - time;
}

export function entered(time: f64, v: i32, place: i32): void {
  tally.wake(time);
  const vehicle = vehicles.at(v);
  if (vehicle.place !== NONE) Fault.tell(ENTERED_TWICE, v, place, vehicle.place, 0);
  vehicle.place = place;
  vehicle.enteredAt = time;
  vehicle.server = NONE;
  vehicle.blockedAt = NaN;
  levels.inside.change(place, time, 1);
  const drivers = tally.drivers[place];
  const freeFlowMs = tally.ruleOf(place).freeFlowMs;
  if (drivers === 0 || freeFlowMs === 0) return tally.startWaiting(vehicle, time, place);
  vehicle.does = DRIVES;
  vehicle.since = time;
  const joinedAt = vehicle.joinedAt;
  if (joinedAt === joinedAt) vehicle.freeTravel += freeFlowMs;
  const until = time + freeFlowMs;
  changetype<Drivers>(drivers).add(v, until);
  if (until < tally.nextWake) tally.nextWake = until;
}

export function began(time: f64, v: i32, place: i32, server: i32): void {
  tally.wake(time);
  const vehicle = vehicles.at(v);
  if (vehicle.does !== WAITS) Fault.tell(BEGAN_WITHOUT_WAITING, v, place, 0, 0);
  tally.stopWaiting(vehicle, time, place);
  vehicle.does = IN_SERVICE;
  vehicle.since = time;
  vehicle.server = server;
  vehicle.blockedAt = NaN;
  staff.began(time, server);
  if (place === tally.primary && !vehicle.reached) reachedBooth(vehicle, time, place);
  if (server !== NONE && vehicle.counted) figures.called(place, vehicle.cell, time - vehicle.enteredAt);
}

export function held(time: f64, v: i32, place: i32, waiting: i32): void {
  const vehicle = vehicles.at(v);
  // The word that a hold is over may follow the vehicle's leaving, which has ended it.
  if (vehicle.place !== place || vehicle.does !== IN_SERVICE) return;
  if (waiting !== 0) {
    vehicle.heldAt = time;
    levels.stuck.change(place, time, 1);
  } else if (vehicle.heldAt === vehicle.heldAt) {
    endHold(vehicle, time);
  }
}

export function blocked(time: f64, v: i32, place: i32): void {
  tally.wake(time);
  const vehicle = vehicles.at(v);
  if (vehicle.blockedAt !== vehicle.blockedAt) vehicle.blockedAt = time;
  if (vehicle.does !== IN_SERVICE) return;
  tally.endService(vehicle, time);
  vehicle.does = BLOCKED;
  vehicle.since = time;
  staff.block(time, vehicle.server);
  levels.stuck.change(place, time, 1);
  if (vehicle.place !== place) Fault.tell(BLOCKED_ELSEWHERE, v, place, vehicle.place, 0);
}

export function left(time: f64, v: i32, place: i32, server: i32): void {
  tally.wake(time);
  const vehicle = vehicles.at(v);
  if (vehicle.place !== place) Fault.tell(LEFT_ELSEWHERE, v, place, vehicle.place, 0);
  const stay = time - vehicle.enteredAt;
  const did = vehicle.does;
  levels.inside.change(place, time, -1);
  ledger.spentIn(place, stay);
  if (did === WAITS) {
    tally.stopWaiting(vehicle, time, place);
  } else if (did !== DRIVES) {
    if (did === IN_SERVICE) tally.endService(vehicle, time);
    else levels.stuck.change(place, time, -1);
    staff.freed(time, server, did === BLOCKED);
    const bucket = span.bucket;
    if (bucket !== UNRECORDED) tally.served[place * HOURS + bucket] += 1;
  }
  vehicle.place = NONE;
  vehicle.does = DRIVES;
  if (tally.drivers[place] !== 0) vehicle.moving += min(stay, tally.ruleOf(place).freeFlowMs);
  if (!vehicle.counted) return;
  const blockedAt = vehicle.blockedAt;
  figures.blocked.add(place, vehicle.cell, blockedAt === blockedAt ? time - blockedAt : 0, 1);
  const there = vehicles.stay(v, place);
  there.ms += stay;
  there.visits += 1;
}

export function departed(time: f64, v: i32): void {
  const vehicle = vehicles.at(v);
  series.departed(time);
  tally.departed += 1;
  const bucket = span.bucket;
  if (bucket !== UNRECORDED) tally.departures[bucket] += 1;
  const isCounted = vehicle.counted;
  if (isCounted) tally.crossed(vehicle, time, v);
  ledger.of(isCounted, vehicle.arrivalCell).departed += 1;
  tally.gone(vehicle, time, v);
}

export function turnedAway(time: f64, v: i32): void {
  const vehicle = vehicles.at(v);
  ledger.of(vehicle.counted, vehicle.arrivalCell).turnedAway += 1;
  lost(vehicle, time, v);
}

export function gaveUp(time: f64, v: i32): void {
  const vehicle = vehicles.at(v);
  ledger.of(vehicle.counted, vehicle.arrivalCell).gaveUp += 1;
  lost(vehicle, time, v);
}

export function manned(time: f64, post: i32, servers: i32): void {
  staff.man(time, post, servers);
}

export function assigned(server: i32, post: i32): void {
  staff.postOf[server] = post;
}

export function reviewing(time: f64, post: i32, analysts: i32): void {
  staff.review(time, post, analysts);
}

export function onDuty(time: f64, pool: i32, officers: i32): void {
  staff.onDuty.set(pool, time, officers);
}

export function hour(time: f64): void {
  // Who has driven long enough only now still drives just before the hour ends.
  tally.wake(time - 1);
  span.hour(time, tally.countedInside);
  turn(time, true);
}

/** Closes the books at the end of a run. Nothing may be observed after it. */
export function finish(now: f64): void {
  tally.wake(now);
  endSpan(now);
  ledger.close(now);
}

export function wake(now: f64): void {
  tally.wake(now);
}

// --- What is seldom done. ----------------------------------------------------------------------------------------

function wakeUntil(now: f64): void {
  while (tally.nextWake <= now) {
    const time = tally.nextWake;
    let next: f64 = Infinity;
    for (let place = 0; place < tally.places; place++) {
      const at = tally.drivers[place];
      if (at === 0) continue;
      const drivers = changetype<Drivers>(at);
      while (drivers.next === time) arriveAtQueue(time, drivers.take(), place);
      next = min(next, drivers.next);
    }
    tally.nextWake = next;
  }
}

function arriveAtQueue(time: f64, v: i32, place: i32): void {
  const vehicle = vehicles.at(v);
  const until = vehicle.enteredAt + tally.ruleOf(place).freeFlowMs;
  if (vehicle.place === place && vehicle.does === DRIVES && until === time)
    tally.startWaiting(vehicle, time, place);
}

function endHold(vehicle: VehicleRecord, time: f64): void {
  levels.stuck.change(vehicle.place, time, -1);
  vehicle.moving -= time - vehicle.heldAt;
  vehicle.heldAt = NaN;
}

function reachedBooth(vehicle: VehicleRecord, time: f64, place: i32): void {
  const atBooth = time + tally.ruleOf(place).moveUpMs;
  const wait = max<f64>(0, atBooth - vehicle.joinedAt - vehicle.freeTravel);
  vehicle.reached = true;
  series.atBooth(atBooth, wait);
  tally.reached += 1;
  tally.waitMs += wait;
  if (!vehicle.counted) return;
  figures.reachedBooth(vehicle.cell, wait, atBooth - vehicle.arrivedAt);
  const rows = tally.rows;
  if (rows !== null) rows.at(vehicle.row).wait = wait;
}

/** Goes without having crossed. */
function lost(vehicle: VehicleRecord, time: f64, v: i32): void {
  if (vehicle.counted) vehicles.forgetStays(v);
  tally.gone(vehicle, time, v);
}

function endSpan(time: f64): void {
  span.close(time);
  turn(time, false);
}

function turn(time: f64, endsHour: bool): void {
  levels.turn(time, span.bucket, endsHour);
  staff.turn(time, span.bucket, endsHour);
}
