/** The points of a sweep: drawn where the design draws, each loaded and checked as a scenario of its own. */
import type { Problem } from "../../shared/problem.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { gridLevels, levelAt } from "../../shared/sweep/levels.ts";
import type { Level } from "../../shared/sweep/levels.ts";
import { settingsOf } from "../../shared/sweep/plan.ts";
import type { Factor, SweepPlan } from "../../shared/sweep/plan.ts";
import { gridPoints, latinHypercube, morrisTrajectories } from "../analysis/sweep/designs.ts";
import type { DesignDraw, UnitPoint } from "../analysis/sweep/designs.ts";
import type { SweepPoints } from "../analysis/sweep/results.ts";
import { mix, nameWord, runKey } from "../engine/draws.ts";
import type { ReadSweep } from "../scenario/sweep-file.ts";

/** Draws for a design, at addresses of their own: a setting's do not change when others are added. */
function designDraw(seed: number, factors: readonly Factor[]): DesignDraw {
  const keys = new Int32Array(4);
  const words = factors.map(({ name }) => nameWord(name));
  return (factor, index, occurrence) => {
    runKey(mix, seed, 0, keys, 0);
    mix.absorb(keys, 0, 2, nameWord("sweep design"));
    mix.absorb(keys, 2, 2, words[factor]);
    mix.absorb(keys, 2, 2, index);
    return mix.uniform(keys[2], keys[3], occurrence);
  };
}

/** Draws for resampling days. */
export function resampleDraw(seed: number): (resample: number, place: number) => number {
  const keys = new Int32Array(4);
  runKey(mix, seed, 0, keys, 0);
  mix.absorb(keys, 0, 0, nameWord("sweep frontier"));
  return (resample, place) => {
    mix.absorb(keys, 0, 2, resample);
    return mix.uniform(keys[2], keys[3], place);
  };
}

export function sweepPoints({ factors, design, seed }: SweepPlan): SweepPoints {
  const draw = designDraw(seed, factors);
  const at = (point: UnitPoint): readonly Level[] =>
    factors.map(({ levels, isWhole }, i) => levelAt(levels, point[i], isWhole));
  switch (design.kind) {
    case "grid": {
      const values = factors.map(({ levels }) => gridLevels(levels));
      const points = gridPoints(values.map(({ length }) => length));
      return { levels: points.map((point) => point.map((value, i) => values[i][value])), trajectories: null };
    }
    case "latin":
      return {
        levels: eachOnce(latinHypercube(design.points, factors.length, draw).map(at)).levels,
        trajectories: null,
      };
    case "morris": {
      const trajectories = morrisTrajectories(design.trajectories, factors.length, draw);
      const { levels, indices } = eachOnce(trajectories.flatMap(({ points }) => points.map(at)));
      const length = factors.length + 1;
      return {
        levels,
        trajectories: trajectories.map(({ steps }, t) => ({
          steps,
          points: indices.slice(t * length, (t + 1) * length),
        })),
      };
    }
    default:
      return design satisfies never;
  }
}

/** Points that are the same are run once. */
function eachOnce(points: readonly (readonly Level[])[]): {
  readonly levels: readonly (readonly Level[])[];
  readonly indices: readonly number[];
} {
  const known = new Map<string, number>();
  const levels: (readonly Level[])[] = [];
  const indices = points.map((point) => {
    const key = JSON.stringify(point.map(({ text }) => text));
    const before = known.get(key) ?? levels.push(point) - 1;
    known.set(key, before);
    return before;
  });
  return { levels, indices };
}

/** Points that are no scenario, and what is wrong with them: each problem once, with the first point that has it. */
export type InvalidPoints = {
  readonly count: number;
  readonly first: {
    readonly point: number;
    readonly levels: readonly Level[];
    readonly problems: readonly Problem[];
  }[];
};

export type LoadedPoints =
  | { readonly ok: true; readonly scenarios: readonly LoadedScenario[] }
  | { readonly ok: false; readonly invalid: InvalidPoints };

export function loadPoints(
  { plan, variants, placeOf }: Extract<ReadSweep, { readonly ok: true }>,
  levels: readonly (readonly Level[])[],
): LoadedPoints {
  const scenarios: LoadedScenario[] = [];
  const seen = new Set<string>();
  const first: InvalidPoints["first"] = [];
  levels.forEach((point, p) => {
    const loaded = variants.load(settingsOf(plan.factors, point, variants.data, placeOf));
    if (loaded.ok) {
      scenarios.push(loaded);
      return;
    }
    // Of the same place and kind one is enough: the values differ from point to point.
    const problems = loaded.problems.filter(({ code, path, file, line, column }) => {
      const key = JSON.stringify([code, path, file, line, column]);
      return !seen.has(key) && seen.add(key);
    });
    if (problems.length > 0) first.push({ point: p + 1, levels: point, problems });
  });
  const count = levels.length - scenarios.length;
  return count === 0 ? { ok: true, scenarios } : { ok: false, invalid: { count, first } };
}
