import { expect, test } from "vitest";
import { isSteady } from "../../server/port/steady.ts";
import { HOUR } from "../../shared/units.ts";
import { planOf } from "./simulate.ts";
import type { Day } from "./simulate.ts";

const RATES = { rates: "40 /h" };
const PORT: Day = {
  days: 3,
  hours: "00:00-24:00",
  demand: RATES,
  stages: { primary: { booths: { general: 2 }, line: "pooled", service: "60 s" } },
};

test.each<[string, boolean, Partial<Day>]>([
  ["as it is", true, {}],
  ["over the day of a clock change", true, { from: "2026-03-07", zone: "America/Chicago" } as never],
  ["with as many officers at all hours", true, { staffing: { primary: { general: { "00:00": 2 } } } }],
  ["with officers by the hour", false, { staffing: { primary: { general: { "00:00": 1, "08:00": 2 } } } }],
  ["that closes at night", false, { hours: "08:00-20:00" }],
  ["with rates by the hour", false, { demand: { rates: { "00:00": "40 /h", "12:00": "41 /h" } } }],
  ["with rates by the day", false, { demand: { ...RATES, weekdays: { wed: 0.5 } } } as never],
  ["without any truck", false, { demand: { rates: "0 /h" } }],
])("a port %s: steady %s", (_, expected, change) => {
  expect(isSteady(planOf({ ...PORT, ...change }))).toBe(expected);
});

test("a port is not steady when something happens in the days that count", () => {
  const plan = planOf(PORT);
  const busy = (fromMs: number) => ({
    fromMs,
    untilMs: fromMs + 24 * HOUR,
    effect: { kind: "demand" as const, factor: 2 },
  });
  expect(isSteady(plan, [busy(24 * HOUR)])).toBe(false);
  expect(isSteady(plan, [busy(plan.countUntil)])).toBe(true);
});
