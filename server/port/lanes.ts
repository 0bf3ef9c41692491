/**
 * Lanes: vehicles travel for at least the free-flow time, keep their order and store behind one
 * another. Only the head may leave, and while it finds no room ahead it holds all behind it (A5);
 * room at the tail is there at once when the head leaves (A6).
 */
import { moveOn, noteRoom } from "./movement.ts";
import { FOR_FAST, FOR_GENERAL } from "./lines.ts";
import { FAST_MARK, NONE } from "./plan.ts";
import { placeAfter } from "./routes.ts";
import { RANK, rankAt } from "./state.ts";
import type { PortState } from "./state.ts";

/** The lane with the fewest vehicles that is meant for this one and has room; NONE when all are full. */
export function roomOnLane(state: PortState, vehicle: number, place: number): number {
  const { columns } = state.plan;
  const { count, room, accepts } = state.lines;
  const own = (state.vehicles.marks[vehicle] & FAST_MARK) === 0 ? FOR_GENERAL : FOR_FAST;
  const first = columns.firstLine[place];
  const end = first + columns.lineCount[place];
  let best: number = NONE;
  let fewest = Infinity;
  for (let lane = first; lane < end; lane++) {
    const vehicles = count[lane];
    if (vehicles >= fewest || vehicles >= room[lane] || (accepts[lane] & own) === 0) continue;
    best = lane;
    fewest = vehicles;
  }
  return best;
}

export function enterLane(state: PortState, vehicle: number, place: number, lane: number): void {
  state.vehicles.readyMs[vehicle] = state.now + state.plan.columns.freeFlowMs[place];
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
  moveOn(state, vehicle, placeAfter(state, vehicle, state.lines.place[lane]));
}

function awaitHead(state: PortState, lane: number, head: number): void {
  const rank = rankAt(RANK.claim, state.lines.place[lane]);
  state.events.schedule(state.slots.lanes + lane, state.vehicles.readyMs[head], rank);
}
