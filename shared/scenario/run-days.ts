/**
 * The days of a run as far as a scenario can tell them apart: by weekday, by month, and by the dates it
 * names. Clock changes are not seen here; they need a time-zone database.
 */
import { DAY } from "../units.ts";
import type { CivilDay } from "./calendar.ts";
import type { Scenario } from "./schema.ts";
import { isMapValue } from "./shape.ts";

export type RunDay = { readonly day: CivilDay; /** Days of the run like it. */ readonly count: number };

/** Days that differ in what the scenario says of them, each with the first date it stands for. */
export function runDays(scenario: Scenario): readonly RunDay[] {
  const named = new Set<string>();
  visitDays(scenario, [], (days) => Object.keys(days).forEach((key) => named.add(key)));
  const kinds = new Map<string, { day: CivilDay; count: number }>();
  const first = dayNumber(scenario.from);
  for (let i = 0; i < scenario.warmUp + scenario.days; i += 1) {
    const day = civilDay(first + i, i * DAY);
    const id = named.has(day.date) ? day.date : `${day.weekday} ${day.month}`;
    const known = kinds.get(id);
    if (known === undefined) kinds.set(id, { day, count: 1 });
    else known.count += 1;
  }
  return [...kinds.values()];
}

/** Every `{ days: … }` of a scenario, with the path to its keys. */
export function visitDays(
  value: unknown,
  path: readonly (string | number)[],
  visit: (days: Readonly<Record<string, unknown>>, path: readonly (string | number)[]) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach((entry, i) => visitDays(entry, [...path, i], visit));
    return;
  }
  if (!isMapValue(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "days" && isMapValue(inner)) visit(inner, [...path, key]);
    visitDays(inner, [...path, key], visit);
  }
}

function civilDay(number: number, startMs: number): CivilDay {
  const { year, month, day } = dateOf(number);
  const two = (value: number): string => String(value).padStart(2, "0");
  return {
    date: `${year}-${two(month)}-${two(day)}`,
    // 1970-01-01 was a Thursday.
    weekday: (((number + 3) % 7) + 7) % 7,
    month: month - 1,
    startMs,
    lengthMs: DAY,
    clockChange: null,
  };
}

/** Days since 1970-01-01, by the proleptic Gregorian calendar; years count from March so that leap days come last. */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}

function dateOf(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
