/**
 * Sums, highest values and histograms of what happens to counted vehicles. Waits are by hour of joining
 * the line; what has no joining goes by the hour of arriving.
 */
import { TALLY_CLASSES } from "../core/constants.ts";
import type { Core } from "../engine/core.ts";
import { CellSums, GROUPS } from "./groups.ts";
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
  readonly #wait: CellSums;
  readonly #waits: Histograms;
  /** By group: the longest wait, and how many were longer than 60 min. */
  readonly #longWaits: Float64Array;
  readonly #reader: CellSums;
  readonly #readers: Histograms;
  readonly #crossing: CellSums;
  readonly #crossings: Histograms;
  readonly #delay: CellSums;
  readonly #dwell: CellSums;
  readonly #stageWait: CellSums;
  readonly #stageWaits: Histograms;
  readonly #blocked: CellSums;

  constructor(core: Core, places: number) {
    this.#wait = new CellSums(core);
    this.#waits = new Histograms(core, GROUPS);
    this.#reader = new CellSums(core);
    this.#readers = new Histograms(core, TALLY_CLASSES);
    this.#crossing = new CellSums(core);
    this.#crossings = new Histograms(core, TALLY_CLASSES);
    this.#delay = new CellSums(core);
    this.#dwell = new CellSums(core, places);
    this.#stageWait = new CellSums(core, places);
    this.#stageWaits = new Histograms(core, places);
    this.#blocked = new CellSums(core, places);
    const longWaits = core.doublesOf(new Float64Array(2 * GROUPS));
    this.#longWaits = core.doubles(longWaits, 2 * GROUPS);
    core.exports.makeFigures(
      this.#wait.at,
      this.#waits.at,
      this.#reader.at,
      this.#readers.at,
      this.#crossing.at,
      this.#crossings.at,
      this.#delay.at,
      this.#dwell.at,
      this.#stageWait.at,
      this.#stageWaits.at,
      this.#blocked.at,
      longWaits,
    );
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

  summary(): VehicleFiguresSummary {
    return {
      wait: this.#wait.grouped(),
      waitHighest: this.#longWaits.filter((_, at) => at % 2 === 0),
      waitOver60: this.#longWaits.filter((_, at) => at % 2 === 1),
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
}
