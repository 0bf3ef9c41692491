/**
 * The one list of what is measured: ids, units, statistics, dimensions and which way is better. Frame
 * fields, table rows, axis titles, report text and column headers derive from it.
 *
 * Inside the program times are whole ms; an estimate is in the unit named here.
 */

import type { Cause } from "./vocabulary.ts";

export const METRIC_UNITS = ["min", "km", "%", "/h", "h", "vehicles", "$"] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

export const STATISTICS = [
  "mean",
  "p50",
  "p95",
  "max",
  "shareOver60",
  "endOfHour",
  "total",
  "meanOfShared",
] as const;
export type Statistic = (typeof STATISTICS)[number];

export const METRIC_DIMENSIONS = ["class", "stage", "hour"] as const;
export type MetricDimension = (typeof METRIC_DIMENSIONS)[number];

export const DIRECTIONS = ["less", "more", "neither"] as const;
/** What is better. */
export type Direction = (typeof DIRECTIONS)[number];

export type MetricDefinition = {
  readonly unit: MetricUnit;
  readonly statistics: readonly Statistic[];
  readonly dimensions: readonly MetricDimension[];
  readonly better: Direction;
  /** Exists only between two scenarios. */
  readonly compared?: true;
  /** Follows the plan of officers: that it is the same on all days is no luck. */
  readonly planned?: true;
};

export const METRICS = {
  wait: {
    unit: "min",
    statistics: ["mean", "p50", "p95", "max", "shareOver60", "meanOfShared"],
    dimensions: ["class", "hour"],
    better: "less",
  },
  waitFromReader: { unit: "min", statistics: ["mean", "p95"], dimensions: ["class"], better: "less" },
  crossingTime: {
    unit: "min",
    statistics: ["mean", "p95", "meanOfShared"],
    dimensions: ["class", "hour"],
    better: "less",
  },
  delay: { unit: "min", statistics: ["mean"], dimensions: ["class", "hour"], better: "less" },
  delayOfficers: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  delayBlocked: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  delayTrapped: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  delayClosed: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  delayScanner: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  delayReview: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  delaySetUp: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  dwell: { unit: "min", statistics: ["mean"], dimensions: ["stage", "class", "hour"], better: "less" },
  timeInStage: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  stageWait: { unit: "min", statistics: ["mean", "p95"], dimensions: ["stage", "class"], better: "less" },
  blockedTime: { unit: "min", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  queue: {
    unit: "vehicles",
    statistics: ["mean", "max", "endOfHour"],
    dimensions: ["stage", "hour"],
    better: "less",
  },
  queueKm: { unit: "km", statistics: ["mean", "max"], dimensions: [], better: "less" },
  inside: {
    unit: "vehicles",
    statistics: ["mean", "max", "endOfHour"],
    dimensions: ["stage", "hour"],
    better: "neither",
  },
  arrivals: { unit: "vehicles", statistics: ["total"], dimensions: ["class", "hour"], better: "neither" },
  departures: { unit: "vehicles", statistics: ["total"], dimensions: ["class"], better: "more" },
  turnedAway: { unit: "vehicles", statistics: ["total"], dimensions: ["class"], better: "less" },
  gaveUp: { unit: "vehicles", statistics: ["total"], dimensions: ["class"], better: "less" },
  unfinished: { unit: "vehicles", statistics: ["total"], dimensions: ["class"], better: "less" },
  throughput: { unit: "/h", statistics: ["mean"], dimensions: ["stage", "hour"], better: "more" },
  utilization: { unit: "%", statistics: ["mean"], dimensions: ["stage", "hour"], better: "neither" },
  blockedShare: { unit: "%", statistics: ["mean"], dimensions: ["stage"], better: "less" },
  boothHours: { unit: "h", statistics: ["total"], dimensions: ["stage"], better: "less", planned: true },
  trucksPerBoothHour: { unit: "/h", statistics: ["mean"], dimensions: [], better: "more" },
  officerHours: { unit: "h", statistics: ["total"], dimensions: ["stage"], better: "less", planned: true },
  delayCost: { unit: "$", statistics: ["total"], dimensions: [], better: "less" },
  staffCost: { unit: "$", statistics: ["total"], dimensions: [], better: "less", planned: true },
  sharedVehicles: {
    unit: "vehicles",
    statistics: ["total"],
    dimensions: ["class"],
    better: "neither",
    compared: true,
  },
  onlyInBaseline: {
    unit: "vehicles",
    statistics: ["total"],
    dimensions: ["class"],
    better: "neither",
    compared: true,
  },
  onlyInScenario: {
    unit: "vehicles",
    statistics: ["total"],
    dimensions: ["class"],
    better: "neither",
    compared: true,
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

export type MetricId = keyof typeof METRICS;

// Object.keys loses the literal type of its own object.
export const METRIC_IDS = Object.keys(METRICS) as readonly MetricId[];

/** Shares are percentages whatever the metric is measured in. */
export const unitOf = (metric: MetricId, statistic: Statistic): MetricUnit =>
  statistic === "shareOver60" ? "%" : METRICS[metric].unit;

export const isMetricId = (text: string): text is MetricId => Object.hasOwn(METRICS, text);

/** Parts of the delay, which add up to it. */
export const METRIC_OF_CAUSE: Readonly<Record<Cause, MetricId>> = {
  officers: "delayOfficers",
  blocked: "delayBlocked",
  trapped: "delayTrapped",
  closed: "delayClosed",
  scanner: "delayScanner",
  review: "delayReview",
  setUp: "delaySetUp",
};

/** How a comparison came out; `unknown`: one day tells nothing about other days; `fewVehicles`: few tell no end. */
export const OUTCOMES = [
  "better",
  "worse",
  "different",
  "tooClose",
  "equal",
  "unknown",
  "fewVehicles",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The sentence that says so: which way the number went, whatever is better. */
export const VERDICTS = ["cuts", "raises", "tooClose", "equal", "unknown", "fewVehicles"] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** What each language says about all of this; a missing key does not compile. `{{name}}` is filled in. */
export type MetricTexts = {
  readonly metrics: Readonly<
    Record<
      MetricId,
      {
        readonly title: string;
        readonly definition: string;
        /** As `noun` of a statistic's phrase: "the mean {{noun}}". */
        readonly noun: string;
      }
    >
  >;
  readonly statistics: Readonly<Record<Statistic, { readonly title: string; readonly phrase: string }>>;
  readonly units: Readonly<Record<MetricUnit, { readonly short: string; readonly long: string }>>;
  /** The unit of a difference between percentages. */
  readonly points: string;
  readonly dimensions: Readonly<Record<MetricDimension, string>>;
  /** Sentences with scenario, baseline, what (a phrase), by, low, high, unit, level, days and vehicles (needed). */
  readonly verdicts: Readonly<Record<VerdictKind, string>>;
  /** The same in a word. */
  readonly outcomes: Readonly<Record<Outcome, string>>;
};
