/** The checks of the draws: what each claims, its sizes, and which faults it must find. */
import { mix, threefry } from "../../../server/engine/draws.ts";
import type { DrawGenerator } from "../../../server/engine/draws.ts";
import {
  avalancheOfAddress,
  avalancheOfDraw,
  avalancheOfKey,
  singleBitKeys,
  singleBitSeeds,
  swaps,
} from "./bit-checks.ts";
import type { Fault } from "./broken.ts";
import {
  drawsOfOneKey,
  drawsOfPort,
  duplicates,
  partialDuplicates,
  sharedAfterSwap,
  sharedBetweenDays,
} from "./coincidences.ts";
import type { Figure } from "./figure.ts";
import { correlations, serialPairs, uniformHalves } from "./series-checks.ts";

export const GENERATORS = { mix, threefry } as const satisfies Readonly<Record<string, DrawGenerator>>;

export type Check = {
  readonly claim: string;
  /** What the size counts. */
  readonly unit: string;
  readonly quick: number;
  readonly full: number;
  readonly run: (generator: DrawGenerator, size: number) => Figure;
  /** Faults that the quick size must find. */
  readonly finds: readonly Fault[];
};

const series = { unit: "draws along each of 14 words", quick: 2 ** 15, full: 2 ** 22 };
const draws = { unit: "draws", quick: 2 ** 18, full: 2 ** 26 };
const trials = { unit: "changes of each bit", quick: 2 ** 9, full: 2 ** 16 };
const step = { unit: "changes of each bit", quick: 2 ** 11, full: 2 ** 20 };

export const CHECKS: readonly Check[] = [
  {
    claim: "both halves of a draw are uniform in their high and low bits",
    ...series,
    run: uniformHalves,
    finds: ["products alone", "weak low bits", "spread too evenly"],
  },
  {
    claim: "neighbors fill the square, and so do the halves of a draw",
    ...series,
    run: serialPairs,
    finds: ["products alone", "weak low bits", "spread too evenly"],
  },
  {
    claim: "neighbors are uncorrelated, and so are the halves of a draw",
    ...series,
    run: correlations,
    finds: ["spread too evenly"],
  },
  {
    claim: "one changed bit of an address changes every bit of the draw half of the time",
    ...trials,
    run: avalancheOfAddress,
    finds: ["products alone", "weak low bits"],
  },
  {
    claim: "one changed bit of a key or a word changes every bit of the next key half of the time",
    ...step,
    run: avalancheOfKey,
    finds: ["words combined before the mix", "products alone"],
  },
  {
    claim: "one changed bit of a key or a word changes every bit of the draw half of the time",
    ...step,
    run: avalancheOfDraw,
    finds: ["products alone", "weak low bits", "spread too evenly"],
  },
  {
    claim: "keys of a single bit give unrelated draws",
    unit: "draws of each of 64 keys",
    quick: 2 ** 11,
    full: 2 ** 17,
    run: singleBitKeys,
    finds: ["products alone"],
  },
  {
    claim: "seeds of a single bit give unrelated draws",
    unit: "draws of each of 53 seeds",
    quick: 2 ** 11,
    full: 2 ** 17,
    run: singleBitSeeds,
    finds: ["words combined before the mix", "products alone"],
  },
  {
    claim: "words that change places give unrelated draws",
    unit: "draws of each of 10 pairs of words",
    quick: 2 ** 12,
    full: 2 ** 20,
    run: swaps,
    finds: ["words combined before the mix"],
  },
  {
    claim: "words that change places give no draw again",
    unit: "draws of each of 10 pairs of words",
    quick: 2 ** 12,
    full: 2 ** 20,
    run: sharedAfterSwap,
    finds: ["words combined before the mix"],
  },
  ...(["replication", "day"] as const).map((word): Check => ({
    claim: `no draw is common to two days of another ${word}`,
    unit: "draws",
    quick: 2 ** 18,
    full: 2 ** 24,
    run: sharedBetweenDays(word),
    finds: ["words combined before the mix", "half the bits"],
  })),
  ...[
    { name: "a port", of: drawsOfPort, finds: ["words combined before the mix"] as const },
    { name: "one key", of: drawsOfOneKey, finds: [] },
  ].flatMap(({ name, of, finds }): Check[] => [
    {
      claim: `the draws of ${name} hold as many equal ones as chance makes`,
      ...draws,
      run: duplicates(of),
      finds: ["half the bits", ...finds],
    },
    ...(["high", "low"] as const).map((end): Check => ({
      claim: `the ${end} bits of the draws of ${name} agree as often as chance makes them`,
      ...draws,
      run: partialDuplicates(of, end),
      finds: ["half the bits", ...finds],
    })),
  ]),
];
