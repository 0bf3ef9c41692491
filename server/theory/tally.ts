/**
 * What the cases measure and the inputs they go by: observed by a tally of its own, so that the port is
 * compared with theory and not with the way results are counted.
 *
 * The counted days are cut into stretches: means are over the vehicles that arrived in one, levels are
 * averages over its time. Only what the measures and inputs name is counted, since millions of vehicles pass.
 */
import { MINUTE } from "../../shared/units.ts";
import type { PortObserver } from "../port/observer.ts";
import { FAST_MARK, NONE } from "../port/plan.ts";
import type { PortPlan } from "../port/plan.ts";
import type { Vehicles } from "../port/vehicles.ts";
import type { Input, InstantMeasure, Measure, WholeMeasure } from "./case.ts";
import { Drawn } from "./drawn.ts";
import { Level } from "./level.ts";
import { Sample } from "./sample.ts";

/** By stretch. */
type Samples = { readonly fast: Sample[]; readonly general: Sample[]; readonly all: Sample[] };
type Watched = Samples & { readonly waiting: Level; readonly blocked: Level };

export type TallyOptions = {
  readonly measures: readonly Measure[];
  readonly inputs?: readonly Input[];
  /** Parts of equal length that the counted days are cut into; one when not given. */
  readonly stretches?: number;
  /** Windows of the inputs, ms from the first counted midnight; the stretches when not given. */
  readonly edgesMs?: readonly number[];
};

export class TheoryTally implements PortObserver {
  /** What was drawn. */
  readonly drawn: Drawn;
  readonly #measures: readonly Measure[];
  #plan!: PortPlan;
  #vehicles!: Vehicles;
  /** By place; null where nothing is measured. */
  #places: (Watched | null)[] = [];
  #inside!: Level;
  #time!: Samples;
  #enteredMs = new Float64Array(0);
  #isBlocked = new Uint8Array(0);
  readonly #stretches: number;
  #stretchMs = 0;
  readonly #arrived: Float64Array;
  readonly #turnedAway: Float64Array;
  readonly #gaveUp: Float64Array;
  readonly #departed: Float64Array;
  readonly #departures: number[] | null;

  constructor({ measures, inputs = [], stretches = 1, edgesMs }: TallyOptions) {
    this.#measures = measures;
    this.#stretches = stretches;
    this.drawn = new Drawn(inputs, stretches, edgesMs ?? null);
    const counts = (): Float64Array => new Float64Array(stretches);
    [this.#arrived, this.#turnedAway, this.#gaveUp, this.#departed] = [
      counts(),
      counts(),
      counts(),
      counts(),
    ];
    this.#departures = measures.some(({ of }) => of === "departure") ? [] : null;
  }

  started(plan: PortPlan, vehicles: Vehicles): void {
    this.#plan = plan;
    this.#vehicles = vehicles;
    this.drawn.started(plan, vehicles);
    this.#stretchMs = (plan.countUntil - plan.countFrom) / this.#stretches;
    const level = (): Level => new Level(plan.countFrom, this.#stretchMs, this.#stretches);
    this.#inside = level();
    this.#time = this.#samples(false);
    this.#places = plan.places.map(({ name }) => {
      const here = this.#measures.filter((measure) => "place" in measure && measure.place === name);
      if (here.length === 0) return null;
      const keeps = here.some((measure) => measure.of === "wait" && measure.quantile !== undefined);
      return { waiting: level(), blocked: level(), ...this.#samples(keeps) };
    });
  }

  arrived(time: number, vehicle: number): void {
    this.#inside.change(time, 1);
    this.drawn.arrived(time);
    if (this.#vehicles.counted[vehicle] === 1) this.#arrived[this.#stretchAt(time)]++;
  }

  entered(time: number, vehicle: number, place: number): void {
    this.drawn.entered(time, place);
    const at = this.#places[place];
    if (at === null) return;
    if (vehicle >= this.#enteredMs.length) this.#grow();
    this.#enteredMs[vehicle] = time;
    this.#isBlocked[vehicle] = 0;
    at.waiting.change(time, 1);
  }

  began(time: number, vehicle: number, place: number): void {
    this.drawn.began(time, vehicle, place);
    const at = this.#places[place];
    if (at === null) return;
    at.waiting.change(time, -1);
    const wait = time - this.#enteredMs[vehicle];
    this.#enteredMs[vehicle] = Number.NaN;
    if (this.#vehicles.counted[vehicle] === 0) return;
    this.#add(at, vehicle, wait);
  }

  blocked(time: number, vehicle: number, place: number): void {
    if (this.#vehicles.server[vehicle] === NONE) return;
    this.drawn.served(time, vehicle, place);
    const at = this.#places[place];
    if (at === null) return;
    this.#isBlocked[vehicle] = 1;
    at.blocked.change(time, 1);
  }

  left(time: number, vehicle: number, place: number, server: number): void {
    if (server !== NONE) this.drawn.served(time, vehicle, place);
    const at = this.#places[place];
    if (at === null) return;
    if (!Number.isNaN(this.#enteredMs[vehicle])) at.waiting.change(time, -1);
    if (this.#isBlocked[vehicle] === 1) at.blocked.change(time, -1);
    this.#isBlocked[vehicle] = 0;
  }

  departed(time: number, vehicle: number): void {
    this.#inside.change(time, -1);
    const { countFrom, countUntil } = this.#plan;
    if (time >= countFrom && time < countUntil) this.#departed[this.#stretchAt(time)]++;
    if (this.#vehicles.counted[vehicle] === 0) return;
    this.#add(this.#time, vehicle, time - this.#vehicles.arrivedMs[vehicle]);
    this.#departures?.push(time - countFrom);
  }

  turnedAway(time: number, vehicle: number): void {
    this.#inside.change(time, -1);
    if (this.#vehicles.counted[vehicle] === 1) this.#turnedAway[this.#stretchOf(vehicle)]++;
  }

  gaveUp(time: number, vehicle: number): void {
    this.#inside.change(time, -1);
    if (this.#vehicles.counted[vehicle] === 1) this.#gaveUp[this.#stretchOf(vehicle)]++;
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

  /** At this moment of the run, which is in this stretch. */
  valueAt(measure: InstantMeasure, stretch: number, now: number): number {
    switch (measure.of) {
      case "waitingAt":
        return this.#placeOf(measure.place).waiting.now;
      case "waitingUntil":
        return this.#placeOf(measure.place).waiting.mean(stretch, now);
      case "insideAt":
      case "dispersionAt":
        return this.#inside.now;
      default:
        return measure satisfies never;
    }
  }

  /** Of a stretch of a finished run. */
  value(measure: WholeMeasure, stretch = 0): number {
    switch (measure.of) {
      case "wait": {
        const sample = this.#placeOf(measure.place)[measure.who ?? "all"][stretch];
        return (measure.quantile === undefined ? sample.mean() : sample.quantile(measure.quantile)) / MINUTE;
      }
      case "waited": {
        const { positive, count } = this.#placeOf(measure.place).all[stretch];
        return positive / count;
      }
      case "longestWait":
        return this.#placeOf(measure.place).all[stretch].longest / MINUTE;
      case "totalWait":
        return this.#placeOf(measure.place).all[stretch].sum / MINUTE;
      case "timeInside":
        return this.#time[measure.who ?? "all"][stretch].mean() / MINUTE;
      case "waiting":
        return this.#placeOf(measure.place).waiting.mean(stretch);
      case "inside":
        return this.#inside.mean(stretch);
      case "turnedAway":
        return this.#turnedAway[stretch] / this.#arrived[stretch];
      case "gaveUp":
        return this.#gaveUp[stretch] / this.#arrived[stretch];
      case "blocked":
        return (
          this.#placeOf(measure.place).blocked.mean(stretch) / this.#planPlace(measure.place).serverCount
        );
      case "throughput":
        return (this.#departed[stretch] * MINUTE) / this.#stretchMs;
      case "servedInAll":
        return this.#time.all[stretch].count;
      case "turnedAwayInAll":
        return this.#turnedAway[stretch];
      case "departure":
        return (this.#departures?.[measure.number - 1] ?? Number.NaN) / MINUTE;
      default:
        return measure satisfies never;
    }
  }

  #add(samples: Samples, vehicle: number, value: number): void {
    const stretch = this.#stretchOf(vehicle);
    samples.all[stretch].add(value);
    const { fast, general } = samples;
    ((this.#vehicles.marks[vehicle] & FAST_MARK) === 0 ? general : fast)[stretch].add(value);
  }

  #samples(keepsValues: boolean): Samples {
    const samples = (): Sample[] => Array.from({ length: this.#stretches }, () => new Sample(keepsValues));
    return { fast: samples(), general: samples(), all: samples() };
  }

  /** Of a counted vehicle: when it arrived. */
  #stretchOf(vehicle: number): number {
    return this.#stretchAt(this.#vehicles.arrivedMs[vehicle]);
  }

  #stretchAt(time: number): number {
    return Math.floor((time - this.#plan.countFrom) / this.#stretchMs);
  }

  #placeOf(name: string): Watched {
    const watched = this.#places[this.#planPlace(name).index];
    if (watched === null) throw new Error(`nothing is measured at ${name}`);
    return watched;
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
