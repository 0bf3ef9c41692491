/**
 * How many vehicles are where: inside each place and the port, waiting in each place, and the queue of
 * all who wait before primary, in vehicles and in length of road.
 *
 * Waiting is standing in a line, or on a lane after the free-flow travel; driving is not waiting, and
 * neither is being served. The length counts who stands on the road (A4): not those in booth lanes.
 */
import type { Core } from "../engine/core.ts";
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

export class PlaceLevels {
  readonly inside: Levels;
  readonly waiting: Levels;
  /** Done with service without room ahead, or held at a server until its image is read. */
  readonly stuck: Levels;
  readonly port: Levels;
  readonly queue: Levels;
  readonly queueMm: Levels;

  constructor(core: Core, plan: PortPlan) {
    const places = plan.places.length;
    this.inside = new Levels(core, "vehicles in place", places);
    this.waiting = new Levels(core, "vehicles waiting in place", places);
    this.stuck = new Levels(core, "vehicles stuck in place", places);
    this.port = new Levels(core, "vehicles in the port", 1);
    this.queue = new Levels(core, "vehicles waiting before primary", 1);
    this.queueMm = new Levels(core, "millimeters of queue", 1);
    const { inside, waiting, stuck, port, queue, queueMm } = this;
    core.exports.makePlaceLevels(
      inside.at,
      waiting.at,
      stuck.at,
      port.at,
      queue.at,
      queueMm.at,
      core.intsOf(plan.places.map((place) => (place.beforePrimary ? 1 : 0))),
      core.doublesOf(plan.places.map((place) => mmOfQueue(plan, place))),
    );
  }

  get all(): readonly Levels[] {
    return [this.inside, this.waiting, this.stuck, this.port, this.queue, this.queueMm];
  }

  get queueNow(): number {
    return this.queue.now(0);
  }

  get queueKmNow(): number {
    return this.queueMm.now(0) / 1e6;
  }

  summary(): PlaceSummary {
    return {
      inside: this.inside.summary(),
      waiting: this.waiting.summary(),
      port: this.port.summary(),
      queue: this.queue.summary(),
      queueMm: this.queueMm.summary(),
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
