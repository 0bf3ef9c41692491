/** How a figure of many runs becomes a value with an interval, and when it agrees. */
import { describe, expect, test } from "vitest";
import { studentFactor } from "../../server/analysis/linear.ts";
import type { Case } from "../../server/theory/case.ts";
import { figuresOf } from "../../server/theory/estimate.ts";
import { controlledMean } from "../../server/analysis/controlled-mean.ts";
import { columnsOf, inputsOf } from "../../server/theory/simulate.ts";
import type { Observed } from "../../server/theory/simulate.ts";
import { normals } from "../analysis/days.ts";

const column = (values: readonly number[]): Float64Array => Float64Array.from(values);

describe("a mean with inputs of known mean", () => {
  test("is the mean and its standard error where there are none", () => {
    const { value, standardError, degreesOfFreedom } = controlledMean(column([0, 1, 2, 7, 7]), []);
    expect(value).toBeCloseTo(3.4, 12);
    expect(standardError).toBeCloseTo(Math.sqrt(11.3 / 5), 12);
    expect(degreesOfFreedom).toBe(4);
  });

  test("is what the figure would be had the inputs come out at their mean", () => {
    const [one, other] = [column([1, 2, 3, 5, -1]), column([2, 0, 1, 1, 4])];
    const figures = one.map((value, run) => 7 + 2 * value - 3 * other[run]!);
    const { value, standardError, degreesOfFreedom } = controlledMean(figures, [one, other]);
    expect(value).toBeCloseTo(7, 10);
    expect(standardError).toBeCloseTo(0, 10);
    expect(degreesOfFreedom).toBe(2);
  });

  test("has an interval that holds as often as it says, though the coefficients come from the same runs", () => {
    const normal = normals(3);
    const experiments = 4_000;
    let held = 0;
    for (let i = 0; i < experiments; i++) {
      const [one, other] = [0, 1].map(() => column(Array.from({ length: 8 }, normal)));
      const figures = one!.map((value, run) => 4 + 2 * value + other![run]! + normal());
      const { value, standardError, degreesOfFreedom } = controlledMean(figures, [one!, other!]);
      if (Math.abs(value - 4) <= studentFactor(0.9, degreesOfFreedom + 1) * standardError) held++;
    }
    // Four standard errors of a share of 0.9.
    expect(Math.abs(held / experiments - 0.9)).toBeLessThan(0.019);
  });

  test("refuses an input that does not vary, or goes along with another", () => {
    const figures = column([1, 2, 4, 3]);
    const input = column([1, 0, 2, -1]);
    expect(() => controlledMean(figures, [column([2, 2, 2, 2])])).toThrow("input 1 of 1 does not vary");
    expect(() => controlledMean(figures, [input, input.map((value) => 2 * value)])).toThrow("input 2 of 2");
  });
});

const size = { runs: 400, days: 1, stretches: 1 };
const known: Case = {
  id: "made up",
  file: "none.yaml",
  source: "byHand",
  quick: size,
  full: size,
  inputs: [{ of: "arrivals" }],
  checks: [{ measure: { of: "inside" }, exact: 10 }],
};

/** Runs whose figure has this mean and spread, and goes along with an input of this mean. */
function runs(mean: number, spread: number, inputMean = 0): readonly Observed[] {
  const normal = normals(5);
  return Array.from({ length: size.runs }, () => {
    const input = normal();
    return {
      figures: column([mean + spread * (input + normal())]),
      inputs: column([inputMean + input]),
    };
  });
}

const verdict = (of: Case, set: "quick" | "full", observed: readonly Observed[]): string =>
  figuresOf(of, set, observed)[0]!.verdict;

describe("a figure", () => {
  test("agrees when its interval holds the exact value and is small", () => {
    expect(verdict(known, "full", runs(10, 1))).toBe("agrees");
  });

  test("is off when the interval excludes the exact value", () => {
    expect(verdict(known, "full", runs(10.3, 1))).toBe("off");
  });

  test("is refused when the interval is wide, though it holds the value", () => {
    const wide = runs(10, 2.5);
    expect(verdict(known, "full", wide)).toBe("wide");
    expect(verdict(known, "quick", wide)).toBe("agrees");
    expect(verdict({ ...known, checks: [{ ...known.checks[0]!, within: 0.05 }] }, "full", wide)).toBe(
      "agrees",
    );
  });

  test("is refused when an input is off its known mean, which would be corrected away", () => {
    expect(verdict(known, "quick", runs(10.3, 1, 0.3))).toBe("inputs");
  });

  test("without chance agrees only when it is equal", () => {
    const exact = (value: number) => [{ figures: column([value]), inputs: column([]) }];
    const byHand: Case = { ...known, isExact: true, inputs: [] };
    expect(verdict(byHand, "full", exact(10))).toBe("agrees");
    expect(verdict(byHand, "full", exact(10.001))).toBe("off");
  });
});

describe("inputs of a figure", () => {
  const hour = 3_600_000;
  const day: Case = {
    ...known,
    inputs: [{ of: "arrivals" }, { of: "service", place: "booths", minutes: 5 }],
    windows: { edgesMs: [0, hour, 2 * hour, 3 * hour], memoryMs: 2 * hour },
    checks: [
      { measure: { of: "waitingAt", place: "booths", atMs: hour - 1 }, exact: 1 },
      { measure: { of: "waitingAt", place: "booths", atMs: 3 * hour }, exact: 1 },
    ],
  };

  test("are those of the windows before its instant, as far back as the case remembers", () => {
    expect(day.checks.map((check) => columnsOf(day, check))).toEqual([
      [0, 3],
      [1, 2, 4, 5],
    ]);
  });

  test("may be its own, and each is measured once", () => {
    const own = { ...day.checks[0]!, inputs: [{ of: "arrivals" as const }] };
    const mixed: Case = { ...day, checks: [own, day.checks[1]!] };
    expect(inputsOf(mixed)).toHaveLength(2);
    expect(columnsOf(mixed, own)).toEqual([0]);
  });
});
