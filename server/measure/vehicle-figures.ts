/**
 * Sums, highest values and histograms of what happens to counted vehicles. Waits are by hour of joining
 * the line; what has no joining goes by the hour of arriving.
 */
import { HOUR } from "../../shared/units.ts";
import { TALLY_CLASSES } from "../port/plan.ts";
import { FIRST_HOUR_GROUP, GROUPS, GroupSums } from "./groups.ts";
import type { GroupedSums } from "./groups.ts";
import { Histograms } from "./histogram.ts";
import type { PackedHistograms } from "./histogram.ts";

export type VehicleFiguresSummary = {
  readonly wait: GroupedSums;
  /** By group. */
  readonly waitHighest: Float64Array;
  readonly waitOver60: Float64Array;
  readonly waits: PackedHistograms;
  /** Histograms of these by class. */
  readonly waitFromReader: GroupedSums;
  readonly waitsFromReader: PackedHistograms;
  readonly crossing: GroupedSums;
  readonly crossings: PackedHistograms;
  readonly delay: GroupedSums;
  /** By place and group: visits of vehicles that departed, and their time there. */
  readonly dwell: GroupedSums;
  /** By place and group: calls by a server. Histograms by place. */
  readonly stageWait: GroupedSums;
  readonly stageWaits: PackedHistograms;
  /** By place and group: visits ended, and blocked time in them. */
  readonly blocked: GroupedSums;
};

export class VehicleFigures {
  readonly #wait = new GroupSums();
  readonly #waitHighest = new Float64Array(GROUPS);
  readonly #waitOver60 = new Float64Array(GROUPS);
  readonly #waits = new Histograms(GROUPS);
  readonly #reader = new GroupSums();
  readonly #readers = new Histograms(TALLY_CLASSES);
  readonly #crossing = new GroupSums();
  readonly #crossings = new Histograms(TALLY_CLASSES);
  readonly #delay = new GroupSums();
  readonly #dwell: GroupSums;
  readonly #stageWait: GroupSums;
  readonly #stageWaits: Histograms;
  readonly #blocked: GroupSums;

  constructor(places: number) {
    this.#dwell = new GroupSums(places);
    this.#stageWait = new GroupSums(places);
    this.#stageWaits = new Histograms(places);
    this.#blocked = new GroupSums(places);
  }

  /** As they stand: crossing times of those departed, and their dwell by place. */
  get crossing(): GroupedSums {
    return this.#crossing;
  }

  get dwell(): GroupedSums {
    return this.#dwell;
  }

  reachedBooth(tally: number, hour: number, wait: number, fromReader: number): void {
    this.#wait.add(0, tally, hour, wait);
    this.#noteWait(tally, wait);
    this.#noteWait(FIRST_HOUR_GROUP + hour, wait);
    this.#reader.add(0, tally, hour, fromReader);
    this.#readers.add(tally, fromReader);
  }

  called(place: number, tally: number, hour: number, wait: number): void {
    this.#stageWait.add(place, tally, hour, wait);
    this.#stageWaits.add(place, wait);
  }

  wasBlocked(place: number, tally: number, hour: number, ms: number): void {
    this.#blocked.add(place, tally, hour, ms);
  }

  crossed(tally: number, hour: number, crossing: number, delay: number): void {
    this.#crossing.add(0, tally, hour, crossing);
    this.#crossings.add(tally, crossing);
    this.#delay.add(0, tally, hour, delay);
  }

  dwelt(place: number, tally: number, hour: number, ms: number, visits: number): void {
    this.#dwell.add(place, tally, hour, ms, visits);
  }

  summary(): VehicleFiguresSummary {
    return {
      wait: this.#wait.copy(),
      waitHighest: this.#waitHighest.slice(),
      waitOver60: this.#waitOver60.slice(),
      waits: this.#waits.pack(),
      waitFromReader: this.#reader.copy(),
      waitsFromReader: this.#readers.pack(),
      crossing: this.#crossing.copy(),
      crossings: this.#crossings.pack(),
      delay: this.#delay.copy(),
      dwell: this.#dwell.copy(),
      stageWait: this.#stageWait.copy(),
      stageWaits: this.#stageWaits.pack(),
      blocked: this.#blocked.copy(),
    };
  }

  #noteWait(group: number, wait: number): void {
    this.#waits.add(group, wait);
    if (wait > HOUR) this.#waitOver60[group]++;
    if (wait > this.#waitHighest[group]) this.#waitHighest[group] = wait;
  }
}
