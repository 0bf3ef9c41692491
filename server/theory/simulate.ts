/** Runs a case: figures and inputs of each stretch of each run, in their order. */
import { fileURLToPath } from "node:url";
import { MINUTE } from "../../shared/units.ts";
import { mix } from "../engine/draws.ts";
import type { DrawGenerator } from "../engine/draws.ts";
import type { PortPlan } from "../port/plan.ts";
import { PortRun } from "../port/run.ts";
import { planScenario } from "../run/plan-scenario.ts";
import { diskLibrary } from "../scenario/library.ts";
import { loadScenario } from "../scenario/load.ts";
import { isInstant } from "./case.ts";
import type { Case, Check, Input, Size } from "./case.ts";
import { TheoryTally } from "./tally.ts";

const FOLDER = fileURLToPath(new URL("../../scenarios/theory/", import.meta.url));

/** Of one stretch of a run: its figures by check, and its inputs by `columnsOf`. */
export type Observed = { readonly figures: Float64Array; readonly inputs: Float64Array };

export type Draws = {
  readonly seed: number;
  readonly replication: number;
  readonly generator?: DrawGenerator;
};

export function planOf(file: string, days: number): PortPlan {
  const loaded = loadScenario({ name: file }, diskLibrary(FOLDER));
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.problems)}`);
  return planScenario({ ...loaded, scenario: { ...loaded.scenario, days } });
}

/** Inputs of the case and of its checks, each once. */
export function inputsOf({ inputs = [], checks }: Case): readonly Input[] {
  const all = [...inputs, ...checks.flatMap((check) => check.inputs ?? [])];
  const keys = all.map((input) => JSON.stringify(input));
  return all.filter((_, i) => keys.indexOf(keys[i]!) === i);
}

/** Which columns of the inputs a check goes by: those of its own, and of windows that end by its instant. */
export function columnsOf(known: Case, check: Check): readonly number[] {
  const wanted = (check.inputs ?? known.inputs ?? []).map((input) => JSON.stringify(input));
  const windows = windowsOf(known);
  return inputsOf(known).flatMap((input, i) =>
    wanted.includes(JSON.stringify(input))
      ? windows.flatMap((window, w) => (isBefore(window, known, check) ? [i * windows.length + w] : []))
      : [],
  );
}

type Window = readonly [fromMs: number, untilMs: number];

const windowsOf = ({ windows }: Case): readonly Window[] =>
  windows === undefined
    ? [[0, 0]]
    : windows.edgesMs.slice(1).map((edge, i): Window => [windows.edgesMs[i]!, edge]);

function isBefore([fromMs, untilMs]: Window, { windows }: Case, { measure }: Check): boolean {
  if (windows === undefined || !isInstant(measure)) return true;
  // An instant just before a shift change counts as that of the change.
  return untilMs <= measure.atMs + 1 && fromMs >= measure.atMs - windows.memoryMs;
}

export function runOnce(plan: PortPlan, known: Case, size: Size, draws: Draws): readonly Observed[] {
  const { checks, windows } = known;
  const { stretches } = size;
  const tally = new TheoryTally({
    measures: checks.map(({ measure }) => measure),
    inputs: inputsOf(known),
    stretches,
    ...(windows && { edgesMs: windows.edgesMs }),
  });
  const run = new PortRun(plan, { generator: mix, ...draws, observer: tally });
  const figures = Array.from({ length: stretches }, () => new Float64Array(checks.length));
  const stretchMs = (plan.countUntil - plan.countFrom) / stretches;
  for (let stretch = 0; stretch < stretches; stretch++) {
    checks.forEach(({ measure }, i) => {
      if (!isInstant(measure)) return;
      run.advance(plan.countFrom + stretch * stretchMs + measure.atMs);
      figures[stretch]![i] = tally.valueAt(measure, stretch, run.now);
    });
  }
  if (checks.every(({ measure }) => isInstant(measure))) finishServices(run, tally);
  else run.runToEnd();
  const inputs = tally.drawn.values();
  return figures.map((row, stretch) => {
    checks.forEach(({ measure }, i) => {
      if (!isInstant(measure)) row[i] = tally.value(measure, stretch);
    });
    const values = inputs.flatMap((input) => (windows === undefined ? [input[stretch]!] : [...input]));
    return { figures: row, inputs: Float64Array.from(values) };
  });
}

function finishServices(run: PortRun, tally: TheoryTally): void {
  while (tally.drawn.pending > 0) run.advance(run.now + MINUTE);
}

export function runAll(known: Case, size: Size, draws: Omit<Draws, "replication">): readonly Observed[] {
  const plan = planOf(known.file, size.days);
  return Array.from({ length: size.runs }, (_, replication) =>
    runOnce(plan, known, size, { ...draws, replication }),
  ).flat();
}
