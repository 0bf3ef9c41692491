/**
 * How much days differ from each other, through real runs of a port: a generator whose replications share numbers looks
 * right in every single day and makes days too much or too little alike.
 */
import { PortRun } from "../../server/port/run.ts";
import type { DrawGenerator } from "../../server/engine/draws.ts";
import type { WholeMeasure } from "../../server/theory/case.ts";
import { planOf } from "../../server/theory/simulate.ts";
import { TheoryTally } from "../../server/theory/tally.ts";
import { HOUR } from "../../shared/units.ts";
import { sequential } from "../engine/draws/broken.ts";
import type { Check } from "../engine/draws/checks.ts";
import { ofDeviates } from "../engine/draws/figure.ts";
import type { Figure } from "../engine/draws/figure.ts";
import { mean, variance } from "../engine/statistics.ts";

const DAY = 4 * HOUR;
const DAYS_A_GROUP = 100;
const WAIT: WholeMeasure = { of: "wait", place: "queue" };

const plan = planOf("t03-mm1-from-empty.yaml", 1);

/** By replication: the mean wait, in minutes, at one server that is busy nine tenths of the time. */
function dailyMeans(generator: DrawGenerator, days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, replication) => {
    const observer = new TheoryTally({ measures: [WAIT] });
    new PortRun(plan, { seed: 5, replication, observer, generator }).advance(DAY);
    return observer.value(WAIT);
  });
}

type Estimated = { readonly value: number; readonly error: number };

const estimateOf = (values: ArrayLike<number>): Estimated => ({
  value: mean(values),
  error: Math.sqrt(variance(values) / values.length),
});

/** The standard deviation between the days of a group, on average over groups. */
const spreadOf = (days: Float64Array): Estimated =>
  estimateOf(
    Array.from({ length: Math.floor(days.length / DAYS_A_GROUP) }, (_, group) =>
      Math.sqrt(variance(days.subarray(DAYS_A_GROUP * group, DAYS_A_GROUP * (group + 1)))),
    ),
  );

const deviateBetween = (one: Estimated, other: Estimated): number =>
  (one.value - other.value) / Math.hypot(one.error, other.error);

/** By number of days, so that it is computed once for all generators. */
const references = new Map<number, Float64Array>();

function referenceMeans(days: number): Float64Array {
  const known = references.get(days) ?? dailyMeans(sequential(1), days);
  references.set(days, known);
  return known;
}

function spreadBetweenDays(generator: DrawGenerator, days: number): Figure {
  const found = dailyMeans(generator, days);
  const expected = referenceMeans(days);
  const [spread, reference] = [spreadOf(found), spreadOf(expected)];
  const means = deviateBetween(estimateOf(found), estimateOf(expected));
  const figure = ofDeviates([deviateBetween(spread, reference), means], "deviates, of spread and mean");
  const ratio = spread.value / reference.value;
  const error = ratio * Math.hypot(spread.error / spread.value, reference.error / reference.value);
  return {
    ...figure,
    found: `${figure.found}; spread ${ratio.toFixed(3)} ± ${error.toFixed(3)} of the reference's`,
  };
}

export const SPREAD: Check = {
  claim: "the mean wait of a day varies between days as under a sequential generator",
  unit: "days",
  quick: 2_000,
  full: 100_000,
  run: spreadBetweenDays,
  finds: ["words combined before the mix"],
};
