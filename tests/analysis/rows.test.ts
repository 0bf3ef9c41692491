/** From days to tidy rows, on small ports. */
import { describe, expect, test } from "vitest";
import { DEFAULT_ANSWER, differencesOf } from "../../server/analysis/differences.ts";
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { PairedDays, PairingError } from "../../server/analysis/paired.ts";
import { shorterDays } from "../../server/analysis/shorter-days.ts";
import { joinVehicles } from "../../server/measure/join.ts";
import type { EstimateRow } from "../../shared/estimate.ts";
import { METRICS, isMetricId } from "../../shared/metrics.ts";
import { BUSY_DAY, tallied } from "../measure/tallied.ts";
import type { Tallied } from "../measure/tallied.ts";
import type { Day } from "../port/simulate.ts";

const DAYS = 6;
const run = (day: Day, seed = 1): Tallied[] =>
  Array.from({ length: DAYS }, (_, replication) => tallied(day, { seed, replication }));
const summaries = (days: readonly Tallied[]) => days.map(({ summary }) => summary);
const joins = (a: readonly Tallied[], b: readonly Tallied[]) =>
  a.map(({ rows }, day) => joinVehicles(rows, b[day].rows));

const MORE_BOOTHS: Day = {
  ...BUSY_DAY,
  staffing: {
    primary: { fast: { "06:00": 1, "24:00": 0 }, general: { "06:00": 2, "24:00": 0 } },
  },
};
const before = run(BUSY_DAY);
const after = run(MORE_BOOTHS);
const costs = { truckHour: 90, officerHour: 80 };
const estimates = estimatesOf({ name: "A", costs, expected: null, days: summaries(before) });
const paired = PairedDays.of(summaries(before), summaries(after), joins(before, after));
const differences = differencesOf({
  baseline: { name: "A", costs, expected: null },
  scenario: { name: "B", costs, expected: null },
  paired,
  answer: DEFAULT_ANSWER,
  compared: 1,
});

type Key = Partial<Pick<EstimateRow, "metric" | "statistic" | "class" | "stage" | "hour">>;
function find<R extends EstimateRow>(rows: readonly R[], key: Key): R {
  const full = { class: null, stage: null, hour: null, statistic: "mean", ...key };
  const found = rows.filter((row) =>
    Object.entries(full).every(([field, value]) => row[field as keyof R] === value),
  );
  expect(found).toHaveLength(1);
  return found[0];
}
const value = (key: Key): number => find(estimates, key).value;
const total = (rows: readonly EstimateRow[]): number => rows.reduce((sum, row) => sum + row.value, 0);

describe("estimates", () => {
  test("say each thing once, in the metric's unit, only by dimensions and statistics that it has", () => {
    const keys = estimates.map((row) => [row.metric, row.statistic, row.class, row.stage, row.hour].join());
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of estimates) {
      if (!isMetricId(row.metric)) throw new Error(`unknown metric ${row.metric}`);
      const { statistics, dimensions } = METRICS[row.metric];
      expect(statistics).toContain(row.statistic);
      for (const dimension of ["class", "stage", "hour"] as const) {
        if (row[dimension] !== null) expect(dimensions).toContain(dimension);
      }
      expect(row.unit).toBe(row.statistic === "shareOver60" ? "%" : METRICS[row.metric].unit);
    }
  });

  test("of every metric but those that need two scenarios", () => {
    const said = new Set(estimates.map(({ metric }) => metric));
    const compared = ["sharedVehicles", "onlyInBaseline", "onlyInScenario"];
    expect(Object.keys(METRICS).filter((metric) => !said.has(metric))).toEqual(compared);
  });

  test("have intervals that hold their value", () => {
    const outside = estimates.filter(({ value: middle, low, high, n, vehiclesNeeded }) =>
      n < 2
        ? low !== null || high !== null
        : (low ?? middle) > middle ||
          (high ?? middle) < middle ||
          (low === null || high === null) !== (vehiclesNeeded !== undefined),
    );
    expect(outside).toEqual([]);
    expect(estimates.filter(({ vehiclesNeeded }) => vehiclesNeeded !== undefined)).not.toEqual([]);
  });

  test("obey Little's law: the number inside is the rate of arrivals times the time in the port", () => {
    const perHour = value({ metric: "arrivals", statistic: "total" }) / 24;
    expect(value({ metric: "inside" })).toBeCloseTo((perHour * value({ metric: "crossingTime" })) / 60, 9);
  });

  test("divide the crossing time by place", () => {
    const parts = estimates.filter(({ metric }) => metric === "timeInStage");
    expect(total(parts)).toBeCloseTo(value({ metric: "crossingTime" }), 9);
  });

  test("add up over classes and hours", () => {
    const arrivals = estimates.filter(({ metric }) => metric === "arrivals");
    const all = value({ metric: "arrivals", statistic: "total" });
    expect(total(arrivals.filter((row) => row.class === "fast" || row.class === "general"))).toBeCloseTo(
      all,
      9,
    );
    expect(total(arrivals.filter((row) => row.class === "laden" || row.class === "empty"))).toBeCloseTo(
      all,
      9,
    );
    expect(total(arrivals.filter((row) => row.hour !== null))).toBeCloseTo(all, 9);
  });

  test("tie trucks, booth-hours and money together", () => {
    const hours = value({ metric: "boothHours", statistic: "total" });
    const trucks = value({ metric: "trucksPerBoothHour" }) * hours;
    expect(trucks).toBeCloseTo(24 * value({ metric: "throughput", stage: "primary" }), 6);
    expect(value({ metric: "staffCost", statistic: "total" })).toBeCloseTo(
      80 * value({ metric: "officerHours", statistic: "total" }),
      6,
    );
    const delayHours =
      (value({ metric: "delay" }) / 60) * value({ metric: "departures", statistic: "total" });
    expect(value({ metric: "delayCost", statistic: "total" })).toBeCloseTo(90 * delayHours, 6);
  });

  test("keep the queue as the sum of its places", () => {
    const before = [
      "outside",
      "exportCustoms",
      "exportCustoms.redLight",
      "nii",
      "approach",
      "approach.afterSplit",
      "primary",
    ];
    const places = before.map((stage) => find(estimates, { metric: "queue", stage }));
    expect(total(places)).toBeCloseTo(value({ metric: "queue" }), 9);
  });

  test("of one day have no bounds", () => {
    for (const row of estimatesOf({
      name: "A",
      costs: {},
      expected: null,
      days: summaries(before).slice(0, 1),
    })) {
      expect([row.low, row.high]).toEqual([null, null]);
    }
  });

  test("say nothing of money where no price is given", () => {
    const metrics = estimatesOf({ name: "A", costs: {}, expected: null, days: summaries(before) }).map(
      ({ metric }) => metric,
    );
    expect(metrics).not.toContain("delayCost");
    expect(metrics).not.toContain("staffCost");
  });
});

describe("differences", () => {
  test("are those of the estimates", () => {
    const other = estimatesOf({ name: "B", costs, expected: null, days: summaries(after) });
    for (const key of [
      { metric: "wait" },
      { metric: "wait", statistic: "p95" },
      { metric: "queue", hour: 8 },
    ] as const) {
      expect(find(differences, key).value).toBeCloseTo(find(other, key).value - value(key), 9);
    }
  });

  test("name one answer; its interval widens with the number of scenarios, the others hold singly", () => {
    const answer = find(differences, { metric: "wait" });
    expect(differences.filter(({ named }) => named)).toEqual([answer]);
    const ofThree = differencesOf({
      baseline: { name: "A", costs, expected: null },
      scenario: { name: "B", costs, expected: null },
      paired,
      answer: DEFAULT_ANSWER,
      compared: 3,
    });
    const wider = find(ofThree, { metric: "wait" });
    // Student's factors of 5 degrees of freedom at 1 − 0.05/3 and at 0.95.
    expect((wider.high! - wider.low!) / (answer.high! - answer.low!)).toBeCloseTo(3.5341 / 2.5706, 3);
    expect(find(ofThree, { metric: "delay" })).toEqual(find(differences, { metric: "delay" }));
  });

  test("of the same vehicles are their mean change", () => {
    let change = 0;
    let vehicles = 0;
    for (const join of joins(before, after)) {
      change += join.waitDifference.reduce((sum, ms) => sum + ms) / 60_000;
      vehicles += join.waitShared.reduce((sum, number) => sum + number);
    }
    expect(find(differences, { metric: "wait", statistic: "meanOfShared" }).value).toBeCloseTo(
      change / vehicles,
      9,
    );
    expect(find(differences, { metric: "sharedVehicles", statistic: "total" }).value).toBeCloseTo(
      vehicles / DAYS,
      9,
    );
    expect(find(differences, { metric: "onlyInScenario", statistic: "total" }).value).toBe(0);
  });

  test("of the number of vehicles in one scenario alone begin at none, and a change of the wait does not", () => {
    const once = joins(before, after);
    once[0] = { ...once[0], onlyInBaseline: once[0].onlyInBaseline.with(0, 1) };
    const rows = differencesOf({
      baseline: { name: "A", costs, expected: null },
      scenario: { name: "B", costs, expected: null },
      paired: PairedDays.of(summaries(before), summaries(after), once),
      answer: DEFAULT_ANSWER,
      compared: 1,
    });
    expect(find(rows, { metric: "onlyInBaseline", statistic: "total" })).toMatchObject({
      value: 1 / DAYS,
      low: 0,
    });
    expect(find(rows, { metric: "wait", statistic: "meanOfShared" }).low).toBeLessThan(0);
  });

  test("between a scenario and itself are nothing, for sure", () => {
    const same = PairedDays.of(summaries(before), summaries(before), joins(before, before));
    const none = { name: "A", costs, expected: null };
    const rows = differencesOf({
      baseline: none,
      scenario: none,
      paired: same,
      answer: DEFAULT_ANSWER,
      compared: 1,
    });
    for (const row of rows.filter(
      ({ metric }) => metric !== "sharedVehicles" && metric !== "onlyInBaseline",
    )) {
      if (row.n < 2) expect(row.value).toBe(0);
      else expect([row.value, row.low, row.high]).toEqual([0, 0, 0]);
    }
  });

  test("count the days on which the wait was shorter", () => {
    const mean = ({ summary }: Tallied): number => {
      const { sum, count } = summary.figures.wait;
      const all = (values: Float64Array): number =>
        values.slice(0, 12).reduce((total, value) => total + value);
      return all(sum) / all(count);
    };
    expect(shorterDays(paired)).toBe(after.filter((day, i) => mean(day) < mean(before[i])).length);
    expect(shorterDays(paired)).toBeGreaterThan(0);
  });
});

describe("pairing refuses", () => {
  const pair = (a: readonly Tallied[], b: readonly Tallied[]): PairedDays =>
    PairedDays.of(summaries(a), summaries(b), joins(a, b));
  const other = run(BUSY_DAY, 2);

  test("another seed", () => {
    expect(() => pair(before, other)).toThrow("cannot pair runs of seeds 1 and 2");
  });

  test("other replications, or another number of them", () => {
    expect(() => pair(before, [...before.slice(1), before[0]])).toThrow(
      "cannot pair replication 0 with replication 1",
    );
    expect(() => PairedDays.of(summaries(before), summaries(before).slice(1), [])).toThrow(PairingError);
  });

  test("another list of arrivals, and another date", () => {
    const list = (arrivals: readonly string[], from = "2024-05-07"): Tallied[] => [
      tallied({
        from,
        stages: BUSY_DAY.stages,
        arrivals,
        ...(BUSY_DAY.staffing && { staffing: BUSY_DAY.staffing }),
      }),
    ];
    const one = list(["08:00", "08:10"]);
    expect(() => pair(one, list(["08:00", "08:11"]))).toThrow(/cannot pair runs of other vehicles/);
    expect(() => pair(one, list(["08:00", "08:10"], "2024-05-08"))).toThrow(
      /cannot pair runs of other vehicles/,
    );
    expect(pair(one, list(["08:00", "08:10"])).baseline).toHaveLength(1);
  });
});
