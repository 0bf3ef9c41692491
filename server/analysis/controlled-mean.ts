/**
 * A mean with control variates: the intercept of the least squares of a figure on inputs that have mean 0,
 * and so what the figure would be had every input come out at its mean. The coefficients are estimated
 * from the same runs, and each costs a degree of freedom; for normal figures the interval is exact
 * (Lavenberg and Welch, Management Science 27, 1981).
 */
import { floats } from "./floats.ts";
import { cholesky, dot, solve } from "./least-squares.ts";

export type Controlled = {
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
};

/** What inputs, columns of one number a run, say of any figure of the same runs. */
export type Regression = {
  /** Less their means. */
  readonly columns: readonly Float64Array[];
  readonly means: readonly number[];
  readonly factor: ReturnType<typeof cholesky>;
  /** By run: what its figure counts for in the value, and how much of its own fit it decides. */
  readonly weights: Float64Array;
  readonly leverages: Float64Array;
};

export function regressionOn(inputs: readonly Float64Array[], n: number): Regression {
  const means = inputs.map(mean);
  const columns = inputs.map((input, j) => less(input, means[j]));
  const factor = cholesky(columns.map((column) => columns.map((other) => dot(column, other))));
  const toMeans = solve(factor, means);
  const weights = new Float64Array(n).fill(1 / n);
  const leverages = new Float64Array(n).fill(1 / n);
  for (let run = 0; run < n; run++) {
    const row = columns.map((column) => column[run]);
    solve(factor, row).forEach((part, j) => {
      weights[run] -= toMeans[j] * row[j];
      leverages[run] += part * row[j];
    });
  }
  return { columns, means, factor, weights, leverages };
}

/** What the figure would be had every input come out at its mean; and by run, what the inputs do not explain of it. */
export function explained(
  figures: Float64Array,
  { columns, means, factor }: Regression,
): { readonly value: number; readonly residuals: Float64Array } {
  const meanFigure = mean(figures);
  const residuals = less(figures, meanFigure);
  const coefficients = solve(
    factor,
    columns.map((column) => dot(column, residuals)),
  );
  let value = meanFigure;
  for (let j = 0; j < columns.length; j++) {
    takeOff(residuals, coefficients[j], columns[j]);
    value -= coefficients[j] * means[j];
  }
  return { value, residuals };
}

export function controlledMean(figures: Float64Array, inputs: readonly Float64Array[]): Controlled {
  const regression = regressionOn(inputs, figures.length);
  const { value, residuals } = explained(figures, regression);
  const degreesOfFreedom = figures.length - 1 - inputs.length;
  const variance = dot(residuals, residuals) / degreesOfFreedom;
  const spread = dot(regression.weights, regression.weights);
  return { value, standardError: Math.sqrt(variance * spread), degreesOfFreedom };
}

export function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Each value less a number. Loops of their own: an experiment asks for thousands of figures, and callbacks take most of the time. */
function less(values: Float64Array, by: number): Float64Array {
  const rest = floats(values.length);
  for (let i = 0; i < values.length; i++) rest[i] = values[i] - by;
  return rest;
}

function takeOff(values: Float64Array, times: number, others: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] -= times * others[i];
}
