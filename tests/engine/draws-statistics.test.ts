/**
 * How random addressed draws are: along every word of the address, between words, and between days. The same tests for
 * the engine's mix and for the cipher; a generator with a known fault shows that the ones about days can fail.
 * Seeds are fixed, and limits are where chance comes about once in a million.
 */
import { describe, expect, test } from "vitest";
import { mix, nameWord, runKey, threefry } from "../../server/engine/draws.ts";
import type { DrawGenerator } from "../../server/engine/draws.ts";
import {
  deviateOfChiSquare,
  deviateOfCorrelation,
  deviateOfCounts,
  duplicates,
  mean,
  sequentialUniforms,
  variance,
} from "./statistics.ts";

const STREAM = nameWord("northbound laden");
const SERVICE = nameWord("service");

/** The words of an address, in the order in which they are absorbed. */
interface Address {
  readonly seed: number;
  readonly replication: number;
  readonly day: number;
  readonly stream: number;
  readonly entity: number;
  readonly purpose: number;
  readonly occurrence: number;
}

const BASE: Address = {
  seed: 20_240_312,
  replication: 3,
  day: 2,
  stream: STREAM,
  entity: 517,
  purpose: SERVICE,
  occurrence: 0,
};

const key = new Int32Array(2);

function drawAt(generator: DrawGenerator, address: Address): number {
  runKey(generator, address.seed, address.replication, key, 0);
  generator.absorb(key, 0, 0, address.day);
  generator.absorb(key, 0, 0, address.stream);
  generator.absorb(key, 0, 0, address.entity);
  generator.absorb(key, 0, 0, address.purpose);
  return generator.uniform(key[0], key[1], address.occurrence);
}

/** The two halves of a draw, 26 bits each. */
function highHalf(u: number): number {
  return Math.floor(u * 2 ** 26);
}

function lowHalf(u: number): number {
  return Math.floor(u * 2 ** 52) % 2 ** 26;
}

type Series = readonly [name: string, at: (generator: DrawGenerator, i: number) => number];

const SERIES: readonly Series[] = [
  ["seed", (g, i) => drawAt(g, { ...BASE, seed: i })],
  ["upper half of the seed", (g, i) => drawAt(g, { ...BASE, seed: i * 2 ** 32 })],
  ["replication", (g, i) => drawAt(g, { ...BASE, replication: i })],
  ["day", (g, i) => drawAt(g, { ...BASE, day: i })],
  ["stream", (g, i) => drawAt(g, { ...BASE, stream: i })],
  ["entity", (g, i) => drawAt(g, { ...BASE, entity: i })],
  ["purpose", (g, i) => drawAt(g, { ...BASE, purpose: i })],
  ["occurrence", (g, i) => drawAt(g, { ...BASE, occurrence: i })],
  ["entity, by 32 768", (g, i) => drawAt(g, { ...BASE, entity: i << 15 })],
  [
    "purpose, for one entity after the other",
    (g, i) => drawAt(g, { ...BASE, entity: i >> 3, purpose: i & 7 }),
  ],
];

describe.each([
  ["mix", mix, 1 << 17],
  ["threefry", threefry, 1 << 14],
])("%s", (_, generator, length) => {
  describe.each(SERIES)("along successive values of the %s", (_name, at) => {
    const values = Float64Array.from({ length }, (__, i) => at(generator, i));

    test("both halves are uniform in their high and low bits", () => {
      const counts = [new Int32Array(1024), new Int32Array(1024), new Int32Array(1024), new Int32Array(1024)];
      for (const u of values) {
        counts[0][highHalf(u) >>> 16]++;
        counts[1][highHalf(u) & 1023]++;
        counts[2][lowHalf(u) >>> 16]++;
        counts[3][lowHalf(u) & 1023]++;
      }
      for (const bits of counts) expect(Math.abs(deviateOfCounts(bits, length))).toBeLessThan(5);
    });

    test("neighbors fill the square, by high and by low bits, side by side and eight apart", () => {
      for (const distance of [1, 8]) {
        const high = new Int32Array(1024);
        const low = new Int32Array(1024);
        for (let i = distance; i < length; i++) {
          high[((highHalf(values[i - distance]) >>> 21) << 5) | (highHalf(values[i]) >>> 21)]++;
          low[((lowHalf(values[i - distance]) & 31) << 5) | (lowHalf(values[i]) & 31)]++;
        }
        expect(Math.abs(deviateOfCounts(high, length - distance))).toBeLessThan(5);
        expect(Math.abs(deviateOfCounts(low, length - distance))).toBeLessThan(5);
      }
    });

    test("neighbors are uncorrelated", () => {
      expect(Math.abs(deviateOfCorrelation(values.subarray(1), values.subarray(0, -1)))).toBeLessThan(5);
    });

    test("the halves of a draw are uncorrelated", () => {
      expect(Math.abs(deviateOfCorrelation(values.map(highHalf), values.map(lowHalf)))).toBeLessThan(5);
    });

    test("no value comes twice", () => {
      expect(duplicates(values)).toBe(0);
    });
  });

  test("one changed bit in any word changes every bit of the draw half of the time", () => {
    const trials = 512;
    const bitsOf: readonly (readonly [number, (from: Address, bit: number) => Address])[] = [
      [53, (a, bit) => ({ ...a, seed: flipSafe(a.seed, bit) })],
      [31, (a, bit) => ({ ...a, replication: a.replication ^ (1 << bit) })],
      [32, (a, bit) => ({ ...a, day: a.day ^ (1 << bit) })],
      [32, (a, bit) => ({ ...a, stream: a.stream ^ (1 << bit) })],
      [32, (a, bit) => ({ ...a, entity: a.entity ^ (1 << bit) })],
      [32, (a, bit) => ({ ...a, purpose: a.purpose ^ (1 << bit) })],
      [32, (a, bit) => ({ ...a, occurrence: a.occurrence ^ (1 << bit) })],
    ];
    let chiSquare = 0;
    let cells = 0;
    let farthest = 0;
    for (const [bits, flip] of bitsOf) {
      for (let bit = 0; bit < bits; bit++) {
        const flips = new Int32Array(52);
        for (let trial = 0; trial < trials; trial++) {
          const base = { ...BASE, seed: trial, entity: 3 * trial, replication: trial & 15, day: trial & 63 };
          const before = drawAt(generator, base);
          const after = drawAt(generator, flip(base, bit));
          const high = highHalf(before) ^ highHalf(after);
          const low = lowHalf(before) ^ lowHalf(after);
          for (let i = 0; i < 26; i++) {
            flips[i] += (high >>> i) & 1;
            flips[26 + i] += (low >>> i) & 1;
          }
        }
        for (const count of flips) {
          const deviate = (count - trials / 2) / Math.sqrt(trials / 4);
          chiSquare += deviate ** 2;
          cells++;
          farthest = Math.max(farthest, Math.abs(deviate));
        }
      }
    }
    // Of 12 688 deviates the farthest is beyond 6.4 once in half a million.
    expect(farthest).toBeLessThan(6.4);
    expect(Math.abs(deviateOfChiSquare(chiSquare, cells))).toBeLessThan(5);
  });

  test("words that change places give unrelated values", () => {
    const pairs: readonly ((i: number, j: number) => Address)[] = [
      (i, j) => ({ ...BASE, seed: i, replication: j }),
      (i, j) => ({ ...BASE, replication: i, day: j }),
      (i, j) => ({ ...BASE, day: i, entity: j }),
      (i, j) => ({ ...BASE, stream: i, entity: j }),
      (i, j) => ({ ...BASE, entity: i, purpose: j }),
      (i, j) => ({ ...BASE, purpose: i, occurrence: j }),
    ];
    for (const address of pairs) {
      const straight: number[] = [];
      const swapped: number[] = [];
      for (let i = 0; i < 64; i++) {
        for (let j = 0; j < i; j++) {
          straight.push(drawAt(generator, address(i, j)));
          swapped.push(drawAt(generator, address(j, i)));
        }
      }
      expect(Math.abs(deviateOfCorrelation(straight, swapped))).toBeLessThan(5);
      expect(duplicates(Float64Array.from([...straight, ...swapped]))).toBe(0);
    }
  });

  test("keys whose two words change places give unrelated values", () => {
    const straight: number[] = [];
    const swapped: number[] = [];
    for (let i = 1; i <= 4096; i++) {
      straight.push(generator.uniform(i, i + 4096, 1));
      swapped.push(generator.uniform(i + 4096, i, 1));
    }
    expect(Math.abs(deviateOfCorrelation(straight, swapped))).toBeLessThan(5);
    expect(duplicates(Float64Array.from([...straight, ...swapped]))).toBe(0);
  });
});

function flipSafe(seed: number, bit: number): number {
  const weight = 2 ** bit;
  return Math.floor(seed / weight) % 2 === 0 ? seed + weight : seed - weight;
}

/** The trap: entity and replication combined before they are mixed, so that replications are shuffles of each other. */
const combining: DrawGenerator = {
  absorb: (keys, from, to, word) => {
    keys[to] = keys[from] ^ word;
    keys[to + 1] = keys[from + 1];
  },
  uniform: (a, b, word) => mix.uniform(a, b, word),
};

/** The draws of so many days of so many entities, a day after the other. */
function drawsOfDays(
  generator: DrawGenerator,
  days: number,
  entities: number,
  vary: "replication" | "day",
): Float64Array {
  const values = new Float64Array(days * entities);
  const keys = new Int32Array(4);
  for (let day = 0; day < days; day++) {
    runKey(generator, 1, vary === "replication" ? day : 0, keys, 0);
    generator.absorb(keys, 0, 0, vary === "day" ? day : 0);
    for (let entity = 0; entity < entities; entity++) {
      generator.absorb(keys, 0, 2, entity);
      values[day * entities + entity] = generator.uniform(keys[2], keys[3], SERVICE);
    }
  }
  return values;
}

describe("days are apart", () => {
  test.each(["replication", "day"] as const)("no value is common to two days of another %s", (vary) => {
    expect(duplicates(drawsOfDays(mix, 64, 4096, vary))).toBe(0);
    expect(duplicates(drawsOfDays(threefry, 16, 4096, vary))).toBe(0);
    expect(duplicates(drawsOfDays(combining, 16, 4096, vary))).toBe(15 * 4096);
  });

  test("four million draws hold no value twice", () => {
    const values = new Float64Array(1 << 22);
    const keys = new Int32Array(6);
    for (let replication = 0, i = 0; replication < 16; replication++) {
      runKey(mix, 7, replication, keys, 0);
      for (let day = 0; day < 16; day++) {
        mix.absorb(keys, 0, 2, day);
        for (let entity = 0; entity < 1024; entity++) {
          mix.absorb(keys, 2, 4, entity);
          for (let purpose = 0; purpose < 16; purpose++) values[i++] = mix.uniform(keys[4], keys[5], purpose);
        }
      }
    }
    // By chance 2^44 / 2 pairs meet in 2^52 places once in 512 such runs.
    expect(duplicates(values)).toBe(0);
  });
});

const CUSTOMERS = 300;

/** The mean wait of a day at a queue with one server that is busy four fifths of the time, from two uniforms a customer. */
function meanWait(next: (customer: number, which: number) => number): number {
  let wait = 0;
  let total = 0;
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    total += wait;
    wait = Math.max(0, wait - 0.8 * Math.log(next(customer, 0)) + Math.log(next(customer, 1)));
  }
  return total / CUSTOMERS;
}

function dailyMeans(generator: DrawGenerator, days: number): Float64Array {
  const keys = new Int32Array(4);
  return Float64Array.from({ length: days }, (_, replication) => {
    runKey(generator, 5, replication, keys, 0);
    return meanWait((customer, which) => {
      generator.absorb(keys, 0, 2, customer);
      return generator.uniform(keys[2], keys[3], which);
    });
  });
}

/** Spread by groups of 100 days: the mean standard deviation of a group, and its own standard error. */
function spreadOf(values: Float64Array): { readonly spread: number; readonly error: number } {
  const spreads = Array.from({ length: values.length / 100 }, (_, i) =>
    Math.sqrt(variance(values.subarray(100 * i, 100 * (i + 1)))),
  );
  return { spread: mean(spreads), error: Math.sqrt(variance(spreads) / spreads.length) };
}

describe("the daily mean of a queue", () => {
  const next = sequentialUniforms(1);
  const reference = Float64Array.from({ length: 12_000 }, () => meanWait(next));
  const expected = spreadOf(reference);

  test.each([
    ["mix", mix, 12_000],
    ["threefry", threefry, 5000],
  ])("varies under %s as under a sequential generator", (_, generator, days) => {
    const means = dailyMeans(generator, days);
    const found = spreadOf(means);
    expect(Math.abs(found.spread - expected.spread) / Math.hypot(found.error, expected.error)).toBeLessThan(
      5,
    );
    const errorOfMean = Math.sqrt(variance(means) / days + variance(reference) / reference.length);
    expect(Math.abs(mean(means) - mean(reference)) / errorOfMean).toBeLessThan(5);
    // Enough days for a spread that is wrong by a seventh to be found out.
    expect(Math.hypot(found.error, expected.error) / expected.spread).toBeLessThan(0.03);
  });

  test("varies far too little under a generator that combines two words of the address", () => {
    const found = spreadOf(dailyMeans(combining, 1500));
    expect(found.spread).toBeLessThan(expected.spread * 0.6);
  });
});
