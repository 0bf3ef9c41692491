/**
 * What results must meet, as people write it: a condition on every scenario (`waitP95 < 45 min`) or on what every
 * scenario differs by from the baseline (`difference of wait < -5 min`).
 */
import { LEAST_DAYS, parseCondition, isMet } from "./condition.ts";
import type { Condition } from "./condition.ts";
import type { Estimate } from "./estimate.ts";
import type { Asked } from "./figure-name.ts";
import { METRICS } from "./metrics.ts";

export type Requirement = Condition & {
  /** As it was written. */
  readonly text: string;
  readonly of: "scenario" | "difference";
};

export const REQUIREMENT_OUTCOMES = ["met", "notMet", "tooClose", "unknown"] as const;
export type RequirementOutcome = (typeof REQUIREMENT_OUTCOMES)[number];

const DIFFERENCE = /^difference\s+of\s+/;

export function parseRequirement(written: string): Asked<Requirement> {
  const text = written.trim();
  const isDifference = DIFFERENCE.test(text);
  const condition = parseCondition(text.replace(DIFFERENCE, ""));
  if (!condition.ok) return condition;
  return { ok: true, value: { ...condition.value, text, of: isDifference ? "difference" : "scenario" } };
}

/** By the whole interval: met or not met where all of it is on one side of the limit. */
export function requirementOutcome(
  { comparator, limit, figure }: Requirement,
  estimate: Estimate | null,
): RequirementOutcome {
  if (estimate === null || estimate.low === null || estimate.high === null) return "unknown";
  if (!("planned" in METRICS[figure.metric]) && areFewAlike(estimate)) return "unknown";
  const [low, high] = [isMet(estimate.low, comparator, limit), isMet(estimate.high, comparator, limit)];
  if (low !== high) return "tooClose";
  return low ? "met" : "notMet";
}

/** As a share of the value: what rounding may leave of an interval without width. */
const ROUNDING = 1e-9;

/**
 * Days that all came out the same have an interval without width, as though nothing else could be. Of 20 days one in
 * seven may be otherwise, and still none of them is seen in one of twenty experiments; of fewer far more.
 */
export const areFewAlike = ({ value, low, high, n }: Estimate): boolean =>
  low !== null && high !== null && high - low <= ROUNDING * Math.abs(value) && n < LEAST_DAYS;
