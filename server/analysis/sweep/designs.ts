/**
 * Points of a sweep in the unit cube, from draws at addresses: the same draws give the same points, whatever else is
 * drawn. A grid needs none.
 */

/** A number above 0 and below 1 for a setting, one of the points or trajectories, and an occurrence. */
export type DesignDraw = (factor: number, index: number, occurrence: number) => number;

/** Shares of the way by setting, for each point. */
export type UnitPoint = readonly number[];

/** Every combination of so many values, as positions; the last setting changes first. */
export function gridPoints(counts: readonly number[]): readonly (readonly number[])[] {
  return counts.reduce<readonly (readonly number[])[]>(
    (points, count) => points.flatMap((point) => Array.from({ length: count }, (_, i) => [...point, i])),
    [[]],
  );
}

/**
 * Each range is cut into as many parts as there are points, and each part is met once (McKay, Beckman and Conover,
 * Technometrics 21, 1979).
 */
export function latinHypercube(points: number, factors: number, draw: DesignDraw): readonly UnitPoint[] {
  const columns = Array.from({ length: factors }, (_, factor) =>
    permutation(points, (point) => draw(factor, point, 0)).map(
      (part, point) => (part + draw(factor, point, 1)) / points,
    ),
  );
  return Array.from({ length: points }, (_, point) => columns.map((column) => column[point]));
}

/** Four levels and a step of two of them, so that each level is as likely as the others (Morris 1991, section 3). */
const LOWEST = [0, 1 / 3];
const STEP = 2 / 3;

/** From point to point of a trajectory one setting takes a step. */
export type Trajectory = { readonly points: readonly UnitPoint[]; readonly steps: readonly number[] };

/** Each trajectory moves every setting once, in an order and a direction of its own. */
export function morrisTrajectories(count: number, factors: number, draw: DesignDraw): readonly Trajectory[] {
  return Array.from({ length: count }, (_, t) => {
    const low = Array.from(
      { length: factors },
      (_unused, factor) => LOWEST[draw(factor, t, 0) < 0.5 ? 0 : 1],
    );
    const goesUp = low.map((_unused, factor) => draw(factor, t, 1) < 0.5);
    const steps = permutation(factors, (factor) => draw(factor, t, 2));
    const points = [low.map((level, factor) => (goesUp[factor] ? level : level + STEP))];
    for (const step of steps) {
      const other = goesUp[step] ? low[step] + STEP : low[step];
      points.push(points.at(-1)!.with(step, other));
    }
    return { points, steps };
  });
}

/** 0 to one less than the length, in the order of what is drawn for each. */
function permutation(length: number, draw: (index: number) => number): readonly number[] {
  const keys = Array.from({ length }, (_, index) => draw(index));
  return keys.map((_, index) => index).sort((a, b) => keys[a] - keys[b]);
}
