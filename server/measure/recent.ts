/**
 * What happened lately: the mean wait of those who reached a booth in the last quarter of an hour and
 * the departures of the last hour, from running totals noted at every whole minute.
 *
 * Between minutes the span begins at the last noted minute that lies a whole span back.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";

export type RunningTotals = {
  readonly arrived: number;
  readonly departed: number;
  /** Vehicles that reached primary, and the sum of their waits. */
  readonly reached: number;
  readonly waitMs: number;
};

const KEPT = HOUR / MINUTE + 1;
const WAIT_SPAN = 15 * MINUTE;

export class Recent implements Carried {
  /** By minute of the run, modulo what is kept; zero before the run began. */
  readonly #departed = new Float64Array(KEPT);
  readonly #reached = new Float64Array(KEPT);
  readonly #waitMs = new Float64Array(KEPT);

  carry(carrier: Carrier): void {
    for (const column of [this.#departed, this.#reached, this.#waitMs]) carrier.column(column);
  }

  /** Totals at a whole minute; every minute is to be noted. */
  note(nowMs: number, totals: RunningTotals): void {
    const at = slot(nowMs);
    this.#departed[at] = totals.departed;
    this.#reached[at] = totals.reached;
    this.#waitMs[at] = totals.waitMs;
  }

  figures(
    nowMs: number,
    totals: RunningTotals,
  ): { readonly waitMs: number | null; readonly clearedLastHour: number } {
    const wait = slot(nowMs - WAIT_SPAN);
    const reached = totals.reached - this.#reached[wait];
    return {
      waitMs: reached === 0 ? null : (totals.waitMs - this.#waitMs[wait]) / reached,
      clearedLastHour: totals.departed - this.#departed[slot(nowMs - HOUR)],
    };
  }
}

const slot = (ms: number): number => ((Math.floor(ms / MINUTE) % KEPT) + KEPT) % KEPT;
