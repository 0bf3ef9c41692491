/** A plain station: any queue, and with ways on of its own any network. */
import type { Finding } from "../../../shared/problem.ts";
import type { StageOf } from "../../../shared/scenario/schema.ts";
import { shareFor } from "../../../shared/scenario/vehicle-classes.ts";
import { wholeFinding } from "../../../shared/scenario/whole.ts";
import { ASK, NONE } from "../plan.ts";
import type { PlacePlan } from "../plan.ts";
import { byClass, serviceByClass } from "../planning/classes.ts";
import { roomOf } from "../planning/places.ts";
import type { PlanContext } from "../planning/places.ts";
import { nextPlace } from "../routes.ts";
import { drawOf } from "../state.ts";
import type { PortState } from "../state.ts";
import { needs, unknownStage } from "./findings.ts";
import { plain } from "./passage.ts";
import type { Passage } from "./passage.ts";
import type { Placed, PlacedStages, Planned, StageType } from "./stage-type.ts";
import { workAt } from "./work.ts";

/** A named stage is entered whatever its share; only where exams are done by referral does the vehicle decide. */
function entryOf(state: PortState, vehicle: number, stage: number): number {
  const { onlyReferred, entryPlace } = state.plan.stages[stage];
  return onlyReferred ? nextPlace(state, vehicle, stage - 1) : entryPlace;
}

const passage: Passage = {
  ...plain,
  after(state, stage, vehicle, place) {
    const { routes } = stage;
    if (routes === null) return plain.after(state, stage, vehicle, place);
    const u = drawOf(state, vehicle, state.plan.places[place].words.route);
    let i = 0;
    while (i < routes.places.length - 1 && u >= routes.cumulative[i]) i++;
    const to = routes.places[i];
    return to < 0 ? to : entryOf(state, vehicle, state.plan.columns.stage[to]);
  },
  onward: (state, stage, place) => (stage.routes === null ? plain.onward(state, stage, place) : ASK),
};

function plan(stage: StageOf<"station">, { builder, name }: PlanContext): Planned {
  const common = { name, moveUpMs: stage.moveUp, service: serviceByClass(builder, stage.service) };
  const share = byClass(stage.share);
  if (stage.servers === "unlimited")
    return { entryPlace: builder.addPlace({ ...common, kind: "delay" }), share };
  const own = stage.lines === "one per server";
  const entryPlace = builder.addPlace({
    ...common,
    kind: "station",
    lines: Array.from({ length: own ? stage.servers : 1 }, () => ({
      room: roomOf(stage.room),
      serves: null,
    })),
    ownLines: own,
    fastFirst: stage.fastFirst,
    choosesAtRandom: stage.choose === "random",
    turnsAwayWhenFull: stage.whenFull === "turn away",
    patience: stage.patience === undefined ? NONE : builder.distribution(stage.patience),
    join: joinTable(stage.join),
  });
  const line = builder.places[entryPlace].firstLine;
  builder.addServers({ name, laneType: null }, stage.servers, (i) => (own ? line + i : line));
  return { entryPlace, share };
}

function joinTable(join: Readonly<Record<string, number>> | undefined): PlacePlan["join"] {
  if (join === undefined) return null;
  const steps = Object.entries(join)
    .map(([from, share]) => [Number(from), share] as const)
    .sort((a, b) => a[0] - b[0]);
  return {
    from: Int32Array.from(steps, ([from]) => from),
    share: Float64Array.from(steps, ([, share]) => share),
  };
}

function check({ stage, path }: Placed<"station">, { stages }: PlacedStages): readonly Finding[] {
  const findings: Finding[] = [];
  if (stage.whenFull === "turn away" && stage.room === undefined)
    findings.push(needs(path, "whenFull", "room", "turnAway"));
  if (stage.choose === "random" && stage.lines === "one") {
    findings.push(needs(path, "choose", "lines: one per server", "choose"));
  }
  if (stage.next === undefined) return findings;
  const known = [...stages.map(({ name }) => name), "exit"];
  for (const name of Object.keys(stage.next)) {
    if (!known.includes(name)) findings.push(unknownStage(name, [...path, "next", name], known, "key"));
  }
  return [...findings, ...wholeFinding(stage.next, [...path, "next"])];
}

export const station: StageType<"station"> = {
  ways: (stage) => stage.next,
  losesCount: ({ next, patience, join, whenFull }) =>
    next !== undefined || patience !== undefined || join !== undefined || whenFull === "turn away",
  posts: ({ servers }) => (servers === "unlimited" ? [] : [[null, servers]]),
  plan,
  passage,
  check,
  work: ({ stage }) =>
    stage.servers === "unlimited"
      ? []
      : [workAt(null, (one) => shareFor(stage.share, one), stage.service, stage.moveUp)],
};
