/**
 * What must hold after every event; tests and a debug option turn it on. A violation is our mistake
 * and throws at once with the values.
 */
import { roomAt } from "./movement.ts";
import { NONE, OUTSIDE } from "./plan.ts";
import { BUSY, CLOSED, IDLE, OPENING } from "./servers.ts";
import type { PortState } from "./state.ts";

/** Lines count from 0, servers down from −1. */
const NOWHERE = 0x7fffffff;

export function checkInvariants(state: PortState): void {
  const seen = new Int32Array(state.vehicles.capacity).fill(NOWHERE);
  checkLines(state, seen);
  checkServers(state, seen);
  checkPlaces(state);
  checkNobodyWaitsBeforeIdle(state);
}

function fail(state: PortState, what: string): never {
  throw new Error(`invariant broken at ${state.now} ms: ${what}`);
}

/** A vehicle has one place: in one line or at one server (or in a delay place, where it is in neither). */
function claim(state: PortState, seen: Int32Array, vehicle: number, where: number): void {
  if (seen[vehicle] !== NOWHERE) fail(state, `vehicle ${vehicle} is at ${seen[vehicle]} and at ${where}`);
  seen[vehicle] = where;
}

function checkLines(state: PortState, seen: Int32Array): void {
  const { lines, vehicles, plan } = state;
  for (let line = 0; line < plan.lines.length; line++) {
    let count = 0;
    let before: number = NONE;
    for (let v = lines.head[line]; v !== NONE; v = vehicles.next[v]) {
      claim(state, seen, v, line);
      if (vehicles.line[v] !== line || vehicles.previous[v] !== before)
        fail(state, `line ${line} is torn at vehicle ${v}`);
      before = v;
      count++;
    }
    if (count !== lines.count[line] || lines.tail[line] !== before)
      fail(state, `line ${line} counts ${lines.count[line]}, holds ${count}`);
    if (count > lines.room[line])
      fail(state, `line ${line} holds ${count}, has room for ${lines.room[line]}`);
  }
}

function checkServers(state: PortState, seen: Int32Array): void {
  const { servers, vehicles, lines, plan } = state;
  const inService = new Int32Array(plan.lines.length);
  const open = new Int32Array(plan.lines.length);
  const manned = new Int32Array(plan.posts.length);
  for (let s = 0; s < servers.count; s++) {
    const vehicle = servers.vehicle[s];
    const isOccupied = servers.state[s] >= BUSY;
    if (isOccupied !== (vehicle !== NONE))
      fail(state, `server ${s} in state ${servers.state[s]} has vehicle ${vehicle}`);
    if (vehicle !== NONE) {
      claim(state, seen, vehicle, -1 - s);
      if (vehicles.server[vehicle] !== s)
        fail(state, `server ${s} has vehicle ${vehicle}, which is at ${vehicles.server[vehicle]}`);
      inService[servers.line[s]]++;
    }
    if (servers.state[s] === BUSY && !state.events.isPending(s)) fail(state, `server ${s} is busy for ever`);
    if (servers.state[s] !== CLOSED && servers.leaving[s] === 0) open[servers.line[s]]++;
    if (servers.state[s] !== CLOSED && servers.state[s] !== OPENING) manned[servers.post[s]]++;
  }
  for (let line = 0; line < plan.lines.length; line++) {
    if (inService[line] !== lines.inService[line])
      fail(state, `line ${line}: ${inService[line]} in service, ${lines.inService[line]} noted`);
    if (open[line] !== lines.open[line])
      fail(state, `line ${line}: ${open[line]} servers open, ${lines.open[line]} noted`);
  }
  for (const post of plan.posts) {
    if (!post.isReview && manned[post.index] !== state.manned[post.index]) {
      fail(state, `post ${post.name}: ${manned[post.index]} manned, ${state.manned[post.index]} noted`);
    }
  }
}

function checkPlaces(state: PortState): void {
  const { vehicles, plan } = state;
  const counts = new Int32Array(plan.places.length);
  let inside = 0;
  for (let v = 0; v < vehicles.capacity; v++) {
    if (vehicles.place[v] === NONE) continue;
    counts[vehicles.place[v]]++;
    inside++;
  }
  if (inside !== vehicles.count) fail(state, `${inside} vehicles have a place, ${vehicles.count} are inside`);
  counts.forEach((count, place) => {
    if (count !== state.inPlace[place])
      fail(state, `${plan.places[place].name} holds ${count}, notes ${state.inPlace[place]}`);
  });
  for (const place of plan.places) {
    let blocked = 0;
    for (let v = state.blockedHead[place.index]; v !== NONE; v = vehicles.blockedNext[v]) {
      blocked++;
      if (vehicles.blockedFor[v] !== place.index)
        fail(state, `vehicle ${v} is listed as blocked for ${place.name}`);
      if (roomAt(state, v, place.index) !== NONE)
        fail(state, `vehicle ${v} is blocked for ${place.name}, which has room for it`);
    }
    const [general, fast] = state.blockedOf.subarray(2 * place.index);
    if (blocked !== general + fast)
      fail(state, `${blocked} are blocked for ${place.name}, notes ${general} and ${fast} FAST`);
  }
}

/** Nobody waits in front of a staffed, set-up, unblocked server that would accept him. */
function checkNobodyWaitsBeforeIdle(state: PortState): void {
  const { servers, lines } = state;
  for (let s = 0; s < servers.count; s++) {
    const line = servers.line[s];
    if (servers.state[s] === IDLE && servers.leaving[s] === 0 && lines.count[line] > 0) {
      fail(state, `server ${s} is idle while ${lines.count[line]} wait in line ${line}`);
    }
  }
  if (lines.count[OUTSIDE] > 0 && state.vehicles.blockedFor[lines.head[OUTSIDE]] === NONE) {
    fail(state, "the head of the line outside waits for nothing");
  }
}
