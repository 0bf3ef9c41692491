/** Covers by the integer program, against all plans that there are. */
import { expect, test } from "vitest";
import {
  fewestOfficers,
  leastBacklog,
  leastHours,
  leastHoursOfLevels,
} from "../../../server/analysis/staffing/cover.ts";
import type { Covered } from "../../../server/analysis/staffing/cover.ts";
import { requirementsOf } from "../../../server/analysis/staffing/post-work.ts";
import {
  gridOf,
  hoursAtBooths,
  hoursOnDuty,
  isAtBooth,
  officersBySlot,
  officersOf,
  shiftForms,
} from "../../../shared/staffing/shift-plan.ts";
import type { ShiftForm, ShiftRules } from "../../../shared/staffing/shift-plan.ts";
import { loadSolver } from "../../../server/run/staffing/solver.ts";
import { HOUR, MINUTE } from "../../../shared/units.ts";
import { longestFluidWait } from "./fluid-wait.ts";

const solve = await loadSolver();
const RULES: ShiftRules = {
  shifts: [
    { lengthMs: 3 * HOUR, most: null },
    { lengthMs: 2 * HOUR, most: null },
  ],
  startsEveryMs: HOUR,
  rest: null,
  roster: null,
};
const OPEN = { from: 8 * HOUR, to: 13 * HOUR };
const LIMIT = 30 * MINUTE;

function coveredOf(
  mean: readonly number[],
  booths: number,
  rules = RULES,
  { grid = gridOf(OPEN, rules), limitMs = LIMIT } = {},
): Covered {
  const work = {
    post: "primary.shared",
    pool: "primary.shared",
    minimum: 0,
    booths,
    mean,
    variance: mean.map(() => 0),
  };
  return { ...work, requirements: requirementsOf(work, grid, { limitMs, deviations: 0 }) };
}

/** The least hours of all plans with at most so many officers of a form, by trying each. */
function leastByTrying(
  mean: readonly number[],
  booths: number,
  rules = RULES,
  { most = 3, grid = gridOf(OPEN, rules), limitMs = LIMIT } = {},
): number {
  const forms = shiftForms(rules, grid);
  let least = Infinity;
  const officers = forms.map(() => 0);
  const tryFrom = (at: number, hours: number): void => {
    if (hours >= least) return;
    if (at === forms.length) {
      const staffed = mean.map((_, slot) =>
        Math.min(
          booths,
          forms.reduce((sum, form, i) => sum + officers[i]! * isAtBooth(form, slot, grid), 0),
        ),
      );
      const isAttended = mean.every((work, slot) => work === 0 || staffed[slot]! >= 1);
      const work = { post: "", pool: "", minimum: 0, booths, mean, variance: [] };
      if (isAttended && longestFluidWait(work, grid, staffed) <= limitMs + 1e-3) least = hours;
      return;
    }
    for (let number = 0; number <= most; number++) {
      officers[at] = number;
      tryFrom(at + 1, hours + number * forms[at]!.length);
    }
    officers[at] = 0;
  };
  tryFrom(0, 0);
  return least;
}

test.each([
  [[1, 1, 1, 1, 1], 3],
  [[0.5, 2, 2.5, 1, 0.5], 3],
  [[0, 0, 3, 0, 0], 3],
  [[2.5, 2.5, 0.5, 0.5, 2], 3],
])("the program finds the least hours for work of %j on %i booths", async (mean, booths) => {
  const grid = gridOf(OPEN, RULES);
  const cover = (await leastHours(solve, { posts: [coveredOf(mean, booths)], rules: RULES, grid }))!;
  const least = leastByTrying(mean, booths);
  // The solver came to its end, so that the least is proven.
  expect([hoursOnDuty(cover.plan, grid), cover.leastHours]).toEqual([least, least]);
});

test("a roster that is too short has no plan, and the fewest officers say by how many", async () => {
  const cover = { posts: [coveredOf([1, 2, 2, 2, 1], 3)], rules: RULES, grid: gridOf(OPEN, RULES) };
  const needed = officersOf((await fewestOfficers(solve, cover))!);
  const withRoster = (roster: number) => leastHours(solve, { ...cover, rules: { ...RULES, roster } });
  expect(officersOf((await withRoster(needed))!.plan)).toBe(needed);
  expect(await withRoster(needed - 1)).toBeNull();
});

test("no more officers work shifts of a length than the roster has for it", async () => {
  const rules: ShiftRules = {
    ...RULES,
    shifts: [
      { lengthMs: 3 * HOUR, most: null },
      { lengthMs: 2 * HOUR, most: 1 },
    ],
  };
  const grid = gridOf(OPEN, rules);
  const posts = [coveredOf([0, 3, 3, 0, 0], 3, rules)];
  const { plan } = (await leastHours(solve, { posts, rules, grid }))!;
  const short = plan.filter(({ length }) => length === 2).reduce((sum, { officers }) => sum + officers, 0);
  expect(short).toBeLessThanOrEqual(1);
});

test("breaks are gaps within their window, and leave no hour without anybody", async () => {
  const rules: ShiftRules = { ...RULES, rest: { forMs: HOUR, fromMs: HOUR, toMs: HOUR } };
  const grid = gridOf(OPEN, rules);
  const forms = shiftForms(rules, grid);
  // The short shift has its break in its second hour, which leaves its first; both keep to the window.
  const rests = forms.map(({ start, rest }: ShiftForm) => [
    rest?.length,
    (rest?.start ?? Number.NaN) - start,
  ]);
  expect(new Set(rests.map(String))).toEqual(new Set(["1,1"]));
  const posts = [coveredOf([0.5, 0.5, 0.5, 0.5, 0.5], 3, rules)];
  const { plan } = (await leastHours(solve, { posts, rules, grid }))!;
  expect(Math.min(...officersBySlot(plan, "primary.shared", grid))).toBeGreaterThanOrEqual(1);
});

test.each([
  [[1, 1, 1, 1, 1], 2],
  [[0.5, 1.5, 1, 2, 0.5], 2],
  [[1, 0.5, 2, 2, 1], 3],
])(
  "no plan with breaks of its own for each has fewer hours, for work of %j on %i booths",
  async (mean, booths) => {
    // Breaks of the long shift may be put off for an hour, those of the short one may not.
    const rules: ShiftRules = {
      ...RULES,
      shifts: [
        { lengthMs: 4 * HOUR, most: null },
        { lengthMs: 2 * HOUR, most: null },
      ],
      rest: { forMs: HOUR, fromMs: HOUR, toMs: 2 * HOUR },
    };
    const grid = gridOf(OPEN, rules);
    const posts = [coveredOf(mean, booths, rules)];
    const { plan } = (await leastHours(solve, { posts, rules, grid }))!;
    expect(hoursOnDuty(plan, grid)).toBe(leastByTrying(mean, booths, rules, { most: 2 }));
    const forms = shiftForms(rules, grid).map(
      ({ start, length, rest }) => `${start} ${length} ${rest?.start}`,
    );
    for (const { start, length, rest } of plan) expect(forms).toContain(`${start} ${length} ${rest?.start}`);
  },
);

test.each([
  [
    { ...RULES, shifts: [{ lengthMs: 8 * HOUR, most: null }], startsEveryMs: 4 * HOUR },
    [8, 0.5, 0, 1, 2, 8],
    2,
  ],
  [
    { ...RULES, shifts: [{ lengthMs: 12 * HOUR, most: null }], startsEveryMs: 4 * HOUR },
    [1, 0, 0, 0, 3, 9],
    3,
  ],
  [
    {
      ...RULES,
      shifts: [{ lengthMs: 12 * HOUR, most: null }],
      startsEveryMs: 4 * HOUR,
      rest: { forMs: 4 * HOUR, fromMs: 4 * HOUR, toMs: 8 * HOUR },
    },
    [4, 1, 0.5, 0.5, 1, 5],
    2,
  ],
])(
  "around the clock shifts and their breaks go over midnight, and have the least hours: %j",
  async (rules, mean, booths) => {
    const grid = gridOf({ from: 0, to: 24 * HOUR }, rules, true);
    const limitMs = 2 * HOUR;
    const how = { grid, limitMs };
    const posts = [coveredOf(mean, booths, rules, how)];
    const { plan } = (await leastHours(solve, { posts, rules, grid }))!;
    expect(hoursOnDuty(plan, grid)).toBe(4 * leastByTrying(mean, booths, rules, { ...how, most: 2 }));
    expect(plan.some(({ start, length }) => start + length > grid.slots)).toBe(true);
    const staffed = officersBySlot(plan, "primary.shared", grid).map((officers) =>
      Math.min(booths, officers),
    );
    expect(longestFluidWait(posts[0]!, grid, staffed)).toBeLessThanOrEqual(limitMs + 1e-3);
  },
);

test("a plan of starts and breaks between the hours keeps the limit with few hours to spare", async () => {
  const rules: ShiftRules = {
    ...RULES,
    startsEveryMs: 15 * MINUTE,
    rest: { forMs: 15 * MINUTE, fromMs: 45 * MINUTE, toMs: 75 * MINUTE },
  };
  const grid = gridOf(OPEN, rules);
  const mean = Array.from({ length: grid.slots }, (_, slot) => (3 + 6 * Math.sin((Math.PI * slot) / 20)) / 4);
  const work = {
    post: "primary.shared",
    pool: "primary.shared",
    minimum: 0,
    booths: 9,
    mean,
    variance: mean.map(() => 0),
  };
  const requirements = requirementsOf(work, grid, { limitMs: LIMIT, deviations: 0 });
  const { plan, leastHours: bound } = (await leastHours(solve, {
    posts: [{ ...work, requirements }],
    rules,
    grid,
  }))!;
  const staffed = officersBySlot(plan, work.post, grid).map((officers) => Math.min(work.booths, officers));
  expect(longestFluidWait(work, grid, staffed)).toBeLessThanOrEqual(LIMIT + 1);
  const needed = mean.reduce((sum, hours) => sum + hours, 0);
  expect(hoursAtBooths(plan, grid)).toBeLessThan(1.25 * needed);
  const duty = hoursOnDuty(plan, grid);
  expect(duty).toBeGreaterThanOrEqual(bound);
  expect(duty / bound).toBeLessThan(1.2);
});

test("hours that are given go where the work is, and no more of them are planned", async () => {
  const grid = gridOf(OPEN, RULES);
  const cover = { posts: [coveredOf([1, 1, 2, 0.5, 0.5], 3)], rules: RULES, grid };
  const plan = (await leastBacklog(solve, cover, 10))!;
  // Twice the work is what ten hours can do: two, two, four of which three booths do three, and what is left.
  const staffed = officersBySlot(plan, "primary.shared", grid);
  expect(staffed[2]).toBeGreaterThanOrEqual(3);
  expect(staffed[0]).toBe(2);
  expect(hoursAtBooths(plan, grid)).toBeLessThanOrEqual(10);
  expect(hoursAtBooths(plan, grid)).toBeGreaterThan(8);
  expect(await leastBacklog(solve, cover, 4)).toBeNull();
});

test("levels are covered with the least hours, as far as the roster reaches", async () => {
  const cover = { posts: [coveredOf([1, 1, 1, 1, 1], 3)], rules: RULES, grid: gridOf(OPEN, RULES) };
  // Three and two hours make five; what is wanted in the middle is one more for two hours.
  const levels = [1, 2, 2, 1, 1];
  const plan = (await leastHoursOfLevels(solve, cover, () => levels))!;
  officersBySlot(plan, "primary.shared", cover.grid).forEach((officers, slot) =>
    expect(officers).toBeGreaterThanOrEqual(levels[slot]!),
  );
  expect(hoursOnDuty(plan, cover.grid)).toBe(7);
  const rules = { ...RULES, roster: 2 };
  expect(await leastHoursOfLevels(solve, { ...cover, rules }, () => levels)).toBeNull();
});

test("slots are as long as all times of the rules allow, and the last shift ends at closing", () => {
  const rules: ShiftRules = { ...RULES, startsEveryMs: 2 * HOUR };
  expect(gridOf(OPEN, rules)).toEqual({ fromMs: 8 * HOUR, slotMs: HOUR, slots: 5, wraps: false });
  const starts = shiftForms(rules, gridOf(OPEN, rules)).filter(({ length }) => length === 2);
  expect(starts.map(({ start }) => start)).toEqual([0, 2, 3]);
});
