/**
 * From a checked scenario to the flat plan that runs read. The civil days come from outside, since only a
 * time-zone database knows them. A scenario that has not passed the checks may throw here.
 */
import { timetableRows } from "../../shared/scenario/arrivals.ts";
import type { ArrivalRow } from "../../shared/scenario/arrivals.ts";
import { hourStarts, instantOf, pickForDay } from "../../shared/scenario/calendar.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { ByDay, Hours } from "../../shared/scenario/clock.ts";
import { dayNumber } from "../../shared/scenario/run-days.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";
import { DAY } from "../../shared/units.ts";
import { NONE, OUTSIDE, SERVICE_CLASSES, UNLIMITED } from "./plan.ts";
import type { PlacePlan, PortPlan, Steps, TimedEffect } from "./plan.ts";
import { placeColumns } from "./place-columns.ts";
import { PlanBuilder } from "./planning/builder.ts";
import { flowsOf, planDemand } from "./planning/demand.ts";
import { planStaffing } from "./planning/staffing.ts";
import { planRoutes, planStage } from "./planning/stages.ts";
import type { Placed } from "./stages/stage-type.ts";
import { stagesOf } from "./stages-of.ts";
import { makeSteps } from "./steps.ts";

export type PlannableScenario = {
  readonly scenario: Scenario;
  readonly arrivals: readonly ArrivalRow[] | null;
};

/** How many civil days a plan needs: before, counted, and those in which vehicles are followed. */
export const planDays = (scenario: Scenario): number =>
  scenario.warmUp + scenario.days + Math.ceil(scenario.followFor / DAY) + 1;

export function planPort({ scenario, arrivals }: PlannableScenario, days: readonly CivilDay[]): PortPlan {
  const { demand, staffing } = scenario.northbound;
  const rows = arrivals ?? timetableOf(scenario, days);
  const open = hoursSteps(scenario.hours as ByDay<Hours | null>, days);
  const { stages, primary } = stagesOf(scenario);
  const joinStage = joinStageOf(stages, primary);
  const builder = planStages(stages, days);
  const places = finishPlaces(builder, stages, primary, joinStage);
  const entryOf = (stage: Placed | null): number =>
    stage === null ? NONE : builder.stages[stage.index].entryPlace;
  const joinPlace = entryOf(joinStage);
  const { posts, pools } = planStaffing(staffing, builder.posts, places, open, days);
  const lastCounted = days[scenario.warmUp + scenario.days - 1];
  const countUntil = lastCounted.startMs + lastCounted.lengthMs;
  const hours = days.flatMap((day) => hourStarts(day));
  return {
    name: scenario.name,
    days,
    dayWords: Int32Array.from(days, (day) => dayNumber(day.date)),
    countFrom: days[scenario.warmUp].startMs,
    countUntil,
    followUntil: countUntil + scenario.followFor,
    hourTimes: Float64Array.from(hours, (hour) => hour.startMs),
    hourOfDay: Uint8Array.from(hours, (hour) => hour.hour),
    open,
    atClosing: scenario.atClosing,
    stages: builder.stages,
    places,
    columns: placeColumns(places, joinPlace),
    lines: builder.lines,
    posts,
    pools,
    primary: entryOf(primary),
    joinPlace,
    flows: flowsOf(demand, rows),
    mayGridlock: builder.stages.some(
      (stage) => stage.routes?.places.some((place) => place >= 0 && place <= stage.entryPlace) ?? false,
    ),
    serverPlace: Int32Array.from(builder.serverPlace),
    serverLine: Int32Array.from(builder.serverLine),
    serverPost: Int32Array.from(builder.serverPost),
    analystPost: Int32Array.from(builder.analystPost),
    demand: planDemand(scenario, days, rows),
    distributions: builder.distributions,
    service: flatten(builder.service),
    rules: {
      setUpMs: staffing.rules.setUp,
      closesFirst: staffing.rules.closesFirst,
      mergesLanes: staffing.rules.laneOfClosingBooth === "merge into others",
    },
    effects: scenario.changes.map((change) => timedEffect(change, days)),
  };
}

/** A change of a file as an effect with its instants. */
export function timedEffect(change: Change, days: readonly CivilDay[]): TimedEffect {
  const { at, day, for: forMs, ...effect } = change;
  const fromMs = instantOf(days[day - 1], at);
  return { fromMs, untilMs: forMs === undefined ? Infinity : fromMs + forMs, effect };
}

function timetableOf(scenario: Scenario, days: readonly CivilDay[]): readonly ArrivalRow[] | null {
  const { arrivals } = scenario.northbound.demand;
  if (arrivals === undefined || !("timetable" in arrivals)) return null;
  return timetableRows(arrivals.timetable, days[scenario.warmUp] ?? null);
}

function planStages(stages: readonly Placed[], days: readonly CivilDay[]): PlanBuilder {
  const builder = new PlanBuilder();
  builder.addPlace({ name: "outside", kind: "outside", lines: [{ room: UNLIMITED, serves: null }] });
  for (const placed of stages) {
    const hours = placed.type.hours?.(placed.stage);
    planStage(builder, placed, hours === undefined ? null : hoursSteps(hours, days));
  }
  planRoutes(builder, stages);
  return builder;
}

/** The line for primary begins on the approach, where there is one. */
const joinStageOf = (stages: readonly Placed[], primary: Placed | null): Placed | null =>
  stages.find(({ type, isBeforePrimary }) => type.role === "approach" && isBeforePrimary) ?? primary;

function finishPlaces(
  builder: PlanBuilder,
  stages: readonly Placed[],
  primary: Placed | null,
  joinStage: Placed | null,
): readonly PlacePlan[] {
  return builder.places.map((place) => {
    const type = stages[place.stage]?.type;
    return {
      ...place,
      beforePrimary: primary === null || place.stage <= primary.index,
      isPrimary: type?.role === "primary",
      holdsForReview: type?.isInspection === true,
      servedBy: type?.servedBy ?? "officers",
      upstream: joinStage !== null && place.stage < joinStage.index,
      lanes: place.index === OUTSIDE ? lanesOutside(builder) : place.lanes,
      spacingM: place.spacingM > 0 ? place.spacingM : spacingOf(builder),
    };
  });
}

/** The line outside stands on as many lanes as the approach has; without an approach, on one. */
const lanesOutside = (builder: PlanBuilder): number =>
  builder.places.find((place) => place.kind === "lanes")?.lanes ?? 1;

/** What a waiting vehicle takes where the file gives no spacing (assumption A4). */
const DEFAULT_SPACING_M = 19;
const spacingOf = (builder: PlanBuilder): number =>
  builder.places.find((place) => place.kind === "lanes")?.spacingM ?? DEFAULT_SPACING_M;

function hoursSteps(hours: ByDay<Hours | null>, days: readonly CivilDay[]): Steps {
  const points: [number, number][] = [];
  for (const day of days) {
    const today = pickForDay(hours, day);
    if (today === null || today.from > 0) points.push([day.startMs, 0]);
    if (today === null) continue;
    points.push([instantOf(day, today.from), 1], [instantOf(day, today.to), 0]);
  }
  return makeSteps(points);
}

function flatten(tables: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(tables.length * SERVICE_CLASSES);
  tables.forEach((table, place) => all.set(table, place * SERVICE_CLASSES));
  return all;
}
