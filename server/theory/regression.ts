/**
 * A mean with control variates: the intercept of the least squares of a figure on inputs that have mean 0,
 * and so what the figure would be had every input come out at its mean. The coefficients are estimated
 * from the same runs, and each costs a degree of freedom; for normal figures the interval is exact.
 */

export type Controlled = {
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
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
  return {
    value: means.reduce((value, inputMean, j) => value - coefficients[j] * inputMean, meanFigure),
    standardError: Math.sqrt(variance * (1 / n + extrapolation)),
    degreesOfFreedom,
  };
}

export const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Lower triangle L of a symmetric matrix L Lᵀ. */
function cholesky(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const factor: number[][] = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let m = 0; m < j; m++) rest -= factor[i][m] * factor[j][m];
      // What is left of an input after those before it: next to nothing means that it says nothing of its own.
      if (i === j && !(rest > 1e-12 * matrix[i][i]))
        throw new Error(
          `input ${i + 1} of ${matrix.length} does not vary, or goes along with those before it`,
        );
      factor[i][j] = i === j ? Math.sqrt(rest) : rest / factor[j][j];
    }
  }
  return factor;
}

function solve(factor: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const solution = [...right];
  for (let i = 0; i < factor.length; i++) {
    for (let j = 0; j < i; j++) solution[i] -= factor[i][j] * solution[j];
    solution[i] /= factor[i][i];
  }
  for (let i = factor.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < factor.length; j++) solution[i] -= factor[j][i] * solution[j];
    solution[i] /= factor[i][i];
  }
  return solution;
}
