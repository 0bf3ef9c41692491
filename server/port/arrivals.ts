/**
 * Arrivals: every 15 minutes the vehicles of the coming cell are drawn, flow by flow; the earliest of all flows
 * comes next. A vehicle is what its address says, so a larger demand brings the same vehicles
 * and some more, and a change within a cell keeps those already drawn (design of the draws: engine/poisson-cell.ts).
 */
import { exp } from "../engine/elementary.ts";
import { nameWord, runKey } from "../engine/draws.ts";
import { normalQuantile } from "../engine/normal.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import { FAST_MARK, FLOW_COUNT } from "./plan.ts";
import { RANK } from "./state.ts";
import type { PortState } from "./state.ts";
import { arrive } from "./movement.ts";

export const CELL_MS = 900_000;
/** Room for this many cells a day in an identity: a day of 25 hours has 100. */
const CELLS_A_DAY = 128;

const LIST_WORD = nameWord("arrivals.list");
const DAY_WORD = nameWord("arrivals.day");
const BATCH_WORD = nameWord("arrivals.batch");
const FAST_WORD = nameWord("vehicle.fast");
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
  if (state.plan.demand.list !== null) showNextOfList(state);
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

/** The next vehicle arrives (a batch: all of them, in order). */
export function admitArrival(state: PortState): void {
  const { keys } = state;
  const { list, batch } = state.plan.demand;
  let flow: number;
  let number: number;
  let size = 1;
  if (list === null) {
    flow = state.nextFlow;
    const cell = state.cells[flow];
    number = cell.numbers[state.cellAt[flow]];
    cell.writeKey(number, keys, VEHICLE);
    if (batch !== null) size = batchSize(state, batch);
    skipTo(state, flow, state.cellAt[flow] + 1);
    showNext(state);
  } else {
    number = state.listAt++;
    flow = list.flows[number];
    size = list.counts[number];
    state.generator.absorb(keys, CELL, VEHICLE, number);
    showNextOfList(state);
  }
  const a = keys[VEHICLE];
  const b = keys[VEHICLE + 1];
  for (let member = 0; member < size; member++) {
    keys[VEHICLE] = a;
    keys[VEHICLE + 1] = b;
    if (member > 0) state.generator.absorb(keys, VEHICLE, VEHICLE, member);
    bringIn(state, flow, number, member);
  }
}

function bringIn(state: PortState, flow: number, number: number, member: number): void {
  const { vehicles, keys, plan } = state;
  const vehicle = vehicles.add();
  if (state.slots.vehicles + vehicles.capacity > state.events.capacity)
    state.events.reserve(state.slots.vehicles + vehicles.capacity);
  const a = keys[VEHICLE];
  const b = keys[VEHICLE + 1];
  vehicles.key[2 * vehicle] = a;
  vehicles.key[2 * vehicle + 1] = b;
  vehicles.flow[vehicle] = flow;
  vehicles.cell[vehicle] = state.cellIdentity;
  vehicles.number[vehicle] = number;
  vehicles.member[vehicle] = member;
  vehicles.arrivedMs[vehicle] = state.now;
  vehicles.counted[vehicle] = state.now >= plan.countFrom && state.now < plan.countUntil ? 1 : 0;
  const { list, fastShare } = plan.demand;
  const share = list === null ? fastShare[flow] : list.fast[number];
  if (share > 0 && (share >= 1 || state.generator.uniform(a, b, FAST_WORD) < share))
    vehicles.marks[vehicle] = FAST_MARK;
  arrive(state, vehicle);
}

function batchSize(
  state: PortState,
  batch: { readonly sizes: Int32Array; readonly cumulative: Float64Array },
): number {
  const u = state.generator.uniform(state.keys[VEHICLE], state.keys[VEHICLE + 1], BATCH_WORD);
  let i = 0;
  while (i < batch.sizes.length - 1 && u >= batch.cumulative[i]) i++;
  return batch.sizes[i];
}

/** From an instant on; of that instant itself nobody has arrived yet, since arrivals come last. */
function drawCell(state: PortState, since: number): void {
  const { plan, cells } = state;
  enterDay(state);
  const from = state.cellStart;
  for (const flow of FLOW_CODES) {
    const rates = plan.demand.rates[flow];
    if (rates === null) continue;
    const scale = state.dayFactor * state.demandFactor[flow] * (CELL_MS / 3_600_000);
    const largest = largestRate(rates, from, from + CELL_MS) * scale;
    cellKey(state, flow);
    cells[flow].fill(state.generator, state.keys[CELL], state.keys[CELL + 1], largest, from, CELL_MS);
    state.cellScale[flow] = scale;
    let first = 0;
    while (first < cells[flow].count && cells[flow].times[first] < since) first++;
    skipTo(state, flow, first);
  }
  showNext(state);
}

/** On to the first arrival of the flow, from this one on, that the rate of its own time lets exist. */
function skipTo(state: PortState, flow: number, first: number): void {
  const { count } = state.cells[flow];
  let at = first;
  while (at < count && !exists(state, flow, at)) at++;
  state.cellAt[flow] = at;
}

function exists(state: PortState, flow: number, at: number): boolean {
  const rates = state.plan.demand.rates[flow]!;
  const cell = state.cells[flow];
  return cell.heights[cell.numbers[at]] < rateAt(rates, cell.times[at]) * state.cellScale[flow];
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
  const { plan, keys, generator } = state;
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
  const u = generator.uniform(keys[DAY], keys[DAY + 1], word);
  state.dayFactor = exp(sigma * normalQuantile(u) - (sigma * sigma) / 2);
}

type Rates = { readonly times: Float64Array; readonly perHour: Float64Array };

function stepOf(rates: Rates, time: number): number {
  let low = -1;
  let high = rates.times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rates.times[middle] <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rateAt(rates: Rates, time: number): number {
  const step = stepOf(rates, time);
  return step < 0 ? 0 : rates.perHour[step];
}

function largestRate(rates: Rates, from: number, to: number): number {
  let step = stepOf(rates, from);
  let largest = step < 0 ? 0 : rates.perHour[step];
  for (step++; step < rates.times.length && rates.times[step] < to; step++)
    largest = Math.max(largest, rates.perHour[step]);
  return largest;
}

/** The earliest over all flows; of equal times the flow that comes first in the vocabulary. */
function showNext(state: PortState): void {
  const { cells, cellAt } = state;
  let next = Infinity;
  for (let flow = 0; flow < FLOW_COUNT; flow++) {
    const cell = cells[flow];
    const at = cellAt[flow];
    if (at >= cell.count || cell.times[at] >= next) continue;
    next = cell.times[at];
    state.nextFlow = flow;
  }
  state.nextArrival = next;
}

function showNextOfList(state: PortState): void {
  const { times } = state.plan.demand.list!;
  state.nextArrival = state.listAt < times.length ? times[state.listAt] : Infinity;
}
