import { expect, test } from "vitest";
import { joinVehicles } from "../../server/measure/join.ts";
import { NEVER } from "../../server/measure/rows.ts";
import type { VehicleRows } from "../../server/measure/rows.ts";

type Vehicle = readonly [cell: number, number: number, wait: number, crossing: number];

function rowsOf(vehicles: readonly Vehicle[]): VehicleRows {
  const count = vehicles.length;
  return {
    count,
    flow: new Uint8Array(count),
    cell: Int32Array.from(vehicles, ([cell]) => cell),
    number: Int32Array.from(vehicles, ([, number]) => number),
    member: new Int32Array(count),
    tally: new Uint8Array(count),
    waitMs: Float64Array.from(vehicles, ([, , wait]) => wait),
    crossingMs: Float64Array.from(vehicles, ([, , , crossing]) => crossing),
  };
}

test("the same truck is found whatever its place in the rows", () => {
  const join = joinVehicles(
    rowsOf([
      [1, 0, 10, 50],
      [1, 1, 20, 60],
      [2, 0, 30, 70],
    ]),
    rowsOf([
      [2, 0, 33, 71],
      [1, 0, 11, 52],
      [1, 1, 22, 63],
    ]),
  );
  expect(join.waitShared[0]).toBe(3);
  expect(join.waitDifference[0]).toBe(1 + 2 + 3);
  expect(join.crossingDifference[0]).toBe(2 + 3 + 1);
});

test("trucks in one scenario alone are counted apart, never averaged", () => {
  const join = joinVehicles(
    rowsOf([
      [1, 0, 10, 50],
      [1, 1, 20, 60],
      [3, 0, NEVER, NEVER],
    ]),
    rowsOf([
      [1, 0, 15, 55],
      [4, 0, 99, 99],
      [5, 0, NEVER, NEVER],
    ]),
  );
  expect(join.waitShared[0]).toBe(1);
  expect(join.waitDifference[0]).toBe(5);
  expect(join.onlyInBaseline[0]).toBe(1);
  expect(join.onlyInScenario[0]).toBe(1);
});

test("a truck that reached the booth in one of them only is not shared", () => {
  const here: Vehicle = [1, 0, 10, 50];
  const turnedAway: Vehicle = [1, 0, NEVER, NEVER];
  expect(joinVehicles(rowsOf([here]), rowsOf([turnedAway])).onlyInBaseline[0]).toBe(1);
  expect(joinVehicles(rowsOf([turnedAway]), rowsOf([here])).onlyInScenario[0]).toBe(1);
});

test("many trucks join with themselves without a difference", () => {
  const vehicles = Array.from({ length: 5_000 }, (_, i): Vehicle => [i % 96, Math.floor(i / 96), i, 2 * i]);
  const join = joinVehicles(rowsOf(vehicles), rowsOf([...vehicles].reverse()));
  expect(join.waitShared[0]).toBe(5_000);
  expect(join.waitDifference[0]).toBe(0);
});

test("trucks after one that the other scenario has alone are found in turn again", () => {
  const one = rowsOf([
    [1, 0, 10, 50],
    [1, 1, 20, 60],
    [1, 2, 30, 70],
    [1, 3, 40, 80],
  ]);
  const other = rowsOf([
    [1, 0, 11, 51],
    [9, 9, 99, 99],
    [1, 2, 33, 73],
    [1, 3, 44, 84],
  ]);
  expect(joinVehicles(one, other)).toMatchObject({
    waitShared: { 0: 3 },
    waitDifference: { 0: 1 + 3 + 4 },
    onlyInBaseline: { 0: 1 },
    onlyInScenario: { 0: 1 },
  });
});

test("two trucks of one identity are refused where trucks are not in one order", () => {
  const twice = rowsOf([
    [1, 0, 10, 50],
    [1, 0, 20, 60],
    [2, 0, 30, 70],
  ]);
  const once = rowsOf([
    [2, 0, 30, 70],
    [1, 0, 10, 50],
  ]);
  expect(() => joinVehicles(twice, once)).toThrow("two vehicles of one identity: flow 0, cell 1, number 0");
});
