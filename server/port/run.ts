/**
 * One run of a port: a pure function of plan, seed, replication and interventions. `advance` is the
 * only way forward, and the clock is outside: nothing here knows how fast it is called.
 */
import type { RunLimits } from "../../shared/runaway.ts";
import type { Effect } from "../../shared/scenario/changes.ts";
import type { Carried, Carrier } from "../engine/carry.ts";
import { mix } from "../engine/draws.ts";
import type { DrawGenerator } from "../engine/draws.ts";
import { admitArrival, fillCell, startArrivals } from "./arrivals.ts";
import { turnPlaces, turnPort } from "./closing.ts";
import { stayOver } from "./delays.ts";
import { applyEffects, intervene, replaceEffects } from "./effects.ts";
import { redrawFuture } from "./future.ts";
import { stateHash } from "./hash.ts";
import { checkInvariants } from "./invariants.ts";
import { headReady } from "./lanes.ts";
import { giveUp, settle } from "./movement.ts";
import type { PortObserver } from "./observer.ts";
import { NONE } from "./plan.ts";
import type { PortPlan, TimedEffect } from "./plan.ts";
import { RunWatch } from "./runaway.ts";
import { imageRead } from "./review.ts";
import { OPENING } from "./servers.ts";
import { deploy, startManning } from "./staffing.ts";
import { PortState, RANK } from "./state.ts";
import { finishService } from "./stations.ts";
import type { Vehicles } from "./vehicles.ts";

/** What a run works with, beside its plan and its state. */
export type RunSetting = {
  readonly observer: PortObserver;
  readonly generator?: DrawGenerator;
  /** Proves the invariants after every event; slow. */
  readonly check?: boolean;
  /** Where a model that runs away is stopped, with a RunawayError; see runaway.ts. */
  readonly limits?: Partial<RunLimits>;
};

export type RunOptions = RunSetting & {
  readonly seed: number;
  readonly replication: number;
  /** Interventions beside the scenario's own changes, each with its instant. */
  readonly effects?: readonly TimedEffect[];
};

export class PortRun implements Carried {
  readonly #state: PortState;
  readonly #check: boolean;
  readonly #watch: RunWatch;
  /** Since this run was made; a copy counts anew. */
  #events = 0;

  /** At time 0. Without a seed it is blank: the state of another run of the plan is to be put into it. */
  constructor(plan: PortPlan, options: RunOptions | RunSetting) {
    const state = new PortState(plan, options.generator ?? mix, options.observer);
    this.#state = state;
    this.#check = options.check ?? false;
    this.#watch = new RunWatch(options.limits);
    options.observer.started(plan, state.vehicles);
    if (!("seed" in options)) return;
    state.effects = [...plan.effects, ...(options.effects ?? [])];
    state.events.reserve(state.slots.vehicles + state.vehicles.capacity);
    startArrivals(state, options.seed, options.replication);
    if (plan.hourTimes.length > 0) state.events.schedule(state.slots.hour, plan.hourTimes[0], RANK.hour);
    turnPlaces(state);
    turnPort(state);
    applyEffects(state);
  }

  get plan(): PortPlan {
    return this.#state.plan;
  }

  get vehicles(): Vehicles {
    return this.#state.vehicles;
  }

  /** The present state, to be read only: pictures are drawn from it. */
  get state(): Readonly<PortState> {
    return this.#state;
  }

  get now(): number {
    return this.#state.now;
  }

  /** All counted vehicles have gone, or their time to be followed is over. */
  get finished(): boolean {
    const { now, countedInside, plan } = this.#state;
    return now >= plan.countUntil && (countedInside === 0 || now >= plan.followUntil);
  }

  /** Processes every event up to and including this instant. */
  advance(until: number): void {
    const state = this.#state;
    if (until < state.now) throw new Error(`time ran backwards: from ${state.now} ms to ${until} ms`);
    this.#process(until, false);
    state.now = until;
  }

  /** On to the end: stops at the instant when `finished` becomes true. */
  runToEnd(): void {
    this.goOn(this.plan.followUntil);
  }

  /** On towards the end, to an instant at most. */
  goOn(until: number): void {
    const { countUntil, followUntil } = this.plan;
    const last = Math.min(until, followUntil);
    if (this.#state.now < countUntil) this.advance(Math.min(last, countUntil));
    if (last < countUntil) return;
    this.#process(last, true);
    if (!this.finished) this.#state.now = last;
  }

  /**
   * A change from an instant on that is still to come, for a time or (null) to the end. The run goes on
   * exactly as one that was made with it.
   */
  intervene(effect: Effect, fromMs: number, forMs: number | null): void {
    intervene(this.#state, { fromMs, untilMs: forMs === null ? Infinity : fromMs + forMs, effect });
  }

  /** All interventions anew, for a run that was put back to an instant: up to it they must be those it has had. */
  replaceInterventions(effects: readonly TimedEffect[]): void {
    replaceEffects(this.#state, [...this.plan.effects, ...effects]);
  }

  /**
   * From this instant on another future than the one that the seed has in store: see future.ts. Equal
   * numbers give equal futures of equal vehicles, whatever the scenario.
   */
  redrawFuture(future: number): void {
    redrawFuture(this.#state, future);
  }

  carry(carrier: Carrier): void {
    this.#state.carry(carrier);
  }

  /** Hash of the whole state, in hexadecimal: equal for equal runs. */
  hash(): string {
    return stateHash(this.#state);
  }

  #process(until: number, stopWhenFinished: boolean): void {
    const state = this.#state;
    const { events, plan } = state;
    const watch = this.#watch;
    const last = Math.min(until, watch.spanMs);
    while (!(stopWhenFinished && state.countedInside === 0)) {
      const eventTime = events.topTime();
      const arrival = state.nextArrival;
      if (eventTime > last && arrival > last) {
        if (until <= last) return;
        state.now = last;
        watch.tooLong(state);
      }
      if (arrival < eventTime) {
        state.now = arrival;
        admitArrival(state);
      } else {
        state.now = eventTime;
        this.#happen(events.pop());
      }
      if (state.dirtyCount > 0 || state.retyping) settle(state);
      if (state.vehicles.count > watch.vehiclesInside) watch.tooManyInside(state);
      if (++this.#events === watch.next) watch.look(state, this.#events);
      if (this.#check) checkInvariants(state);
    }
    if (state.now > plan.followUntil) throw new Error(`ran past the end: ${state.now} ms`);
  }

  #happen(slot: number): void {
    const state = this.#state;
    const { slots } = state;
    if (slot < slots.lanes) {
      if (state.servers.state[slot] === OPENING) startManning(state, slot);
      else finishService(state, slot);
    } else if (slot < slots.analysts) headReady(state, slot - slots.lanes);
    else if (slot < slots.pools) imageRead(state, slot - slots.analysts);
    else if (slot < slots.hour) deploy(state, slot - slots.pools);
    else if (slot >= slots.vehicles) this.#vehicleTimer(slot - slots.vehicles);
    else if (slot === slots.hour) this.#hour();
    else if (slot === slots.cell) fillCell(state);
    else if (slot === slots.opening) turnPort(state);
    else if (slot === slots.placeHours) turnPlaces(state);
    else applyEffects(state);
  }

  #vehicleTimer(vehicle: number): void {
    const state = this.#state;
    if (state.vehicles.line[vehicle] === NONE) stayOver(state, vehicle);
    else giveUp(state, vehicle);
  }

  #hour(): void {
    const state = this.#state;
    state.observer.hour(state.now);
    const next = state.plan.hourTimes[++state.hourIndex];
    if (next !== undefined) state.events.schedule(state.slots.hour, next, RANK.hour);
  }
}
