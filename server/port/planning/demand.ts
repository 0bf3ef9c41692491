/**
 * Demand as rates in steps for each flow, over all days of the run.
 *
 * A daily figure means the days it refers to: the weight of a weekday (month) is divided by the mean
 * weight over those days, so that only ratios of weights count (A1).
 */
import type { ArrivalRow } from "../../../shared/scenario/arrivals.ts";
import { instantOf, pickForDay, weekdaysOf } from "../../../shared/scenario/calendar.ts";
import type { CivilDay } from "../../../shared/scenario/calendar.ts";
import { parseClock } from "../../../shared/scenario/clock.ts";
import type { ByDay, Hours } from "../../../shared/scenario/clock.ts";
import type { Demand, Scenario } from "../../../shared/scenario/schema.ts";
import { DAY, HOUR } from "../../../shared/units.ts";
import { FLOWS, MONTHS, WEEKDAYS } from "../../../shared/vocabulary.ts";
import type { Flow } from "../../../shared/vocabulary.ts";
import { log } from "../../engine/elementary.ts";
import type { DemandPlan } from "../plan.ts";
import { cumulate } from "./classes.ts";

/** A step of the day's rate: from this clock time on, so many vehicles an hour. */
type DayStep = { readonly clockMs: number; readonly perHour: number };

export function planDemand(
  scenario: Scenario,
  days: readonly CivilDay[],
  rows: readonly ArrivalRow[] | null,
): DemandPlan {
  const { demand } = scenario.northbound;
  const meanBatch = meanBatchOf(demand);
  const dayToDay = demand.dayToDay ?? 0;
  return {
    rates: FLOWS.map((flow) => (rows === null ? ratesOf(scenario, flow, days, meanBatch) : null)),
    fastShare: Float64Array.from(FLOWS, (flow) => demand.fast[flow] ?? 0),
    daySigma: Math.sqrt(log(1 + dayToDay * dayToDay)),
    batch: planBatch(demand),
    list: rows === null ? null : planList(rows),
  };
}

/** Flows that may occur. */
export function flowsOf(demand: Demand, rows: readonly ArrivalRow[] | null): readonly Flow[] {
  if (rows !== null) return FLOWS.filter((flow) => rows.some((row) => row.flow === flow));
  return FLOWS.filter((flow) => (demand.flows[flow] ?? 0) > 0);
}

function ratesOf(
  scenario: Scenario,
  flow: Flow,
  days: readonly CivilDay[],
  meanBatch: number,
): DemandPlan["rates"][number] {
  const { demand } = scenario.northbound;
  const share = demand.flows[flow] ?? 0;
  if (share === 0) return null;
  const times: number[] = [];
  const perHour: number[] = [];
  for (const day of days) {
    const scale = (share * factorOf(demand, day)) / meanBatch;
    const steps = dayStepsOf(scenario, flow, day);
    if (steps[0]?.clockMs !== 0) steps.unshift({ clockMs: 0, perHour: 0 });
    for (const step of steps) {
      times.push(instantOf(day, step.clockMs));
      perHour.push(step.perHour * scale);
    }
  }
  return { times: Float64Array.from(times), perHour: Float64Array.from(perHour) };
}

function dayStepsOf(scenario: Scenario, flow: Flow, day: CivilDay): DayStep[] {
  const { demand } = scenario.northbound;
  if (demand.rates !== undefined) {
    if (typeof demand.rates === "number") return [{ clockMs: 0, perHour: demand.rates }];
    return inOrder(pickForDay(demand.rates as ByDay<Record<string, number>>, day) ?? {});
  }
  const trucks = demand.trucks ?? 0;
  const shape = demand.byHourOf?.[flow] ?? demand.byHour;
  if (shape === undefined) return evenSteps(pickForDay(scenario.hours as ByDay<Hours | null>, day), trucks);
  const shares = inOrder(pickForDay(shape as ByDay<Record<string, number>>, day) ?? {});
  return shares
    .map(({ clockMs, perHour }, i) => {
      const until = shares[i + 1]?.clockMs ?? endOfShape(scenario, day, clockMs);
      return { clockMs, perHour: until > clockMs ? (trucks * perHour * HOUR) / (until - clockMs) : 0 };
    })
    .concat(closingStep(scenario, day, shares));
}

/** The last share of a shape lasts an hour, but never beyond closing. */
const endOfShape = (scenario: Scenario, day: CivilDay, clockMs: number): number =>
  Math.min(clockMs + HOUR, pickForDay(scenario.hours as ByDay<Hours | null>, day)?.to ?? DAY);

const closingStep = (scenario: Scenario, day: CivilDay, shares: readonly DayStep[]): readonly DayStep[] => {
  const last = shares[shares.length - 1];
  if (last === undefined) return [];
  const end = endOfShape(scenario, day, last.clockMs);
  return end < DAY ? [{ clockMs: end, perHour: 0 }] : [];
};

const evenSteps = (hours: Hours | null, trucks: number): DayStep[] =>
  hours === null
    ? []
    : [
        { clockMs: hours.from, perHour: (trucks * HOUR) / (hours.to - hours.from) },
        ...(hours.to < DAY ? [{ clockMs: hours.to, perHour: 0 }] : []),
      ];

const inOrder = (table: Readonly<Record<string, number>>): DayStep[] =>
  Object.entries(table)
    .map(([clock, perHour]) => ({ clockMs: parseClock(clock), perHour }))
    .sort((a, b) => a.clockMs - b.clockMs);

function factorOf(demand: Demand, day: CivilDay): number {
  return (demand.factor ?? 1) * weekdayFactor(demand, day) * monthFactor(demand, day);
}

function weekdayFactor({ weekdays, refersTo }: Demand, day: CivilDay): number {
  if (weekdays === undefined) return 1;
  const weights = WEEKDAYS.map((name) => weekdays[name] ?? 1);
  const meant =
    refersTo?.weekdays === undefined ? weights : weekdaysOf(refersTo.weekdays).map((i) => weights[i]);
  return weights[day.weekday] / mean(meant);
}

function monthFactor({ months, refersTo }: Demand, day: CivilDay): number {
  if (months === undefined) return 1;
  const weights = MONTHS.map((name) => months[name] ?? 1);
  const meant = refersTo?.month === undefined ? weights : [weights[MONTHS.indexOf(refersTo.month)]];
  return weights[day.month] / mean(meant);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const batchEntries = (demand: Demand) =>
  Object.entries(demand.batch ?? { "1": 1 }).map(([size, weight]) => [Number(size), weight] as const);

function meanBatchOf(demand: Demand): number {
  const entries = batchEntries(demand);
  const weights = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return entries.reduce((sum, [size, weight]) => sum + size * weight, 0) / weights;
}

function planBatch(demand: Demand): DemandPlan["batch"] {
  if (demand.batch === undefined) return null;
  const entries = batchEntries(demand);
  return {
    sizes: Int32Array.from(entries, ([size]) => size),
    cumulative: cumulate(entries.map(([, weight]) => weight)),
  };
}

function planList(rows: readonly ArrivalRow[]): DemandPlan["list"] {
  return {
    times: Float64Array.from(rows, (row) => row.timeMs),
    flows: Uint8Array.from(rows, (row) => FLOWS.indexOf(row.flow)),
    fast: Uint8Array.from(rows, (row) => (row.fast ? 1 : 0)),
    counts: Int32Array.from(rows, (row) => row.count),
  };
}
