/** Days counted: what a bad one is like, and on how many a scenario was better than the baseline. */
import { shareOfDays } from "../../analysis/counted-days.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import type { ExperimentResult } from "../../run/experiment.ts";
import type { Texts } from "../texts.ts";
import { formatEstimate, formatNumber } from "./rows.ts";

/** Nothing is said of one day in ten where there are fewer. */
const LEAST_DAYS = 10;

/** Whether a run is a day, so that counting runs is counting days. */
export const isOfDays = (scenarios: readonly LoadedScenario[]): boolean =>
  scenarios.every(({ scenario }) => scenario.days === 1);

type DayRow = Estimate & { readonly scenario: string; readonly unit: string };

export const badDayRows = (results: readonly ExperimentResult[]): readonly DayRow[] =>
  results.flatMap(({ scenarios, badDays }) =>
    scenarios.flatMap((scenario, i) => {
      const estimate = badDays[i] ?? null;
      return estimate === null ? [] : [{ scenario, unit: "min", ...estimate }];
    }),
  );

export const shorterDayRows = ({
  scenarios,
  shorterDays,
  replications,
}: ExperimentResult): readonly DayRow[] =>
  scenarios
    .map((scenario, i) => ({
      scenario,
      unit: "%",
      ...shareOfDays(shorterDays[i] ?? 0, replications.length),
    }))
    .slice(1);

export const badDaySentences = (results: readonly ExperimentResult[], texts: Texts): readonly string[] =>
  badDayRows(results)
    .filter(({ n }) => n >= LEAST_DAYS)
    .map((row) => texts.t("notes.badDays", { scenario: row.scenario, value: formatEstimate(row, texts) }));

export const shorterDaySentences = (result: ExperimentResult, texts: Texts): readonly string[] =>
  shorterDayRows(result).map(({ scenario, low, high }, i) =>
    texts.t("notes.shorterDays", {
      scenario,
      baseline: result.scenarios[0] ?? "",
      shorter: result.shorterDays[i + 1] ?? 0,
      total: result.replications.length,
      low: formatNumber(low ?? 0, texts),
      high: formatNumber(high ?? 0, texts),
    }),
  );
