/**
 * Lanes: vehicles travel for at least the free-flow time, keep their order and store behind one another. Only the head
 * may leave, and while it finds no room ahead it holds all behind it (A5); room at the tail is there at once when the
 * head leaves (A6).
 */
import { cancel, isPending, schedule } from "./event-list";
import { append, kindOf, lines } from "./lines";
import { moveOn, noteRoom } from "./movement";
import { placeAt } from "./places";
import { NONE } from "./constants";
import { plan, port } from "./port";
import { CLAIM, rankAt } from "./ranks";
import { placeAfter } from "./routes";
import { vehicles } from "./vehicles";

/** The lane with the fewest vehicles that is meant for this one and has room; NONE when all are full. */
export function roomOnLane(vehicle: i32, place: i32): i32 {
  const own = kindOf(vehicle);
  const at = placeAt(place);
  const first = at.firstLine;
  const end = first + at.lineCount;
  let best = NONE;
  let fewest = i32.MAX_VALUE;
  for (let lane = first; lane < end; lane++) {
    const count = lines.count[lane];
    if (count >= fewest || count >= lines.room[lane] || (lines.accepts[lane] & own) === 0) continue;
    best = lane;
    fewest = count;
  }
  return best;
}

export function enterLane(vehicle: i32, place: i32, lane: i32): void {
  vehicles.readyMs[vehicle] = port.now + placeAt(place).freeFlowMs;
  append(lane, vehicle);
  if (lines.head[lane] === vehicle) awaitHead(lane, vehicle);
}

/** The head has gone: the next comes up, and all behind have room. */
export function laneMoved(lane: i32): void {
  const head = lines.head[lane];
  if (head !== NONE && vehicles.blockedFor[head] === NONE && !isPending(plan.lanesSlot + lane)) {
    if (vehicles.readyMs[head] <= port.now) headReady(lane);
    else awaitHead(lane, head);
  }
  if (head === NONE) cancel(plan.lanesSlot + lane);
  noteRoom(lines.place[lane]);
}

/** The head of the lane has traveled its time. */
export function headReady(lane: i32): void {
  const vehicle = lines.head[lane];
  moveOn(vehicle, placeAfter(vehicle, lines.place[lane]));
}

function awaitHead(lane: i32, head: i32): void {
  schedule(plan.lanesSlot + lane, vehicles.readyMs[head], rankAt(CLAIM, lines.place[lane]));
}
