/** Civil days: the expectations are of the time-zone database, written out by hand. */
import { describe, expect, test } from "vitest";
import { CalendarError, civilDays, isKnownZone, isRealDate } from "../../server/scenario/civil-days.ts";
import {
  clockOf,
  hourStarts,
  instantOf,
  pickForDay,
  weekdayOfDate,
  weekdaysOf,
} from "../../shared/scenario/calendar.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";
import { parseClock } from "../../shared/scenario/clock.ts";
import type { ByDay, Hours } from "../../shared/scenario/clock.ts";
import { DAY, HOUR, MINUTE } from "../../shared/units.ts";

const clock = parseClock;
const only = (zone: string, date: string): CivilDay => civilDays(zone, date, 1)[0]!;

describe("days in Chicago in 2024", () => {
  test("the day the clocks go forward has 23 hours and moves what follows", () => {
    const [before, change, after] = civilDays("America/Chicago", "2024-03-09", 3);
    expect(before).toEqual({
      date: "2024-03-09",
      weekday: 5,
      month: 2,
      startMs: 0,
      lengthMs: DAY,
      clockChange: null,
    });
    expect(change).toMatchObject({
      weekday: 6,
      startMs: DAY,
      lengthMs: 23 * HOUR,
      clockChange: { atMs: clock("02:00"), byMs: HOUR },
    });
    expect(after).toMatchObject({ weekday: 0, startMs: DAY + 23 * HOUR, lengthMs: DAY });
  });

  test("a skipped time means the change, later times come an hour sooner", () => {
    const day = only("America/Chicago", "2024-03-10");
    expect(instantOf(day, clock("01:59"))).toBe(2 * HOUR - MINUTE);
    expect(instantOf(day, clock("02:00"))).toBe(2 * HOUR);
    expect(instantOf(day, clock("02:30"))).toBe(2 * HOUR);
    expect(instantOf(day, clock("03:00"))).toBe(2 * HOUR);
    expect(instantOf(day, clock("07:00"))).toBe(6 * HOUR);
    expect(instantOf(day, clock("24:00"))).toBe(23 * HOUR);
  });

  test("a time that occurs twice means the first", () => {
    const day = only("America/Chicago", "2024-11-03");
    expect(day).toMatchObject({ lengthMs: 25 * HOUR, clockChange: { atMs: clock("02:00"), byMs: -HOUR } });
    expect(instantOf(day, clock("01:30"))).toBe(90 * MINUTE);
    expect(instantOf(day, clock("02:00"))).toBe(3 * HOUR);
    expect(instantOf(day, clock("24:00"))).toBe(25 * HOUR);
  });

  test("hours on the clock: one is missing in spring, one is there twice in autumn", () => {
    const spring = hourStarts(only("America/Chicago", "2024-03-10"));
    expect(spring.slice(0, 4)).toEqual([
      { hour: 0, startMs: 0 },
      { hour: 1, startMs: HOUR },
      { hour: 3, startMs: 2 * HOUR },
      { hour: 4, startMs: 3 * HOUR },
    ]);
    expect(spring).toHaveLength(23);
    const autumn = hourStarts(only("America/Chicago", "2024-11-03"));
    expect(autumn.slice(0, 4).map(({ hour }) => hour)).toEqual([0, 1, 1, 2]);
    expect(autumn.map(({ startMs }) => startMs)).toEqual(Array.from({ length: 25 }, (_, k) => k * HOUR));
  });

  test("the clock of an instant goes over the change", () => {
    const days = civilDays("America/Chicago", "2024-03-09", 3);
    expect(clockOf(days, DAY + 2 * HOUR - 1)).toEqual({ day: 1, clockMs: 2 * HOUR - 1 });
    expect(clockOf(days, DAY + 2 * HOUR)).toEqual({ day: 1, clockMs: clock("03:00") });
    expect(clockOf(days, DAY + 23 * HOUR)).toEqual({ day: 2, clockMs: 0 });
    const autumn = civilDays("America/Chicago", "2024-11-03", 1);
    expect(clockOf(autumn, 2 * HOUR + MINUTE).clockMs).toBe(clock("01:01"));
    expect(clockOf(autumn, 25 * HOUR)).toEqual({ day: 0, clockMs: clock("24:00") });
  });

  test("an instant outside the days is our mistake", () => {
    const days = civilDays("America/Chicago", "2024-03-09", 1);
    expect(() => clockOf(days, DAY + 1)).toThrow(RangeError);
    expect(() => clockOf(days, -1)).toThrow(RangeError);
    expect(() => clockOf([], 0)).toThrow(RangeError);
  });
});

describe("other zones", () => {
  test("Mexico City has had no clock change since 2022", () => {
    const days = civilDays("America/Mexico_City", "2024-01-01", 366);
    expect(days.every(({ lengthMs, clockChange }) => lengthMs === DAY && clockChange === null)).toBe(true);
    expect(days.at(-1)).toMatchObject({ date: "2024-12-31", month: 11, startMs: 365 * DAY });
  });

  test("where the change skips midnight, the day begins at one o'clock", () => {
    const day = only("America/Havana", "2024-03-10");
    expect(day).toMatchObject({ lengthMs: 23 * HOUR, clockChange: { atMs: 0, byMs: HOUR } });
    expect(instantOf(day, 0)).toBe(0);
    expect(instantOf(day, clock("01:00"))).toBe(0);
    expect(hourStarts(day)[0]).toEqual({ hour: 1, startMs: 0 });
  });

  test("where midnight is put back an hour, the day before has its last hour twice", () => {
    const day = only("America/Asuncion", "2024-03-23");
    expect(day).toMatchObject({ lengthMs: 25 * HOUR, clockChange: { atMs: DAY, byMs: -HOUR } });
    expect(instantOf(day, clock("23:30"))).toBe(clock("23:30"));
    expect(instantOf(day, clock("24:00"))).toBe(25 * HOUR);
    expect(
      hourStarts(day)
        .slice(-2)
        .map(({ hour }) => hour),
    ).toEqual([23, 23]);
  });

  test("a half-hour change leaves half an hour of one hour", () => {
    const day = only("Australia/Lord_Howe", "2024-10-06");
    expect(day.lengthMs).toBe(23.5 * HOUR);
    expect(hourStarts(day).slice(1, 4)).toEqual([
      { hour: 1, startMs: HOUR },
      { hour: 2, startMs: 2 * HOUR },
      { hour: 3, startMs: 2.5 * HOUR },
    ]);
  });

  test("an unknown zone and an impossible date are named", () => {
    expect(isKnownZone("America/Laredo")).toBe(false);
    expect(isKnownZone("+05:00")).toBe(false);
    expect(isKnownZone("UTC")).toBe(true);
    expect(isRealDate("2024-02-29")).toBe(true);
    expect(isRealDate("2023-02-29")).toBe(false);
    expect(() => civilDays("America/Laredo", "2024-01-01", 1)).toThrow(
      new CalendarError("zone", "America/Laredo"),
    );
    expect(() => civilDays("UTC", "2024-02-30", 1)).toThrow(new CalendarError("date", "2024-02-30"));
  });
});

describe("what holds on a day", () => {
  const days = civilDays("America/Chicago", "2024-12-23", 7);
  const values = { days: { "mon-fri": "run", wed: "weekday", "2024-12-26": "date" } };

  test("a date beats a weekday, which beats a run; a day not named has nothing", () => {
    expect(days.map((day) => pickForDay(values, day))).toEqual([
      "run",
      "run",
      "weekday",
      "date",
      "run",
      null,
      null,
    ]);
  });

  test("one value for all days, closed on one of them", () => {
    const open: Hours = { from: 0, to: DAY };
    const hours: ByDay<Hours | null> = { days: { "mon-sun": open, wed: null } };
    expect(pickForDay(open, days[0]!)).toBe(open);
    expect(pickForDay(hours, days[1]!)).toBe(open);
    expect(pickForDay(hours, days[2]!)).toBe(null);
  });

  test("the weekday of a date needs no time zone, through leap years and centuries", () => {
    for (const from of ["1899-12-01", "2000-02-01", "2024-01-01"]) {
      for (const { date, weekday } of civilDays("UTC", from, 500)) {
        expect(`${date} ${weekdayOfDate(date)}`).toBe(`${date} ${weekday}`);
      }
    }
  });

  test("runs of weekdays go round the end of the week", () => {
    expect(weekdaysOf("tue-thu")).toEqual([1, 2, 3]);
    expect(weekdaysOf("sat-mon")).toEqual([5, 6, 0]);
    expect(weekdaysOf("fri-fri")).toEqual([4]);
    expect(weekdaysOf("sun")).toEqual([6]);
    expect(weekdaysOf("2024-12-25")).toEqual([]);
  });
});
