/**
 * All that a run knows at an instant, apart from the plan. The verbs stand in the files beside this
 * one (`arrivals`, `movement`, `stations`, `lanes`, `review`, `staffing`, `closing`, `effects`); each
 * table is changed only by its owner and by them.
 */
import type { DrawGenerator } from "../engine/draws.ts";
import type { Carried, Carrier } from "../engine/carry.ts";
import { EventList, RANKS } from "../engine/event-list.ts";
import { PoissonCell } from "../engine/poisson-cell.ts";
import { Lines } from "./lines.ts";
import type { PortObserver } from "./observer.ts";
import { FAST_MARK, FLOW_COUNT, NONE, PRE_INSPECTED_MARK } from "./plan.ts";
import type { PortPlan, TimedEffect } from "./plan.ts";
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

export class PortState implements Carried {
  readonly plan: PortPlan;
  readonly observer: PortObserver;
  readonly generator: DrawGenerator;
  readonly slots: Slots;
  readonly events: EventList;
  readonly vehicles = new Vehicles();
  readonly lines: Lines;
  readonly servers: Servers;
  readonly routes: Routes;
  now = 0;

  /** By place: vehicles there, and those blocked for it in the order in which they became ready. */
  readonly inPlace: Int32Array;
  readonly blockedHead: Int32Array;
  readonly blockedTail: Int32Array;
  /** Vehicles in the place that wait for primary's line to move, directly or through other places (A3). */
  readonly spilled: Int32Array;
  /** Places with room again for those blocked; `settle` works them off. */
  readonly dirty: Uint8Array;
  dirtyCount = 0;
  /** Place whose blocked vehicles are being let in: newcomers queue up behind them. NONE: none is. */
  admitting = NONE;
  /** Whether the line outside is moving up: who leaves it then calls nobody, the loop that moves it does. */
  outsideMoves = false;
  /** Vehicles in places up to and including primary. */
  beforePrimary = 0;

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
  readonly analystVehicle: Int32Array;
  /** By analyst: when the image in hand was taken up; ms. */
  readonly analystSince: Float64Array;

  /** What live effects change; see effects.ts. */
  readonly demandFactor = new Float64Array(FLOW_COUNT).fill(1);
  readonly serviceFactor: Float64Array;
  /** By stage: share that replaces the plan's for those it names, or −1. */
  readonly shareOverride: Float64Array;
  readonly shareOverrideOf: Uint8Array;
  referralFactor = 1;
  /** Officers drawn away, by pool and, where one post of a shared pool is meant, by post. */
  readonly away: Int32Array;
  readonly awayFrom: Int32Array;
  readonly postOverride: Int32Array;
  /** Officers a post has more or fewer because booths changed their lane type. */
  readonly shift: Int32Array;
  effects: readonly TimedEffect[] = [];

  /** The port's opening hours, and whether a closing still works off its queue. */
  isOpen = false;
  clearing = false;
  readonly placeOpen: Uint8Array;

  /** Vehicles that are counted and still inside. */
  countedInside = 0;

  /** By flow: arrivals of the present cell, by time; see arrivals.ts. */
  readonly cells: readonly PoissonCell[] = Array.from({ length: FLOW_COUNT }, () => new PoissonCell());
  /** By flow: the next of its vehicles, and vehicles a cell for each unit of its rate. */
  readonly cellAt = new Int32Array(FLOW_COUNT);
  readonly cellScale = new Float64Array(FLOW_COUNT);
  cellStart = 0;
  /** Day of the run, and the identity that its vehicles carry (date and cell of the day). */
  cellDay = -1;
  cellIdentity = 0;
  dayFactor = 1;
  /** Next row of a list of arrivals. */
  listAt = 0;
  /** Next arrival and its flow; Infinity when none is known yet. */
  nextArrival = Infinity;
  nextFlow: number = NONE;

  /** Hour of the plan's clock hours that begins next. */
  hourIndex = 0;

  /** Whether some booth is still to change its lane type. */
  retyping = false;
  /** Places last reported as locked; see gridlock.ts. */
  gridlock = "";

  /** Keys: run at 0, then scratch pairs for building others. */
  readonly keys = new Int32Array(16);
  readonly flowKeys = new Int32Array(2 * FLOW_COUNT);

  constructor(plan: PortPlan, generator: DrawGenerator, observer: PortObserver) {
    this.plan = plan;
    this.observer = observer;
    this.generator = generator;
    this.slots = slotsOf(plan);
    this.events = new EventList(this.slots.vehicles);
    this.lines = new Lines(plan, this.vehicles);
    this.servers = new Servers(plan);
    this.routes = new Routes(plan);
    const places = plan.places.length;
    const posts = plan.posts.length;
    this.inPlace = new Int32Array(places);
    this.blockedHead = new Int32Array(places).fill(NONE);
    this.blockedTail = new Int32Array(places).fill(NONE);
    this.spilled = new Int32Array(places);
    this.dirty = new Uint8Array(places);
    this.target = new Int32Array(posts);
    this.manned = new Int32Array(posts);
    this.surplus = new Int32Array(posts);
    this.kept = new Int32Array(posts).fill(NONE);
    this.dutyReported = new Int32Array(plan.pools.length).fill(NONE);
    this.reviewHead = new Int32Array(posts).fill(NONE);
    this.reviewTail = new Int32Array(posts).fill(NONE);
    this.analystVehicle = new Int32Array(plan.analystPost.length).fill(NONE);
    this.analystSince = new Float64Array(plan.analystPost.length);
    this.serviceFactor = new Float64Array(places).fill(1);
    this.shareOverride = new Float64Array(plan.stages.length).fill(-1);
    this.shareOverrideOf = new Uint8Array(plan.stages.length);
    this.away = new Int32Array(plan.pools.length);
    this.awayFrom = new Int32Array(posts);
    this.postOverride = new Int32Array(posts).fill(NONE);
    this.shift = new Int32Array(posts);
    this.placeOpen = new Uint8Array(places).fill(1);
  }

  carry(carrier: Carrier): void {
    for (const table of [this.events, this.vehicles, this.lines, this.servers, this.routes, ...this.cells])
      table.carry(carrier);
    for (const column of [this.inPlace, this.blockedHead, this.blockedTail, this.spilled, this.dirty])
      carrier.fixed(column);
    for (const column of [this.target, this.manned, this.surplus, this.kept, this.dutyReported])
      carrier.fixed(column);
    for (const column of [this.reviewHead, this.reviewTail, this.analystVehicle, this.analystSince])
      carrier.fixed(column);
    for (const column of [this.demandFactor, this.serviceFactor, this.shareOverride, this.shareOverrideOf])
      carrier.fixed(column);
    for (const column of [this.away, this.awayFrom, this.postOverride, this.shift]) carrier.fixed(column);
    for (const column of [this.placeOpen, this.cellAt, this.cellScale, this.keys, this.flowKeys])
      carrier.fixed(column);
    this.now = carrier.number(this.now);
    this.dirtyCount = carrier.number(this.dirtyCount);
    this.admitting = carrier.number(this.admitting);
    this.outsideMoves = carrier.flag(this.outsideMoves);
    this.beforePrimary = carrier.number(this.beforePrimary);
    this.referralFactor = carrier.number(this.referralFactor);
    this.effects = carrier.plain(this.effects);
    this.isOpen = carrier.flag(this.isOpen);
    this.clearing = carrier.flag(this.clearing);
    this.countedInside = carrier.number(this.countedInside);
    this.cellStart = carrier.number(this.cellStart);
    this.cellDay = carrier.number(this.cellDay);
    this.cellIdentity = carrier.number(this.cellIdentity);
    this.dayFactor = carrier.number(this.dayFactor);
    this.listAt = carrier.number(this.listAt);
    this.nextArrival = carrier.number(this.nextArrival);
    this.nextFlow = carrier.number(this.nextFlow);
    this.retyping = carrier.flag(this.retyping);
    this.gridlock = carrier.plain(this.gridlock);
    this.hourIndex = carrier.number(this.hourIndex);
  }
}

/** Flow, FAST mark and pre-inspection in one number: what service times and shares go by. */
export const serviceClassOf = (vehicles: Vehicles, vehicle: number): number =>
  vehicles.flow[vehicle] + FLOW_COUNT * (vehicles.marks[vehicle] & (FAST_MARK | PRE_INSPECTED_MARK));

/** A draw of this vehicle, at a purpose word and, where it may happen again, the occurrence. */
export function drawOf(state: PortState, vehicle: number, word: number): number {
  const { key, returns } = state.vehicles;
  const a = key[2 * vehicle];
  const b = key[2 * vehicle + 1];
  const occurrence = returns[vehicle];
  if (occurrence === 0) return state.generator.uniform(a, b, word);
  const keys = state.keys;
  keys[14] = a;
  keys[15] = b;
  state.generator.absorb(keys, 14, 14, word);
  return state.generator.uniform(keys[14], keys[15], occurrence);
}
