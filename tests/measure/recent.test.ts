/** What happened lately, from running totals noted by the minute. */
import { expect, test } from "vitest";
import { MINUTE, SECOND } from "../../shared/units.ts";
import { Recent } from "../../server/measure/recent.ts";

/** Each minute two vehicles reach a booth after `wait` of that minute, and one departs. */
function noted(minutes: number, waitOf: (minute: number) => number) {
  const recent = new Recent();
  const totals = { arrived: 0, departed: 0, reached: 0, waitMs: 0 };
  for (let minute = 1; minute <= minutes; minute++) {
    totals.departed++;
    totals.reached += 2;
    totals.waitMs += 2 * waitOf(minute);
    recent.note(minute * MINUTE, totals);
  }
  return { recent, totals };
}

test("the wait is the mean of the last quarter of an hour, departures those of the last hour", () => {
  const { recent, totals } = noted(300, (minute) => (minute > 285 ? 8 * MINUTE : 2 * MINUTE));
  expect(recent.figures(300 * MINUTE, totals)).toEqual({ waitMs: 8 * MINUTE, clearedLastHour: 60 });
});

test("early in a run the span is what there was", () => {
  const { recent, totals } = noted(10, () => 3 * MINUTE);
  expect(recent.figures(10 * MINUTE, totals)).toEqual({ waitMs: 3 * MINUTE, clearedLastHour: 10 });
  expect(recent.figures(10 * MINUTE + 30 * SECOND, totals)).toEqual({
    waitMs: 3 * MINUTE,
    clearedLastHour: 10,
  });
});

test("when nobody reached a booth lately there is no wait", () => {
  const { recent, totals } = noted(60, () => MINUTE);
  for (let minute = 61; minute <= 90; minute++) recent.note(minute * MINUTE, totals);
  expect(recent.figures(90 * MINUTE, totals)).toEqual({ waitMs: null, clearedLastHour: 30 });
});
