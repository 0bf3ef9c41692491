/** Distributions of durations: exact quantiles, means, rounding, and what is refused. */
import { describe, expect, test } from "vitest";
import { DistributionTable } from "../../server/engine/distributions.ts";
import type { Distribution } from "../../server/engine/distributions.ts";
import { mix } from "../../server/engine/draws.ts";

function quantileOf(distribution: Distribution): (u: number) => number {
  const table = new DistributionTable();
  const index = table.add(distribution);
  return (u) => table.quantile(index, u);
}

const EXAMPLES: readonly Distribution[] = [
  { kind: "constant", meanMs: 10_000 },
  { kind: "exponential", meanMs: 80_000 },
  { kind: "erlang", meanMs: 80_000, shape: 2 },
  { kind: "erlang", meanMs: 80_000, shape: 40 },
  { kind: "gamma", meanMs: 80_000, cv: 0.01 },
  { kind: "gamma", meanMs: 80_000, cv: 0.7 },
  { kind: "gamma", meanMs: 80_000, cv: 2 },
  { kind: "lognormal", meanMs: 80_000, cv: 0.7 },
  { kind: "uniform", lowMs: 5000, highMs: 9000 },
  { kind: "triangular", lowMs: 5000, modeMs: 6000, highMs: 9000 },
];

const nameOf = (d: Distribution): string => JSON.stringify(d);

/** Gauss's five points and weights on (-1, 1). */
const POINTS = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664];
const WEIGHTS = [
  0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908,
];

/** The mean of a function of the variate, integrated over the uniform octave by octave toward both its ends. */
function expectation(quantile: (u: number) => number, of: (x: number) => number): number {
  let total = 0;
  for (let tail = 0.5; tail > 2 ** -53; tail /= 2) {
    for (let part = 8; part < 16; part++) {
      for (let i = 0; i < POINTS.length; i++) {
        const p = (tail / 16) * (part + 0.5 + POINTS[i] / 2);
        total += (tail / 32) * WEIGHTS[i] * (of(quantile(p)) + of(quantile(1 - p)));
      }
    }
  }
  return total;
}

describe.each(EXAMPLES.map((d) => [nameOf(d), d] as const))("%s", (_, distribution) => {
  const table = new DistributionTable();
  const index = table.add(distribution);

  test("has the mean it was given, to a millionth", () => {
    const mean = expectation(
      (u) => table.quantile(index, u),
      (x) => x,
    );
    expect(Math.abs(mean / table.meanOf(index) - 1)).toBeLessThan(1e-6);
  });

  test("a larger uniform never gives a shorter duration", () => {
    const uniforms = Float64Array.from({ length: 20_000 }, (__, i) => mix.uniform(3, 4, i)).sort();
    const samples = uniforms.map((u) => table.sample(index, u));
    expect(samples).toEqual(samples.slice().sort());
  });

  test("samples are the quantiles rounded to the nearest millisecond", () => {
    for (let i = 0; i < 1000; i++) {
      const u = mix.uniform(5, 6, i);
      const sample = table.sample(index, u);
      expect(Number.isInteger(sample) && sample >= 0).toBe(true);
      expect(Math.abs(sample - table.quantile(index, u))).toBeLessThanOrEqual(0.5);
    }
  });

  test("the smallest and the largest draw give finite durations", () => {
    expect(table.quantile(index, 2 ** -53)).toBeGreaterThanOrEqual(0);
    expect(table.quantile(index, 1 - 2 ** -53)).toBeLessThan(1e9);
  });
});

test.each(EXAMPLES.flatMap((d) => ("cv" in d ? [[nameOf(d), d] as const] : [])))(
  "%s has the coefficient of variation it was given",
  (_, distribution) => {
    const square = expectation(quantileOf(distribution), (x) => (x / distribution.meanMs - 1) ** 2);
    expect(Math.abs(Math.sqrt(square) / distribution.cv - 1)).toBeLessThan(1e-5);
  },
);

describe("closed forms", () => {
  test("a constant is itself", () => {
    expect(quantileOf({ kind: "constant", meanMs: 1234 })(0.9)).toBe(1234);
  });

  test("an exponential takes -ln(1 - u) means", () => {
    const quantile = quantileOf({ kind: "exponential", meanMs: 1000 });
    for (const u of [1e-12, 0.1, 0.5, 1 - Math.exp(-1), 0.999999]) {
      expect(Math.abs(quantile(u) / (-1000 * Math.log(1 - u)) - 1)).toBeLessThan(1e-15);
    }
  });

  test("a lognormal has its median at the mean over the root of 1 + cv squared", () => {
    const quantile = quantileOf({ kind: "lognormal", meanMs: 1000, cv: 0.75 });
    expect(quantile(0.5)).toBeCloseTo(800, 9);
    // One standard deviation of the logarithm above it.
    expect(quantile(0.8413447460685429)).toBeCloseTo(800 * Math.exp(Math.sqrt(Math.log(1.5625))), 9);
  });

  test("a uniform goes straight from its low to its high value", () => {
    const quantile = quantileOf({ kind: "uniform", lowMs: 1000, highMs: 3000 });
    expect([0.25, 0.5, 0.875].map(quantile)).toEqual([1500, 2000, 2750]);
  });

  test("a triangular is below its mode as often as its mode is along its width", () => {
    const quantile = quantileOf({ kind: "triangular", lowMs: 1000, modeMs: 2000, highMs: 5000 });
    expect(quantile(0.25)).toBeCloseTo(2000, 9);
    expect(quantile(0.0625)).toBeCloseTo(1500, 9);
    expect(quantile(1 - 0.1875)).toBeCloseTo(3500, 9);
  });

  test("a triangular may have its mode at either end", () => {
    const falling = quantileOf({ kind: "triangular", lowMs: 1000, modeMs: 1000, highMs: 2000 });
    const rising = quantileOf({ kind: "triangular", lowMs: 1000, modeMs: 2000, highMs: 2000 });
    expect(falling(0.75)).toBeCloseTo(1500, 9);
    expect(rising(0.25)).toBeCloseTo(1500, 9);
  });
});

/** By coefficient of variation: quantiles of mean 1 at the probabilities below, computed with 40 digits. */
const PROBABILITIES = [1e-12, 1e-6, 0.001, 0.1, 0.45, 0.5, 0.55, 0.9, 0.999, 1 - 1e-6, 1 - 1e-12];
const GAMMA_QUANTILES: readonly (readonly [number, readonly number[]])[] = [
  [
    0.01,
    [
      0.9312628969854226, 0.9531835117189806, 0.9693824385823726, 0.9872060875049736, 0.9987106041325867,
      0.9999666668642048, 1.0012237823113477, 1.0128367373674176, 1.0311875224539537, 1.0482561164638255,
      1.0719692099677294,
    ],
  ],
  [
    0.0316,
    [
      0.7935767707385748, 0.8569126991969811, 0.9051870882701957, 0.9597228007687019, 0.9957022929959273,
      0.9996671663700861, 1.0036425514937048, 1.0407048233199123, 1.100503595710002, 1.1574591437441866,
      1.2386805473012261,
    ],
  ],
  [
    0.0317,
    [
      0.7929730055811259, 0.8564822766775172, 0.9048960335971431, 0.9595960582815994, 0.9956876577556832,
      0.999665056620729, 1.0036530338688139, 1.040834276514549, 1.1008307192613194, 1.1579806449316818,
      1.2394886749670886,
    ],
  ],
  [
    0.1,
    [
      0.44886022030017614, 0.5943632069812289, 0.719213974950004, 0.8741763649959365, 0.9841795294807841,
      0.9966686491931549, 1.0092630131114129, 1.1301052385984447, 1.337702639113786, 1.5491904599496158,
      1.8724800173918599,
    ],
  ],
  [
    0.5,
    [
      0.0005535860625477232, 0.017748097839655273, 0.10713810340710575, 0.43619239070622784,
      0.8595788832851396, 0.918015187212724, 0.9790636299961899, 1.670195767063966, 3.2655601947970174,
      5.337614240809736, 9.183258390700917,
    ],
  ],
  [
    0.8,
    [
      1.651147210676542e-8, 0.00011423943399658352, 0.009556844141166098, 0.20465524348858574,
      0.7122372640508461, 0.7966224332905276, 0.8875844918327601, 2.063199412661022, 5.296692920217459,
      9.925751509776376, 18.990901051496735,
    ],
  ],
  [
    1.0000001,
    [
      9.999945892537664e-13, 9.999978523420207e-7, 0.0010004990661588978, 0.10536047673789291,
      0.5978369418168817, 0.693147125580414, 0.7985076470622408, 2.30258520648186, 6.907756132930138,
      13.81551266688171, 27.631047977877675,
    ],
  ],
  [
    1.3,
    [
      7.319887356836686e-21, 1.0104257326422537e-10, 1.1871519618129209e-5, 0.02878338227039616,
      0.42110689697683246, 0.5209205630096639, 0.6366467226926821, 2.6089557338154417, 9.673476653386361,
      20.867851264779226, 43.731339080054205,
    ],
  ],
  [
    2.0,
    [
      2.699879157244692e-48, 2.6998791572446916e-24, 2.69987915724615e-12, 0.00027000249542535865,
      0.11323495669709568, 0.17469520941149363, 0.2600922089956791, 3.001571488947343, 17.505777031546746,
      42.75127030564392, 95.72759375751987,
    ],
  ],
  [
    5.0,
    [
      1.4496895852144161e-299, 1.4496895852144048e-149, 1.449689585214402e-74, 1.4496895852143999e-24,
      3.1016148246668824e-8, 4.320411709856517e-7, 4.681039808056306e-6, 1.0846033832278308,
      63.75014216666106, 211.73167036619117, 536.22253191121,
    ],
  ],
];

describe("gamma and Erlang", () => {
  test.each(GAMMA_QUANTILES)("with cv %d the quantiles are right to 2 in 100 million", (cv, expected) => {
    const quantile = quantileOf({ kind: "gamma", meanMs: 1, cv });
    for (let i = 0; i < expected.length; i++) {
      expect(Math.abs(quantile(PROBABILITIES[i]) / expected[i] - 1)).toBeLessThan(2e-8);
    }
  });

  test.each([2, 3, 7, 30])("with shape %i the quantile undoes the sum of Poisson probabilities", (shape) => {
    const quantile = quantileOf({ kind: "erlang", meanMs: shape, shape });
    for (let i = 0; i < 2000; i++) {
      const u = mix.uniform(8, shape, i);
      const x = quantile(u);
      let exceeding = 0;
      for (let n = 0, term = Math.exp(-x); n < shape; n++, term *= x / n) exceeding += term;
      expect(Math.abs(exceeding - (1 - u))).toBeLessThan(1e-8);
    }
  });

  test("an Erlang of shape 1 and a gamma of cv 1 are the exponential", () => {
    const table = new DistributionTable();
    const exponential = table.add({ kind: "exponential", meanMs: 500 });
    expect(table.add({ kind: "erlang", meanMs: 500, shape: 1 })).toBe(exponential);
    expect(table.add({ kind: "gamma", meanMs: 500, cv: 1 })).toBe(exponential);
  });

  test("more shapes than are kept in memory are all still right", () => {
    const table = new DistributionTable();
    const shapes = Array.from({ length: 70 }, (_, i) => i + 2);
    const indexes = shapes.map((shape) => table.add({ kind: "erlang", meanMs: 1000, shape }));
    const again = new DistributionTable();
    for (const [i, shape] of shapes.entries()) {
      const index = again.add({ kind: "erlang", meanMs: 1000, shape });
      expect(again.quantile(index, 0.3)).toBe(table.quantile(indexes[i], 0.3));
    }
  });

  test("a very wide gamma is nearly always zero and keeps its upper tail", () => {
    const table = new DistributionTable();
    const index = table.add({ kind: "gamma", meanMs: 1000, cv: 30 });
    expect(table.sample(index, 0.5)).toBe(0);
    expect(table.quantile(index, 0.999)).toBeCloseTo(272_146.7866, 3);
  });

  test("a very narrow gamma is its mean", () => {
    expect(quantileOf({ kind: "gamma", meanMs: 1000, cv: 1e-200 })(0.001)).toBe(1000);
  });
});

describe("the table", () => {
  test("equal distributions share an index, however they are said", () => {
    const table = new DistributionTable();
    const erlang = table.add({ kind: "erlang", meanMs: 1000, shape: 4 });
    const constant = table.add({ kind: "constant", meanMs: 1000 });
    expect(table.add({ kind: "gamma", meanMs: 1000, cv: 0.5 })).toBe(erlang);
    expect(table.add({ kind: "erlang", meanMs: 1000, shape: 4 })).toBe(erlang);
    expect(table.add({ kind: "gamma", meanMs: 1000, cv: 0 })).toBe(constant);
    expect(table.add({ kind: "lognormal", meanMs: 1000, cv: 0 })).toBe(constant);
    expect(table.add({ kind: "uniform", lowMs: 1000, highMs: 1000 })).toBe(constant);
    expect(table.add({ kind: "triangular", lowMs: 1000, modeMs: 1000, highMs: 1000 })).toBe(constant);
    expect(table.add({ kind: "erlang", meanMs: 1001, shape: 4 })).not.toBe(erlang);
    expect(table.size).toBe(3);
  });

  test("what takes no time on the mean takes none", () => {
    const table = new DistributionTable();
    for (const distribution of [
      { kind: "exponential", meanMs: 0 },
      { kind: "erlang", meanMs: 0, shape: 3 },
      { kind: "gamma", meanMs: 0, cv: 0.5 },
      { kind: "lognormal", meanMs: 0, cv: 0.5 },
    ] as const) {
      expect(table.sample(table.add(distribution), 0.9)).toBe(0);
    }
    expect(table.size).toBe(1);
  });

  test("it grows as far as it must", () => {
    const table = new DistributionTable();
    const indexes = Array.from({ length: 100 }, (_, i) =>
      table.add({ kind: "uniform", lowMs: i, highMs: 3 * i + 2 }),
    );
    expect(indexes.map((index) => table.quantile(index, 0.5))).toEqual(indexes.map((_, i) => 2 * i + 1));
    expect(indexes.map((index) => table.meanOf(index))).toEqual(indexes.map((_, i) => 2 * i + 1));
  });

  test("an index that was never given is a mistake", () => {
    const table = new DistributionTable();
    table.add({ kind: "exponential", meanMs: 1 });
    for (const index of [-1, 1, 99, 0.5]) {
      expect(() => table.sample(index, 0.5)).toThrow(`no distribution has the index ${index}; there are 1`);
      expect(() => table.meanOf(index)).toThrow(`no distribution has the index ${index}; there are 1`);
    }
  });
});

test.each<[Distribution, string]>([
  [{ kind: "constant", meanMs: -1 }, "the mean of a duration is a finite number from 0, got -1"],
  [{ kind: "exponential", meanMs: NaN }, "the mean of a duration is a finite number from 0, got NaN"],
  [{ kind: "exponential", meanMs: Infinity }, "got Infinity"],
  [{ kind: "erlang", meanMs: 1, shape: 0 }, "an Erlang shape is a whole number from 1, got 0"],
  [{ kind: "erlang", meanMs: 1, shape: 2.5 }, "an Erlang shape is a whole number from 1, got 2.5"],
  [
    { kind: "gamma", meanMs: 1, cv: -0.5 },
    "the coefficient of variation of a duration is a finite number from 0",
  ],
  [
    { kind: "gamma", meanMs: 1, cv: 31 },
    "the coefficient of variation of a gamma duration is at most 30, got 31",
  ],
  [
    { kind: "lognormal", meanMs: 1, cv: NaN },
    "the coefficient of variation of a duration is a finite number from 0",
  ],
  [{ kind: "uniform", lowMs: 2, highMs: 1 }, "a uniform duration from 2 to 1 ms runs backwards"],
  [
    { kind: "triangular", lowMs: 2, modeMs: 1, highMs: 3 },
    "needs low, mode and high in order, got 2, 1, 3 ms",
  ],
  [
    { kind: "triangular", lowMs: 2, modeMs: 4, highMs: 3 },
    "needs low, mode and high in order, got 2, 4, 3 ms",
  ],
])("%o is refused", (distribution, message) => {
  expect(() => new DistributionTable().add(distribution)).toThrow(message);
});
