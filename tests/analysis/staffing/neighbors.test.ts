/** Plans beside a plan, against all that there are, reckoned one by one. */
import { expect, test } from "vitest";
import { neighborsOf } from "../../../server/analysis/staffing/neighbors.ts";
import type { NeighborKind } from "../../../server/analysis/staffing/neighbors.ts";
import { mannedPosts } from "../../../server/analysis/staffing/pooled.ts";
import { gridOf, officersOf, planKey, shiftForms, tidied } from "../../../shared/staffing/shift-plan.ts";
import type { PlannedShift, ShiftPlan, ShiftRules } from "../../../shared/staffing/shift-plan.ts";
import { HOUR } from "../../../shared/units.ts";

const RULES: ShiftRules = {
  shifts: [
    { lengthMs: 4 * HOUR, most: null },
    { lengthMs: 2 * HOUR, most: null },
  ],
  startsEveryMs: HOUR,
  rest: { forMs: HOUR / 2, fromMs: HOUR / 2, toMs: 2.5 * HOUR },
  roster: null,
};
const GRID = gridOf({ from: 8 * HOUR, to: 14 * HOUR }, RULES);
const ALL = Number.POSITIVE_INFINITY;

const workOf = (post: string, pool: string, booths: number, perSlot: number) => ({
  post,
  pool,
  booths,
  minimum: 0,
  mean: Array.from({ length: GRID.slots }, (_, slot) => perSlot * (slot < 8 ? 1 : 0.4)),
  variance: [],
});
const POSTS = [
  workOf("fast", "officers", 1, 0.3),
  workOf("general", "officers", 2, 0.6),
  workOf("bus", "bus", 1, 0.2),
];

const shift = (post: string, start: number, length: number, restAt: number, officers: number) =>
  ({ post, start, length, rest: { start: restAt, length: 1 }, officers }) satisfies PlannedShift;
/** Somebody is at each post at any time. */
const PLAN: ShiftPlan = tidied([
  shift("officers", 0, 8, 2, 2),
  shift("officers", 0, 8, 5, 2),
  shift("officers", 2, 4, 3, 1),
  shift("officers", 4, 8, 7, 2),
  shift("officers", 4, 8, 9, 1),
  shift("bus", 0, 8, 2, 1),
  shift("bus", 0, 8, 4, 1),
  shift("bus", 4, 8, 6, 1),
  shift("bus", 4, 8, 9, 1),
]);

/** Null: some who come find nobody. */
function backlogOf(plan: ShiftPlan): number | null {
  let sum = 0;
  for (const { work, booths } of mannedPosts(plan, POSTS, GRID)) {
    if (booths.some((manned, slot) => manned === 0 && work.mean[slot]! > 0)) return null;
    let left = 0;
    booths.forEach((manned, slot) => {
      left = Math.max(0, left + work.mean[slot]! - manned / 2);
      sum += left;
    });
  }
  return sum;
}

/** With one officer of a shift on every other form. */
const moved = (kind: NeighborKind): readonly ShiftPlan[] =>
  PLAN.flatMap((one) => {
    const others = PLAN.map((other) => (other === one ? { ...one, officers: one.officers - 1 } : other));
    if (kind === "drop") return [tidied(others)];
    return shiftForms(RULES, GRID)
      .filter(({ start, length }) =>
        kind === "move"
          ? length === one.length && Math.abs(start - one.start) <= 2
          : length < one.length && start >= one.start && start + length <= one.start + one.length,
      )
      .map((form) => tidied([...others, { ...form, post: one.post, officers: 1 }]));
  }).filter((plan) => planKey(plan) !== planKey(PLAN));

test.each(["drop", "shorten", "move"] as const)(
  "%s: the neighbor with the least queue is the best of all that leave nobody alone, and the others follow",
  (kind) => {
    const found = neighborsOf(PLAN, kind, { posts: POSTS, rules: RULES, grid: GRID }, ALL);
    const backlogs = found.map((plan) => backlogOf(plan)!);
    const all = moved(kind).flatMap((plan) => backlogOf(plan) ?? []);
    expect(backlogs[0]).toBeCloseTo(Math.min(...all), 9);
    backlogs.slice(1).forEach((backlog, i) => expect(backlog).toBeGreaterThan(backlogs[i]! - 1e-9));
    const keys = new Set(moved(kind).map(planKey));
    expect(found.filter((plan) => !keys.has(planKey(plan)))).toEqual([]);
  },
);

test("of neighbors that differ by breaks alone one is tried", () => {
  const found = neighborsOf(PLAN, "shorten", { posts: POSTS, rules: RULES, grid: GRID }, ALL);
  const withoutBreaks = found.map((plan) => planKey(tidied(plan.map((one) => ({ ...one, rest: null })))));
  expect(new Set(withoutBreaks).size).toBe(found.length);
});

test("no more work shifts of a length than may", () => {
  const rules = { ...RULES, shifts: [RULES.shifts[0]!, { lengthMs: 2 * HOUR, most: 1 }] };
  expect(neighborsOf(PLAN, "shorten", { posts: POSTS, rules, grid: GRID }, ALL)).toEqual([]);
  const moves = neighborsOf(PLAN, "move", { posts: POSTS, rules, grid: GRID }, ALL);
  const short = moves.map((plan) => officersOf(plan.filter(({ length }) => length === 4)));
  expect(Math.max(...short)).toBe(1);
});
