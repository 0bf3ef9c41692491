/**
 * Shifts that cover what is required of the posts, by an integer program (set covering of shifts, Dantzig, Operations
 * Research 2, 1954, with the requirement of a busy period in place of that of an hour). Booths bound what officers can
 * do: more officers than booths may be on duty, as where two shifts meet, but only as many work.
 */
import { HOUR } from "../../../shared/units.ts";
import { ModelBuilder } from "./linear-model.ts";
import type { Solve } from "./linear-model.ts";
import type { PostWork, Requirement } from "./post-work.ts";
import { solveAddingRows } from "./rows-as-broken.ts";
import type { LaterRow } from "./rows-as-broken.ts";
import { ShiftColumns } from "./shift-columns.ts";
import { greatestCommon, tidied } from "../../../shared/staffing/shift-plan.ts";
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
  readonly #posts: readonly PostWork[];
  /** By post. */
  readonly #shifts: readonly ShiftColumns[];
  /** By post and slot: the column of booths at work. */
  readonly #booths: readonly (readonly number[])[];
  readonly #later: LaterRow[] = [];

  constructor(
    posts: readonly PostWork[],
    rules: ShiftRules,
    grid: SlotGrid,
    costOf: (form: ShiftForm) => number,
  ) {
    this.#grid = grid;
    this.#posts = posts;
    this.#shifts = posts.map(() => new ShiftColumns(this.#builder, rules, grid, costOf));
    const slots = Array.from({ length: grid.slots }, (_, slot) => slot);
    this.#booths = posts.map(({ booths }) =>
      slots.map(() => this.#builder.column({ cost: 0, most: booths, isWhole: false })),
    );
    posts.forEach((work, p) => slots.forEach((slot) => this.#staff(work, p, slot)));
    this.#keepTo(rules);
  }

  /**
   * By what is done until each slot has ended, so that a requirement has few terms, however long it is (two may be of
   * one column: the solver adds them up).
   */
  require(post: number, requirements: readonly Requirement[]): void {
    const { slots, slotMs } = this.#grid;
    const done = this.#booths[post].map(() => this.#builder.column({ cost: 0, most: null, isWhole: false }));
    const until = (slot: number, factor: number) => (slot < 0 ? [] : [[done[slot], factor] as const]);
    const { wraps } = this.#grid;
    done.forEach((column, slot) =>
      this.#builder.atLeast(0, [[this.#booths[post][slot], 1], [column, -1], ...until(slot - 1, 1)]),
    );
    for (const requirement of requirements) {
      const isTomorrow = wraps && requirement.until >= slots;
      const end = isTomorrow ? requirement.until - slots : requirement.until;
      const last = Math.min(slots - 1, Math.floor(end));
      // Who is on duty at closing goes on until the line is gone.
      const part = end - last;
      this.#later.push({
        groups: [`${post} from ${requirement.from}`, `${post} until ${requirement.until}`],
        least: (requirement.boothHours * HOUR) / slotMs,
        terms: [
          ...until(last, part),
          ...until(last - 1, 1 - part),
          ...(isTomorrow ? until(slots - 1, 1) : []),
          ...until(requirement.from - 1, -1),
        ],
      });
    }
  }

  /**
   * Work that is left after each slot costs its hours. Nothing is left of before the first one; where slots wrap, that is
   * the quietest, since whole days of as much work as hours would leave ever more.
   */
  queue(post: number, work: readonly number[]): void {
    const { slotMs, slots, wraps } = this.#grid;
    const hours = slotMs / HOUR;
    const first = wraps ? work.indexOf(Math.min(...work)) : 0;
    let before: number | null = null;
    for (let i = 0; i < slots; i++) {
      const slot = (first + i) % slots;
      const left = this.#builder.column({ cost: 1, most: null, isWhole: false });
      const carried = before === null ? [] : [[before, -1] as const];
      this.#builder.atLeast(work[slot], [[left, 1], [this.#booths[post][slot], hours], ...carried]);
      before = left;
    }
  }

  bound(mostHours: number): void {
    const { slotMs } = this.#grid;
    this.#builder.atMost(
      mostHours,
      this.#those(
        () => true,
        ({ length, rest }) => ((length - (rest?.length ?? 0)) * slotMs) / HOUR,
      ),
    );
  }

  async solved(solve: Solve, step: number): Promise<ShiftPlan | null> {
    const spare = this.#shifts.flatMap(({ between }) => between);
    const values = await solveAddingRows(solve, { builder: this.#builder, later: this.#later, spare, step });
    if (values === null) return null;
    return tidied(this.#shifts.flatMap((shifts, p) => shifts.read(this.#posts[p].post, values)));
  }

  #staff({ mean }: PostWork, p: number, slot: number): void {
    // Whoever comes while the port is open finds somebody there.
    if (mean[slot] > 0) this.#builder.atLeast(1, [[this.#booths[p][slot], 1]]);
    this.#builder.atLeast(0, [[this.#booths[p][slot], -1], ...this.#shifts[p].atBooth(slot)]);
  }

  #keepTo({ roster, shifts }: ShiftRules): void {
    if (roster !== null)
      this.#builder.atMost(
        roster,
        this.#those(() => true),
      );
    for (const { lengthMs, most } of shifts) {
      if (most === null) continue;
      this.#builder.atMost(
        most,
        this.#those(({ length }) => length * this.#grid.slotMs === lengthMs),
      );
    }
  }

  #those(isMeant: (form: ShiftForm) => boolean, factorOf: (form: ShiftForm) => number = () => 1) {
    return this.#shifts
      .flatMap(({ shifts }) => shifts)
      .filter(({ form }) => isMeant(form))
      .map(({ form, column }) => [column, factorOf(form)] as const);
  }
}
