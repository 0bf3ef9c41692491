import { expect, test } from "vitest";
import { UNRECORDED } from "../../server/core/constants.ts";
import { Core } from "../../server/engine/core.ts";
import { HOURS } from "../../server/measure/groups.ts";
import { levelFaults, Levels } from "../../server/measure/levels.ts";

function made(size: number, name = "level") {
  const core = new Core();
  const levels = new Levels(core, name, size);
  core.explain(levelFaults([levels]));
  const { changeLevel, turnLevels } = core.exports;
  const change = (index: number, time: number, by: number): void => changeLevel(levels.at, index, time, by);
  return {
    levels,
    change,
    set: (index: number, time: number, level: number): void => change(index, time, level - levels.now(index)),
    turn: (time: number, bucket: number, endsHour: boolean): void =>
      turnLevels(levels.at, time, bucket, endsHour),
  };
}

test("a level is integrated over the time it lasts", () => {
  const { levels, set, turn } = made(1);
  for (const [time, level] of [
    [2, 5],
    [4, 3],
    [5, 8],
    [8, 0],
    [9, 2],
  ])
    set(0, time, level);
  turn(12, UNRECORDED, false);
  expect(levels.total(0)).toBe(2 * 5 + 3 + 3 * 8 + 0 + 3 * 2);
});

test("hours of the day have their parts, and what is not recorded is in none", () => {
  const { levels, set, turn } = made(1);
  set(0, 0, 4);
  turn(10, 7, false);
  turn(30, 8, true);
  set(0, 35, 1);
  turn(40, UNRECORDED, true);
  set(0, 90, 0);
  const { integral, ends, highest } = levels.summary();
  expect(integral[7]).toBe(80);
  expect(integral[8]).toBe(25);
  expect(integral.reduce((sum, part) => sum + part)).toBe(105);
  expect(ends[7]).toBe(4);
  expect(ends[8]).toBe(1);
  expect(highest[0]).toBe(4);
  expect(levels.total(0)).toBe(40 + 80 + 25 + 50);
});

test("up to now a level counts as it stands", () => {
  const { levels, set } = made(1);
  set(0, 10, 3);
  expect(levels.totalUntil(0, 15)).toBe(3 * 5);
});

test("a level that did not last is not the highest", () => {
  const { levels, change, turn } = made(1);
  turn(0, 0, false);
  change(0, 5, 1);
  change(0, 5, 1);
  change(0, 5, -1);
  turn(9, UNRECORDED, false);
  expect(levels.summary().highest[0]).toBe(1);
});

test("levels are apart", () => {
  const { levels, set, turn } = made(2);
  turn(0, 3, false);
  set(1, 0, 2);
  turn(10, UNRECORDED, false);
  expect(levels.summary().integral[3]).toBe(0);
  expect(levels.summary().integral[HOURS + 3]).toBe(20);
});

test("a level below zero, or time that runs backwards, is refused", () => {
  const { change } = made(3, "vehicles in place");
  expect(() => change(2, 5, -1)).toThrow("vehicles in place 2 fell to -1 at 5 ms");
  change(2, 5, 1);
  expect(() => change(2, 4, 1)).toThrow("time ran backwards: from 5 ms to 4 ms");
});
