/**
 * A mean with control variates: the intercept of the least squares of a figure on inputs that have mean 0,
 * and so what the figure would be had every input come out at its mean. The coefficients are estimated
 * from the same runs, and each costs a degree of freedom; for normal figures the interval is exact
 * (Lavenberg and Welch, Management Science 27, 1981).
 */
import { cholesky, dot, solve } from "./least-squares.ts";

export type Controlled = {
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** By run: what the inputs do not explain. Their variance times `spread` is that of the value. */
  readonly residuals: Float64Array;
  readonly spread: number;
};

/** `inputs` are columns, one number a run. */
export function controlledMean(figures: Float64Array, inputs: readonly Float64Array[]): Controlled {
  const n = figures.length;
  const k = inputs.length;
  const meanFigure = mean(figures);
  const y = less(figures, meanFigure);
  const means = inputs.map(mean);
  const columns = inputs.map((input, j) => less(input, means[j]));
  const products = columns.map((column) => columns.map((other) => dot(column, other)));
  const factor = cholesky(products);
  const coefficients = solve(
    factor,
    columns.map((column) => dot(column, y)),
  );
  const residuals = y;
  columns.forEach((column, j) => {
    for (let run = 0; run < n; run++) residuals[run] -= coefficients[j] * column[run];
  });
  const degreesOfFreedom = n - 1 - k;
  const variance = dot(residuals, residuals) / degreesOfFreedom;
  const toMeans = solve(factor, means);
  const extrapolation = means.reduce((sum, value, j) => sum + value * toMeans[j], 0);
  const spread = 1 / n + extrapolation;
  return {
    value: means.reduce((value, inputMean, j) => value - coefficients[j] * inputMean, meanFigure),
    standardError: Math.sqrt(variance * spread),
    degreesOfFreedom,
    residuals,
    spread,
  };
}

export function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Each value less a number. Loops of their own: an experiment asks for thousands of figures, and callbacks take most of the time. */
function less(values: Float64Array, by: number): Float64Array {
  const rest = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) rest[i] = values[i] - by;
  return rest;
}
