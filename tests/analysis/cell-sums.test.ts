import { expect, test } from "vitest";
import { cellSum, readSums } from "../../server/analysis/cell-sums.ts";
import type { Table } from "../../server/analysis/cell-sums.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";

const DAYS = Array.from({ length: 19 }, (_, day) => ({
  served: Float64Array.of(day, 10 * day, 100 * day),
  departures: Float64Array.of(1, 2),
})) as unknown as readonly ReplicationSummary[];

const served: Table = (day) => day.served;
const departures: Table = (day) => day.departures;
const eachAlone = Uint32Array.from(DAYS.keys());

test("add up the cells that are named, as often as they are, and from the first one on", () => {
  const sums = [
    cellSum(served, [0, 2]),
    cellSum(served, [0, 0], { first: 1 }),
    cellSum(departures, [0, 1]),
    cellSum(served, []),
  ];
  const [spread, twice, small, none] = readSums(sums, DAYS, eachAlone, 19);
  expect([...spread!]).toEqual(Array.from(DAYS.keys(), (day) => 101 * day));
  expect([...twice!]).toEqual(Array.from(DAYS.keys(), (day) => 20 * day));
  expect([...small!]).toEqual(Array.from(DAYS.keys(), () => 3));
  expect([...none!]).toEqual(Array.from(DAYS.keys(), () => 0));
});

test("are scaled each by its own numbers, where the cells are the same too", () => {
  const sums = [
    cellSum(served, [0]),
    cellSum(served, [0], { times: 100 }),
    cellSum(served, [0], { times: 2, per: 3 }),
  ];
  const [plain, percent, part] = readSums(sums, DAYS, eachAlone, 19).map((numbers) => numbers[7]);
  expect([plain, percent, part]).toEqual([7, 700, 14 / 3]);
});

test("of the days of one replication are added", () => {
  const pairs = Uint32Array.from(DAYS.keys(), (day) => day >> 1);
  const [sum] = readSums([cellSum(served, [0])], DAYS, pairs, 10);
  expect([...sum!]).toEqual([1, 5, 9, 13, 17, 21, 25, 29, 33, 18]);
});
