/**
 * What results must meet, as people write it: a condition on every scenario (`waitP95 < 45 min`) or on what every
 * scenario differs by from the baseline (`difference of wait < -5 min`).
 */
import { parseCondition, isMet } from "./condition.ts";
import type { Condition } from "./condition.ts";
import type { Estimate } from "./estimate.ts";
import { areFewAlike } from "./few-alike.ts";
import type { Asked } from "./figure-name.ts";

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

/**
 * By the whole interval: met or not met where all of it is on one side of the limit. Where an end is not known it may be
 * anywhere, and the other one tells only if that makes no difference.
 */
export function requirementOutcome(
  { comparator, limit, figure }: Requirement,
  estimate: Estimate | null,
): RequirementOutcome {
  if (estimate === null) return "unknown";
  if (areFewAlike({ ...estimate, metric: figure.metric })) return "unknown";
  const low = isMet(estimate.low ?? -Infinity, comparator, limit);
  const high = isMet(estimate.high ?? Infinity, comparator, limit);
  if (low === high) return low ? "met" : "notMet";
  return estimate.low === null || estimate.high === null ? "unknown" : "tooClose";
}
