/** Officers that man several posts: who gets them, and the fewest hours of theirs, against all plans that there are. */
import { expect, test } from "vitest";
import { leastHours } from "../../../server/analysis/staffing/cover.ts";
import { mannedBy, mannedPosts } from "../../../server/analysis/staffing/pooled.ts";
import { requirementsOf } from "../../../server/analysis/staffing/post-work.ts";
import { loadSolver } from "../../../server/run/staffing/solver.ts";
import { gridOf, hoursOnDuty, shiftForms, tidied } from "../../../shared/staffing/shift-plan.ts";
import type { ShiftPlan, ShiftRules } from "../../../shared/staffing/shift-plan.ts";
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
const GRID = gridOf({ from: 8 * HOUR, to: 12 * HOUR }, RULES);
const LIMIT = 30 * MINUTE;

const workOf = (post: string, mean: readonly number[], booths: number, minimum = 0) => ({
  post,
  pool: "officers",
  booths,
  minimum,
  mean,
  variance: mean.map(() => 0),
});
type Work = ReturnType<typeof workOf>;

test("posts get what they keep at the least, and then in order of pull as many as they have booths", () => {
  const posts = [workOf("fast", [], 2, 1), workOf("general", [], 4, 2)];
  const manned = [0, 1, 2, 3, 4, 5, 6, 9].map((officers) => mannedBy(officers, posts).join("+"));
  expect(manned).toEqual(["0+0", "1+0", "1+1", "1+2", "2+2", "2+3", "2+4", "2+4"]);
});

const isEnough = (plan: ShiftPlan, posts: readonly Work[]): boolean =>
  mannedPosts(plan, posts, GRID).every(
    ({ work, booths }) =>
      work.mean.every((hours, slot) => hours === 0 || booths[slot]! > 0) &&
      longestFluidWait(work, GRID, booths) <= LIMIT + 1e-3,
  );

/** Of all plans with at most three officers of a form. */
function leastByTrying(posts: readonly Work[]): number {
  const forms = shiftForms(RULES, GRID);
  const numbers = [0, 1, 2, 3];
  const plans = forms.reduce<readonly ShiftPlan[]>(
    (all, form) =>
      all.flatMap((plan) => numbers.map((officers) => [...plan, { ...form, post: "officers", officers }])),
    [[]],
  );
  return Math.min(
    ...plans.filter((plan) => isEnough(plan, posts)).map((plan) => hoursOnDuty(tidied(plan), GRID)),
  );
}

test.each([
  ["in order of pull", [workOf("fast", [0.5, 1, 0.5, 0.5], 2), workOf("general", [1, 1, 2, 1], 3)]],
  ["with what one keeps", [workOf("fast", [0.5, 1, 0.5, 0.5], 2), workOf("general", [1, 1, 2, 1], 3, 2)]],
  ["the other first", [workOf("general", [1, 1, 2, 1], 2), workOf("fast", [0, 0.5, 0.5, 0], 2)]],
])("the program finds the least hours of officers that two posts share: %s", async (_, posts) => {
  const covered = posts.map((work) => ({
    ...work,
    requirements: requirementsOf(work, GRID, { limitMs: LIMIT, deviations: 0 }),
  }));
  const { plan } = (await leastHours(solve, { posts: covered, rules: RULES, grid: GRID }))!;
  expect(isEnough(plan, posts)).toBe(true);
  expect(hoursOnDuty(plan, GRID)).toBe(leastByTrying(posts));
});
