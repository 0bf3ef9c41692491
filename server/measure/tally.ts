/**
 * Listens to one run and adds up all that is reported about it, in the compiled core (server/core/tally.ts). This is
 * where it is made from the plan, and read.
 *
 * The laws of every run are proved at its end (`finish`): a violation is our mistake and throws.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { Core } from "../engine/core.ts";
import type { Fault } from "../engine/core.ts";
import * as CODE from "../core/fault-codes.ts";
import type { PortObserver, Wait } from "../port/observer.ts";
import type { PortPlan } from "../port/plan.ts";
import type { Vehicles } from "../port/vehicles.ts";
import { Causes } from "./causes.ts";
import { HOURS } from "./groups.ts";
import { gridlockOf } from "./gridlock.ts";
import type { Gridlock } from "./gridlock.ts";
import { Ledger } from "./ledger.ts";
import { levelFaults } from "./levels.ts";
import { PlaceLevels } from "./place-levels.ts";
import type { RunningTotals } from "./recent.ts";
import { RowTable } from "./rows.ts";
import type { VehicleRows } from "./rows.ts";
import { Series } from "./series.ts";
import { Span } from "./span.ts";
import { StaffLevels } from "./staff-levels.ts";
import { VehicleFigures } from "./vehicle-figures.ts";

export type TallyOptions = {
  /** Keeps a row for each counted vehicle; long runs that are not compared need none. */
  readonly rows?: boolean;
  /** The core of the run that it listens to; its own where there is none. */
  readonly core?: Core;
};

export class Tally implements PortObserver, Carried {
  readonly plan: PortPlan;
  readonly core: Core;
  readonly listens = false;
  readonly figures: VehicleFigures;
  readonly ledger: Ledger;
  readonly places: PlaceLevels;
  readonly staff: StaffLevels;
  readonly span: Span;
  readonly series: Series;
  readonly causes: Causes;
  /** By place and hour: vehicles that left it after service; by hour: vehicles that departed. */
  readonly served: Float64Array;
  readonly departures: Float64Array;
  /** The first gridlock, which stays to the end of the run. */
  gridlock: Gridlock | null = null;

  readonly #exports: Core["exports"];
  readonly #rows: RowTable | null;
  readonly #running: Float64Array;
  #vehicles: Vehicles | null = null;
  /** Whether the run that it listens to takes place in its core, and carries it. */
  #isInRun = false;

  constructor(plan: PortPlan, { core = new Core(), rows = false }: TallyOptions = {}) {
    this.plan = plan;
    this.core = core;
    this.#exports = core.exports;
    this.figures = new VehicleFigures(core, plan.places.length);
    this.ledger = new Ledger(core, plan);
    this.places = new PlaceLevels(core, plan);
    this.staff = new StaffLevels(core, plan);
    this.span = new Span(core, plan);
    this.series = new Series(core, plan);
    this.causes = new Causes(core, plan.places.length);
    this.#rows = rows ? new RowTable(core) : null;
    const served = core.doublesOf(new Float64Array(plan.places.length * HOURS));
    const departures = core.doublesOf(new Float64Array(HOURS));
    this.served = core.doubles(served, plan.places.length * HOURS);
    this.departures = core.doubles(departures, HOURS);
    this.#running = core.doubles(this.#make(served, departures), 4);
    core.explain(this.#faults());
  }

  /** Of all vehicles so far, counted or not: what live figures take differences of. */
  get running(): RunningTotals {
    const [arrived, departed, reached, waitMs] = this.#running;
    return { arrived, departed, reached, waitMs };
  }

  started(plan: PortPlan, vehicles: Vehicles, core: Core): void {
    if (plan !== this.plan) throw new Error(`a tally of ${this.plan.name} listens to a run of ${plan.name}`);
    this.#vehicles = vehicles;
    this.#isInRun = core === this.core;
  }

  /** With all that it has tallied; who is inside by the ids of the run it listens to. */
  carry(carrier: Carrier): void {
    if (!this.#isInRun) this.core.carry(carrier);
    this.gridlock = carrier.plain(this.gridlock);
  }

  arrived(time: number, v: number): void {
    const vehicles = this.#vehicles;
    if (vehicles === null) throw new Error(`vehicle ${v} arrived before the run started`);
    const { flow, marks, counted, cell, number, member } = vehicles;
    this.#exports.tallyArrived(time, v, flow[v], marks[v], counted[v], cell[v], number[v], member[v]);
  }

  joined(time: number, v: number): void {
    this.#exports.tallyJoined(time, v);
  }

  entered(time: number, v: number, place: number): void {
    this.#exports.tallyEntered(time, v, place);
  }

  began(time: number, v: number, place: number, server: number): void {
    this.#exports.tallyBegan(time, v, place, server);
  }

  held(time: number, v: number, place: number, waiting: boolean): void {
    this.#exports.tallyHeld(time, v, place, waiting ? 1 : 0);
  }

  blocked(time: number, v: number, place: number): void {
    this.#exports.tallyBlocked(time, v, place);
  }

  left(time: number, v: number, place: number, server: number): void {
    this.#exports.tallyLeft(time, v, place, server);
  }

  departed(time: number, v: number): void {
    this.#exports.tallyDeparted(time, v);
  }

  turnedAway(time: number, v: number): void {
    this.#exports.tallyTurnedAway(time, v);
  }

  gaveUp(time: number, v: number): void {
    this.#exports.tallyGaveUp(time, v);
  }

  manned(time: number, post: number, servers: number): void {
    this.#exports.tallyManned(time, post, servers);
  }

  assigned(_time: number, server: number, post: number): void {
    this.#exports.tallyAssigned(server, post);
  }

  reviewing(time: number, post: number, analysts: number): void {
    this.#exports.tallyReviewing(time, post, analysts);
  }

  onDuty(time: number, pool: number, officers: number): void {
    this.#exports.tallyOnDuty(time, pool, officers);
  }

  gridlocked(time: number, _places: readonly number[], waits: readonly Wait[]): void {
    this.gridlock ??= gridlockOf(this.plan, time, waits);
  }

  hour(time: number): void {
    this.#exports.tallyHour(time);
  }

  /** At every `LOOK_EVERY_MS` of the run, after all events of the instant: why those who wait do so. */
  look(now: number): void {
    if (!this.#isInRun) throw new Error("the causes of waiting are looked for in the core of the run alone");
    this.#exports.tallyWake(now);
    this.#exports.lookForCauses(this.span.isRecorded);
  }

  /** Closes the books at the end of a run, and proves the laws. Nothing may be observed after it. */
  finish(now: number): void {
    this.#exports.tallyFinish(now);
    this.ledger.prove(this.places);
  }

  rows(): VehicleRows {
    if (this.#rows === null) throw new Error(`the tally of ${this.plan.name} keeps no rows`);
    return this.#rows.rows();
  }

  /** Tells the core the rest that it tallies with; its address begins with the running totals. */
  #make(served: number, departures: number): number {
    const { core, plan } = this;
    const { places } = plan;
    core.exports.makeVehicleRecords(places.length);
    return core.exports.makeTally(
      places.length,
      plan.primary,
      core.doublesOf(places.flatMap(({ freeFlowMs, moveUpMs }) => [freeFlowMs, moveUpMs])),
      core.intsOf(places.map(({ kind }) => (kind === "lanes" ? core.exports.makeDrivers() : 0))),
      served,
      departures,
      this.#rows?.at ?? 0,
    );
  }

  #faults(): Readonly<Record<number, Fault>> {
    return {
      ...levelFaults([...this.places.all, ...this.staff.all]),
      ...this.staff.faults,
      ...this.span.faults,
      ...this.ledger.faults,
      [CODE.ENTERED_TWICE]: (v, place, other) =>
        `vehicle ${v} entered place ${place} while in place ${other}`,
      [CODE.BEGAN_WITHOUT_WAITING]: (v, place) =>
        `vehicle ${v} began service at place ${place} without waiting there`,
      [CODE.BLOCKED_ELSEWHERE]: (v, place, other) =>
        `vehicle ${v} blocked at place ${place} while in place ${other}`,
      [CODE.LEFT_ELSEWHERE]: (v, place, other) => `vehicle ${v} left place ${place} while in place ${other}`,
      [CODE.TIME_BETWEEN_PLACES]: (v, crossing, inPlaces) =>
        `vehicle ${v} was ${crossing} ms in the port but ${inPlaces} ms in its places`,
      [CODE.WENT_FROM_INSIDE]: (v, time, place) =>
        `vehicle ${v} went away at ${time} ms, but it is in place ${place}`,
    };
  }
}
