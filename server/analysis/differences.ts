/**
 * What a scenario changes against the baseline, from paired days: every figure that both have, the mean
 * change of the same vehicles, and how many vehicles were in one of them alone.
 *
 * One answer is named before the runs. Its intervals hold together for all scenarios compared
 * (Bonferroni); every other interval holds singly, and says so.
 */
import type { DifferenceRow } from "../../shared/estimate.ts";
import { MINUTE } from "../../shared/units.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { unitOf } from "../../shared/metrics.ts";
import type { ResultClass } from "../../shared/vocabulary.ts";
import type { VehicleJoin } from "../measure/join.ts";
import { classRows, classesSeen, sumOver } from "./class-groups.ts";
import { controlsOf } from "./controls.ts";
import { antitheticRatioOf, controlsFor, figuresOfDays } from "./estimates.ts";
import type { ScenarioDays, Wanted } from "./estimates.ts";
import { keyOf } from "./figures.ts";
import { LEVEL, intervalOf } from "./linear.ts";
import type { Estimated, Linear } from "./linear.ts";
import { differenceEstimate, differenceSpread } from "./measure-of-days.ts";
import type { Measure, Measured } from "./measure-of-days.ts";
import { meanOf } from "./mean.ts";
import { atLeastNothing, possibleDifference } from "./possible.ts";
import type { PairedDays } from "./paired.ts";
import { ratioOf } from "./ratio.ts";
import { apart, haveTwoDays, meansOf, sumsOf } from "./replications.ts";

/** What is left out is not told apart: all classes, stages and hours. */
export type NamedAnswer = Pick<FigureKey, "metric" | "statistic"> & Partial<FigureKey>;
export const DEFAULT_ANSWER: NamedAnswer = { metric: "wait", statistic: "mean" };

export const isNamed = (key: FigureKey, answer: NamedAnswer): boolean =>
  keyOf(key) === keyOf({ class: null, stage: null, hour: null, ...answer });

/** Of each interval of the named answer, so that those of all scenarios compared hold together (Bonferroni). */
export const levelOfNamed = (compared: number): number => 1 - (1 - LEVEL) / Math.max(1, compared);

export type Comparison = {
  readonly baseline: Omit<ScenarioDays, "days">;
  readonly scenario: Omit<ScenarioDays, "days">;
  readonly paired: PairedDays;
  readonly answer: NamedAnswer;
  /** Scenarios compared with the baseline in all. */
  readonly compared: number;
  readonly wanted?: Wanted | undefined;
};

export function differencesOf(comparison: Comparison): DifferenceRow[] {
  const { baseline, scenario, paired, wanted } = comparison;
  const own = new Map(
    figuresOfDays({ ...scenario, days: paired.other }, wanted).map((figure) => [
      keyOf(figure),
      figure.measure,
    ]),
  );
  const controls = controlsOf(paired.baseline, baseline.expected);
  const ownControls = controlsOf(paired.other, scenario.expected);
  const single = haveTwoDays(paired.baseline) ? singleDays(comparison) : null;
  const common = figuresOfDays({ ...baseline, days: paired.baseline }, wanted).flatMap(
    ({ measure, ...key }) => {
      const other = own.get(keyOf(key));
      if (other === undefined) return [];
      const [from, to]: readonly [Measured, Measured] = [
        { measure, days: paired.baseline, controls: controlsFor(key, controls) },
        { measure: other, days: paired.other, controls: controlsFor(key, ownControls) },
      ];
      const difference = differenceEstimate(from, to, levelOf(comparison, key));
      if (difference === null) return [];
      const gain =
        single === null
          ? {}
          : antitheticRatioOf(
              differenceSpread(from, to),
              differenceSpread(...single(key, measure, other), [from, to]),
            );
      return [{ ...row(comparison, key, possibleDifference(difference, key)), ...gain }];
    },
  );
  return [...common, ...ofVehicles(comparison)];
}

/** Both sides of a difference as though the days of the pairs were independent. */
function singleDays({ baseline, scenario, paired }: Comparison) {
  const [from, to] = [apart(paired.baseline), apart(paired.other)];
  const [controls, ownControls] = [controlsOf(from, baseline.expected), controlsOf(to, scenario.expected)];
  return (key: FigureKey, measure: Measure, other: Measure): readonly [Measured, Measured] => [
    { measure, days: from, controls: controlsFor(key, controls) },
    { measure: other, days: to, controls: controlsFor(key, ownControls) },
  ];
}

function ofVehicles(comparison: Comparison): DifferenceRow[] {
  const { paired, wanted } = comparison;
  const classes: readonly (ResultClass | null)[] = [null, ...classesSeen(paired.baseline)];
  return JOINED.flatMap(({ metric, statistic, isCount, of }) =>
    classes.flatMap((reported) => {
      const key: FigureKey = { metric, statistic, class: reported, stage: null, hour: null };
      if (wanted !== undefined && !wanted(key)) return [];
      const linear = of(paired, classRows(reported));
      if (linear === null) return [];
      const estimate = intervalOf(linear, levelOf(comparison, key));
      return [row(comparison, key, isCount ? atLeastNothing(estimate) : estimate)];
    }),
  );
}

type Joined = Pick<FigureKey, "metric" | "statistic"> & {
  /** Of vehicles; else it may be less than nothing. */
  readonly isCount: boolean;
  readonly of: (paired: PairedDays, rows: readonly number[]) => Linear | null;
};

/** Mean change of those in both, in minutes: the vehicles of a day belong together, as in all ratios. */
const change =
  (difference: keyof VehicleJoin, shared: keyof VehicleJoin): Joined["of"] =>
  (paired, rows) =>
    ratioOf(
      sumsOf(paired.baseline, (_, day) => sumOver(paired.joins[day][difference], rows) / MINUTE),
      sumsOf(paired.baseline, (_, day) => sumOver(paired.joins[day][shared], rows)),
    );

const number =
  (of: keyof VehicleJoin): Joined["of"] =>
  (paired, rows) =>
    meanOf(meansOf(paired.baseline, (_, day) => sumOver(paired.joins[day][of], rows)));

const JOINED: readonly Joined[] = [
  {
    metric: "wait",
    statistic: "meanOfShared",
    isCount: false,
    of: change("waitDifference", "waitShared"),
  },
  {
    metric: "crossingTime",
    statistic: "meanOfShared",
    isCount: false,
    of: change("crossingDifference", "crossingShared"),
  },
  { metric: "sharedVehicles", statistic: "total", isCount: true, of: number("waitShared") },
  { metric: "onlyInBaseline", statistic: "total", isCount: true, of: number("onlyInBaseline") },
  { metric: "onlyInScenario", statistic: "total", isCount: true, of: number("onlyInScenario") },
];

const levelOf = ({ answer, compared }: Comparison, key: FigureKey): number =>
  isNamed(key, answer) ? levelOfNamed(compared) : LEVEL;

const row = (
  { baseline, scenario, answer }: Comparison,
  key: FigureKey,
  estimate: Estimated,
): DifferenceRow => ({
  scenario: scenario.name,
  baseline: baseline.name,
  ...key,
  unit: unitOf(key.metric, key.statistic),
  ...estimate,
  named: isNamed(key, answer),
});
