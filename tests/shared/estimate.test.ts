/** Which ends of an interval are missing for want of vehicles. */
import { expect, test } from "vitest";
import { estimateIn, openEndsOf } from "../../shared/estimate.ts";

const few = { n: 20, vehiclesNeeded: 72 };

test("an end is open where vehicles are wanting, and not where one day tells none", () => {
  expect(openEndsOf({ value: 5, low: 3, high: null, ...few })).toBe("high");
  expect(openEndsOf({ value: 5, low: null, high: 9, ...few })).toBe("low");
  expect(openEndsOf({ value: 5, low: null, high: null, ...few })).toBe("both");
  expect(openEndsOf({ value: 5, low: null, high: null, n: 1 })).toBeNull();
  expect(openEndsOf({ value: 5, low: 3, high: 9, n: 20 })).toBeNull();
});

test("what the page is sent of a row says it too", () => {
  const row = { metric: "wait", value: 5, low: 3, high: null, ...few };
  expect(estimateIn(row)).toEqual({ value: 5, low: 3, high: null, ...few });
  expect(estimateIn({ value: 5, low: 3, high: 9, n: 20 })).toEqual({ value: 5, low: 3, high: 9, n: 20 });
});
