import { expect, test } from "vitest";
import { badDayOf } from "../../server/analysis/bad-days.ts";
import { percentileOfDays } from "../../server/analysis/counted-days.ts";
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { BUSY_DAY, tallied } from "../measure/tallied.ts";

test("a bad day is one in ten by the mean wait of the day, each day as reported of itself", () => {
  const days = Array.from({ length: 12 }, (_, replication) => tallied(BUSY_DAY, { replication }).summary);
  const waits = days.map(
    (day) =>
      estimatesOf(
        { name: "A", costs: {}, expected: null, days: [day] },
        ({ metric, statistic, class: of, hour }) =>
          metric === "wait" && statistic === "mean" && of === null && hour === null,
      )[0].value,
  );
  const { value, low, high, n } = badDayOf(days)!;
  const known = percentileOfDays(waits, 0.9)!;
  expect(value).toBeCloseTo(known.value, 10);
  expect(low).toBeCloseTo(known.low!, 10);
  expect([high, n]).toEqual([null, 12]);
});
