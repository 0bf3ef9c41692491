import { expect, test } from "vitest";
import {
  BINS,
  Histograms,
  LONGEST_MS,
  addTo,
  binOf,
  binStart,
  binWidth,
  countOf,
  countUpTo,
  quantileOf,
} from "../../server/measure/histogram.ts";

const pooled = (...sets: readonly (readonly number[])[]): Float64Array => {
  const pool = new Float64Array(BINS);
  for (const values of sets) {
    const histogram = new Histograms(1);
    for (const value of values) histogram.add(0, value);
    addTo(pool, histogram.pack(), 0);
  }
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
  const histograms = new Histograms(3);
  for (const value of [5, 5, 1_000]) histograms.add(0, value);
  histograms.add(2, 77_777);
  const packed = histograms.pack();
  expect([0, 1, 2].map((index) => countOf(packed, index))).toEqual([3, 0, 1]);
  expect([4, 5, 999, 2_000].map((ms) => countUpTo(packed, 0, ms))).toEqual([0, 2, 2, 3]);
  expect(countUpTo(packed, 2, 70_000)).toBe(0);
});

test("counting up to a percentile gives its share back", () => {
  const histograms = new Histograms(1);
  for (let i = 1; i <= 1_000; i++) histograms.add(0, i * 977);
  const packed = histograms.pack();
  const pool = new Float64Array(BINS);
  addTo(pool, packed, 0);
  for (const p of [0.1, 0.5, 0.95])
    expect(countUpTo(packed, 0, quantileOf(pool, p)) / 1_000).toBeCloseTo(p, 9);
});
