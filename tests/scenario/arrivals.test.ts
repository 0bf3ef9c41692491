/** Timetables: what a scenario's list of arrivals becomes. */
import { expect, test } from "vitest";
import { civilDays } from "../../server/scenario/civil-days.ts";
import { timetableRows } from "../../shared/scenario/arrivals.ts";
import { demand } from "../../shared/scenario/demand.ts";
import { HOUR, MINUTE, SECOND } from "../../shared/units.ts";

function timetable(entries: readonly object[]) {
  const { arrivals } = demand.parse({ arrivals: { timetable: entries } });
  if (arrivals === undefined || !("timetable" in arrivals)) throw new Error("no timetable");
  return arrivals.timetable;
}
const times = (entries: readonly object[]): number[] =>
  timetableRows(timetable(entries)).map(({ timeMs }) => timeMs);

test("an entry without an end is one arrival, laden and without FAST unless it says so", () => {
  expect(timetableRows(timetable([{ from: "07:00" }]))).toEqual([
    { timeMs: 7 * HOUR, flow: "laden", fast: false, count: 1 },
  ]);
});

test("a repeated entry stops before its end", () => {
  const entry = { from: "07:00", every: "20 s" };
  expect(times([{ ...entry, until: "07:01" }])).toEqual([0, 20, 40].map((s) => 7 * HOUR + s * SECOND));
  expect(times([{ ...entry, until: "07:01:01" }])).toHaveLength(4);
  expect(times([{ ...entry, until: "07:00" }])).toEqual([]);
});

test("rows are in order of time, and as written where times are equal", () => {
  const rows = timetableRows(
    timetable([
      { from: "08:00", flow: "empty" },
      { from: "07:00", until: "09:00", every: "30 min", fast: true },
      { from: "08:00", flow: "hazmat", count: 3 },
    ]),
  );
  expect(rows.map(({ timeMs, flow }) => `${timeMs / MINUTE} ${flow}`)).toEqual([
    "420 laden",
    "450 laden",
    "480 empty",
    "480 laden",
    "480 hazmat",
    "510 laden",
  ]);
});

test("on a day of 23 hours the clock decides when, and the interval is real time", () => {
  const [day] = civilDays("America/Chicago", "2024-03-10", 1);
  const rows = timetableRows(timetable([{ from: "01:00", until: "04:00", every: "30 min" }]), day);
  expect(rows.map(({ timeMs }) => timeMs / MINUTE)).toEqual([60, 90, 120, 150]);
});
