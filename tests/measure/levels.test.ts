import { expect, test } from "vitest";
import { HOURS } from "../../server/measure/groups.ts";
import { Levels, UNRECORDED } from "../../server/measure/levels.ts";

test("a level is integrated over the time it lasts", () => {
  const levels = new Levels("level", 1);
  for (const [time, level] of [
    [2, 5],
    [4, 3],
    [5, 8],
    [8, 0],
    [9, 2],
  ])
    levels.set(0, time, level);
  levels.turn(12, UNRECORDED, false);
  expect(levels.total(0)).toBe(2 * 5 + 3 + 3 * 8 + 0 + 3 * 2);
});

test("hours of the day have their parts, and what is not recorded is in none", () => {
  const levels = new Levels("level", 1);
  levels.set(0, 0, 4);
  levels.turn(10, 7, false);
  levels.turn(30, 8, true);
  levels.set(0, 35, 1);
  levels.turn(40, UNRECORDED, true);
  levels.set(0, 90, 0);
  const { integral, ends, highest } = levels.summary();
  expect(integral[7]).toBe(80);
  expect(integral[8]).toBe(25);
  expect(integral.reduce((sum, part) => sum + part)).toBe(105);
  expect(ends[7]).toBe(4);
  expect(ends[8]).toBe(1);
  expect(highest[0]).toBe(4);
  expect(levels.total(0)).toBe(40 + 80 + 25 + 50);
});

test("a level that did not last is not the highest", () => {
  const levels = new Levels("level", 1);
  levels.turn(0, 0, false);
  levels.change(0, 5, 1);
  levels.change(0, 5, 1);
  levels.change(0, 5, -1);
  levels.turn(9, UNRECORDED, false);
  expect(levels.summary().highest[0]).toBe(1);
});

test("levels are apart", () => {
  const levels = new Levels("level", 2);
  levels.turn(0, 3, false);
  levels.set(1, 0, 2);
  levels.turn(10, UNRECORDED, false);
  expect(levels.summary().integral[3]).toBe(0);
  expect(levels.summary().integral[HOURS + 3]).toBe(20);
});

test("a level below zero, or time that runs backwards, is refused", () => {
  const levels = new Levels("vehicles in place", 3);
  expect(() => levels.change(2, 5, -1)).toThrow("vehicles in place 2 fell to -1 at 5 ms");
  levels.change(2, 5, 1);
  expect(() => levels.change(2, 4, 1)).toThrow("time ran backwards: from 5 ms to 4 ms");
});
