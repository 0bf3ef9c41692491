import { expect, test } from "vitest";
import { LastPlans } from "../../server/run/last-plans.ts";
import { ONE_MORE, TODAY } from "./small-ports.ts";

const copy = <T>(value: T): T => structuredClone(value);

test("scenarios of the job before are planned once, in whatever order they come", () => {
  const plans = new LastPlans();
  const [today, oneMore] = plans.of([copy(TODAY), copy(ONE_MORE)]);
  expect(today).not.toBe(oneMore);
  const again = plans.of([copy(ONE_MORE), copy(TODAY)]);
  expect(again[0]).toBe(oneMore);
  expect(again[1]).toBe(today);
  expect(plans.of([copy(ONE_MORE)])[0]).toBe(oneMore);
});

test("a scenario that is another by a number, or was in an earlier job alone, is planned anew", () => {
  const plans = new LastPlans();
  const [today] = plans.of([TODAY]);
  const [other] = plans.of([{ ...copy(TODAY), scenario: { ...copy(TODAY.scenario), days: 2 } }]);
  expect(other!.days).not.toBe(today!.days);
  expect(plans.of([TODAY])[0]).not.toBe(today);
});
