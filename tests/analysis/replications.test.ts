/** Replications of two days: they count as one, whatever is estimated. */
import { describe, expect, test } from "vitest";
import { badDayOf } from "../../server/analysis/bad-days.ts";
import { classRows } from "../../server/analysis/class-groups.ts";
import { controlsOf } from "../../server/analysis/controls.ts";
import { DEFAULT_ANSWER, differencesOf } from "../../server/analysis/differences.ts";
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { intervalOf } from "../../server/analysis/linear.ts";
import { differenceSpread, spreadOf } from "../../server/analysis/measure-of-days.ts";
import type { Measured } from "../../server/analysis/measure-of-days.ts";
import { meanOf } from "../../server/analysis/mean.ts";
import { PairedDays } from "../../server/analysis/paired.ts";
import {
  apart,
  byReplication,
  firstDays,
  haveTwoDays,
  meansOf,
  sumsOf,
} from "../../server/analysis/replications.ts";
import { shorterDays } from "../../server/analysis/shorter-days.ts";
import { joinVehicles } from "../../server/measure/join.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";
import { expectedArrivals } from "../../server/port/expected-arrivals.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { runWithRows } from "../../server/run/replication.ts";
import type { EstimateRow } from "../../shared/estimate.ts";
import { ONE_MORE, TODAY } from "../run/small-ports.ts";
import { dayOf } from "./histograms.ts";

const PAIRS = 24;
const runs = (loaded: typeof TODAY) => {
  const plan = planScenario(loaded);
  return Array.from({ length: 2 * PAIRS }, (_, day) =>
    runWithRows(plan, { seed: 4, replication: day >> 1, antithetic: day % 2 === 1 }),
  );
};
const [today, more] = [runs(TODAY), runs(ONE_MORE)];
const [days, moreDays] = [today, more].map((all) => all.map(({ summary }) => summary)) as [
  ReplicationSummary[],
  ReplicationSummary[],
];
const paired = PairedDays.of(
  days,
  moreDays,
  today.map(({ rows }, day) => joinVehicles(rows, more[day]!.rows)),
);

const estimatesFrom = (of: readonly ReplicationSummary[], expected: Float64Array | null = null) =>
  estimatesOf({ name: "A", costs: {}, expected, days: of });
const find = (rows: readonly EstimateRow[], metric: string, statistic: string): EstimateRow =>
  rows.find(
    (row) =>
      row.metric === metric && row.statistic === statistic && (row.class ?? row.stage ?? row.hour) === null,
  )!;

/** Mean of numbers of independent days, and its variance. */
function spread(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) / values.length };
}

describe("days of one replication", () => {
  const four = [0, 0, 1, 1].map((replication, day) => ({ replication, day }));

  test("are taken together in the order in which they stand", () => {
    expect([...sumsOf(four, ({ day }) => 10 ** day)]).toEqual([11, 1_100]);
    expect(byReplication(four).map((own) => own.map(({ day }) => day))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(firstDays(four).map(({ day }) => day)).toEqual([0, 2]);
    expect([haveTwoDays(four), haveTwoDays(firstDays(four)), haveTwoDays(apart(days.slice(0, 4)))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("have the mean of those that have the number", () => {
    expect([...meansOf(four, ({ day }) => (day === 1 ? Number.NaN : day))]).toEqual([0, 2.5]);
    expect([...meansOf(four, () => Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("an estimate from pairs", () => {
  const rows = estimatesFrom(days);

  test("is that of all their days", () => {
    const single = estimatesFrom(apart(days));
    const keysOf = (all: readonly EstimateRow[]) =>
      all.map(({ metric, statistic, class: of, stage, hour }) => [metric, statistic, of, stage, hour]);
    expect(keysOf(rows)).toEqual(keysOf(single));
    for (const [metric, statistic] of [
      ["wait", "mean"],
      ["wait", "p95"],
      ["queue", "max"],
      ["arrivals", "total"],
    ] as const)
      expect(find(rows, metric, statistic).value).toBeCloseTo(find(single, metric, statistic).value, 9);
  });

  test("has the interval of the means of pairs, and says what these brought against as many days", () => {
    const arrivals = days.map(({ vehicles }) => vehicles.arrived.subarray(0, 12).reduce((a, b) => a + b, 0));
    const pairs = Array.from({ length: PAIRS }, (_, k) => (arrivals[2 * k]! + arrivals[2 * k + 1]!) / 2);
    const ofPairs = spread(pairs);
    const row = find(rows, "arrivals", "total");
    expect(row.n).toBe(PAIRS);
    expect(row.value).toBeCloseTo(ofPairs.mean, 9);
    const { low, high } = intervalOf(meanOf(pairs)!);
    expect([row.low, row.high]).toEqual([expect.closeTo(low!, 9), expect.closeTo(high!, 9)]);
    expect(row.antitheticRatio).toBeCloseTo(ofPairs.variance / spread(arrivals).variance, 9);
    expect(row.antitheticRatio).toBeLessThan(0.8);
  });

  test("counts pairs for percentiles and the highest of each day too", () => {
    expect(find(rows, "wait", "p95")).toMatchObject({ n: PAIRS, antitheticRatio: expect.any(Number) });
    expect(find(rows, "queue", "max").n).toBe(PAIRS);
  });

  test("is controlled by the arrivals of pairs", () => {
    const expected = expectedArrivals(planScenario(TODAY))!;
    const [control] = controlsOf(days, expected);
    const [ofDays] = controlsOf(apart(days).slice(0, 30), expected);
    expect(control).toHaveLength(PAIRS);
    expect(control![3]).toBeCloseTo((ofDays![6]! + ofDays![7]!) / 2, 9);
    expect(find(estimatesFrom(days, expected), "wait", "mean").varianceRatio).toBeDefined();
  });

  test("of days that are no pairs says nothing of them", () => {
    expect(find(estimatesFrom(firstDays(days)), "wait", "mean").antitheticRatio).toBeUndefined();
  });
});

test("a difference counts pairs, and says what they brought", () => {
  const about = { costs: {}, expected: null };
  const rows = differencesOf({
    baseline: { name: "A", ...about },
    scenario: { name: "B", ...about },
    paired,
    answer: DEFAULT_ANSWER,
    compared: 1,
  });
  const [from, to] = [estimatesFrom(days), estimatesFrom(moreDays)].map((all) => find(all, "wait", "mean"));
  expect(find(rows, "wait", "mean")).toMatchObject({
    n: PAIRS,
    value: expect.closeTo(to!.value - from!.value, 9),
    antitheticRatio: expect.any(Number),
  });
  expect(find(rows, "wait", "meanOfShared").n).toBe(PAIRS);
});

test("what pairs brought to the difference of a percentile from nobody who waits is what they brought to the percentile", () => {
  const nobodyWaits = dayOf([0, 0, 0]);
  const waits = { of: ({ figures }: ReplicationSummary) => figures.waits, rows: classRows(null) };
  const nothing = { of: () => nobodyWaits.days[0]!, rows: nobodyWaits.rows };
  const measured = ({ of, rows }: typeof waits, all: readonly ReplicationSummary[]): Measured => ({
    measure: { kind: "quantile", p: 0.95, of, rows, unitMs: 1 },
    days: all,
    controls: [],
  });
  const both = (all: readonly ReplicationSummary[]) =>
    [measured(nothing, all), measured(waits, all)] as const;
  const ratio = differenceSpread(...both(days))! / differenceSpread(...both(apart(days)), both(days))!;
  const { measure } = measured(waits, days);
  expect(ratio).toBeCloseTo(spreadOf(measure, days)! / spreadOf(measure, apart(days))!, 9);
});

test("where days are counted it is the first of each pair", () => {
  expect(badDayOf(days)).toEqual(badDayOf(firstDays(days)));
  const first = PairedDays.of(
    firstDays(days),
    firstDays(moreDays),
    paired.joins.filter((_, day) => day % 2 === 0),
  );
  expect(shorterDays(paired)).toBe(shorterDays(first));
});
