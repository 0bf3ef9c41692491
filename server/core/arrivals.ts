/**
 * Arrivals: the earliest of all flows comes next. Their cells are drawn when server/port/arrivals.ts says so; rates,
 * lists and batches are as the plan has them.
 */
import { absorb, uniform } from "./draws";
import { reserveSlots, slotCapacity } from "./event-list";
import { Bytes, Doubles, Ints } from "./memory";
import { arrive } from "./movement";
import { FAST_MARK, FLOW_COUNT } from "./constants";
import { cellOf, fillCell } from "./poisson-cell";
import { columns, plan, port } from "./port";
import { addVehicle, vehicles } from "./vehicles";

/** Where keys stand among those of the run. */
const CELL = 4;
const VEHICLE = 6;

/** The rates of a flow in steps; none where it does not occur. */
@unmanaged
class Rates {
  steps: i32;
  times: Doubles;
  perHour: Doubles;
}

const RATES: usize = offsetof<Rates>();

/** In the order of server/port/core-tables.ts. */
@unmanaged
class Demand {
  rates: usize;
  fastShare: Doubles;
  /** 1: the arrivals are a list, and no rates. */
  isList: i32;
  listSize: i32;
  times: Doubles;
  flows: Bytes;
  fast: Bytes;
  counts: Ints;
  /** Sizes of batches and their cumulative shares; 0: every vehicle comes alone. */
  batchSizes: i32;
  sizes: Ints;
  cumulative: Doubles;
  fastWord: i32;
  batchWord: i32;
}

const demand = changetype<Demand>(memory.data(offsetof<Demand>(), 8));

export function demandAt(): usize {
  return changetype<usize>(demand);
}

function ratesOf(flow: i32): Rates {
  return changetype<Rates>(demand.rates + <usize>flow * RATES);
}

/** The next vehicle arrives (a batch: all of them, in order). */
export function admitArrival(): void {
  const keys = columns.keys;
  let flow: i32;
  let number: i32;
  let size = 1;
  if (!demand.isList) {
    flow = port.nextFlow;
    const cell = cellOf(flow);
    const at = columns.cellAt[flow];
    number = cell.numbers[at];
    keys[VEHICLE] = cell.keys[2 + 2 * number];
    keys[VEHICLE + 1] = cell.keys[3 + 2 * number];
    if (demand.batchSizes > 0) size = batchSize();
    skipTo(flow, at + 1);
    showNext();
  } else {
    number = port.listAt++;
    flow = demand.flows[number];
    size = demand.counts[number];
    absorb(keys, CELL, VEHICLE, number);
    showNextOfList();
  }
  const a = keys[VEHICLE];
  const b = keys[VEHICLE + 1];
  for (let member = 0; member < size; member++) {
    keys[VEHICLE] = a;
    keys[VEHICLE + 1] = b;
    if (member > 0) absorb(keys, VEHICLE, VEHICLE, member);
    bringIn(flow, number, member);
  }
}

function bringIn(flow: i32, number: i32, member: i32): void {
  const keys = columns.keys;
  const vehicle = addVehicle();
  const slots = plan.vehiclesSlot + vehicles.capacity;
  if (slots > slotCapacity()) reserveSlots(slots);
  const a = keys[VEHICLE];
  const b = keys[VEHICLE + 1];
  const now = port.now;
  vehicles.key[2 * vehicle] = a;
  vehicles.key[2 * vehicle + 1] = b;
  vehicles.flow[vehicle] = flow;
  vehicles.cell[vehicle] = port.cellIdentity;
  vehicles.number[vehicle] = number;
  vehicles.member[vehicle] = member;
  vehicles.arrivedMs[vehicle] = now;
  vehicles.counted[vehicle] = now >= plan.countFrom && now < plan.countUntil ? 1 : 0;
  const share: f64 = demand.isList ? demand.fast[number] : demand.fastShare[flow];
  if (share > 0 && (share >= 1 || uniform(a, b, demand.fastWord) < share))
    vehicles.marks[vehicle] = FAST_MARK;
  arrive(vehicle);
}

function batchSize(): i32 {
  const keys = columns.keys;
  const u = uniform(keys[VEHICLE], keys[VEHICLE + 1], demand.batchWord);
  let i = 0;
  while (i < demand.batchSizes - 1 && u >= demand.cumulative[i]) i++;
  return demand.sizes[i];
}

/** On to the first arrival of the flow, from this one on, that the rate of its own time lets exist. */
function skipTo(flow: i32, first: i32): void {
  const cell = cellOf(flow);
  const count = cell.count;
  let at = first;
  if (!cell.isEven) while (at < count && !exists(flow, at)) at++;
  columns.cellAt[flow] = at;
  cell.next = at < count ? cell.times[at] : Infinity;
}

function exists(flow: i32, at: i32): bool {
  const cell = cellOf(flow);
  return cell.heights[cell.numbers[at]] < rateAt(ratesOf(flow), cell.times[at]) * columns.cellScale[flow];
}

/** The earliest over all flows; of equal times the flow that comes first in the vocabulary. */
export function showNext(): void {
  let next = Infinity;
  for (let flow = 0; flow < FLOW_COUNT; flow++) {
    const time = cellOf(flow).next;
    if (time >= next) continue;
    next = time;
    port.nextFlow = flow;
  }
  port.nextArrival = next;
}

export function showNextOfList(): void {
  const at = port.listAt;
  port.nextArrival = at < demand.listSize ? demand.times[at] : Infinity;
}

/** The step in force at an instant; −1 before the first. */
function stepOf(rates: Rates, time: f64): i32 {
  const times = rates.times;
  let low = -1;
  let high = rates.steps - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[middle] <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rateAt(rates: Rates, time: f64): f64 {
  const step = stepOf(rates, time);
  return step < 0 ? 0 : rates.perHour[step];
}

/**
 * Draws the arrivals of a flow in the cell that begins at `from` and is `length` ms long, of which those before `since`
 * are over; `scale`: vehicles a cell for each unit of its rate.
 */
export function drawFlow(
  flow: i32,
  keyA: i32,
  keyB: i32,
  scale: f64,
  from: f64,
  length: f64,
  since: f64,
): void {
  const rates = ratesOf(flow);
  const cell = cellOf(flow);
  let step = stepOf(rates, from);
  let largest: f64 = step < 0 ? 0 : rates.perHour[step];
  const after = step + 1;
  for (step = after; step < rates.steps && rates.times[step] < from + length; step++)
    largest = max(largest, rates.perHour[step]);
  fillCell(flow, keyA, keyB, largest * scale, from, length);
  columns.cellScale[flow] = scale;
  cell.isEven = step === after ? 1 : 0;
  let first = 0;
  while (first < cell.count && cell.times[first] < since) first++;
  skipTo(flow, first);
}
