/** Runs a case and estimates each of its figures over independent runs. */
import { fileURLToPath } from "node:url";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { mix } from "../../server/engine/draws.ts";
import type { DrawGenerator } from "../../server/engine/draws.ts";
import { planDays, planPort } from "../../server/port/planner.ts";
import { PortRun } from "../../server/port/run.ts";
import type { RunOptions } from "../../server/port/run.ts";
import { civilDays } from "../../server/scenario/civil-days.ts";
import { diskLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import type { Case, Check, Size } from "./cases.ts";
import { TheoryTally } from "./measures.ts";
import type { Measure } from "./measures.ts";

const FOLDER = fileURLToPath(new URL("../../scenarios/theory/", import.meta.url));

export type Measured = {
  readonly check: Check;
  readonly value: number;
  /** Half-widths of the 99 % and the 99.99 % interval. */
  readonly half99: number;
  readonly half9999: number;
};

type Snapshot = Extract<Measure, { readonly atMs: number }>;
const isSnapshot = (measure: Measure): measure is Snapshot => "atMs" in measure;

export function planOf(file: string, days: number): PortPlan {
  const loaded = loadScenario({ name: file }, diskLibrary(FOLDER));
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.problems)}`);
  const scenario = { ...loaded.scenario, days };
  return planPort(
    { scenario, arrivals: loaded.arrivals },
    civilDays(scenario.zone, scenario.from, planDays(scenario)),
  );
}

export function simulate(
  known: Case,
  size: Size,
  seed: number,
  generator: DrawGenerator = mix,
): readonly Measured[] {
  const plan = planOf(known.file, size.days);
  const values = known.checks.map(() => [] as number[]);
  for (let replication = 0; replication < size.runs; replication++) {
    const draws = { seed, replication, generator };
    const figures = known.untilMs === undefined ? whole(plan, known, draws) : instants(plan, known, draws);
    figures.forEach((value, i) => values[i]!.push(value));
  }
  return known.checks.map((check, i) => estimate(check, values[i]!));
}

type Draws = Omit<RunOptions, "observer">;

function whole(plan: PortPlan, { checks }: Case, draws: Draws): readonly number[] {
  const tally = new TheoryTally();
  new PortRun(plan, { ...draws, observer: tally }).runToEnd();
  return checks.map(({ measure }) => {
    if (isSnapshot(measure)) throw new Error(`${measure.of} is not measured over a whole run`);
    return tally.value(measure);
  });
}

/** Levels at instants of the first counted day; the run ends after the last. */
function instants(plan: PortPlan, { checks }: Case, draws: Draws): readonly number[] {
  const tally = new TheoryTally();
  const run = new PortRun(plan, { ...draws, observer: tally });
  return checks.map(({ measure }) => {
    if (!isSnapshot(measure)) throw new Error(`${measure.of} is not measured at an instant`);
    run.advance(plan.countFrom + measure.atMs);
    return tally.levelNow(measure);
  });
}

function estimate(check: Check, values: readonly number[]): Measured {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  if (check.measure.of === "dispersionAt") {
    // The ratio of variance to mean of Poisson counts has a standard error of √(2 / (n − 1)).
    const error = Math.sqrt(2 / (n - 1));
    return {
      check,
      value: variance / mean,
      half99: normalQuantile(0.995, 0, 1) * error,
      half9999: normalQuantile(0.99995, 0, 1) * error,
    };
  }
  const error = Math.sqrt(variance / n);
  return {
    check,
    value: mean,
    half99: tQuantile(0.995, n - 1) * error,
    half9999: tQuantile(0.99995, n - 1) * error,
  };
}

/** Why a figure does not pass, or null: the interval must hold the exact value and must not be wide. */
export function refuted({ check, value, half99, half9999 }: Measured, full: boolean): string | null {
  const limit = (check.within ?? [0.05, 0.02])[full ? 1 : 0];
  const name = JSON.stringify(check.measure);
  const said = `${name}: expected ${check.exact}, measured ${value.toPrecision(6)} ± ${half99.toPrecision(3)}`;
  if (!(Math.abs(value - check.exact) <= half9999)) return `${said}, which excludes it`;
  if (!(half99 <= limit * check.exact)) return `${said}, which is wider than ${limit * 100} %`;
  return null;
}
