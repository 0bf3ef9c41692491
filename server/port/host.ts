/** What the core asks of a port while it runs: the rare verbs, what stages decide, and who listens. */
import type { CoreHost } from "../engine/core-host.ts";
import { fillCell } from "./arrivals.ts";
import { afterClearing, afterEmptied, turnPlaces, turnPort } from "./closing.ts";
import { applyEffects } from "./effects.ts";
import { reportGridlock } from "./gridlock.ts";
import { refuses } from "./movement.ts";
import { RANK } from "./state.ts";
import type { PortState } from "./state.ts";
import { dropFromReview, imageRead } from "./review.ts";
import { closeServer, deploy, retypeBooths, startManning } from "./staffing.ts";

export class PortHost implements CoreHost {
  readonly #state: PortState;

  constructor(state: PortState) {
    this.#state = state;
  }

  vehiclesMoved(): void {
    this.#state.vehicles.look();
  }

  absorb(a: number, b: number, word: number): void {
    const { core, generator } = this.#state;
    const key = core.ints(core.exports.keyAt(), 2);
    key.set([a, b]);
    generator.absorb(key, 0, 0, word);
  }

  uniform(a: number, b: number, word: number): number {
    return this.#state.generator.uniform(a, b, word);
  }

  happen(slot: number): void {
    const state = this.#state;
    const { slots } = state;
    if (slot < slots.pools) imageRead(state, slot - slots.analysts);
    else if (slot < slots.hour) deploy(state, slot - slots.pools);
    else if (slot === slots.hour) this.#hour();
    else if (slot === slots.cell) fillCell(state);
    else if (slot === slots.opening) turnPort(state);
    else if (slot === slots.placeHours) turnPlaces(state);
    else applyEffects(state);
  }

  after(stage: number, vehicle: number, place: number): number {
    const { plan, routes } = this.#state;
    return routes.types[stage].after(this.#state, plan.stages[stage], vehicle, place);
  }

  refuses(vehicle: number, place: number): number {
    return refuses(this.#state, vehicle, place) ? 1 : 0;
  }

  closeServer(server: number): void {
    closeServer(this.#state, server);
  }

  startManning(server: number): void {
    startManning(this.#state, server);
  }

  retypeBooths(): void {
    retypeBooths(this.#state);
  }

  afterEmptied(place: number): void {
    afterEmptied(this.#state, place);
  }

  afterClearing(): void {
    afterClearing(this.#state);
  }

  dropFromReview(vehicle: number): void {
    dropFromReview(this.#state, vehicle);
  }

  reportGridlock(): void {
    reportGridlock(this.#state);
  }

  arrived(time: number, vehicle: number): void {
    this.#state.observer.arrived(time, vehicle);
  }

  joined(time: number, vehicle: number): void {
    this.#state.observer.joined(time, vehicle);
  }

  entered(time: number, vehicle: number, place: number): void {
    this.#state.observer.entered(time, vehicle, place);
  }

  began(time: number, vehicle: number, place: number, server: number): void {
    this.#state.observer.began(time, vehicle, place, server);
  }

  held(time: number, vehicle: number, place: number, waiting: number): void {
    this.#state.observer.held(time, vehicle, place, waiting === 1);
  }

  blocked(time: number, vehicle: number, place: number): void {
    this.#state.observer.blocked(time, vehicle, place);
  }

  left(time: number, vehicle: number, place: number, server: number): void {
    this.#state.observer.left(time, vehicle, place, server);
  }

  departed(time: number, vehicle: number): void {
    this.#state.observer.departed(time, vehicle);
  }

  turnedAway(time: number, vehicle: number, place: number): void {
    this.#state.observer.turnedAway(time, vehicle, place);
  }

  gaveUp(time: number, vehicle: number, place: number): void {
    this.#state.observer.gaveUp(time, vehicle, place);
  }

  #hour(): void {
    const state = this.#state;
    state.observer.hour(state.now);
    const next = state.plan.hourTimes[++state.hourIndex];
    if (next !== undefined) state.events.schedule(state.slots.hour, next, RANK.hour);
  }
}
