import { expect, test } from "vitest";
import { allocateRuns } from "../../../server/analysis/ranking/ocba.ts";

const system = (mean: number, variance: number, runs: number) => ({ mean, variance, runs });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test("a hundred more runs of five systems go as in the published example", () => {
  const systems = [
    system(1.2, 3.3, 12),
    system(2.1, 2, 6),
    system(3.4, 4.5, 5),
    system(4.87, 5.3, 5),
    system(6.05, 6.9, 4),
  ];
  expect(allocateRuns(systems, 100)).toEqual([48, 38, 11, 2, 1]);
});

test("two systems share the runs as their standard deviations", () => {
  expect(allocateRuns([system(1, 9, 0), system(2, 1, 0)], 400)).toEqual([300, 100]);
});

test("the order of systems does not matter", () => {
  const forward = [system(3, 4, 10), system(2, 1, 10), system(5, 2, 10)];
  expect(allocateRuns([...forward].reverse(), 60)).toEqual([...allocateRuns(forward, 60)].reverse());
});

test("a system that has had more than its share gets no more, and the others what is left", () => {
  const runs = allocateRuns([system(0, 1, 5), system(1, 1, 5), system(50, 1, 200)], 40);
  expect(runs[2]).toBe(0);
  expect(runs[0] + runs[1]).toBe(40);
  expect(Math.abs(runs[0] - runs[1])).toBeLessThanOrEqual(2);
});

test("systems equal to the best share with it what those behind do not need", () => {
  const runs = allocateRuns([system(1, 1, 10), system(1, 1, 10), system(1, 1, 10), system(2, 1, 10)], 300);
  expect(sum(runs)).toBe(300);
  expect(runs[3]).toBe(0);
  expect(Math.min(runs[1], runs[2])).toBeGreaterThan(80);
});

test("where nothing varies the best is run again", () => {
  expect(allocateRuns([system(2, 0, 3), system(1, 0, 3)], 10)).toEqual([0, 10]);
});

test("a single system gets all", () => {
  expect(allocateRuns([system(2, 1, 3)], 10)).toEqual([10]);
});

test("a mean that is no number is refused with what was given", () => {
  expect(() => allocateRuns([system(Number.NaN, 1, 3), system(1, 1, 3)], 10)).toThrow("is no number");
});
