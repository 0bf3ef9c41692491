/**
 * Shifts that cover what is required of the posts, by an integer program (set covering of shifts, Dantzig, Operations
 * Research 2, 1954, with the requirement of a busy period in place of that of an hour). Booths bound what officers can
 * do: more officers than booths may be on duty, as where two shifts meet, but only as many work.
 */
import { HOUR } from "../../../shared/units.ts";
import { ModelBuilder } from "./linear-model.ts";
import type { Row, Solve } from "./linear-model.ts";
import { poolsOf, pullsOf } from "./pooled.ts";
import type { PostWork, Requirement } from "./post-work.ts";
import { solveAddingRows } from "./rows-as-broken.ts";
import type { LaterRow } from "./rows-as-broken.ts";
import { ShiftColumns } from "./shift-columns.ts";
import { greatestCommon, isFree, tidied } from "../../../shared/staffing/shift-plan.ts";
import type { ShiftForm, ShiftPlan, ShiftRules, SlotGrid } from "../../../shared/staffing/shift-plan.ts";

export type Covered = PostWork & { readonly requirements: readonly Requirement[] };
export type Cover = {
  readonly posts: readonly Covered[];
  readonly rules: ShiftRules;
  readonly grid: SlotGrid;
};

/** Shifts that meet all requirements, and the hours on duty of which no shifts that meet them have fewer. */
export type Covering = { readonly plan: ShiftPlan; readonly leastHours: number };

/**
 * The least hours on duty that meet all requirements, but for starts between the hours that the relaxed program has no
 * use for, and for programs of which the solver does not come to an end; null: the roster is too short. Pools that
 * share no roster have nothing to do with each other, and are solved far sooner one by one.
 */
export async function leastHours(solve: Solve, { posts, rules, grid }: Cover): Promise<Covering | null> {
  const step = stepOf(rules);
  const parts = (isFree(rules) ? poolsOf(posts) : [posts]).map(async (part): Promise<Covering | null> => {
    const program = new ShiftProgram(part, rules, grid, hoursOf(grid));
    part.forEach((post, p) => program.require(p, post.requirements));
    const solved = await program.solved(solve, step);
    return solved && { plan: solved.plan, leastHours: wholeSteps(solved.bound, step) };
  });
  return joinedCover(await Promise.all(parts));
}

/** Of parts that have nothing to do with each other. */
export function joinedCover(parts: readonly (Covering | null)[]): Covering | null {
  const plan = joined(parts.map((part) => part?.plan ?? null));
  return plan && { plan, leastHours: parts.reduce((sum, part) => sum + (part?.leastHours ?? 0), 0) };
}

/** Beyond what the solver rounds. */
const TOLERANCE = 1e-6;

/** Hours on duty are whole numbers of steps, so that those between two of them are those of none. */
const wholeSteps = (hours: number, step: number): number => Math.ceil(hours / step - TOLERANCE) * step;

/** The least hours on duty with so many officers of each pool at work, by slot; null: the roster is too short for them. */
export async function leastHoursOfLevels(
  solve: Solve,
  { posts, rules, grid }: Omit<Cover, "posts"> & { readonly posts: readonly PostWork[] },
  officersOf: (pool: string) => readonly number[],
): Promise<ShiftPlan | null> {
  const program = new ShiftProgram(posts, rules, grid, hoursOf(grid));
  for (const [{ pool }] of poolsOf(posts)) program.staff(pool, officersOf(pool));
  return (await program.solved(solve, stepOf(rules)))?.plan ?? null;
}

const hoursOf =
  ({ slotMs }: SlotGrid) =>
  ({ length }: ShiftForm): number =>
    (length * slotMs) / HOUR;

/** All shifts have whole numbers of it. */
const stepOf = ({ shifts }: ShiftRules): number =>
  shifts.map(({ lengthMs }) => lengthMs).reduce(greatestCommon) / HOUR;

/**
 * The fewest officers on a day that meet all requirements; without a roster. With starts between the hours the fewest of
 * the starts that the relaxed program has a use for: all of them took three times as long for World Trade Bridge with
 * breaks, and found none fewer.
 */
export async function fewestOfficers(solve: Solve, { posts, rules, grid }: Cover): Promise<ShiftPlan | null> {
  const plans = poolsOf(posts).map(async (part) => {
    const program = new ShiftProgram(part, rules, grid, () => 1);
    part.forEach((post, p) => program.require(p, post.requirements));
    return (await program.solved(solve, 1))?.plan ?? null;
  });
  return joined(await Promise.all(plans));
}

const joined = (plans: readonly (ShiftPlan | null)[]): ShiftPlan | null =>
  plans.some((plan) => plan === null) ? null : tidied(plans.flatMap((plan) => plan ?? []));

/**
 * Of all plans with at most so many hours at the booths the one whose fluid queues add up to the least. The work is
 * drawn up to what the hours can do, in proportion: a fluid that is served at once would not say where more is needed.
 */
export async function leastBacklog(
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
  return (await program.solved(solve, work / 100))?.plan ?? null;
}

class ShiftProgram {
  readonly #builder = new ModelBuilder();
  readonly #grid: SlotGrid;
  readonly #pools: readonly { readonly name: string; readonly shifts: ShiftColumns }[];
  /** By post and slot: the columns that add up to its booths at work. */
  readonly #booths: readonly (readonly Row["terms"][])[];
  readonly #later: LaterRow[] = [];

  constructor(
    posts: readonly PostWork[],
    rules: ShiftRules,
    grid: SlotGrid,
    costOf: (form: ShiftForm) => number,
  ) {
    this.#grid = grid;
    const pools = poolsOf(posts);
    this.#pools = pools.map(([{ pool }]) => ({
      name: pool,
      shifts: new ShiftColumns(this.#builder, rules, grid, costOf),
    }));
    const slots = Array.from({ length: grid.slots }, (_, slot) => slot);
    const manned = new Map<PostWork, readonly Row["terms"][]>();
    pools.forEach((pool, p) => {
      const bySlot = slots.map((slot) => this.#man(pool, this.#pools[p].shifts.atBooth(slot), slot));
      pool.forEach((post, i) =>
        manned.set(
          post,
          bySlot.map((booths) => booths[i]),
        ),
      );
    });
    this.#booths = posts.map((post) => manned.get(post)!);
    this.#keepTo(rules);
  }

  /**
   * By what is done until each slot has ended, so that a requirement has few terms, however long it is (two may be of
   * one column: they add up).
   */
  require(post: number, requirements: readonly Requirement[]): void {
    const { slots, slotMs } = this.#grid;
    const done = this.#booths[post].map(() => this.#builder.column({ cost: 0, most: null, isWhole: false }));
    const until = (slot: number, factor: number) => (slot < 0 ? [] : [[done[slot], factor] as const]);
    const { wraps } = this.#grid;
    done.forEach((column, slot) =>
      this.#builder.atLeast(0, [...this.#booths[post][slot], [column, -1], ...until(slot - 1, 1)]),
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

  /** At least so many officers of a pool at work, by slot. */
  staff(pool: string, officers: readonly number[]): void {
    const { shifts } = this.#pools.find(({ name }) => name === pool)!;
    officers.forEach((least, slot) => this.#builder.atLeast(least, shifts.atBooth(slot)));
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
      const done = this.#booths[post][slot].map(([column, booths]) => [column, booths * hours] as const);
      this.#builder.atLeast(work[slot], [[left, 1], ...done, ...carried]);
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

  async solved(
    solve: Solve,
    step: number,
  ): Promise<{ readonly plan: ShiftPlan; readonly bound: number } | null> {
    const spare = this.#pools.flatMap(({ shifts }) => shifts.between);
    const solution = await solveAddingRows(solve, {
      builder: this.#builder,
      later: this.#later,
      spare,
      step,
    });
    if (solution === null) return null;
    const { values, bound } = solution;
    return { plan: tidied(this.#pools.flatMap(({ name, shifts }) => shifts.read(name, values))), bound };
  }

  /** The booths of each post of a pool in a slot; those that are manned later only where those before them all are. */
  #man(posts: readonly PostWork[], officers: Row["terms"], slot: number): readonly Row["terms"][] {
    const builder = this.#builder;
    const pulls = pullsOf(posts).map(({ post, booths }) => ({
      post,
      booths,
      column: builder.column({ cost: 0, most: booths, isWhole: false }),
    }));
    builder.atLeast(0, [...officers, ...pulls.map(({ column }) => [column, -1] as const)]);
    pulls.slice(1).forEach(({ column, booths }, i) => {
      const before = pulls[i];
      const isFull = builder.column({ cost: 0, most: 1, isWhole: true });
      builder.atLeast(0, [
        [before.column, 1],
        [isFull, -before.booths],
      ]);
      builder.atLeast(0, [
        [isFull, booths],
        [column, -1],
      ]);
    });
    return posts.map(({ mean }, p) => {
      const booths = pulls.filter(({ post }) => post === p).map(({ column }) => [column, 1] as const);
      // Whoever comes while the port is open finds somebody there.
      if (mean[slot] > 0) builder.atLeast(1, booths);
      return booths;
    });
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
    return this.#pools
      .flatMap(({ shifts: { shifts } }) => shifts)
      .filter(({ form }) => isMeant(form))
      .map(({ form, column }) => [column, factorOf(form)] as const);
  }
}
