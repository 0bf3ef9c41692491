/** How often intervals held in many experiments, with the interval of that share itself. */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Outcome } from "./experiments.ts";
import type { CoverageModel } from "./models.ts";

export type Counted = { readonly held: number; readonly of: number };

export type ModelCounts = {
  readonly model: CoverageModel;
  /** By question, then by size. */
  readonly held: readonly (readonly Counted[])[];
  /** By sequential rule: of all, reached or not. */
  readonly stopped: readonly (Counted & { readonly reached: number; readonly days: number })[];
};

export function countOutcomes(model: CoverageModel, outcomes: readonly Outcome[]): ModelCounts {
  const of = outcomes.length;
  const count = (is: (outcome: Outcome) => boolean): number => outcomes.filter(is).length;
  return {
    model,
    held: model.questions.map((_, question) =>
      outcomes[0]!.held[question]!.map((_held, size) => ({
        of,
        held: count(({ held }) => held[question]![size]!),
      })),
    ),
    stopped: model.sequential.map((_, rule) => ({
      of,
      held: count(({ stopped }) => stopped[rule]!.held),
      reached: count(({ stopped }) => stopped[rule]!.reached),
      days: outcomes.reduce((sum, { stopped }) => sum + stopped[rule]!.days, 0) / of,
    })),
  };
}

/** Interval of a share by the score of the binomial (Wilson, JASA 22, 1927). */
export function wilson({ held, of }: Counted, level = 0.95): { readonly low: number; readonly high: number } {
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const share = held / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { low: middle - half, high: middle + half };
}
