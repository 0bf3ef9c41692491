/** The classes of vehicles that a scenario brings, by flow, FAST mark and pre-inspection, with their shares. */
import type { ArrivalRow, Timetable } from "../../shared/scenario/arrivals.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";
import type { VehicleClass } from "../../shared/scenario/vehicle-classes.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import { stagesOf } from "../port/stages-of.ts";

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
  for (const { stage, type } of stagesOf(scenario).stages) {
    const inspected = type.preInspects?.(stage).share;
    if (inspected === undefined) continue;
    const { share, of } = inspected;
    if (of === "all" || (of === "fast") === isFast) rest *= 1 - share;
  }
  return 1 - rest;
}
