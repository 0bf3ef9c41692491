import { expect, test } from "vitest";
import { Core } from "../../server/engine/core.ts";

test("whoever entered first is through first, however many drive", () => {
  const { makeDrivers, addDriver, nextDriver, takeDriver } = new Core().exports;
  const drivers = makeDrivers();
  const taken: number[] = [];
  for (let vehicle = 0; vehicle < 1_000; vehicle++) {
    addDriver(drivers, vehicle, vehicle * 10);
    if (vehicle % 3 === 2) taken.push(takeDriver(drivers));
  }
  while (nextDriver(drivers) < Infinity) {
    expect(nextDriver(drivers)).toBe(taken.length * 10);
    taken.push(takeDriver(drivers));
  }
  expect(taken).toEqual(Array.from({ length: 1_000 }, (_, vehicle) => vehicle));
});
