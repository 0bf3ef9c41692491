/** What a staffing question has found so far, as the page is told it. */
import type { HourWorth, ResultRow } from "../protocol.ts";
import type { WaitPromise } from "../wait-promise.ts";
import type { ShiftPlan, SlotGrid } from "./shift-plan.ts";

/**
 * What is at work: whether all booths together keep the promise, covers by shifts, neighbors of the best plan, the winner
 * on days that the search never saw, what one more officer is worth beside it.
 */
export const STAFFING_PHASES = ["possible", "cover", "improve", "anew", "worth"] as const;
export type StaffingPhase = (typeof STAFFING_PHASES)[number];

/** How a share of days stands to the one asked for: `close` where its interval holds it. */
export type Sureness = "kept" | "broken" | "close";

/** A share of days with its 95 % interval. */
export type KeptShare = {
  readonly kept: number;
  readonly days: number;
  readonly low: number;
  readonly high: number;
};

/** The best plan by the days of the search, which looks better than it is. */
export type BestPlan = {
  readonly plan: ShiftPlan;
  readonly sureness: Sureness;
  readonly kept: number;
  readonly days: number;
};

/** Shifts that cover what the fluid queue asks for; those from which the search went on to the plan. */
export type CoverBound = {
  /** On duty. */
  readonly hours: number;
  /** No shifts of the rules that cover the same have fewer; as many: these are the fewest, so proven. */
  readonly leastHours: number;
};

/** A post whose booths are too few for the work itself, from a time of the day until another. */
export type ShortPost = {
  readonly post: string;
  readonly needed: number;
  readonly booths: number;
  readonly fromMs: number;
  readonly untilMs: number;
  /** The shortest limit promised to anybody whom it serves. */
  readonly limitMs: number;
};

/** Why there is no plan. */
export type NoPlan =
  | {
      readonly kind: "impossible";
      /** With all booths staffed. */
      readonly kept: number;
      readonly days: number;
      /** Promises that fail by themselves, with the shortest limit that all booths keep; null: none is kept. */
      readonly broken: readonly { readonly promise: WaitPromise; readonly limitMs: number | null }[];
      readonly short: readonly ShortPost[];
    }
  | { readonly kind: "rosterShort"; readonly needed: number }
  /** However many officers there are. */
  | { readonly kind: "shiftsShort" }
  | { readonly kind: "stopped" };

export type PromisedStaffing = {
  readonly kept: KeptShare;
  /** By promise, with the shortest limit that the days keep as often as asked; null: none is kept so often. */
  readonly promises: readonly (KeptShare & { readonly limitMs: number | null })[];
  readonly boothHours: number;
};

/** On new days, the same trucks for each. */
export type StaffingAnswer = {
  readonly sureness: Sureness;
  readonly shipped: PromisedStaffing;
  readonly plan: PromisedStaffing;
  /** The hours of the file at its booths, placed by the same rules; null: no plan of the rules fits into them. */
  readonly sameHours: PromisedStaffing | null;
  /** Of the file's staffing, the plan, and the same hours where there are such. */
  readonly rows: readonly ResultRow[];
  readonly worth: readonly HourWorth[];
  readonly freshSeed: number;
};

export type StaffingResult = {
  readonly phase: StaffingPhase | "over";
  readonly searchMs: number;
  readonly budgetMs: number;
  /** Plans that were judged by simulated days. */
  readonly judged: number;
  /** Neighbors that are still in the running, of so many; null: none are ranked now. */
  readonly ranking: { readonly left: number; readonly of: number } | null;
  /** New days, of so many; null before the first. */
  readonly fresh: { readonly done: number; readonly total: number } | null;
  readonly date: string;
  readonly grid: SlotGrid;
  /** Or pools that man several, with the officers that the file plans, by slot. */
  readonly posts: readonly {
    readonly post: string;
    readonly booths: number;
    readonly planned: readonly number[];
  }[];
  readonly promises: readonly WaitPromise[];
  readonly sure: number;
  readonly roster: number | null;
  readonly best: BestPlan | null;
  /** Null before there is one, or where only the file's own levels keep the promise. */
  readonly cover: CoverBound | null;
  /** The search ended for want of time. */
  readonly isCut: boolean;
  readonly noPlan: NoPlan | null;
  readonly answer: StaffingAnswer | null;
};
