/**
 * Why vehicles wait. Every five minutes of the run each place is looked at. The truck-time that was waited in it since
 * the last look, which is known exactly, is divided among the causes in proportion to the vehicles that waited there
 * for each of them at the last look; where nobody did, at this one. So the causes add up to the whole, and which is
 * which is known to a few minutes.
 *
 * A vehicle in a line waits for what its servers do; on a lane, or outside, for what the lines ahead that it could
 * enter wait for (A20).
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { roomAt } from "../port/movement.ts";
import { FAST_MARK, NONE, OUTSIDE } from "../port/plan.ts";
import type { PlacePlan, PortPlan } from "../port/plan.ts";
import { FOR_FAST, FOR_GENERAL } from "../port/lines.ts";
import { BLOCKED, BUSY, HELD, IDLE, OPENING } from "../port/servers.ts";
import type { PortState } from "../port/state.ts";
import { MINUTE } from "../../shared/units.ts";
import { CAUSES } from "../../shared/vocabulary.ts";
import type { Cause } from "../../shared/vocabulary.ts";
import type { PlaceLevels } from "./place-levels.ts";

export const LOOK_EVERY_MS = 5 * MINUTE;

const CODE = Object.fromEntries(CAUSES.map((cause, code) => [cause, code])) as Readonly<
  Record<Cause, number>
>;

export class Causes implements Carried {
  readonly #plan: PortPlan;
  readonly #levels: PlaceLevels;
  /** By place: truck-ms waited up to the last look. */
  readonly #waited: Float64Array;
  /** By place and cause: truck-ms in the recorded time. */
  readonly #ms: Float64Array;
  /** By place and cause: vehicles that waited at the last look. */
  readonly #vehicles: Float64Array;
  /** Scratch: servers by what they do. */
  readonly #servers = new Float64Array(CAUSES.length);

  constructor(plan: PortPlan, levels: PlaceLevels) {
    this.#plan = plan;
    this.#levels = levels;
    this.#waited = new Float64Array(plan.places.length);
    this.#ms = new Float64Array(plan.places.length * CAUSES.length);
    this.#vehicles = new Float64Array(plan.places.length * CAUSES.length);
  }

  carry(carrier: Carrier): void {
    carrier.column(this.#waited);
    carrier.column(this.#ms);
    carrier.column(this.#vehicles);
  }

  /** After all events of an instant; `isRecorded`: whether the time since the last look is to count. */
  look(state: Readonly<PortState>, isRecorded: boolean): void {
    for (const place of this.#plan.places) {
      const waited = this.#levels.waitedUntil(place.index, state.now);
      const since = waited - this.#waited[place.index];
      this.#waited[place.index] = waited;
      const hadNobody = this.#waiting(place) === 0;
      if (!hadNobody && isRecorded) this.#divide(place, since, CODE.officers);
      this.#countWaiting(state, place);
      if (hadNobody && isRecorded) this.#divide(place, since, this.#usual(state, place));
    }
  }

  /** By place and cause, in the order of the vocabulary: truck-ms. */
  summary(): Float64Array {
    return this.#ms.slice();
  }

  /** Vehicles of the last look. */
  #waiting(place: PlacePlan): number {
    const first = place.index * CAUSES.length;
    let all = 0;
    for (let at = first; at < first + CAUSES.length; at++) all += this.#vehicles[at];
    return all;
  }

  /** What rounding leaves goes to the commonest cause; all of it to the usual one, where nobody was seen. */
  #divide(place: PlacePlan, ms: number, usual: number): void {
    const first = place.index * CAUSES.length;
    const all = this.#waiting(place);
    let commonest = first + usual;
    let left = ms;
    for (let at = first; at < first + CAUSES.length; at++) {
      const part = all === 0 ? 0 : Math.floor((ms * this.#vehicles[at]) / all);
      this.#ms[at] += part;
      left -= part;
      if (this.#vehicles[at] > this.#vehicles[commonest]) commonest = at;
    }
    this.#ms[commonest] += left;
  }

  /** Where nobody waits any more: what one would have waited for. */
  #usual(state: Readonly<PortState>, place: PlacePlan): number {
    if (place.kind === "delay") return CODE.review;
    return this.#causeOf(state, place, FOR_GENERAL | FOR_FAST, NONE);
  }

  #countWaiting(state: Readonly<PortState>, place: PlacePlan): void {
    const { lines, servers, vehicles: table } = state;
    const first = place.index * CAUSES.length;
    this.#vehicles.fill(0, first, first + CAUSES.length);
    for (let line = place.firstLine; line < place.firstLine + place.lineCount; line++) {
      if (lines.count[line] === 0) continue;
      if (place.kind !== "station") this.#countOnLane(state, line, first);
      else this.#vehicles[first + this.#causeOf(state, place, 0, line)] += lines.count[line];
    }
    for (let server = place.firstServer; server < place.firstServer + place.serverCount; server++) {
      const does = servers.state[server];
      if (does === BLOCKED || does === HELD) this.#vehicles[first + this.#causeAt(state, place, server)]++;
    }
    if (place.kind !== "delay" || state.inPlace[place.index] === 0) return;
    for (let v = 0; v < table.capacity; v++) {
      if (table.place[v] !== place.index) continue;
      const isBlocked = table.blockedFor[v] !== NONE;
      // Whoever has a stay of its own there is not waiting.
      if (isBlocked || !state.events.isPending(state.slots.vehicles + v))
        this.#vehicles[first + (isBlocked ? CODE.blocked : CODE.review)]++;
    }
  }

  /** Those who stand in a lane, or outside: the head cannot go on, and the others cannot pass it. */
  #countOnLane(state: Readonly<PortState>, line: number, first: number): void {
    const { head } = state.lines;
    const { next, readyMs, marks, blockedFor, place } = state.vehicles;
    const target = blockedFor[head[line]];
    if (target === NONE) return;
    const isOutside = place[head[line]] === OUTSIDE;
    const causes = [NONE, NONE];
    for (let v = head[line]; v !== NONE; v = next[v]) {
      if (!isOutside && readyMs[v] > state.now) return;
      const kind = marks[v] & FAST_MARK;
      if (causes[kind] === NONE) causes[kind] = this.#causeAhead(state, v, target);
      this.#vehicles[first + causes[kind]]++;
    }
  }

  /** Why a vehicle cannot go on to a place: it could, but for those before it; or what that place waits for. */
  #causeAhead(state: Readonly<PortState>, vehicle: number, target: number): number {
    if (roomAt(state, vehicle, target) !== NONE) return CODE.trapped;
    const place = this.#plan.places[target];
    const own = (state.vehicles.marks[vehicle] & FAST_MARK) === 0 ? FOR_GENERAL : FOR_FAST;
    if (place.kind !== "lanes") return this.#causeOf(state, place, own, NONE);
    const { lines, vehicles } = state;
    for (let lane = place.firstLine; lane < place.firstLine + place.lineCount; lane++) {
      const further = lines.head[lane] === NONE ? NONE : vehicles.blockedFor[lines.head[lane]];
      if ((lines.accepts[lane] & own) !== 0 && further > target)
        return this.#causeAhead(state, vehicle, further);
    }
    return CODE.trapped;
  }

  /** What most of the servers do: of one line, or of all lines that are for a class. */
  #causeOf(state: Readonly<PortState>, place: PlacePlan, own: number, line: number): number {
    const { servers, lines } = state;
    const does = this.#servers.fill(0);
    for (let server = place.firstServer; server < place.firstServer + place.serverCount; server++) {
      const of = servers.line[server];
      if (line === NONE ? (lines.accepts[of] & own) === 0 : of !== line) continue;
      const cause = this.#causeAt(state, place, server);
      if (cause !== NONE) does[cause]++;
    }
    let most = does[CODE.officers] >= does[CODE.scanner] ? CODE.officers : CODE.scanner;
    for (let cause = 0; cause < CAUSES.length; cause++) if (does[cause] > does[most]) most = cause;
    if (does[most] > 0) return most;
    return state.isOpen && state.placeOpen[place.index] === 1 ? CODE.officers : CODE.closed;
  }

  /** Who waits at a server waits for what it does; a line that has spilled back to it, for what that line waits for. */
  #causeAt(state: Readonly<PortState>, place: PlacePlan, server: number): number {
    switch (state.servers.state[server]) {
      case BUSY:
      case IDLE:
        return place.servedBy === "scanners" ? CODE.scanner : CODE.officers;
      case BLOCKED: {
        const vehicle = state.servers.vehicle[server];
        const target = state.vehicles.blockedFor[vehicle];
        const isSpillback = place.upstream && target > place.index;
        return isSpillback ? this.#causeAhead(state, vehicle, target) : CODE.blocked;
      }
      case HELD:
        return CODE.review;
      case OPENING:
        return CODE.setUp;
      default:
        return NONE;
    }
  }
}
