/**
 * Timed effects: disruptions of the file and interventions made live. Each holds from its instant for
 * its time; of two that concern the same thing the one that began later holds while it lasts.
 *
 * At every beginning and end all settings are worked out anew from the effects in force, so that
 * nothing of an effect can outlive it.
 */
import type { Effect } from "../../shared/scenario/changes.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import { refillCell } from "./arrivals.ts";
import { NONE } from "./plan.ts";
import type { PlacePlan, TimedEffect } from "./plan.ts";
import { CLOSED } from "./servers.ts";
import { SHARE_OF_ALL, SHARE_OF_FAST, SHARE_OF_GENERAL } from "./share-of.ts";
import { deploy, dismiss } from "./staffing.ts";
import { RANK } from "./state.ts";
import type { PortState } from "./state.ts";

/** An intervention from an instant on that is still to come, as though it had been known from the start. */
export function intervene(state: PortState, timed: TimedEffect): void {
  if (!(timed.fromMs > state.now))
    throw new Error(`an effect from ${timed.fromMs} ms comes too late at ${state.now} ms`);
  state.effects = [...state.effects, timed];
  scheduleNext(state);
}

/** Other interventions from now on; those that have begun must be the ones that the run has had. */
export function replaceEffects(state: PortState, effects: readonly TimedEffect[]): void {
  state.effects = effects;
  scheduleNext(state);
}

/** Works out all settings as they are to be now, and waits for the next beginning or end. */
export function applyEffects(state: PortState): void {
  const inForce = state.effects
    .filter(({ fromMs, untilMs }) => fromMs <= state.now && state.now < untilMs)
    .sort((a, b) => a.fromMs - b.fromMs);
  const oldDemand = state.demandFactor.slice();
  resetSettings(state);
  for (const { effect } of inForce) applySetting(state, effect);
  state.routes.refresh(state);
  applyServers(state, inForce);
  for (const pool of state.plan.pools) deploy(state, pool.index);
  if (oldDemand.some((factor, flow) => factor !== state.demandFactor[flow])) refillCell(state);
  scheduleNext(state);
}

function scheduleNext(state: PortState): void {
  let next = Infinity;
  for (const { fromMs, untilMs } of state.effects) {
    if (fromMs > state.now) next = Math.min(next, fromMs);
    if (untilMs > state.now) next = Math.min(next, untilMs);
  }
  state.events.cancel(state.slots.effects);
  if (next < Infinity) state.events.schedule(state.slots.effects, next, RANK.effect);
}

function resetSettings(state: PortState): void {
  state.demandFactor.fill(1);
  state.serviceFactor.fill(1);
  state.shareOverride.fill(-1);
  state.shareOverrideOf.fill(SHARE_OF_ALL);
  state.referralFactor = 1;
  state.away.fill(0);
  state.awayFrom.fill(0);
  state.postOverride.fill(NONE);
  state.shift.fill(0);
}

function applySetting(state: PortState, effect: Effect): void {
  const { plan } = state;
  switch (effect.kind) {
    case "demand":
      FLOWS.forEach((flow, code) => {
        if (effect.flow === undefined || effect.flow === flow) state.demandFactor[code] = effect.factor;
      });
      return;
    case "slowService":
      for (const place of plan.places)
        if (place.stageName === effect.stage) state.serviceFactor[place.index] = effect.factor;
      return;
    case "extraInspection":
      return overrideShare(state, effect.stage, effect.share, SHARE_OF_ALL);
    case "preInspected": {
      const of = { all: SHARE_OF_ALL, fast: SHARE_OF_FAST, general: SHARE_OF_GENERAL }[effect.share.of];
      return overrideShare(state, effect.stage, effect.share.share, of);
    }
    case "referral":
      state.referralFactor = effect.factor;
      return;
    case "staffAway":
      return drawAway(state, effect.from, effect.officers);
    case "staffing":
      for (const post of plan.posts)
        if (post.name === effect.post) state.postOverride[post.index] = effect.officers;
      return;
    case "boothsClosed":
    case "scannersDown":
    case "scanners":
    case "booths":
      return;
    default:
      return effect satisfies never;
  }
}

/** From a pool, or from one post that shares a pool with others. */
function drawAway(state: PortState, from: string, officers: number): void {
  const pool = state.plan.pools.find(({ name }) => name === from);
  const post = state.plan.posts.find(({ name }) => name === from);
  if (pool !== undefined) state.away[pool.index] = officers;
  else if (post !== undefined) state.awayFrom[post.index] = officers;
}

function overrideShare(state: PortState, name: string, share: number, of: number): void {
  for (const stage of state.plan.stages) {
    if (stage.name !== name) continue;
    state.shareOverride[stage.index] = share;
    state.shareOverrideOf[stage.index] = of;
  }
}

/** Servers out of use, scanners added, booths of another type: what is to be, then the differences. */
function applyServers(state: PortState, inForce: readonly TimedEffect[]): void {
  const { plan, servers } = state;
  const down = new Uint8Array(servers.count);
  const postOf = plan.serverPost.slice();
  for (const place of plan.places) {
    const last = <K extends Effect["kind"]>(kind: K, ofPlace: boolean) =>
      inForce
        .map(({ effect }) => effect)
        .filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind)
        .filter((effect) => !ofPlace || ("stage" in effect && effect.stage === place.stageName))
        .at(-1);
    if (place.servedBy === "scanners" && place.kind === "station") {
      const built = builtScanners(state, place);
      const inUse = (last("scanners", true)?.count ?? built) - (last("scannersDown", true)?.scanners ?? 0);
      for (let i = Math.max(0, inUse); i < place.serverCount; i++) down[place.firstServer + i] = 1;
    }
    if (!place.isPrimary) continue;
    const booths = last("booths", false);
    if (booths !== undefined) retype(state, place, postOf, booths.fast);
    const closed = last("boothsClosed", false);
    if (closed !== undefined) markDown(state, place, postOf, down, closed);
  }
  for (let server = 0; server < servers.count; server++) {
    setDown(state, server, down[server]);
    setPost(state, server, postOf[server]);
  }
}

const builtScanners = (state: PortState, place: PlacePlan): number =>
  state.plan.posts.find((post) => post.place === place.index && !post.isReview)!.capacity;

/** FAST booths are the first ones; officers move along with the booths. */
function retype(state: PortState, place: PlacePlan, postOf: Int32Array, fast: number): void {
  const posts = state.plan.posts.filter((post) => post.place === place.index);
  const fastPost = posts.find((post) => post.laneType === "fast");
  const generalPost = posts.find((post) => post.laneType === "general");
  if (fastPost === undefined || generalPost === undefined || !place.ownLines) return;
  let more = fast - fastPost.capacity;
  const limit = more > 0 ? generalPost.capacity : fastPost.capacity;
  more = Math.max(-limit, Math.min(limit, more));
  state.shift[fastPost.index] = more;
  state.shift[generalPost.index] = -more;
  const from = more > 0 ? generalPost.index : fastPost.index;
  const to = more > 0 ? fastPost.index : generalPost.index;
  let left = Math.abs(more);
  for (let i = 0; i < place.serverCount && left > 0; i++) {
    // Booths stand by type, FAST first: the nearest to the other type change.
    const server = more > 0 ? place.firstServer + i : place.firstServer + place.serverCount - 1 - i;
    if (state.plan.serverPost[server] !== from) continue;
    postOf[server] = to;
    left--;
  }
}

function markDown(
  state: PortState,
  place: PlacePlan,
  postOf: Int32Array,
  down: Uint8Array,
  effect: Extract<Effect, { kind: "boothsClosed" }>,
): void {
  let left = effect.booths;
  for (let i = place.serverCount - 1; i >= 0 && left > 0; i--) {
    const server = place.firstServer + i;
    const type = state.plan.posts[postOf[server]].laneType;
    if (effect.type !== undefined && effect.type !== type) continue;
    down[server] = 1;
    left--;
  }
}

function setDown(state: PortState, server: number, down: number): void {
  if (state.servers.down[server] === down) return;
  state.servers.down[server] = down;
  if (down === 1 && state.servers.state[server] !== CLOSED) dismiss(state, server);
}

function setPost(state: PortState, server: number, post: number): void {
  const { servers } = state;
  if (servers.post[server] === post) {
    servers.nextPost[server] = NONE;
    return;
  }
  servers.nextPost[server] = post;
  state.retyping = true;
  if (servers.state[server] !== CLOSED) dismiss(state, server);
}
