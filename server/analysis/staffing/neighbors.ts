/** Plans that differ from one by one officer: gone, on a shorter shift, or on one that starts earlier or later. */
import { HOUR } from "../../../shared/units.ts";
import { mannedPosts } from "./pooled.ts";
import type { PostWork } from "./post-work.ts";
import { planKey, shiftForms, tidied } from "../../../shared/staffing/shift-plan.ts";
import type {
  PlannedShift,
  ShiftForm,
  ShiftPlan,
  ShiftRules,
  SlotGrid,
} from "../../../shared/staffing/shift-plan.ts";

export type NeighborKind = "drop" | "shorten" | "move";

export type Surroundings = {
  readonly posts: readonly PostWork[];
  readonly rules: ShiftRules;
  readonly grid: SlotGrid;
};

/** Neighbors of a kind that leave nobody who comes without anybody, those first whose fluid queues are least. */
export function neighborsOf(plan: ShiftPlan, kind: NeighborKind, around: Surroundings): readonly ShiftPlan[] {
  const forms = shiftForms(around.rules, around.grid);
  const found = new Map<string, ShiftPlan>();
  for (const shift of plan) {
    for (const form of instead(shift, kind, forms, around.grid)) {
      const others = plan.map((one) => (one === shift ? { ...one, officers: one.officers - 1 } : one));
      const changed = tidied(
        form === null ? others : [...others, { ...form, post: shift.post, officers: 1 }],
      );
      if (keepsTo(changed, around)) found.set(planKey(changed), changed);
    }
  }
  found.delete(planKey(plan));
  return [...found.values()]
    .map((neighbor) => ({ neighbor, backlog: backlogOf(neighbor, around) }))
    .sort((a, b) => a.backlog - b.backlog)
    .map(({ neighbor }) => neighbor);
}

/** Null: nobody instead. */
function instead(
  shift: PlannedShift,
  kind: NeighborKind,
  forms: readonly ShiftForm[],
  { slots, wraps }: SlotGrid,
): readonly (ShiftForm | null)[] {
  switch (kind) {
    case "drop":
      return [null];
    case "shorten":
      return forms.filter(({ start, length }) => {
        const later = wraps ? (start - shift.start + slots) % slots : start - shift.start;
        return length < shift.length && later >= 0 && later + length <= shift.length;
      });
    case "move": {
      const same = forms.filter(({ length }) => length === shift.length);
      const starts = [...new Set(same.map(({ start }) => start))].sort((a, b) => a - b);
      const at = starts.indexOf(shift.start);
      const isNear = (steps: number): boolean => steps <= 1 || (wraps && steps === starts.length - 1);
      return same.filter(({ start }) => isNear(Math.abs(starts.indexOf(start) - at)));
    }
    default:
      return kind satisfies never;
  }
}

function keepsTo(plan: ShiftPlan, { posts, rules, grid }: Surroundings): boolean {
  const withinLengths = rules.shifts.every(({ lengthMs, most }) => {
    const of = plan.filter(({ length }) => length * grid.slotMs === lengthMs);
    return most === null || of.reduce((sum, { officers }) => sum + officers, 0) <= most;
  });
  return (
    withinLengths &&
    mannedPosts(plan, posts, grid).every(({ work: { mean }, booths }) =>
      mean.every((work, slot) => work === 0 || booths[slot] > 0),
    )
  );
}

/** Booth-hours left undone after each slot, added up; where slots wrap, of a day that begins with what one leaves. */
function backlogOf(plan: ShiftPlan, { posts, grid }: Surroundings): number {
  return mannedPosts(plan, posts, grid).reduce((sum, { work: { mean }, booths }) => {
    const done = booths.map((manned) => (manned * grid.slotMs) / HOUR);
    const day = (before: number): readonly number[] => {
      let left = before;
      return mean.map((work, slot) => (left = Math.max(0, left + work - done[slot])));
    };
    const lefts = day(grid.wraps ? (day(0).at(-1) ?? 0) : 0);
    return lefts.reduce((total, left) => total + left, sum);
  }, 0);
}
