/** Stages of the file as places, lines, servers and posts. One function a kind. */
import { nameWord } from "../../engine/draws.ts";
import { SPARE_SCANNERS } from "../../../shared/scenario/changes.ts";
import type { Stage, StageOf } from "../../../shared/scenario/schema.ts";
import { EXAMS, LANE_TYPES } from "../../../shared/vocabulary.ts";
import type { StageKind } from "../../../shared/vocabulary.ts";
import {
  EXIT,
  FAST_MARK,
  FLOW_COUNT,
  NONE,
  PRE_INSPECTED_MARK,
  SERVICE_CLASSES,
  UNLIMITED,
} from "../plan.ts";
import type { PlacePlan, StagePlan, Steps } from "../plan.ts";
import type { PlanBuilder } from "./builder.ts";
import { byClass, cumulate, serviceByClass, valuesByClass } from "./classes.ts";

/** What a stage's own planner returns; the rest is the same for all kinds. */
type Planned = Partial<Omit<StagePlan, "index" | "name" | "kind" | "stage">> & {
  readonly entryPlace: number;
};
type Context = {
  readonly builder: PlanBuilder;
  readonly name: string;
  /** Whether the stage stands before primary in the file. */
  readonly beforePrimary: boolean;
  readonly hoursOf: (stage: StageOf<"preInspection">) => Steps | null;
};
type Planner<K extends StageKind> = (stage: StageOf<K>, context: Context) => Planned;

const room = (limit: number | undefined): number => limit ?? UNLIMITED;
const oneLine = (limit: number | undefined) => [{ room: room(limit), serves: null }];

/** The commonest place: one line, servers that are all alike. */
function simplePlace(
  { builder, name }: Context,
  stage: { service: Parameters<typeof serviceByClass>[1]; moveUp: number; room?: number | undefined },
  servers: number,
  more: { readonly spare?: number; readonly hours?: Steps | null } = {},
): number {
  const place = builder.addPlace({
    name,
    kind: "station",
    lines: oneLine(stage.room),
    moveUpMs: stage.moveUp,
    service: serviceByClass(builder, stage.service),
    hours: more.hours ?? null,
  });
  const line = builder.places[place].firstLine;
  builder.addServers({ name, laneType: null }, servers, () => line, more.spare ?? 0);
  return place;
}

const preInspection: Planner<"preInspection"> = (stage, context) => ({
  entryPlace: simplePlace(context, stage, stage.lanes, { hours: context.hoursOf(stage) }),
  share: Float64Array.from({ length: SERVICE_CLASSES }, (_, kind) => {
    const isFast = (Math.floor(kind / FLOW_COUNT) & FAST_MARK) !== 0;
    const { share, of } = stage.share;
    return of === "all" || (of === "fast") === isFast ? share : 0;
  }),
});

const exportCustoms: Planner<"exportCustoms"> = (stage, context) => {
  const { builder, name } = context;
  const entryPlace = simplePlace(context, stage, stage.lanes);
  if (stage.redLight === 0 || stage.redLightService === undefined) return { entryPlace };
  const part = `${name}.redLight`;
  const service = serviceByClass(builder, stage.redLightService);
  const bays = stage.redLightBays;
  const place = builder.addPlace({
    name: part,
    kind: bays === undefined ? "delay" : "station",
    lines: bays === undefined ? [] : oneLine(undefined),
    service,
  });
  const line = builder.places[place].firstLine;
  if (bays !== undefined) builder.addServers({ name: part, laneType: null }, bays, () => line);
  return {
    entryPlace,
    parts: { redLight: place },
    chances: { redLight: chance(name, "redLight", stage.redLight) },
  };
};

const toll: Planner<"toll"> = (stage, context) => ({ entryPlace: simplePlace(context, stage, stage.lanes) });

const approach: Planner<"approach"> = (stage, { builder, name }) => {
  const split = stage.fastSplitsAt ?? 0;
  const lanes = (meters: number, count: number, serves: "fast" | "general" | null) =>
    Array.from({ length: count }, () => ({ room: Math.max(1, Math.floor(meters / stage.spacing)), serves }));
  const travel = (meters: number) => ({
    freeFlowMs: Math.round((stage.freeFlow * meters) / stage.length),
    spacingM: stage.spacing,
    lengthM: meters,
  });
  const shared = stage.length - split;
  const entryPlace = builder.addPlace({
    name,
    kind: "lanes",
    lines: lanes(shared, stage.lanes, null),
    travel: travel(shared),
  });
  if (split === 0) return { entryPlace };
  const afterSplit = builder.addPlace({
    name: `${name}.afterSplit`,
    kind: "lanes",
    lines: [...lanes(split, stage.fastLanes, "fast"), ...lanes(split, stage.lanes, "general")],
    travel: travel(split),
  });
  return { entryPlace, parts: { afterSplit } };
};

const primary: Planner<"primary"> = (stage, { builder, name }) => {
  const own = stage.line === "own";
  const types = LANE_TYPES.filter((type) => stage.booths[type] > 0);
  const limit = room(stage.laneRoom);
  const lines = types.flatMap((type) =>
    Array.from({ length: own ? stage.booths[type] : 1 }, () => ({ room: limit, serves: type })),
  );
  const entryPlace = builder.addPlace({
    name,
    kind: "station",
    lines,
    moveUpMs: stage.moveUp,
    service: serviceByClass(builder, stage.service),
    ownLines: own,
    fastFirst: stage.fastFirst,
    fastUsesGeneral: stage.fastUsesGeneral,
  });
  let line = builder.places[entryPlace].firstLine;
  for (const type of types) {
    const first = line;
    builder.addServers({ name: `${name}.${type}`, laneType: type }, stage.booths[type], (i) =>
      own ? first + i : first,
    );
    line += own ? stage.booths[type] : 1;
  }
  const { referral } = stage;
  if (referral === undefined) return { entryPlace };
  const reasons = valuesByClass({ all: referral.reasons, ...referral.reasonsOf });
  return {
    entryPlace,
    chances: { referral: { share: referralShares(referral), word: nameWord(`${name}.referral`) } },
    reasons: reasons.map((table) => cumulate(EXAMS.map((exam) => table?.[exam] ?? 0))),
  };
};

function referralShares(referral: NonNullable<StageOf<"primary">["referral"]>): Float64Array {
  const risk = byClass(referral.byRisk);
  return risk.map((share, kind) => {
    const marks = Math.floor(kind / FLOW_COUNT);
    const fast = (marks & FAST_MARK) !== 0 ? referral.fastFactor : 1;
    const inspected = (marks & PRE_INSPECTED_MARK) !== 0 ? referral.preInspectedFactor : 1;
    return Math.min(1, (referral.random + share) * fast * inspected);
  });
}

const nii: Planner<"nii"> = (stage, context) => {
  const { builder, name, beforePrimary } = context;
  const entryPlace = simplePlace(context, stage, stage.scanners, { spare: SPARE_SCANNERS });
  const share = byClass(stage.share ?? (beforePrimary ? 1 : 0));
  const chances = stage.alarm > 0 ? { alarm: chance(name, "alarm", stage.alarm) } : {};
  if (stage.review === undefined) return { entryPlace, share, chances };
  const post = builder.addAnalysts(`${name}.review`, entryPlace, stage.review.analysts);
  const inYard =
    stage.review.wait === "in the yard" || (stage.review.wait === "goes on queueing" && !beforePrimary);
  const yard = inYard ? builder.addPlace({ name: `${name}.yard`, kind: "delay" }) : NONE;
  const review = {
    post,
    service: builder.distribution(stage.review.service),
    word: nameWord(`${name}.reading`),
    wait: inYard ? ("in the yard" as const) : stage.review.wait,
    yard,
  };
  return { entryPlace, share, chances, review };
};

const secondary: Planner<"secondary"> = (stage, { builder, name }) => {
  const service = Int32Array.from(EXAMS, (exam) => {
    const done = stage.exams[exam];
    return done === undefined ? NONE : builder.distribution(done.service);
  });
  const part = (label: "bay" | "dock", count: number): number => {
    const partName = `${name}.${label}`;
    const place = builder.addPlace({
      name: partName,
      kind: "station",
      lines: oneLine(stage.room),
      serviceByExam: service,
    });
    const line = builder.places[place].firstLine;
    builder.addServers({ name: partName, laneType: null }, count, () => line);
    return place;
  };
  const bay = part("bay", stage.bays);
  const dock = stage.docks > 0 ? part("dock", stage.docks) : bay;
  const examPlaces = Int32Array.from(EXAMS, (exam) => {
    const done = stage.exams[exam];
    if (done === undefined) return NONE;
    return done.at === "dock" ? dock : bay;
  });
  return { entryPlace: bay, parts: { bay, dock }, examPlaces };
};

const stateSafety: Planner<"stateSafety"> = (stage, context) => ({
  entryPlace: simplePlace(context, stage, stage.inspectors),
  share: byClass(stage.share),
});

const station: Planner<"station"> = (stage, context) => {
  const { builder, name } = context;
  const common = { name, moveUpMs: stage.moveUp, service: serviceByClass(builder, stage.service) };
  const share = byClass(stage.share);
  if (stage.servers === "unlimited")
    return { entryPlace: builder.addPlace({ ...common, kind: "delay" }), share };
  const own = stage.lines === "one per server";
  const entryPlace = builder.addPlace({
    ...common,
    kind: "station",
    lines: Array.from({ length: own ? stage.servers : 1 }, () => ({ room: room(stage.room), serves: null })),
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
};

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

const chance = (name: string, what: string, share: number) => ({
  share: Float64Array.of(share),
  word: nameWord(`${name}.${what}`),
});

const PLANNERS: { readonly [K in StageKind]: Planner<K> } = {
  preInspection,
  exportCustoms,
  toll,
  approach,
  primary,
  nii,
  secondary,
  stateSafety,
  station,
};

export function planStage<K extends StageKind>(
  kind: K,
  stage: StageOf<K>,
  context: Context,
  replaced: ReadonlySet<string>,
): void {
  const { builder, name } = context;
  const index = builder.stages.length;
  builder.stage = { index, name, kind };
  const planned = PLANNERS[kind](stage, context);
  builder.stages.push({
    index,
    name,
    kind,
    stage: stage as Stage,
    parts: {},
    share: byClass(1),
    shareWord: nameWord(`${name}.share`),
    isReplaced: replaced.has(name),
    chances: {},
    review: null,
    routes: null,
    examPlaces: null,
    reasons: null,
    ...planned,
  });
}

/** Ways on by name, once all stages have their places. */
export function planRoutes(builder: PlanBuilder): void {
  builder.stages.forEach((plan, i) => {
    if (plan.stage.kind !== "station" || plan.stage.next === undefined) return;
    const ways = Object.entries(plan.stage.next);
    const places = Int32Array.from(ways, ([to]) =>
      to === "exit" ? EXIT : builder.stages.find((s) => s.name === to)!.entryPlace,
    );
    builder.stages[i] = { ...plan, routes: { places, cumulative: cumulate(ways.map(([, share]) => share)) } };
  });
}
