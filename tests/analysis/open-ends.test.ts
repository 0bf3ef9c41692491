/** Percentiles of few vehicles: an end that cannot be known is not told, by known distributions and by closed forms. */
import { describe, expect, test } from "vitest";
import type { DayHistograms } from "../../server/analysis/day-pool.ts";
import { valuesNeeded } from "../../server/analysis/open-ends.ts";
import { quantileDifference } from "../../server/analysis/quantile-difference.ts";
import { quantileEstimate } from "../../server/analysis/quantile.ts";
import { readLook } from "../../server/analysis/stopping.ts";
import { sweepResult } from "../../server/analysis/sweep/results.ts";
import type { FinishedPoint } from "../../server/analysis/sweep/results.ts";
import { meanOf } from "../../server/analysis/mean.ts";
import type { Level } from "../../shared/sweep/levels.ts";
import type { SweepPlan } from "../../shared/sweep/plan.ts";
import { MINUTE } from "../../shared/units.ts";
import { uniforms } from "./days.ts";
import { dayOf } from "./histograms.ts";

/** Exponential waits of ten minutes on average, over so many days. */
function exponential(uniform: () => number, days: number, vehicles: number): readonly (readonly number[])[] {
  return Array.from({ length: days }, () =>
    Array.from({ length: vehicles }, () => -10 * MINUTE * Math.log(1 - uniform())),
  );
}
const P95 = 10 * MINUTE * Math.log(20);

/** So many waits in all, in turn on each of four days, and how much longer those of the third are. */
const waits = (vehicles: number, longer = 0): readonly DayHistograms[] =>
  Array.from({ length: 4 }, (_, day) =>
    dayOf(
      Array.from({ length: vehicles }, (_unused, k) => k)
        .filter((k) => k % 4 === day)
        .map((k) => (k * MINUTE) / 2 + (day === 2 ? longer : 0)),
    ),
  );

describe("the vehicles that an end takes", () => {
  // Of n, all lie below the 95th percentile with chance 0.95ⁿ: 0.0262 of 71, 0.0249 of 72.
  test.each([
    [0.95, 0.95, 72],
    [0.5, 0.95, 6],
    [0.05, 0.95, 2],
    [0.95, 0.975, 86],
    [0.95, 0.99, 104],
    [0.5, 0.75, 3],
  ])("of percentile %f at level %f are %i", (p, level, needed) => {
    const missed = (1 - level) / 2;
    expect(p ** needed).toBeLessThanOrEqual(missed * (1 + 1e-9));
    expect(p ** (needed - 1)).toBeGreaterThan(missed);
    expect(valuesNeeded(p, level)).toBe(needed);
  });
});

describe("the interval of a percentile", () => {
  test("has an upper end from 72 vehicles on, and its lower one before", () => {
    const [few, enough] = [71, 72].map((vehicles) => quantileEstimate(waits(vehicles), 0.95)!);
    expect(few).toMatchObject({ high: null, n: 4, vehiclesNeeded: 72 });
    expect(few.low).toBeLessThanOrEqual(few.value);
    expect(enough).not.toHaveProperty("vehiclesNeeded");
    expect(enough.high).toBeGreaterThanOrEqual(enough.value);
  });

  test("of a median has neither with fewer than 6", () => {
    expect(quantileEstimate(waits(5), 0.5)).toMatchObject({ low: null, high: null, vehiclesNeeded: 6 });
    expect(quantileEstimate(waits(6), 0.5)).not.toHaveProperty("vehiclesNeeded");
  });

  test("takes more vehicles where it is to hold with others", () => {
    expect(quantileEstimate(waits(80), 0.95, 0.95)!.high).not.toBeNull();
    expect(quantileEstimate(waits(80), 0.95, 0.975)).toMatchObject({ high: null, vehiclesNeeded: 86 });
  });

  test("of one day lacks its ends for that alone", () => {
    expect(quantileEstimate([dayOf([1, 2, 3])], 0.95)).toEqual({ value: 3, low: null, high: null, n: 1 });
  });

  test("never ends below the truth because nobody waited longer: that would be so in a third of experiments", () => {
    const uniform = uniforms(20);
    const experiments = 500;
    let [longestBelow, endsBelow] = [0, 0];
    for (let experiment = 0; experiment < experiments; experiment++) {
      const days = exponential(uniform, 5, 4);
      if (Math.max(...days.flat()) < P95) longestBelow++;
      const { high } = quantileEstimate(days.map(dayOf), 0.95)!;
      if (high !== null && high < P95) endsBelow++;
    }
    // 0.95²⁰ = 0.358, give or take 0.021.
    expect(longestBelow / experiments).toBeGreaterThan(0.28);
    expect(longestBelow / experiments).toBeLessThan(0.44);
    expect(endsBelow).toBe(0);
  });

  test("holds the truth on either side where it has both ends, days being alike", () => {
    const uniform = uniforms(21);
    const experiments = 300;
    let [above, below] = [0, 0];
    for (let experiment = 0; experiment < experiments; experiment++) {
      const { low, high } = quantileEstimate(exponential(uniform, 20, 5).map(dayOf), 0.95)!;
      if (high! < P95) below++;
      if (low! > P95) above++;
    }
    expect(below / experiments).toBeLessThan(0.1);
    expect(above / experiments).toBeLessThan(0.05);
  });
});

describe("the difference of a percentile", () => {
  const side = (vehicles: number, longer = 0) => ({ days: waits(vehicles, longer), controls: [] });

  test("has no end where both scenarios have few vehicles", () => {
    const difference = quantileDifference(side(40), side(40, 3 * MINUTE), 0.95)!;
    expect(difference).toMatchObject({ low: null, high: null, n: 4, vehiclesNeeded: 72 });
  });

  test("lacks the end that takes the missing one of its side, and keeps the other", () => {
    const fewBefore = quantileDifference(side(40), side(100), 0.95)!;
    expect(fewBefore).toMatchObject({ low: null, vehiclesNeeded: 72 });
    expect(fewBefore.high).toBeGreaterThanOrEqual(fewBefore.value);
    const fewAfter = quantileDifference(side(100), side(40), 0.95)!;
    expect(fewAfter).toMatchObject({ high: null, vehiclesNeeded: 72 });
    expect(fewAfter.low).toBeLessThanOrEqual(fewAfter.value);
  });

  test("has no end where few vehicles differ by the same on every day", () => {
    const same = (wait: number) => ({ days: Array.from({ length: 25 }, () => dayOf([wait])), controls: [] });
    const difference = quantileDifference(same(64), same(100), 0.95);
    expect(difference).toMatchObject({ value: 36, low: null, high: null, vehiclesNeeded: 72 });
  });

  test("is nothing where all waits are the same in both, as that of any other figure", () => {
    expect(quantileDifference(side(40), side(40), 0.95)).toMatchObject({ value: 0, low: 0, high: 0 });
  });
});

test("a figure without an end is never precise enough, nor 0 for sure", () => {
  const watched = [
    { scenario: "today", estimate: { value: 0, low: 0, high: null, n: 20, vehiclesNeeded: 72 } },
  ];
  const relative = { kind: "relative", half: 0.5 } as const;
  const look = { days: 20, most: 40, within: relative, level: 0.95, watched };
  expect(readLook(look)).toMatchObject({ state: "goesOn", farthest: { half: null, vehiclesNeeded: 72 } });
  expect(readLook({ ...look, days: 40 }).state).toBe("limit");
});

describe("a sweep", () => {
  const words = ["a", "b", "c", "d"];
  const figure = { metric: "wait", statistic: "p95", class: null, stage: null, hour: null } as const;
  const levels = words.map((text, x): Level[] => [{ text, x, change: { operation: "set", value: text } }]);
  const plan = {
    factors: [{ name: "x", label: "x", levels: { kind: "list", values: levels.flat() } }],
    respond: [{ ...figure, metric: "boothHours", statistic: "total" }, figure],
    frontier: [0, 1],
  } as unknown as SweepPlan;
  const known = (value: number) => {
    const linear = meanOf([value - 0.01, value, value + 0.01])!;
    return { estimate: { value, low: value - 0.1, high: value + 0.1, n: 3 }, linear, byDay: [] };
  };
  const point = (hours: number, wait: number, isOpen = false): FinishedPoint => {
    const own = known(wait);
    const estimate = { ...own.estimate, high: null, vehiclesNeeded: 72 };
    return {
      figures: [known(hours), isOpen ? { ...own, estimate } : own],
      notThrough: 0,
      gridlocks: 0,
    };
  };
  const swept = (open: readonly number[]) => {
    const uniform = uniforms(3);
    const points = [point(1, 9), point(2, 5), point(3, 6), point(4, 1)].map((one, p) =>
      open.includes(p) ? point(p + 1, one.figures[1]!.estimate.value, true) : one,
    );
    return sweepResult(plan, { levels, trajectories: null }, points, uniform);
  };

  test("tells effects with their ends only where every point has them", () => {
    const effectOf = (open: readonly number[]) => swept(open).effects[1]!.rows[0]!.effect;
    expect(effectOf([])).not.toHaveProperty("vehiclesNeeded");
    expect(effectOf([])).toMatchObject({ low: expect.any(Number) as number });
    expect(effectOf([2])).toMatchObject({ low: null, high: null, vehiclesNeeded: 72 });
    expect(swept([2]).effects[0]!.rows[0]!.effect).not.toHaveProperty("vehiclesNeeded");
  });

  test("leaves open whether a point without an end is on the frontier, and whether one is that it beats", () => {
    const standings = (open: readonly number[]) =>
      swept(open).frontier!.points.map(({ standing, sure }) => [standing, sure]);
    expect(standings([]).map(([standing]) => standing)).toEqual(["on", "on", "off", "on"]);
    expect(standings([1])).toEqual([
      ["on", 1],
      ["close", null],
      ["close", null],
      ["on", 1],
    ]);
  });
});
