/**
 * Student's t of days that are skew: a cubic of it that is nearer to normal, and grows with it throughout (Hall,
 * Journal of the Royal Statistical Society B 54, 1992; the idea is that of Johnson, JASA 73, 1978). Few bad days
 * draw the mean and the spread up together, so that the plain t finds the truth too far above whenever they are
 * missing.
 */
import type { Linear } from "./linear.ts";

/** Third moment of the days over the 3/2 power of their second. */
export function skewnessOf({ influence, days }: Linear): number {
  let squares = 0;
  let cubes = 0;
  for (const pull of influence) {
    squares += pull * pull;
    cubes += pull * pull * pull;
  }
  return squares > 0 ? (cubes * Math.sqrt(days)) / squares ** 1.5 : 0;
}

export function hallsTransform(t: number, skewness: number, days: number): number {
  if (!Number.isFinite(t)) return t;
  const lean = skewness / Math.sqrt(days);
  return t + (lean * t * t) / 3 + (lean * lean * t * t * t) / 27 + lean / 6;
}
