/**
 * Non-intrusive inspection: scanners or portals, before primary for a share of all, after it for those
 * referred to a scan (and a share of the others, if the file says so).
 *
 * After primary the next inspection depends on the image, so a vehicle whose file lets it go on
 * queueing waits in the yard there (A10).
 */
import { EXAMS } from "../../../shared/vocabulary.ts";
import { nextPlace } from "../routes.ts";
import { ASK, NONE, STAY } from "../plan.ts";
import type { ReviewPlan, StagePlan } from "../plan.ts";
import { sendToReview } from "../review.ts";
import { drawOf } from "../state.ts";
import type { PortState } from "../state.ts";
import { hold } from "../stations.ts";
import { isDrawn, isReplaced } from "./stage-type.ts";
import type { StageType } from "./stage-type.ts";

const SCAN = EXAMS.indexOf("scan");
const PARTIAL_UNLOAD = EXAMS.indexOf("partialUnload");

export const nii: StageType = {
  takes: (state, stage, vehicle) =>
    !isReplaced(state, stage, vehicle) &&
    (state.vehicles.exam[vehicle] === SCAN || isDrawn(state, stage, vehicle)),
  entry: (_state, stage) => stage.entryPlace,
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
  takesAll: () => null,
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
