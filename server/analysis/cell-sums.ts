/**
 * Sums of some cells of a table that every day has, such as the minutes that trucks of some classes waited. Figures are
 * made of thousands of them, each of hundreds of days: so they are told as data, and read day by day in one loop.
 */
import type { ReplicationSummary } from "../measure/summary.ts";

/** As long on every day of a scenario. The same function for the same table: it is asked for once a day. */
export type Table = (day: ReplicationSummary) => Float64Array;

/** Times a number and by another one: milliseconds in minutes, a share in percent. */
export type CellSum = {
  readonly table: Table;
  readonly cells: readonly number[];
  readonly times: number;
  readonly per: number;
};

/** `first` is added to the number of each cell. */
export const cellSum = (
  table: Table,
  cells: readonly number[],
  { first = 0, times = 1, per = 1 } = {},
): CellSum => ({ table, cells: first === 0 ? cells : cells.map((cell) => first + cell), times, per });

/** Days whose sums are put in their places together: by sum these stand side by side, and sums lie far apart. */
const AT_ONCE = 8;

/** By sum its numbers, one a replication: `replicationOf` says to which of so many a day belongs. */
export function readSums(
  sums: readonly CellSum[],
  days: readonly ReplicationSummary[],
  replicationOf: Uint32Array,
  replications: number,
): readonly Float64Array[] {
  const { distinct, placeOf } = withoutRepeats(sums);
  const reader = new DayReader(distinct, days[0]);
  const all = new Float64Array(distinct.length * replications);
  const read = new Float64Array(AT_ONCE * distinct.length);
  for (let first = 0; first < days.length; first += AT_ONCE) {
    const some = Math.min(AT_ONCE, days.length - first);
    for (let day = 0; day < some; day++) reader.read(days[first + day], read, day * distinct.length);
    for (let sum = 0; sum < distinct.length; sum++) {
      for (let day = 0; day < some; day++)
        all[sum * replications + replicationOf[first + day]] += read[day * distinct.length + sum];
    }
  }
  const numbers = distinct.map(({ times, per }, sum) => {
    const own = all.subarray(sum * replications, (sum + 1) * replications);
    if (times !== 1 || per !== 1) for (let i = 0; i < own.length; i++) own[i] = (own[i] * times) / per;
    return own;
  });
  return placeOf.map((place) => numbers[place]);
}

/** Many figures have the same below the line; and by sum, which of those left it is. */
function withoutRepeats(sums: readonly CellSum[]) {
  const numberOf = new Map<Table, number>();
  const places = new Map<string, number>();
  const distinct: CellSum[] = [];
  const placeOf = sums.map((sum) => {
    const table = numberOf.get(sum.table) ?? numberOf.size;
    numberOf.set(sum.table, table);
    const key = `${table} ${sum.times} ${sum.per} ${sum.cells.join()}`;
    const place = places.get(key) ?? distinct.length;
    places.set(key, place);
    if (place === distinct.length) distinct.push(sum);
    return place;
  });
  return { distinct, placeOf };
}

/** The tables of a day one after another, and by sum its cells among all of theirs. */
class DayReader {
  readonly #tables: readonly Table[];
  readonly #values: Float64Array;
  readonly #starts: Uint32Array;
  readonly #cells: Uint32Array;

  constructor(sums: readonly CellSum[], day: ReplicationSummary) {
    const offsets = new Map<Table, number>();
    let size = 0;
    for (const { table } of sums) {
      if (offsets.has(table)) continue;
      offsets.set(table, size);
      size += table(day).length;
    }
    this.#tables = [...offsets.keys()];
    this.#values = new Float64Array(size);
    this.#starts = new Uint32Array(sums.length + 1);
    sums.forEach(({ cells }, sum) => {
      this.#starts[sum + 1] = this.#starts[sum] + cells.length;
    });
    this.#cells = new Uint32Array(this.#starts[sums.length]);
    sums.forEach(({ table, cells }, sum) => {
      const first = offsets.get(table)!;
      for (let i = 0, at = this.#starts[sum]; i < cells.length; i++, at++) this.#cells[at] = first + cells[i];
    });
  }

  /** Puts the sums of a day from `first` on. */
  read(day: ReplicationSummary, into: Float64Array, first: number): void {
    const [values, starts, cells] = [this.#values, this.#starts, this.#cells];
    let at = 0;
    for (const table of this.#tables) {
      const own = table(day);
      values.set(own, at);
      at += own.length;
    }
    for (let sum = 0, cell = 0; sum < starts.length - 1; sum++) {
      let total = 0;
      for (const until = starts[sum + 1]; cell < until; cell++) total += values[cells[cell]];
      into[first + sum] = total;
    }
  }
}
