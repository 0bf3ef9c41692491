/**
 * Who came and what became of them, by class and by hour of arriving, for all vehicles and for the
 * counted ones; and the time they spent, so that the laws can be proved: every vehicle is somewhere, and
 * the time spent inside is the integral of the number inside (Little's law, exactly).
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { NONE } from "../port/plan.ts";
import type { PortPlan } from "../port/plan.ts";
import { CELLS, groupedCells, HOURS } from "./groups.ts";
import type { PlaceLevels } from "./place-levels.ts";
import type { VehicleColumns } from "./vehicle-columns.ts";
import { WAITS } from "./vehicle-columns.ts";

export const FATES = ["arrived", "departed", "turnedAway", "gaveUp"] as const;
export type Fate = (typeof FATES)[number];

/** Counted vehicles by group. */
export type LedgerSummary = Readonly<Record<Fate | "unfinished", Float64Array>>;

export class Ledger implements Carried {
  readonly #plan: PortPlan;
  /** By fate: cells of those not counted, then of those counted. */
  readonly #arrived = new Float64Array(2 * CELLS);
  readonly #departed = new Float64Array(2 * CELLS);
  readonly #turnedAway = new Float64Array(2 * CELLS);
  readonly #gaveUp = new Float64Array(2 * CELLS);
  readonly #timeIn: Float64Array;
  readonly #timeWaiting: Float64Array;
  #timeInPort = 0;

  constructor(plan: PortPlan) {
    this.#plan = plan;
    this.#timeIn = new Float64Array(plan.places.length);
    this.#timeWaiting = new Float64Array(plan.places.length);
  }

  carry(carrier: Carrier): void {
    for (const column of [this.#arrived, this.#departed, this.#turnedAway, this.#gaveUp])
      carrier.fixed(column);
    for (const column of [this.#timeIn, this.#timeWaiting]) carrier.fixed(column);
    this.#timeInPort = carrier.number(this.#timeInPort);
  }

  /** `cell` is that of the vehicle's class and its hour of arriving. */
  arrived(counted: number, cell: number): void {
    this.#arrived[counted * CELLS + cell]++;
  }

  departed(counted: number, cell: number): void {
    this.#departed[counted * CELLS + cell]++;
  }

  turnedAway(counted: number, cell: number): void {
    this.#turnedAway[counted * CELLS + cell]++;
  }

  gaveUp(counted: number, cell: number): void {
    this.#gaveUp[counted * CELLS + cell]++;
  }

  spentIn(place: number, ms: number): void {
    this.#timeIn[place] += ms;
  }

  spentWaiting(place: number, ms: number): void {
    this.#timeWaiting[place] += ms;
  }

  spentInPort(ms: number): void {
    this.#timeInPort += ms;
  }

  /** Throws when a vehicle was lost or doubled, or time was. `levels` are integrated up to `now`. */
  prove(now: number, vehicles: VehicleColumns, levels: PlaceLevels): void {
    const inside = new Float64Array(2 * CELLS);
    const timeIn = this.#timeIn.slice();
    const timeWaiting = this.#timeWaiting.slice();
    let timeInPort = this.#timeInPort;
    for (let v = 0; v < vehicles.capacity; v++) {
      if (vehicles.inPort[v] === 0) continue;
      const place = vehicles.place[v];
      if (place === NONE) throw new Error(`vehicle ${v} is inside but in no place at ${now} ms`);
      inside[vehicles.counted[v] * CELLS + vehicles.arrivalCell[v]]++;
      timeIn[place] += now - vehicles.enteredAt[v];
      if (vehicles.does[v] === WAITS) timeWaiting[place] += now - vehicles.since[v];
      timeInPort += now - vehicles.arrivedAt[v];
    }
    this.#proveNumbers(inside);
    proveTime("the port", timeInPort, levels.port.total(0));
    for (const { index, name } of this.#plan.places) {
      proveTime(name, timeIn[index], levels.inside.total(index));
      proveTime(`the line at ${name}`, timeWaiting[index], levels.waiting.total(index));
    }
  }

  summary(): LedgerSummary {
    const counted = (cells: Float64Array): Float64Array => groupedCells(cells.subarray(CELLS));
    const arrived = counted(this.#arrived);
    const departed = counted(this.#departed);
    const turnedAway = counted(this.#turnedAway);
    const gaveUp = counted(this.#gaveUp);
    const unfinished = arrived.map((n, g) => n - departed[g] - turnedAway[g] - gaveUp[g]);
    return { arrived, departed, turnedAway, gaveUp, unfinished };
  }

  #proveNumbers(inside: Float64Array): void {
    for (let c = 0; c < 2 * CELLS; c++) {
      const gone = this.#departed[c] + this.#turnedAway[c] + this.#gaveUp[c];
      if (this.#arrived[c] === gone + inside[c]) continue;
      throw new Error(
        `vehicles lost or doubled among ${cellName(c)}: ${this.#arrived[c]} arrived, ${this.#departed[c]} departed, ` +
          `${this.#turnedAway[c]} were turned away, ${this.#gaveUp[c]} gave up, ${inside[c]} are inside`,
      );
    }
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
