/** How much surer the answer is for drawing well, at no cost in days. */
import type { EstimateRow } from "../../../shared/estimate.ts";
import { about } from "../../../shared/figure-name.ts";
import { phraseOf } from "../../../shared/verdict.ts";
import type { ExperimentResult } from "../../run/experiment.ts";
import type { Texts } from "../texts.ts";
import { formatNumber } from "./rows.ts";

export const isHeadline = ({ metric, statistic, class: of, stage, hour }: EstimateRow): boolean =>
  metric === "wait" && statistic === "mean" && of === null && stage === null && hour === null;

/** Of `run`: what it brought to know how many vehicles come on average, a sentence for each scenario that has it. */
export const gainsOfArrivals = (estimates: readonly EstimateRow[], texts: Texts): readonly string[] =>
  estimates.filter(isHeadline).flatMap((row) => sentence("notes.arrivalsKnown", row, texts));

/** Of `compare`: what it brought to run the same days and vehicles in both. */
export const gainsOfPairing = ({ differences }: ExperimentResult, texts: Texts): readonly string[] =>
  differences.filter(({ named }) => named).flatMap((row) => sentence("notes.daysShared", row, texts));

/** What antithetic pairs brought, a sentence for each of these rows that has it. */
export const gainsOfPairs = (
  rows: readonly (EstimateRow & { readonly baseline?: string })[],
  texts: Texts,
): readonly string[] =>
  rows.flatMap(({ antitheticRatio, ...row }) => {
    if (antitheticRatio === undefined) return [];
    const figure = phraseOf(row, texts.metrics);
    const what = row.baseline === undefined ? figure : texts.t("until.difference", { figure });
    return [pairsSentence(row.scenario, what, [antitheticRatio], texts)];
  });

/** Of the points of a sweep from the least to the most. */
export function pairsSentence(
  scenario: string,
  what: string,
  ratios: readonly number[],
  texts: Texts,
): string {
  const ends = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => formatNumber(100 * ratio, texts));
  return texts.t("notes.pairs", { scenario, what, share: [...new Set(ends)].join("–") });
}

function sentence(
  key: "notes.arrivalsKnown" | "notes.daysShared",
  row: EstimateRow,
  texts: Texts,
): readonly string[] {
  const { scenario, varianceRatio } = row;
  if (varianceRatio === undefined) return [];
  const share = formatNumber(100 * varianceRatio, texts);
  const what = [phraseOf(row, texts.metrics), ...about(row)].join(" ");
  return [texts.t(key, { scenario, what, share })];
}
