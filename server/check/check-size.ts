/** Sizes that would exhaust memory or time are refused before a run is planned. */
import type { Finding } from "../../shared/problem.ts";
import { findingOnKey } from "../../shared/problem.ts";
import { DAY, HOUR } from "../../shared/units.ts";
import type { ArrivalRow } from "../../shared/scenario/arrivals.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";
import { ratesOn, vehiclesOn } from "../../shared/scenario/daily-demand.ts";
import { vehiclesOfEntry } from "./classes.ts";
import { postsOf } from "./posts.ts";
import { runDays } from "../../shared/scenario/run-days.ts";
import type { Demand, Scenario } from "../../shared/scenario/schema.ts";

export const SIZE_BOUNDS = { vehicles: 50_000_000, vehiclesInCell: 1_000_000, servers: 100_000 } as const;
const CELL = HOUR / 4;

export function checkSize(scenario: Scenario, rows: readonly ArrivalRow[] | null): Finding[] {
  const { arrivals } = scenario.northbound.demand;
  const path = ["northbound", "demand"];
  const findings: Finding[] = [];
  const say = (
    code: "CR-330" | "CR-331" | "CR-332",
    at: readonly string[],
    most: number,
    found: number,
  ): void => {
    if (found > most) findings.push(findingOnKey(code, at, { most, found: Math.ceil(found) }));
  };
  const servers = postsOf(scenario).reduce((sum, { capacity }) => sum + capacity, 0);
  say("CR-332", ["northbound", "stages"], SIZE_BOUNDS.servers, servers);
  if (arrivals !== undefined) {
    const listed = rows === null ? timetableSize(arrivals) : rows.reduce((sum, { count }) => sum + count, 0);
    say("CR-330", [...path, "arrivals"], SIZE_BOUNDS.vehicles, listed);
    return findings;
  }
  const days = runDays(scenario);
  const total = days.reduce((sum, { day, count }) => sum + count * vehiclesOn(scenario, day), 0);
  const busiest = Math.max(0, ...days.map(({ day }) => busiestCell(scenario, day)));
  say("CR-330", path, SIZE_BOUNDS.vehicles, total);
  say("CR-331", path, SIZE_BOUNDS.vehiclesInCell, busiest);
  return findings;
}

/** Vehicles in the busiest quarter of an hour of the clock. */
function busiestCell(scenario: Scenario, day: CivilDay): number {
  const stretches = ratesOn(scenario, day);
  const cells = Array.from({ length: DAY / CELL }, (_, i) => i * CELL);
  const within = (start: number): number =>
    stretches.reduce((sum, { from, to, perHour }) => {
      const overlap = Math.min(to, start + CELL) - Math.max(from, start);
      return overlap > 0 ? sum + (perHour * overlap) / HOUR : sum;
    }, 0);
  return Math.max(...cells.map(within));
}

const timetableSize = (arrivals: NonNullable<Demand["arrivals"]>): number =>
  "timetable" in arrivals ? arrivals.timetable.reduce((sum, entry) => sum + vehiclesOfEntry(entry), 0) : 0;
