/**
 * Copies of a run at instants that it has passed, so that going back need not begin at midnight. They are few:
 * when there are too many, every second one is dropped and new ones are kept half as often.
 */
import { takeOut } from "../engine/carry.ts";
import type { Carried, Item } from "../engine/carry.ts";
import { HOUR } from "../../shared/units.ts";

const MOST = 8;
const FIRST_EVERY_MS = HOUR / 2;

export type KeptRun = { readonly atMs: number; readonly items: readonly Item[] };

export class KeptRuns {
  #everyMs = FIRST_EVERY_MS;
  #kept: readonly KeptRun[] = [];

  /** At a whole minute of the run, after all events of the instant; keeps a copy when it is time for one. */
  note(atMs: number, ...tables: readonly Carried[]): void {
    const last = this.#kept.at(-1)?.atMs ?? 0;
    if (atMs % this.#everyMs !== 0 || atMs <= last) return;
    this.#kept = [...this.#kept, { atMs, items: takeOut(...tables) }];
    if (this.#kept.length <= MOST) return;
    this.#everyMs *= 2;
    this.#kept = this.#kept.filter((kept) => kept.atMs % this.#everyMs === 0);
  }

  /** The last one at or before an instant. */
  before(atMs: number): KeptRun | null {
    return this.#kept.findLast((kept) => kept.atMs <= atMs) ?? null;
  }

  /** From this instant on the run will be another. */
  forgetFrom(atMs: number): void {
    this.#kept = this.#kept.filter((kept) => kept.atMs < atMs);
  }
}
