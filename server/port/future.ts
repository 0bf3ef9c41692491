/**
 * Another future from the same present. What is revealed stays: who is inside, where, with its class,
 * what it was referred to and which line it waits for; the day's factor; all changes made. What is not
 * revealed is drawn anew: who comes, what happens to those inside at places they have not reached, and how
 * long whatever is under way still takes, given how long it has taken already (A19).
 */
import { nameWord } from "../engine/draws.ts";
import { redrawArrivals } from "./arrivals.ts";
import { NONE } from "./plan.ts";
import { IS_DELAY } from "./place-columns.ts";
import { BUSY } from "./servers.ts";
import { drawOf, RANK, rankAt } from "./state.ts";
import type { PortState } from "./state.ts";
import { niiOf } from "./stages/nii.ts";
import { lineByChance, serviceDistribution } from "./stations.ts";

const FUTURE_WORD = nameWord("future");

/** After all events of this instant; equal numbers give equal futures, in every scenario. */
export function redrawFuture(state: PortState, future: number): void {
  const { vehicles, generator } = state;
  redrawArrivals(state, FUTURE_WORD, future);
  for (let v = 0; v < vehicles.capacity; v++) {
    if (vehicles.place[v] === NONE) continue;
    keepChosenLine(state, v);
    generator.absorb(vehicles.key, 2 * v, 2 * v, FUTURE_WORD);
    generator.absorb(vehicles.key, 2 * v, 2 * v, future);
  }
  redrawServices(state);
  redrawReviews(state);
  redrawTimers(state);
}

/** Who is blocked has seen its line full or closed; with another one it might go in at once. */
function keepChosenLine(state: PortState, vehicle: number): void {
  const { blockedFor, chosenLine } = state.vehicles;
  const target = blockedFor[vehicle];
  if (target === NONE || state.plan.columns.choosesAtRandom[target] === 0) return;
  chosenLine[vehicle] = lineByChance(state, vehicle, target);
}

function redrawServices(state: PortState): void {
  const { servers, vehicles, events, plan } = state;
  for (let server = 0; server < servers.count; server++) {
    if (servers.state[server] !== BUSY) continue;
    const vehicle = servers.vehicle[server];
    const place = servers.place[server];
    const from = vehicles.sinceMs[vehicle] + plan.columns.moveUpMs[place];
    const until = from + serviceGiven(state, vehicle, place, state.now - from);
    events.cancel(server);
    events.schedule(server, Math.max(until, state.now), rankAt(RANK.release, place));
  }
}

/** Stays in delay places, and patience in lines. */
function redrawTimers(state: PortState): void {
  const { vehicles, events, slots, plan } = state;
  for (let v = 0; v < vehicles.capacity; v++) {
    const place = vehicles.place[v];
    const slot = slots.vehicles + v;
    if (place === NONE || !events.isPending(slot)) continue;
    const { patience, words } = plan.places[place];
    const stays = plan.columns.kind[place] === IS_DELAY;
    const from = vehicles.sinceMs[v] + (stays ? plan.columns.moveUpMs[place] : 0);
    const elapsed = state.now - from;
    const lasts = stays
      ? serviceGiven(state, v, place, elapsed)
      : state.core.exports.sampleBeyond(patience, elapsed, drawOf(state, v, words.patience));
    events.cancel(slot);
    const rank = stays ? rankAt(RANK.release, place) : RANK.patience;
    events.schedule(slot, Math.max(from + lasts, state.now), rank);
  }
}

/** An image that is read for nobody any more is read to its end as it was. */
function redrawReviews(state: PortState): void {
  const { analystVehicle, analystSince, events, plan, slots } = state;
  for (let i = 0; i < analystVehicle.length; i++) {
    const vehicle = analystVehicle[i];
    if (vehicle === NONE) continue;
    const post = plan.analystPost[i];
    const review = niiOf(state, post);
    const elapsed = state.now - analystSince[i];
    const u = drawOf(state, vehicle, review.word);
    const until = analystSince[i] + state.core.exports.sampleBeyond(review.service, elapsed, u);
    events.cancel(slots.analysts + i);
    const rank = rankAt(RANK.release, plan.posts[post].place);
    events.schedule(slots.analysts + i, Math.max(until, state.now), rank);
  }
}

/** Ms that a service takes in all that has taken so long; slow systems stretch both. */
function serviceGiven(state: PortState, vehicle: number, place: number, elapsedMs: number): number {
  const { sampleBeyond, quantileBeyond } = state.core.exports;
  const stretch = state.vehicles.stretch[vehicle];
  const u = drawOf(state, vehicle, state.plan.places[place].words.service);
  const index = serviceDistribution(state, place, vehicle);
  if (stretch === 1) return sampleBeyond(index, elapsedMs, u);
  return Math.floor(quantileBeyond(index, elapsedMs / stretch, u) * stretch + 0.5);
}
