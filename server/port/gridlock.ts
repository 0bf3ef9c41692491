/**
 * Places that block each other in a circle. A set of places is locked when in each of them every
 * server stands blocked for another place of the set: nothing inside can ever move again. Looked
 * for only where some stage sends vehicles back.
 */
import type { Wait } from "./observer.ts";
import { NONE } from "./plan.ts";
import { BLOCKED } from "./servers.ts";
import type { PortState } from "./state.ts";

export function reportGridlock(state: PortState): void {
  const locked = lockedPlaces(state);
  if (locked.length === 0) return;
  const key = locked.join();
  if (key === state.gridlock) return;
  state.gridlock = key;
  state.observer.gridlocked(state.now, locked, waitsOf(state, locked));
}

/** Which of these places waits for which, each pair once, in the order of the places. */
function waitsOf(state: PortState, locked: readonly number[]): readonly Wait[] {
  const { servers, vehicles, plan } = state;
  return locked.flatMap((place) => {
    const { firstServer, serverCount } = plan.places[place];
    const waitsFor = new Set<number>();
    for (let server = firstServer; server < firstServer + serverCount; server++) {
      if (servers.vehicle[server] !== NONE) waitsFor.add(vehicles.blockedFor[servers.vehicle[server]]);
    }
    return [...waitsFor].sort((a, b) => a - b).map((other): Wait => [place, other]);
  });
}

function lockedPlaces(state: PortState): readonly number[] {
  const { places } = state.plan;
  let candidates = places
    .filter((place) => place.kind === "station" && place.serverCount > 0)
    .map((place) => place.index);
  for (;;) {
    const stuck = candidates.filter((place) => isStuck(state, place, candidates));
    if (stuck.length === candidates.length) return stuck;
    candidates = stuck;
  }
}

function isStuck(state: PortState, place: number, among: readonly number[]): boolean {
  const { firstServer, serverCount } = state.plan.places[place];
  const { servers, vehicles } = state;
  let blocked = 0;
  for (let server = firstServer; server < firstServer + serverCount; server++) {
    const vehicle = servers.vehicle[server];
    if (vehicle === NONE) {
      if (servers.down[server] === 0) return false;
      continue;
    }
    if (servers.state[server] !== BLOCKED || !among.includes(vehicles.blockedFor[vehicle])) return false;
    blocked++;
  }
  return blocked > 0;
}
