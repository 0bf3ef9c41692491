/** From the stretches of a case to figures with their intervals, and whether they agree with theory. */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { studentFactor } from "../analysis/linear.ts";
import type { Case, Check, TheorySet } from "./case.ts";
import { controlledMean, mean } from "../analysis/controlled-mean.ts";
import { columnsOf } from "./simulate.ts";
import type { Observed } from "./simulate.ts";

/** The exact value must lie in the wide interval; the narrow one must be small. */
const WIDE = 0.9999;
const NARROW = 0.99;
const QUICK_LIMIT = 0.05;
const FULL_LIMIT = 0.02;

/** Why a figure does not agree: off: the interval excludes the exact value; wide: it is too wide; inputs: an input is off its known mean. */
export type Verdict = "agrees" | "off" | "wide" | "inputs";

export type Figure = {
  readonly check: Check;
  readonly value: number;
  /** Half-widths of the 99 % and the 99.99 % interval; 0 where nothing is drawn. */
  readonly half99: number;
  readonly half9999: number;
  /** Largest 99 % half-width that may pass, as a share of the value. */
  readonly limit: number;
  readonly verdict: Verdict;
};

type Interval = Pick<Figure, "value" | "half99" | "half9999">;

export function figuresOf(known: Case, set: TheorySet, observed: readonly Observed[]): readonly Figure[] {
  return known.checks.map((check, i) => {
    const values = Float64Array.from(observed, ({ figures }) => figures[i]!);
    const inputs = columnsOf(known, check).map((column) =>
      Float64Array.from(observed, ({ inputs }) => inputs[column]!),
    );
    const limit = known.isExact ? 0 : limitOf(check, set);
    const interval = intervalOf(known, check, values, inputs);
    return { check, ...interval, limit, verdict: verdictOf(check, interval, limit, inputs) };
  });
}

const limitOf = (check: Check, set: TheorySet): number =>
  set === "quick" ? QUICK_LIMIT : (check.within ?? FULL_LIMIT);

function intervalOf(
  known: Case,
  check: Check,
  values: Float64Array,
  inputs: readonly Float64Array[],
): Interval {
  if (known.isExact) return { value: values[0]!, half99: 0, half9999: 0 };
  if (check.measure.of === "dispersionAt") return dispersion(values);
  const { value, standardError, degreesOfFreedom } = controlledMean(values, inputs);
  const half = (level: number): number => studentFactor(level, degreesOfFreedom + 1) * standardError;
  return { value, half99: half(NARROW), half9999: half(WIDE) };
}

/** The ratio of variance to mean of n Poisson counts has a standard error of √(2 / (n − 1)). */
function dispersion(values: Float64Array): Interval {
  const n = values.length;
  const average = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (n - 1);
  const half = (level: number): number => normalQuantile((1 + level) / 2, 0, 1) * Math.sqrt(2 / (n - 1));
  return { value: variance / average, half99: half(NARROW), half9999: half(WIDE) };
}

function verdictOf(
  { exact }: Check,
  { value, half99, half9999 }: Interval,
  limit: number,
  inputs: readonly Float64Array[],
): Verdict {
  if (!(Math.abs(value - exact) <= half9999)) return "off";
  if (!(half99 <= limit * exact)) return "wide";
  return inputs.every(isAtItsMean) ? "agrees" : "inputs";
}

/** A wrong draw must not be taken for luck, and corrected away. */
function isAtItsMean(input: Float64Array): boolean {
  const { value, standardError, degreesOfFreedom } = controlledMean(input, []);
  return Math.abs(value) <= studentFactor(WIDE, degreesOfFreedom + 1) * standardError;
}
