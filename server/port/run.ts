/**
 * One run of a port: a pure function of plan, seed, replication and interventions. `advance` is the
 * only way forward, and the clock is outside: nothing here knows how fast it is called.
 */
import type { RunLimits } from "../../shared/runaway.ts";
import type { Effect } from "../../shared/scenario/changes.ts";
import type { Carried, Carrier } from "../engine/carry.ts";
import { mix } from "../engine/draws.ts";
import type { DrawGenerator } from "../engine/draws.ts";
import { startArrivals } from "./arrivals.ts";
import { turnPlaces, turnPort } from "./closing.ts";
import { applyEffects, intervene, replaceEffects } from "./effects.ts";
import { redrawFuture } from "./future.ts";
import { stateHash } from "./hash.ts";
import { PortHost } from "./host.ts";
import { checkInvariants } from "./invariants.ts";
import type { PortObserver } from "./observer.ts";
import type { PortPlan, TimedEffect } from "./plan.ts";
import { RunWatch } from "./runaway.ts";
import { PortState, RANK } from "./state.ts";
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

/** Why the core came back; see server/core/run.ts. */
const [TOO_LONG, TOO_MANY_INSIDE, GOES_ON] = [1, 2, 3];

export type RunBeginning = {
  readonly seed: number;
  readonly replication: number;
  /** The other day of the replication: each of its draws is 1 minus that of the first, and so as likely. */
  readonly antithetic?: boolean;
  /** Interventions beside the scenario's own changes, each with its instant. */
  readonly effects?: readonly TimedEffect[];
};

export type RunOptions = RunSetting & RunBeginning;

export class PortRun implements Carried {
  readonly #state: PortState;
  readonly #check: boolean;
  readonly #limits: Partial<RunLimits>;
  #watch: RunWatch;
  /** Since this run was made; a copy counts anew. */
  #events = 0;

  /** At time 0. Without a seed it is blank: it is to begin, or the state of another run of the plan is to be put into it. */
  constructor(plan: PortPlan, options: RunOptions | RunSetting) {
    const state = new PortState(plan, options.generator ?? mix, options.observer);
    state.core.host = new PortHost(state);
    this.#state = state;
    this.#check = options.check ?? false;
    this.#limits = options.limits ?? {};
    this.#watch = new RunWatch(this.#limits);
    options.observer.started(plan, state.vehicles, state.core);
    if ("seed" in options) this.begin(options);
  }

  /** Begins a blank run at time 0. */
  begin({ seed, replication, antithetic = false, effects = [] }: RunBeginning): void {
    const state = this.#state;
    const { plan } = state;
    this.#watch = new RunWatch(this.#limits);
    this.#events = 0;
    state.effects = [...plan.effects, ...effects];
    state.core.exports.setAntithetic(antithetic);
    startArrivals(state, seed, replication);
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
    const watch = this.#watch;
    const last = Math.min(until, watch.spanMs);
    const { advance } = state.core.exports;
    for (let why = GOES_ON; why === GOES_ON;) {
      const most = this.#check ? 1 : watch.next - this.#events;
      why = advance(last, until <= last, stopWhenFinished, watch.vehiclesInside, most);
      this.#events += state.happened;
      if (why === TOO_MANY_INSIDE) watch.tooManyInside(state);
      if (why === TOO_LONG) {
        state.now = last;
        watch.tooLong(state);
      }
      if (this.#events === watch.next) watch.look(state, this.#events);
      if (this.#check && state.happened > 0) checkInvariants(state);
    }
    if (state.now > state.plan.followUntil) throw new Error(`ran past the end: ${state.now} ms`);
  }
}
