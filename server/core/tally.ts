/**
 * Adds up all that is reported about one run. Everything is whole numbers, so that sums are exact and do not
 * depend on the order of adding.
 */
import { HOURS, NONE, UNRECORDED } from "./constants";
import { tallyClass } from "./cells";
import { Drivers } from "./drivers";
import {
  BEGAN_WITHOUT_WAITING,
  BLOCKED_ELSEWHERE,
  ENTERED_TWICE,
  LEFT_ELSEWHERE,
  TIME_BETWEEN_PLACES,
  WENT_FROM_INSIDE,
} from "./fault-codes";
import { fault } from "./faults";
import { Figures } from "./figures";
import { Ledger } from "./ledger";
import { Doubles, Ints } from "./memory";
import { PlaceLevels } from "./place-levels";
import { Rows } from "./rows";
import { Series } from "./series";
import { Span } from "./span";
import { StaffLevels } from "./staff-levels";
import { BLOCKED, DRIVES, IN_SERVICE, VehicleRecord, VehicleRecords, WAITS } from "./vehicle-records";

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
  vehicles: VehicleRecords;
  figures: Figures;
  ledger: Ledger;
  levels: PlaceLevels;
  staff: StaffLevels;
  span: Span;
  series: Series;
  /** Null where no rows are kept. */
  rows: Rows | null;
  /** By place and hour: vehicles that left it after service; by hour: vehicles that departed. */
  served: Doubles;
  departures: Doubles;
}

/** A run has one tally. */
const tally = changetype<Tally>(memory.data(offsetof<Tally>(), 8));

export function make(
  places: i32,
  primary: i32,
  rules: usize,
  drivers: Ints,
  vehicles: VehicleRecords,
  figures: Figures,
  ledger: Ledger,
  levels: PlaceLevels,
  staff: StaffLevels,
  span: Span,
  series: Series,
  served: Doubles,
  departures: Doubles,
  rows: Rows | null,
): usize {
  tally.nextWake = Infinity;
  tally.places = places;
  tally.primary = primary;
  tally.rules = rules;
  tally.drivers = drivers;
  tally.vehicles = vehicles;
  tally.figures = figures;
  tally.ledger = ledger;
  tally.levels = levels;
  tally.staff = staff;
  tally.span = span;
  tally.series = series;
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
  wake(time);
  const vehicle = tally.vehicles.admit(v, time);
  const group = tallyClass(flow, marks);
  const arrivalCell = group * HOURS + tally.span.hourOfDay;
  const isCounted = counted !== 0;
  vehicle.counted = isCounted;
  vehicle.arrivalCell = arrivalCell;
  vehicle.cell = arrivalCell;
  vehicle.row = NONE;
  if (isCounted) {
    tally.countedInside++;
    const rows = tally.rows;
    if (rows !== null) vehicle.row = rows.add(flow, cell, number, member, group);
  } else if (tally.span.endsOvertime(time)) {
    endSpan(time);
  }
  tally.arrived += 1;
  tally.ledger.of(isCounted, arrivalCell).arrived += 1;
  tally.levels.port.change(0, time, 1);
}

export function joined(time: f64, v: i32): void {
  wake(time);
  const vehicle = tally.vehicles.at(v);
  const cell = vehicle.cell;
  vehicle.joinedAt = time;
  vehicle.cell = cell - (cell % HOURS) + tally.span.hourOfDay;
  const place = vehicle.place;
  if (place === NONE || vehicle.does !== DRIVES) return;
  vehicle.freeTravel = vehicle.enteredAt + ruleOf(place).freeFlowMs - time;
}

export function entered(time: f64, v: i32, place: i32): void {
  wake(time);
  const vehicle = tally.vehicles.at(v);
  if (vehicle.place !== NONE) fault(ENTERED_TWICE, v, place, vehicle.place, 0);
  vehicle.place = place;
  vehicle.enteredAt = time;
  vehicle.since = time;
  vehicle.server = NONE;
  vehicle.blockedAt = NaN;
  vehicle.does = DRIVES;
  tally.levels.inside.change(place, time, 1);
  const drivers = tally.drivers[place];
  const freeFlowMs = ruleOf(place).freeFlowMs;
  if (drivers === 0 || freeFlowMs === 0) return startWaiting(vehicle, time, place);
  if (vehicle.joinedAt === vehicle.joinedAt) vehicle.freeTravel += freeFlowMs;
  const until = time + freeFlowMs;
  changetype<Drivers>(drivers).add(v, until);
  if (until < tally.nextWake) tally.nextWake = until;
}

export function began(time: f64, v: i32, place: i32, server: i32): void {
  wake(time);
  const vehicle = tally.vehicles.at(v);
  if (vehicle.does !== WAITS) fault(BEGAN_WITHOUT_WAITING, v, place, 0, 0);
  stopWaiting(vehicle, time, place);
  vehicle.does = IN_SERVICE;
  vehicle.since = time;
  vehicle.server = server;
  vehicle.blockedAt = NaN;
  tally.staff.began(time, server);
  if (place === tally.primary && !vehicle.reached) reachedBooth(vehicle, time, place);
  if (server !== NONE && vehicle.counted) tally.figures.called(place, vehicle.cell, time - vehicle.enteredAt);
}

export function held(time: f64, v: i32, place: i32, waiting: i32): void {
  const vehicle = tally.vehicles.at(v);
  // The word that a hold is over may follow the vehicle's leaving, which has ended it.
  if (vehicle.place !== place || vehicle.does !== IN_SERVICE) return;
  if (waiting === 0) return endHold(vehicle, time);
  vehicle.heldAt = time;
  tally.levels.stuck.change(place, time, 1);
}

export function blocked(time: f64, v: i32, place: i32): void {
  wake(time);
  const vehicle = tally.vehicles.at(v);
  if (vehicle.blockedAt !== vehicle.blockedAt) vehicle.blockedAt = time;
  if (vehicle.does !== IN_SERVICE) return;
  endService(vehicle, time);
  vehicle.does = BLOCKED;
  vehicle.since = time;
  tally.staff.block(time, vehicle.server);
  tally.levels.stuck.change(place, time, 1);
  if (vehicle.place !== place) fault(BLOCKED_ELSEWHERE, v, place, vehicle.place, 0);
}

export function left(time: f64, v: i32, place: i32, server: i32): void {
  wake(time);
  const vehicle = tally.vehicles.at(v);
  if (vehicle.place !== place) fault(LEFT_ELSEWHERE, v, place, vehicle.place, 0);
  const stay = time - vehicle.enteredAt;
  const did = vehicle.does;
  tally.levels.inside.change(place, time, -1);
  tally.ledger.spentIn(place, stay);
  if (did === WAITS) {
    stopWaiting(vehicle, time, place);
  } else if (did !== DRIVES) {
    if (did === IN_SERVICE) endService(vehicle, time);
    else tally.levels.stuck.change(place, time, -1);
    tally.staff.freed(time, server, did === BLOCKED);
    const bucket = tally.span.bucket;
    if (bucket !== UNRECORDED) tally.served[place * HOURS + bucket] += 1;
  }
  if (tally.drivers[place] !== 0) vehicle.moving += min(stay, ruleOf(place).freeFlowMs);
  if (vehicle.counted) {
    const blockedAt = vehicle.blockedAt;
    tally.figures.blocked.add(place, vehicle.cell, blockedAt === blockedAt ? time - blockedAt : 0, 1);
    const there = tally.vehicles.stay(v, place);
    there.ms += stay;
    there.visits += 1;
  }
  vehicle.place = NONE;
  vehicle.does = DRIVES;
}

export function departed(time: f64, v: i32): void {
  const vehicle = tally.vehicles.at(v);
  tally.series.departed(time);
  tally.departed += 1;
  const bucket = tally.span.bucket;
  if (bucket !== UNRECORDED) tally.departures[bucket] += 1;
  if (vehicle.counted) crossed(vehicle, time, v);
  tally.ledger.of(vehicle.counted, vehicle.arrivalCell).departed += 1;
  gone(vehicle, time, v);
}

export function turnedAway(time: f64, v: i32): void {
  const vehicle = tally.vehicles.at(v);
  tally.ledger.of(vehicle.counted, vehicle.arrivalCell).turnedAway += 1;
  lost(vehicle, time, v);
}

export function gaveUp(time: f64, v: i32): void {
  const vehicle = tally.vehicles.at(v);
  tally.ledger.of(vehicle.counted, vehicle.arrivalCell).gaveUp += 1;
  lost(vehicle, time, v);
}

export function manned(time: f64, post: i32, servers: i32): void {
  tally.staff.man(time, post, servers);
}

export function assigned(server: i32, post: i32): void {
  tally.staff.postOf[server] = post;
}

export function reviewing(time: f64, post: i32, analysts: i32): void {
  tally.staff.review(time, post, analysts);
}

export function onDuty(time: f64, pool: i32, officers: i32): void {
  tally.staff.onDuty.set(pool, time, officers);
}

export function hour(time: f64): void {
  // Who has driven long enough only now still drives just before the hour ends.
  wake(time - 1);
  tally.span.hour(time, tally.countedInside);
  turn(time, true);
}

/** Closes the books at the end of a run. Nothing may be observed after it. */
export function finish(now: f64): void {
  wake(now);
  endSpan(now);
  tally.ledger.close(now, tally.vehicles);
}

/** Vehicles whose free travel on a lane is over by now stand in the queue there since then. */
export function wake(now: f64): void {
  if (tally.nextWake <= now) wakeUntil(now);
}

// --- What these have in common. ----------------------------------------------------------------------------------

function ruleOf(place: i32): PlaceRule {
  return changetype<PlaceRule>(tally.rules + <usize>place * offsetof<PlaceRule>());
}

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
  const vehicle = tally.vehicles.at(v);
  if (
    vehicle.place === place &&
    vehicle.does === DRIVES &&
    vehicle.enteredAt + ruleOf(place).freeFlowMs === time
  )
    startWaiting(vehicle, time, place);
}

function startWaiting(vehicle: VehicleRecord, time: f64, place: i32): void {
  vehicle.does = WAITS;
  vehicle.since = time;
  changeWaiting(time, place, 1);
}

function stopWaiting(vehicle: VehicleRecord, time: f64, place: i32): void {
  tally.ledger.spentWaiting(place, time - vehicle.since);
  changeWaiting(time, place, -1);
}

function changeWaiting(time: f64, place: i32, by: f64): void {
  const levels = tally.levels;
  tally.series.queueUntil(time, levels.queue.at(0).level);
  levels.wait(time, place, by);
}

function endHold(vehicle: VehicleRecord, time: f64): void {
  const heldAt = vehicle.heldAt;
  if (heldAt !== heldAt) return;
  tally.levels.stuck.change(vehicle.place, time, -1);
  vehicle.moving -= time - heldAt;
  vehicle.heldAt = NaN;
}

function endService(vehicle: VehicleRecord, time: f64): void {
  endHold(vehicle, time);
  vehicle.moving += time - vehicle.since;
}

function reachedBooth(vehicle: VehicleRecord, time: f64, place: i32): void {
  const atBooth = time + ruleOf(place).moveUpMs;
  const wait = max<f64>(0, atBooth - vehicle.joinedAt - vehicle.freeTravel);
  vehicle.reached = true;
  tally.series.atBooth(atBooth, wait);
  tally.reached += 1;
  tally.waitMs += wait;
  if (!vehicle.counted) return;
  tally.figures.reachedBooth(vehicle.cell, wait, atBooth - vehicle.arrivedAt);
  const rows = tally.rows;
  if (rows !== null) rows.at(vehicle.row).wait = wait;
}

function crossed(vehicle: VehicleRecord, time: f64, v: i32): void {
  const crossing = time - vehicle.arrivedAt;
  const cell = vehicle.cell;
  let inPlaces: f64 = 0;
  for (let place = 0; place < tally.places; place++) {
    const stay = tally.vehicles.stay(v, place);
    const visits = stay.visits;
    if (visits === 0) continue;
    const ms = stay.ms;
    inPlaces += ms;
    tally.figures.dwell.add(place, cell, ms, visits);
    stay.visits = 0;
    stay.ms = 0;
  }
  if (inPlaces !== crossing) fault(TIME_BETWEEN_PLACES, v, crossing, inPlaces, 0);
  tally.figures.crossed(cell, crossing, crossing - vehicle.moving);
  const rows = tally.rows;
  if (rows !== null) rows.at(vehicle.row).crossing = crossing;
}

/** Goes without having crossed. */
function lost(vehicle: VehicleRecord, time: f64, v: i32): void {
  if (vehicle.counted) tally.vehicles.forgetStays(v);
  gone(vehicle, time, v);
}

function gone(vehicle: VehicleRecord, time: f64, v: i32): void {
  if (!vehicle.inPort || vehicle.place !== NONE) fault(WENT_FROM_INSIDE, v, time, vehicle.place, 0);
  vehicle.inPort = false;
  tally.ledger.spentInPort(time - vehicle.arrivedAt);
  tally.levels.port.change(0, time, -1);
  if (!vehicle.counted) return;
  tally.countedInside--;
  if (tally.countedInside === 0 && tally.span.endsOvertime(time)) endSpan(time);
}

function endSpan(time: f64): void {
  tally.span.close(time);
  turn(time, false);
}

function turn(time: f64, endsHour: bool): void {
  tally.levels.turn(time, tally.span.bucket, endsHour);
  tally.staff.turn(time, tally.span.bucket, endsHour);
}
