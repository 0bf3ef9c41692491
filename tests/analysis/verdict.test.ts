import { describe, expect, test } from "vitest";
import type { DifferenceRow } from "../../shared/estimate.ts";
import { metrics as en } from "../../shared/messages/en/metrics.ts";
import { metrics as es } from "../../shared/messages/es/metrics.ts";
import { metrics as fr } from "../../shared/messages/fr/metrics.ts";
import { METRICS, METRIC_IDS, STATISTICS } from "../../shared/metrics.ts";
import { phraseOf, verdictOf, verdictSentence } from "../../shared/verdict.ts";

const row = (part: Partial<DifferenceRow>): DifferenceRow => ({
  scenario: "B",
  baseline: "A",
  metric: "wait",
  statistic: "mean",
  class: null,
  stage: null,
  hour: null,
  unit: "min",
  value: -12.4,
  low: -13.8,
  high: -10.9,
  n: 30,
  named: true,
  ...part,
});
const plain = (value: number, signed: boolean): string => (signed && value > 0 ? "+" : "") + value.toFixed(1);
const sentence = (part: Partial<DifferenceRow>): string => verdictSentence(row(part), en, plain);

test.each([
  [{ value: -12.4, low: -13.8, high: -10.9 }, "less", "better"],
  [{ value: 12.4, low: 10.9, high: 13.8 }, "less", "worse"],
  [{ value: 12.4, low: 10.9, high: 13.8 }, "more", "better"],
  [{ value: -12.4, low: -13.8, high: -10.9 }, "more", "worse"],
  [{ value: 12.4, low: 10.9, high: 13.8 }, "neither", "different"],
  [{ value: 1, low: -1, high: 3 }, "less", "tooClose"],
  [{ value: 1, low: 0, high: 2 }, "less", "tooClose"],
  [{ value: 0, low: 0, high: 0 }, "less", "equal"],
  [{ value: 1, low: 1, high: 1 }, "less", "worse"],
  [{ value: 1, low: 1, high: 1, n: 19 }, "less", "unknown"],
  [{ value: 0, low: 0, high: 0, n: 2 }, "less", "equal"],
  [{ value: -40, low: null, high: null }, "less", "unknown"],
  [{ value: -40, low: -50, high: null, vehiclesNeeded: 72 }, "less", "fewVehicles"],
  [{ value: 40, low: 30, high: null, vehiclesNeeded: 72 }, "less", "fewVehicles"],
  [{ value: 0, low: null, high: null, vehiclesNeeded: 72 }, "less", "fewVehicles"],
] as const)("%o where %s is better is %s", (difference, better, outcome) => {
  expect(verdictOf({ n: 20, ...difference }, better).outcome).toBe(outcome);
});

describe("in a sentence", () => {
  test("a cut is told by its size, the smaller bound first", () => {
    expect(sentence({})).toBe("B cuts the mean wait by 12.4 min (95 %: 10.9 to 13.8)");
  });

  test("a rise too", () => {
    expect(sentence({ statistic: "p95", value: 3, low: 1, high: 5 })).toBe(
      "B raises the 95th percentile of wait by 3.0 min (95 %: 1.0 to 5.0)",
    );
  });

  test("what the interval does not tell is not told", () => {
    expect(sentence({ value: 0.5, low: -1, high: 2 })).toBe(
      "B against A: the mean wait is too close to call (95 %: -1.0 to +2.0 min; days: 30)",
    );
  });

  test("one day tells no more than itself", () => {
    expect(sentence({ low: null, high: null, n: 1 })).toBe(
      "B against A: the mean wait differs by -12.4 min; too few days to say how sure that is",
    );
  });

  test("few vehicles tell no more than the difference", () => {
    expect(sentence({ statistic: "p95", low: null, high: null, vehiclesNeeded: 72 })).toBe(
      "B against A: the 95th percentile of wait differs by -12.4 min; fewer than 72 vehicles do not tell how sure that is",
    );
  });

  test("shares differ by points", () => {
    expect(sentence({ metric: "utilization", unit: "%" })).toContain("by 12.4 points");
  });

  test.each([
    ["en", en],
    ["es", es],
    ["fr", fr],
  ] as const)("every metric has one in %s, with nothing left to fill in", (_, texts) => {
    for (const metric of METRIC_IDS) {
      for (const statistic of METRICS[metric].statistics) {
        for (const bounds of [
          {},
          { low: -13, high: 2 },
          { low: null, high: null },
          { value: 0, low: 0, high: 0 },
        ]) {
          const text = verdictSentence(row({ metric, statistic, ...bounds }), texts, plain);
          expect(text).not.toMatch(/[{}]|undefined/);
          expect(text).toContain("B");
        }
      }
    }
  });

  test("no sentence speaks of significance", () => {
    expect(JSON.stringify([en, es, fr])).not.toMatch(/signifi|p-val|valor p/i);
  });
});

test("phrases name the statistic", () => {
  const phrases = STATISTICS.map((statistic) => phraseOf({ metric: "wait", statistic }, en));
  expect(new Set(phrases).size).toBe(STATISTICS.length);
});
