/** Plans that differ from one by one officer: gone, on a shorter shift, or on one that starts earlier or later. */
import { HOUR } from "../../../shared/units.ts";
import { mannedBy, poolsOf } from "./pooled.ts";
import type { PostWork } from "./post-work.ts";
import {
  isAtBooth,
  officersBySlot,
  officersOf,
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

/** One officer of a shift does another form instead; null: is gone. */
type Change = {
  readonly shift: PlannedShift;
  readonly form: ShiftForm | null;
  /** Booth-hours left undone after each slot, added up, beyond those of the plan. */
  readonly backlog: number;
};

/**
 * So many neighbors of a kind that, as the plan itself, leave nobody who comes without anybody: those whose fluid queues
 * are least. Of those that differ by breaks alone the best one stands for all.
 */
export function neighborsOf(
  plan: ShiftPlan,
  kind: NeighborKind,
  { posts, rules, grid }: Surroundings,
  most: number,
): readonly ShiftPlan[] {
  const forms = shiftForms(rules, grid);
  const pools = new Map(poolsOf(posts).map((pool) => [pool[0].pool, new MannedPool(pool, plan, grid)]));
  const best = new Map<string, Change>();
  for (const shift of plan) {
    const pool = pools.get(shift.post)!;
    const without = pool.without(shift);
    for (const form of instead(shift, kind, forms, grid)) {
      if (form !== null && !hasPlace(plan, shift, form, rules, grid)) continue;
      const backlog = pool.backlogWith(without, form);
      const key = `${shift.post} ${hoursOf(shift)} ${form === null ? "" : hoursOf(form)}`;
      if (backlog !== null && backlog < (best.get(key)?.backlog ?? Infinity))
        best.set(key, { shift, form, backlog });
    }
  }
  return [...best.values()]
    .sort((a, b) => a.backlog - b.backlog)
    .slice(0, most)
    .map((change) => changed(plan, change));
}

const hoursOf = ({ start, length }: ShiftForm): string => `${start}+${length}`;

function changed(plan: ShiftPlan, { shift, form }: Change): ShiftPlan {
  const others = plan.map((one) => (one === shift ? { ...one, officers: one.officers - 1 } : one));
  return tidied(form === null ? others : [...others, { ...form, post: shift.post, officers: 1 }]);
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
      const same = forms.filter((form) => form.length === shift.length && !isSame(form, shift));
      const starts = [...new Set([shift, ...same].map(({ start }) => start))].sort((a, b) => a - b);
      const at = starts.indexOf(shift.start);
      const isNear = (steps: number): boolean => steps <= 1 || (wraps && steps === starts.length - 1);
      return same.filter(({ start }) => isNear(Math.abs(starts.indexOf(start) - at)));
    }
    default:
      return kind satisfies never;
  }
}

const isSame = (a: ShiftForm, b: ShiftForm): boolean =>
  a.start === b.start && a.length === b.length && a.rest?.start === b.rest?.start;

/** Whether another officer may work a shift as long as this form. */
function hasPlace(
  plan: ShiftPlan,
  shift: PlannedShift,
  form: ShiftForm,
  { shifts }: ShiftRules,
  { slotMs }: SlotGrid,
): boolean {
  const most = shifts.find(({ lengthMs }) => lengthMs === form.length * slotMs)?.most ?? null;
  if (most === null || form.length === shift.length) return true;
  return officersOf(plan.filter(({ length }) => length === form.length)) < most;
}

/** The officers of a pool by slot, what their posts make of them, and how much that changes by one of them. */
class MannedPool {
  readonly #posts: readonly PostWork[];
  readonly #grid: SlotGrid;
  readonly #officers: readonly number[];
  /** By number of officers: the booths of each post. */
  readonly #manned: (readonly number[])[] = [];
  readonly #backlog: number;

  constructor(posts: readonly PostWork[], plan: ShiftPlan, grid: SlotGrid) {
    this.#posts = posts;
    this.#grid = grid;
    this.#officers = officersBySlot(plan, posts[0].pool, grid);
    this.#backlog = this.#backlogOf(this.#officers);
  }

  /** Officers by slot, one of a shift gone. */
  without(form: ShiftForm): readonly number[] {
    return this.#officers.map((officers, slot) => officers - isAtBooth(form, slot, this.#grid));
  }

  /** Beyond that of the plan, with one more officer; null: some who come find nobody. */
  backlogWith(officers: readonly number[], form: ShiftForm | null): number | null {
    const all =
      form === null ? officers : officers.map((others, slot) => others + isAtBooth(form, slot, this.#grid));
    const isAttended = this.#posts.every(({ mean }, post) =>
      all.every((here, slot) => mean[slot] === 0 || this.#boothsOf(here)[post] > 0),
    );
    return isAttended ? this.#backlogOf(all) - this.#backlog : null;
  }

  #boothsOf(officers: number): readonly number[] {
    return (this.#manned[officers] ??= mannedBy(officers, this.#posts));
  }

  /** Where slots wrap, of a day that begins with what one leaves. */
  #backlogOf(officers: readonly number[]): number {
    const hours = this.#grid.slotMs / HOUR;
    const booths = officers.map((here) => this.#boothsOf(here));
    let sum = 0;
    this.#posts.forEach(({ mean }, post) => {
      let left = 0;
      for (let day = this.#grid.wraps ? 0 : 1; day < 2; day++)
        mean.forEach((work, slot) => {
          left = Math.max(0, left + work - booths[slot][post] * hours);
          if (day === 1) sum += left;
        });
    });
    return sum;
  }
}
