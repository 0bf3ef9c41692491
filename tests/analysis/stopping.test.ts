/** When an experiment knows enough, against cases worked out by hand with a table of Student's distribution. */
import { describe, expect, test } from "vitest";
import { daysNeeded, looksUpTo, readLook } from "../../server/analysis/stopping.ts";
import type { Look } from "../../server/analysis/stopping.ts";
import type { Estimate } from "../../shared/estimate.ts";

const known = (value: number, half: number, n = 20): Estimate => ({
  value,
  low: value - half,
  high: value + half,
  n,
});

const look = (estimate: Estimate, more: Partial<Look> = {}): Look => ({
  days: 20,
  most: 2_000,
  within: { kind: "absolute", half: 2 },
  level: 0.95,
  watched: [{ scenario: "today", estimate }],
  ...more,
});

const relative = (half: number): Pick<Look, "within"> => ({ within: { kind: "relative", half } });

test("looks are doublings from 20 days on, and the last one is at the most days there may be", () => {
  expect(looksUpTo(2_000)).toEqual([20, 40, 80, 160, 320, 640, 1_280, 2_000]);
  expect(looksUpTo(160)).toEqual([20, 40, 80, 160]);
  expect(looksUpTo(20)).toEqual([20]);
});

describe("how many days are needed", () => {
  // Half of the width takes 80 days by 1/√n alone; Student's factor falls from 2.0930 to 1.9935, so that
  // 80 × (1.9935 ÷ 2.0930)² = 72.6 are enough.
  test("to halve the interval of 20 days: 73", () => {
    expect(daysNeeded(10, 5, 20, 0.95)).toBe(73);
  });

  // At 99 % the factor falls from 2.8609 to 2.6501 (69 degrees of freedom): 80 × (2.6501 ÷ 2.8609)² = 68.6 and, at
  // the 69 days that gives, 2.6507: 68.7.
  test("goes by the level of the interval: 69 at 99 %", () => {
    expect(daysNeeded(10, 5, 20, 0.99)).toBe(69);
  });

  test("is as many as there are where it is precise already, and unknown where nothing may be left", () => {
    expect(daysNeeded(2, 2, 20, 0.95)).toBe(20);
    expect(daysNeeded(2, 0, 20, 0.95)).toBeNull();
  });
});

describe("a look", () => {
  test("ends the experiment where the half-width is what was asked, and not a little above", () => {
    expect(readLook(look(known(27, 2)))).toMatchObject({ state: "reached", next: null });
    expect(readLook(look(known(27, 2.001))).state).toBe("goesOn");
  });

  test("ends it at a part of the value too", () => {
    expect(readLook(look(known(40, 2), relative(0.05))).state).toBe("reached");
    expect(readLook(look(known(39, 2), relative(0.05))).state).toBe("goesOn");
  });

  test("goes on however real a difference looks", () => {
    expect(readLook(look(known(-12, 3)))).toMatchObject({ state: "goesOn", next: { look: 40 } });
  });

  test("says after how many days in all it is expected to end, and at which look", () => {
    const reading = readLook(look(known(27, 4)));
    const farthest = { scenario: "today", value: 27, half: 4, asked: 2, needed: 73, vehiclesNeeded: null };
    expect(reading.farthest).toEqual(farthest);
    expect(reading.next).toEqual({ look: 40, expected: 80 });
  });

  test("at the most days ends without what was asked, and still says how many it would take", () => {
    const reading = readLook(look(known(27, 4), { most: 20 }));
    expect(reading).toMatchObject({ state: "limit", farthest: { half: 4, needed: 73 }, next: null });
  });

  test("expects no more than the most days", () => {
    expect(readLook(look(known(27, 4), { most: 60 })).next).toEqual({ look: 40, expected: 60 });
  });

  test("waits for the answer that is farthest from what was asked", () => {
    const watched = [
      { scenario: "near", estimate: known(-9, 1) },
      { scenario: "far", estimate: known(-1, 4) },
    ];
    const reading = readLook({ ...look(known(0, 0)), watched });
    expect(reading).toMatchObject({ state: "goesOn", farthest: { scenario: "far", needed: 73 } });
  });

  test("takes the farther bound of an interval that reaches farther on one side", () => {
    const estimate = { value: 60, low: 59, high: 63, n: 20 };
    expect(readLook(look(estimate)).farthest.half).toBe(3);
  });

  test("counts on days that say nothing to come as often as they did", () => {
    // 73 days that say something, of which every second day is one.
    expect(readLook(look(known(27, 4, 20), { days: 40 })).farthest.needed).toBe(146);
  });

  test("cannot say how many days a part of a value takes while its sign is not known", () => {
    const reading = readLook(look(known(1, 2), relative(0.05)));
    expect(reading).toMatchObject({ state: "goesOn", farthest: { needed: null }, next: { expected: 2_000 } });
  });

  test("ends where a part of a value was asked that is 0 on every day, and says that it is so", () => {
    expect(readLook(look(known(0, 0), relative(0.05)))).toMatchObject({ state: "zero", next: null });
    expect(readLook(look(known(0, 0))).state).toBe("reached");
  });

  test("names of several the one that is 0, however far the others are", () => {
    const watched = [
      { scenario: "far", estimate: known(10, 9) },
      { scenario: "zero", estimate: known(0, 0) },
    ];
    const reading = readLook(look(known(0, 0), { watched, ...relative(0.05) }));
    expect(reading).toMatchObject({ state: "zero", farthest: { scenario: "zero" } });
  });

  test("goes on where the days say nothing of others yet", () => {
    const reading = readLook(look({ value: 5, low: null, high: null, n: 1 }));
    expect(reading).toMatchObject({ state: "goesOn", farthest: { half: null, needed: null } });
  });
});
