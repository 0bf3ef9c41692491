/**
 * A program with thousands of rows of which few bind: it is solved with those alone that an answer has broken so far,
 * first as if no column had to be whole, which costs next to nothing (cutting planes; Dantzig, Fulkerson, Johnson,
 * Operations Research 2, 1954). Columns that may be spared and that this relaxed answer has no use for are left out of
 * the whole one. The answer meets all rows; it is the best of those without the spared columns. Its bound holds for those
 * with them too, so that it is what the relaxed answer costs where some are spared.
 */
import type { Column, ModelBuilder, Row, Solution, Solve } from "./linear-model.ts";

/** Of the rows of a group, the one that is broken most is added at a time. */
export type LaterRow = Row & { readonly groups: readonly string[] };

export type ManyRows = {
  readonly builder: ModelBuilder;
  readonly later: readonly LaterRow[];
  readonly spare: readonly number[];
  readonly step: number;
};

/** Beyond what the solver rounds. */
const TOLERANCE = 1e-6;

export async function solveAddingRows(solve: Solve, program: ManyRows): Promise<Solution | null> {
  const { builder, later, step } = program;
  const left = new Set(later);
  const relaxed = await solveUntilMet(() => solve(builder.model(step, relax)), program, left);
  if (relaxed === null) return null;
  // A whole answer costs far more than a row: those that it may well break are added before it.
  add(builder, left, tightestOf(left, relaxed.values, Number.NEGATIVE_INFINITY));
  const spared = new Set(program.spare.filter((column) => relaxed.values[column] < TOLERANCE));
  const without = (column: Column, index: number): Column =>
    spared.has(index) ? { ...column, most: 0 } : column;
  const some =
    spared.size === 0 ? null : await solveUntilMet(() => solve(builder.model(step, without)), program, left);
  if (some !== null) return { ...some, bound: relaxed.bound };
  const all = await solveUntilMet(() => solve(builder.model(step)), program, left);
  return all && { ...all, bound: Math.max(relaxed.bound, all.bound) };
}

const relax = (column: Column): Column => ({ ...column, isWhole: false });

async function solveUntilMet(
  solve: () => Promise<Solution | null>,
  { builder }: ManyRows,
  left: Set<LaterRow>,
): Promise<Solution | null> {
  for (;;) {
    const solution = await solve();
    if (solution === null) return null;
    const broken = tightestOf(left, solution.values, TOLERANCE);
    if (broken.size === 0) return solution;
    add(builder, left, broken);
  }
}

function add(builder: ModelBuilder, left: Set<LaterRow>, rows: Iterable<LaterRow>): void {
  for (const row of rows) {
    left.delete(row);
    builder.atLeast(row.least, row.terms);
  }
}

/** Of each group the row that lacks most, if it lacks more than so much. */
function tightestOf(
  rows: Iterable<LaterRow>,
  values: readonly number[],
  least: number,
): ReadonlySet<LaterRow> {
  const tightest = new Map<string, { readonly row: LaterRow; readonly lack: number }>();
  for (const row of rows) {
    const lack = row.terms.reduce((sum, [column, factor]) => sum - factor * values[column], row.least);
    for (const group of row.groups)
      if (lack > (tightest.get(group)?.lack ?? least)) tightest.set(group, { row, lack });
  }
  return new Set([...tightest.values()].map(({ row }) => row));
}
