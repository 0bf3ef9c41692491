/**
 * Opening and closing of the port and of places with hours of their own.
 *
 * Clearing: who is at a post when the port closes stays until what the post serves is empty: up to
 * primary until nobody waits for primary, after it until nobody is inside. Up to primary no more stay
 * at a post than there are vehicles still to come (A11).
 */
import { turnAway } from "./movement.ts";
import { NONE } from "./plan.ts";
import { deploy } from "./staffing.ts";
import { RANK } from "./state.ts";
import type { PortState } from "./state.ts";
import { levelAt, nextStepAfter } from "./steps.ts";

/** An opening or closing of the port is due (or the run begins). */
export function turnPort(state: PortState): void {
  const open = levelAt(state.plan.open, state.now) > 0;
  const next = nextStepAfter(state.plan.open, state.now);
  if (next < Infinity) state.events.schedule(state.slots.opening, next, RANK.opening);
  if (open === state.isOpen) return;
  state.isOpen = open;
  if (open) reopen(state);
  else close(state);
}

function reopen(state: PortState): void {
  state.clearing = false;
  state.kept.fill(NONE);
  for (const pool of state.plan.pools) deploy(state, pool.index);
}

function close(state: PortState): void {
  const { plan } = state;
  const clears = plan.atClosing === "clear the queue";
  const holds = plan.atClosing === "hold it until opening";
  state.clearing = clears && state.beforePrimary > 0;
  for (const post of plan.posts) {
    const before = plan.places[post.place].beforePrimary;
    if (before ? state.clearing : !holds && state.vehicles.count > 0)
      state.kept[post.index] = state.target[post.index];
  }
  if (plan.atClosing === "turn it away") turnAllAway(state);
}

/**
 * Everybody before primary who is not in service; who is being served there turns back afterwards. From the
 * end of each line, so that nobody comes to its head in between.
 */
function turnAllAway(state: PortState): void {
  const { place: placeOf, server, blockedFor, capacity } = state.vehicles;
  const { plan, lines } = state;
  for (let line = 0; line < plan.lines.length; line++) {
    const place = lines.place[line];
    if (!plan.places[place].beforePrimary) continue;
    while (lines.tail[line] !== NONE) turnAway(state, lines.tail[line], place);
  }
  for (let vehicle = 0; vehicle < capacity; vehicle++) {
    const place = placeOf[vehicle];
    if (place === NONE || !plan.places[place].beforePrimary) continue;
    const isServed = server[vehicle] !== NONE && (blockedFor[vehicle] === NONE || place === plan.primary);
    if (!isServed) turnAway(state, vehicle, place);
  }
}

/** While the queue is cleared: no more officers at a post than vehicles to come, and none after the last. */
export function afterClearing(state: PortState): void {
  const { posts, places } = state.plan;
  const left = state.beforePrimary;
  if (left === 0) state.clearing = false;
  const pools = new Set<number>();
  for (const post of posts) {
    if (state.kept[post.index] <= left || !places[post.place].beforePrimary) continue;
    state.kept[post.index] = left === 0 ? NONE : left;
    pools.add(post.pool);
  }
  for (const pool of pools) deploy(state, pool);
}

/** A place is empty: who stayed for it goes. */
export function afterEmptied(state: PortState, place: number): void {
  if (state.isOpen && state.placeOpen[place] === 1) return;
  if (state.placeOpen[place] === 0 && state.blockedHead[place] === NONE) release(state, (p) => p === place);
  if (!state.isOpen && !state.clearing && state.vehicles.count === 0) release(state, () => true);
}

function release(state: PortState, of: (place: number) => boolean): void {
  const pools = new Set<number>();
  for (const post of state.plan.posts) {
    if (state.kept[post.index] === NONE || !of(post.place)) continue;
    state.kept[post.index] = NONE;
    pools.add(post.pool);
  }
  for (const pool of pools) deploy(state, pool);
}

/** Hours of single places (a joint facility): whoever is in its line at closing is still served. */
export function turnPlaces(state: PortState): void {
  let next = Infinity;
  for (const { index, hours } of state.plan.places) {
    if (hours === null) continue;
    next = Math.min(next, nextStepAfter(hours, state.now));
    const open = levelAt(hours, state.now) > 0 ? 1 : 0;
    if (open === state.placeOpen[index]) continue;
    state.placeOpen[index] = open;
    for (const post of state.plan.posts) {
      if (post.place !== index) continue;
      state.kept[post.index] = open === 0 && isAwaited(state, index) ? state.target[post.index] : NONE;
    }
  }
  if (next < Infinity) state.events.schedule(state.slots.placeHours, next, RANK.opening);
}

/** Vehicles are there, or stand blocked for it. */
const isAwaited = (state: PortState, place: number): boolean =>
  state.inPlace[place] > 0 || state.blockedHead[place] !== NONE;
