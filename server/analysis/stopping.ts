/**
 * When an experiment knows enough: it stops once the half-width of its named answer is at or below what was
 * asked, and never because a difference looks real (an interval looked at until it leaves out zero leaves
 * it out too often).
 *
 * The rule is that of Chow and Robbins (Annals of Mathematical Statistics 36, 1965), for a part of the value
 * that of Nádas (the same 40, 1969). A rule of precision keeps the level only as days grow many, and loses
 * most where it may stop on a few that happened to be alike: so there are 20 at the least, and looks at
 * fixed doublings only. docs/explanation/validation.md has the coverage found.
 */
import { LEAST_DAYS } from "../../shared/condition.ts";
import type { Precision } from "../../shared/condition.ts";
import type { Estimate } from "../../shared/estimate.ts";
import { studentFactor } from "./linear.ts";

/** Days after which the answer is looked at: 20, 40, 80 …, at last the most there may be. */
export function looksUpTo(most: number): readonly number[] {
  const looks: number[] = [];
  for (let days: number = LEAST_DAYS; days < most; days *= 2) looks.push(days);
  return [...looks, most];
}

/** One of the answers that must all be precise: in a comparison there is one for each scenario compared. */
export type Watched = { readonly scenario: string; readonly estimate: Estimate };

export type Look = {
  /** One of `looksUpTo(most)`. */
  readonly days: number;
  readonly most: number;
  readonly within: Precision["within"];
  /** Of the intervals. */
  readonly level: number;
  readonly watched: readonly Watched[];
};

/** How one answer stands, in the unit it is shown in. */
export type Standing = {
  readonly scenario: string;
  readonly value: number;
  /** Null where the days say nothing of others. */
  readonly half: number | null;
  readonly asked: number;
  /** Days in all after which the half-width is expected to be as asked; null where that cannot be said. */
  readonly needed: number | null;
  /** Vehicles that a missing end of the interval takes, where there are fewer; null: there are enough. */
  readonly vehiclesNeeded: number | null;
};

export type Reading = Pick<Look, "days" | "most"> & {
  /**
   * `limit`: the most days are done. `zero`: a part of the value was asked, and that is 0 on every day: no
   * number of days makes 0 precise to a part of itself.
   */
  readonly state: "reached" | "goesOn" | "limit" | "zero";
  /** Of the answer that is farthest from what was asked. */
  readonly farthest: Standing;
  /** The next look, and the one at which it is expected to be precise enough, or the last; null: it ends here. */
  readonly next: { readonly look: number; readonly expected: number } | null;
};

export function readLook(look: Look): Reading {
  const { days, most, within, watched } = look;
  const standings = watched.map((one) => standingOf(one, look));
  const zero =
    within.kind === "relative" ? standings.find(({ asked, half }) => asked === 0 && half === 0) : undefined;
  const isZero = zero !== undefined;
  const farthest = zero ?? standings.reduce((far, one) => (distance(one) > distance(far) ? one : far));
  const isReached = !isZero && standings.every(({ half, asked }) => half !== null && half <= asked);
  const state = isReached ? "reached" : isZero ? "zero" : days >= most ? "limit" : "goesOn";
  const next = state === "goesOn" ? nextOf(look, farthest.needed) : null;
  return { days, most, state, farthest, next };
}

function standingOf({ scenario, estimate }: Watched, { days, level, within }: Look): Standing {
  const { value, low, high, n, vehiclesNeeded = null } = estimate;
  const asked = within.kind === "absolute" ? within.half : within.half * Math.abs(value);
  if (low === null || high === null)
    return { scenario, value, half: null, asked, needed: null, vehiclesNeeded };
  // The bounds of skew days lie unequally far: neither may be farther than asked.
  const half = Math.max(value - low, high - value);
  const isSignKnown = low > 0 || high < 0;
  const canSay = within.kind === "absolute" || isSignKnown;
  const enough = canSay ? daysNeeded(half, asked, n, level) : null;
  // Days that say nothing of it will come as often as they did.
  const needed = enough === null ? null : Math.ceil((enough * days) / n);
  return { scenario, value, half, asked, needed, vehiclesNeeded };
}

/** How many half-widths the answer has of what it may have. */
function distance({ half, asked }: Standing): number {
  if (half === null) return Infinity;
  return half === 0 && asked === 0 ? 1 : half / asked;
}

/**
 * The fewest days whose half-width is expected to be as asked, given that of some days: it falls as 1/√n,
 * and a little faster, as Student's factor does. The farther bound of skew days comes nearer faster still, so that it is
 * expected a little late.
 */
export function daysNeeded(half: number, asked: number, days: number, level: number): number | null {
  if (half <= asked) return days;
  if (!(asked > 0)) return null;
  const factor = studentFactor(level, days);
  const isEnough = (n: number): boolean =>
    half * Math.sqrt(days / n) * (studentFactor(level, n) / factor) <= asked;
  // With the factor of today it would be so many: never fewer are needed than one more, nor more than that.
  let enough = Math.ceil(days * (half / asked) ** 2);
  let tooFew = days;
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

function nextOf({ days, most }: Look, needed: number | null): Reading["next"] {
  const left = looksUpTo(most).filter((look) => look > days);
  const expected = needed === null ? undefined : left.find((look) => look >= needed);
  return { look: left[0]!, expected: expected ?? most };
}
