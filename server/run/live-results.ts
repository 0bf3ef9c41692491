/** What an experiment says, as the page shows it: a row a figure, bands, and time by stage and by cause. */
import { estimateIn } from "../../shared/estimate.ts";
import type { EstimateRow } from "../../shared/estimate.ts";
import { METRIC_OF_CAUSE, unitOf } from "../../shared/metrics.ts";
import type { MetricId, Statistic } from "../../shared/metrics.ts";
import type { ResultRow } from "../../shared/protocol.ts";
import { CAUSES } from "../../shared/vocabulary.ts";
import type { Cause, ResultClass } from "../../shared/vocabulary.ts";
import type { NamedAnswer } from "../analysis/differences.ts";
import type { Wanted } from "../analysis/estimates.ts";
import type { BackgroundResults } from "./live-background.ts";
import type { ExperimentResult } from "./experiment.ts";

type Shown = { readonly metric: MetricId; readonly statistic: Statistic; readonly class: ResultClass | null };
const of = (metric: MetricId, statistic: Statistic, only: ResultClass | null = null): Shown => ({
  metric,
  statistic,
  class: only,
});

/** The rows of the table, in this order; those that a scenario has no figure for are left out. */
const SHOWN: readonly Shown[] = [
  of("wait", "mean"),
  of("wait", "mean", "fast"),
  of("wait", "mean", "general"),
  of("wait", "p95"),
  of("wait", "shareOver60"),
  of("crossingTime", "mean"),
  of("queue", "max"),
  of("queueKm", "max"),
  of("departures", "total"),
  of("turnedAway", "total"),
  of("gaveUp", "total"),
  of("unfinished", "total"),
  of("boothHours", "total"),
  of("trucksPerBoothHour", "mean"),
  of("officerHours", "total"),
  of("delayCost", "total"),
  of("staffCost", "total"),
];

const STAGE_METRIC: MetricId = "timeInStage";

const DELAY_BY_CAUSE = CAUSES.map((cause) => [cause, METRIC_OF_CAUSE[cause]] as const);

export const isInResults: Wanted = (key) =>
  key.hour === null &&
  (key.stage === null
    ? isShown(key) || DELAY_BY_CAUSE.some(([, metric]) => metric === key.metric)
    : key.metric === STAGE_METRIC && key.class === null);

const isShown = (key: Shown): boolean => SHOWN.some((shown) => isOf(shown, key));

/** The rows of the table, and that of another answer if it has none. */
export const isInRows =
  (answer: NamedAnswer): Wanted =>
  (key) =>
    key.hour === null &&
    key.stage === null &&
    (isShown(key) || isOf(of(answer.metric, answer.statistic), key));

/** The answer first where it is none of the usual rows. */
export function rowsOf(result: ExperimentResult): readonly ResultRow[] {
  const answer = of(result.answer.metric, result.answer.statistic);
  const shown = isShown(answer) ? SHOWN : [answer, ...SHOWN];
  const scenarios = result.scenarios.map((name) => ({ result, name }));
  return shown.flatMap((one) => rowOf(one, scenarios));
}

const isOf = (
  shown: Shown,
  key: { readonly metric: string; readonly statistic: string; readonly class: string | null },
): boolean => shown.metric === key.metric && shown.statistic === key.statistic && shown.class === key.class;

/** From one experiment over all scenarios, or from one for each where they cannot be paired. */
export function resultsOf(sequence: number, results: readonly ExperimentResult[]): BackgroundResults {
  const [first] = results;
  const bands = results.flatMap((result) => result.bands);
  const scenarios = results.flatMap((result) => result.scenarios.map((name) => ({ result, name })));
  return {
    sequence,
    done: Math.min(...results.map(({ replications }) => replications.length)),
    total: first.total,
    fromMs: bands[0].fromMs,
    binMs: bands[0].binMs,
    bands: bands.map(({ waitMin, queue, clearedPerHour }) => ({ waitMin, queue, clearedPerHour })),
    rows: SHOWN.flatMap((shown) => rowOf(shown, scenarios)),
    timeByStage: scenarios.map(({ result, name }) =>
      byStage(result.estimates.filter((row) => row.scenario === name && isTimeInPlace(row))),
    ),
    timeByCause: scenarios.map(({ result, name }) =>
      byCause(result.estimates.filter((row) => row.scenario === name && isOfWholeDay(row))),
    ),
    shorterDays: results.flatMap((result) => result.shorterDays),
  };
}

function rowOf(
  shown: Shown,
  scenarios: readonly { readonly result: ExperimentResult; readonly name: string }[],
): readonly ResultRow[] {
  const isThis = (row: EstimateRow, name: string): boolean =>
    row.scenario === name && isOfWholeDay(row) && isOf(shown, row);
  const estimates = scenarios.flatMap(
    ({ result, name }) => result.estimates.find((row) => isThis(row, name)) ?? [],
  );
  if (estimates.length < scenarios.length) return [];
  const differences = scenarios.map(
    ({ result, name }) => result.differences.find((row) => isThis(row, name)) ?? null,
  );
  return [
    {
      ...shown,
      unit: unitOf(shown.metric, shown.statistic),
      estimates: estimates.map(estimateIn),
      differences: differences.map((row) => (row === null ? null : estimateIn(row))),
      named: differences.some((row) => row?.named === true),
    },
  ];
}

const isOfWholeDay = ({ stage, hour }: EstimateRow): boolean => stage === null && hour === null;

const isTimeInPlace = (row: EstimateRow): boolean =>
  row.metric === STAGE_METRIC && row.stage !== null && row.hour === null && row.class === null;

/** Parts of a stage ("secondary.dock") together, as live frames have them: a vehicle's times add up. */
function byStage(rows: readonly EstimateRow[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { stage, value } of rows) {
    const name = stage?.split(".")[0] ?? "";
    sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return [...sums];
}

/** In the order of the vocabulary; none where no vehicle departed. */
function byCause(rows: readonly EstimateRow[]): readonly (readonly [Cause, number])[] {
  return DELAY_BY_CAUSE.flatMap(([cause, name]): readonly (readonly [Cause, number])[] => {
    const row = rows.find(({ metric }) => metric === name);
    return row === undefined ? [] : [[cause, row.value]];
  });
}
