/**
 * A 64-bit hash of all that decides how a run of a plan goes on. Vehicles are read by who they are and
 * in the order in which they stand, so that neither ids nor the layout of the event list count; what
 * follows from the rest (counters of lines, links back) is left out.
 */
import { NONE } from "./plan.ts";
import { IS_DELAY, IS_LANES } from "./place-columns.ts";
import { BUSY } from "./servers.ts";
import type { PortState } from "./state.ts";
import type { Vehicles } from "./vehicles.ts";

class Hasher {
  #a = 0x811c9dc5 | 0;
  #b = 0x9747b28c | 0;
  readonly #bits = new DataView(new ArrayBuffer(8));

  /** By all its bits; −0 is 0, and what is not a number is one value, whatever its bits. */
  add(value: number): void {
    this.#bits.setFloat64(0, value === value ? value + 0 : -Infinity);
    this.#mix(this.#bits.getInt32(0));
    this.#mix(this.#bits.getInt32(4));
  }

  addFlag(value: boolean): void {
    this.#mix(value ? 1 : 0);
  }

  addAll(values: Iterable<number>): void {
    for (const value of values) this.add(value);
  }

  addText(text: string): void {
    this.add(text.length);
    for (let i = 0; i < text.length; i++) this.#mix(text.charCodeAt(i));
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
  hasher.add(state.now);
  addArrivals(hasher, state);
  addVehicles(hasher, state);
  addStaff(hasher, state);
  addSettings(hasher, state);
  addEvents(hasher, state);
  return hasher.text();
}

/** What is drawn of the present cell, and what the cells to come are drawn from. */
function addArrivals(hasher: Hasher, state: PortState): void {
  const { keys, flowKeys, cells, cellAt, cellScale } = state;
  hasher.addAll(keys.subarray(0, 2));
  hasher.addAll(flowKeys);
  cells.forEach(({ count, times, numbers, heights }, flow) => {
    hasher.add(count - cellAt[flow]);
    hasher.add(cellScale[flow]);
    for (let at = cellAt[flow]; at < count; at++) {
      hasher.add(times[at]);
      hasher.add(numbers[at]);
      hasher.add(heights[numbers[at]]);
    }
  });
  hasher.addAll([state.cellStart, state.cellDay, state.cellIdentity, state.dayFactor, state.listAt]);
  hasher.addAll([state.nextArrival, state.nextFlow, state.hourIndex]);
}

function addVehicles(hasher: Hasher, state: PortState): void {
  const { vehicles, servers, lines, plan } = state;
  hasher.addAll([vehicles.count, state.countedInside, state.beforePrimary]);
  for (let line = 0; line < plan.lines.length; line++) {
    hasher.add(lines.count[line]);
    for (let v = lines.head[line]; v !== NONE; v = vehicles.next[v]) addVehicle(hasher, state, v);
    // Servers that are free, in the order in which they are called.
    for (let server = lines.idle[line]; server !== NONE; server = servers.nextIdle[server])
      hasher.add(server);
  }
  for (let server = 0; server < servers.count; server++) {
    hasher.add(servers.state[server] + 8 * servers.leaving[server] + 16 * servers.down[server]);
    hasher.addAll([servers.post[server], servers.nextPost[server]]);
    if (servers.vehicle[server] !== NONE) addVehicle(hasher, state, servers.vehicle[server]);
  }
  for (const vehicle of inNoLine(vehicles)) addVehicle(hasher, state, vehicle);
  for (let place = 0; place < plan.places.length; place++) {
    hasher.add(state.spilled[place]);
    for (let v = state.blockedHead[place]; v !== NONE; v = vehicles.blockedNext[v]) addName(hasher, state, v);
    hasher.add(NONE);
  }
}

function addVehicle(hasher: Hasher, state: PortState, vehicle: number): void {
  const { vehicles, servers, plan } = state;
  const place = vehicles.place[vehicle];
  const kind = plan.columns.kind[place];
  const server = vehicles.server[vehicle];
  addName(hasher, state, vehicle);
  hasher.addAll([vehicles.flow[vehicle], vehicles.cell[vehicle], vehicles.number[vehicle]]);
  hasher.addAll([vehicles.member[vehicle], vehicles.marks[vehicle], vehicles.counted[vehicle], place]);
  hasher.addAll([vehicles.arrivedMs[vehicle], vehicles.joinedMs[vehicle], vehicles.returns[vehicle]]);
  hasher.addAll([vehicles.exam[vehicle], vehicles.review[vehicle], vehicles.blockedFor[vehicle]]);
  hasher.add(vehicles.spills[vehicle]);
  if (vehicles.chosenLine[vehicle] !== NONE) hasher.add(vehicles.chosenLine[vehicle]);
  if (kind === IS_LANES) hasher.add(vehicles.readyMs[vehicle]);
  // What these columns hold otherwise is left over from an earlier place or vehicle.
  const isTimed = state.events.isPending(state.slots.vehicles + vehicle);
  const isServed = server === NONE ? isTimed && kind === IS_DELAY : servers.state[server] === BUSY;
  if (isTimed || isServed) hasher.add(vehicles.sinceMs[vehicle]);
  if (isServed) hasher.add(vehicles.stretch[vehicle]);
}

/** Which vehicle it is. */
function addName(hasher: Hasher, { vehicles }: PortState, vehicle: number): void {
  hasher.add(vehicles.key[2 * vehicle]);
  hasher.add(vehicles.key[2 * vehicle + 1]);
}

/** Those in a yard or at a red light without bays, in an order that is theirs. */
function inNoLine({ place, line, server, key, capacity }: Vehicles): readonly number[] {
  const found: number[] = [];
  for (let v = 0; v < capacity; v++) {
    if (place[v] !== NONE && line[v] === NONE && server[v] === NONE) found.push(v);
  }
  return found.sort((a, b) => key[2 * a] - key[2 * b] || key[2 * a + 1] - key[2 * b + 1]);
}

function addStaff(hasher: Hasher, state: PortState): void {
  const { vehicles, plan, analystVehicle, analystSince } = state;
  for (let post = 0; post < plan.posts.length; post++) {
    hasher.addAll([state.target[post], state.manned[post], state.surplus[post], state.kept[post]]);
    for (let v = state.reviewHead[post]; v !== NONE; v = vehicles.reviewNext[v]) addName(hasher, state, v);
    hasher.add(NONE);
  }
  for (let analyst = 0; analyst < analystVehicle.length; analyst++) {
    const vehicle = analystVehicle[analyst];
    hasher.addFlag(vehicle !== NONE);
    if (vehicle === NONE) continue;
    addName(hasher, state, vehicle);
    hasher.add(analystSince[analyst]);
  }
  hasher.addAll(state.dutyReported);
}

/** What effects and hours have set, and the effects that are in force or to come. */
function addSettings(hasher: Hasher, state: PortState): void {
  const { routes, lines } = state;
  hasher.addAll(state.demandFactor);
  hasher.addAll(state.serviceFactor);
  hasher.addAll(state.shareOverride);
  hasher.addAll(state.shareOverrideOf);
  hasher.add(state.referralFactor);
  hasher.addAll(state.away);
  hasher.addAll(state.awayFrom);
  hasher.addAll(state.postOverride);
  hasher.addAll(state.shift);
  hasher.addAll(routes.takes);
  hasher.addAll(routes.onward);
  hasher.add(state.firstPlace);
  hasher.addAll(lines.accepts);
  hasher.addAll(state.placeOpen);
  for (const flag of [state.isOpen, state.clearing, state.retyping]) hasher.addFlag(flag);
  hasher.addText(state.gridlock);
  const ahead = state.effects.filter(({ untilMs }) => untilMs > state.now);
  for (const { fromMs, untilMs, effect } of ahead.sort((a, b) => a.fromMs - b.fromMs)) {
    hasher.addAll([fromMs, untilMs]);
    hasher.addText(JSON.stringify(effect, (_, value: unknown) => sorted(value)));
  }
}

/** A record with its keys in order: whoever wrote the effect may have named them in another. */
const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** In the order in which they will happen, so that ties count. */
function addEvents(hasher: Hasher, state: PortState): void {
  const { events, slots } = state;
  events.eachPending((slot, time, rank) => {
    hasher.addAll([time, rank]);
    if (slot < slots.vehicles) hasher.add(slot);
    else addName(hasher, state, slot - slots.vehicles);
  });
}
