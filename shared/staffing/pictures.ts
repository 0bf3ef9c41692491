/** What the pictures of a staffing plan are made of, for the page and for reports. */
import type { Estimate } from "../estimate.ts";
import { areFewAlike } from "../few-alike.ts";

export type StaffedPost = {
  readonly name: string;
  readonly booths: number;
  /** By slot. */
  readonly plan: readonly number[];
  readonly other: readonly number[];
};

export type HourBar = {
  readonly hour: number;
  readonly clock: string;
  /** Null: still to come. */
  readonly bar: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly isSure: boolean;
  } | null;
};

/** Without an interval there is nothing to draw yet; the same on every day is sure, unless the days are few. */
export function hourBar(hour: number, clock: string, estimate: Estimate | null): HourBar {
  const { value = 0, low = null, high = null } = estimate ?? {};
  if (estimate === null || low === null || high === null) return { hour, clock, bar: null };
  const isSure = !areFewAlike(estimate) && (low > 0 || high < 0 || (low === 0 && high === 0));
  return { hour, clock, bar: { value, low, high, isSure } };
}
