/**
 * How many vehicles a scenario brings on a day and when, as expected values: what checks of sizes and of
 * offered work reckon with. A run draws around these.
 */
import { DAY, HOUR } from "../units.ts";
import { FLOWS, MONTHS, WEEKDAYS } from "../vocabulary.ts";
import type { CivilDay } from "./calendar.ts";
import { pickForDay, weekdaysOf } from "./calendar.ts";
import { parseClock } from "./clock.ts";
import type { ByDay, Hours } from "./clock.ts";
import type { Demand, Scenario } from "./schema.ts";

/** Vehicles an hour from `from` to `to`, in ms since midnight. */
export type RateStretch = { readonly from: number; readonly to: number; readonly perHour: number };
type Table = Readonly<Record<string, number>>;

export const hoursOn = (scenario: Scenario, day: CivilDay): Hours | null =>
  pickForDay(scenario.hours as ByDay<Hours | null>, day);

/** Expected arrivals of a day by rates; none where the arrivals are listed. */
export function ratesOn(scenario: Scenario, day: CivilDay): readonly RateStretch[] {
  const { demand } = scenario.northbound;
  const factor = factorOn(demand, day);
  return rawRates(scenario, day).map((stretch) => ({ ...stretch, perHour: stretch.perHour * factor }));
}

export const vehiclesOn = (scenario: Scenario, day: CivilDay): number =>
  ratesOn(scenario, day).reduce((sum, { from, to, perHour }) => sum + (perHour * (to - from)) / HOUR, 0);

function rawRates(scenario: Scenario, day: CivilDay): readonly RateStretch[] {
  const { demand } = scenario.northbound;
  if (typeof demand.rates === "number") return [{ from: 0, to: DAY, perHour: demand.rates }];
  if (demand.rates !== undefined) {
    return spans(pickForDay(demand.rates as ByDay<Table>, day) ?? {}, () => DAY).map(
      ({ from, to, value }) => ({
        from,
        to,
        perHour: value,
      }),
    );
  }
  const trucks = demand.trucks ?? 0;
  return FLOWS.flatMap((flow) => {
    const share = demand.flows[flow] ?? 0;
    if (share === 0) return [];
    const shape = demand.byHourOf?.[flow] ?? demand.byHour;
    return shapeOn(scenario, shape as ByDay<Table> | undefined, day).map(({ from, to, value }) => ({
      from,
      to,
      perHour: to > from ? (trucks * share * value * HOUR) / (to - from) : 0,
    }));
  });
}

export type ShapeSpan = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
};

/** The shares of a day; the last lasts an hour, but not beyond closing. Without a shape: even while open. */
export function shapeOn(
  scenario: Scenario,
  shape: ByDay<Table> | undefined,
  day: CivilDay,
): readonly ShapeSpan[] {
  const hours = hoursOn(scenario, day);
  if (shape === undefined)
    return hours === null ? [] : [{ key: "", from: hours.from, to: hours.to, value: 1 }];
  return spans(pickForDay(shape, day) ?? {}, (last) => Math.min(last + HOUR, hours?.to ?? DAY));
}

function spans(table: Table, endOf: (last: number) => number): readonly ShapeSpan[] {
  const sorted = Object.entries(table)
    .map(([key, value]) => ({ key, from: parseClock(key), value }))
    .sort((a, b) => a.from - b.from);
  return sorted.map((span, i) => ({
    ...span,
    to: sorted[i + 1]?.from ?? Math.max(span.from, endOf(span.from)),
  }));
}

/** How a day's demand differs from the days that the file's figure means. */
export function factorOn({ factor, weekdays, months, refersTo }: Demand, day: CivilDay): number {
  const byWeekday = WEEKDAYS.map((name) => weekdays?.[name] ?? 1);
  const byMonth = MONTHS.map((name) => months?.[name] ?? 1);
  const meantDays =
    refersTo?.weekdays === undefined ? byWeekday : weekdaysOf(refersTo.weekdays).map((i) => byWeekday[i]!);
  const meantMonths = refersTo?.month === undefined ? byMonth : [byMonth[MONTHS.indexOf(refersTo.month)]!];
  return (
    (factor ?? 1) * (byWeekday[day.weekday]! / mean(meantDays)) * (byMonth[day.month]! / mean(meantMonths))
  );
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
