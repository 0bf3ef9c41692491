/** Results for machines: the documented JSON, and the same list as CSV. */
import { DRAW_SCHEME } from "../../engine/draws.ts";
import { csvLine } from "../../../shared/csv.ts";
import type { DifferenceRow, EstimateRow } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import type { OfMetric } from "../../../shared/few-alike.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { Outcome } from "../experiment.ts";
import type { WarmUpCheck } from "../../analysis/warm-up.ts";
import type { Judged } from "../../analysis/requirements.ts";
import { judgedRows } from "../requirements.ts";
import type { AskedUntil, Ending } from "../until.ts";
import { badDayRows, shorterDayRows } from "./days.ts";
import { VERSION } from "../version.ts";

const COLUMNS = [
  "scenario",
  "baseline",
  "metric",
  "statistic",
  "class",
  "stage",
  "hour",
  "unit",
  "value",
  "low",
  "high",
  "n",
  "named",
  "varianceRatio",
  "antitheticRatio",
  "fewAlike",
  "vehiclesNeeded",
] as const;

/** What comes beside the rows: `answers` with a comparison; `judged`, `until` and `warmUps` where these were asked for. */
export type Sentences = {
  readonly warnings: readonly string[];
  readonly answers?: readonly string[];
  readonly judged?: readonly Judged[];
  readonly warmUps?: readonly WarmUpCheck[] | null;
  readonly until?: AskedUntil & { readonly endings: readonly Ending[] };
};

export const FEW_ALIKE = { fewAlike: true } as const;

/** Says of a row whose interval has no width that this is because few days were alike. */
export const marked = <T extends OfMetric>(row: T): T & { readonly fewAlike?: true } =>
  areFewAlike(row) ? { ...row, ...FEW_ALIKE } : row;

export function tidyJson(
  outcome: Outcome,
  scenarios: readonly LoadedScenario[],
  seed: number,
  { warnings, answers, judged = [], until, warmUps = null }: Sentences,
): string {
  const { results, interrupted } = outcome;
  const names = results.flatMap((result) => result.scenarios);
  const report = {
    cruce: VERSION,
    drawScheme: DRAW_SCHEME,
    seed,
    replications: Math.min(...results.map((result) => result.replications.length)),
    ...(results.some(({ antithetic }) => antithetic) && { antithetic: true }),
    interrupted,
    ...(until && { until: { asked: until.text, mostDays: until.mostDays, endings: until.endings } }),
    warnings,
    scenarios: names.map((scenario, i) => ({ scenario, file: scenarios[i]?.file ?? null })),
    gridlocks: results.flatMap(({ gridlocks }) =>
      gridlocks.map(({ clockMs, ...day }) => ({ ...day, time: formatClock(clockMs) })),
    ),
    badDays: badDayRows(results),
    estimates: results.flatMap((result) => result.estimates.map(marked)),
    ...(answers === undefined
      ? {}
      : {
          differences: results.flatMap((result) => result.differences.map(marked)),
          shorterDays: results.flatMap(shorterDayRows),
          answers,
        }),
    ...(judged.length === 0 ? {} : { requirements: judgedRows(judged) }),
    ...(warmUps !== null && {
      warmUps: warmUps.map(({ finding, course }) => ({ ...finding, ...course })),
    }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** What a row does not have is empty. */
export const csvCellOf = (cell: string | number | boolean | null | undefined): string | number | null =>
  typeof cell === "boolean" ? String(cell) : (cell ?? null);

export function tidyCsv({ results }: Outcome): string {
  const line = (one: EstimateRow & Partial<DifferenceRow>): string => {
    const row = marked(one);
    return csvLine(COLUMNS.map((column) => csvCellOf(row[column])));
  };
  return [
    csvLine(COLUMNS),
    ...results.flatMap((result) => result.estimates.map(line)),
    ...results.flatMap((result) => result.differences.map(line)),
  ].join("");
}
