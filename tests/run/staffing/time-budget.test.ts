/** How the time until an answer is shared out, by a clock of the test. */
import { expect, test } from "vitest";
import { BusyTime, searchMs } from "../../../server/run/staffing/time-budget.ts";

test.each([
  ["leaves what the new days will take", { days: 100, busyMs: 2_000 }, 1_000, 70_000],
  ["has half of the time at least", { days: 10, busyMs: 5_000 }, 1_000, 45_000],
  ["has all of it while nobody knows how long days take", { days: 0, busyMs: 0 }, 1_000, 90_000],
])("the search %s", (_, run, newDays, ends) => {
  expect(searchMs(90_000, run, newDays)).toBe(ends);
});

test("time in which several things are under way counts once", async () => {
  let now = 0;
  const busy = new BusyTime(() => now);
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const one = busy.during(() => first.promise);
  now = 10;
  const other = busy.during(() => second.promise);
  now = 15;
  first.resolve();
  await one;
  now = 30;
  expect(busy.ms).toBe(30);
  second.resolve();
  await other;
  now = 100;
  expect(busy.ms).toBe(30);
});
