/** What was required of results, judged: every requirement for every scenario that it is about. */
import type { DifferenceRow, EstimateRow } from "../../shared/estimate.ts";
import { requirementOutcome } from "../../shared/requirement.ts";
import type { Requirement, RequirementOutcome } from "../../shared/requirement.ts";
import { keyOf } from "./figures.ts";

export type Judged = {
  readonly requirement: Requirement;
  readonly scenario: string;
  /** Null: it is about the scenario itself. */
  readonly baseline: string | null;
  /** Null: no day tells the figure. */
  readonly row: EstimateRow | null;
  readonly outcome: RequirementOutcome;
};

type Results = {
  /** The baseline first, where they are compared. */
  readonly scenarios: readonly string[];
  readonly estimates: readonly EstimateRow[];
  readonly differences: readonly DifferenceRow[];
};

export const judge = (
  requirements: readonly Requirement[],
  { scenarios, estimates, differences }: Results,
): readonly Judged[] =>
  requirements.flatMap((requirement) => {
    const isDifference = requirement.of === "difference";
    const rows: readonly EstimateRow[] = isDifference ? differences : estimates;
    return (isDifference ? scenarios.slice(1) : scenarios).map((scenario): Judged => {
      const isAsked = (row: EstimateRow): boolean =>
        row.scenario === scenario &&
        keyOf(row as EstimateRow & Requirement["figure"]) === keyOf(requirement.figure);
      const row = rows.find(isAsked) ?? null;
      const baseline = isDifference ? scenarios[0] : null;
      return { requirement, scenario, baseline, row, outcome: requirementOutcome(requirement, row) };
    });
  });
