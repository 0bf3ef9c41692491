/**
 * The solver of integer programs: HiGHS compiled to WebAssembly, which stands in its package and asks for nothing from
 * outside. On one thread and bounded by its own steps, not by the clock, so that equal programs have equal answers.
 */
import { createRequire } from "node:module";
import type * as Highs from "highs";
import type { LinearModel, Row, Solve } from "../../analysis/staffing/linear-model.ts";

// The package types its module for `require`, under the name `default`; what that gives is the function itself.
const loadHighs: typeof Highs.default.default = createRequire(import.meta.url)("highs");

/** A program that needs more than this ends with the best found. */
const MOST_NODES = 500;
/** What is within a step of the best is the best. */
const GAP_OF_STEP = 0.99;
/** Of costs, beyond what the solver rounds. */
const TOLERANCE = 1e-6;

let loading: Promise<Solve> | undefined;

/** Loaded once for the thread, which hears of nothing else while it solves: see solver-thread.ts. */
export const loadSolver = (): Promise<Solve> => (loading ??= solverOf(MOST_NODES));

export async function solverOf(mostNodes: number): Promise<Solve> {
  const solver = await loadHighs();
  const options = {
    output_flag: false,
    parallel: "off",
    mip_rel_gap: 0,
    mip_max_nodes: mostNodes,
  } as const;
  return async (model) => {
    const text = lpText(model);
    const withGap = { ...options, mip_abs_gap: GAP_OF_STEP * model.step };
    const first = solver.solve(text, withGap);
    if (first.Status === "Infeasible") return null;
    // The package hands out no columns where the nodes ran out, only what they cost: to that point it is led once more.
    const isCut = first.Status === "Unknown" && Number.isFinite(first.ObjectiveValue);
    const target = first.ObjectiveValue + TOLERANCE;
    const { Status, Columns } = isCut ? solver.solve(text, { ...withGap, objective_target: target }) : first;
    const values = model.columns.map((_, index) => {
      const column = Columns[nameOf(index)];
      return column !== undefined && "Primal" in column ? column.Primal : Number.NaN;
    });
    if (!values.every(Number.isFinite)) throw new Error(`the solver ended with "${Status}"`);
    return values;
  };
}

const nameOf = (column: number): string => `c${column}`;

/** In the LP format of CPLEX, which the solver reads. */
export function lpText({ columns, rows }: LinearModel): string {
  const costs = columns.map(({ cost }, index) => [index, cost] as const).filter(([, cost]) => cost !== 0);
  // A column that occurs nowhere would not be known.
  const goal = costs.length > 0 ? costs : [[0, 0] as const];
  const bounds = columns.flatMap(({ most }, index) =>
    most === null ? [] : [` 0 <= ${nameOf(index)} <= ${most}`],
  );
  const whole = columns.flatMap(({ isWhole }, index) => (isWhole ? [` ${nameOf(index)}`] : []));
  return [
    "Minimize",
    ` cost: ${sum(goal)}`,
    "Subject To",
    ...rows.map((row, index) => ` r${index}: ${sum(row.terms)} >= ${number(row.least)}`),
    "Bounds",
    ...bounds,
    "General",
    ...whole,
    "End",
    "",
  ].join("\n");
}

/** One term a line, since lines of the format are bounded. */
const sum = (terms: Row["terms"]): string =>
  terms
    .map(([column, factor]) => `${factor < 0 ? "-" : "+"} ${number(Math.abs(factor))} ${nameOf(column)}`)
    .join("\n  ");

/** Without an exponent, which some readers take for a name. */
const number = (value: number): string => String(Number(value.toFixed(9)));
