/** One observer that passes everything on to several, in their order. */
import type { PortObserver, Wait } from "../port/observer.ts";
import type { PortPlan } from "../port/plan.ts";
import type { Vehicles } from "../port/vehicles.ts";

export class FanOut implements PortObserver {
  readonly #observers: readonly PortObserver[];

  constructor(...observers: readonly PortObserver[]) {
    this.#observers = observers;
  }

  started(plan: PortPlan, vehicles: Vehicles): void {
    for (const observer of this.#observers) observer.started(plan, vehicles);
  }

  arrived(time: number, vehicle: number): void {
    for (const observer of this.#observers) observer.arrived(time, vehicle);
  }

  joined(time: number, vehicle: number): void {
    for (const observer of this.#observers) observer.joined(time, vehicle);
  }

  entered(time: number, vehicle: number, place: number): void {
    for (const observer of this.#observers) observer.entered(time, vehicle, place);
  }

  began(time: number, vehicle: number, place: number, server: number): void {
    for (const observer of this.#observers) observer.began(time, vehicle, place, server);
  }

  held(time: number, vehicle: number, place: number, waiting: boolean): void {
    for (const observer of this.#observers) observer.held(time, vehicle, place, waiting);
  }

  blocked(time: number, vehicle: number, place: number): void {
    for (const observer of this.#observers) observer.blocked(time, vehicle, place);
  }

  left(time: number, vehicle: number, place: number, server: number): void {
    for (const observer of this.#observers) observer.left(time, vehicle, place, server);
  }

  departed(time: number, vehicle: number): void {
    for (const observer of this.#observers) observer.departed(time, vehicle);
  }

  turnedAway(time: number, vehicle: number, place: number): void {
    for (const observer of this.#observers) observer.turnedAway(time, vehicle, place);
  }

  gaveUp(time: number, vehicle: number, place: number): void {
    for (const observer of this.#observers) observer.gaveUp(time, vehicle, place);
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
