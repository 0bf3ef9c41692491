/** A sweep that a page asks for, read as a sweep file about the scenario would be. */
import { MOST_SWEPT_POINTS } from "../../shared/experiment-check.ts";
import type { ExperimentProblem } from "../../shared/experiment-check.ts";
import type { SweepRequest } from "../../shared/experiments.ts";
import type { Path, Problem } from "../../shared/problem.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { settingsOf } from "../../shared/sweep/plan.ts";
import type { SweepPlan } from "../../shared/sweep/plan.ts";
import type { SweepPoints } from "../analysis/sweep/results.ts";
import { shippedLibrary } from "../scenario/library.ts";
import { readSweep } from "../scenario/sweep-file.ts";
import type { ReadSweep } from "../scenario/sweep-file.ts";
import type { ScenarioText } from "./experiment-run.ts";
import { loadPoints, sweepPoints } from "./sweep-points.ts";
import type { LoadedPoints } from "./sweep-points.ts";

type Read = Extract<ReadSweep, { readonly ok: true }>;
type Refused = { readonly ok: false; readonly problems: readonly ExperimentProblem[] };

export type AskedSweep = {
  readonly ok: true;
  readonly plan: SweepPlan;
  readonly points: SweepPoints;
  /** Each loaded and checked as a scenario of its own; slow where there are many. */
  readonly load: () => { readonly ok: true; readonly scenarios: readonly LoadedScenario[] } | Refused;
  /** One of them alone, from 1; null where there is none, or it is no scenario. */
  readonly loadOne: (point: number) => LoadedScenario | null;
};

export function readAskedSweep(
  { vary, design, points: count, respond, frontier, days }: SweepRequest,
  { name, text }: ScenarioText,
  seed: number,
): AskedSweep | Refused {
  // What is wrong with a value is told at the place it came from: the field of the request.
  const asked = (field: string, path: Path, value: unknown): Setting => ({
    path,
    value,
    at: { file: field, line: 0, column: 0 },
  });
  const settings = [
    ...vary.map(({ setting, values }, index) =>
      asked(`vary.${index}`, ["vary", setting.trim()], values.trim()),
    ),
    ...(design === undefined ? [] : [asked("design", ["design"], design)]),
    ...(count === undefined ? [] : [asked("points", ["points"], count)]),
    asked("respond", ["respond"], respond),
    asked("frontier", ["frontier"], frontier),
    asked("days", ["replications"], days),
    asked("", ["seed"], seed),
  ];
  const read = readSweep({ name }, settings, shippedLibrary(new Map([[name, text]])));
  if (!read.ok) return { ok: false, problems: read.problems.map(atField) };
  const points = sweepPoints(read.plan);
  const found = points.levels.length;
  if (found > MOST_SWEPT_POINTS)
    return {
      ok: false,
      problems: [{ field: "vary", code: "points", params: { found, most: MOST_SWEPT_POINTS } }],
    };
  return {
    ok: true,
    plan: read.plan,
    points,
    load: () => loaded(loadPoints(read, points.levels)),
    loadOne: (point) => loadedOne(read, points, point),
  };
}

const atField = (problem: Problem): ExperimentProblem => ({ field: problem.file, code: "setting", problem });

function loaded(points: LoadedPoints): ReturnType<AskedSweep["load"]> {
  if (points.ok) return points;
  const problems = points.invalid.first.flatMap((first) => first.problems.map(atField));
  return { ok: false, problems };
}

function loadedOne(
  { plan, variants, placeOf }: Read,
  points: SweepPoints,
  point: number,
): LoadedScenario | null {
  const levels = points.levels[point - 1];
  if (levels === undefined) return null;
  const one = variants.load(settingsOf(plan.factors, levels, variants.data, placeOf));
  return one.ok ? one : null;
}
