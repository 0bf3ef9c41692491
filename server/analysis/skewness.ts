/**
 * Student's t of days that are skew: a cubic of it that is nearer to normal, and grows with it throughout (Hall,
 * Journal of the Royal Statistical Society B 54, 1992; the idea is that of Johnson, JASA 73, 1978). Few bad days
 * draw the mean and the spread up together, so that the plain t finds the truth too far above whenever they are
 * missing.
 */
import type { Linear } from "./linear.ts";

/** Fewer do not tell how skew days are. */
export const LEAST_DAYS_FOR_SKEW = 10;

/** Third moment of the days over the 3/2 power of their second. */
export function skewnessOf({ influence, days }: Linear): number {
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < influence.length; i++) {
    const square = influence[i] ** 2;
    squares += square;
    cubes += square * influence[i];
  }
  return squares > 0 ? (cubes * Math.sqrt(days)) / squares ** 1.5 : 0;
}

export function hallsTransform(t: number, skewness: number, days: number): number {
  if (!Number.isFinite(t)) return t;
  const lean = skewness / Math.sqrt(days);
  return t + (lean * t * t) / 3 + (lean * lean * t * t * t) / 27 + lean / 6;
}

/**
 * The t that Hall's transformation takes to this: ((1 + λt/3)³ − 1)/λ + λ/6 solved for it, with λ = skewness/√days; by
 * the factors of a³ − b³, so that it is the same without skew, and never farther than four times |t| + |λ|/6 with it.
 */
export function hallsInverse(transformed: number, skewness: number, days: number): number {
  const lean = skewness / Math.sqrt(days);
  const straight = transformed - lean / 6;
  const root = Math.cbrt(1 + lean * straight);
  return (3 * straight) / (root * root + root + 1);
}
