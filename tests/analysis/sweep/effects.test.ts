/** Effects of settings, against closed forms and a published case. */
import { describe, expect, test } from "vitest";
import { intervalOf } from "../../../server/analysis/linear.ts";
import type { Linear } from "../../../server/analysis/linear.ts";
import { meanOf } from "../../../server/analysis/mean.ts";
import { morrisTrajectories } from "../../../server/analysis/sweep/designs.ts";
import { morrisOf } from "../../../server/analysis/sweep/morris.ts";
import { regressionOf } from "../../../server/analysis/sweep/regression.ts";
import type { Regression } from "../../../server/analysis/sweep/regression.ts";
import { sweepResult } from "../../../server/analysis/sweep/results.ts";
import type { FinishedPoint } from "../../../server/analysis/sweep/results.ts";
import type { Level } from "../../../shared/sweep/levels.ts";
import type { SweepPlan } from "../../../shared/sweep/plan.ts";
import { normals, uniforms } from "../days.ts";

const column = (...values: readonly number[]): Float64Array => Float64Array.from(values);
const figure = (...days: readonly number[]): Linear => meanOf(days)!;

function fitted(settings: readonly Float64Array[], figures: readonly Linear[]): Regression {
  const result = regressionOf(settings, figures);
  if (typeof result === "string") throw new Error(result);
  return result;
}

describe("a regression", () => {
  const a = column(0, 0, 1, 1, 2, 2);
  const b = column(-1, 1, -1, 1, -1, 1);

  test("finds the slopes of a plane, and explains all of it", () => {
    const plane = [...a].map((x, p) => figure(5 + 3 * x - 2 * b[p], 5 + 3 * x - 2 * b[p]));
    const { r2, coefficients } = fitted([a, b], plane);
    expect(coefficients.map(({ slope }) => slope.value)).toEqual([
      expect.closeTo(3, 12),
      expect.closeTo(-2, 12),
    ]);
    expect(r2).toBeCloseTo(1, 12);
  });

  test("of a figure that rounding alone tells apart is none", () => {
    const rounded = column(...a.map((_, p) => 0.16841083333333332 + (p % 2) * 2 ** -55));
    expect(new Set(rounded).size).toBe(2);
    expect(
      regressionOf(
        [a, b],
        [...rounded].map((value) => figure(value, value)),
      ),
    ).toBe("constant");
  });

  test("of settings that vary independently has squares of standardized coefficients that add up to R²", () => {
    const next = normals(7);
    const bent = [...a].map((x, p) => figure(x * x - 2 * b[p] + next(), x * x - 2 * b[p] + next()));
    const { r2, coefficients } = fitted([a, b], bent);
    const squares = coefficients.reduce((sum, { standardized }) => sum + standardized.value ** 2, 0);
    expect(squares).toBeCloseTo(r2, 12);
    expect(r2).toBeLessThan(1);
  });

  test("has for a slope the interval of the slopes of single days", () => {
    const next = normals(11);
    const days = 12;
    const byDay = Array.from({ length: days }, () => [...a].map((x, p) => 2 * x - b[p] + 3 * next()));
    const figures = [...a].map((_, p) => figure(...byDay.map((day) => day[p])));
    const slopeOn = (day: readonly number[]): number =>
      fitted(
        [a, b],
        day.map((value) => figure(value, value)),
      ).coefficients[0].slope.value;
    const { slope } = fitted([a, b], figures).coefficients[0];
    const expected = intervalOf(meanOf(byDay.map(slopeOn))!);
    const found = intervalOf(slope);
    expect(found.low).toBeCloseTo(expected.low!, 10);
    expect(found.high).toBeCloseTo(expected.high!, 10);
    expect(found.n).toBe(days);
  });

  test("has for a standardized coefficient, to first order, the change that another weight of a day makes", () => {
    const next = normals(3);
    const byDay = Array.from({ length: 8 }, () => [...a].map((x, p) => 2 * x - b[p] + next()));
    const at = (day: number, more: number): number => {
      const means = [...a].map(
        (_, p) => byDay.reduce((sum, one, d) => sum + one[p] * (d === day ? 1 + more : 1), 0) / (8 + more),
      );
      return fitted(
        [a, b],
        means.map((value) => figure(value, value)),
      ).coefficients[0].standardized.value;
    };
    const figures = [...a].map((_, p) => figure(...byDay.map((day) => day[p])));
    const { influence } = fitted([a, b], figures).coefficients[0].standardized;
    const step = 1e-5;
    [0, 5].forEach((day) => {
      expect(influence[day]).toBeCloseTo(((at(day, step) - at(day, -step)) / (2 * step)) * 8, 5);
    });
  });

  test.each([
    ["fewPoints", [column(1, 2)], [figure(1, 2), figure(2, 3)]],
    ["constant", [column(1, 2, 3)], [figure(2, 2), figure(2, 2), figure(2, 2)]],
    ["together", [column(1, 2, 3, 5), column(2, 4, 6, 10)], [1, 2, 3, 4].map((v) => figure(v, v))],
  ] as const)("is refused: %s", (why, settings, figures) => {
    expect(regressionOf(settings, figures)).toBe(why);
  });
});

/**
 * The model of Morris 1991, section 4, with alternating signs in place of its normal coefficients: of 20 inputs the
 * first seven interact or are curved, 8 to 10 are linear with slope 40, the others hardly count.
 */
function morrisModel(x: readonly number[]): number {
  const w = x.map((value, i) =>
    [2, 4, 6].includes(i) ? 2 * ((1.1 * value) / (value + 0.1) - 0.5) : 2 * (value - 0.5),
  );
  let y = 0;
  for (let i = 0; i < 20; i++) {
    y += (i < 10 ? 20 : (-1) ** (i + 1)) * w[i];
    for (let j = i + 1; j < 20; j++) {
      y += (j < 6 ? -15 : (-1) ** (i + j)) * w[i] * w[j];
      for (let k = j + 1; k < 5; k++) {
        y -= 10 * w[i] * w[j] * w[k];
        for (let l = k + 1; l < 4; l++) y += 5 * w[i] * w[j] * w[k] * w[l];
      }
    }
  }
  return y;
}

describe("elementary effects", () => {
  test("tell the inputs of the model of Morris apart as published", () => {
    const draw = uniforms(4);
    const trajectories = morrisTrajectories(60, 20, () => draw());
    const effects = Array.from({ length: 20 }, (_, input) =>
      morrisOf(
        trajectories.map(({ points, steps }) => {
          const at = steps.indexOf(input);
          const [from, to] = [points[at], points[at + 1]];
          const value = (x: readonly number[]): Linear => figure(morrisModel(x), morrisModel(x));
          return { from: value(from), to: value(to), share: to[input] - from[input] };
        }),
      ),
    );
    for (const linear of [7, 8, 9]) {
      expect(effects[linear].mean.low).toBeLessThan(40);
      expect(effects[linear].mean.high).toBeGreaterThan(40);
      expect(effects[linear].spread).toBeLessThan(12);
    }
    for (const small of [10, 13, 16, 19]) expect(effects[small].size.value).toBeLessThan(12);
    for (const involved of [0, 1, 2, 3, 4, 5]) {
      expect(effects[involved].size.value).toBeGreaterThan(25);
      expect(effects[involved].spread).toBeGreaterThan(25);
    }
  });

  test("of both signs cancel in the mean and not in its size", () => {
    const { mean, size, spread } = morrisOf([
      { from: figure(0, 0), to: figure(2, 2), share: 0.5 },
      { from: figure(0, 0), to: figure(2, 2), share: -0.5 },
    ]);
    expect([mean.value, size.value]).toEqual([0, 4]);
    expect(spread).toBeCloseTo(Math.sqrt(32), 12);
  });

  test("have a size that is never below nothing", () => {
    const { size } = morrisOf([
      { from: figure(0, 0), to: figure(1, -1), share: 1 },
      { from: figure(0, 0), to: figure(3, -1), share: 1 },
    ]);
    expect(size.low).toBe(0);
    expect(size.high).toBeGreaterThan(0);
  });

  test("of days that all trajectories share keep the spread of the days in their interval", () => {
    const step = { from: figure(0, 0, 0), to: figure(1, 2, 3), share: 1 };
    const { mean } = morrisOf([step, step, step]);
    const expected = intervalOf(meanOf([1, 2, 3])!);
    expect(mean.low).toBeCloseTo(expected.low!, 12);
    expect(mean.high).toBeCloseTo(expected.high!, 12);
  });

  describe("in a sweep", () => {
    const low = { number: 0, unit: null };
    const key = { metric: "wait", statistic: "mean", class: null, stage: null, hour: null } as const;
    const range = { kind: "range", low, high: { ...low, number: 1 } };
    const plan = {
      factors: [{ name: "x", label: "x", levels: range }],
      respond: [key],
      frontier: null,
    } as unknown as SweepPlan;
    const swept = (...values: readonly number[]) => {
      const levels = values.map((_, p): Level[] => [
        { text: String(p % 2), x: p % 2, change: { operation: "set", value: p % 2 } },
      ]);
      const trajectories = [
        { points: [0, 1], steps: [0] },
        { points: [2, 3], steps: [0] },
      ];
      const finished = values.map((value): FinishedPoint => {
        const linear = figure(value, value);
        return {
          figures: [{ estimate: intervalOf(linear), linear, byDay: [] }],
          notThrough: 0,
          gridlocks: 0,
        };
      });
      return sweepResult(plan, { levels, trajectories }, finished, uniforms(1)).effects[0];
    };

    test("are none where the figure is the same in all points but for rounding", () => {
      const value = 0.16841083333333332;
      expect(swept(value, value + 2 ** -55, value, value)).toMatchObject({
        none: "constant",
        isTrusted: false,
        rows: [],
      });
      expect(swept(value, value + 1e-9, value, value)).toMatchObject({
        none: null,
        rows: [{ setting: "x" }],
      });
    });
  });
});
