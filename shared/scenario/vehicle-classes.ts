/**
 * The classes of vehicles that a scenario brings, by flow, FAST mark and pre-inspection, with their
 * shares; and which value of a table by class holds for one: the most specific key wins.
 */
import { FLOWS } from "../vocabulary.ts";
import type { ClassKey, Flow } from "../vocabulary.ts";
import type { ArrivalRow, Timetable } from "./arrivals.ts";
import type { Scenario } from "./schema.ts";

export type VehicleClass = {
  readonly flow: Flow;
  readonly isFast: boolean;
  readonly isPreInspected: boolean;
  /** Of all vehicles. */
  readonly share: number;
};

/** Classes that occur. `rows` are the arrivals of the file that the scenario names, if it does. */
export function classesOf(scenario: Scenario, rows: readonly ArrivalRow[] | null): readonly VehicleClass[] {
  return arrivingClasses(scenario, rows).flatMap((arriving) => {
    const inspected = preInspectedShare(scenario, arriving.isFast);
    return [
      { ...arriving, isPreInspected: false, share: arriving.share * (1 - inspected) },
      { ...arriving, isPreInspected: true, share: arriving.share * inspected },
    ].filter(({ share }) => share > 0);
  });
}

type Arriving = Omit<VehicleClass, "isPreInspected">;

function arrivingClasses(scenario: Scenario, rows: readonly ArrivalRow[] | null): readonly Arriving[] {
  const { demand } = scenario.northbound;
  const { arrivals } = demand;
  if (rows !== null) return classesOfList(rows);
  if (arrivals !== undefined)
    return "timetable" in arrivals ? classesOfList(arrivals.timetable.map(asRow)) : [];
  return FLOWS.flatMap((flow) => {
    const share = demand.flows[flow] ?? 0;
    const fast = demand.fast[flow] ?? 0;
    return [
      { flow, isFast: false, share: share * (1 - fast) },
      { flow, isFast: true, share: share * fast },
    ];
  }).filter(({ share }) => share > 0);
}

type Listed = Pick<ArrivalRow, "flow" | "fast" | "count">;

const asRow = (entry: Timetable[number]): Listed => ({ ...entry, count: vehiclesOfEntry(entry) });

/** Vehicles of one line of a timetable, counted without writing them out. */
export const vehiclesOfEntry = ({ from, until, every, count }: Timetable[number]): number =>
  until === undefined || every === undefined ? count : count * Math.max(0, Math.ceil((until - from) / every));

function classesOfList(rows: readonly Listed[]): readonly Arriving[] {
  const counts = new Map<string, Arriving>();
  let total = 0;
  for (const { flow, fast, count } of rows) {
    const id = `${flow} ${fast}`;
    counts.set(id, { flow, isFast: fast, share: (counts.get(id)?.share ?? 0) + count });
    total += count;
  }
  return [...counts.values()].map((one) => ({ ...one, share: one.share / total }));
}

function preInspectedShare(scenario: Scenario, isFast: boolean): number {
  let rest = 1;
  for (const stage of Object.values(scenario.northbound.stages)) {
    if (stage.kind !== "preInspection") continue;
    const { share, of } = stage.share;
    if (of === "all" || (of === "fast") === isFast) rest *= 1 - share;
  }
  return 1 - rest;
}

export type ByClass<T> = Readonly<Partial<Record<ClassKey, T>>>;

/** The value that holds for a class, or undefined. */
export function forClass<T>(
  table: ByClass<T>,
  { flow, isFast, isPreInspected }: VehicleClass,
): T | undefined {
  if (isPreInspected && table.preInspected !== undefined) return table.preInspected;
  if (isFast) return table[`fast ${flow}`] ?? table.fast ?? table[flow] ?? table.all;
  return table[flow] ?? table.all;
}

/** A share for everyone or by class; classes not named: 0. */
export const shareFor = (share: number | ByClass<number>, one: VehicleClass): number =>
  typeof share === "number" ? share : (forClass(share, one) ?? 0);

export const className = ({ flow, isFast, isPreInspected }: VehicleClass): string =>
  `${isFast ? "fast " : ""}${flow}${isPreInspected ? " (preInspected)" : ""}`;
