/**
 * Listens to one run and adds up all that is reported about it. Everything is whole numbers in typed
 * arrays, so that sums are exact and do not depend on the order of adding.
 *
 * The laws of every run are proved at its end (`finish`): a violation is our mistake and throws.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import type { PortObserver, Wait } from "../port/observer.ts";
import { NONE } from "../port/plan.ts";
import type { PortPlan } from "../port/plan.ts";
import type { PortState } from "../port/state.ts";
import type { Vehicles } from "../port/vehicles.ts";
import { Causes } from "./causes.ts";
import { Drivers } from "./drivers.ts";
import { cellOf, HOURS, tallyClass } from "./groups.ts";
import { gridlockOf } from "./gridlock.ts";
import type { Gridlock } from "./gridlock.ts";
import { Ledger } from "./ledger.ts";
import { UNRECORDED } from "./levels.ts";
import { PlaceLevels } from "./place-levels.ts";
import { RowTable } from "./rows.ts";
import type { VehicleRows } from "./rows.ts";
import { Series } from "./series.ts";
import { Span } from "./span.ts";
import { StaffLevels } from "./staff-levels.ts";
import { BLOCKED, DRIVES, IN_SERVICE, VehicleColumns, WAITS } from "./vehicle-columns.ts";
import { VehicleFigures } from "./vehicle-figures.ts";

export type TallyOptions = {
  /** Keeps a row for each counted vehicle; long runs that are not compared need none. */
  readonly rows?: boolean;
};

export class Tally implements PortObserver, Carried {
  readonly plan: PortPlan;
  readonly figures: VehicleFigures;
  readonly ledger: Ledger;
  readonly places: PlaceLevels;
  readonly staff: StaffLevels;
  readonly span: Span;
  readonly series: Series;
  readonly causes: Causes;
  /** By place and hour: vehicles that left it after service; by hour: vehicles that departed. */
  readonly served: Float64Array;
  readonly departures = new Float64Array(HOURS);
  /** The first gridlock, which stays to the end of the run. */
  gridlock: Gridlock | null = null;
  /** Of all vehicles so far, counted or not: what live figures take differences of. */
  readonly running = { arrived: 0, departed: 0, reached: 0, waitMs: 0 };

  readonly #of: VehicleColumns;
  readonly #drivers: readonly (Drivers | null)[];
  readonly #rows: RowTable | null;
  #vehicles: Vehicles | null = null;
  #nextWake = Infinity;
  #countedInside = 0;

  constructor(plan: PortPlan, options: TallyOptions = {}) {
    const places = plan.places.length;
    this.plan = plan;
    this.figures = new VehicleFigures(places);
    this.ledger = new Ledger(plan);
    this.places = new PlaceLevels(plan);
    this.staff = new StaffLevels(plan);
    this.span = new Span(plan);
    this.series = new Series(plan);
    this.causes = new Causes(plan, this.places);
    this.served = new Float64Array(places * HOURS);
    this.#of = new VehicleColumns(places);
    this.#drivers = plan.places.map((place) => (place.kind === "lanes" ? new Drivers() : null));
    this.#rows = options.rows === true ? new RowTable() : null;
  }

  started(plan: PortPlan, vehicles: Vehicles): void {
    if (plan !== this.plan) throw new Error(`a tally of ${this.plan.name} listens to a run of ${plan.name}`);
    this.#vehicles = vehicles;
  }

  /** With all that it has tallied; who is inside by the ids of the run it listens to. */
  carry(carrier: Carrier): void {
    const { figures, ledger, places, staff, span, series, causes } = this;
    for (const table of [figures, ledger, places, staff, span, series, causes, this.#of])
      table.carry(carrier);
    for (const drivers of this.#drivers) drivers?.carry(carrier);
    this.#rows?.carry(carrier);
    carrier.fixed(this.served);
    carrier.fixed(this.departures);
    this.gridlock = carrier.plain(this.gridlock);
    this.running.arrived = carrier.number(this.running.arrived);
    this.running.departed = carrier.number(this.running.departed);
    this.running.reached = carrier.number(this.running.reached);
    this.running.waitMs = carrier.number(this.running.waitMs);
    this.#nextWake = carrier.number(this.#nextWake);
    this.#countedInside = carrier.number(this.#countedInside);
  }

  arrived(time: number, v: number): void {
    this.#wake(time);
    const vehicles = this.#vehicles;
    if (vehicles === null) throw new Error(`vehicle ${v} arrived before the run started`);
    const of = this.#of;
    of.admit(v, time);
    const tally = tallyClass(vehicles.flow[v], vehicles.marks[v]);
    const counted = vehicles.counted[v];
    const cell = cellOf(tally, this.span.hourOfDay);
    of.counted[v] = counted;
    of.arrivalCell[v] = cell;
    of.cell[v] = cell;
    of.row[v] = NONE;
    if (counted === 0) {
      if (this.span.endsOvertime(time)) this.#endSpan(time);
    } else {
      this.#countedInside++;
      if (this.#rows !== null) {
        of.row[v] = this.#rows.add(
          vehicles.flow[v],
          vehicles.cell[v],
          vehicles.number[v],
          vehicles.member[v],
          tally,
        );
      }
    }
    this.running.arrived++;
    this.ledger.arrived(counted, cell);
    this.places.port.change(0, time, 1);
  }

  joined(time: number, v: number): void {
    this.#wake(time);
    const of = this.#of;
    of.joinedAt[v] = time;
    of.cell[v] = of.cell[v] - (of.cell[v] % HOURS) + this.span.hourOfDay;
    const place = of.place[v];
    if (place === NONE || of.does[v] !== DRIVES) return;
    of.freeTravel[v] = of.enteredAt[v] + this.plan.places[place].freeFlowMs - time;
  }

  entered(time: number, v: number, place: number): void {
    this.#wake(time);
    const of = this.#of;
    if (of.place[v] !== NONE)
      throw new Error(`vehicle ${v} entered place ${place} while in place ${of.place[v]}`);
    of.place[v] = place;
    of.enteredAt[v] = time;
    of.since[v] = time;
    of.server[v] = NONE;
    of.blockedAt[v] = Number.NaN;
    of.does[v] = DRIVES;
    this.places.inside.change(place, time, 1);
    const drivers = this.#drivers[place];
    const { freeFlowMs } = this.plan.places[place];
    if (drivers === null || freeFlowMs === 0) return this.#startWaiting(time, v, place);
    if (!Number.isNaN(of.joinedAt[v])) of.freeTravel[v] += freeFlowMs;
    drivers.add(v, time + freeFlowMs);
    if (time + freeFlowMs < this.#nextWake) this.#nextWake = time + freeFlowMs;
  }

  began(time: number, v: number, place: number, server: number): void {
    this.#wake(time);
    const of = this.#of;
    if (of.does[v] !== WAITS)
      throw new Error(`vehicle ${v} began service at place ${place} without waiting there`);
    this.#stopWaiting(time, v, place);
    of.does[v] = IN_SERVICE;
    of.since[v] = time;
    of.server[v] = server;
    of.blockedAt[v] = Number.NaN;
    this.staff.began(time, server);
    if (place === this.plan.primary && of.reached[v] === 0) this.#reachedBooth(time, v, place);
    if (server !== NONE && of.counted[v] === 1) {
      this.figures.called(place, of.cell[v], time - of.enteredAt[v]);
    }
  }

  held(time: number, v: number, place: number, waiting: boolean): void {
    const of = this.#of;
    // The word that a hold is over may follow the vehicle's leaving, which has ended it.
    if (of.place[v] !== place || of.does[v] !== IN_SERVICE) return;
    if (!waiting) return this.#endHold(time, v);
    of.heldAt[v] = time;
    this.places.stuck.change(place, time, 1);
  }

  blocked(time: number, v: number, place: number): void {
    this.#wake(time);
    const of = this.#of;
    if (Number.isNaN(of.blockedAt[v])) of.blockedAt[v] = time;
    if (of.does[v] !== IN_SERVICE) return;
    this.#endService(time, v);
    of.does[v] = BLOCKED;
    of.since[v] = time;
    this.staff.blocked(time, of.server[v]);
    this.places.stuck.change(place, time, 1);
    if (of.place[v] !== place)
      throw new Error(`vehicle ${v} blocked at place ${place} while in place ${of.place[v]}`);
  }

  left(time: number, v: number, place: number, server: number): void {
    this.#wake(time);
    const of = this.#of;
    if (of.place[v] !== place)
      throw new Error(`vehicle ${v} left place ${place} while in place ${of.place[v]}`);
    const stay = time - of.enteredAt[v];
    this.places.inside.change(place, time, -1);
    this.ledger.spentIn(place, stay);
    const did = of.does[v];
    if (did === WAITS) this.#stopWaiting(time, v, place);
    else if (did === IN_SERVICE) this.#endService(time, v);
    if (did === IN_SERVICE || did === BLOCKED) {
      this.staff.freed(time, server, did === BLOCKED);
      if (did === BLOCKED) this.places.stuck.change(place, time, -1);
      if (this.span.bucket !== UNRECORDED) this.served[place * HOURS + this.span.bucket]++;
    }
    if (this.#drivers[place] !== null) of.moving[v] += Math.min(stay, this.plan.places[place].freeFlowMs);
    if (of.counted[v] === 1) {
      const blockedFor = Number.isNaN(of.blockedAt[v]) ? 0 : time - of.blockedAt[v];
      this.figures.wasBlocked(place, of.cell[v], blockedFor);
      const at = v * this.plan.places.length + place;
      of.dwell[at] += stay;
      of.visits[at]++;
    }
    of.place[v] = NONE;
    of.does[v] = DRIVES;
  }

  departed(time: number, v: number): void {
    const of = this.#of;
    this.series.departed(time);
    this.running.departed++;
    if (this.span.bucket !== UNRECORDED) this.departures[this.span.bucket]++;
    if (of.counted[v] === 1) this.#crossed(time, v);
    this.ledger.departed(of.counted[v], of.arrivalCell[v]);
    this.#gone(time, v);
  }

  turnedAway(time: number, v: number): void {
    this.ledger.turnedAway(this.#of.counted[v], this.#of.arrivalCell[v]);
    this.#gone(time, v);
  }

  gaveUp(time: number, v: number): void {
    this.ledger.gaveUp(this.#of.counted[v], this.#of.arrivalCell[v]);
    this.#gone(time, v);
  }

  manned(time: number, post: number, servers: number): void {
    this.staff.manned(time, post, servers);
  }

  assigned(_time: number, server: number, post: number): void {
    this.staff.assigned(server, post);
  }

  reviewing(time: number, post: number, analysts: number): void {
    this.staff.reviewing(time, post, analysts);
  }

  onDuty(time: number, pool: number, officers: number): void {
    this.staff.onDuty(time, pool, officers);
  }

  gridlocked(time: number, _places: readonly number[], waits: readonly Wait[]): void {
    this.gridlock ??= gridlockOf(this.plan, time, waits);
  }

  hour(time: number): void {
    // Who has driven long enough only now still drives just before the hour ends.
    this.#wake(time - 1);
    this.span.hour(time, this.#countedInside);
    this.#turn(time, true);
  }

  /** At every `LOOK_EVERY_MS` of the run, after all events of the instant: why those who wait do so. */
  look(state: Readonly<PortState>): void {
    this.#wake(state.now);
    this.causes.look(state, this.span.bucket !== UNRECORDED);
  }

  /** Closes the books at the end of a run, and proves the laws. Nothing may be observed after it. */
  finish(now: number): void {
    this.#wake(now);
    this.span.close(now);
    this.#turn(now, false);
    this.ledger.prove(now, this.#of, this.places);
  }

  rows(): VehicleRows {
    if (this.#rows === null) throw new Error(`the tally of ${this.plan.name} keeps no rows`);
    return this.#rows.rows();
  }

  #endSpan(time: number): void {
    this.span.close(time);
    this.#turn(time, false);
  }

  #turn(time: number, endsHour: boolean): void {
    this.places.turn(time, this.span.bucket, endsHour);
    this.staff.turn(time, this.span.bucket, endsHour);
  }

  /** Vehicles whose free travel on a lane is over by now stand in the queue there since then. */
  #wake(now: number): void {
    while (this.#nextWake <= now) {
      const time = this.#nextWake;
      this.#nextWake = Infinity;
      for (let place = 0; place < this.#drivers.length; place++) {
        const drivers = this.#drivers[place];
        if (drivers === null) continue;
        while (drivers.next === time) this.#arriveAtQueue(time, drivers.take(), place);
        if (drivers.next < this.#nextWake) this.#nextWake = drivers.next;
      }
    }
  }

  #arriveAtQueue(time: number, v: number, place: number): void {
    const of = this.#of;
    const free = this.plan.places[place].freeFlowMs;
    if (of.place[v] === place && of.does[v] === DRIVES && of.enteredAt[v] + free === time) {
      this.#startWaiting(time, v, place);
    }
  }

  #startWaiting(time: number, v: number, place: number): void {
    this.#of.does[v] = WAITS;
    this.#of.since[v] = time;
    this.series.queueUntil(time, this.places.queueNow);
    this.places.wait(time, place, 1);
  }

  #stopWaiting(time: number, v: number, place: number): void {
    this.ledger.spentWaiting(place, time - this.#of.since[v]);
    this.series.queueUntil(time, this.places.queueNow);
    this.places.wait(time, place, -1);
  }

  #endHold(time: number, v: number): void {
    const of = this.#of;
    if (Number.isNaN(of.heldAt[v])) return;
    this.places.stuck.change(of.place[v], time, -1);
    of.moving[v] -= time - of.heldAt[v];
    of.heldAt[v] = Number.NaN;
  }

  #endService(time: number, v: number): void {
    this.#endHold(time, v);
    this.#of.moving[v] += time - this.#of.since[v];
  }

  #reachedBooth(time: number, v: number, place: number): void {
    const of = this.#of;
    const atBooth = time + this.plan.places[place].moveUpMs;
    const wait = Math.max(0, atBooth - of.joinedAt[v] - of.freeTravel[v]);
    of.reached[v] = 1;
    this.series.atBooth(atBooth, wait);
    this.running.reached++;
    this.running.waitMs += wait;
    if (of.counted[v] === 0) return;
    this.figures.reachedBooth(of.cell[v], wait, atBooth - of.arrivedAt[v]);
    if (of.row[v] !== NONE) this.#rows?.waited(of.row[v], wait);
  }

  #crossed(time: number, v: number): void {
    const of = this.#of;
    const places = this.plan.places.length;
    const crossing = time - of.arrivedAt[v];
    let inPlaces = 0;
    for (let place = 0; place < places; place++) {
      const at = v * places + place;
      if (of.visits[at] === 0) continue;
      inPlaces += of.dwell[at];
      this.figures.dwelt(place, of.cell[v], of.dwell[at], of.visits[at]);
    }
    if (inPlaces !== crossing) {
      throw new Error(`vehicle ${v} was ${crossing} ms in the port but ${inPlaces} ms in its places`);
    }
    this.figures.crossed(of.cell[v], crossing, crossing - of.moving[v]);
    if (of.row[v] !== NONE) this.#rows?.crossed(of.row[v], crossing);
  }

  #gone(time: number, v: number): void {
    const of = this.#of;
    if (of.inPort[v] === 0 || of.place[v] !== NONE)
      throw new Error(`vehicle ${v} went away at ${time} ms, but it is in place ${of.place[v]}`);
    of.inPort[v] = 0;
    if (of.counted[v] === 1) of.forgetStays(v);
    this.ledger.spentInPort(time - of.arrivedAt[v]);
    this.places.port.change(0, time, -1);
    if (of.counted[v] === 1 && --this.#countedInside === 0 && this.span.endsOvertime(time))
      this.#endSpan(time);
  }
}
