/**
 * The arrivals of one flow in one cell of time (a quarter of an hour), found by heights: vehicle k stands at a height,
 * the sum of k + 1 exponential steps, and at a time, uniform in the cell; those below the expected number exist. So
 * their number is exactly Poisson, and a larger demand keeps every vehicle of the smaller one at its time and adds
 * others in between. A change of demand within the cell is a second fill of which the caller keeps the times to come.
 *
 * The entries come sorted by (time, k); `numbers` holds k, the vehicle's identity within the cell. A further fill
 * overwrites them, and may move the columns.
 */
import { absorb, uniform } from "./draws";
import { log } from "./elementary";
import { doubles, Doubles, ints, Ints } from "./memory";

const INITIAL_CAPACITY = 64;

/** In the order of server/engine/poisson-cell.ts. */
@unmanaged
export class PoissonCell {
  /** When the next of its vehicles comes; Infinity when none is left. */
  next: f64;
  capacity: i32;
  count: i32;
  /** The key of the cell, then by number k that of each vehicle. */
  keys: Ints;
  times: Doubles;
  numbers: Ints;
  /** By number k: its height. Where the rate changes within a cell, those above the rate of their time do not exist. */
  heights: Doubles;
  unsorted: Doubles;
  /** By bucket: where its next entry goes. */
  places: Ints;
  /** 1 while the rate is the same throughout, so that all that were found exist. */
  isEven: i32;
}

const CELL: usize = (offsetof<PoissonCell>() + 7) & ~7;
const CELLS = 6;
const cells = memory.data(((offsetof<PoissonCell>() + 7) & ~7) * CELLS, 8);

/** Purposes under a vehicle's key, which is its cell's key with k absorbed. */
@unmanaged
class Words {
  height: i32;
  time: i32;
}

const words = changetype<Words>(memory.data(offsetof<Words>(), 8));

export function cellOf(flow: i32): PoissonCell {
  return changetype<PoissonCell>(cells + <usize>flow * CELL);
}

/** Addresses of the cells, one after another. */
export function cellsAt(): usize {
  return cells;
}

export function startCells(heightWord: i32, timeWord: i32): void {
  words.height = heightWord;
  words.time = timeWord;
  for (let flow = 0; flow < CELLS; flow++) {
    const cell = cellOf(flow);
    cell.next = Infinity;
    cell.capacity = INITIAL_CAPACITY;
    cell.keys = ints(2 + 2 * INITIAL_CAPACITY);
    cell.times = doubles(INITIAL_CAPACITY);
    cell.numbers = ints(INITIAL_CAPACITY);
    cell.heights = doubles(INITIAL_CAPACITY);
    cell.unsorted = doubles(INITIAL_CAPACITY);
    cell.places = ints(INITIAL_CAPACITY);
  }
}

/** Finds the arrivals of the cell that begins at `start` and is `length` ms long; returns how many there are. */
export function fillCell(flow: i32, keyA: i32, keyB: i32, expected: f64, start: f64, length: f64): i32 {
  const cell = cellOf(flow);
  let keys = cell.keys;
  keys[0] = keyA;
  keys[1] = keyB;
  let count = 0;
  let height: f64 = 0;
  for (;;) {
    const at = 2 + 2 * count;
    if (count === cell.capacity) {
      grow(cell);
      keys = cell.keys;
    }
    absorb(keys, 0, at, count);
    const a = keys[at];
    const b = keys[at + 1];
    height -= log(uniform(a, b, words.height));
    if (height >= expected) break;
    cell.heights[count] = height;
    // Rounding never brings the product up to the length: the largest draw is half a unit below 1.
    cell.unsorted[count++] = start + Math.floor(uniform(a, b, words.time) * length);
  }
  cell.count = count;
  sort(cell, start, length);
  return count;
}

/** Times are uniform, so as many buckets as entries leave few in each; what is out of order within them is inserted. */
function sort(cell: PoissonCell, start: f64, length: f64): void {
  const count = cell.count;
  const unsorted = cell.unsorted;
  const times = cell.times;
  const numbers = cell.numbers;
  const places = cell.places;
  const bucketsPerMs = <f64>count / length;
  for (let k = 0; k < count; k++) places[k] = 0;
  for (let k = 0; k < count; k++) places[<i32>((unsorted[k] - start) * bucketsPerMs)]++;
  for (let bucket = 0, next = 0; bucket < count; bucket++) {
    const inBucket = places[bucket];
    places[bucket] = next;
    next += inBucket;
  }
  for (let k = 0; k < count; k++) {
    const place = places[<i32>((unsorted[k] - start) * bucketsPerMs)]++;
    times[place] = unsorted[k];
    numbers[place] = k;
  }
  // Entries of one bucket stand in the order of k, and only a later time moves: ties stay in the order of k.
  for (let i = 1; i < count; i++) {
    const time = times[i];
    const number = numbers[i];
    let hole = i;
    for (; hole > 0 && times[hole - 1] > time; hole--) {
      times[hole] = times[hole - 1];
      numbers[hole] = numbers[hole - 1];
    }
    times[hole] = time;
    numbers[hole] = number;
  }
}

function grow(cell: PoissonCell): void {
  const before = cell.capacity;
  const capacity = 2 * before;
  const keys = ints(2 + 2 * capacity);
  const heights = doubles(capacity);
  const unsorted = doubles(capacity);
  memory.copy(changetype<usize>(keys), changetype<usize>(cell.keys), (<usize>(2 + 2 * before)) << 2);
  memory.copy(changetype<usize>(heights), changetype<usize>(cell.heights), (<usize>before) << 3);
  memory.copy(changetype<usize>(unsorted), changetype<usize>(cell.unsorted), (<usize>before) << 3);
  cell.keys = keys;
  cell.heights = heights;
  cell.unsorted = unsorted;
  cell.times = doubles(capacity);
  cell.numbers = ints(capacity);
  cell.places = ints(capacity);
  cell.capacity = capacity;
}
