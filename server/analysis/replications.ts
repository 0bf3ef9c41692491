/**
 * The replication is the unit of every interval. Most have one day; an antithetic one has two, which know of each other
 * and so count as one: an estimate takes their sum or their mean, and its spread is that of replications.
 *
 * Days come in the order of replications, so that those of one stand together.
 */
import type { ReplicationSummary } from "../measure/summary.ts";

type Day = Pick<ReplicationSummary, "replication">;

const beginsReplication = (days: readonly Day[], day: number): boolean =>
  day === 0 || days[day].replication !== days[day - 1].replication;

export function replicationsIn(days: readonly Day[]): number {
  let count = 0;
  for (let day = 0; day < days.length; day++) if (beginsReplication(days, day)) count++;
  return count;
}

/** By day, which replication it belongs to: the first is 0. */
export function replicationOfEach(days: readonly Day[]): Uint32Array {
  let at = -1;
  return Uint32Array.from(days, (_, day) => (beginsReplication(days, day) ? ++at : at));
}

export const haveTwoDays = (days: readonly Day[]): boolean => replicationsIn(days) < days.length;

/** By replication: the sum of a number over its days. */
export function sumsOf<T extends Day>(
  days: readonly T[],
  of: (day: T, index: number) => number,
): Float64Array {
  const sums = new Float64Array(replicationsIn(days));
  let at = -1;
  for (let day = 0; day < days.length; day++) {
    if (beginsReplication(days, day)) at++;
    sums[at] += of(days[day], day);
  }
  return sums;
}

/** By replication: the mean of a number over those of its days that have it; NaN: none has. */
export function meansOf<T extends Day>(
  days: readonly T[],
  of: (day: T, index: number) => number,
): Float64Array {
  const values = days.map(of);
  const having = sumsOf(days, (_, day) => (Number.isNaN(values[day]) ? 0 : 1));
  const sums = sumsOf(days, (_, day) => (Number.isNaN(values[day]) ? 0 : values[day]));
  return sums.map((sum, replication) => sum / having[replication]);
}

/** The days of each replication. */
export function byReplication<T extends Day>(days: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  days.forEach((one, day) => {
    if (beginsReplication(days, day)) groups.push([one]);
    else groups.at(-1)!.push(one);
  });
  return groups;
}

/** One day of each, for what is told by counting days: the second would not be independent of it. */
export const firstDays = <T extends Day>(days: readonly T[]): readonly T[] =>
  days.filter((_, day) => beginsReplication(days, day));

const known = new WeakMap<readonly ReplicationSummary[], readonly ReplicationSummary[]>();

/** As though each day were a replication of its own; of the same days always the same list, by which others remember. */
export function apart(days: readonly ReplicationSummary[]): readonly ReplicationSummary[] {
  const single = known.get(days) ?? days.map((day, replication) => ({ ...day, replication }));
  known.set(days, single);
  return single;
}
