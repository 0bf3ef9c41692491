/** A difference on the same vehicles is surer than one of independent days; docs/explanation/validation.md says how much. */
import { expect, test } from "vitest";
import { daysOf } from "./pairs-table.ts";
import { varianceRatio } from "./variance-ratio.ts";

const today = daysOf("laredo-world-trade-bridge.yaml", 10).days;

test("on the same days the least of changes is as sure as on a hundred times as many independent ones", () => {
  const variant = daysOf("laredo-pre-inspection-20.yaml", 5).days;
  expect(varianceRatio(today.slice(0, 5), variant).value).toBeLessThan(0.01);
});

test("days that are not the same are worth no more than independent ones", () => {
  const { low, high } = varianceRatio(today.slice(0, 5), today.slice(5));
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(1);
});
