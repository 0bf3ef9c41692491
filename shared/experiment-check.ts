/**
 * Whether an experiment can be run as it is asked for: all that is wrong with it at once, each at its field. Server
 * and page ask the same function, so the page says it while the reader writes. Pure, and without the schema library.
 */
import { LEAST_DAYS, parsePrecision } from "./condition.ts";
import type { Precision } from "./condition.ts";
import type {
  CompareRequest,
  ExperimentRequest,
  OptimizeRequest,
  Stopping,
  SweepRequest,
} from "./experiments.ts";
import { formatFigure, parseFigure } from "./figure-name.ts";
import type { ASKING_FAULTS, FigureKey } from "./figure-name.ts";
import { MOST_OFFICERS, SHORTEST_STEP_MS, SURE } from "./limits.ts";
import { formatPath, problem } from "./problem.ts";
import type { Finding, Problem } from "./problem.ts";
import { parseQuantity } from "./scenario/quantity.ts";
import { meet, namedPaths } from "./scenario/setting-path.ts";
import { readQuestion } from "./staffing/question.ts";
import type { StaffingRefusal } from "./staffing/refusal.ts";
import { isCountedInPoints } from "./sweep/designs.ts";
import type { DesignKind } from "./sweep/designs.ts";
import { MINUTE, SECOND } from "./units.ts";

export const LEAST_COMPARED_DAYS = 5;
export const MOST_EXPERIMENT_DAYS = 2_000;
/** Settings that vary, points, and days of each. */
const MOST_VARIED_IN_GRID = 3;
/** Ten trajectories of Morris with so many are 210 points. */
export const MOST_VARIED = 20;
export const LEAST_SWEPT_POINTS = 2;
export const MOST_SWEPT_POINTS = 240;
export const LEAST_SWEPT_DAYS = 5;
export const MOST_SWEPT_DAYS = 200;
/** Of a staffing question: promises, percent of the days, minutes between starts, seconds of the search, days of its answer. */
export const MOST_ASKED_PROMISES = 5;
const MOST_STEP = 24 * 60;
const LEAST_BUDGET = 5;
const MOST_BUDGET = 1_800;
export const LEAST_ANEW_DAYS = 10;
/** Of one session: under way or waiting, and kept in all. */
export const MOST_UNFINISHED = 4;
export const MOST_EXPERIMENTS = 30;

export type ExperimentFault =
  | (typeof ASKING_FAULTS)[number]
  | "number"
  | "within"
  | "noScenario"
  | "twice"
  | "tooFew"
  | "unlike"
  | "part"
  | "settings"
  | "noPath"
  | "noValues"
  | "overlap"
  | "amount"
  | "points"
  | "figures"
  | "unfinished"
  | "kept";

type FieldProblem = {
  /** Of the request, such as `stop.within`; empty for it as a whole. */
  readonly field: string;
  readonly code: ExperimentFault;
  readonly params: Readonly<Record<string, string | number>>;
};
/** What is wrong with a setting or its values, said as it would be of a file. */
type SettingProblem = { readonly field: string; readonly code: "setting"; readonly problem: Problem };
/** The scenario is none that shifts can be planned for. */
type StaffingProblem = {
  readonly field: string;
  readonly code: "staffing";
  readonly refusal: StaffingRefusal;
};
export type ExperimentProblem = FieldProblem | SettingProblem | StaffingProblem;

/** `scenarios`: how many the session has. */
export function problemsOf(request: ExperimentRequest, scenarios: number): readonly ExperimentProblem[] {
  switch (request.kind) {
    case "compare":
      return problemsOfCompare(request, scenarios);
    case "sweep":
      return problemsOfSweep(request, scenarios);
    case "optimize":
      return problemsOfOptimize(request, scenarios);
    default:
      return request satisfies never;
  }
}

/** Whether the question fits the scenario is for who has the scenario to say. */
function problemsOfOptimize(request: OptimizeRequest, there: number): readonly ExperimentProblem[] {
  const { scenarios, promise, sure, shifts, startsEvery, break: rest, roster, budget, days } = request;
  const isChosen = scenarios.length === 1 && scenarios.every((index) => index < there);
  const percent = Number(((parseQuantity("share", sure) ?? 0) * 100).toFixed(6));
  const [stepMs, budgetMs] = [startsEvery, budget].map((text) => parseQuantity("duration", text) ?? 0);
  const read = readQuestion({
    promise,
    sure: percent / 100,
    shifts,
    startsEvery: stepMs!,
    break: rest ?? undefined,
  });
  return [
    ...(isChosen ? [] : [fault("scenarios", "noScenario", { most: there })]),
    ...between("promise", promise.length, 1, MOST_ASKED_PROMISES),
    ...(read.ok ? [] : read.findings.map(atField)),
    ...between("sure", percent, 100 * SURE.least, 100 * SURE.most),
    ...between("startsEvery", stepMs! / MINUTE, SHORTEST_STEP_MS / MINUTE, MOST_STEP),
    ...(roster === null ? [] : between("roster", roster, 1, MOST_OFFICERS)),
    ...between("budget", budgetMs! / SECOND, LEAST_BUDGET, MOST_BUDGET),
    ...between("days", days, LEAST_ANEW_DAYS, MOST_EXPERIMENT_DAYS),
  ];
}

const atField = ({ code, path, params }: Finding): SettingProblem => {
  const field = path.join(".");
  return {
    field,
    code: "setting",
    problem: problem(code, { file: field, line: 0, column: 0 }, field, params),
  };
};

/** Every value of more settings with every other is more than anybody waits for. */
export const mostVaried = (design: DesignKind): number =>
  design === "grid" ? MOST_VARIED_IN_GRID : MOST_VARIED;

/** Whether the settings are there and take their values is for who has the scenario to say. */
function problemsOfSweep(
  { scenarios, vary, design, points, respond, frontier, days }: SweepRequest,
  there: number,
): readonly FieldProblem[] {
  const figures = [
    ...respond.map((text, i) => [`respond.${i}`, text]),
    ...frontier.map((text, i) => [`frontier.${i}`, text]),
  ];
  const isChosen = scenarios.length === 1 && scenarios.every((index) => index < there);
  const most = mostVaried(design ?? "grid");
  const isMoreThanGrid = vary.length > most && vary.length <= MOST_VARIED;
  const isOutside = vary.length < 1 || vary.length > most;
  return [
    ...(isChosen ? [] : [fault("scenarios", "noScenario", { most: there })]),
    ...(isOutside ? [fault("vary", "settings", { most, ...(isMoreThanGrid && { context: "grid" }) })] : []),
    ...vary.flatMap(({ setting, values }, i) => [
      ...(setting.trim() === "" ? [fault(`vary.${i}.setting`, "noPath")] : []),
      ...(values.trim() === "" ? [fault(`vary.${i}.values`, "noValues")] : []),
    ]),
    ...overlapsOf(vary),
    ...(isCountedInPoints(design ?? "grid")
      ? between("points", points ?? 0, LEAST_SWEPT_POINTS, MOST_SWEPT_POINTS)
      : []),
    ...(respond.length === 0 ? [fault("respond", "figures")] : []),
    ...figures.flatMap(([field, text]) => {
      const figure = parseFigure(text!);
      return figure.ok ? [] : [fault(field!, figure.fault, figure.params)];
    }),
    ...between("days", days, LEAST_SWEPT_DAYS, MOST_SWEPT_DAYS),
  ];
}

/** Two settings of which one is part of the other: the later would undo the earlier. */
function overlapsOf(vary: SweepRequest["vary"]): readonly FieldProblem[] {
  const paths = vary.map(({ setting }) => namedPaths(setting));
  return vary.flatMap(({ setting }, i) => {
    for (const path of paths[i]!)
      for (const [j, others] of paths.slice(0, i).entries()) {
        const before = others.find((one) => meet(one, path));
        if (before === undefined) continue;
        const shared = formatPath(before.length > path.length ? before : path);
        const names = { number: i + 1, setting, otherNumber: j + 1, other: vary[j]!.setting };
        return [fault(`vary.${i}.setting`, "overlap", { ...names, path: shared })];
      }
    return [];
  });
}

const fault = (field: string, code: ExperimentFault, params: FieldProblem["params"] = {}): FieldProblem => ({
  field,
  code,
  params,
});

function problemsOfCompare(
  { scenarios, answer, stop }: CompareRequest,
  there: number,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (...said: Parameters<typeof fault>): void => void problems.push(fault(...said));
  if (scenarios.length < 2) say("scenarios", "tooFew");
  if (scenarios.some((index) => index >= there)) say("scenarios", "noScenario", { most: there });
  if (new Set(scenarios).size < scenarios.length) say("scenarios", "twice");
  const figure = parseFigure(answer);
  if (!figure.ok) say("answer", figure.fault, figure.params);
  else if (!isOfAll(figure.value)) say("answer", "part", { found: formatFigure(figure.value) });
  problems.push(...problemsOfStop(stop, figure.ok ? figure.value : null));
  return problems;
}

function problemsOfStop(stop: Stopping, answer: FigureKey | null): readonly FieldProblem[] {
  if (stop.by === "days") return between("stop.days", stop.days, LEAST_COMPARED_DAYS, MOST_EXPERIMENT_DAYS);
  const most = between("stop.most", stop.most, LEAST_DAYS, MOST_EXPERIMENT_DAYS);
  if (answer === null) return most;
  const read = precisionOf(answer, stop.within);
  // A percentage of a difference says nothing where the difference may be 0.
  if (read.ok && read.value.within.kind === "absolute") return most;
  return [fault("stop.within", "within", { found: stop.within.trim() }), ...most];
}

const between = (field: string, found: number, least: number, most: number): readonly FieldProblem[] =>
  found >= least && found <= most ? [] : [{ field, code: "number", params: { found, least, most } }];

const isOfAll = ({ class: of, stage, hour }: FigureKey): boolean =>
  of === null && stage === null && hour === null;

const precisionOf = (answer: FigureKey, within: string): ReturnType<typeof parsePrecision> =>
  parsePrecision(`${formatFigure(answer)} within ${within}`);

/** What a request without problems asks for. */
export function askedOf({ answer, stop }: CompareRequest): {
  readonly answer: FigureKey;
  readonly within: Precision["within"] | null;
} {
  const figure = parseFigure(answer);
  if (!figure.ok) throw new Error(`${answer} is no figure`);
  if (stop.by === "days") return { answer: figure.value, within: null };
  const precision = precisionOf(figure.value, stop.within);
  if (!precision.ok) throw new Error(`${stop.within} is no precision of ${answer}`);
  return { answer: figure.value, within: precision.value.within };
}
