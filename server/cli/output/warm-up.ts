/** How much of the beginning of the counted days to leave out, in sentences. */
import type { WarmUpCheck } from "../../analysis/warm-up.ts";
import { warmUpSentences } from "../../../shared/warm-up.ts";
import type { Texts } from "../texts.ts";
import { formatEstimate, formatNumber } from "./rows.ts";

export const saidOfWarmUp = ({ finding }: WarmUpCheck, texts: Texts): readonly string[] =>
  warmUpSentences(finding, texts.report.warmUp, {
    hours: (hours) => formatNumber(hours, texts),
    correlation: (value) => formatNumber(value, texts),
    estimate: (estimate) => formatEstimate(estimate, texts),
  });
