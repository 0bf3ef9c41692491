import { expect, test } from "vitest";
import { LONGEST_MS } from "../../server/core/constants.ts";
import { Core } from "../../server/engine/core.ts";
import { BINS, Histograms, addTo, binStart, binWidth, quantileOf } from "../../server/measure/histogram.ts";
import type { PackedHistograms } from "../../server/measure/histogram.ts";

const { binOf } = new Core().exports;

/** As many histograms as there are lists of values. */
function packed(...sets: readonly (readonly number[])[]): PackedHistograms {
  const core = new Core();
  const histograms = new Histograms(core, sets.length);
  sets.forEach((values, index) => {
    for (const value of values) core.exports.addToHistogram(histograms.at, index, value);
  });
  return histograms.pack();
}

const pooled = (...sets: readonly (readonly number[])[]): Float64Array => {
  const pool = new Float64Array(BINS);
  for (const values of sets) addTo(pool, packed(values), 0);
  return pool;
};

test("bins cover every duration once, without a gap", () => {
  for (let bin = 0; bin + 1 < BINS; bin++) {
    expect(binOf(binStart(bin))).toBe(bin);
    expect(binOf(binStart(bin) + binWidth(bin) - 1)).toBe(bin);
    expect(binStart(bin) + binWidth(bin)).toBe(binStart(bin + 1));
  }
  expect(binOf(LONGEST_MS)).toBe(BINS - 1);
  expect(binOf(LONGEST_MS * 8)).toBe(BINS - 1);
});

test("a bin is at most a sixty-fourth of its durations wide", () => {
  for (let bin = 64; bin < BINS; bin++) expect(binWidth(bin) / binStart(bin)).toBeLessThanOrEqual(1 / 64);
});

test("percentiles are within the width of a bin", () => {
  const values = Array.from({ length: 5_000 }, (_, i) => ((i * i) % 7_919) + i * 37);
  const sorted = [...values].sort((a, b) => a - b);
  for (const p of [0.01, 0.5, 0.9, 0.95, 0.999]) {
    const exact = sorted[Math.ceil(p * sorted.length) - 1];
    expect(Math.abs(quantileOf(pooled(values), p) - exact)).toBeLessThanOrEqual(exact / 64 + 1);
  }
});

test("short durations are exact", () => {
  expect(quantileOf(pooled([3, 3, 3, 90]), 0.75)).toBe(3);
  expect(quantileOf(pooled([3, 3, 3, 90]), 0.76)).toBe(90);
});

test("of nothing there is no percentile", () => {
  expect(quantileOf(pooled([]), 0.5)).toBeNaN();
});

test("two days merge to what one histogram of both would be", () => {
  const [a, b] = [
    [1, 500, 70_000],
    [500, 3_600_000],
  ];
  expect(pooled(a, b)).toEqual(pooled([...a, ...b]));
});

test("packing keeps each of several histograms apart", () => {
  const three = packed([5, 5, 1_000], [], [77_777]);
  const alone = [0, 1, 2].map((index) => {
    const pool = new Float64Array(BINS);
    addTo(pool, three, index);
    return pool;
  });
  expect(alone).toEqual([pooled([5, 5, 1_000]), pooled([]), pooled([77_777])]);
});
