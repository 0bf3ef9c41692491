/** Linear equations of a least-squares fit, by the triangle of Cholesky. */

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Lower triangle L of a symmetric matrix L Lᵀ. Throws where a column says nothing of its own. */
export function cholesky(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
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

export function solve(factor: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
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
