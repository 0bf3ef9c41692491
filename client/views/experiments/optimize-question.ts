/** What the form of finding staffing holds: how it begins for a scenario, and the request that it makes. Pure. */
import type { OptimizeRequest } from "../../../shared/experiments.ts";
import type { Results, Welcome } from "../../../shared/protocol.ts";
import { HOUR } from "../../../shared/units.ts";
import type { ResultClass } from "../../../shared/vocabulary.ts";
import { plainNumber, wholeOf } from "./fields.tsx";

export type AskedPromise = {
  /** In percent, as it is written. */
  readonly share: string;
  readonly of: ResultClass | "all";
  readonly minutes: string;
};

export type Question = {
  readonly scenario: number;
  readonly promises: readonly AskedPromise[];
  /** Percent of the days. */
  readonly sure: number;
  /** Hours. */
  readonly lengths: readonly number[];
  readonly startsEvery: string;
  /** Minutes, empty for none, and the hours of the shift between which it lies. */
  readonly rest: { readonly minutes: string; readonly from: string; readonly to: string };
  /** Empty: no limit. */
  readonly roster: string;
  readonly budgetMin: number;
  readonly days: string;
};

const USUAL_LENGTHS = [8, 6, 4];
/** Where nothing is known of the waits yet. */
const USUAL_MINUTES = 60;
const ROUND_MINUTES = 5;

/** What the scenario's staffing just about keeps by its days so far, for everybody, in shifts that fit its hours. */
export function beginningOf(
  welcome: Pick<Welcome, "openMs" | "closeMs"> | null,
  results: Results | null,
  scenario: number,
): Question {
  const openHours = welcome === null ? 0 : (welcome.closeMs - welcome.openMs) / HOUR;
  const fitting = USUAL_LENGTHS.filter((hours) => hours <= openHours);
  return {
    scenario,
    promises: [{ share: "95", of: "all", minutes: String(usualWait(results, scenario)) }],
    sure: 90,
    lengths: fitting.length === 0 ? USUAL_LENGTHS.slice(-1) : fitting.slice(0, 2),
    startsEvery: "1 h",
    rest: { minutes: "", from: "3", to: "5" },
    roster: "",
    budgetMin: 3,
    days: "200",
  };
}

function usualWait(results: Results | null, scenario: number): number {
  const row = results?.rows.find(
    ({ metric, statistic, class: of }) => metric === "wait" && statistic === "p95" && of === null,
  );
  const minutes = row?.estimates[scenario]?.value;
  return minutes === undefined
    ? USUAL_MINUTES
    : Math.max(1, Math.ceil(minutes / ROUND_MINUTES)) * ROUND_MINUTES;
}

export function requestOf(asked: Question): OptimizeRequest {
  const { minutes, from, to } = asked.rest;
  return {
    kind: "optimize",
    scenarios: [asked.scenario],
    promise: asked.promises.map(
      ({ share, of, minutes: limit }) => `${plainNumber(share)} % of ${of} under ${plainNumber(limit)} min`,
    ),
    sure: `${asked.sure} %`,
    shifts: [...asked.lengths]
      .sort((a, b) => b - a)
      .map((hours) => `${hours} h`)
      .join(", "),
    startsEvery: asked.startsEvery,
    break: minutes === "" ? null : `${minutes} min between ${plainNumber(from)} h and ${plainNumber(to)} h`,
    roster: asked.roster.trim() === "" ? null : wholeOf(asked.roster),
    budget: `${asked.budgetMin} min`,
    days: wholeOf(asked.days),
  };
}
