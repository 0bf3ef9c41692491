/** Plans that differ from one by one officer: gone, on a shorter shift, or on one that starts earlier or later. */
import type { PostWork } from "./post-work.ts";
import {
  isAtBooth,
  officersBySlot,
  planKey,
  shiftForms,
  tidied,
} from "../../../shared/staffing/shift-plan.ts";
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
    for (const form of instead(shift, kind, forms)) {
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
): readonly (ShiftForm | null)[] {
  switch (kind) {
    case "drop":
      return [null];
    case "shorten":
      return forms.filter(
        ({ start, length }) =>
          length < shift.length && start >= shift.start && start + length <= shift.start + shift.length,
      );
    case "move": {
      const same = forms.filter(({ length }) => length === shift.length);
      const starts = [...new Set(same.map(({ start }) => start))].sort((a, b) => a - b);
      const at = starts.indexOf(shift.start);
      return same.filter(({ start }) => Math.abs(starts.indexOf(start) - at) <= 1);
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
    posts.every(({ post, mean }) =>
      mean.every(
        (work, slot) =>
          work === 0 || plan.some((shift) => shift.post === post && isAtBooth(shift, slot) === 1),
      ),
    )
  );
}

/** Booth-hours left undone after each slot, added up. */
function backlogOf(plan: ShiftPlan, { posts, grid }: Surroundings): number {
  return posts.reduce((sum, { post, booths, mean }) => {
    let left = 0;
    return officersBySlot(plan, post, grid).reduce((total, officers, slot) => {
      const done = (Math.min(booths, officers) * grid.slotMs) / 3_600_000;
      left = Math.max(0, left + mean[slot] - done);
      return total + left;
    }, sum);
  }, 0);
}
