/**
 * Shifts that cover what is required of the posts, by an integer program (set covering of shifts, Dantzig, Operations
 * Research 2, 1954, with the requirement of a busy period in place of that of an hour). Booths bound what officers can
 * do: more officers than booths may be on duty, as where two shifts meet, but only as many work.
 */
import { HOUR } from "../../../shared/units.ts";
import { ModelBuilder } from "./linear-model.ts";
import type { Solve } from "./linear-model.ts";
import { overlapOf } from "./post-work.ts";
import type { PostWork, Requirement } from "./post-work.ts";
import { greatestCommon, isAtBooth, shiftForms, tidied } from "../../../shared/staffing/shift-plan.ts";
import type { ShiftForm, ShiftPlan, ShiftRules, SlotGrid } from "../../../shared/staffing/shift-plan.ts";

export type Covered = PostWork & { readonly requirements: readonly Requirement[] };
export type Cover = {
  readonly posts: readonly Covered[];
  readonly rules: ShiftRules;
  readonly grid: SlotGrid;
};

/** The least hours on duty that meet all requirements; null: the roster is too short. */
export async function leastHours(solve: Solve, { posts, rules, grid }: Cover): Promise<ShiftPlan | null> {
  const { slotMs } = grid;
  const step = rules.shifts.map(({ lengthMs }) => lengthMs).reduce(greatestCommon) / HOUR;
  const parts =
    rules.roster === null && rules.shifts.every(({ most }) => most === null) ? single(posts) : [posts];
  const plans = parts.map((part) => {
    const program = new ShiftProgram(part, rules, grid, ({ length }) => (length * slotMs) / HOUR);
    part.forEach((post, p) => program.require(p, post.requirements));
    return program.solved(solve, step);
  });
  return joined(await Promise.all(plans));
}

/** The fewest officers on a day that meet all requirements, whatever the roster is. */
export async function fewestOfficers(solve: Solve, { posts, rules, grid }: Cover): Promise<ShiftPlan | null> {
  const endless = { ...rules, roster: null, shifts: rules.shifts.map((shift) => ({ ...shift, most: null })) };
  const plans = single(posts).map((part) => {
    const program = new ShiftProgram(part, endless, grid, () => 1);
    part.forEach((post, p) => program.require(p, post.requirements));
    return program.solved(solve, 1);
  });
  return joined(await Promise.all(plans));
}

/** Posts that share no roster have nothing to do with each other, and are solved far sooner one by one. */
const single = <Post>(posts: readonly Post[]): readonly (readonly Post[])[] => posts.map((post) => [post]);

const joined = (plans: readonly (ShiftPlan | null)[]): ShiftPlan | null =>
  plans.some((plan) => plan === null) ? null : tidied(plans.flatMap((plan) => plan ?? []));

/**
 * Of all plans with at most so many hours at the booths the one whose fluid queues add up to the least. The work is
 * drawn up to what the hours can do, in proportion: a fluid that is served at once would not say where more is needed.
 */
export function leastBacklog(
  solve: Solve,
  { posts, rules, grid }: Omit<Cover, "posts"> & { readonly posts: readonly PostWork[] },
  mostHours: number,
): Promise<ShiftPlan | null> {
  const program = new ShiftProgram(posts, rules, grid, () => 0);
  const work = posts.reduce((sum, { mean }) => sum + mean.reduce((all, hours) => all + hours, 0), 0);
  const drawn = Math.max(1, mostHours / work);
  posts.forEach(({ mean }, p) =>
    program.queue(
      p,
      mean.map((hours) => hours * drawn),
    ),
  );
  program.bound(mostHours);
  // To a hundredth of all work, waiting one hour.
  return program.solved(solve, work / 100);
}

class ShiftProgram {
  readonly #builder = new ModelBuilder();
  readonly #grid: SlotGrid;
  readonly #shifts: readonly { readonly post: string; readonly form: ShiftForm; readonly column: number }[];
  /** By post and slot: the column of booths at work. */
  readonly #booths: readonly (readonly number[])[];

  constructor(
    posts: readonly PostWork[],
    rules: ShiftRules,
    grid: SlotGrid,
    costOf: (form: ShiftForm) => number,
  ) {
    this.#grid = grid;
    const forms = shiftForms(rules, grid);
    this.#shifts = posts.flatMap(({ post }) =>
      forms.map((form) => ({
        post,
        form,
        column: this.#builder.column({ cost: costOf(form), most: null, isWhole: true }),
      })),
    );
    const slots = Array.from({ length: grid.slots }, (_, slot) => slot);
    this.#booths = posts.map(({ booths }) =>
      slots.map(() => this.#builder.column({ cost: 0, most: booths, isWhole: false })),
    );
    posts.forEach((work, p) => slots.forEach((slot) => this.#staff(work, p, slot)));
    this.#keepTo(rules);
  }

  /** By what is done until each slot has ended, so that a requirement has three terms, however long it is (two may be of one column: the solver adds them up). */
  require(post: number, requirements: readonly Requirement[]): void {
    const { slots, slotMs } = this.#grid;
    const done = this.#booths[post].map(() => this.#builder.column({ cost: 0, most: null, isWhole: false }));
    const until = (slot: number, factor: number) => (slot < 0 ? [] : [[done[slot], factor] as const]);
    done.forEach((column, slot) =>
      this.#builder.atLeast(0, [[this.#booths[post][slot], 1], [column, -1], ...until(slot - 1, 1)]),
    );
    for (const requirement of requirements) {
      const last = Math.min(slots - 1, Math.floor(requirement.until));
      const part = overlapOf(requirement, last, slots);
      this.#builder.atLeast((requirement.boothHours * HOUR) / slotMs, [
        ...until(last, part),
        ...until(last - 1, 1 - part),
        ...until(requirement.from - 1, -1),
      ]);
    }
  }

  /** Work that is left after each slot costs its hours. */
  queue(post: number, work: readonly number[]): void {
    const hours = this.#grid.slotMs / HOUR;
    let before: number | null = null;
    work.forEach((arriving, slot) => {
      const left = this.#builder.column({ cost: 1, most: null, isWhole: false });
      const carried = before === null ? [] : [[before, -1] as const];
      this.#builder.atLeast(arriving, [[left, 1], [this.#booths[post][slot], hours], ...carried]);
      before = left;
    });
  }

  bound(mostHours: number): void {
    const { slotMs } = this.#grid;
    this.#builder.atMost(
      mostHours,
      this.#shifts.map(({ form, column }) => [
        column,
        ((form.length - (form.rest?.length ?? 0)) * slotMs) / HOUR,
      ]),
    );
  }

  async solved(solve: Solve, step: number): Promise<ShiftPlan | null> {
    const values = await solve(this.#builder.model(step));
    if (values === null) return null;
    return tidied(
      this.#shifts.map(({ post, form, column }) => ({ post, ...form, officers: Math.round(values[column]) })),
    );
  }

  #staff({ post, mean }: PostWork, p: number, slot: number): void {
    // Whoever comes while the port is open finds somebody there.
    if (mean[slot] > 0) this.#builder.atLeast(1, [[this.#booths[p][slot], 1]]);
    const here = this.#shifts.filter((shift) => shift.post === post && isAtBooth(shift.form, slot) === 1);
    this.#builder.atLeast(0, [
      [this.#booths[p][slot], -1],
      ...here.map(({ column }) => [column, 1] as const),
    ]);
  }

  #keepTo({ roster, shifts }: ShiftRules): void {
    const those = (isMeant: (form: ShiftForm) => boolean) =>
      this.#shifts.filter(({ form }) => isMeant(form)).map(({ column }) => [column, 1] as const);
    if (roster !== null)
      this.#builder.atMost(
        roster,
        those(() => true),
      );
    for (const { lengthMs, most } of shifts) {
      if (most === null) continue;
      this.#builder.atMost(
        most,
        those(({ length }) => length * this.#grid.slotMs === lengthMs),
      );
    }
  }
}
