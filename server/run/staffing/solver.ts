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

let loading: Promise<Solve> | undefined;

/** Loaded once for the thread, which hears of nothing else while it solves: see solver-thread.ts. */
export const loadSolver = (): Promise<Solve> => (loading ??= solverOf(MOST_NODES));

export async function solverOf(mostNodes: number): Promise<Solve> {
  const highs = await loadHighs();
  const { modelStatus, solutionStatus } = highs.constants;
  const impossible: readonly number[] = [modelStatus.infeasible, modelStatus.unboundedOrInfeasible];
  return async (model) =>
    highs.withModel(dataOf(model, highs.infinity), (program) => {
      program.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: GAP_OF_STEP * model.step,
        mip_max_nodes: mostNodes,
      });
      program.run();
      const status = program.getModelStatus();
      // No cost is below 0, so that none can fall without end.
      if (impossible.includes(status)) return null;
      if (program.info.get("primal_solution_status") !== solutionStatus.feasible)
        throw new Error(`the solver ended without an answer, with status ${status}`);
      const isWhole = model.columns.some((column) => column.isWhole);
      return {
        values: [...program.getSolution().colValue],
        bound: isWhole ? Number(program.info.get("mip_dual_bound")) : program.getObjectiveValue(),
      };
    });
}

/** Rows one after another, each with the columns that it has. */
function dataOf({ columns, rows }: LinearModel, infinity: number): Highs.ModelData {
  const terms = rows.map(({ terms: of }) => addedUp(of));
  const starts = [0];
  for (const row of terms) starts.push(starts[starts.length - 1]! + row.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ most }) => most ?? infinity),
    integrality: columns.map(({ isWhole }) => (isWhole ? 1 : 0)),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(() => infinity),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: terms.flatMap((row) => row.map(([column]) => column)),
      values: terms.flatMap((row) => row.map(([, factor]) => factor)),
    },
  };
}

/** The solver takes each column of a row once. */
function addedUp(terms: Row["terms"]): Row["terms"] {
  const byColumn = new Map<number, number>();
  for (const [column, factor] of terms) byColumn.set(column, (byColumn.get(column) ?? 0) + factor);
  return [...byColumn].filter(([, factor]) => factor !== 0);
}
