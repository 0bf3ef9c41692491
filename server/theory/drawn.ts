/**
 * What a run has drawn, by window of time: how many vehicles came and how long their services were. Each
 * number is given less its known mean, so that its own mean is 0 when the draws are right.
 *
 * A service counts in the window in which it begins, since nothing that is known by then says how long
 * it will be. So it must be waited for before the numbers are read: `pending` says how many go on.
 */
import { MINUTE } from "../../shared/units.ts";
import type { PortPlan } from "../port/plan.ts";
import type { Vehicles } from "../port/vehicles.ts";
import type { Input } from "./case.ts";

const HOUR_MS = 3_600_000;
const NO_WINDOW = -1;

export class Drawn {
  /** Services that began in a window and are not over. */
  pending = 0;
  readonly #inputs: readonly Input[];
  readonly #stretches: number;
  readonly #relativeEdges: readonly number[] | null;
  #plan!: PortPlan;
  #vehicles!: Vehicles;
  #edges = new Float64Array(0);
  #window = NO_WINDOW;
  /** Per window. */
  #arrivals: Float64Array | null = null;
  /** By place, then per window; null where they are not wanted. */
  #visits: (Float64Array | null)[] = [];
  #services: ({ readonly sum: Float64Array; readonly count: Float64Array } | null)[] = [];
  #beganMs = new Float64Array(0);
  #beganIn = new Int32Array(0);

  /** Windows between these instants after the first counted midnight, ms; or as many as there are stretches. */
  constructor(inputs: readonly Input[], stretches: number, relativeEdges: readonly number[] | null) {
    this.#inputs = inputs;
    this.#stretches = stretches;
    this.#relativeEdges = relativeEdges;
  }

  started(plan: PortPlan, vehicles: Vehicles): void {
    this.#plan = plan;
    this.#vehicles = vehicles;
    const { countFrom, countUntil } = plan;
    const lengthMs = (countUntil - countFrom) / this.#stretches;
    const edges =
      this.#relativeEdges ?? Array.from({ length: this.#stretches + 1 }, (_, stretch) => stretch * lengthMs);
    this.#edges = Float64Array.from(edges, (edge) => countFrom + edge);
    const windows = (): Float64Array => new Float64Array(edges.length - 1);
    const isWanted = (of: Input["of"], place: string): boolean =>
      this.#inputs.some((input) => input.of === of && "place" in input && input.place === place);
    if (this.#inputs.some(({ of }) => of === "arrivals")) this.#arrivals = windows();
    this.#visits = plan.places.map(({ name }) => (isWanted("visits", name) ? windows() : null));
    this.#services = plan.places.map(({ name }) =>
      isWanted("service", name) ? { sum: windows(), count: windows() } : null,
    );
  }

  arrived(time: number): void {
    if (this.#arrivals === null) return;
    const window = this.#windowAt(time);
    if (window !== NO_WINDOW) this.#arrivals[window]++;
  }

  entered(time: number, place: number): void {
    const visits = this.#visits[place];
    if (visits === null) return;
    const window = this.#windowAt(time);
    if (window !== NO_WINDOW) visits[window]++;
  }

  began(time: number, vehicle: number, place: number): void {
    if (this.#services[place] === null) return;
    if (vehicle >= this.#beganMs.length) this.#grow();
    const window = this.#windowAt(time);
    this.#beganMs[vehicle] = time;
    this.#beganIn[vehicle] = window;
    if (window !== NO_WINDOW) this.pending++;
  }

  /** Its service is over, whether or not it can leave; a second call for the same service says nothing. */
  served(time: number, vehicle: number, place: number): void {
    const services = this.#services[place];
    if (services === null) return;
    const window = this.#beganIn[vehicle];
    if (window === NO_WINDOW) return;
    this.#beganIn[vehicle] = NO_WINDOW;
    this.pending--;
    services.sum[window] += time - this.#beganMs[vehicle];
    services.count[window]++;
  }

  /** By input, then by window. */
  values(): readonly Float64Array[] {
    return this.#inputs.map((input) => {
      switch (input.of) {
        case "arrivals":
          return this.#arrivals!.map((count, window) => count - this.#expectedArrivals(window));
        case "visits":
          return this.#visits[this.#placeOf(input.place)]!.map(
            (count, window) => count - input.share * this.#expectedArrivals(window),
          );
        case "service": {
          const { sum, count } = this.#services[this.#placeOf(input.place)]!;
          return sum.map((ms, window) => ms / MINUTE - input.minutes * count[window]);
        }
        default:
          return input satisfies never;
      }
    });
  }

  /** Of the scenario's rates and batches, over a window. */
  #expectedArrivals(window: number): number {
    const { rates, batch } = this.#plan.demand;
    const [from, until] = [this.#edges[window], this.#edges[window + 1]];
    let expected = 0;
    for (const rate of rates) {
      rate?.times.forEach((time, step) => {
        const start = Math.max(from, time);
        const end = Math.min(until, rate.times[step + 1] ?? Infinity);
        if (end > start) expected += (rate.perHour[step] * (end - start)) / HOUR_MS;
      });
    }
    if (batch === null) return expected;
    const mean = batch.sizes.reduce(
      (sum, size, i) => sum + size * (batch.cumulative[i] - (i === 0 ? 0 : batch.cumulative[i - 1])),
      0,
    );
    return expected * mean;
  }

  #windowAt(time: number): number {
    const edges = this.#edges;
    while (this.#window + 1 < edges.length && time >= edges[this.#window + 1]) this.#window++;
    return this.#window < edges.length - 1 ? this.#window : NO_WINDOW;
  }

  #placeOf(name: string): number {
    return this.#plan.places.findIndex((place) => place.name === name);
  }

  #grow(): void {
    const beganMs = new Float64Array(this.#vehicles.capacity);
    beganMs.set(this.#beganMs);
    this.#beganMs = beganMs;
    const beganIn = new Int32Array(this.#vehicles.capacity).fill(NO_WINDOW);
    beganIn.set(this.#beganIn);
    this.#beganIn = beganIn;
  }
}
