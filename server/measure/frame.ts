/**
 * The picture of a port at one instant, as the page draws it: every vehicle in its line by class, every
 * server with what it does.
 *
 * Reads the run's state and changes nothing. A line's text runs from its head, the next to leave, to
 * its tail; equal neighbors are counted ("a3bA2").
 */
import { LANE_TYPE_LETTERS, SERVER_STATES, classLetter } from "../../shared/picture.ts";
import { FAST_MARK, NONE, PRE_INSPECTED_MARK } from "../port/plan.ts";
import type { PlacePlan, PortPlan } from "../port/plan.ts";
import { BLOCKED, BUSY, CLOSED, HELD, IDLE, OPENING } from "../port/servers.ts";
import type { PortState } from "../port/state.ts";
import type { Vehicles } from "../port/vehicles.ts";

/** Vehicles of one line that are pictured; those behind them are only counted. */
export const MOST_PICTURED = 400;

const STATE_LETTERS: Readonly<Record<number, string>> = {
  [CLOSED]: SERVER_STATES.closed,
  [OPENING]: SERVER_STATES.opening,
  [IDLE]: SERVER_STATES.idle,
  [BUSY]: SERVER_STATES.busy,
  [BLOCKED]: SERVER_STATES.blocked,
  [HELD]: SERVER_STATES.held,
};

export type Picture = {
  readonly lines: readonly (readonly string[])[];
  readonly more?: readonly (readonly number[])[];
  readonly servers: readonly string[];
  readonly laneTypes: readonly string[];
};

export function pictureOf(state: Readonly<PortState>): Picture {
  const { places } = state.plan;
  const more = places.map((place) => lineIndices(place).map((line) => unpictured(state, place, line)));
  return {
    lines: places.map((place) =>
      lineIndices(place).map((line) => (line === NONE ? "" : lineText(state, line))),
    ),
    ...(more.some((ofPlace) => ofPlace.some((count) => count > 0)) ? { more } : {}),
    servers: places.map((place) => serversText(state, place)),
    laneTypes: places.map((place) => laneTypesText(state, place)),
  };
}

/** A delay place has no lines; the page sees one, whose vehicles are counted only. */
export function lineIndices(place: PlacePlan): readonly number[] {
  if (place.kind === "delay") return [NONE];
  return Array.from({ length: place.lineCount }, (_, i) => place.firstLine + i);
}

function unpictured(state: Readonly<PortState>, place: PlacePlan, line: number): number {
  if (line === NONE) return state.inPlace[place.index];
  return Math.max(0, state.lines.count[line] - MOST_PICTURED);
}

function lineText(state: Readonly<PortState>, line: number): string {
  const { next } = state.vehicles;
  let text = "";
  let letter = "";
  let run = 0;
  let vehicle = state.lines.head[line];
  for (let shown = 0; vehicle !== NONE && shown < MOST_PICTURED; shown++) {
    const own = letterOf(state.vehicles, vehicle);
    if (own === letter) run++;
    else {
      text += runText(letter, run);
      letter = own;
      run = 1;
    }
    vehicle = next[vehicle];
  }
  return text + runText(letter, run);
}

const runText = (letter: string, run: number): string => (run > 1 ? letter + String(run) : letter);

function letterOf(vehicles: Vehicles, vehicle: number): string {
  const marks = vehicles.marks[vehicle];
  return classLetter(vehicles.flow[vehicle], (marks & FAST_MARK) !== 0, (marks & PRE_INSPECTED_MARK) !== 0);
}

function serversText(state: Readonly<PortState>, place: PlacePlan): string {
  const { servers, vehicles } = state;
  let text = "";
  for (let server = place.firstServer; server < place.firstServer + serversBuilt(state, place); server++) {
    const vehicle = servers.vehicle[server];
    const isDown = servers.down[server] === 1 && servers.state[server] === CLOSED;
    text += isDown ? SERVER_STATES.down : STATE_LETTERS[servers.state[server]];
    text += vehicle === NONE ? "-" : letterOf(vehicles, vehicle);
  }
  return text;
}

/** A server belongs to its old post, and serves that one's lane type, until it changes. */
function laneTypesText({ plan, servers }: Readonly<PortState>, place: PlacePlan): string {
  if (!plan.posts.some((post) => post.place === place.index && post.laneType !== null)) return "";
  let text = "";
  for (let server = place.firstServer; server < place.firstServer + place.serverCount; server++) {
    const laneType = plan.posts[servers.post[server]]?.laneType ?? null;
    text += laneType === null ? "-" : LANE_TYPE_LETTERS[laneType];
  }
  return text;
}

/** Servers that the file builds and those a live change has added; spare ones nobody sees. */
function serversBuilt(state: Readonly<PortState>, place: PlacePlan): number {
  let built = builtBy(state.plan, place);
  for (let i = built; i < place.serverCount; i++) {
    const server = place.firstServer + i;
    if (state.servers.down[server] === 0 || state.servers.state[server] !== CLOSED) built = i + 1;
  }
  return built;
}

/** Servers of a place that the file builds. */
export function builtBy(plan: PortPlan, place: PlacePlan): number {
  const posts = plan.posts.filter((post) => post.place === place.index && !post.isReview);
  return posts.length === 0 ? place.serverCount : posts.reduce((sum, post) => sum + post.capacity, 0);
}

/** Booths that are manned now. */
export function boothsOpen(state: Readonly<PortState>): number {
  const { plan, manned } = state;
  const booths = plan.posts.filter((post) => post.place === plan.primary && !post.isReview);
  return booths.reduce((sum, post) => sum + manned[post.index], 0);
}
