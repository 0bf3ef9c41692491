/**
 * How the tables of a run are copied, stored and loaded. Each table names all its fields once, in
 * `carry`, always in the same order: one carrier takes the values out, another puts them in.
 *
 * What a run can be made from again (its plan, its generator, who observes it) is not carried.
 */

export type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;

/** Bytes in use of a memory that holds more of them. */
export type CarriedBytes = {
  used(): Uint8Array;
  /** Puts other bytes in their place, as many as there are. */
  replace(bytes: Uint8Array): void;
};

export interface Carrier {
  bytes(memory: CarriedBytes): void;
  /** A column whose length follows from the plan; filled in place. */
  column(column: Column): void;
  /** Plain data that nobody changes in place: texts, numbers, lists and records of such. */
  plain<T>(value: T): T;
}

export interface Carried {
  carry(carrier: Carrier): void;
}

/** What was taken out of a table, in the order of its `carry`. */
export type Item = Column | { readonly plain: unknown };

class TakingOut implements Carrier {
  readonly items: Item[] = [];
  readonly #keeps: boolean;

  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  bytes(memory: CarriedBytes): void {
    this.column(memory.used());
  }

  column(column: Column): void {
    this.items.push(this.#keeps ? column.slice() : column);
  }

  plain<T>(value: T): T {
    this.items.push({ plain: value });
    return value;
  }
}

class PuttingIn implements Carrier {
  readonly #items: readonly Item[];
  #at = 0;

  constructor(items: readonly Item[]) {
    this.#items = items;
  }

  get isThrough(): boolean {
    return this.#at === this.#items.length;
  }

  bytes(memory: CarriedBytes): void {
    const item = this.#next();
    if (!(item instanceof Uint8Array)) throw new Error(`item ${this.#at - 1} is no bytes`);
    memory.replace(item);
  }

  column(column: Column): void {
    const item = this.#next();
    if (!ArrayBuffer.isView(item) || item.constructor !== column.constructor)
      throw new Error(`item ${this.#at - 1} is no ${column.constructor.name}`);
    if (item.length !== column.length)
      throw new Error(`item ${this.#at - 1} has not the length of its column, ${column.length}`);
    column.set(item);
  }

  plain<T>(_value: T): T {
    const item = this.#next();
    if (!("plain" in item)) throw new Error(`item ${this.#at - 1} is no plain value`);
    return item.plain as T;
  }

  #next(): Item {
    const item = this.#items[this.#at++];
    if (item === undefined) throw new Error(`only ${this.#items.length} items were taken out`);
    return item;
  }
}

/** The state of tables, kept apart from them. */
export function takeOut(...tables: readonly Carried[]): readonly Item[] {
  const carrier = new TakingOut(true);
  for (const table of tables) table.carry(carrier);
  return carrier.items;
}

/** Gives tables of the same plan a state that was taken out. Throws where it was taken from other tables. */
export function putIn(items: readonly Item[], ...tables: readonly Carried[]): void {
  const carrier = new PuttingIn(items);
  for (const table of tables) table.carry(carrier);
  if (!carrier.isThrough) throw new Error(`${items.length} items were taken out, more than the tables have`);
}

/** Makes one table equal to another, at the cost of copying once. */
export function copyTable<T extends Carried>(from: T, to: T): void {
  const carrier = new TakingOut(false);
  from.carry(carrier);
  putIn(carrier.items, to);
}
