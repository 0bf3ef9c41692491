/**
 * A figure of many points explained by the settings, by least squares: standardized regression coefficients (Saltelli
 * et al., Global Sensitivity Analysis, 2008, section 1.2.5). The points are given and only the days are luck, the same
 * in all points, so that a coefficient is a sum over days as the figures are, and its interval theirs. How far a
 * straight line tells the figure at all is what R² says, not the interval.
 */
import type { NO_EFFECTS } from "../../../shared/sweep/result.ts";
import { areSame } from "../linear.ts";
import type { Linear } from "../linear.ts";
import { cholesky, dot, solve } from "../least-squares.ts";

/** Below this share of the variance explained, coefficients tell too little of the settings (Saltelli et al. 2008). */
export const TRUSTED_R2 = 0.7;

export type Coefficient = {
  /** Change of the figure for one more of the setting. */
  readonly slope: Linear;
  /** Standard deviations of the figure for one of the setting. */
  readonly standardized: Linear;
};

export type Regression = { readonly r2: number; readonly coefficients: readonly Coefficient[] };

type NoRegression = (typeof NO_EFFECTS)[number];

/** `settings` are columns, one number a point; each must vary. */
export function regressionOf(
  settings: readonly Float64Array[],
  figures: readonly Linear[],
): Regression | NoRegression {
  const points = figures.length;
  if (points < settings.length + 2) return "fewPoints";
  const values = figures.map(({ value }) => value);
  // Of a figure that rounding alone tells apart, effects and R² would be those of the rounding.
  if (areSame(values)) return "constant";
  const columns = settings.map(centered);
  const y = centered(Float64Array.from(values));
  const all = dot(y, y);
  const weights = weightsOf(columns);
  if (weights === null) return "together";
  const slopes = weights.map((weight) => sumOf(figures, weight));
  const residuals = y.map((value, p) =>
    slopes.reduce((rest, { value: slope }, j) => rest - slope * columns[j][p], value),
  );
  // Of the standard deviation: both it and the slope depend on the days.
  const spread = Math.sqrt(all / (points - 1));
  const spreadPull = sumOf(
    figures,
    y.map((value) => value / ((points - 1) * spread)),
  ).influence;
  return {
    r2: 1 - dot(residuals, residuals) / all,
    coefficients: slopes.map((slope, j) => {
      const own = Math.sqrt(dot(columns[j], columns[j]) / (points - 1));
      const value = (slope.value * own) / spread;
      return {
        slope,
        standardized: {
          value,
          influence: slope.influence.map((pull, day) => (pull * own - value * spreadPull[day]) / spread),
          days: slope.days,
          coefficients: slope.coefficients ?? 0,
        },
      };
    }),
  };
}

function centered(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** By setting: what each point's figure counts in its slope. Null where they vary together. */
function weightsOf(columns: readonly Float64Array[]): readonly Float64Array[] | null {
  const products = columns.map((column) => columns.map((other) => dot(column, other)));
  let factor: readonly (readonly number[])[];
  try {
    factor = cholesky(products);
  } catch {
    return null;
  }
  return columns.map((_, j) => {
    const row = solve(
      factor,
      columns.map((_unused, i) => (i === j ? 1 : 0)),
    );
    return columns[j].map((_unused, p) => row.reduce((sum, part, i) => sum + part * columns[i][p], 0));
  });
}

/** A weighted sum of figures of the same days. */
export function sumOf(figures: readonly Linear[], weights: ArrayLike<number>): Linear {
  const influence = new Float64Array(figures[0].influence.length);
  let value = 0;
  let days = Number.POSITIVE_INFINITY;
  let coefficients = 0;
  figures.forEach((figure, p) => {
    value += weights[p] * figure.value;
    days = Math.min(days, figure.days);
    coefficients = Math.max(coefficients, figure.coefficients ?? 0);
    for (let day = 0; day < influence.length; day++) influence[day] += weights[p] * figure.influence[day];
  });
  return { value, influence, days, coefficients };
}
