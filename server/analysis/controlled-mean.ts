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
  const y = figures.map((figure) => figure - meanFigure);
  const means = inputs.map(mean);
  const columns = inputs.map((input, j) => input.map((value) => value - means[j]));
  const products = columns.map((column) => columns.map((other) => dot(column, other)));
  const factor = cholesky(products);
  const coefficients = solve(
    factor,
    columns.map((column) => dot(column, y)),
  );
  const residuals = y.map((value, run) =>
    columns.reduce((rest, column, j) => rest - coefficients[j] * column[run], value),
  );
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

export const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
