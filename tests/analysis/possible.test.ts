/** Intervals end where a figure cannot be. */
import { describe, expect, test } from "vitest";
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { intervalOf } from "../../server/analysis/linear.ts";
import { atLeastNothing, possible, possibleDifference } from "../../server/analysis/possible.ts";
import { ratioOf } from "../../server/analysis/ratio.ts";
import { BUSY_DAY, tallied } from "../measure/tallied.ts";

const share = { metric: "wait", statistic: "shareOver60" } as const;
const wait = { metric: "wait", statistic: "mean" } as const;

describe("an interval", () => {
  test("of a share ends at nothing and at all, and is left as it is within", () => {
    const of = (values: readonly number[]) =>
      intervalOf(
        ratioOf(
          values,
          values.map(() => 1),
        )!,
      );
    const few = of([0, 100, 100]);
    expect(few.high).toBeGreaterThan(100);
    expect(possible(few, share)).toEqual({ ...few, low: 0, high: 100 });
    const many = of(Array.from({ length: 20 }, (_, day) => (day % 2 === 0 ? 40 : 60)));
    expect(possible(many, share)).toEqual(many);
  });

  test("of what cannot be less than nothing begins there, and is open above", () => {
    const reaching = { value: 2, low: -1, high: 400, n: 5 };
    expect(possible(reaching, wait)).toEqual({ value: 2, low: 0, high: 400, n: 5 });
    expect(atLeastNothing(reaching)).toEqual({ value: 2, low: 0, high: 400, n: 5 });
  });

  test("of a difference of shares ends at 100 points, of other differences nowhere", () => {
    const reaching = { value: 80, low: -120, high: 280, n: 3 };
    expect(possibleDifference(reaching, share)).toEqual({ value: 80, low: -100, high: 100, n: 3 });
    expect(possibleDifference(reaching, wait)).toEqual(reaching);
  });

  test("that lacks one end keeps the other, no farther than it can be", () => {
    const open = { value: 2, low: -1, high: null, n: 5, vehiclesNeeded: 72 };
    expect(possible(open, wait)).toEqual({ ...open, low: 0 });
  });

  test("that there is none is left so, and a value that rounding took past an end stays inside", () => {
    const once = { value: 5, low: null, high: null, n: 1 };
    expect(possible(once, share)).toEqual(once);
    const full = 100 + 2e-14;
    expect(possible({ value: full, low: full, high: full, n: 3 }, share)).toMatchObject({
      low: full,
      high: full,
    });
  });
});

test("no estimate of a port is less than nothing, nor a share more than all", () => {
  const days = Array.from({ length: 3 }, (_, replication) => tallied(BUSY_DAY, { replication }).summary);
  const rows = estimatesOf({ name: "A", costs: {}, expected: null, days });
  const known = rows.filter(({ low, high }) => low !== null && high !== null);
  expect(known.length).toBeGreaterThan(100);
  for (const { value, low, high, unit } of known) {
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    if (unit === "%") expect(high).toBeLessThanOrEqual(100 + 1e-9);
  }
});
