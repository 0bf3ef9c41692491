/**
 * All that a run knows at an instant, apart from the plan. The verbs stand in the files beside this
 * one (`arrivals`, `movement`, `stations`, `lanes`, `review`, `staffing`, `closing`, `effects`); each
 * table is changed only by its owner and by them.
 */
import { Core } from "../engine/core.ts";
import type { DrawGenerator } from "../engine/draws.ts";
import type { Carried, Carrier } from "../engine/carry.ts";
import { drawBy } from "../engine/draws.ts";
import { EventList, RANKS } from "../engine/event-list.ts";
import { PoissonCell, startCells } from "../engine/poisson-cell.ts";
import { writePlan } from "./core-tables.ts";
import { Lines } from "./lines.ts";
import type { PortObserver } from "./observer.ts";
import { FAST_MARK, FLOW_COUNT, NONE, PRE_INSPECTED_MARK } from "./plan.ts";
import type { PortPlan, TimedEffect } from "./plan.ts";
import { PortNumbers } from "./port-numbers.ts";
import { Routes } from "./routes.ts";
import { Servers } from "./servers.ts";
import { Vehicles } from "./vehicles.ts";

/** Places that have ranks of their own within a kind of event. */
const PLACES = RANKS / 8;

/**
 * Ranks of events at one instant, lower first. The hour's levels are read before anything of the
 * instant happens; a release comes before a change of staff, so that the vehicle in hand counts as
 * finished; the port closes before the staff of that instant goes, so that who clears the queue is
 * known; all these come before anything that claims a place; arrivals, which stand outside the
 * list, come last. Among releases, and among claims, the last place goes first (`rankAt`): who goes on
 * from one place finds the next as it is after whatever leaves it at the same instant (A18).
 */
export const RANK = {
  hour: 0,
  release: PLACES,
  opening: 2 * PLACES,
  effect: 3 * PLACES,
  staffing: 4 * PLACES,
  claim: 5 * PLACES,
  patience: 6 * PLACES,
  cell: 7 * PLACES,
} as const;

/** The rank of a release or a claim at a place. */
export const rankAt = (kind: number, place: number): number => kind + Math.max(0, PLACES - 1 - place);

export type Slots = {
  readonly servers: number;
  readonly lanes: number;
  readonly analysts: number;
  readonly pools: number;
  readonly hour: number;
  readonly cell: number;
  readonly opening: number;
  readonly placeHours: number;
  readonly effects: number;
  /** First slot of vehicles' own timers (patience, stays in a delay place). */
  readonly vehicles: number;
};

export function slotsOf(plan: PortPlan): Slots {
  const lanes = plan.serverPlace.length;
  const analysts = lanes + plan.lines.length;
  const pools = analysts + plan.analystPost.length;
  const hour = pools + plan.pools.length;
  return {
    servers: 0,
    lanes,
    analysts,
    pools,
    hour,
    cell: hour + 1,
    opening: hour + 2,
    placeHours: hour + 3,
    effects: hour + 4,
    vehicles: hour + 5,
  };
}

export class PortState extends PortNumbers implements Carried {
  readonly plan: PortPlan;
  readonly observer: PortObserver;
  readonly generator: DrawGenerator;
  readonly slots: Slots;
  readonly events: EventList;
  readonly vehicles: Vehicles;
  readonly lines: Lines;
  readonly servers: Servers;
  readonly routes: Routes;

  /** By place: vehicles there, and those blocked for it in the order in which they became ready. */
  readonly inPlace: Int32Array;
  readonly blockedHead: Int32Array;
  readonly blockedTail: Int32Array;
  /** By place and kind (general, FAST): how many are blocked for it. */
  readonly blockedOf: Int32Array;
  /** Vehicles in the place that wait for primary's line to move, directly or through other places (A3). */
  readonly spilled: Int32Array;
  /** Places with room again for those blocked; `settle` works them off. */
  readonly dirty: Uint8Array;

  /** By post: officers' target, servers manned, and manned servers too many that go when they become free. */
  readonly target: Int32Array;
  readonly manned: Int32Array;
  readonly surplus: Int32Array;
  /** Level kept after closing until what it serves is empty; NONE: not kept. */
  readonly kept: Int32Array;
  readonly dutyReported: Int32Array;

  /** Image review: the line of images over all reviews, by post of the analysts. */
  readonly reviewHead: Int32Array;
  readonly reviewTail: Int32Array;
  /** By post: analysts who read an image. */
  readonly reading: Int32Array;
  readonly analystVehicle: Int32Array;
  /** By analyst: when the image in hand was taken up; ms. */
  readonly analystSince: Float64Array;

  /** What live effects change; see effects.ts. */
  readonly demandFactor: Float64Array;
  readonly serviceFactor: Float64Array;
  /** By stage: share that replaces the plan's for those it names, or −1. */
  readonly shareOverride: Float64Array;
  readonly shareOverrideOf: Uint8Array;
  /** Officers drawn away, by pool and, where one post of a shared pool is meant, by post. */
  readonly away: Int32Array;
  readonly awayFrom: Int32Array;
  readonly postOverride: Int32Array;
  /** Officers a post has more or fewer because booths changed their lane type. */
  readonly shift: Int32Array;
  effects: readonly TimedEffect[] = [];

  readonly placeOpen: Uint8Array;

  /** By flow: arrivals of the present cell, by time; see arrivals.ts. */
  readonly cells: readonly PoissonCell[];
  /** By flow: the next of its vehicles, and vehicles a cell for each unit of its rate. */
  readonly cellAt: Int32Array;
  readonly cellScale: Float64Array;

  /** Places last reported as locked; see gridlock.ts. */
  gridlock = "";

  /** Keys: run at 0, then scratch pairs for building others. */
  readonly keys: Int32Array;
  readonly flowKeys: Int32Array;

  constructor(plan: PortPlan, generator: DrawGenerator, observer: PortObserver) {
    super(observer.core ?? new Core());
    const { core } = this;
    this.plan = plan;
    this.observer = observer;
    this.generator = generator;
    this.slots = slotsOf(plan);
    this.vehicles = new Vehicles(core);
    this.events = new EventList(this.slots.vehicles + this.vehicles.capacity, core);
    this.lines = new Lines(plan, core);
    this.servers = new Servers(plan, core);
    this.routes = new Routes(plan, core);
    const places = plan.places.length;
    const posts = plan.posts.length;
    const noneEach = (count: number): Int32Array => core.newInts(count).fill(NONE);
    this.inPlace = core.newInts(places);
    this.blockedHead = noneEach(places);
    this.blockedTail = noneEach(places);
    this.blockedOf = core.newInts(2 * places);
    this.spilled = core.newInts(places);
    this.dirty = core.newBytes(places);
    this.target = core.newInts(posts);
    this.manned = core.newInts(posts);
    this.surplus = core.newInts(posts);
    this.kept = noneEach(posts);
    this.dutyReported = noneEach(plan.pools.length);
    this.reviewHead = noneEach(posts);
    this.reviewTail = noneEach(posts);
    this.reading = core.newInts(posts);
    this.analystVehicle = noneEach(plan.analystPost.length);
    this.analystSince = core.newDoubles(plan.analystPost.length);
    this.demandFactor = core.newDoubles(FLOW_COUNT).fill(1);
    this.serviceFactor = core.newDoubles(places).fill(1);
    this.shareOverride = core.newDoubles(plan.stages.length).fill(-1);
    this.shareOverrideOf = core.newBytes(plan.stages.length);
    this.away = core.newInts(plan.pools.length);
    this.awayFrom = core.newInts(posts);
    this.postOverride = noneEach(posts);
    this.shift = core.newInts(posts);
    this.placeOpen = core.newBytes(places).fill(1);
    startCells(core);
    this.cells = Array.from({ length: FLOW_COUNT }, (_, flow) => new PoissonCell(core, flow));
    this.cellAt = core.newInts(FLOW_COUNT);
    this.cellScale = core.newDoubles(FLOW_COUNT);
    this.keys = core.newInts(16);
    this.flowKeys = core.newInts(2 * FLOW_COUNT);
    drawBy(core, generator);
    writePlan(this);
  }

  carry(carrier: Carrier): void {
    this.core.carry(carrier);
    this.vehicles.look();
    this.effects = carrier.plain(this.effects);
    this.gridlock = carrier.plain(this.gridlock);
  }
}

/** Flow, FAST mark and pre-inspection in one number: what service times and shares go by. */
export const serviceClassOf = (vehicles: Vehicles, vehicle: number): number =>
  vehicles.flow[vehicle] + FLOW_COUNT * (vehicles.marks[vehicle] & (FAST_MARK | PRE_INSPECTED_MARK));

/** A draw of this vehicle, at a purpose word and, where it may happen again, the occurrence. */
export const drawOf = (state: PortState, vehicle: number, word: number): number =>
  state.core.exports.drawOf(vehicle, word);
