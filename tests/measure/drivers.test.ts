import { expect, test } from "vitest";
import { Drivers } from "../../server/measure/drivers.ts";

test("whoever entered first is through first, however many drive", () => {
  const drivers = new Drivers();
  const taken: number[] = [];
  for (let vehicle = 0; vehicle < 1_000; vehicle++) {
    drivers.add(vehicle, vehicle * 10);
    if (vehicle % 3 === 2) taken.push(drivers.take());
  }
  while (drivers.next < Infinity) {
    expect(drivers.next).toBe(taken.length * 10);
    taken.push(drivers.take());
  }
  expect(taken).toEqual(Array.from({ length: 1_000 }, (_, vehicle) => vehicle));
});
