/**
 * How many vehicles are where: inside each place and the port, waiting in each place, and the queue of
 * all who wait before primary, in vehicles and in length of road.
 *
 * Waiting is standing in a line, or on a lane after the free-flow travel; driving is not waiting, and
 * neither is being served. The length counts who stands on the road (A4): not those in booth lanes.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { OUTSIDE } from "../port/plan.ts";
import type { PlacePlan, PortPlan } from "../port/plan.ts";
import { Levels } from "./levels.ts";
import type { LevelSummary } from "./levels.ts";

export type PlaceSummary = {
  readonly inside: LevelSummary;
  readonly waiting: LevelSummary;
  /** One level each: vehicles in the port, waiting before primary, and millimeters of queue. */
  readonly port: LevelSummary;
  readonly queue: LevelSummary;
  readonly queueMm: LevelSummary;
};

export class PlaceLevels implements Carried {
  readonly inside: Levels;
  readonly waiting: Levels;
  /** Done with service without room ahead, or held at a server until its image is read. */
  readonly stuck: Levels;
  readonly port = new Levels("vehicles in the port", 1);
  readonly queue = new Levels("vehicles waiting before primary", 1);
  readonly #queueMm = new Levels("millimeters of queue", 1);
  readonly #beforePrimary: Uint8Array;
  readonly #mmEach: Float64Array;

  constructor(plan: PortPlan) {
    this.inside = new Levels("vehicles in place", plan.places.length);
    this.waiting = new Levels("vehicles waiting in place", plan.places.length);
    this.stuck = new Levels("vehicles stuck in place", plan.places.length);
    this.#beforePrimary = Uint8Array.from(plan.places, (place) => (place.beforePrimary ? 1 : 0));
    this.#mmEach = Float64Array.from(plan.places, (place) => mmOfQueue(plan, place));
  }

  carry(carrier: Carrier): void {
    for (const levels of [this.inside, this.waiting, this.stuck, this.port, this.queue, this.#queueMm])
      levels.carry(carrier);
  }

  get queueNow(): number {
    return this.queue.level[0];
  }

  get queueKmNow(): number {
    return this.#queueMm.level[0] / 1e6;
  }

  /** Truck-ms in a place that were no service and no free travel, up to now. */
  waitedUntil(place: number, now: number): number {
    return this.waiting.totalUntil(place, now) + this.stuck.totalUntil(place, now);
  }

  wait(time: number, place: number, by: number): void {
    this.waiting.change(place, time, by);
    if (this.#beforePrimary[place] === 0) return;
    this.queue.change(0, time, by);
    if (this.#mmEach[place] > 0) this.#queueMm.change(0, time, by * this.#mmEach[place]);
  }

  turn(time: number, bucket: number, endsHour: boolean): void {
    this.inside.turn(time, bucket, endsHour);
    this.waiting.turn(time, bucket, endsHour);
    this.stuck.turn(time, bucket, endsHour);
    this.port.turn(time, bucket, endsHour);
    this.queue.turn(time, bucket, endsHour);
    this.#queueMm.turn(time, bucket, endsHour);
  }

  summary(): PlaceSummary {
    return {
      inside: this.inside.summary(),
      waiting: this.waiting.summary(),
      port: this.port.summary(),
      queue: this.queue.summary(),
      queueMm: this.#queueMm.summary(),
    };
  }
}

/** Millimeters that one more waiting vehicle adds to the queue; at earlier stages they stand on the lanes of the road. */
function mmOfQueue({ places, joinPlace }: PortPlan, place: PlacePlan): number {
  const isOnRoad = place.kind === "lanes" || place.upstream || place.index === joinPlace;
  if (!place.beforePrimary || (place.index !== OUTSIDE && !isOnRoad)) return 0;
  const { lanes } = place.upstream ? places[OUTSIDE] : place;
  return Math.round((place.spacingM * 1000) / lanes);
}
