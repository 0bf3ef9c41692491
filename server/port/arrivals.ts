/**
 * Arrivals: every 15 minutes the vehicles of the coming cell are drawn, flow by flow; the core lets them come
 * (server/core/arrivals.ts). A vehicle is what its address says, so a larger demand brings the same vehicles
 * and some more, and a change within a cell keeps those already drawn (design of the draws: engine/poisson-cell.ts).
 */
import { exp } from "../engine/elementary.ts";
import { nameWord, runKey } from "../engine/draws.ts";
import { normalQuantile } from "../engine/normal.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import { RANK } from "./state.ts";
import type { PortState } from "./state.ts";

export const CELL_MS = 900_000;
/** Room for this many cells a day in an identity: a day of 25 hours has 100. */
const CELLS_A_DAY = 128;

const LIST_WORD = nameWord("arrivals.list");
const DAY_WORD = nameWord("arrivals.day");
const FLOW_CODES = FLOWS.map((_, flow) => flow);
const FLOW_WORDS = FLOWS.map((flow) => nameWord(`arrivals.${flow}`));

/** Where keys stand in the scratch array of the state. */
const RUN = 0;
const DAY = 2;
const CELL = 4;
const VEHICLE = 6;

export function startArrivals(state: PortState, seed: number, replication: number): void {
  runKey(state.generator, seed, replication, state.keys, RUN);
  deriveKeys(state);
  if (state.plan.demand.list !== null) state.core.exports.showNextOfList();
  else state.events.schedule(state.slots.cell, 0, RANK.cell);
}

/** All that is to come after this instant, of the present cell too, from keys of its own; listed times stay. */
export function redrawArrivals(state: PortState, word: number, future: number): void {
  const { generator, keys } = state;
  generator.absorb(keys, RUN, RUN, word);
  generator.absorb(keys, RUN, RUN, future);
  deriveKeys(state);
  if (state.plan.demand.list === null && state.cellDay >= 0) drawCell(state, state.now + 1);
}

/** What the key of the run leads to: those of the flows, or that of the list. */
function deriveKeys({ generator, keys, flowKeys, plan }: PortState): void {
  FLOW_WORDS.forEach((word, flow) => {
    generator.absorb(keys, RUN, VEHICLE, word);
    flowKeys[2 * flow] = keys[VEHICLE];
    flowKeys[2 * flow + 1] = keys[VEHICLE + 1];
  });
  if (plan.demand.list !== null) generator.absorb(keys, RUN, CELL, LIST_WORD);
}

/** The vehicles of the next 15 minutes. */
export function fillCell(state: PortState): void {
  state.cellStart = state.now;
  drawCell(state, state.now);
  const last = state.plan.days[state.plan.days.length - 1];
  const next = state.now + CELL_MS;
  if (next < last.startMs + last.lengthMs) state.events.schedule(state.slots.cell, next, RANK.cell);
}

/** The demand has changed: the rest of this cell is drawn anew, what has arrived stays. */
export function refillCell(state: PortState): void {
  if (state.plan.demand.list === null && state.cellDay >= 0) drawCell(state, state.now);
}

/** From an instant on; of that instant itself nobody has arrived yet, since arrivals come last. */
function drawCell(state: PortState, since: number): void {
  const { core, keys, plan, cellStart } = state;
  enterDay(state);
  for (const flow of FLOW_CODES) {
    if (plan.demand.rates[flow] === null) continue;
    const scale = state.dayFactor * state.demandFactor[flow] * (CELL_MS / 3_600_000);
    cellKey(state, flow);
    core.exports.drawFlow(flow, keys[CELL], keys[CELL + 1], scale, cellStart, CELL_MS, since);
  }
  core.exports.showNext();
}

/** Address of the present cell of a flow: run, flow, date, cell within the day. */
function cellKey(state: PortState, flow: number): void {
  const { keys, flowKeys, generator } = state;
  keys[CELL] = flowKeys[2 * flow];
  keys[CELL + 1] = flowKeys[2 * flow + 1];
  generator.absorb(keys, CELL, CELL, state.plan.dayWords[state.cellDay]);
  generator.absorb(keys, CELL, CELL, state.cellIdentity % CELLS_A_DAY);
}

/** Which day the cell is of, and that day's factor. */
function enterDay(state: PortState): void {
  const { core, plan, keys, generator } = state;
  const { days } = plan;
  const before = state.cellDay;
  if (state.cellDay < 0) state.cellDay = 0;
  while (state.cellDay + 1 < days.length && days[state.cellDay + 1].startMs <= state.cellStart)
    state.cellDay++;
  const word = plan.dayWords[state.cellDay];
  state.cellIdentity =
    word * CELLS_A_DAY + Math.floor((state.cellStart - days[state.cellDay].startMs) / CELL_MS);
  if (state.cellDay === before) return;
  const sigma = plan.demand.daySigma;
  if (sigma === 0) return;
  generator.absorb(keys, RUN, DAY, DAY_WORD);
  const u = core.exports.uniform(keys[DAY], keys[DAY + 1], word);
  state.dayFactor = exp(sigma * normalQuantile(u) - (sigma * sigma) / 2);
}
