/**
 * Lanes: vehicles travel for at least the free-flow time, keep their order and store behind one
 * another. Only the head may leave, and while it finds no room ahead it holds all behind it (A5);
 * room at the tail is there at once when the head leaves (A6).
 */
import { moveOn, noteRoom } from "./movement.ts";
import { FAST_MARK, NONE } from "./plan.ts";
import { RANK } from "./state.ts";
import type { PortState } from "./state.ts";
import { STAGE_TYPES } from "./stages/all.ts";

/** The lane with the fewest vehicles that is meant for this one and has room; NONE when all are full. */
export function roomOnLane(state: PortState, vehicle: number, place: number): number {
  const { firstLine, lineCount } = state.plan.places[place];
  const isFast = (state.vehicles.marks[vehicle] & FAST_MARK) !== 0;
  const { count, room } = state.lines;
  let best: number = NONE;
  for (let lane = firstLine; lane < firstLine + lineCount; lane++) {
    const { serves } = state.plan.lines[lane];
    if ((serves === "fast" && !isFast) || (serves === "general" && isFast)) continue;
    if (count[lane] < room[lane] && (best === NONE || count[lane] < count[best])) best = lane;
  }
  return best;
}

export function enterLane(state: PortState, vehicle: number, place: number): void {
  const lane = roomOnLane(state, vehicle, place);
  if (lane === NONE)
    throw new Error(`vehicle ${vehicle} entered ${state.plan.places[place].name} where it has no room`);
  state.vehicles.readyMs[vehicle] = state.now + state.plan.places[place].freeFlowMs;
  state.lines.append(lane, vehicle);
  if (state.lines.head[lane] === vehicle) awaitHead(state, lane, vehicle);
}

/** The head has gone: the next comes up, and all behind have room. */
export function laneMoved(state: PortState, lane: number): void {
  const head = state.lines.head[lane];
  if (
    head !== NONE &&
    state.vehicles.blockedFor[head] === NONE &&
    !state.events.isPending(state.slots.lanes + lane)
  ) {
    if (state.vehicles.readyMs[head] <= state.now) headReady(state, lane);
    else awaitHead(state, lane, head);
  }
  if (head === NONE) state.events.cancel(state.slots.lanes + lane);
  noteRoom(state, state.lines.place[lane]);
}

/** The head of the lane has traveled its time. */
export function headReady(state: PortState, lane: number): void {
  const vehicle = state.lines.head[lane];
  const place = state.plan.places[state.lines.place[lane]];
  const stage = state.plan.stages[place.stage];
  moveOn(state, vehicle, STAGE_TYPES[stage.kind].after(state, stage, vehicle, place.index));
}

function awaitHead(state: PortState, lane: number, head: number): void {
  state.events.schedule(state.slots.lanes + lane, state.vehicles.readyMs[head], RANK.claim);
}
