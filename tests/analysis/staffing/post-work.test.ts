/** What a post must do by when: against fluid queues worked out by hand, and against what the definition says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { requirementsOf, shortOfBooths } from "../../../server/analysis/staffing/post-work.ts";
import type { SlotGrid } from "../../../shared/staffing/shift-plan.ts";
import type { PostWork } from "../../../server/analysis/staffing/post-work.ts";
import { HOUR, MINUTE } from "../../../shared/units.ts";
import { longestFluidWait, overlapOf } from "./fluid-wait.ts";

const gridOf = (slots: number, wraps = false): SlotGrid => ({ fromMs: 0, slotMs: HOUR, slots, wraps });
const workOf = (mean: readonly number[], booths: number, variance = mean.map(() => 0)): PostWork => ({
  post: "primary.shared",
  pool: "primary.shared",
  minimum: 0,
  booths,
  mean,
  variance,
});

test("a peak above the booths is longest waited for by who comes at its end", () => {
  // Two hours of 1.5 booth-hours an hour on one booth: the last hour of work is done an hour late.
  expect(longestFluidWait(workOf([1.5, 1.5, 0, 0], 1), gridOf(4), [1, 1, 1, 1])).toBe(HOUR);
  expect(longestFluidWait(workOf([0.5, 1.5, 1, 0], 1), gridOf(4), [1, 1, 1, 1])).toBe(HOUR / 2);
  expect(longestFluidWait(workOf([1, 1], 1), gridOf(2), [1, 1])).toBe(0);
});

test("who comes last is served by those on duty at closing, or never", () => {
  expect(longestFluidWait(workOf([0, 2], 2), gridOf(2), [0, 1])).toBe(HOUR);
  expect(longestFluidWait(workOf([0, 2], 2), gridOf(2), [0, 0])).toBe(Infinity);
});

test("who comes after a line is gone has not waited since before", () => {
  // The line of the first two hours is gone at three; who comes then is served from four on, and not since two.
  const work = workOf([3.5, 3.5, 0, 0.5, 0], Infinity);
  expect(longestFluidWait(work, gridOf(5), [1, 4, 2, 0, 1])).toBe(HOUR);
});

test("booths meet the requirements exactly where the fluid waits no longer than the limit", () => {
  const day = fc
    .integer({ min: 1, max: 6 })
    .chain((slots) =>
      fc.tuple(
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: slots, maxLength: slots }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: slots, maxLength: slots }),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
      ),
    );
  fc.assert(
    fc.property(day, ([quarters, booths, tenths, wraps]) => {
      const work = workOf(
        quarters.map((number) => number / 2),
        Infinity,
      );
      const grid = gridOf(booths.length, wraps);
      const limitMs = tenths * 17 * MINUTE;
      const areMet = requirementsOf(work, grid, { limitMs, deviations: 0 }).every((need) => {
        const done = booths.reduce((sum, at, slot) => sum + at * overlapOf(need, slot, grid), 0);
        return done >= need.boothHours - 1e-9;
      });
      expect(areMet).toBe(longestFluidWait(work, grid, booths) <= limitMs + 1e-3);
    }),
  );
});

test("where the port never closes, work of the evening is done in the morning, and no day leaves any to the next", () => {
  const grid = gridOf(3, true);
  // Two hours of work come in the last slot; one booth in the first two serves the second of them.
  expect(longestFluidWait(workOf([0, 0, 2], 9), grid, [1, 0, 1])).toBe(HOUR);
  expect(longestFluidWait(workOf([0, 0, 2], 9), grid, [0, 1, 1])).toBe(2 * HOUR);
  expect(longestFluidWait(workOf([1, 1, 2], 9), grid, [1, 1, 1])).toBe(Infinity);
  const needs = requirementsOf(workOf([0, 0, 2], 9, [0, 0, 1]), grid, { limitMs: HOUR, deviations: -9 });
  expect(needs).toEqual([{ from: 0, until: 3, boothHours: 2 }]);
});

test("the spread of the work is reckoned with by its square root, and never beyond the booths there are", () => {
  const work = workOf([4, 0], 5, [4, 0]);
  const of = (deviations: number) =>
    requirementsOf(work, gridOf(2), { limitMs: HOUR, deviations }).find(
      ({ from, until }) => from === 0 && until === 2,
    )?.boothHours;
  expect([of(-1), of(0), of(1), of(9)]).toEqual([2, 4, 6, 10]);
});

test("where booths are short it says when, and how many are needed on average", () => {
  // Three hours of work come in the second hour, and are to be done by half past two.
  expect(shortOfBooths(workOf([0, 3], 2), gridOf(2), HOUR / 2)).toBeNull();
  expect(shortOfBooths(workOf([0, 6], 2), gridOf(2), HOUR / 2)).toEqual({ from: 1, until: 2.5, booths: 4 });
});
