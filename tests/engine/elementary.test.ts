/** The engine's own logarithm and exponential, against values of 120 digits and against the built-in functions. */
import { describe, expect, test } from "vitest";
import { mix } from "../../server/engine/draws.ts";
import { exp, log } from "../../server/engine/elementary.ts";

const bits = new DataView(new ArrayBuffer(8));

function fromBits(high: number, low: number): number {
  bits.setInt32(0, high);
  bits.setInt32(4, low);
  return bits.getFloat64(0);
}

/** The next double away from zero. */
function next(x: number): number {
  bits.setFloat64(0, x);
  bits.setBigInt64(0, bits.getBigInt64(0) + 1n);
  return bits.getFloat64(0);
}

function unitInLastPlace(x: number): number {
  return Math.abs(next(x) - x);
}

/** How far apart two results are; NaN is infinitely far. */
function unitsApart(result: number, reference: number): number {
  const units = Math.abs(result - reference) / unitInLastPlace(reference);
  return Number.isNaN(units) ? Infinity : units;
}

/** Argument, nearest double of the exact value, and what is left of the exact value. */
const LOGARITHMS: readonly (readonly [number, number, number])[] = [
  [5e-324, -744.4400719213812, -4.4224443e-14],
  [1.5e-323, -743.3414596327132, 1.4970753e-14],
  [1e-310, -713.8013788281542, -8.5922547e-15],
  [2.225073858507201e-308, -708.3964185322641, -2.7697461e-14],
  [2.2250738585072014e-308, -708.3964185322641, -2.7475417e-14],
  [1e-300, -690.7755278982137, -2.3670096e-14],
  [1.1102230246251565e-16, -36.7368005696771, -6.739833e-16],
  [1e-9, -20.72326583694641, -6.4857307e-16],
  [0.001, -6.907755278982137, -2.1613487e-16],
  [0.1, -2.3025850929940455, -1.7150244e-16],
  [0.25, -1.3862943611198906, -4.6380936e-17],
  [0.3333333333333333, -1.0986122886681098, 3.5201821e-17],
  [0.4999999999999999, -0.6931471805599455, -2.3190468e-17],
  [0.5, -0.6931471805599453, -2.3190468e-17],
  [0.6874999999999999, -0.37469344944141086, 8.9707795e-18],
  [0.6875, -0.3746934494414107, 3.9243112e-18],
  [0.7, -0.35667494393873245, 4.8255638e-18],
  [0.9, -0.10536051565782628, 4.8101492e-18],
  [0.99, -0.01005033585350145, 4.3418328e-19],
  [0.99609374, -0.003913909360352116, 1.3563525e-19],
  [0.999, -0.0010005003335835344, -2.5644777e-20],
  [0.9999999990686774, -9.313225750491594e-10, -2.6926452e-28],
  [0.9999999999999999, -1.1102230246251565e-16, -6.1629758e-33],
  [1.0000000000000002, 2.2204460492503128e-16, 3.6492148e-48],
  [1.0000000009313226, 9.313225741817976e-10, 2.6926452e-28],
  [1.001, 0.0009995003330834232, -6.7824513e-20],
  [1.0078426816913564, 0.00781208771838751, 1.7674732e-19],
  [1.01, 0.009950330853168092, -3.7364255e-19],
  [1.1, 0.09531017980432493, 5.9272402e-18],
  [1.3749999999999998, 0.3184537311185345, -2.3349904e-17],
  [1.375, 0.3184537311185346, 2.7114779e-17],
  [1.5, 0.4054651081081644, -2.881138e-18],
  [2.0, 0.6931471805599453, 2.3190468e-17],
  [2.718281828459045, 1.0, -5.3182377e-17],
  [3.0, 1.0986122886681098, -9.0712972e-17],
  [10.0, 2.302585092994046, -2.1707562e-16],
  [1000.0, 6.907755278982137, 2.3695155e-16],
  [1000000000.0, 20.72326583694641, 7.1085466e-16],
  [1e100, 230.25850929940458, -1.1033518e-14],
  [1.7976931348623157e308, 709.782712893384, 2.3636017e-14],
];

const EXPONENTIALS: readonly (readonly [number, number, number])[] = [
  [-740.0, 4.2e-322, 0.0],
  [-709.5, 7.38014831401258e-309, 0.0],
  [-708.3964185322641, 2.2250738585072626e-308, 0.0],
  [-700.0, 9.85967654375977e-305, 8.4979291e-322],
  [-100.0, 3.720075976020836e-44, -1.5705025e-60],
  [-36.7, 1.1518409493076097e-16, -7.4704528e-33],
  [-10.0, 4.5399929762484854e-5, -2.6375541e-21],
  [-2.5, 0.0820849986238988, -4.8047347e-18],
  [-1.0, 0.36787944117144233, -1.2428754e-17],
  [-0.6931471805599453, 0.5, 1.1595234e-17],
  [-0.5, 0.6065306597126334, -6.5931784e-19],
  [-0.1, 0.9048374180359595, 5.0559847e-17],
  [-0.0027, 0.9973036417217132, -1.0026447e-17],
  [-1e-5, 0.9999900000499998, 5.7302561e-18],
  [-1e-12, 0.999999999999, -2.212172e-17],
  [1e-17, 1.0, 1.0e-17],
  [1e-12, 1.000000000001, -8.8900582e-17],
  [1e-5, 1.00001000005, 9.7018843e-17],
  [0.0027, 1.0027036482827156, -9.7699449e-17],
  [0.1, 1.1051709180756477, -8.1495239e-17],
  [0.34657359027997264, 1.414213562373095, 1.0897353e-16],
  [0.5, 1.6487212707001282, -4.7315685e-17],
  [0.6931471805599453, 2.0, -4.6380936e-17],
  [1.0, 2.718281828459045, 1.4456469e-16],
  [2.0, 7.38905609893065, -1.7971139e-16],
  [2.5, 12.182493960703473, 2.0334002e-16],
  [10.0, 22026.465794806718, -1.3780135e-12],
  [36.7, 8681754200535380.0, 0.32666744],
  [100.0, 2.6881171418161356e43, -1.6101271e27],
  [700.0, 1.0142320547350045e304, 1.6666572e287],
  [709.0, 8.218407461554972e307, -1.9559655e291],
  [709.782712893384, 1.7976931348622732e308, 2.1092968e291],
];

describe("logarithm", () => {
  test.each(LOGARITHMS)("of %d is within 0.8 units in the last place", (x, nearest, rest) => {
    const allowed = x < 2.3e-308 ? 1.3 : 0.8;
    expect(Math.abs(log(x) - nearest - rest) / unitInLastPlace(nearest)).toBeLessThan(allowed);
  });

  test("agrees with the built-in one over all doubles, 2 units in the last place at most", () => {
    let farthest = 0;
    for (let i = 0; i < 100_000; i++) {
      const x = fromBits(Math.floor(mix.uniform(11, i, 0) * 0x7ff00000), mix.uniform(11, i, 1) * 2 ** 32);
      farthest = Math.max(farthest, unitsApart(log(x), Math.log(x)));
    }
    expect(farthest).toBeLessThanOrEqual(2);
  });

  test("agrees with the built-in one on draws and next to 1", () => {
    let farthest = 0;
    for (let i = 0; i < 100_000; i++) {
      const u = mix.uniform(12, i, 0);
      for (const x of [u, 1 + (u - 0.5) / 16, 1 + (u - 0.5) * 2 ** -30]) {
        farthest = Math.max(farthest, unitsApart(log(x), Math.log(x)));
      }
    }
    expect(farthest).toBeLessThanOrEqual(2);
  });

  test("never falls where two of its intervals meet", () => {
    for (let high = 0x3fd60000; high < 0x40060000; high += 1 << 12) {
      expect(log(fromBits(high - 1, -1))).toBeLessThanOrEqual(log(fromBits(high, 0)));
    }
  });

  test("at the ends and outside", () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(Infinity)).toBe(Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(-5e-324)).toBeNaN();
    expect(log(-Infinity)).toBeNaN();
    expect(log(NaN)).toBeNaN();
  });
});

describe("exponential", () => {
  test.each(EXPONENTIALS)("of %d is within 0.51 units in the last place", (x, nearest, rest) => {
    // A subnormal result is rounded once more, and what is left of it cannot be said.
    const allowed = nearest < 2.3e-308 ? 1 : 0.51;
    expect(Math.abs(exp(x) - nearest - rest) / unitInLastPlace(nearest)).toBeLessThanOrEqual(allowed);
  });

  test("agrees with the built-in one over its whole range, 2 units in the last place at most", () => {
    let farthest = 0;
    for (let i = 0; i < 100_000; i++) {
      const u = mix.uniform(13, i, 0);
      for (const x of [-745.1 + u * 1454.8, (u - 0.5) * 4, (u - 0.5) * 2 ** -20]) {
        farthest = Math.max(farthest, unitsApart(exp(x), Math.exp(x)));
      }
    }
    expect(farthest).toBeLessThanOrEqual(2);
  });

  test("undoes the logarithm", () => {
    for (const x of [1e-300, 1e-9, 0.3, 1, 7, 1e9, 1e300]) {
      expect(Math.abs(exp(log(x)) / x - 1)).toBeLessThan(2e-13);
    }
  });

  test("at the ends and outside", () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(709.782712893385)).toBe(Infinity);
    expect(exp(1e9)).toBe(Infinity);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-745.13)).toBe(5e-324);
    expect(exp(-745.14)).toBe(0);
    expect(exp(-1e9)).toBe(0);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(NaN)).toBeNaN();
  });
});
