/** Random calendars and demand: opening hours by day, clock changes, rates, daily numbers and timetables. */
import fc from "fast-check";
import { FLOWS, WEEKDAYS } from "../../../shared/vocabulary.ts";
import type { Flow } from "../../../shared/vocabulary.ts";
import { clockOf, count, maybe, minutesOf, part, percent, seldom, sharesOf, strip, within } from "./parts.ts";
import type { Draft, Entry, Window } from "./parts.ts";

/** Opening hours as the file says them, and the hours of each key of days ("" for every day). */
export type Calendar = {
  readonly zone: string | undefined;
  readonly from: string | undefined;
  readonly hours: unknown;
  readonly windows: readonly (readonly [days: string, window: Window])[];
};

const windowOf = (hours: string): Window => {
  const [from, to] = hours.split("-").map(minutesOf) as [number, number];
  return { from, to };
};
const someHours = fc.constantFrom("08:00-11:00", "08:00-10:00", "00:00-03:30", "00:00-24:00", "21:00-24:00");
const plainHours = someHours.map((hours) => ({ hours, windows: [["", windowOf(hours)]] as const }));
const byDay = fc
  .tuple(someHours, someHours, fc.constantFrom("sat-sun", "wed", "2024-05-07"))
  .map(([usual, other, key]) => {
    const closed = key === "sat-sun" ? { sun: "closed" } : {};
    return {
      hours: {
        days: { "mon-sun": usual, ...(key === "sat-sun" ? { sat: other } : { [key]: other }), ...closed },
      },
      windows: [
        [key === "sat-sun" ? "mon-fri" : "mon-sun", windowOf(usual)],
        [key === "sat-sun" ? "sat" : key, windowOf(other)],
      ] as const,
    };
  });

/** Usual days, days of 23 and 25 hours, of 23 and a half, and one whose midnight does not exist. */
const dates = fc.constantFrom<readonly [string | undefined, string | undefined]>(
  [undefined, undefined],
  ["America/Chicago", "2024-05-06"],
  ["America/Chicago", "2024-03-09"],
  ["America/Chicago", "2024-11-02"],
  ["Australia/Lord_Howe", "2024-10-05"],
  ["Australia/Lord_Howe", "2024-04-06"],
  ["America/Santiago", "2024-09-07"],
  ["UTC", "2024-12-31"],
);

export const calendar: fc.Arbitrary<Calendar> = fc
  .tuple(dates, fc.oneof({ arbitrary: plainHours, weight: 3 }, { arbitrary: byDay, weight: 1 }))
  .map(([[zone, from], { hours, windows }]) => ({ zone, from, hours, windows }));

/** So many vehicles come while the port is open, so that a run is short whatever its hours. */
const VEHICLES = { min: 5, max: 90 } as const;

/** Two rates, the first until some time of the window. */
const rates: Draft<Calendar, Entry> = fc
  .tuple(count(VEHICLES.min, VEHICLES.max), part(), part())
  .map(([vehicles, early, split]) => ({ windows }: Calendar): Entry => {
    const of = ({ from, to }: Window): Entry => {
      const middle = within(from + 1, to - 1, split);
      const first = (vehicles * early) / 1000 / ((middle - from) / 60);
      const second = (vehicles * (1000 - early)) / 1000 / ((to - middle) / 60);
      return {
        [clockOf(from)]: `${first.toFixed(2)} /h`,
        [clockOf(middle)]: `${second.toFixed(2)} /h`,
        ...(to < 1440 ? { [clockOf(to)]: "0 /h" } : {}),
      };
    };
    const [[days, window]] = windows as [readonly [string, Window]];
    if (days === "") return { rates: of(window) };
    return { rates: { days: Object.fromEntries(windows.map(([key, one]) => [key, of(one)])) } };
  });

const shape = ({ from, to }: Window, split: number, share: number): Entry => ({
  [clockOf(from)]: `${share} %`,
  [clockOf(within(from + 1, to - 1, split))]: `${100 - share} %`,
});
/** A daily number, for ports that are open every day alike. */
const trucks: Draft<Calendar, Entry | null> = fc
  .record({
    vehicles: count(VEHICLES.min, VEHICLES.max),
    shaped: maybe(fc.tuple(part(), count(0, 100))),
    refersTo: seldom(
      fc.constantFrom({ weekdays: "tue-thu" }, { month: "may" }, { weekdays: "sat", month: "mar" }),
    ),
    weekdays: seldom(
      fc.dictionary(fc.constantFrom(...WEEKDAYS), fc.constantFrom(0.5, 1, 1.4), { maxKeys: 3 }),
    ),
    months: seldom(fc.constantFrom({ mar: 0.5 }, { nov: 1.5, may: 0.8 })),
    own: seldom(fc.tuple(part(), count(0, 100))),
  })
  .map(({ vehicles, shaped, own, ...rest }) => ({ windows }: Calendar): Entry | null => {
    const [[days, window]] = windows as [readonly [string, Window]];
    if (days !== "") return null;
    return {
      trucks: `${vehicles} /day`,
      byHour: shaped === undefined ? undefined : shape(window, ...shaped),
      byHourOf: own === undefined ? undefined : { laden: shape(window, ...own) },
      ...rest,
    };
  });

const row = fc.record({
  from: part(),
  length: maybe(count(1, 90)),
  every: count(20, 900),
  flow: maybe(fc.constantFrom(...FLOWS)),
  fast: maybe(fc.boolean()),
  count: seldom(count(1, 12)),
});
/** Given times: as a list of single arrivals and as regular ones, some while the port is closed. */
const timetable: Draft<Calendar, Entry> = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((rows) => ({ windows }: Calendar): Entry => {
    const [[, window]] = windows as [readonly [string, Window]];
    return {
      arrivals: {
        timetable: rows.map(({ from, length, every, ...rest }) => {
          const start = within(Math.max(0, window.from - 30), Math.min(1438, window.to), from);
          const until = length === undefined ? undefined : Math.min(1440, start + length);
          return strip({
            from: clockOf(start),
            ...(until === undefined ? {} : { until: clockOf(until), every: `${every} s` }),
            ...rest,
          });
        }),
      },
    };
  });

const who = fc
  .tuple(
    fc.subarray([...FLOWS], { minLength: 1 }),
    fc.array(count(0, 9), { minLength: FLOWS.length, maxLength: FLOWS.length }),
    fc.array(percent(), { minLength: FLOWS.length, maxLength: FLOWS.length }),
  )
  .map(([flows, weights, fast]) => ({
    // The first flow always comes: some settings name it.
    flows: sharesOf([...new Set<Flow>(["laden", ...flows])], weights),
    fast: Object.fromEntries(flows.map((flow, i) => [flow, fast[i]!])),
  }));
const scale = fc.record({
  factor: seldom(fc.constantFrom("50 %", "120 %")),
  dayToDay: maybe(percent(0, 40)),
  batch: seldom(
    fc.dictionary(count(1, 6).map(String), fc.constantFrom(0.5, 1, 2), { minKeys: 1, maxKeys: 3 }),
  ),
});

export const demand: Draft<Calendar, Entry> = fc
  .tuple(
    fc.oneof(
      { arbitrary: rates, weight: 3 },
      { arbitrary: trucks, weight: 2 },
      { arbitrary: timetable, weight: 1 },
    ),
    rates,
    who,
    scale,
  )
  .map(([source, otherwise, flows, scaled]) => (of: Calendar): Entry => {
    const chosen = source(of) ?? otherwise(of);
    if (chosen["arrivals"] !== undefined) return chosen;
    const fast = Object.fromEntries(
      Object.entries(flows.fast).filter(([flow]) => flows.flows[flow] !== "0 %"),
    );
    return strip({ ...chosen, ...scaled, flows: flows.flows, fast });
  });
