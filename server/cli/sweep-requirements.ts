/** `--require` of a sweep: a requirement must be met at every point, each judged by its own interval. */
import type { Requirement, RequirementOutcome } from "../../shared/requirement.ts";
import { requirementOutcome } from "../../shared/requirement.ts";
import type { SweepResult } from "../../shared/sweep/result.ts";
import { keyOf } from "../analysis/figures.ts";
import type { Judged } from "../analysis/requirements.ts";
import { sayOutcome } from "./requirements.ts";
import type { Texts } from "./texts.ts";

export type JudgedPoint = Judged & { readonly point: number };

/** Requirement by requirement, every finished point. */
export const judgePoints = (
  requirements: readonly Requirement[],
  scenario: string,
  { figures, points }: SweepResult,
): readonly JudgedPoint[] =>
  requirements.flatMap((requirement) => {
    const f = figures.findIndex((figure) => keyOf(figure) === keyOf(requirement.figure));
    return points.map(({ point, estimates }): JudgedPoint => {
      const estimate = estimates[f] ?? null;
      const row = estimate === null ? null : { scenario, ...figures[f]!, ...estimate };
      const outcome = requirementOutcome(requirement, estimate);
      return { requirement, scenario, point, baseline: null, row, outcome };
    });
  });

/** What is not met at one point is not met. */
const WORST_FIRST: readonly RequirementOutcome[] = ["notMet", "tooClose", "unknown", "met"];

/** "Not met: World Trade Bridge today, waitP95 < 45 min: not met at 3, 5; met at 1, 2, 4."; `total`: points in all. */
export function sayJudgedPoints(
  judged: readonly JudgedPoint[],
  total: number,
  texts: Texts,
): readonly string[] {
  const byText = Map.groupBy(judged, ({ requirement, scenario }) => `${scenario}\n${requirement.text}`);
  return [...byText.values()].map((points) => {
    const [{ requirement, scenario }] = points as [JudgedPoint];
    const there = WORST_FIRST.filter((outcome) => points.some((one) => one.outcome === outcome));
    const found =
      there[0] === "met" && points.length === total
        ? texts.t("sweep.atAll", { count: total })
        : there.map((outcome) => atPoints(outcome, points, texts)).join("; ");
    const rows = points.flatMap(({ outcome, row }) => (outcome === there[0] ? [row] : []));
    return sayOutcome(there[0]!, rows, { scenario, text: requirement.text, found }, texts);
  });
}

function atPoints(outcome: RequirementOutcome, points: readonly JudgedPoint[], { t }: Texts): string {
  const at = points.flatMap((one) => (one.outcome === outcome ? [one.point] : []));
  return t(`sweep.at.${outcome}`, { points: spans(at) });
}

/** "1, 4–7": numbers in their order. */
export function spans(numbers: readonly number[]): string {
  const ends: [number, number][] = [];
  for (const number of numbers) {
    const last = ends.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ends.push([number, number]);
  }
  return ends
    .map(([from, to]) => (from === to ? from : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(", ");
}
