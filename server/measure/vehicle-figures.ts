/**
 * Sums, highest values and histograms of what happens to counted vehicles. Waits are by hour of joining
 * the line; what has no joining goes by the hour of arriving.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { HOUR } from "../../shared/units.ts";
import { TALLY_CLASSES } from "../port/plan.ts";
import { CellSums, FIRST_HOUR_GROUP, GROUPS, HOURS } from "./groups.ts";
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

export class VehicleFigures implements Carried {
  readonly #wait = new CellSums();
  readonly #waitHighest = new Float64Array(GROUPS);
  readonly #waitOver60 = new Float64Array(GROUPS);
  readonly #waits = new Histograms(GROUPS);
  readonly #reader = new CellSums();
  readonly #readers = new Histograms(TALLY_CLASSES);
  readonly #crossing = new CellSums();
  readonly #crossings = new Histograms(TALLY_CLASSES);
  readonly #delay = new CellSums();
  readonly #dwell: CellSums;
  readonly #stageWait: CellSums;
  readonly #stageWaits: Histograms;
  readonly #blocked: CellSums;

  constructor(places: number) {
    this.#dwell = new CellSums(places);
    this.#stageWait = new CellSums(places);
    this.#stageWaits = new Histograms(places);
    this.#blocked = new CellSums(places);
  }

  carry(carrier: Carrier): void {
    for (const sums of [this.#wait, this.#reader, this.#crossing, this.#delay]) sums.carry(carrier);
    for (const sums of [this.#dwell, this.#stageWait, this.#blocked]) sums.carry(carrier);
    for (const bins of [this.#waits, this.#readers, this.#crossings, this.#stageWaits]) bins.carry(carrier);
    carrier.fixed(this.#waitHighest);
    carrier.fixed(this.#waitOver60);
  }

  /** As they stand: crossing times and delays of those departed, and their dwell by place. */
  get crossing(): GroupedSums {
    return this.#crossing.grouped();
  }

  get delay(): GroupedSums {
    return this.#delay.grouped();
  }

  get dwell(): GroupedSums {
    return this.#dwell.grouped();
  }

  reachedBooth(cell: number, wait: number, fromReader: number): void {
    const tally = Math.floor(cell / HOURS);
    this.#wait.add(0, cell, wait, 1);
    this.#noteWait(tally, wait);
    this.#noteWait(FIRST_HOUR_GROUP + (cell % HOURS), wait);
    this.#reader.add(0, cell, fromReader, 1);
    this.#readers.add(tally, fromReader);
  }

  called(place: number, cell: number, wait: number): void {
    this.#stageWait.add(place, cell, wait, 1);
    this.#stageWaits.add(place, wait);
  }

  wasBlocked(place: number, cell: number, ms: number): void {
    this.#blocked.add(place, cell, ms, 1);
  }

  crossed(cell: number, crossing: number, delay: number): void {
    this.#crossing.add(0, cell, crossing, 1);
    this.#crossings.add(Math.floor(cell / HOURS), crossing);
    this.#delay.add(0, cell, delay, 1);
  }

  dwelt(place: number, cell: number, ms: number, visits: number): void {
    this.#dwell.add(place, cell, ms, visits);
  }

  summary(): VehicleFiguresSummary {
    return {
      wait: this.#wait.grouped(),
      waitHighest: this.#waitHighest.slice(),
      waitOver60: this.#waitOver60.slice(),
      waits: this.#waits.pack(),
      waitFromReader: this.#reader.grouped(),
      waitsFromReader: this.#readers.pack(),
      crossing: this.#crossing.grouped(),
      crossings: this.#crossings.pack(),
      delay: this.#delay.grouped(),
      dwell: this.#dwell.grouped(),
      stageWait: this.#stageWait.grouped(),
      stageWaits: this.#stageWaits.pack(),
      blocked: this.#blocked.grouped(),
    };
  }

  #noteWait(group: number, wait: number): void {
    this.#waits.add(group, wait);
    if (wait > HOUR) this.#waitOver60[group]++;
    if (wait > this.#waitHighest[group]) this.#waitHighest[group] = wait;
  }
}
