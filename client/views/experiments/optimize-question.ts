/** What the form of finding staffing holds: how it begins for a scenario, and the request that it makes. Pure. */
import type { OptimizeRequest } from "../../../shared/experiments.ts";
import type { Results, ScenarioView, Welcome } from "../../../shared/protocol.ts";
import { HOUR } from "../../../shared/units.ts";
import { plainNumber, wholeOf } from "./fields.tsx";

export type AskedPromise = {
  /** In percent, as it is written. */
  readonly share: string;
  /** As a promise writes it: `all`, `fast`, or `all at secondary.bay` of the line of another post than primary's. */
  readonly who: string;
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
const USUAL_MINUTES_ELSEWHERE = 30;
const ROUND_MINUTES = 5;
/** Bad days are beyond the percentile of all days together, and on most days a promise is to be kept. */
const FOR_BAD_DAYS = 1.25;

/** What the scenario's staffing keeps on most days by those so far, for everybody, in shifts that fit its hours. */
export function beginningOf(
  welcome: Pick<Welcome, "openMs" | "closeMs" | "scenarios"> | null,
  results: Results | null,
  scenario: number,
): Question {
  const openHours = welcome === null ? 0 : (welcome.closeMs - welcome.openMs) / HOUR;
  const fitting = USUAL_LENGTHS.filter((hours) => hours <= openHours);
  return {
    scenario,
    promises: promisesFor(
      [{ share: "95", who: "all", minutes: String(usualWait(results, scenario)) }],
      promisedPlaces(welcome?.scenarios[scenario]),
    ),
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
    : Math.max(1, Math.ceil((FOR_BAD_DAYS * minutes) / ROUND_MINUTES)) * ROUND_MINUTES;
}

/** The same question about another scenario: a promise that stands as it began begins anew with it. */
export function movedTo(
  { promises, scenario: before }: Question,
  results: Results | null,
  scenario: number,
  places: readonly string[],
): Pick<Question, "scenario" | "promises"> {
  const begun = String(usualWait(results, before));
  const usual = String(usualWait(results, scenario));
  const moved = promises.map((promise) =>
    promise.who === "all" && promise.minutes === begun ? { ...promise, minutes: usual } : promise,
  );
  return { scenario, promises: promisesFor(moved, places) };
}

type Manned = Pick<ScenarioView, "places" | "posts">;

/** Posts beside primary whose officers man it too: a plan of these needs to know of each how long it may keep somebody. */
export function promisedPlaces(view: Manned | undefined): readonly string[] {
  if (view === undefined) return [];
  const stageOf = (post: string): string => post.split(".")[0]!;
  const primary = view.places.find(({ stageKind }) => stageKind === "primary")?.stage;
  const ofPrimary = view.posts.filter(({ name }) => stageOf(name) === primary);
  return view.posts.flatMap(({ name, pool }) =>
    stageOf(name) !== primary && ofPrimary.some((post) => post.pool === pool) ? [name] : [],
  );
}

export const whoAt = (place: string): string => `all at ${place}`;

/** The place that a promise is about; null: primary. */
export const placeOf = ({ who }: AskedPromise): string | null => / at (\S+)$/.exec(who)?.[1] ?? null;

/** Of what something is to be promised yet; null for primary. */
export function unpromised(
  promises: readonly AskedPromise[],
  places: readonly string[],
): readonly (string | null)[] {
  const promised = promises.map(placeOf);
  return [null, ...places].filter((place) => !promised.includes(place));
}

export const usualAt = (place: string | null): AskedPromise => ({
  share: "95",
  who: place === null ? "all" : whoAt(place),
  minutes: String(place === null ? USUAL_MINUTES : USUAL_MINUTES_ELSEWHERE),
});

/** Without those about posts that the scenario does not plan with primary, and with one of each that it does. */
export function promisesFor(
  promises: readonly AskedPromise[],
  places: readonly string[],
): readonly AskedPromise[] {
  const here = promises.filter((promise) => {
    const place = placeOf(promise);
    return place === null || places.includes(place);
  });
  return [...here, ...unpromised(here, places).map(usualAt)];
}

export function requestOf(asked: Question): OptimizeRequest {
  const { minutes, from, to } = asked.rest;
  return {
    kind: "optimize",
    scenarios: [asked.scenario],
    promise: asked.promises.map(
      ({ share, who, minutes: limit }) => `${plainNumber(share)} % of ${who} under ${plainNumber(limit)} min`,
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
