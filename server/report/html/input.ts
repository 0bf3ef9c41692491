/** What a report is made of: results, scenarios, and the words and numbers of its reader. */
import type { DifferenceRow, EstimateRow } from "../../../shared/estimate.ts";
import type { ReportTexts } from "../../../shared/messages/report-texts.ts";
import { METRICS, isMetricId } from "../../../shared/metrics.ts";
import type { MetricTexts } from "../../../shared/metrics.ts";
import { verdictOf } from "../../../shared/verdict.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { Words } from "../../../shared/scenario/words.ts";
import type { Cause, Language } from "../../../shared/vocabulary.ts";
import type { WarmUpShown } from "../../../shared/warm-up.ts";
import type { SeriesBands } from "../../analysis/bands.ts";
import type { NamedAnswer } from "../../analysis/differences.ts";
import type { ReplicationSummary } from "../../measure/summary.ts";
import type { Provenance } from "../tables/metadata.ts";
import type { PlanShown } from "./plan.ts";

export type ReportSpeech = {
  readonly language: Language;
  readonly report: ReportTexts;
  readonly metrics: MetricTexts;
  readonly words: Words;
  readonly causes: Readonly<Record<Cause, string>>;
  /** With as many digits as a number is worth; with its sign where `signed`. */
  readonly number: (value: number, signed?: boolean) => string;
  readonly decimal: (value: number, digits: number) => string;
  /** A sum of dollars, with its sign; three digits are enough of it. */
  readonly dollars: (value: number) => string;
  /** A figure's title, and the same with its unit. */
  readonly figure: (row: Figured) => string;
  readonly title: (row: Figured) => string;
};

/** A figure of a result or of a sweep. */
export type Figured = Pick<EstimateRow, "metric" | "statistic" | "class" | "stage" | "hour" | "unit">;

export type ReportInput = {
  readonly speech: ReportSpeech;
  /** "20 days". */
  readonly daysText: string;
  /** As the rows name them, the baseline first where they are compared. */
  readonly names: readonly string[];
  readonly isCompared: boolean;
  readonly scenarios: readonly LoadedScenario[];
  readonly estimates: readonly EstimateRow[];
  readonly differences: readonly DifferenceRow[];
  readonly bands: readonly SeriesBands[];
  readonly shorterDays: readonly number[];
  /** By scenario. */
  readonly days: readonly (readonly ReplicationSummary[])[];
  /** By scenario: counted vehicles expected by clock hour of arriving; null where they are listed. */
  readonly expected: readonly (Float64Array | null)[];
  readonly answer: NamedAnswer;
  /** What each scenario but the baseline changes, in sentences. */
  readonly changes: readonly (readonly string[])[];
  /** The answer in sentences, one for each of these. */
  readonly answers: readonly string[];
  readonly warnings: readonly string[];
  /** Of scenarios by their place: how much of the beginning to leave out, with what is said of it. */
  readonly warmUps: readonly {
    readonly index: number;
    readonly shown: WarmUpShown;
    readonly sentences: readonly string[];
  }[];
  /** Where scenarios are the staffings of the file, of a plan that was found, and of the same hours. */
  readonly plan: PlanShown | null;
  /** How precise it is where that was asked for, and what was required and whether it is met, in sentences. */
  readonly judgments: readonly string[];
  /** `wanted`: "20 days" in all. */
  readonly provenance: Provenance & { readonly wanted: string };
};

/** By which a scenario is known in charts and tables. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Number of its color: there are four, and the baseline keeps the first for itself. */
export const seriesOf = (index: number): number => (index === 0 ? 0 : 1 + ((index - 1) % 3));

/** "better", "too close to call" and the like. */
export const outcomeText = ({ metrics }: ReportSpeech, row: DifferenceRow): string =>
  isMetricId(row.metric) ? metrics.outcomes[verdictOf(row, METRICS[row.metric].better).outcome] : "";
