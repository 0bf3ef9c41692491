/**
 * Non-intrusive inspection: scanners or portals, before primary for a share of all, after it for those
 * referred to a scan (and a share of the others, if the file says so).
 *
 * After primary the next inspection depends on the image, so a vehicle whose file lets it go on
 * queueing waits in the yard there (A10).
 */
import type { Finding } from "../../../shared/problem.ts";
import { SPARE_SCANNERS } from "../../../shared/scenario/changes.ts";
import type { StageOf } from "../../../shared/scenario/schema.ts";
import { shareFor } from "../../../shared/scenario/vehicle-classes.ts";
import type { VehicleClass } from "../../../shared/scenario/vehicle-classes.ts";
import { EXAMS } from "../../../shared/vocabulary.ts";
import { nameWord } from "../../engine/draws.ts";
import { ASK, NONE, STAY } from "../plan.ts";
import type { ReviewPlan, StagePlan } from "../plan.ts";
import { byClass } from "../planning/classes.ts";
import { chance, simplePlace } from "../planning/places.ts";
import type { PlanContext } from "../planning/places.ts";
import { sendToReview } from "../review.ts";
import { nextPlace } from "../routes.ts";
import { drawOf } from "../state.ts";
import type { PortState } from "../state.ts";
import { hold } from "../stations.ts";
import { missingExam } from "./findings.ts";
import type { Passage } from "./passage.ts";
import { referredShare } from "./primary.ts";
import type { Part, Placed, PlacedStages, Planned, StageType, Work, WorkingDay } from "./stage-type.ts";
import { passes, workAt } from "./work.ts";

type Nii = StageOf<"nii">;

const SCAN = EXAMS.indexOf("scan");
const PARTIAL_UNLOAD = EXAMS.indexOf("partialUnload");

const passage: Passage = {
  after(state, stage, vehicle) {
    const { review } = stage;
    if (review === null) {
      readImage(state, stage, vehicle);
      return nextPlace(state, vehicle, stage.index);
    }
    sendToReview(state, vehicle, review.post);
    if (review.wait === "goes on queueing") return nextPlace(state, vehicle, stage.index);
    if (review.wait === "in the yard") return review.yard;
    hold(state, state.vehicles.server[vehicle]);
    return STAY;
  },
  onward: () => ASK,
};

export function niiOf(state: PortState, post: number): ReviewPlan {
  return stageOfReview(state, post).review!;
}

/** The image has been read: an alarm asks for a partial unload. Returns where the vehicle goes if it waited here. */
export function finishReview(state: PortState, vehicle: number, post: number): number {
  const stage = stageOfReview(state, post);
  readImage(state, stage, vehicle);
  const place = state.vehicles.place[vehicle];
  const isWaiting = place === stage.entryPlace || place === stage.review!.yard;
  return isWaiting && state.vehicles.blockedFor[vehicle] === NONE
    ? nextPlace(state, vehicle, stage.index)
    : NONE;
}

function readImage(state: PortState, stage: StagePlan, vehicle: number): void {
  const { alarm } = stage.chances;
  const { exam } = state.vehicles;
  if (exam[vehicle] === SCAN) exam[vehicle] = NONE;
  if (alarm !== undefined && drawOf(state, vehicle, alarm.word) < alarm.share[0])
    exam[vehicle] = PARTIAL_UNLOAD;
}

const stageOfReview = (state: PortState, post: number): StagePlan =>
  state.plan.stages.find((stage) => stage.review?.post === post)!;

function posts({ scanners, review }: Nii): readonly Part[] {
  const ofScanners: Part = [null, scanners];
  return review === undefined ? [ofScanners] : [ofScanners, ["review", review.analysts]];
}

/** Scanned vehicles where the file does not say: before primary all, after it those referred. */
const shareOf = (stage: Nii, isBeforePrimary: boolean) => stage.share ?? (isBeforePrimary ? 1 : 0);

function plan(stage: Nii, context: PlanContext): Planned {
  const { builder, name, isBeforePrimary } = context;
  const entryPlace = simplePlace(context, stage, stage.scanners, SPARE_SCANNERS);
  const share = byClass(shareOf(stage, isBeforePrimary));
  const chances = stage.alarm > 0 ? { alarm: chance(name, "alarm", stage.alarm) } : {};
  const examPlaces = Int32Array.from(EXAMS, (_, exam) => (exam === SCAN ? entryPlace : NONE));
  if (stage.review === undefined) return { entryPlace, share, chances, examPlaces };
  const post = builder.addAnalysts(`${name}.review`, entryPlace, stage.review.analysts);
  const inYard =
    stage.review.wait === "in the yard" || (stage.review.wait === "goes on queueing" && !isBeforePrimary);
  const yard = inYard ? builder.addPlace({ name: `${name}.yard`, kind: "delay" }) : NONE;
  const review = {
    post,
    service: builder.distribution(stage.review.service),
    word: nameWord(`${name}.reading`),
    wait: inYard ? ("in the yard" as const) : stage.review.wait,
    yard,
  };
  return { entryPlace, share, chances, examPlaces, review };
}

const check = ({ stage, path, index }: Placed<"nii">, port: PlacedStages): readonly Finding[] =>
  stage.alarm === 0 ? [] : missingExam("partialUnload", "alarm", [...path, "alarm"], index, port);

function work(placed: Placed<"nii">, { primary }: WorkingDay): readonly Work[] {
  const { stage, isBeforePrimary } = placed;
  const scanned = (one: VehicleClass): number => {
    const share = shareFor(shareOf(stage, isBeforePrimary), one);
    const referred = isBeforePrimary ? 0 : referredShare(primary, one, "scan");
    return passes(placed, one) * (share + referred - share * referred);
  };
  const scans = workAt(null, scanned, stage.service, stage.moveUp);
  return stage.review === undefined ? [scans] : [scans, workAt("review", scanned, stage.review.service)];
}

export const nii: StageType<"nii"> = {
  isInspection: true,
  servedBy: "scanners",
  exams: () => ["scan"],
  posts,
  plan,
  passage,
  check,
  work,
};
