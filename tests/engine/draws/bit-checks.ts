/** Checks of single bits: what a changed bit changes, keys of one bit, and words that change places. */
import { runKey, threefry } from "../../../server/engine/draws.ts";
import type { DrawGenerator } from "../../../server/engine/draws.ts";
import { deviateOfChiSquare, deviateOfCorrelation } from "../statistics.ts";
import { BASE, drawAt, highHalf, lowHalf, singleBit } from "./addresses.ts";
import type { Address } from "./addresses.ts";
import { PAIRS, swappedDraws, swappedKeys } from "./coincidences.ts";
import { ofDeviates } from "./figure.ts";
import type { Figure } from "./figure.ts";

/** Two words of output, of which `bits` each count. */
type Words = readonly [number, number];

/**
 * Changes each of `inputs` bits in each trial and counts how often each bit of the output follows: one deviate a pair
 * of bits, and one for how far all of them are from a half together.
 */
function avalanche(
  inputs: number,
  bits: number,
  trials: number,
  output: (trial: number, changed: number) => Words,
): Figure {
  const deviates: number[] = [];
  const flips = new Int32Array(inputs * 2 * bits);
  for (let trial = 0; trial < trials; trial++) {
    const [high, low] = output(trial, -1);
    for (let input = 0, at = 0; input < inputs; input++) {
      const [changedHigh, changedLow] = output(trial, input);
      const first = high ^ changedHigh;
      const second = low ^ changedLow;
      for (let i = 0; i < bits; i++) flips[at++] += (first >>> i) & 1;
      for (let i = 0; i < bits; i++) flips[at++] += (second >>> i) & 1;
    }
  }
  let chiSquare = 0;
  for (const count of flips) {
    const deviate = (count - trials / 2) / Math.sqrt(trials / 4);
    deviates.push(deviate);
    chiSquare += deviate ** 2;
  }
  deviates.push(deviateOfChiSquare(chiSquare, flips.length));
  return ofDeviates(deviates, `deviates, ${inputs} × ${2 * bits} bits`);
}

const BITS_OF: readonly (readonly [keyof Address, number])[] = [
  ["seed", 53],
  ["replication", 31],
  ["day", 32],
  ["stream", 32],
  ["entity", 32],
  ["purpose", 32],
  ["occurrence", 32],
];
const ADDRESS_BITS = BITS_OF.flatMap(([word, bits]) =>
  Array.from({ length: bits }, (_, bit) => ({ word, weight: 2 ** bit })),
);

/** Any bit of any word of the address, to any bit of the draw. */
export function avalancheOfAddress(generator: DrawGenerator, trials: number): Figure {
  return avalanche(ADDRESS_BITS.length, 26, trials, (trial, changed) => {
    const from = { ...BASE, seed: trial, entity: 3 * trial, replication: trial & 15, day: trial & 63 };
    if (changed >= 0) {
      const { word, weight } = ADDRESS_BITS[changed];
      from[word] += Math.floor(from[word] / weight) % 2 === 0 ? weight : -weight;
    }
    const u = drawAt(generator, from);
    return [highHalf(u), lowHalf(u)];
  });
}

/** The bits of a key and of one word: what a single step does with them. Bases come from the cipher. */
function avalancheOfStep(
  bits: number,
  trials: number,
  step: (a: number, b: number, word: number) => Words,
): Figure {
  const base = new Int32Array(4);
  return avalanche(96, bits, trials, (trial, changed) => {
    if (changed < 0) {
      base[0] = trial;
      threefry.absorb(base, 0, 2, 1);
      threefry.absorb(base, 0, 0, 2);
    }
    const flip = (from: number): number =>
      changed >= from && changed < from + 32 ? 1 << (changed - from) : 0;
    return step(base[0] ^ flip(0), base[1] ^ flip(32), base[2] ^ flip(64));
  });
}

export function avalancheOfKey(generator: DrawGenerator, trials: number): Figure {
  const keys = new Int32Array(2);
  return avalancheOfStep(32, trials, (a, b, word) => {
    keys[0] = a;
    keys[1] = b;
    generator.absorb(keys, 0, 0, word);
    return [keys[0], keys[1]];
  });
}

export const avalancheOfDraw = (generator: DrawGenerator, trials: number): Figure =>
  avalancheOfStep(26, trials, (a, b, word) => {
    const u = generator.uniform(a, b, word);
    return [highHalf(u), lowHalf(u)];
  });

/** Correlations between every two of some series, their values being uniform. */
function correlationsBetween(
  series: number,
  length: number,
  valuesOf: (index: number, into: Float64Array) => void,
): Figure {
  const all = Array.from({ length: series }, (_, index) => {
    const values = new Float64Array(length);
    valuesOf(index, values);
    return values.map((u) => u - 0.5);
  });
  const deviates = all.flatMap((one, index) =>
    all.slice(0, index).map((other) => {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += one[i] * other[i];
      return (12 * sum) / Math.sqrt(length);
    }),
  );
  return ofDeviates(deviates);
}

/** Series of draws of keys that have one bit set, all 64 of them. */
export const singleBitKeys = (generator: DrawGenerator, length: number): Figure =>
  correlationsBetween(64, length, (bit, into) => {
    const [a, b] = singleBit(bit);
    for (let i = 0; i < length; i++) into[i] = generator.uniform(a, b, i);
  });

/** The draws of one purpose in runs whose seeds have one bit set, all 53 of them. */
export function singleBitSeeds(generator: DrawGenerator, length: number): Figure {
  const keys = new Int32Array(4);
  return correlationsBetween(53, length, (bit, into) => {
    runKey(generator, 2 ** bit, 0, keys, 0);
    for (let entity = 0; entity < length; entity++) {
      generator.absorb(keys, 0, 2, entity);
      into[entity] = generator.uniform(keys[2], keys[3], BASE.purpose);
    }
  });
}

/** Draws at i, j against draws at j, i, for words of the address and for the halves of a key. */
export function swaps(generator: DrawGenerator, count: number): Figure {
  const sets = [...PAIRS.map((pair) => swappedDraws(generator, pair, count)), swappedKeys(generator, count)];
  return ofDeviates(
    sets.map((draws) => {
      const values: number[] = [];
      draws((u) => values.push(u));
      const straight = values.filter((_, i) => i % 2 === 0);
      const swapped = values.filter((_, i) => i % 2 === 1);
      return deviateOfCorrelation(straight, swapped);
    }),
  );
}
