/** The hours of the file in other shifts: which of the ways to place them is taken. */
import { expect, test } from "vitest";
import { sameHoursPlan } from "../../../server/run/staffing/same-hours.ts";
import { loadSolver } from "../../../server/run/staffing/solver.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { officersBySlot } from "../../../shared/staffing/shift-plan.ts";
import { HOUR } from "../../../shared/units.ts";
import { RULES, asked, officersIn, ownPort } from "./two-hours.ts";

test.each([
  ["as the file has them", (first: number) => first === 2, [0, 0], [2, 1]],
  ["where the fluid queue is least", (first: number) => first === 1, [0, 0], [1, 2]],
  ["nearer to what is promised", () => false, [HOUR, Infinity], [1, 2]],
])("of as many hours those are taken that keep the promise better: %s", async (_, keeps, waits, taken) => {
  const prepared = asked(["all under 30 min"], RULES, ownPort(2, 1));
  const judge = (_key: string, tried: LoadedScenario, wanted: number) => {
    const [first] = officersIn(tried) as [number, number];
    const day = { waits: [waits[first - 1]!], kept: keeps(first) };
    return Promise.resolve(Array.from({ length: wanted }, () => day));
  };
  const plan = await sameHoursPlan(await loadSolver(), prepared, judge);
  expect(officersBySlot(plan!, "primary.shared", prepared.grid)).toEqual(taken);
});

test("shifts that need more hours for the file's own levels are not the same hours", async () => {
  const rules = { ...RULES, shifts: [{ lengthMs: 2 * HOUR, most: null }] };
  const prepared = asked(["all under 30 min"], rules, ownPort(2, 1));
  const judge = () => Promise.reject(new Error("nothing is to be compared"));
  const plan = await sameHoursPlan(await loadSolver(), prepared, judge);
  expect(officersBySlot(plan!, "primary.shared", prepared.grid)).toEqual([1, 1]);
});
