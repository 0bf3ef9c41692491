/** Estimates moved to the expected arrivals, and the intervals of what arrivals do not explain. */
import { describe, expect, test } from "vitest";
import { controlledMean } from "../../server/analysis/controlled-mean.ts";
import { controlled, controlsOf } from "../../server/analysis/controls.ts";
import type { Controls } from "../../server/analysis/controls.ts";
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { intervalOf, standardError, varianceOf, varianceRatioOf } from "../../server/analysis/linear.ts";
import { meanOf } from "../../server/analysis/mean.ts";
import { quantileDifference } from "../../server/analysis/quantile-difference.ts";
import { quantileEstimate } from "../../server/analysis/quantile.ts";
import { hallsTransform, skewnessOf } from "../../server/analysis/skewness.ts";
import { ratioOf } from "../../server/analysis/ratio.ts";
import { expectedArrivals } from "../../server/port/expected-arrivals.ts";
import { MINUTE } from "../../shared/units.ts";
import { BUSY_DAY, tallied } from "../measure/tallied.ts";
import { normals, uniforms } from "./days.ts";
import { dayOf } from "./histograms.ts";

const MEAN_WAIT = 20;
const EXPECTED = 400;

/** Days on which more vehicles than expected make all of them wait longer. */
function daysOf(normal: () => number, number: number, effect: number) {
  return Array.from({ length: number }, () => {
    const luck = normal();
    const vehicles = EXPECTED + 20 * luck;
    const wait = MEAN_WAIT + effect * luck + normal();
    return { vehicles, minutes: vehicles * wait };
  });
}
type MadeUp = ReturnType<typeof daysOf>;
const control = (days: MadeUp): Controls => [Float64Array.from(days, ({ vehicles }) => vehicles - EXPECTED)];
const ratio = (days: MadeUp) =>
  ratioOf(
    days.map(({ minutes }) => minutes),
    days.map(({ vehicles }) => vehicles),
  )!;
/** Σ wait ÷ Σ vehicles of ever so many days: busy days count for more. */
const truth = (effect: number): number => MEAN_WAIT + (20 * effect) / EXPECTED;

describe("a mean with one control", () => {
  const days = daysOf(normals(4), 20, 3);
  const numbers = days.map(({ minutes, vehicles }) => minutes / vehicles);
  const x = days.map(({ vehicles }) => vehicles - EXPECTED);
  const average = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;

  test("is that of the line through the days at the expected vehicles, its spread HC2, written out", () => {
    const [meanX, meanY] = [average(x), average(numbers)];
    const sxx = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
    const slope = x.reduce((sum, value, i) => sum + (value - meanX) * (numbers[i] - meanY), 0) / sxx;
    const variance = x.reduce((sum, value, i) => {
      const rest = numbers[i] - meanY - slope * (value - meanX);
      const weight = 1 / 20 - (meanX * (value - meanX)) / sxx;
      const leverage = 1 / 20 + (value - meanX) ** 2 / sxx;
      return sum + (weight * rest) ** 2 / (1 - leverage);
    }, 0);
    const linear = controlled(meanOf(numbers)!, [Float64Array.from(x)]);
    expect(linear.value).toBeCloseTo(meanY - slope * meanX, 10);
    expect(varianceOf(linear)).toBeCloseTo(variance, 10);
    // By Hall's cubic either limit is as far as Student's factor at 18 degrees of freedom, of a table.
    const { value, low, high, n } = intervalOf(linear);
    const transformed = (bound: number): number =>
      hallsTransform((value - bound) / Math.sqrt(variance), skewnessOf(linear), 20);
    expect(transformed(low!)).toBeCloseTo(2.1009, 4);
    expect(transformed(high!)).toBeCloseTo(-2.1009, 4);
    expect(n).toBe(20);
  });

  test("has on average the variance of Lavenberg and Welch where days differ alike", () => {
    const normal = normals(17);
    let [ours, theirs] = [0, 0];
    for (let experiment = 0; experiment < 2_000; experiment++) {
      const inputs = [Float64Array.from({ length: 20 }, normal)];
      const figures = inputs[0].map((busy) => 3 * busy + normal());
      ours += varianceOf(controlled(meanOf(figures)!, inputs));
      theirs += controlledMean(figures, inputs).standardError ** 2;
    }
    expect(ours / theirs).toBeGreaterThan(0.98);
    expect(ours / theirs).toBeLessThan(1.02);
  });

  test("is nothing but a number where a single day decides its coefficient", () => {
    const once = Float64Array.from({ length: 20 }, (_, day) => (day === 7 ? 3 : -0.1));
    const { value, low, high } = intervalOf(controlled(meanOf(numbers)!, [once]));
    for (const one of [value, low, high]) expect(one).toBeGreaterThan(0);
  });

  test("that explains all is the truth itself", () => {
    const exact = controlled(meanOf(x.map((value) => 7 + 2 * value))!, [Float64Array.from(x)]);
    expect(exact.value).toBeCloseTo(7, 10);
    expect(standardError(exact)).toBeCloseTo(0, 10);
  });

  test("is left as it was where a day says nothing, or where it would leave what days can be", () => {
    const some = meanOf([Number.NaN, ...numbers.slice(1)])!;
    expect(controlled(some, [Float64Array.from(x)])).toBe(some);
    const rare = meanOf([1, ...Array.from({ length: 19 }, () => 0)])!;
    expect(controlled(rare, [Float64Array.from(rare.influence, (pull) => pull + 2)])).toBe(rare);
  });
});

describe("a ratio with a control", () => {
  test.each([20, 80])(
    "over %i days has intervals that hold as often as they say, and far narrower ones",
    (number) => {
      const normal = normals(21);
      const experiments = 1_000;
      let held = 0;
      let narrower = 0;
      for (let experiment = 0; experiment < experiments; experiment++) {
        const days = daysOf(normal, number, 3);
        const plain = ratio(days);
        const adjusted = controlled(plain, control(days));
        const { low, high } = intervalOf(adjusted);
        if (low! <= truth(3) && high! >= truth(3)) held++;
        narrower += varianceRatioOf(adjusted, varianceOf(plain)).varianceRatio! / experiments;
      }
      expect(held / experiments).toBeGreaterThan(0.92);
      expect(held / experiments).toBeLessThan(0.975);
      // The arrivals explain nine tenths of the variance.
      expect(narrower).toBeGreaterThan(0.08);
      expect(narrower).toBeLessThan(0.13);
    },
  );

  test("that explains nothing loses less than a tenth of the variance", () => {
    const normal = normals(5);
    let lost = 0;
    for (let experiment = 0; experiment < 500; experiment++) {
      const days = daysOf(normal, 20, 0);
      const plain = ratio(days);
      lost += varianceRatioOf(controlled(plain, control(days)), varianceOf(plain)).varianceRatio! / 500;
    }
    expect(lost).toBeLessThan(1.1);
  });
});

test("a percentile with a control is nearer to the truth, and holds it as often as without", () => {
  // A day's waits are uniform over an hour, all of them later where more vehicles came: over all days the 95th
  // percentile of the sum of a uniform hour and a normal of 10 min.
  const [normal, uniform] = [normals(12), uniforms(13)];
  const experiment = () => {
    const lucks = Array.from({ length: 40 }, normal);
    const days = lucks.map((luck) =>
      dayOf(Array.from({ length: 60 }, () => 6_000_000 + 3_600_000 * uniform() + 600_000 * luck)),
    );
    const controls = [Float64Array.from(lucks)];
    return { plain: quantileEstimate(days, 0.95)!, adjusted: quantileEstimate(days, 0.95, 0.95, controls)! };
  };
  const experiments = Array.from({ length: 150 }, experiment);
  const exact = 6_000_000 + 3_600_000 + percentileOfSum(0.95);
  const held = (of: "plain" | "adjusted"): number =>
    experiments.filter((one) => one[of].low! <= exact && one[of].high! >= exact).length / experiments.length;
  // Few of 40 days are so late that they tell of the percentile: neither interval holds at quite 95 of 100.
  expect(held("adjusted")).toBeGreaterThan(Math.max(0.87, held("plain") - 0.04));
  const errors = (of: "plain" | "adjusted"): number =>
    experiments.reduce((sum, one) => sum + (one[of].value - exact) ** 2, 0);
  expect(errors("adjusted")).toBeLessThan(0.6 * errors("plain"));
});

/** What a uniform hour (less the hour) and a normal of ten minutes together stay under with probability p; by bisection. */
function percentileOfSum(p: number): number {
  const share = (x: number): number => {
    const steps = 2_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) {
      const z = -6 + (12 * (i + 0.5)) / steps;
      const below = Math.min(1, Math.max(0, (x - 600_000 * z) / 3_600_000 + 1));
      sum += (below * Math.exp((-z * z) / 2) * 12) / steps / Math.sqrt(2 * Math.PI);
    }
    return sum;
  };
  let [low, high] = [-3_600_000, 3_600_000];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (share(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

test("the difference of percentiles that arrivals move to the longest wait of all has bounds", () => {
  const normal = normals(41);
  // A standard deviation fewer than expected came, and waits go by that.
  const lucks = Float64Array.from({ length: 20 }, () => normal() - 1);
  const waits = (factor: number) =>
    [...lucks].map((luck) =>
      dayOf(Array.from({ length: 60 }, () => factor * MINUTE * Math.max(0, 40 + 25 * luck + 3 * normal()))),
    );
  const [from, to] = [1, 0.9].map((factor) => ({ days: waits(factor), controls: [lucks] }));
  const longest = quantileEstimate(from!.days, 1)!.value;
  expect(quantileEstimate(from!.days, 0.95, 0.95, from!.controls)!.value).toBe(longest);
  const { value, low, high } = quantileDifference(from!, to!, 0.95)!;
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
});

describe("which controls there are", () => {
  const days = Array.from({ length: 40 }, (_, replication) => tallied(BUSY_DAY, { replication }));
  const summaries = days.map(({ summary }) => summary);
  const expected = expectedArrivals(days[0].plan)!;

  test("goes by the number of days: none, all arrivals, three parts of the day", () => {
    expect(controlsOf(summaries.slice(0, 19), expected)).toHaveLength(0);
    expect(controlsOf(summaries.slice(0, 20), expected)).toHaveLength(1);
    expect(controlsOf(summaries, expected)).toHaveLength(3);
    expect(controlsOf(summaries, null)).toHaveLength(0);
  });

  test("they have mean 0, and parts add up to the whole", () => {
    const parts = controlsOf(summaries, expected);
    const [all] = controlsOf(summaries.slice(0, 20), expected);
    for (const column of parts) {
      const linear = meanOf(column)!;
      expect(Math.abs(linear.value)).toBeLessThan(4 * standardError(linear));
    }
    expect(parts.reduce((sum, column) => sum + column[3], 0)).toBeCloseTo(all[3], 9);
  });

  test("they make the mean wait of a port surer, and leave numbers of vehicles as they came", () => {
    const rows = (of: Float64Array | null) =>
      estimatesOf(
        { name: "A", costs: {}, expected: of, days: summaries },
        ({ metric, hour }) => hour === null && (metric === "wait" || metric === "arrivals"),
      );
    const find = (of: Float64Array | null, metric: string) =>
      rows(of).find((row) => row.metric === metric && row.class === null)!;
    const [plain, adjusted] = [find(null, "wait"), find(expected, "wait")];
    expect(plain.varianceRatio).toBeUndefined();
    expect(adjusted.varianceRatio).toBeLessThan(0.9);
    expect(adjusted.high! - adjusted.low!).toBeLessThan(plain.high! - plain.low!);
    expect(find(expected, "arrivals")).toEqual(find(null, "arrivals"));
  });
});
