/** Levels that change in steps: looked up by instant, walked forward by events. */
import type { Steps } from "./plan.ts";

/** The level at an instant; 0 before the first step. */
export function levelAt(
  { times, levels }: { readonly times: Float64Array; readonly levels: ArrayLike<number> },
  time: number,
): number {
  let low = -1;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[middle] <= time) low = middle;
    else high = middle - 1;
  }
  return low < 0 ? 0 : levels[low];
}

/** The first step after an instant; Infinity when there is none. */
export function nextStepAfter(steps: Steps, time: number): number {
  const { times } = steps;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] > time) high = middle;
    else low = middle + 1;
  }
  return low < times.length ? times[low] : Infinity;
}

/** From a list of (time, level) in any order; of equal times the last counts, equal neighbors are joined. */
export function makeSteps(points: readonly (readonly [number, number])[]): Steps {
  const sorted = points
    .map((point, i) => [point[0], i, point[1]] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const times: number[] = [];
  const levels: number[] = [];
  for (const [time, , level] of sorted) {
    if (times[times.length - 1] === time) levels[levels.length - 1] = level;
    else if (levels.length === 0 || levels[levels.length - 1] !== level) {
      times.push(time);
      levels.push(level);
    }
  }
  return { times: Float64Array.from(times), levels: Int32Array.from(levels) };
}

/** The sum of several levels. */
export function sumSteps(parts: readonly Steps[]): Steps {
  const times = new Set<number>();
  for (const part of parts) for (const time of part.times) times.add(time);
  return makeSteps(
    [...times].map((time) => [time, parts.reduce((sum, part) => sum + levelAt(part, time), 0)]),
  );
}
