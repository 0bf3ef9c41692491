/**
 * The table of vehicles inside. Columns are typed arrays that grow by doubling, so read a column
 * through this object at each use outside the hot loop, never keep it. Ids are reused.
 *
 * A vehicle's identity is (flow, cell, number, member): the same truck in every scenario that shares
 * the seed and replication, whatever else differs.
 */
import type { Carried, Carrier } from "../engine/carry.ts";
import { NONE } from "./plan.ts";

const FIRST_CAPACITY = 256;

export class Vehicles implements Carried {
  /** Vehicles inside now. */
  count = 0;
  capacity = FIRST_CAPACITY;

  /** Identity: flow code, 15-minute cell of the run (or row of the list), number within it, place in its batch. */
  flow = new Uint8Array(FIRST_CAPACITY);
  cell = new Int32Array(FIRST_CAPACITY);
  number = new Int32Array(FIRST_CAPACITY);
  member = new Int32Array(FIRST_CAPACITY);
  /** FAST_MARK and PRE_INSPECTED_MARK. */
  marks = new Uint8Array(FIRST_CAPACITY);
  /** 1 when it arrived on a counted day. */
  counted = new Uint8Array(FIRST_CAPACITY);
  arrivedMs = new Float64Array(FIRST_CAPACITY);
  /** Key of all its draws: a pair of words at 2v. */
  key = new Int32Array(2 * FIRST_CAPACITY);

  /** Place it is in, and the line or lane and server there; NONE where none. */
  place = new Int32Array(FIRST_CAPACITY);
  line = new Int32Array(FIRST_CAPACITY);
  server = new Int32Array(FIRST_CAPACITY);
  /** Neighbors in its line. */
  next = new Int32Array(FIRST_CAPACITY);
  previous = new Int32Array(FIRST_CAPACITY);
  /** Since when its service, its stay or its patience in the present place runs, and how slow systems stretch the time. */
  sinceMs = new Float64Array(FIRST_CAPACITY);
  stretch = new Float64Array(FIRST_CAPACITY);
  /** Earliest time it may leave a lane. */
  readyMs = new Float64Array(FIRST_CAPACITY);
  /** When it joined the line for primary; NaN before. */
  joinedMs = new Float64Array(FIRST_CAPACITY);
  /** Place it is blocked for, or NONE; and neighbors among those blocked for it. */
  blockedFor = new Int32Array(FIRST_CAPACITY);
  blockedNext = new Int32Array(FIRST_CAPACITY);
  blockedPrevious = new Int32Array(FIRST_CAPACITY);
  /** Line of that place which it chose by chance before its draws were made anew (future.ts); NONE otherwise. */
  chosenLine = new Int32Array(FIRST_CAPACITY);
  /** 1 while it counts in `spilled` of its place. */
  spills = new Uint8Array(FIRST_CAPACITY);
  /** Exam it was referred to, or NONE; and state of its image review (see review.ts). */
  exam = new Int8Array(FIRST_CAPACITY);
  review = new Uint8Array(FIRST_CAPACITY);
  reviewNext = new Int32Array(FIRST_CAPACITY);
  /** Times it was sent back to an earlier place or its own: tells apart the draws of its visits there. */
  returns = new Int32Array(FIRST_CAPACITY);

  #free = NONE;

  constructor() {
    this.#chain(0, FIRST_CAPACITY);
  }

  /** A fresh id; identity, key and arrival are the caller's to fill in. */
  add(): number {
    if (this.#free === NONE) this.#grow();
    const vehicle = this.#free;
    this.#free = this.next[vehicle];
    this.count++;
    this.marks[vehicle] = 0;
    this.place[vehicle] = NONE;
    this.line[vehicle] = NONE;
    this.server[vehicle] = NONE;
    this.joinedMs[vehicle] = Number.NaN;
    this.blockedFor[vehicle] = NONE;
    this.spills[vehicle] = 0;
    this.exam[vehicle] = NONE;
    this.review[vehicle] = 0;
    this.returns[vehicle] = 0;
    return vehicle;
  }

  remove(vehicle: number): void {
    this.next[vehicle] = this.#free;
    this.#free = vehicle;
    this.place[vehicle] = NONE;
    this.count--;
  }

  carry(carrier: Carrier): void {
    this.count = carrier.number(this.count);
    this.capacity = carrier.number(this.capacity);
    this.#free = carrier.number(this.#free);
    this.flow = carrier.column(this.flow);
    this.cell = carrier.column(this.cell);
    this.number = carrier.column(this.number);
    this.member = carrier.column(this.member);
    this.marks = carrier.column(this.marks);
    this.counted = carrier.column(this.counted);
    this.arrivedMs = carrier.column(this.arrivedMs);
    this.key = carrier.column(this.key);
    this.place = carrier.column(this.place);
    this.line = carrier.column(this.line);
    this.server = carrier.column(this.server);
    this.next = carrier.column(this.next);
    this.previous = carrier.column(this.previous);
    this.sinceMs = carrier.column(this.sinceMs);
    this.stretch = carrier.column(this.stretch);
    this.readyMs = carrier.column(this.readyMs);
    this.joinedMs = carrier.column(this.joinedMs);
    this.blockedFor = carrier.column(this.blockedFor);
    this.blockedNext = carrier.column(this.blockedNext);
    this.blockedPrevious = carrier.column(this.blockedPrevious);
    this.chosenLine = carrier.column(this.chosenLine);
    this.spills = carrier.column(this.spills);
    this.exam = carrier.column(this.exam);
    this.review = carrier.column(this.review);
    this.reviewNext = carrier.column(this.reviewNext);
    this.returns = carrier.column(this.returns);
  }

  #chain(from: number, to: number): void {
    for (let v = to - 1; v >= from; v--) {
      this.next[v] = this.#free;
      this.place[v] = NONE;
      this.chosenLine[v] = NONE;
      this.#free = v;
    }
  }

  #grow(): void {
    const old = this.capacity;
    this.capacity = old * 2;
    const wider = <T extends Uint8Array | Int8Array | Int32Array | Float64Array>(column: T, width = 1): T => {
      const copy = new (column.constructor as new (length: number) => T)(this.capacity * width);
      copy.set(column as never);
      return copy;
    };
    this.flow = wider(this.flow);
    this.cell = wider(this.cell);
    this.number = wider(this.number);
    this.member = wider(this.member);
    this.marks = wider(this.marks);
    this.counted = wider(this.counted);
    this.arrivedMs = wider(this.arrivedMs);
    this.key = wider(this.key, 2);
    this.place = wider(this.place);
    this.line = wider(this.line);
    this.server = wider(this.server);
    this.next = wider(this.next);
    this.previous = wider(this.previous);
    this.sinceMs = wider(this.sinceMs);
    this.stretch = wider(this.stretch);
    this.readyMs = wider(this.readyMs);
    this.joinedMs = wider(this.joinedMs);
    this.blockedFor = wider(this.blockedFor);
    this.blockedNext = wider(this.blockedNext);
    this.blockedPrevious = wider(this.blockedPrevious);
    this.chosenLine = wider(this.chosenLine);
    this.spills = wider(this.spills);
    this.exam = wider(this.exam);
    this.review = wider(this.review);
    this.reviewNext = wider(this.reviewNext);
    this.returns = wider(this.returns);
    this.#chain(old, this.capacity);
  }
}
