/** Checks of series: draws whose addresses differ in one word, which counts up. `length` is that of each series. */
import type { DrawGenerator } from "../../../server/engine/draws.ts";
import { deviateOfChiSquare, deviateOfCorrelation, deviateOfCounts } from "../statistics.ts";
import { highHalf, lowHalf, SERIES } from "./addresses.ts";
import { ofDeviates } from "./figure.ts";
import type { Figure } from "./figure.ts";

function overSeries(
  generator: DrawGenerator,
  length: number,
  deviatesOf: (high: Int32Array, low: Int32Array) => readonly number[],
): Figure {
  const high = new Int32Array(length);
  const low = new Int32Array(length);
  const deviates: number[] = [];
  for (const { at } of SERIES) {
    for (let i = 0; i < length; i++) {
      const u = at(generator, i);
      high[i] = highHalf(u);
      low[i] = lowHalf(u);
    }
    deviates.push(...deviatesOf(high, low));
  }
  return ofDeviates(deviates);
}

/** Where a window of bits begins and how many they are: each half in two parts, and both its ends. */
const WINDOWS: readonly (readonly [shift: number, bits: number])[] = [
  [13, 13],
  [0, 13],
  [22, 4],
  [0, 4],
];

/** Each window of bits takes all its values equally often. */
export const uniformHalves = (generator: DrawGenerator, length: number): Figure =>
  overSeries(generator, length, (high, low) =>
    [high, low].flatMap((half) =>
      WINDOWS.map(([shift, bits]) => {
        const counts = new Int32Array(1 << bits);
        const mask = counts.length - 1;
        for (let i = 0; i < length; i++) counts[(half[i] >>> shift) & mask]++;
        return deviateOfCounts(counts, length);
      }),
    ),
  );

const SIDE = 32;
const topOf = (half: number): number => half >>> 21;
const endOf = (half: number): number => half & 31;

/** Fills a square of 32 by 32 with (column of i, row of i + distance). */
function deviateOfSquare(
  length: number,
  distance: number,
  columnOf: (i: number) => number,
  rowOf: (i: number) => number,
  isOneSeries: boolean,
): number {
  const counts = new Int32Array(SIDE * SIDE);
  const total = length - distance;
  for (let i = 0; i < total; i++) counts[columnOf(i) * SIDE + rowOf(i + distance)]++;
  if (!isOneSeries) return deviateOfCounts(counts, total);
  // Pairs of one series overlap: not the chi-square of pairs but its excess over that of single values has a known law.
  const singles = new Int32Array(SIDE);
  counts.forEach((count, cell) => (singles[Math.floor(cell / SIDE)] += count));
  const excess = chiSquareOf(counts, total) - chiSquareOf(singles, total);
  return deviateOfChiSquare(excess, SIDE * SIDE - SIDE);
}

function chiSquareOf(counts: Int32Array, total: number): number {
  const expected = total / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2, 0) / expected;
}

/** Neighbors, next to each other and eight apart, fill the square, and so do the halves of a draw. */
export const serialPairs = (generator: DrawGenerator, length: number): Figure =>
  overSeries(generator, length, (high, low) => {
    const highTop = (i: number): number => topOf(high[i]);
    const highEnd = (i: number): number => endOf(high[i]);
    const lowTop = (i: number): number => topOf(low[i]);
    const lowEnd = (i: number): number => endOf(low[i]);
    return [
      ...[highTop, highEnd, lowTop, lowEnd].flatMap((view) =>
        [1, 8].map((distance) => deviateOfSquare(length, distance, view, view, true)),
      ),
      ...[0, 1].flatMap((distance) => [
        deviateOfSquare(length, distance, highTop, lowTop, false),
        deviateOfSquare(length, distance, highEnd, lowEnd, false),
        deviateOfSquare(length, distance, highTop, lowEnd, false),
      ]),
    ];
  });

/** Neighbors are uncorrelated, and so are the halves of a draw. */
export const correlations = (generator: DrawGenerator, length: number): Figure =>
  overSeries(generator, length, (high, low) => [
    deviateOfCorrelation(high.subarray(1), high.subarray(0, -1)),
    deviateOfCorrelation(high.subarray(8), high.subarray(0, -8)),
    deviateOfCorrelation(low.subarray(1), low.subarray(0, -1)),
    deviateOfCorrelation(high, low),
  ]);
