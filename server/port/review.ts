/**
 * Image review: a pool of analysts reads the images that scanners made, first come first served,
 * while the vehicle goes on queueing, or stands at the scanner or in the yard, as the file says (A9).
 */
import { moveOn } from "./movement.ts";
import { NONE } from "./plan.ts";
import { HELD } from "./servers.ts";
import { finishReview, niiOf } from "./stages/nii.ts";
import { setManned } from "./staffing.ts";
import { drawOf, RANK, rankAt } from "./state.ts";
import type { PortState } from "./state.ts";
import { goOn } from "./stations.ts";

const NOT_SCANNED = 0;
const QUEUED = 1;
const READING = 2;

/** The image joins the line of a post of analysts. */
export function sendToReview(state: PortState, vehicle: number, post: number): void {
  state.vehicles.review[vehicle] = QUEUED;
  state.vehicles.reviewNext[vehicle] = NONE;
  const tail = state.reviewTail[post];
  if (tail === NONE) state.reviewHead[post] = vehicle;
  else state.vehicles.reviewNext[tail] = vehicle;
  state.reviewTail[post] = vehicle;
  readImages(state, post);
}

/** Idle analysts, as many as are on duty, take the images that wait. */
export function readImages(state: PortState, post: number): void {
  const { analystPost } = state.plan;
  for (let i = 0; i < analystPost.length && state.reading[post] < state.target[post]; i++) {
    const vehicle = state.reviewHead[post];
    if (vehicle === NONE) return;
    if (analystPost[i] !== post || state.events.isPending(state.slots.analysts + i)) continue;
    dropFromLine(state, vehicle, post);
    const review = niiOf(state, post);
    state.vehicles.review[vehicle] = READING;
    state.analystVehicle[i] = vehicle;
    state.analystSince[i] = state.now;
    const time = state.core.exports.sample(review.service, drawOf(state, vehicle, review.word));
    const rank = rankAt(RANK.release, state.plan.posts[post].place);
    state.events.schedule(state.slots.analysts + i, state.now + time, rank);
    state.observer.reviewing(state.now, post, ++state.reading[post]);
  }
}

/** On duty by the plan, and never fewer than read an image (A7). */
export function manAnalysts(state: PortState, post: number): void {
  setManned(state, post, Math.max(state.target[post], state.reading[post]));
}

export function imageRead(state: PortState, analyst: number): void {
  const post = state.plan.analystPost[analyst];
  const vehicle = state.analystVehicle[analyst];
  state.analystVehicle[analyst] = NONE;
  state.observer.reviewing(state.now, post, --state.reading[post]);
  manAnalysts(state, post);
  if (vehicle !== NONE) {
    state.vehicles.review[vehicle] = NOT_SCANNED;
    const onward = finishReview(state, vehicle, post);
    const server = state.vehicles.server[vehicle];
    if (onward !== NONE) moveOn(state, vehicle, onward);
    else if (server !== NONE && state.servers.state[server] === HELD) goOn(state, server);
  }
  readImages(state, post);
}

/** A vehicle that goes away takes its image out of the line; one being read is read to the end for nobody. */
export function dropFromReview(state: PortState, vehicle: number): void {
  const review = state.vehicles.review[vehicle];
  if (review === QUEUED) {
    for (let post = 0; post < state.reviewHead.length; post++) {
      if (state.reviewHead[post] !== NONE && dropFromLine(state, vehicle, post)) break;
    }
  } else if (review === READING) {
    const { analystVehicle } = state;
    for (let i = 0; i < analystVehicle.length; i++)
      if (analystVehicle[i] === vehicle) analystVehicle[i] = NONE;
  }
  state.vehicles.review[vehicle] = NOT_SCANNED;
}

function dropFromLine(state: PortState, vehicle: number, post: number): boolean {
  const { reviewNext } = state.vehicles;
  let before: number = NONE;
  let at = state.reviewHead[post];
  while (at !== NONE && at !== vehicle) {
    before = at;
    at = reviewNext[at];
  }
  if (at === NONE) return false;
  if (before === NONE) state.reviewHead[post] = reviewNext[vehicle];
  else reviewNext[before] = reviewNext[vehicle];
  if (state.reviewTail[post] === vehicle) state.reviewTail[post] = before;
  return true;
}
