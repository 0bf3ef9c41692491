/**
 * Who came and what became of them, by class and by hour of arriving, for all vehicles and for the
 * counted ones; and the time they spent, so that the laws can be proved: every vehicle is somewhere, and
 * the time spent inside is the integral of the number inside (Little's law, exactly).
 */
import type { Core, Fault } from "../engine/core.ts";
import { IN_NO_PLACE } from "../core/fault-codes.ts";
import type { PortPlan } from "../port/plan.ts";
import { CELLS, groupedCells, HOURS } from "./groups.ts";
import type { PlaceLevels } from "./place-levels.ts";

export const FATES = ["arrived", "departed", "turnedAway", "gaveUp"] as const;
export type Fate = (typeof FATES)[number];

/** Counted vehicles by group. */
export type LedgerSummary = Readonly<Record<Fate | "unfinished", Float64Array>>;

/** Numbers of a cell in the core, in this order: the fates, and those inside when the books were closed. */
const [ARRIVED, DEPARTED, TURNED_AWAY, GAVE_UP, INSIDE] = [0, 1, 2, 3, 4];
const FATE_NUMBERS = 5;
/** Numbers of a place: time spent and waited there by those gone on, and the same with those inside at the end. */
const SPENT_NUMBERS = 4;

export class Ledger {
  readonly #plan: PortPlan;
  /** Cells of those not counted, then of those counted. */
  readonly #fates: Float64Array;
  /** By place, and of the port as a whole after them. */
  readonly #spent: Float64Array;

  constructor(core: Core, plan: PortPlan) {
    this.#plan = plan;
    const fates = core.doublesOf(new Float64Array(2 * CELLS * FATE_NUMBERS));
    const spent = core.doublesOf(new Float64Array((plan.places.length + 1) * SPENT_NUMBERS));
    this.#fates = core.doubles(fates, 2 * CELLS * FATE_NUMBERS);
    this.#spent = core.doubles(spent, (plan.places.length + 1) * SPENT_NUMBERS);
    core.exports.makeLedger(plan.places.length, fates, spent);
  }

  get faults(): Readonly<Record<number, Fault>> {
    return { [IN_NO_PLACE]: (vehicle, now) => `vehicle ${vehicle} is inside but in no place at ${now} ms` };
  }

  /** Throws when a vehicle was lost or doubled, or time was: after the core has closed the books. */
  prove(levels: PlaceLevels): void {
    const { places } = this.#plan;
    for (let cell = 0; cell < 2 * CELLS; cell++) this.#proveNumbers(cell);
    const spent = (index: number): number => this.#spent[index * SPENT_NUMBERS + 2];
    const waited = (index: number): number => this.#spent[index * SPENT_NUMBERS + 3];
    proveTime("the port", spent(places.length), levels.port.total(0));
    for (const { index, name } of places) {
      proveTime(name, spent(index), levels.inside.total(index));
      proveTime(`the line at ${name}`, waited(index), levels.waiting.total(index));
    }
  }

  summary(): LedgerSummary {
    const counted = this.#fates.subarray(CELLS * FATE_NUMBERS);
    const of = (fate: number): Float64Array => groupedCells(counted, 1, FATE_NUMBERS, fate);
    const [arrived, departed, turnedAway, gaveUp] = [of(ARRIVED), of(DEPARTED), of(TURNED_AWAY), of(GAVE_UP)];
    const unfinished = arrived.map((n, g) => n - departed[g] - turnedAway[g] - gaveUp[g]);
    return { arrived, departed, turnedAway, gaveUp, unfinished };
  }

  #proveNumbers(cell: number): void {
    const of = this.#fates.subarray(cell * FATE_NUMBERS, (cell + 1) * FATE_NUMBERS);
    if (of[ARRIVED] === of[DEPARTED] + of[TURNED_AWAY] + of[GAVE_UP] + of[INSIDE]) return;
    throw new Error(
      `vehicles lost or doubled among ${cellName(cell)}: ${of[ARRIVED]} arrived, ${of[DEPARTED]} departed, ` +
        `${of[TURNED_AWAY]} were turned away, ${of[GAVE_UP]} gave up, ${of[INSIDE]} are inside`,
    );
  }
}

function proveTime(where: string, spent: number, integral: number): void {
  if (spent === integral) return;
  throw new Error(
    `time lost at ${where}: vehicles spent ${spent} ms there, the number there adds up to ${integral} ms`,
  );
}

function cellName(index: number): string {
  const cell = index % CELLS;
  const of = index < CELLS ? "uncounted" : "counted";
  return `${of} vehicles of class ${Math.floor(cell / HOURS)} and hour ${cell % HOURS}`;
}
