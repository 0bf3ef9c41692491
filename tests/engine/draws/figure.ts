/**
 * What a check of the draws found and whether chance explains it. One limit for all: a good generator fails a check
 * once in a million runs, however many deviates the check looks at.
 */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

export const CHANCE = 1e-6;

export type Figure = {
  readonly statistic: string;
  readonly expected: string;
  readonly found: string;
  readonly passes: boolean;
};

/** The farthest of so many standard normal deviates. */
export function ofDeviates(deviates: ArrayLike<number>, statistic = "deviates"): Figure {
  const n = deviates.length;
  let farthest = 0;
  for (let i = 0; i < n; i++) {
    // Not a number is as far as can be.
    if (!(Math.abs(deviates[i]) <= farthest)) farthest = Math.abs(deviates[i]);
  }
  const limit = normalQuantile(1 - CHANCE / (2 * n), 0, 1);
  const median = normalQuantile((1 + 0.5 ** (1 / n)) / 2, 0, 1);
  return {
    statistic: `farthest of ${n} ${statistic}`,
    expected: `${median.toFixed(1)}, at most ${limit.toFixed(1)}`,
    found: farthest.toFixed(2),
    passes: farthest <= limit,
  };
}

/** A number of rare coincidences, of which so many are expected. */
export function ofCoincidences(found: number, expected: number, statistic: string): Figure {
  const [low, high] = poissonRange(expected);
  return {
    statistic,
    expected: `${expected < 0.01 ? expected.toExponential(0) : expected}, from ${low} to ${high}`,
    found: String(found),
    passes: low <= found && found <= high,
  };
}

/** The least and the most that a Poisson number of this mean is, each but for half of the chance. */
function poissonRange(mean: number): readonly [number, number] {
  let probability = Math.exp(-mean);
  let below = 0;
  let low = -1;
  for (let k = 0; ; k++) {
    if (1 - below < CHANCE / 2) return [low, k - 1];
    below += probability;
    if (low < 0 && below >= CHANCE / 2) low = k;
    probability *= mean / (k + 1);
  }
}
