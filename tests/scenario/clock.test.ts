/** Times of day, with the zero of an early hour or without. */
import { expect, test } from "vitest";
import { clock, formatClock, hours, parseClock, writtenOut } from "../../shared/scenario/clock.ts";
import { parsePath } from "../../shared/scenario/setting-path.ts";
import { HOUR } from "../../shared/units.ts";
import { LAREDO, change } from "./laredo.ts";
import { problemsOf, say } from "./reading.ts";

test("the zero of an early hour may be left out, and is written out", () => {
  expect(["9:00", "09:00", "0:00", "9:00:30"].map(parseClock)).toEqual([
    9 * HOUR,
    9 * HOUR,
    0,
    9 * HOUR + 30_000,
  ]);
  expect(formatClock(clock.parse("9:05"))).toBe("09:05");
  expect(hours.encode(hours.parse("7:00-9:30"))).toBe("07:00-09:30");
  expect(["9:00", "19:00", "9:5", "noon"].map(writtenOut)).toEqual(["09:00", "19:00", "9:5", "noon"]);
});

test.each(["25:00", "9", "9:5", "9:60", "24:01", ":30", "009:00", "9:00 am"])(
  "%s is no time of day",
  (text) => {
    expect(parseClock(text)).toBeNaN();
  },
);

test("as a key of a map a time is the same with its zero and without: both are one key given twice", () => {
  expect(problemsOf(change(LAREDO, '"07:00": 5 %', '"7:00": 5 %'))).toEqual([]);
  const [twice] = problemsOf(
    change(LAREDO, '"07:00": 5 %', '"08:00": 5 %').replace('"08:00": 6 %', '"8:00": 6 %'),
  );
  expect(say(twice!)).toMatch(/08:00/);
  expect(twice!.code).toBe("CR-106");
});

test("a path names the time as the file is read", () => {
  expect(parsePath("northbound.staffing.primary.general.9:00")).toEqual(
    parsePath('northbound.staffing.primary.general["09:00"]'),
  );
});
