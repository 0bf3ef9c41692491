/**
 * Short days with known answers, and what is claimed of them: intervals of every kind that the program gives, after
 * some days or when the sequential rule stops. The exact values are those of chain.ts, which its test computes anew.
 */
import type { Precision } from "../../shared/condition.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import type { ResultClass } from "../../shared/vocabulary.ts";
import type { ServedDay } from "./chain.ts";

/** `fast`: those with FAST, who have a line and booths of their own. */
export type PortDay = ServedDay & { readonly fast?: ServedDay };

/** What is asked of the named scenario, or of the difference to the second one. */
export type Question = { readonly figure: FigureKey; readonly exact: number; readonly differs?: true };

export type Rule = { readonly within: Precision["within"]; readonly most: number };

export type CoverageModel = {
  readonly name: string;
  /** The second: the same vehicles in another port. */
  readonly days: readonly PortDay[];
  readonly questions: readonly Question[];
  /** When an experiment stops for the sake of a question, and how often its interval holds then. */
  readonly sequential: readonly (Rule & { readonly of: Question })[];
};

const key = (
  metric: FigureKey["metric"],
  statistic: FigureKey["statistic"],
  of: ResultClass | null = null,
): FigureKey => ({
  metric,
  statistic,
  class: of,
  stage: null,
  hour: null,
});

const PEAK: ServedDay = { perHour: [40, 70, 50], servers: 3, serviceMinutes: 3 };
/** Q10 with dedicated booths (scenarios/theory), for three hours from nobody on: 22.5 % of 75 an hour have FAST. */
const DEDICATED: PortDay = {
  perHour: [58.125, 58.125, 58.125],
  servers: 2,
  serviceMinutes: 1.8,
  fast: { perHour: [16.875, 16.875, 16.875], servers: 1, serviceMinutes: 1.8 },
};
const ONE: ServedDay = { perHour: [7, 7, 7, 7, 7], servers: 1, serviceMinutes: 8 };

const peakMean: Question = { figure: key("wait", "mean"), exact: 7.51647 };
const peakChange: Question = { figure: key("wait", "mean"), exact: -6.07661, differs: true };
const oneMean: Question = { figure: key("wait", "mean"), exact: 27.7292 };

export const MODELS: readonly CoverageModel[] = [
  {
    name: "a peak at three booths, and at four",
    days: [PEAK, { ...PEAK, servers: 4 }],
    questions: [
      peakMean,
      { figure: key("wait", "p95"), exact: 25.6539 },
      { figure: key("queue", "max"), exact: 19.5612 },
      peakChange,
      { figure: key("wait", "p95"), exact: -18.347, differs: true },
      { figure: key("queue", "max"), exact: -10.232, differs: true },
    ],
    sequential: [
      { of: peakMean, within: { kind: "relative", half: 0.2 }, most: 320 },
      { of: peakChange, within: { kind: "absolute", half: 1 }, most: 320 },
    ],
  },
  {
    name: "one booth that fills up",
    days: [ONE],
    questions: [
      oneMean,
      { figure: key("wait", "p95"), exact: 92.955 },
      { figure: key("wait", "shareOver60"), exact: 14.3666 },
      { figure: key("queue", "max"), exact: 7.72153 },
    ],
    sequential: [{ of: oneMean, within: { kind: "relative", half: 0.2 }, most: 320 }],
  },
  {
    name: "two general booths and one for FAST",
    days: [DEDICATED],
    questions: [
      { figure: key("wait", "mean"), exact: 3.62323 },
      { figure: key("wait", "p95"), exact: 13.6186 },
      { figure: key("wait", "mean", "fast"), exact: 1.76985 },
      { figure: key("wait", "p95", "fast"), exact: 8.18713 },
      { figure: key("wait", "p95", "general"), exact: 14.6791 },
    ],
    sequential: [],
  },
];
