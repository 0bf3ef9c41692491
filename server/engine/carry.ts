/**
 * How the tables of a run are copied, stored and loaded. Each table names all its fields once, in
 * `carry`, always in the same order: one carrier takes the values out, another puts them in.
 *
 * What a run can be made from again (its plan, its generator, who observes it) is not carried.
 */

export type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;

export interface Carrier {
  /** A column that may have another length in another run: keep what is returned in its place. */
  column<T extends Column>(column: T): T;
  /** A column whose length follows from the plan; filled in place. */
  fixed(column: Column): void;
  number(value: number): number;
  flag(value: boolean): boolean;
  /** Plain data that nobody changes in place: texts, numbers, lists and records of such. */
  plain<T>(value: T): T;
}

export interface Carried {
  carry(carrier: Carrier): void;
}

/** What was taken out of a table, in the order of its `carry`. */
export type Item = Column | number | boolean | { readonly plain: unknown };

class TakingOut implements Carrier {
  readonly items: Item[] = [];
  readonly #keeps: boolean;

  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  column<T extends Column>(column: T): T {
    this.items.push(this.#keeps ? column.slice() : column);
    return column;
  }

  fixed(column: Column): void {
    this.column(column);
  }

  number(value: number): number {
    this.items.push(value);
    return value;
  }

  flag(value: boolean): boolean {
    this.items.push(value);
    return value;
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

  column<T extends Column>(column: T): T {
    const item = this.#next();
    if (!ArrayBuffer.isView(item) || item.constructor !== column.constructor)
      throw new Error(`item ${this.#at - 1} is no ${column.constructor.name}`);
    if (item.length !== column.length) return item.slice() as T;
    column.set(item);
    return column;
  }

  fixed(column: Column): void {
    const { length } = column;
    if (this.column(column) !== column)
      throw new Error(`item ${this.#at - 1} has not the length of its column, ${length}`);
  }

  number(value: number): number {
    const item = this.#next();
    if (typeof item !== typeof value) throw new Error(`item ${this.#at - 1} is no number`);
    return item as number;
  }

  flag(value: boolean): boolean {
    const item = this.#next();
    if (typeof item !== typeof value) throw new Error(`item ${this.#at - 1} is no flag`);
    return item as boolean;
  }

  plain<T>(_value: T): T {
    const item = this.#next();
    if (typeof item !== "object" || !("plain" in item))
      throw new Error(`item ${this.#at - 1} is no plain value`);
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
