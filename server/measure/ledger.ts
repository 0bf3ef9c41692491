/**
 * Who came and what became of them, by class and by hour of arriving, for all vehicles and for the
 * counted ones; and the time they spent, so that the laws can be proved: every vehicle is somewhere, and
 * the time spent inside is the integral of the number inside (Little's law, exactly).
 */
import { NONE } from "../port/plan.ts";
import type { PortPlan } from "../port/plan.ts";
import { FIRST_HOUR_GROUP, GROUPS } from "./groups.ts";
import type { PlaceLevels } from "./place-levels.ts";
import type { VehicleColumns } from "./vehicle-columns.ts";
import { WAITS } from "./vehicle-columns.ts";

export const FATES = ["arrived", "departed", "turnedAway", "gaveUp"] as const;
export type Fate = (typeof FATES)[number];

/** Counted vehicles by group. */
export type LedgerSummary = Readonly<Record<Fate | "unfinished", Float64Array>>;

export class Ledger {
  readonly #plan: PortPlan;
  /** By fate: groups of those not counted, then of those counted. */
  readonly #numbers: Readonly<Record<Fate, Float64Array>> = {
    arrived: new Float64Array(2 * GROUPS),
    departed: new Float64Array(2 * GROUPS),
    turnedAway: new Float64Array(2 * GROUPS),
    gaveUp: new Float64Array(2 * GROUPS),
  };
  readonly #timeIn: Float64Array;
  readonly #timeWaiting: Float64Array;
  #timeInPort = 0;

  constructor(plan: PortPlan) {
    this.#plan = plan;
    this.#timeIn = new Float64Array(plan.places.length);
    this.#timeWaiting = new Float64Array(plan.places.length);
  }

  note(fate: Fate, counted: number, tally: number, hour: number): void {
    const numbers = this.#numbers[fate];
    numbers[counted * GROUPS + tally]++;
    numbers[counted * GROUPS + FIRST_HOUR_GROUP + hour]++;
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
    const inside = new Float64Array(2 * GROUPS);
    const timeIn = this.#timeIn.slice();
    const timeWaiting = this.#timeWaiting.slice();
    let timeInPort = this.#timeInPort;
    for (let v = 0; v < vehicles.capacity; v++) {
      if (vehicles.inPort[v] === 0) continue;
      const place = vehicles.place[v];
      if (place === NONE) throw new Error(`vehicle ${v} is inside but in no place at ${now} ms`);
      inside[vehicles.counted[v] * GROUPS + vehicles.tally[v]]++;
      inside[vehicles.counted[v] * GROUPS + FIRST_HOUR_GROUP + vehicles.arrivalHour[v]]++;
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
    const counted = (fate: Fate): Float64Array => this.#numbers[fate].slice(GROUPS);
    const summary = {
      arrived: counted("arrived"),
      departed: counted("departed"),
      turnedAway: counted("turnedAway"),
      gaveUp: counted("gaveUp"),
    };
    const { arrived, departed, turnedAway, gaveUp } = summary;
    return { ...summary, unfinished: arrived.map((n, g) => n - departed[g] - turnedAway[g] - gaveUp[g]) };
  }

  #proveNumbers(inside: Float64Array): void {
    const { arrived, departed, turnedAway, gaveUp } = this.#numbers;
    for (let g = 0; g < 2 * GROUPS; g++) {
      if (arrived[g] === departed[g] + turnedAway[g] + gaveUp[g] + inside[g]) continue;
      throw new Error(
        `vehicles lost or doubled in ${groupName(g)}: ${arrived[g]} arrived, ${departed[g]} departed, ` +
          `${turnedAway[g]} were turned away, ${gaveUp[g]} gave up, ${inside[g]} are inside`,
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

function groupName(index: number): string {
  const group = index % GROUPS;
  const of = index < GROUPS ? "uncounted vehicles of" : "counted vehicles of";
  return group < FIRST_HOUR_GROUP ? `${of} class ${group}` : `${of} hour ${group - FIRST_HOUR_GROUP}`;
}
