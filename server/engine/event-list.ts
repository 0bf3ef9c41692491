/**
 * The list of pending events: a cancellable binary heap over flat columns.
 * An event is a slot, a small integer whose meaning is the caller's; a slot has at most one pending occurrence.
 * Order is (time, rank, sequence): among events of one instant the lower rank goes first, and among those of one
 * rank the one scheduled first. Rank and sequence share one 31-bit word, so that the rule for ties costs one comparison.
 *
 * The columns may be read by the loop that runs the model, but only this class writes to them; `reserve` and
 * `copyFrom` may replace them, so a loop that holds a column must fetch it again after either.
 */

/** No slot, no position. */
export const NONE = -1;

/** Ranks are 0 to 7. */
const RANK_BITS = 3;
const SEQUENCE_BITS = 28;
const SEQUENCE_MASK = (1 << SEQUENCE_BITS) - 1;

export class EventList {
  #times: Float64Array;
  #orders: Int32Array;
  #slots: Int32Array;
  #positions: Int32Array;
  #size = 0;
  #nextSequence = 0;
  readonly #sequenceLimit: number;

  /** The limit of the sequence is lowered in tests alone, to see the numbers being given anew. */
  constructor(slots: number, sequenceLimit: number = SEQUENCE_MASK) {
    if (!Number.isInteger(slots) || slots < 0)
      throw new Error(`an event list needs a whole number of slots, got ${slots}`);
    if (!(sequenceLimit > 0 && sequenceLimit <= SEQUENCE_MASK))
      throw new Error(`sequence limit out of range: ${sequenceLimit}`);
    this.#times = new Float64Array(slots);
    this.#orders = new Int32Array(slots);
    this.#slots = new Int32Array(slots);
    this.#positions = new Int32Array(slots).fill(NONE);
    this.#sequenceLimit = sequenceLimit;
  }

  /** By position in the heap: when the event happens, in whole milliseconds. */
  get times(): Float64Array {
    return this.#times;
  }

  /** By position in the heap: the word of rank and sequence. */
  get orders(): Int32Array {
    return this.#orders;
  }

  /** By position in the heap: the slot that happens. */
  get slots(): Int32Array {
    return this.#slots;
  }

  /** By slot: its position in the heap, or NONE. */
  get positions(): Int32Array {
    return this.#positions;
  }

  /** How many events are pending. */
  get size(): number {
    return this.#size;
  }

  /** How many slots there are. */
  get capacity(): number {
    return this.#positions.length;
  }

  isPending(slot: number): boolean {
    return this.#positions[slot] >= 0;
  }

  /** When the slot happens; Infinity when it is not pending. */
  timeOf(slot: number): number {
    const position = this.#positions[slot];
    return position >= 0 ? this.#times[position] : Infinity;
  }

  /** When the next event happens; Infinity when nothing is pending. */
  topTime(): number {
    return this.#size > 0 ? this.#times[0] : Infinity;
  }

  /** The slot that happens next; NONE when nothing is pending. */
  topSlot(): number {
    return this.#size > 0 ? this.#slots[0] : NONE;
  }

  /** The rank of the next event; NONE when nothing is pending. */
  topRank(): number {
    return this.#size > 0 ? this.#orders[0] >>> SEQUENCE_BITS : NONE;
  }

  schedule(slot: number, time: number, rank: number): void {
    const position = this.#positions[slot];
    if (position !== NONE) this.#refuseSlot(slot, position);
    // One test finds fractions, NaN and both infinities.
    if (time - Math.floor(time) !== 0)
      throw new Error(`an event needs a time in whole milliseconds, got ${time} for slot ${slot}`);
    if (rank >>> RANK_BITS !== 0) throw new Error(`a rank is 0 to 7, got ${rank} for slot ${slot}`);
    if (this.#nextSequence >= this.#sequenceLimit) this.#renumber();
    const order = (rank << SEQUENCE_BITS) | this.#nextSequence++;
    this.#siftUp(this.#size++, time, order, slot);
  }

  /** Takes the slot out of the list; says whether it was pending. */
  cancel(slot: number): boolean {
    const position = this.#positions[slot];
    if (!(position >= 0)) return false;
    this.#positions[slot] = NONE;
    this.#removeAt(position);
    return true;
  }

  /** Takes the next event out of the list and returns its slot. */
  pop(): number {
    if (this.#size === 0) throw new Error("no event is pending");
    const slot = this.#slots[0];
    this.#positions[slot] = NONE;
    const last = --this.#size;
    if (last > 0) this.#siftDown(0, this.#times[last], this.#orders[last], this.#slots[last]);
    return slot;
  }

  /** Makes room for at least so many slots; what is pending stays. */
  reserve(slots: number): void {
    if (slots <= this.#positions.length) return;
    const { times, orders, slots: heapSlots, positions } = this;
    this.#allocate(slots);
    this.#times.set(times);
    this.#orders.set(orders);
    this.#slots.set(heapSlots);
    this.#positions.set(positions);
  }

  /** Becomes an exact copy of the other list, which goes on in the same order. */
  copyFrom(other: EventList): void {
    if (this.#positions.length !== other.#positions.length) this.#allocate(other.#positions.length);
    const size = other.#size;
    for (let i = 0; i < size; i++) {
      this.#times[i] = other.#times[i];
      this.#orders[i] = other.#orders[i];
      this.#slots[i] = other.#slots[i];
    }
    this.#positions.set(other.#positions);
    this.#size = size;
    this.#nextSequence = other.#nextSequence;
  }

  clear(): void {
    this.#positions.fill(NONE);
    this.#size = 0;
    this.#nextSequence = 0;
  }

  #siftUp(from: number, time: number, order: number, slot: number): void {
    const times = this.#times;
    const orders = this.#orders;
    const slots = this.#slots;
    const positions = this.#positions;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const parentTime = times[parent];
      if (parentTime < time || (parentTime === time && orders[parent] < order)) break;
      const moved = slots[parent];
      times[hole] = parentTime;
      orders[hole] = orders[parent];
      slots[hole] = moved;
      positions[moved] = hole;
      hole = parent;
    }
    times[hole] = time;
    orders[hole] = order;
    slots[hole] = slot;
    positions[slot] = hole;
  }

  #siftDown(from: number, time: number, order: number, slot: number): void {
    const times = this.#times;
    const orders = this.#orders;
    const slots = this.#slots;
    const positions = this.#positions;
    const size = this.#size;
    let hole = from;
    for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      let childTime = times[child];
      const right = child + 1;
      if (right < size) {
        const rightTime = times[right];
        if (rightTime < childTime || (rightTime === childTime && orders[right] < orders[child])) {
          child = right;
          childTime = rightTime;
        }
      }
      if (time < childTime || (time === childTime && order < orders[child])) break;
      const moved = slots[child];
      times[hole] = childTime;
      orders[hole] = orders[child];
      slots[hole] = moved;
      positions[moved] = hole;
      hole = child;
    }
    times[hole] = time;
    orders[hole] = order;
    slots[hole] = slot;
    positions[slot] = hole;
  }

  /** Closes the gap at a position with the last entry, which may have to go up or down from there. */
  #removeAt(position: number): void {
    const last = --this.#size;
    if (position === last) return;
    const time = this.#times[last];
    const order = this.#orders[last];
    const slot = this.#slots[last];
    const parent = (position - 1) >> 1;
    const goesUp =
      position > 0 &&
      (time < this.#times[parent] || (time === this.#times[parent] && order < this.#orders[parent]));
    if (goesUp) this.#siftUp(position, time, order, slot);
    else this.#siftDown(position, time, order, slot);
  }

  /** Gives the pending events new sequence numbers from zero in the order of the old ones; the heap keeps its shape. */
  #renumber(): void {
    const size = this.#size;
    if (size >= this.#sequenceLimit)
      throw new Error(`more events are pending than there are sequence numbers: ${size}`);
    const bySequence = new Float64Array(size);
    for (let i = 0; i < size; i++) bySequence[i] = (this.#orders[i] & SEQUENCE_MASK) * size + i;
    bySequence.sort();
    for (let sequence = 0; sequence < size; sequence++) {
      const position = bySequence[sequence] % size;
      this.#orders[position] = (this.#orders[position] & ~SEQUENCE_MASK) | sequence;
    }
    this.#nextSequence = size;
  }

  #allocate(slots: number): void {
    this.#times = new Float64Array(slots);
    this.#orders = new Int32Array(slots);
    this.#slots = new Int32Array(slots);
    this.#positions = new Int32Array(slots).fill(NONE);
  }

  #refuseSlot(slot: number, position: number | undefined): never {
    if (position === undefined) throw new Error(`no such event slot: ${slot} of ${this.#positions.length}`);
    throw new Error(`slot ${slot} is already pending at ${this.#times[position]} ms`);
  }
}
