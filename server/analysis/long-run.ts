/**
 * What one long run can say of its stationary state: how much of its beginning to leave out, and how sure its mean is.
 *
 * Both work on a series of numbers at equal distances in time, such as the queue every five minutes.
 */
import type { BatchedMean } from "../../shared/warm-up.ts";
import { studentFactor } from "./linear.ts";

/** Numbers that MSER-5 takes as one. */
export const BATCH = 5;

export type Truncation = {
  /** Numbers at the beginning to leave out. */
  readonly leaveOut: number;
  /** By number of batches of five left out: the squared standard error of the mean of the rest, as drawn in a chart. */
  readonly statistic: Float64Array;
  /** Mean of each batch of five; numbers at the beginning that fill none are left over. */
  readonly batchMeans: Float64Array;
  /** Whether the smallest lies in the first half: else the run is too short to tell. */
  readonly isSettled: boolean;
};

/**
 * MSER-5 (White, Simulation 69, 1997): leaves out what makes the mean of the rest least uncertain, taken over batches of
 * five. The last five batches are never all that is left, since few of them may be alike by chance.
 */
export function truncationOf(series: ArrayLike<number>): Truncation {
  const batches = meansOfBatches(series, Math.floor(series.length / BATCH));
  const most = Math.max(1, batches.length - BATCH);
  const statistic = new Float64Array(most);
  let sum = 0;
  let squares = 0;
  let best = 0;
  // From the end, so that each step adds one batch; less the last, so that squares stay small.
  const offset = batches[batches.length - 1] ?? 0;
  for (let from = batches.length - 1; from >= 0; from--) {
    const value = batches[from] - offset;
    sum += value;
    squares += value * value;
    const left = batches.length - from;
    if (from < most) statistic[from] = Math.max(0, squares - (sum * sum) / left) / (left * left);
  }
  for (let from = 1; from < most; from++) if (statistic[from] < statistic[best]) best = from;
  return {
    leaveOut: best === 0 ? 0 : best * BATCH + (series.length % BATCH),
    statistic,
    batchMeans: batches,
    isSettled: best <= batches.length / 2,
  };
}

/** Of the batches, whether the next one knows of the one before is asked at this level, one-sided. */
const LAG_Z = 1.645;

/**
 * Mean of a stationary series by batch means, with von Neumann's ratio as the check that batches do not know of each
 * other (Annals of Mathematical Statistics 12, 1941; for batch means Fishman, Management Science 24, 1978). Numbers at the
 * beginning that fill no batch are left out. Null with fewer numbers than batches.
 */
export function batchedMean(series: ArrayLike<number>, batches: number, level: number): BatchedMean | null {
  if (batches < 3 || series.length < batches) return null;
  const means = meansOfBatches(series, batches);
  const value = means.reduce((sum, mean) => sum + mean, 0) / batches;
  let squares = 0;
  let steps = 0;
  for (let i = 0; i < batches; i++) {
    squares += (means[i] - value) ** 2;
    if (i > 0) steps += (means[i] - means[i - 1]) ** 2;
  }
  const half = studentFactor(level, batches) * Math.sqrt(squares / (batches - 1) / batches);
  // 1 − ½ Σ (steps)² ÷ Σ (deviations)²: about the correlation, with variance (k − 2) ÷ (k² − 1) where there is none.
  const lag1 = squares === 0 ? 0 : 1 - steps / (2 * squares);
  const isIndependent = lag1 <= LAG_Z * Math.sqrt((batches - 2) / (batches ** 2 - 1));
  return { value, low: value - half, high: value + half, batches, lag1, isIndependent };
}

/** Means of so many batches of equal size, the last ending with the series. */
function meansOfBatches(series: ArrayLike<number>, batches: number): Float64Array {
  const size = Math.floor(series.length / Math.max(1, batches));
  const first = series.length - size * batches;
  return Float64Array.from({ length: batches }, (_, batch) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += series[first + batch * size + i];
    return sum / size;
  });
}
