/** What the report of sweeps is made of, from what they found and what was printed of it. */
import { fill, withoutMarks } from "../../shared/fill.ts";
import type { ReportedSweep, SweepReportInput } from "../report/html/sweep-page.ts";
import type { SweepProvenance } from "../report/tables/metadata.ts";
import { countText } from "./output/count-text.ts";
import { effectsNote, endingSentences, sweepCautions } from "./output/sweep.ts";
import type { SweptResult } from "./output/sweep.ts";
import { speechOf } from "./report-input.ts";
import { sayJudgedPoints } from "./sweep-requirements.ts";
import type { Texts } from "./texts.ts";

export function sweepReportInput(
  swept: readonly SweptResult[],
  provenance: SweepProvenance,
  texts: Texts,
): SweepReportInput {
  const each = (of: (one: SweptResult) => string): string => [...new Set(swept.map(of))].join("; ");
  return {
    speech: speechOf(texts),
    sweeps: swept.map((one) => reported(one, texts)),
    again: {
      ...provenance,
      seed: each(({ plan }) => String(plan.seed)),
      days: each((one) => basisOf(one, texts)),
    },
  };
}

function reported(swept: SweptResult, texts: Texts): ReportedSweep {
  const { name, scenario, plan, result, judged } = swept;
  const [done, total] = [result.points.length, result.total];
  return {
    name,
    scenario,
    factors: plan.factors,
    result,
    basis: basisOf(swept, texts),
    effectsNotes: result.effects.map((effects) => effectsNote(effects, texts)),
    judgments: [...endingSentences(swept, texts), ...sayJudgedPoints(judged, result.total, texts)],
    warnings: [
      ...(done < total ? [fill(texts.report.sweep.unfinished, { done, total })] : []),
      ...sweepCautions(swept, texts).map(withoutMarks),
    ],
  };
}

/** "12 points of 12: every combination of the values; 20 days at each, with the same trucks." */
const basisOf = (swept: SweptResult, texts: Texts): string => {
  const { plan, days, result } = swept;
  return fill(texts.report.sweep.basis, {
    points: texts.t("sweep.points", { count: result.points.length, total: result.total }),
    design: texts.t(`sweep.designs.${plan.design.kind}`),
    days: countText(days, swept, texts),
  });
};
