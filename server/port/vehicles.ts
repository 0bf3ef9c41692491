/**
 * The table of vehicles inside, as the core keeps it (server/core/vehicles.ts, in the same order). Columns are typed
 * arrays that move when the table grows, so read a column through this object at each use, never keep it. Ids are
 * reused.
 *
 * A vehicle's identity is (flow, cell, number, member): the same truck in every scenario that shares
 * the seed and replication, whatever else differs.
 */
import type { Core } from "../engine/core.ts";

export class Vehicles {
  readonly #core: Core;
  /** Capacity, vehicles inside now, the first free id, then the addresses of the columns. */
  readonly #words: Int32Array;

  /** Identity: flow code, 15-minute cell of the run (or row of the list), number within it, place in its batch. */
  flow!: Uint8Array;
  cell!: Int32Array;
  number!: Int32Array;
  member!: Int32Array;
  /** FAST_MARK and PRE_INSPECTED_MARK. */
  marks!: Uint8Array;
  /** 1 when it arrived on a counted day. */
  counted!: Uint8Array;
  arrivedMs!: Float64Array;
  /** Key of all its draws: a pair of words at 2v. */
  key!: Int32Array;

  /** Place it is in, and the line or lane and server there; NONE where none. */
  place!: Int32Array;
  line!: Int32Array;
  server!: Int32Array;
  /** Neighbors in its line. */
  next!: Int32Array;
  previous!: Int32Array;
  /** Since when its service, its stay or its patience in the present place runs, and how slow systems stretch the time. */
  sinceMs!: Float64Array;
  stretch!: Float64Array;
  /** Earliest time it may leave a lane. */
  readyMs!: Float64Array;
  /** When it joined the line for primary; NaN before. */
  joinedMs!: Float64Array;
  /** Place it is blocked for, or NONE; and neighbors among those blocked for it. */
  blockedFor!: Int32Array;
  blockedNext!: Int32Array;
  blockedPrevious!: Int32Array;
  /** Line of that place which it chose by chance before its draws were made anew (future.ts); NONE otherwise. */
  chosenLine!: Int32Array;
  /** 1 while it counts in `spilled` of its place. */
  spills!: Uint8Array;
  /** Exam it was referred to, or NONE; and state of its image review (see review.ts). */
  exam!: Int8Array;
  review!: Uint8Array;
  reviewNext!: Int32Array;
  /** Times it was sent back to an earlier place or its own: tells apart the draws of its visits there. */
  returns!: Int32Array;

  constructor(core: Core) {
    this.#core = core;
    core.exports.startVehicles();
    this.#words = core.ints(core.exports.vehiclesAt(), 29);
    this.look();
  }

  get capacity(): number {
    return this.#words[0];
  }

  /** Vehicles inside now. */
  get count(): number {
    return this.#words[1];
  }

  /** The columns where they stand now: after they have moved. */
  look(): void {
    const core = this.#core;
    const { capacity } = this;
    let at = 3;
    const bytes = (): Uint8Array => core.bytes(this.#words[at++], capacity);
    const ints = (each = 1): Int32Array => core.ints(this.#words[at++], each * capacity);
    const doubles = (): Float64Array => core.doubles(this.#words[at++], capacity);
    this.flow = bytes();
    this.cell = ints();
    this.number = ints();
    this.member = ints();
    this.marks = bytes();
    this.counted = bytes();
    this.arrivedMs = doubles();
    this.key = ints(2);
    this.place = ints();
    this.line = ints();
    this.server = ints();
    this.next = ints();
    this.previous = ints();
    this.sinceMs = doubles();
    this.stretch = doubles();
    this.readyMs = doubles();
    this.joinedMs = doubles();
    this.blockedFor = ints();
    this.blockedNext = ints();
    this.blockedPrevious = ints();
    this.chosenLine = ints();
    this.spills = bytes();
    this.exam = core.smallInts(this.#words[at++], capacity);
    this.review = bytes();
    this.reviewNext = ints();
    this.returns = ints();
  }
}
