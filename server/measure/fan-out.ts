/** One observer that passes everything on to several, in their order. */
import type { Core } from "../engine/core.ts";
import type { PortObserver, Wait } from "../port/observer.ts";
import type { PortPlan } from "../port/plan.ts";
import type { Vehicles } from "../port/vehicles.ts";

export class FanOut implements PortObserver {
  /** That of the first observer which has one: the run takes place in it. */
  readonly core?: Core;
  readonly listens: boolean;
  readonly #observers: readonly PortObserver[];
  /** Who is to be told of vehicles. */
  readonly #listeners: readonly PortObserver[];

  constructor(...observers: readonly PortObserver[]) {
    const core = observers.find((observer) => observer.core !== undefined)?.core;
    if (core !== undefined) this.core = core;
    this.#observers = observers;
    this.#listeners = observers.filter(
      (one) => one.core === undefined || one.core !== core || one.listens !== false,
    );
    this.listens = this.#listeners.length > 0;
  }

  started(plan: PortPlan, vehicles: Vehicles, core: Core): void {
    for (const observer of this.#observers) observer.started(plan, vehicles, core);
  }

  arrived(time: number, vehicle: number): void {
    for (const observer of this.#listeners) observer.arrived(time, vehicle);
  }

  joined(time: number, vehicle: number): void {
    for (const observer of this.#listeners) observer.joined(time, vehicle);
  }

  entered(time: number, vehicle: number, place: number): void {
    for (const observer of this.#listeners) observer.entered(time, vehicle, place);
  }

  began(time: number, vehicle: number, place: number, server: number): void {
    for (const observer of this.#listeners) observer.began(time, vehicle, place, server);
  }

  held(time: number, vehicle: number, place: number, waiting: boolean): void {
    for (const observer of this.#listeners) observer.held(time, vehicle, place, waiting);
  }

  blocked(time: number, vehicle: number, place: number): void {
    for (const observer of this.#listeners) observer.blocked(time, vehicle, place);
  }

  left(time: number, vehicle: number, place: number, server: number): void {
    for (const observer of this.#listeners) observer.left(time, vehicle, place, server);
  }

  departed(time: number, vehicle: number): void {
    for (const observer of this.#listeners) observer.departed(time, vehicle);
  }

  turnedAway(time: number, vehicle: number, place: number): void {
    for (const observer of this.#listeners) observer.turnedAway(time, vehicle, place);
  }

  gaveUp(time: number, vehicle: number, place: number): void {
    for (const observer of this.#listeners) observer.gaveUp(time, vehicle, place);
  }

  manned(time: number, post: number, servers: number): void {
    for (const observer of this.#observers) observer.manned(time, post, servers);
  }

  assigned(time: number, server: number, post: number): void {
    for (const observer of this.#observers) observer.assigned(time, server, post);
  }

  reviewing(time: number, post: number, analysts: number): void {
    for (const observer of this.#observers) observer.reviewing(time, post, analysts);
  }

  onDuty(time: number, pool: number, officers: number): void {
    for (const observer of this.#observers) observer.onDuty(time, pool, officers);
  }

  gridlocked(time: number, places: readonly number[], waits: readonly Wait[]): void {
    for (const observer of this.#observers) observer.gridlocked(time, places, waits);
  }

  hour(time: number): void {
    for (const observer of this.#observers) observer.hour(time);
  }
}
