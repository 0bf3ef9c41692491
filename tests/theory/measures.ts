/**
 * What the theory cases measure, one figure each: observed by a tally of its own, so that the port is
 * compared with theory and not with the way results are counted.
 *
 * Times are minutes, rates are per minute. Means are over the vehicles that arrived on counted days;
 * levels are averages over the time of these days.
 */
import type { PortObserver } from "../../server/port/observer.ts";
import { FAST_MARK } from "../../server/port/plan.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import type { Vehicles } from "../../server/port/vehicles.ts";
import { MINUTE } from "../../shared/units.ts";

export type Measure =
  /** Wait in a place before service of those who are served there; `quantile` from 0 to 1. */
  | {
      readonly of: "wait";
      readonly place: string;
      readonly who?: "fast" | "general";
      readonly quantile?: number;
    }
  /** Share of those served there who had to wait. */
  | { readonly of: "waited"; readonly place: string }
  /** From arrival to departure. */
  | { readonly of: "timeInside"; readonly who?: "fast" | "general" }
  /** Mean number waiting in a place for service. */
  | { readonly of: "waiting"; readonly place: string }
  | { readonly of: "inside" }
  /** Number waiting in the whole port at an instant, ms of the day. */
  | { readonly of: "waitingAt"; readonly place: string; readonly atMs: number }
  | { readonly of: "insideAt"; readonly atMs: number }
  /** Variance over mean of the number inside at an instant. */
  | { readonly of: "dispersionAt"; readonly atMs: number }
  | { readonly of: "turnedAway" }
  | { readonly of: "gaveUp" }
  /** Share of the time that a server of the place stands blocked. */
  | { readonly of: "blocked"; readonly place: string }
  | { readonly of: "throughput" };

/** A level that changes by steps, averaged over a window. */
class Level {
  now = 0;
  #since = 0;
  #area = 0;
  readonly #from: number;
  readonly #until: number;

  constructor(from: number, until: number) {
    this.#from = from;
    this.#until = until;
  }

  change(time: number, by: number): void {
    const from = this.#since > this.#from ? this.#since : this.#from;
    const to = time < this.#until ? time : this.#until;
    if (to > from) this.#area += this.now * (to - from);
    this.#since = time;
    this.now += by;
  }

  mean(): number {
    this.change(this.#until, 0);
    return this.#area / (this.#until - this.#from);
  }
}

class Sample {
  count = 0;
  positive = 0;
  #sum = 0;
  #values = new Float64Array(1024);

  add(value: number): void {
    if (this.count === this.#values.length) {
      const wider = new Float64Array(2 * this.count);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.count++] = value;
    this.#sum += value;
    if (value > 0) this.positive++;
  }

  mean(): number {
    return this.#sum / this.count;
  }

  quantile(p: number): number {
    const sorted = this.#values.slice(0, this.count).sort();
    return sorted[Math.min(this.count - 1, Math.floor(p * this.count))]!;
  }
}

type Place = {
  readonly waiting: Level;
  readonly blocked: Level;
  readonly fast: Sample;
  readonly general: Sample;
  readonly all: Sample;
};

export class TheoryTally implements PortObserver {
  #plan!: PortPlan;
  #vehicles!: Vehicles;
  #places: Place[] = [];
  #inside!: Level;
  #enteredMs = new Float64Array(0);
  #isBlocked = new Uint8Array(0);
  readonly #time = { fast: new Sample(), general: new Sample(), all: new Sample() };
  #arrived = 0;
  #turnedAway = 0;
  #gaveUp = 0;
  #departedInWindow = 0;

  started(plan: PortPlan, vehicles: Vehicles): void {
    this.#plan = plan;
    this.#vehicles = vehicles;
    const level = (): Level => new Level(plan.countFrom, plan.countUntil);
    this.#inside = level();
    this.#places = plan.places.map(() => ({
      waiting: level(),
      blocked: level(),
      fast: new Sample(),
      general: new Sample(),
      all: new Sample(),
    }));
  }

  arrived(time: number, vehicle: number): void {
    this.#inside.change(time, 1);
    if (this.#vehicles.counted[vehicle] === 1) this.#arrived++;
  }

  entered(time: number, vehicle: number, place: number): void {
    if (vehicle >= this.#enteredMs.length) this.#grow();
    this.#enteredMs[vehicle] = time;
    this.#isBlocked[vehicle] = 0;
    this.#places[place]!.waiting.change(time, 1);
  }

  began(time: number, vehicle: number, place: number): void {
    const at = this.#places[place]!;
    at.waiting.change(time, -1);
    const wait = time - this.#enteredMs[vehicle]!;
    this.#enteredMs[vehicle] = Number.NaN;
    if (this.#vehicles.counted[vehicle] === 0) return;
    at.all.add(wait);
    this.#classOf(at, vehicle).add(wait);
  }

  blocked(time: number, vehicle: number, place: number): void {
    if (this.#vehicles.server[vehicle] === -1) return;
    this.#isBlocked[vehicle] = 1;
    this.#places[place]!.blocked.change(time, 1);
  }

  left(time: number, vehicle: number, place: number): void {
    const at = this.#places[place]!;
    if (!Number.isNaN(this.#enteredMs[vehicle])) at.waiting.change(time, -1);
    if (this.#isBlocked[vehicle] === 1) at.blocked.change(time, -1);
    this.#isBlocked[vehicle] = 0;
  }

  departed(time: number, vehicle: number): void {
    this.#inside.change(time, -1);
    const { countFrom, countUntil } = this.#plan;
    if (time >= countFrom && time < countUntil) this.#departedInWindow++;
    if (this.#vehicles.counted[vehicle] === 0) return;
    const inside = time - this.#vehicles.arrivedMs[vehicle]!;
    this.#time.all.add(inside);
    this.#classOf(this.#time, vehicle).add(inside);
  }

  turnedAway(time: number, vehicle: number): void {
    this.#inside.change(time, -1);
    if (this.#vehicles.counted[vehicle] === 1) this.#turnedAway++;
  }

  gaveUp(time: number, vehicle: number): void {
    this.#inside.change(time, -1);
    if (this.#vehicles.counted[vehicle] === 1) this.#gaveUp++;
  }

  joined(): void {}
  held(): void {}
  manned(): void {}
  assigned(): void {}
  reviewing(): void {}
  onDuty(): void {}
  hour(): void {}
  gridlocked(time: number, places: readonly number[]): void {
    throw new Error(`places ${places.join()} block each other at ${time} ms`);
  }

  /** Vehicles waiting or inside at this moment of the run. */
  levelNow(measure: Measure): number {
    return measure.of === "waitingAt" ? this.#placeOf(measure.place).waiting.now : this.#inside.now;
  }

  /** Of a finished run. */
  value(measure: Exclude<Measure, { of: "waitingAt" | "insideAt" | "dispersionAt" }>): number {
    switch (measure.of) {
      case "wait": {
        const sample = this.#placeOf(measure.place)[measure.who ?? "all"];
        return (measure.quantile === undefined ? sample.mean() : sample.quantile(measure.quantile)) / MINUTE;
      }
      case "waited": {
        const { positive, count } = this.#placeOf(measure.place).all;
        return positive / count;
      }
      case "timeInside":
        return this.#time[measure.who ?? "all"].mean() / MINUTE;
      case "waiting":
        return this.#placeOf(measure.place).waiting.mean();
      case "inside":
        return this.#inside.mean();
      case "turnedAway":
        return this.#turnedAway / this.#arrived;
      case "gaveUp":
        return this.#gaveUp / this.#arrived;
      case "blocked": {
        const place = this.#planPlace(measure.place);
        return this.#places[place.index]!.blocked.mean() / place.serverCount;
      }
      case "throughput":
        return (this.#departedInWindow * MINUTE) / (this.#plan.countUntil - this.#plan.countFrom);
      default:
        return measure satisfies never;
    }
  }

  #classOf<T>(by: { readonly fast: T; readonly general: T }, vehicle: number): T {
    return (this.#vehicles.marks[vehicle]! & FAST_MARK) === 0 ? by.general : by.fast;
  }

  #placeOf(name: string): Place {
    return this.#places[this.#planPlace(name).index]!;
  }

  #planPlace(name: string): PortPlan["places"][number] {
    const place = this.#plan.places.find((one) => one.name === name);
    if (place === undefined) throw new Error(`no place ${name}`);
    return place;
  }

  #grow(): void {
    const entered = new Float64Array(this.#vehicles.capacity);
    entered.set(this.#enteredMs);
    this.#enteredMs = entered;
    const blocked = new Uint8Array(this.#vehicles.capacity);
    blocked.set(this.#isBlocked);
    this.#isBlocked = blocked;
  }
}
