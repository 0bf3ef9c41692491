/**
 * What to know before trusting a mean: vehicles that it does not cover. A wait is known of those who
 * reached primary, so that a port that serves few of many can look fast.
 */
import { styleText } from "node:util";
import type { EstimateRow } from "../../../shared/estimate.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import type { ExperimentResult } from "../../run/experiment.ts";
import type { Session } from "../session.ts";
import type { Texts } from "../texts.ts";
import { formatEstimate, formatNumber } from "./rows.ts";

/** Vehicles that did not get through, of all that came, above which it is said. */
export const LARGEST_SHARE = 0.01;

/** What to know of results before reading them. */
export const cautionsOf = (results: readonly ExperimentResult[], texts: Texts): readonly string[] =>
  results.flatMap((result) => [
    ...gridlocked(result, texts),
    ...notThrough(result.estimates, texts),
    ...unlikeMidnights(result, texts),
  ]);

/** A sentence for each scenario that does not end as it begins. */
const unlikeMidnights = ({ scenarios, midnightGaps }: ExperimentResult, texts: Texts): readonly string[] =>
  scenarios.flatMap((scenario, i) => {
    const gap = midnightGaps[i] ?? null;
    if (gap === null) return [];
    const [before, after] = [gap.before, gap.after].map((vehicles) => formatNumber(vehicles, texts));
    const difference = formatEstimate(gap.difference, texts, true);
    return [texts.t("notes.midnight", { scenario, before: before!, after: after!, difference })];
  });

/** A sentence for each scenario in which places blocked each other for good. */
function gridlocked(
  { scenarios, gridlocks, replications }: ExperimentResult,
  texts: Texts,
): readonly string[] {
  return scenarios.flatMap((scenario) => {
    const days = gridlocks.filter((day) => day.scenario === scenario);
    const [first] = days;
    if (first === undefined) return [];
    const waits = first.waits.map(({ place, waitsFor }) => texts.t("notes.waitsFor", { place, waitsFor }));
    const { date } = first;
    const params = { scenario, done: days.length, total: replications.length, date };
    return [
      texts.t("notes.gridlock", { ...params, time: formatClock(first.clockMs), waits: waits.join(", ") }),
    ];
  });
}

/** A sentence for each scenario in which many did not get through. */
function notThrough(estimates: readonly EstimateRow[], texts: Texts): readonly string[] {
  const total = (scenario: string, metric: string): number =>
    estimates.find(
      (row) =>
        row.scenario === scenario && row.metric === metric && row.statistic === "total" && isWhole(row),
    )?.value ?? 0;
  const names = [...new Set(estimates.map(({ scenario }) => scenario))];
  return names.flatMap((scenario) => {
    const arrivals = total(scenario, "arrivals");
    const [unfinished, turnedAway, gaveUp] = ["unfinished", "turnedAway", "gaveUp"].map((metric) =>
      total(scenario, metric),
    ) as [number, number, number];
    const share = (unfinished + turnedAway + gaveUp) / arrivals;
    if (!(share > LARGEST_SHARE)) return [];
    const number = (value: number): string => formatNumber(value, texts);
    const count = (value: number): string => (value === 0 ? "0" : number(value));
    return [
      texts.t("notes.notThrough", {
        scenario,
        share: number(100 * share),
        unfinished: count(unfinished),
        turnedAway: count(turnedAway),
        gaveUp: count(gaveUp),
      }),
    ];
  });
}

const isWhole = (row: EstimateRow): boolean => row.class === null && row.stage === null && row.hour === null;

/** Where stdout is for machines, people read it on stderr. */
export function sayAside(cautions: readonly string[], { quiet }: Session): void {
  if (quiet) return;
  for (const caution of cautions)
    process.stderr.write(`${styleText("yellow", caution, { stream: process.stderr })}\n`);
}
