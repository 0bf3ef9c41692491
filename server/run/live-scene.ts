/**
 * What viewers are told of a session's scenarios once an epoch, and the charts of the day so far.
 *
 * All scenarios stand on one clock: the first one's zone and date name it.
 */
import type { PlaceView, PostView, ScenarioView } from "../../shared/protocol.ts";
import { diffScenarios } from "../../shared/scenario/diff.ts";
import { clearedCourse, queueCourse, waitCourse } from "../analysis/bands.ts";
import { builtBy, lineIndices } from "../measure/frame.ts";
import { BIN_MS } from "../measure/series.ts";
import type { DaySeries } from "../measure/series.ts";
import { stageNameOf } from "../measure/time-by-stage.ts";
import { NONE, UNLIMITED } from "../port/plan.ts";
import type { PlacePlan, PortPlan, PostPlan, Steps } from "../port/plan.ts";
import { plannedFor } from "../port/staffing.ts";
import { levelAt } from "../port/steps.ts";
import type { LiveCharts, Scene } from "./live-messages.ts";
import type { LiveTrack } from "./live-track.ts";

export function sceneOf(epoch: number, tracks: readonly LiveTrack[]): Scene {
  const [first] = tracks;
  return {
    epoch,
    zone: first.loaded.scenario.zone,
    from: first.loaded.scenario.from,
    openMs: Math.min(...tracks.map((track) => track.openMs)),
    closeMs: Math.max(...tracks.map((track) => closeOf(track.plan))),
    scenarios: tracks.map((track) => viewOf(track, first)),
  };
}

export function chartsOf(epoch: number, tracks: readonly LiveTrack[]): LiveCharts {
  const series = tracks.map((track) => track.series());
  return {
    epoch,
    fromMs: Math.min(...series.map(({ fromMs }) => fromMs)),
    binMs: BIN_MS,
    scenarios: series.map(chartOf),
  };
}

/** The same courses as the bands of the replications are made from, so that the line lies in its band. */
const chartOf = (day: DaySeries): LiveCharts["scenarios"][number] => ({
  waitMin: waitCourse(day, day.bins),
  queue: queueCourse(day, day.bins),
  clearedPerHour: clearedCourse(day, day.bins),
});

/** The last closing of the counted days. */
function closeOf({ open, countFrom, countUntil }: PortPlan): number {
  const closings = [...open.times].filter(
    (time, i) => open.levels[i] === 0 && time > countFrom && time <= countUntil,
  );
  return closings.at(-1) ?? countUntil;
}

function viewOf(track: LiveTrack, first: LiveTrack): ScenarioView {
  const { loaded, plan } = track;
  const { scenario } = loaded;
  return {
    name: scenario.name,
    about: scenario.about ?? null,
    file: loaded.file,
    places: plan.places.map((place) => placeView(plan, place)),
    posts: plan.posts.map((post) => postView(plan, post)),
    settings: track.settings,
    warnings: loaded.warnings,
    differences: track === first ? [] : diffScenarios(first.loaded.scenario, scenario),
  };
}

function placeView(plan: PortPlan, place: PlacePlan): PlaceView {
  const isLanes = place.kind === "lanes";
  return {
    name: place.name,
    stage: stageNameOf(place),
    kind: place.kind === "delay" ? "station" : place.kind,
    stageKind: place.stageKind,
    lines: lineIndices(place).map((index) => {
      if (index === NONE) return { room: null, serves: null };
      const { room, serves } = plan.lines[index];
      return { room: room >= UNLIMITED ? null : room, serves };
    }),
    lengthM: isLanes ? place.lengthM : null,
    spacingM: isLanes ? place.spacingM : null,
    freeFlowMs: isLanes ? place.freeFlowMs : null,
    servers: builtBy(plan, place),
  };
}

function postView(plan: PortPlan, post: PostPlan): PostView {
  const planned = plannedFor(plan, post);
  return {
    name: post.name,
    capacity: post.capacity,
    pool: post.pool,
    byHour: planned === null ? null : byClockHour(plan, planned),
  };
}

/** Levels at the start of each clock hour of the first counted day; an hour that is skipped has none. */
function byClockHour(plan: PortPlan, steps: Steps): readonly number[] {
  const byHour = Array.from({ length: 24 }, () => 0);
  const day = plan.days.find(({ startMs }) => startMs === plan.countFrom);
  plan.hourTimes.forEach((time, i) => {
    if (day === undefined || time < day.startMs || time >= day.startMs + day.lengthMs) return;
    byHour[plan.hourOfDay[i]] = levelAt(steps, time);
  });
  return byHour;
}
