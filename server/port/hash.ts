/** A 64-bit hash of all that decides how a run goes on, read in an order that does not depend on ids. */
import { arrivalsAhead } from "./arrivals.ts";
import { NONE } from "./plan.ts";
import type { PortState } from "./state.ts";
import type { Vehicles } from "./vehicles.ts";

class Hasher {
  #a = 0x811c9dc5 | 0;
  #b = 0x9747b28c | 0;

  add(value: number): void {
    const low = value | 0;
    const high = Math.floor(value / 4294967296) | 0;
    this.#mix(low);
    this.#mix(high);
  }

  #mix(word: number): void {
    this.#a = Math.imul(this.#a ^ word, 0x85ebca6b);
    this.#a ^= this.#a >>> 13;
    this.#b = Math.imul((this.#b + word) ^ this.#a, 0xc2b2ae35);
    this.#b ^= this.#b >>> 16;
  }

  text(): string {
    const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");
    return hex(this.#a) + hex(this.#b);
  }
}

export function stateHash(state: PortState): string {
  const hasher = new Hasher();
  const { vehicles, servers, lines, events, slots, plan } = state;
  hasher.add(state.now);
  hasher.add(vehicles.count);
  hasher.add(arrivalsAhead(state));
  const addVehicle = (vehicle: number): void => {
    hasher.add(vehicles.key[2 * vehicle]);
    hasher.add(vehicles.key[2 * vehicle + 1]);
    hasher.add(vehicles.arrivedMs[vehicle]);
    hasher.add(vehicles.place[vehicle]);
    hasher.add(vehicles.returns[vehicle]);
    hasher.add(vehicles.marks[vehicle]);
    hasher.add(vehicles.exam[vehicle]);
    hasher.add(vehicles.review[vehicle]);
    hasher.add(vehicles.blockedFor[vehicle]);
    const timer = events.timeOf(slots.vehicles + vehicle);
    hasher.add(timer === Infinity ? NONE : timer);
  };
  for (let line = 0; line < plan.lines.length; line++) {
    hasher.add(lines.count[line]);
    for (let v = lines.head[line]; v !== NONE; v = vehicles.next[v]) addVehicle(v);
  }
  for (let server = 0; server < servers.count; server++) {
    hasher.add(servers.state[server] + 8 * servers.leaving[server] + 16 * servers.down[server]);
    hasher.add(servers.post[server]);
    if (servers.vehicle[server] !== NONE) addVehicle(servers.vehicle[server]);
  }
  for (const vehicle of inNoLine(vehicles)) addVehicle(vehicle);
  for (let post = 0; post < plan.posts.length; post++) {
    hasher.add(state.target[post]);
    hasher.add(state.surplus[post]);
    hasher.add(state.kept[post]);
    for (let v = state.reviewHead[post]; v !== NONE; v = vehicles.reviewNext[v]) addVehicle(v);
  }
  for (let slot = 0; slot < slots.vehicles; slot++) {
    const time = events.timeOf(slot);
    hasher.add(time === Infinity ? NONE : time);
  }
  return hasher.text();
}

/** Those in a yard or at a red light without bays, in an order that is theirs. */
function inNoLine({ place, line, server, key, capacity }: Vehicles): readonly number[] {
  const found: number[] = [];
  for (let v = 0; v < capacity; v++) {
    if (place[v] !== NONE && line[v] === NONE && server[v] === NONE) found.push(v);
  }
  return found.sort((a, b) => key[2 * a] - key[2 * b] || key[2 * a + 1] - key[2 * b + 1]);
}
