/**
 * The course of a day in bins of five minutes, for charts: the queue at the end of a bin, the waits of
 * those who reached the booth in it, and departures. Covers the first days that count, all vehicles.
 */
import type { Core } from "../engine/core.ts";
import { DAY, MINUTE } from "../../shared/units.ts";
import type { PortPlan } from "../port/plan.ts";

export const BIN_MS = 5 * MINUTE;
/** Longer runs are charted by hour of the day, not by instant. */
const MOST_DAYS = 8;

export type DaySeries = {
  /** Start of the first bin, ms from the run's first midnight. */
  readonly fromMs: number;
  /** Bins that the run has gone through; those after it are empty because nobody looked. */
  readonly bins: number;
  /** Nobody was left inside at the end, so that the bins after it are truly zero until the next opening. */
  readonly endedEmpty: boolean;
  readonly queue: Int32Array;
  readonly waitSum: Float64Array;
  readonly waitCount: Int32Array;
  readonly departed: Int32Array;
};

/** Numbers of a bin in the core: a double, then three integers and one unused. */
const BIN_DOUBLES = 3;
const BIN_INTS = 6;

export class Series {
  readonly #core: Core;
  readonly #from: number;
  readonly #bins: number;
  /** How many are bins, how many are filled, and where the bins stand. */
  readonly #head: Int32Array;

  constructor(core: Core, plan: Pick<PortPlan, "countFrom" | "followUntil">) {
    this.#core = core;
    this.#from = plan.countFrom;
    const span = Math.min(plan.followUntil - plan.countFrom, MOST_DAYS * DAY);
    this.#bins = Math.ceil(span / BIN_MS);
    const at = core.exports.makeSeries(this.#from, BIN_MS, this.#bins);
    this.#head = core.ints(at + 24, 3);
  }

  summary(now: number, queue: number, inside: number): DaySeries {
    this.#core.exports.seriesQueueUntil(now + 1, queue);
    const [bins, filled, table] = this.#head;
    const doubles = this.#core.doubles(table, bins * BIN_DOUBLES);
    const ints = this.#core.ints(table, bins * BIN_INTS);
    const each = (at: number): Int32Array =>
      Int32Array.from({ length: bins }, (_, bin) => ints[bin * BIN_INTS + at]);
    return {
      fromMs: this.#from,
      bins: filled,
      endedEmpty: inside === 0,
      queue: each(4),
      waitSum: Float64Array.from({ length: bins }, (_, bin) => doubles[bin * BIN_DOUBLES]),
      waitCount: each(2),
      departed: each(3),
    };
  }
}
